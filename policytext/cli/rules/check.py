"""``policytext rules check``: the faults in rule files, and hints on probable mistakes."""

from collections.abc import Collection, Iterator

from policytext.cli.rules._shared import SelectedRules, finish, select_rules, write, write_lines
from policytext.cli.settings import Settings
from policytext.cli.streams import format_fault
from policytext.errors import RuleError
from policytext.rulebook.rulebook import Rulebook


def check(settings: Settings) -> None:
    """Check that the packs load; report faults with their lines, hints, and terms that two domains share."""
    found = select_rules(settings, named=settings.names("files"))
    hints = list(found.book.hints)
    if found.own or found.settings.switch("verbose"):
        hints += find_shared_terms(found.book, found.own)
    hints = [hint for hint in hints if not found.own or hint.path in found.own]
    hints.sort(key=lambda hint: (hint.path, hint.line or 0))
    lang = found.settings.lang
    if settings.format == "json":
        from json import dumps

        records = [
            {
                "severity": severity,
                "code": fault.code,
                "path": fault.path,
                "line": fault.line,
                "message": fault.message(lang),
            }
            for severity, faults in (("error", found.faults), ("hint", hints))
            for fault in faults
        ]
        write(settings, [dumps(records, ensure_ascii=False, indent=2), "\n"])
    else:
        write_lines(settings, (format_fault(hint, lang) for hint in hints))
    rules = sum(1 for number in range(len(found.book)) if found.is_selected(number))
    finish(found, 0, "done-rules-check", **count_records(found, rules, len(hints)))


def count_records(found: SelectedRules, rules: int, hints: int) -> dict[str, object]:
    """Return the values of the closing message."""
    return {"rules": rules, "faults": len(found.faults), "hints": hints}


def find_shared_terms(book: Rulebook, own: Collection[str] = ()) -> Iterator[RuleError]:
    """Yield a hint for each term of two domains: it is allowed, but may be a mistake.

    With packs of the user's own only those that one of them shares with a domain of another file.
    """
    first: dict[str, tuple[str, float]] = {}
    for domain in book.domains:
        for pattern in domain.finder.patterns:
            if pattern.source in first and first[pattern.source][0] != domain.id:
                other, weight = first[pattern.source]
                other_rule = book.find_rule(other)
                if own and (other_rule is None or other_rule.origin.path == domain.origin.path):
                    continue
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
