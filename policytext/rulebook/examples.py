"""Run the examples inside the rules.

>>> from policytext.rulebook.compiler import EXAMPLE_PACK, compile_pack
>>> from policytext.rulebook.serialization import serialize_rules
>>> book = Rulebook(serialize_rules(compile_pack(EXAMPLE_PACK, "my.yaml").rules))
>>> [(result.rule, result.line, result.faults) for result in run_examples(book)]
[('typo/account', 8, ()), ('typo/account', 8, ())]
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from policytext.errors import RuleError
from policytext.model.document import Span
from policytext.model.records import NamedTuple
from policytext.rulebook.decision_reasons import explain_decision, explain_hidden_terms
from policytext.rulebook.decisions import decide_domain, make_scheme
from policytext.rulebook.explanations import explain_misses
from policytext.rulebook.lists import TARGET_LISTS, WITHOUT_WORDS
from policytext.rulebook.matcher import make_subject, match
from policytext.rulebook.rule_types import Domain, Example, ExtractRule, Hit, LintRule, Rule
from policytext.rulebook.rulebook import Rulebook
from policytext.text.shadow import fold

#: Returns the captures of each statement that the rule of a name finds in a text.
Extract = Callable[[str, str, Rulebook], Sequence[Mapping[str, str]]]


class ExampleResult(NamedTuple):
    """The result of one example: its rule and line, its faults (none if it passes), the patterns that hit."""

    rule: str
    path: str
    line: int
    faults: tuple[RuleError, ...]
    fired: frozenset[int]


class ExampleCoverage(NamedTuple):
    """The coverage of a rule by its examples: the number of patterns that hit, and those that never do.

    Of a list (`kind` is then "list") its words are the patterns, and those fire that stand in an example.
    """

    rule: str
    path: str
    line: int
    patterns: int
    unfired: tuple[str, ...]
    kind: str = "rule"

    @property
    def is_uncovered(self) -> bool:
        """Whether no example makes the rule hit."""
        return len(self.unfired) == self.patterns

    @property
    def fault(self) -> RuleError | None:
        """The fault to report if no example covers the rule or list."""
        if not self.is_uncovered:
            return None
        if self.kind == "list":  # of several packs, so it has no place
            return RuleError("list-dead", name=self.rule)
        return RuleError("rule-dead", path=self.path, line=self.line, name=self.rule)


def run_examples(
    book: Rulebook,
    names: Collection[str] | None = None,
    paths: Collection[str] = (),
    extract: Extract | None = None,
) -> tuple[ExampleResult, ...]:
    """Run the examples of the named rules, or of all rules, enabled or not, in order.

    Args:
        book: the rules.
        names: the rules; all if None.
        paths: the files whose examples are run; all files if empty.
        extract: returns the captures of the statements that an extract rule finds, checked by the readers of values;
            without it they are those of the patterns.
    """
    results: list[ExampleResult] = []
    domain_names = frozenset(domain.id for domain in (*book.all_domains, *book.backgrounds))
    for number in range(len(book)):
        rule = book.get_rule(number)
        if names is not None and rule.id not in names:
            continue
        for example in rule.examples:
            path = example.path or rule.origin.path
            if paths and path not in paths:
                continue
            only = domain_names if isinstance(rule, Domain) else {rule.id}
            hits = tuple(match(book, make_subject(example.text), only))
            if extract and isinstance(rule, ExtractRule):
                faults_found = _check_captures(
                    book, rule, example, hits, extract(example.text, rule.id, book)
                )
            else:
                faults_found = _check_example(book, rule, example, hits)
            faults = tuple(fault.with_place(path, example.line) for fault in faults_found)
            fired = frozenset(hit.pattern for hit in hits if hit.rule == rule.id)
            results.append(ExampleResult(rule.id, path, example.line, faults, fired))
    return tuple(results)


def compute_coverage(book: Rulebook, results: Iterable[ExampleResult]) -> tuple[ExampleCoverage, ...]:
    """Return for each rule with results which of its patterns no example hits."""
    fired: dict[str, set[int]] = {}
    for result in results:
        fired.setdefault(result.rule, set()).update(result.fired)
    rows = []
    for rule_number, owner in enumerate(book.ids):
        if owner not in fired:
            continue
        origin = book.get_rule(rule_number).origin
        numbers = [index for index, rule in enumerate(book.owners) if rule == rule_number]
        unfired = tuple(book.patterns[index].source for index in numbers if index not in fired[owner])
        rows.append(ExampleCoverage(owner, origin.path, origin.line, len(numbers), unfired))
    return tuple(rows)


def compute_list_coverage(book: Rulebook) -> tuple[ExampleCoverage, ...]:
    """Return for each list of the extraction which of its words occur in no example under ``targets:``."""
    # One by one: whether a text is in Traditional characters is decided for the whole of it.
    texts = "\n".join(fold(case.text) for case in book.cases)
    rows = []
    for name, words in book.lists.items():
        if name not in TARGET_LISTS or name in WITHOUT_WORDS or not words:
            continue
        listed = _list_words(words)
        unused = tuple(str(word) for word in listed if word not in texts)
        rows.append(ExampleCoverage(name, "", 0, len(listed), unused, "list"))
    return tuple(rows)


def _list_words(words: Sequence[str] | Mapping[str, str | Sequence[str]]) -> tuple[str, ...]:
    """Return the words of a list, the keys of a table, or the longer words of a table of exceptions."""
    if not isinstance(words, Mapping):
        return tuple(words)
    return tuple(
        entry if word in entry else word + entry
        for word, value in words.items()
        for entry in ((word,) if isinstance(value, str) else value)
    )


def _check_example(book: Rulebook, rule: Rule, example: Example, hits: Sequence[Hit]) -> Iterable[RuleError]:
    if isinstance(rule, LintRule):
        return _check_marks(book, rule, example, hits)
    if isinstance(rule, ExtractRule):
        return _check_captures(book, rule, example, hits, _list_captures(example, hits))
    return _check_domain(book, rule, example, hits)


def _check_marks(
    book: Rulebook, rule: LintRule, example: Example, hits: Sequence[Hit]
) -> Iterable[RuleError]:
    hits_by_span = {hit.span: hit for hit in hits}
    for mark in example.marks:
        hit = hits_by_span.pop(mark.span, None)
        text = example.text[mark.span.start : mark.span.end]
        if hit is None:
            yield _make_missed_fault(book, rule, example, text)
        elif mark.fix is not None and hit.fix != mark.fix:
            yield RuleError("example-fix", name=rule.id, value=text, wanted=mark.fix, found=hit.fix or "")
    for hit in hits_by_span.values():
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


def _list_captures(example: Example, hits: Sequence[Hit]) -> list[dict[str, str]]:
    return [{name: example.text[span.start : span.end] for name, span in hit.captures} for hit in hits]


def _check_captures(
    book: Rulebook,
    rule: ExtractRule,
    example: Example,
    hits: Sequence[Hit],
    found: Sequence[Mapping[str, str]],
) -> Iterable[RuleError]:
    expected = dict(example.captures)
    if any(expected and expected.items() <= captures.items() for captures in found):
        return
    if found and expected:
        shown = "; ".join(_format_captures(captures) for captures in found)
        yield RuleError("example-captures", name=rule.id, found=shown)
    elif found:
        shown = "; ".join(_format_captures(captures) for captures in found)
        yield RuleError("example-extra-captures", name=rule.id, value=hits[0].text, found=shown)
    elif expected and hits:
        shown = _format_captures(_list_captures(example, hits)[0])
        yield RuleError("example-captures-type", name=rule.id, found=shown, types=_format_types(rule))
    elif expected:
        yield _make_missed_fault(book, rule, example, example.text)


def _format_captures(captures: Mapping[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in captures.items())


def _format_types(rule: ExtractRule) -> str:
    return ", ".join(f"{name}: {kind}" for name, kind in dict.fromkeys(one[1:] for one in rule.types) if kind)


def _check_domain(book: Rulebook, rule: Domain, example: Example, hits: Sequence[Hit]) -> Iterable[RuleError]:
    scheme = make_scheme(book, disabled=True)
    decision = decide_domain(scheme, hits)
    decided = decision.domain or "none"
    # A domain of a pack that is not loaded: then only that it is not this one can be seen.
    is_known = example.want == "none" or example.want in book.names
    if decided == example.want or (not is_known and decided != rule.id):
        return
    terms = ", ".join(f"{hit.text} {hit.rule} {hit.weight:g}" for hit in hits) or "–"
    values: dict[str, Any] = {"name": rule.id, "wanted": example.want, "found": decided, "terms": terms}
    if example.want == "none" or not is_known:
        yield RuleError("example-domain", **values)
        return
    reasons = [
        *explain_hidden_terms(book, hits, decision.hits, example.want),
        *explain_decision(scheme, decision, example.want),
    ]
    if not reasons:
        yield RuleError("example-domain", **values)
        return
    reason_zh = "；".join(reason.message("zh") for reason in reasons)
    reason_en = "; ".join(reason.message("en") for reason in reasons)
    yield RuleError("example-domain-because", reason_zh=reason_zh, reason_en=reason_en, **values)
