"""Run the examples inside the rules.

>>> from policytext.rulebook.compiler import EXAMPLE_PACK, compile_pack
>>> from policytext.rulebook.rulebook import compile_raw
>>> book = Rulebook(compile_raw(compile_pack(EXAMPLE_PACK, "my.yaml").rules))
>>> [(result.rule, result.line, result.faults) for result in run_examples(book)]
[('typo/account', 8, ()), ('typo/account', 8, ())]
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from policytext.errors import RuleError
from policytext.model.document import Span
from policytext.rulebook.decisions import decide_domain, make_scheme
from policytext.rulebook.explanations import explain_misses
from policytext.rulebook.lists import TARGET_LISTS
from policytext.rulebook.matcher import make_subject, match
from policytext.rulebook.rule_types import Domain, Example, ExtractRule, Hit, LintRule, Rule
from policytext.rulebook.rulebook import Rulebook
from policytext.text.shadow import fold


class ExampleResult(NamedTuple):
    """The result of one example: its rule and line, its faults (none if it passes), the patterns that hit."""

    rule: str
    path: str
    line: int
    faults: tuple[RuleError, ...]
    fired: frozenset[int]


class ExampleCoverage(NamedTuple):
    """The coverage of a rule by its examples: the number of patterns that hit, and those that never do.

    Of a list (`of` is then "list") its words are the patterns, and those fire that stand in an example.
    """

    rule: str
    path: str
    line: int
    patterns: int
    unfired: tuple[str, ...]
    of: str = "rule"

    @property
    def dead(self) -> bool:
        """Whether no example makes the rule hit."""
        return len(self.unfired) == self.patterns

    @property
    def fault(self) -> RuleError | None:
        """The fault to report if no example covers the rule or list."""
        if not self.dead:
            return None
        if self.of == "list":  # of several packs, so it has no place
            return RuleError("list-dead", name=self.rule)
        return RuleError("rule-dead", path=self.path, line=self.line, name=self.rule)


def run_examples(book: Rulebook, names: Collection[str] | None = None) -> tuple[ExampleResult, ...]:
    """Run the examples of the named rules, or of all rules, enabled or not, in order."""
    results: list[ExampleResult] = []
    everything = frozenset(domain.id for domain in (*book.domains, *book.backgrounds))
    for number in range(len(book)):
        rule = book.rule_at(number)
        if names is not None and rule.id not in names:
            continue
        for example in rule.examples:
            only = everything if isinstance(rule, Domain) else {rule.id}
            hits = tuple(match(book, make_subject(example.text), only))
            found = _judged(book, rule, example, hits)
            faults = tuple(fault.with_place(rule.origin.path, example.line) for fault in found)
            fired = frozenset(hit.pattern for hit in hits if hit.rule == rule.id)
            results.append(ExampleResult(rule.id, rule.origin.path, example.line, faults, fired))
    return tuple(results)


def coverage(book: Rulebook, results: Iterable[ExampleResult]) -> tuple[ExampleCoverage, ...]:
    """Return for each rule with results which of its patterns no example hits."""
    fired: dict[str, set[int]] = {}
    for result in results:
        fired.setdefault(result.rule, set()).update(result.fired)
    found = []
    for number, owner in enumerate(book.ids):
        if owner not in fired:
            continue
        origin = book.rule_at(number).origin
        own = [at for at, rule in enumerate(book.owners) if rule == number]
        unfired = tuple(book.patterns[at].source for at in own if at not in fired[owner])
        found.append(ExampleCoverage(owner, origin.path, origin.line, len(own), unfired))
    return tuple(found)


def list_coverage(book: Rulebook) -> tuple[ExampleCoverage, ...]:
    """Return for each list of the extraction which of its words occur in no example under ``targets:``."""
    # One by one: whether a text is in Traditional characters is decided for the whole of it.
    texts = "\n".join(fold(case.text) for case in book.cases)
    found = []
    for name, words in book.lists.items():
        if name not in TARGET_LISTS or not words:
            continue
        every = _shown(words)
        unused = tuple(str(word) for word in every if word not in texts)
        found.append(ExampleCoverage(name, "", 0, len(every), unused, "list"))
    return tuple(found)


def _shown(words: Sequence[str] | Mapping[str, str | Sequence[str]]) -> tuple[str, ...]:
    """Return the words of a list, the keys of a table, or the longer words of a table of exceptions."""
    if not isinstance(words, Mapping):
        return tuple(words)
    return tuple(
        one if word in one else word + one
        for word, value in words.items()
        for one in ((word,) if isinstance(value, str) else value)
    )


def _judged(book: Rulebook, rule: Rule, example: Example, hits: Sequence[Hit]) -> Iterable[RuleError]:
    if isinstance(rule, LintRule):
        return _judged_marks(book, rule, example, hits)
    if isinstance(rule, ExtractRule):
        return _judged_captures(book, rule, example, hits)
    return _judged_domain(book, rule, example, hits)


def _judged_marks(
    book: Rulebook, rule: LintRule, example: Example, hits: Sequence[Hit]
) -> Iterable[RuleError]:
    found = {hit.span: hit for hit in hits}
    for mark in example.marks:
        hit = found.pop(mark.span, None)
        text = example.text[mark.span.start : mark.span.end]
        if hit is None:
            yield _make_missed_fault(book, rule, example, text)
        elif mark.fix is not None and hit.fix != mark.fix:
            yield RuleError("example-fix", name=rule.id, value=text, wanted=mark.fix, found=hit.fix or "")
    for hit in found.values():
        yield RuleError(
            "example-extra", name=rule.id, value=hit.text, text=_mark_text(example.text, hit.span)
        )


def _make_missed_fault(book: Rulebook, rule: Rule, example: Example, value: str) -> RuleError:
    for miss in explain_misses(book, make_subject(example.text), {rule.id}):
        return RuleError(
            "example-missed-because",
            name=rule.id,
            value=value,
            reason_zh=miss.message("zh"),
            reason_en=miss.message("en"),
        )
    return RuleError("example-missed", name=rule.id, value=value)


def _mark_text(text: str, span: Span) -> str:
    return f"{text[: span.start]}<<{text[span.start : span.end]}>>{text[span.end :]}"


def _judged_captures(
    book: Rulebook, rule: ExtractRule, example: Example, hits: Sequence[Hit]
) -> Iterable[RuleError]:
    found = [{name: example.text[span.start : span.end] for name, span in hit.captures} for hit in hits]
    wanted = dict(example.captures)
    if not wanted:
        for hit in hits:
            yield RuleError(
                "example-extra", name=rule.id, value=hit.text, text=_mark_text(example.text, hit.span)
            )
    elif not any(wanted.items() <= one.items() for one in found):
        shown = "; ".join(", ".join(f"{name}: {value}" for name, value in one.items()) for one in found)
        if found:
            yield RuleError("example-captures", name=rule.id, found=shown)
        else:
            yield _make_missed_fault(book, rule, example, example.text)


def _judged_domain(
    book: Rulebook, rule: Domain, example: Example, hits: Sequence[Hit]
) -> Iterable[RuleError]:
    decision = decide_domain(make_scheme(book, disabled=True), hits)
    got = decision.domain or "none"
    # A domain of a pack that is not loaded: then only that it is not this one can be seen.
    known = example.want == "none" or example.want in book.names
    if got == example.want or (not known and got != rule.id):
        return
    terms = ", ".join(f"{hit.text} {hit.rule} {hit.weight:g}" for hit in hits) or "–"
    yield RuleError("example-domain", name=rule.id, wanted=example.want, found=got, terms=terms)
