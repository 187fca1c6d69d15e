"""The examples of checks and of word lists, run against them.

A check must hit where it is marked, and be silent elsewhere.

>>> from policytext.linter.checks import load_checks
>>> [fault for one in load_checks() for fault in run_check_examples(one)]
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
from policytext.rulebook.rule_types import Case
from policytext.rulebook.rulebook import Rulebook
from policytext.text.edits import apply_fixes
from policytext.text.prepared import PreparedDocument


def run_check_examples(check: Check) -> Iterator[RuleError]:
    """What is wrong with a check's examples, nothing if all is well."""
    for text in (*check.rule.hits, *check.rule.silent):
        example = parse_marked(text, 0)
        prepared = PreparedDocument(outliner.parse(Source(text=example.text)))
        found = list(check.check(prepared))
        places = sorted(span for defect in found for span in (defect.span, *defect.also))
        wanted = sorted(mark.span for mark in example.marks)
        if text in check.rule.hits and not wanted:
            yield _fault(check, text, "-")
        if places != wanted:
            yield _fault(check, text, "; ".join(prepared.text[start:end] for start, end in places))
        elif any(mark.fix is not None for mark in example.marks):
            after = apply_fixes(prepared.text, [_finding(defect) for defect in found], unsafe=True).text
            right = _after(example.text, [(mark.span, mark.fix) for mark in example.marks])
            if after != right:
                yield _fault(check, text, after)


def run_case(case: Case, book: Rulebook) -> RuleError | None:
    """What is wrong with an example of a pack's lists, None if the extraction gives what it says."""
    found = extract_targets(PreparedDocument(outliner.parse(Source(text=case.text))), book)
    indicator = next(iter(found.indicators), None)
    measure = next(iter(found.measures), None)
    texts = tuple(one.text for one in found.measures)
    shown: str | None = None
    if case.want is not None:
        shown = _difference(case.want, indicator and _of_indicator(indicator), ["value"])
    if case.measure is not None and shown is None:
        shown = _difference(case.measure, measure and _of_measure(measure), ["verb"])
    if case.measures is not None and shown is None and texts != case.measures:
        shown = "; ".join(texts)
    if shown is None:
        return None
    return RuleError("case-example", path=case.path, line=case.line, text=case.text, found=shown or "-")


def _difference(
    wanted: Iterable[tuple[str, str]], found: Mapping[str, str] | None, default: Iterable[str]
) -> str | None:
    """What was found of the keys that an example asks for, None if it is what is wanted.

    Args:
        wanted: keys and values; nothing at all asks for silence.
        found: what was found, None for nothing.
        default: the keys to show where something was found that should not be.
    """
    names = [name for name, _ in wanted] or default
    given = {} if found is None else {name: found.get(name, "") for name in names}
    return None if given == dict(wanted) else "; ".join(f"{name}: {value}" for name, value in given.items())


def _of_indicator(one: Indicator) -> dict[str, str]:
    return {
        "indicator": one.name,
        "value": format(one.value, "f"),
        "value_high": "" if one.value_high is None else format(one.value_high, "f"),
        "unit": one.unit,
        "comparator": one.comparator,
        "change": one.change,
        "status": one.status,
        "date": (one.date.end or "") if one.date else "",
        "role": one.date.role if one.date else "",
        "binding": one.binding or "",
    }


def _of_measure(one: Measure) -> dict[str, str]:
    return {
        "verb": one.verb,
        "actor": one.actor or "",
        "supporting": "、".join(one.supporting),
        "strength": str(one.strength),
        "date": (one.date.end or "") if one.date else "",
    }


def _finding(defect: Problem) -> Finding:
    fix = defect.fix
    edits = (Edit(defect.span, fix),) if isinstance(fix, str) else fix
    nothing = Message("", "")
    made = None if edits is None else Fix("safe", edits)
    return Finding("", "info", 1.0, nothing, None, defect.span, "", also=defect.also, fix=made)


def _after(text: str, marks: list[tuple[Span, str | None]]) -> str:
    for (start, end), fix in reversed(marks):
        if fix is not None:
            text = text[:start] + fix + text[end:]
    return text


def _fault(check: Check, text: str, found: str) -> RuleError:
    return RuleError("check-example", path=check.check.__module__, name=check.rule.id, text=text, found=found)
