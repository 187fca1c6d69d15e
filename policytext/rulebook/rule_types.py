"""The record types of compiled rules: frozen, and made of plain values that a cache can hold.

>>> Hit(rule="typo/account", span=Span(2, 4), text="帐户", fix="账户").fix
'账户'
"""

from collections.abc import Sequence
from typing import NamedTuple

from policytext.model.document import Span


class Pattern(NamedTuple):
    """One pattern of a rule.

    Args:
        source: the text of the rule file.
        line: its line in the file, from 1.
        literals: folded texts. With an empty `regex` they are the pattern; otherwise every match contains one of
            them, and with none the regex runs on each sentence.
        weight: the weight of a term of a domain.
        topic: the topic of a term of a domain, or empty.
        regex: a regular expression, or empty.
        width: the greatest length of a match of `regex`.
        exact: whether `regex` runs on the text itself, not on its folded shadow.
        peeks: whether `regex` looks at the text after a match.
        checks: positions of a literal whose characters must occur unfolded.
        fix: the template of the replacement, or None.
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
    """A phrase that cancels hits: those `inside` it, or all in its sentence.

    It is a literal or a regex, both folded.
    """

    source: str
    line: int
    inside: bool
    literal: str
    regex: str


class RuleOrigin(NamedTuple):
    """The pack, file and line of a rule."""

    pack: str
    path: str
    line: int


class Finder(NamedTuple):
    """The patterns and conditions of a rule."""

    patterns: Sequence[Pattern]
    unless: tuple[Unless, ...]
    places: tuple[str, ...]


class Mark(NamedTuple):
    """An expected hit in an example, and the expected fix."""

    span: Span
    fix: str | None


class Example(NamedTuple):
    """A sentence inside a rule, with the expected result.

    Args:
        line: its line in the file, from 1.
        text: the sentence without its marks.
        marks: the expected hits of a lint rule.
        want: the expected domain ("none" for no domain), or empty.
        captures: the expected captures of an extract rule; empty if it must not hit.
        path: its file, where that is not the file of its rule.
    """

    line: int
    text: str
    marks: tuple[Mark, ...] = ()
    want: str = ""
    captures: tuple[tuple[str, str], ...] = ()
    path: str = ""


class TargetExample(NamedTuple):
    """An example for the lists of a pack, with the expected result of the target extraction.

    Args:
        path, line: its file and line.
        text: a short text.
        want: the expected first figure; empty for no figure, None if not checked.
        measures: the expected commitments, None if not checked.
        measure: the expected first commitment, None if not checked.
    """

    path: str
    line: int
    text: str
    want: tuple[tuple[str, str], ...] | None
    measures: tuple[str, ...] | None
    measure: tuple[tuple[str, str], ...] | None = None


class LintRule(NamedTuple):
    """A lint rule of a pack; `rule_keys.LINT` explains its fields."""

    id: str
    title: str
    origin: RuleOrigin
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
    at_word: bool = False
    title_en: str = ""


class Topic(NamedTuple):
    """A topic of a domain."""

    id: str
    title: str
    description: str


class Domain(NamedTuple):
    """A field of policy; its terms are the patterns of its finder.

    A `background` is not a domain: its terms hide shorter terms of the domains, and where it wins there is no domain.
    `extensions` are the places of packs that changed it, `slots` the word classes that its phrases use.
    """

    id: str
    title: str
    origin: RuleOrigin
    finder: Finder
    examples: tuple[Example, ...]
    aliases: tuple[str, ...] = ()
    enabled: bool = True
    description: str = ""
    topics: tuple[Topic, ...] = ()
    threshold: float | None = None
    background: bool = False
    extensions: tuple[RuleOrigin, ...] = ()
    slots: tuple[tuple[str, tuple[str, ...]], ...] = ()


class ExtractRule(NamedTuple):
    """A rule that extracts a statement; captures name its parts.

    `types` are the phrase, name and type of each capture; the type of one of several words is empty.
    """

    id: str
    title: str
    origin: RuleOrigin
    finder: Finder
    examples: tuple[Example, ...]
    aliases: tuple[str, ...] = ()
    enabled: bool = True
    give: tuple[tuple[str, str], ...] = ()
    types: tuple[tuple[str, str, str], ...] = ()


Rule = LintRule | Domain | ExtractRule


class Hit(NamedTuple):
    """A hit of a rule.

    Args:
        rule: the rule's name.
        span: its position in the original text.
        text: the text of the hit.
        fix: the replacement, or None.
        weight: the weight of a term of a domain.
        topic: the topic of a term of a domain, or empty.
        captures: the name and span of each capture.
        pattern: the number of the pattern, -1 if it is unknown.
    """

    rule: str
    span: Span
    text: str
    fix: str | None = None
    weight: float = 1
    topic: str = ""
    captures: tuple[tuple[str, Span], ...] = ()
    pattern: int = -1
