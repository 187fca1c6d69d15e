"""The rules as the engine runs them: frozen, made of plain values only, so that a cache can hold them.

>>> Hit(rule="typo/account", span=Span(2, 4), text="帐户", fix="账户").fix
'账户'
"""

from typing import NamedTuple

from policytext.model.document import Span


class Pattern(NamedTuple):
    """One thing that a rule looks for.

    Args:
        source: as the expert wrote it.
        line: where, from 1.
        literals: folded texts. With an empty `regex` they are what is looked for; otherwise every match holds
            one of them, and none means that each sentence must be tried.
        weight: how much a domain's term tells.
        topic: the sub-topic that a domain's term belongs to, or empty.
        regex: a regular expression, or empty.
        width: the most characters that a match of `regex` takes.
        exact: whether `regex` runs over the text itself and not over its folded shadow.
        peeks: whether `regex` looks at what stands behind a match.
        checks: places in a literal whose character the fold would change, so it stands for itself.
        fix: the replacement's template, None where there is none.
    """

    source: str
    line: int
    literals: tuple[str, ...] = ()
    weight: float = 1
    topic: str = ""
    regex: str = ""
    width: int = 0
    exact: bool = False
    peeks: bool = False
    checks: tuple[tuple[int, str], ...] = ()
    fix: str | None = None


class Unless(NamedTuple):
    """A phrase that cancels hits: those `inside` it, or all of its sentence.

    Literal, or else a regex, both folded.
    """

    source: str
    line: int
    inside: bool
    literal: str
    regex: str


class Origin(NamedTuple):
    """Where a rule was written."""

    pack: str
    path: str
    line: int


class Finder(NamedTuple):
    """What a rule looks for, and the conditions."""

    patterns: tuple[Pattern, ...]
    unless: tuple[Unless, ...]
    places: tuple[str, ...]


class Mark(NamedTuple):
    """A place in an example that must be hit, and what the fix must make of it."""

    span: Span
    fix: str | None


class Example(NamedTuple):
    """A sentence inside a rule that says what the rule must do.

    Args:
        line: where it is written, from 1.
        text: the sentence without its marks.
        marks: what a lint rule must hit.
        want: the domain it belongs to ("none" for no domain), or empty.
        captures: what an extract rule must catch; empty where it must stay silent.
    """

    line: int
    text: str
    marks: tuple[Mark, ...] = ()
    want: str = ""
    captures: tuple[tuple[str, str], ...] = ()


class TargetExample(NamedTuple):
    """An example for a pack's lists.

    Args:
        path, line: where it is written.
        text: a short text.
        want: what the first figure in it must be, nothing for no figure at all, None where it is not asked.
        measures: the commitments that must be found, None where it is not asked.
        measure: what the first commitment must be, None where it is not asked.
    """

    path: str
    line: int
    text: str
    want: tuple[tuple[str, str], ...] | None
    measures: tuple[str, ...] | None
    measure: tuple[tuple[str, str], ...] | None = None


class LintRule(NamedTuple):
    """One likely mistake; see `vocabulary.LINT` for what the fields mean to their writer."""

    id: str
    title: str
    origin: Origin
    finder: Finder
    examples: tuple[Example, ...]
    aliases: tuple[str, ...] = ()
    enabled: bool = True
    severity: str = "warning"
    confidence: float = 0.8
    safe: bool = False
    message: str = ""
    profiles: tuple[str, ...] = ()
    why: str = ""
    source: str = ""
    record: str = ""


class Topic(NamedTuple):
    """A sub-topic of a domain."""

    id: str
    title: str
    description: str


class Domain(NamedTuple):
    """A field of policy; its terms are the patterns of its finder.

    A `background` is none: its terms hide what they hold of other domains' terms, and where it wins there is no domain.
    """

    id: str
    title: str
    origin: Origin
    finder: Finder
    examples: tuple[Example, ...]
    aliases: tuple[str, ...] = ()
    enabled: bool = True
    description: str = ""
    topics: tuple[Topic, ...] = ()
    threshold: float | None = None
    background: bool = False


class ExtractRule(NamedTuple):
    """A statement whose parts are named by captures."""

    id: str
    title: str
    origin: Origin
    finder: Finder
    examples: tuple[Example, ...]
    aliases: tuple[str, ...] = ()
    enabled: bool = True
    give: tuple[tuple[str, str], ...] = ()


Rule = LintRule | Domain | ExtractRule


class Hit(NamedTuple):
    """A place that a rule hits.

    Args:
        rule: the rule's name.
        span: where, in the text as it was read.
        text: the text there.
        fix: what to write instead, None where the rule does not say.
        weight: of a domain's term.
        topic: of a domain's term, or empty.
        captures: name and place of what was caught.
        pattern: which of the rule's patterns it was.
    """

    rule: str
    span: Span
    text: str
    fix: str | None = None
    weight: float = 1
    topic: str = ""
    captures: tuple[tuple[str, Span], ...] = ()
    pattern: int = 0
