"""Run the examples of checks and of word lists.

A check must report the marked places of its examples, and nothing else.

>>> from policytext.linter.checks import load_checks
>>> [fault for check in load_checks() for fault in run_check_examples(check)]
[]
"""

from collections.abc import Iterable, Iterator, Mapping

from policytext import outliner
from policytext.errors import RuleError
from policytext.extractor import extract_targets
from policytext.linter.checks import Check, Problem
from policytext.model.annotations import Edit, Finding, Fix, Indicator, Measure, Message
from policytext.model.document import Source, Span
from policytext.rulebook.marked_examples import parse_marked
from policytext.rulebook.rule_types import TargetExample
from policytext.rulebook.rulebook import Rulebook
from policytext.text.edits import apply_fixes
from policytext.text.prepared import PreparedDocument


def run_check_examples(check: Check) -> Iterator[RuleError]:
    """Yield a fault for each example of a check that fails."""
    for text in (*check.rule.hits, *check.rule.silent):
        example = parse_marked(text, 0)
        prepared = PreparedDocument(outliner.parse(Source(text=example.text)))
        problems = list(check.check(prepared))
        spans = sorted(span for problem in problems for span in (problem.span, *problem.also))
        wanted = sorted(mark.span for mark in example.marks)
        if text in check.rule.hits and not wanted:
            yield _make_fault(check, text, "-")
        if spans != wanted:
            yield _make_fault(check, text, "; ".join(prepared.text[start:end] for start, end in spans))
        elif any(mark.fix is not None for mark in example.marks):
            fixed = apply_fixes(
                prepared.text, [_make_finding(problem) for problem in problems], unsafe=True
            ).text
            expected = _apply_marked_fixes(example.text, [(mark.span, mark.fix) for mark in example.marks])
            if fixed != expected:
                yield _make_fault(check, text, fixed)


def run_target_example(case: TargetExample, book: Rulebook) -> RuleError | None:
    """Return the fault of an example for the lists of a pack, or None if the extraction gives what it says."""
    targets = extract_targets(PreparedDocument(outliner.parse(Source(text=case.text))), book)
    indicator = next(iter(targets.indicators), None)
    measure = next(iter(targets.measures), None)
    texts = tuple(measure.text for measure in targets.measures)
    shown: str | None = None
    if case.want is not None:
        shown = _describe_difference(case.want, indicator and _show_indicator(indicator), ["value"])
    if case.measure is not None and shown is None:
        shown = _describe_difference(case.measure, measure and _show_measure(measure), ["verb"])
    if case.measures is not None and shown is None and texts != case.measures:
        shown = "; ".join(texts)
    if shown is None:
        return None
    return RuleError("case-example", path=case.path, line=case.line, text=case.text, found=shown or "-")


def _describe_difference(
    wanted: Iterable[tuple[str, str]], found: Mapping[str, str] | None, default: Iterable[str]
) -> str | None:
    """Return the extracted values of the keys in an example, or None if they are as expected.

    Args:
        wanted: the expected keys and values; empty if nothing must be found.
        found: the extracted values, or None.
        default: the keys to show for an unexpected result.
    """
    names = [name for name, _ in wanted] or default
    given = {} if found is None else {name: found.get(name, "") for name in names}
    return None if given == dict(wanted) else "; ".join(f"{name}: {value}" for name, value in given.items())


def _show_indicator(indicator: Indicator) -> dict[str, str]:
    return {
        "indicator": indicator.name,
        "value": format(indicator.value, "f"),
        "value_high": "" if indicator.value_high is None else format(indicator.value_high, "f"),
        "unit": indicator.unit,
        "comparator": indicator.comparator,
        "change": indicator.change,
        "status": indicator.status,
        "date": (indicator.date.end or "") if indicator.date else "",
        "role": indicator.date.role if indicator.date else "",
        "binding": indicator.binding or "",
    }


def _show_measure(measure: Measure) -> dict[str, str]:
    return {
        "verb": measure.verb,
        "actor": measure.actor or "",
        "supporting": "、".join(measure.supporting),
        "strength": str(measure.strength),
        "date": (measure.date.end or "") if measure.date else "",
    }


def _make_finding(problem: Problem) -> Finding:
    fix = problem.fix
    edits = (Edit(problem.span, fix),) if isinstance(fix, str) else fix
    empty = Message("", "")
    applied = None if edits is None else Fix("safe", edits)
    return Finding("", "info", 1.0, empty, None, problem.span, "", also=problem.also, fix=applied)


def _apply_marked_fixes(text: str, marks: list[tuple[Span, str | None]]) -> str:
    for (start, end), fix in reversed(marks):
        if fix is not None:
            text = text[:start] + fix + text[end:]
    return text


def _make_fault(check: Check, text: str, found: str) -> RuleError:
    return RuleError("check-example", path=check.check.__module__, name=check.rule.id, text=text, found=found)
