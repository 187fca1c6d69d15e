"""``policytext rules test``: run the examples of the rules."""

from policytext.cli import rule_packs
from policytext.cli.rules._shared import FAILED, SelectedRules, finish, select_rules, write, write_lines
from policytext.cli.rules._watching import watch_files
from policytext.cli.settings import Settings
from policytext.cli.streams import format_fault
from policytext.errors import RuleError
from policytext.extractor.extractions import extract_captures
from policytext.extractor.target_examples import run_target_example
from policytext.linter.check_examples import run_check_examples
from policytext.linter.checks import find_missing_package, load_checks
from policytext.messages import Lang, say
from policytext.rulebook.examples import (
    ExampleCoverage,
    ExampleResult,
    compute_coverage,
    compute_list_coverage,
    run_examples,
)


def test_(settings: Settings) -> None:
    """Run every example; with --coverage also report the terms and phrases that no example matches.

    With --watch they run again after each change of a pack that is named.
    """
    if settings.switch("watch"):
        watch_files(
            [*settings.names("files"), *rule_packs.list_paths(settings)], lambda: _run(settings), settings
        )
    else:
        _run(settings)


def _run(settings: Settings) -> None:
    found, with_coverage = select_rules(settings, named=settings.names("files")), settings.switch("coverage")
    names = [name for number, name in enumerate(found.book.ids) if found.is_selected(number)]
    results = run_examples(found.book, frozenset(names), found.own, extract_captures)
    broken = _find_broken_examples(found)
    faults = [fault for result in results for fault in result.faults]
    covered = compute_coverage(found.book, results) if with_coverage else ()
    if with_coverage and not found.own:
        covered += compute_list_coverage(found.book)
    faults += [fault for coverage in covered if (fault := coverage.fault)]
    checks = (
        ()
        if found.own
        else tuple(check for check in load_checks() if find_missing_package(check.rule) is None)
    )
    faults += [fault for check in checks for fault in run_check_examples(check)]
    cases = [case for case in found.book.cases if not found.own or case.path in found.own]
    faults += [fault for case in cases if (fault := run_target_example(case, found.book))]
    other_examples = len(cases) + sum(len(check.rule.hits) + len(check.rule.silent) for check in checks)
    lang = found.settings.lang
    if settings.format == "json":
        write(settings, [_format_json(results, covered, lang)])
    else:
        write_lines(settings, (format_fault(fault, lang) for fault in faults))
        write_lines(settings, (format_fault(hint, lang) for hint in broken))
        write_lines(
            settings, (line for coverage in covered for line in _format_coverage(coverage, found, lang))
        )
    finish(
        found,
        FAILED if faults else 0,
        "done-rules-test",
        **_count_examples(len(results) + other_examples, len(names) + len(checks), faults),
    )


def _find_broken_examples(found: SelectedRules) -> list[RuleError]:
    """Return a hint for each domain whose own examples fail since a named pack changes it."""
    hints = []
    for domain in found.book.all_domains:
        changes = [change for change in domain.extensions if change.path in found.own]
        if not changes or domain.origin.path in found.own:
            continue
        failed = [
            result for result in run_examples(found.book, {domain.id}, {domain.origin.path}) if result.faults
        ]
        if failed:
            values = {"name": domain.id, "count": len(failed)}
            first = next(example for example in domain.examples if example.line == failed[0].line)
            hints.append(
                RuleError(
                    "test-broken", path=changes[0].path, line=changes[0].line, text=first.text, **values
                )
            )
    return hints


def _count_examples(examples: int, rules: int, faults: list[RuleError]) -> dict[str, object]:
    return {"examples": examples, "rules": rules, "failed": len(faults)}


def _format_coverage(coverage: ExampleCoverage, found: SelectedRules, lang: Lang) -> list[str]:
    """Format the number of patterns that a rule's examples match; with --verbose also list the others."""
    fired = coverage.patterns - len(coverage.unfired)
    line = say("coverage-rule", lang, name=coverage.rule, fired=fired, patterns=coverage.patterns)
    shown = [line] if coverage.patterns > 1 else []
    if found.settings.switch("verbose"):
        shown += [f"  {source}" for source in coverage.unfired]
    return shown


def _format_json(results: tuple[ExampleResult, ...], covered: tuple[ExampleCoverage, ...], lang: Lang) -> str:
    from json import dumps

    records = [
        {
            "rule": result.rule,
            "path": result.path,
            "line": result.line,
            "passed": not result.faults,
            "faults": [{"code": fault.code, "message": fault.message(lang)} for fault in result.faults],
        }
        for result in results
    ]
    shown: dict[str, object] = {"examples": records}
    if covered:
        shown["coverage"] = [
            {
                coverage.kind: coverage.rule,
                "patterns": coverage.patterns,
                "unfired": list(coverage.unfired),
                "dead": coverage.is_uncovered,
            }
            for coverage in covered
        ]
    return f"{dumps(shown, ensure_ascii=False, indent=2)}\n"
