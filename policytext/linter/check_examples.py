"""Run the examples of checks.

A check must report the marked places of its examples, and nothing else.

>>> from policytext.linter.checks import load_checks
>>> [fault for check in load_checks() for fault in run_check_examples(check)]
[]
"""

from collections.abc import Iterator

from policytext import outliner
from policytext.errors import RuleError
from policytext.linter.checks import Check, Problem
from policytext.model.annotations import Edit, Finding, Fix, Message
from policytext.model.document import Source, Span
from policytext.rulebook.marked_examples import parse_marked
from policytext.text.edits import apply_fixes
from policytext.text.prepared import PreparedDocument


def run_check_examples(check: Check) -> Iterator[RuleError]:
    """Yield a fault for each example of a check that fails."""
    for text in (*check.rule.hits, *check.rule.silent):
        example = parse_marked(text, 0)
        prepared = PreparedDocument(outliner.parse(Source(text=example.text)))
        problems = list(check.check(prepared))
        spans = sorted(span for problem in problems for span in (problem.span, *problem.also))
        marked = sorted(mark.span for mark in example.marks)
        if text in check.rule.hits and not marked:
            yield _make_fault(check, text, "-")
        if spans != marked:
            yield _make_fault(check, text, "; ".join(prepared.text[start:end] for start, end in spans))
        elif any(mark.fix is not None for mark in example.marks):
            fixed = apply_fixes(
                prepared.text, [_make_finding(problem) for problem in problems], unsafe=True
            ).text
            expected = _apply_marked_fixes(example.text, [(mark.span, mark.fix) for mark in example.marks])
            if fixed != expected:
                yield _make_fault(check, text, fixed)


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


def _make_fault(check: Check, text: str, reported: str) -> RuleError:
    return RuleError(
        "check-example", path=check.check.__module__, name=check.rule.id, text=text, found=reported
    )
