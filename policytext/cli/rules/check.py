"""``policytext rules check``: whether rule files can be used, and what in them is probably not meant."""

from collections.abc import Iterator

from policytext.cli.rules._shared import SelectedRules, finish, select_rules, write, write_lines
from policytext.cli.settings import Settings
from policytext.cli.streams import format_fault
from policytext.errors import RuleError
from policytext.rulebook.rulebook import Rulebook


def check(settings: Settings) -> None:
    """Whether the packs load: slips with their lines, hints, terms that two domains claim."""
    found = select_rules(settings, named=settings.names("files"))
    hints = [*found.book.hints, *(find_shared_terms(found.book) if found.settings.switch("verbose") else ())]
    hints = [hint for hint in hints if not found.own or hint.path in found.own]
    lang = found.settings.lang
    if settings.format == "json":
        from json import dumps

        records = [
            {
                "severity": severity,
                "code": one.code,
                "path": one.path,
                "line": one.line,
                "message": one.message(lang),
            }
            for severity, ones in (("error", found.faults), ("hint", hints))
            for one in ones
        ]
        write(settings, [dumps(records, ensure_ascii=False, indent=2), "\n"])
    else:
        write_lines(settings, (format_fault(hint, lang) for hint in hints))
    rules = sum(1 for number in range(len(found.book)) if found.wanted(number))
    finish(found, 0, "done-rules-check", **count_records(found, rules, len(hints)))


def count_records(found: SelectedRules, rules: int, hints: int) -> dict[str, object]:
    """What the last line says."""
    faults = len(found.faults)
    return {
        "rules": rules,
        "faults": faults,
        "hints": hints,
    }


def find_shared_terms(book: Rulebook) -> Iterator[RuleError]:
    """Terms that stand in two domains, as hints: lawful, but both should be meant."""
    first: dict[str, tuple[str, float]] = {}
    for domain in book.domains:
        for pattern in domain.finder.patterns:
            if pattern.source in first and first[pattern.source][0] != domain.id:
                other, weight = first[pattern.source]
                yield RuleError(
                    "rule-term-in-two",
                    path=domain.origin.path,
                    line=pattern.line,
                    value=pattern.source,
                    name=domain.id,
                    weight=f"{pattern.weight:g}",
                    other=other,
                    other_weight=f"{weight:g}",
                )
            first.setdefault(pattern.source, (domain.id, pattern.weight))
