"""Which rules and checks run: all that are enabled, or those selected by name or family.

>>> from policytext.rulebook.packs import load_rules
>>> sorted(select_rules(load_rules()[0], select=["date"], ignore=["date/weekday"]))
['date/garbled-year', 'date/impossible', 'date/plan-period', 'date/reversed', 'date/year-style']
"""

from collections.abc import Collection, Iterable

from policytext.errors import ConfigError
from policytext.linter import checks
from policytext.linter.house_style import NO_STYLE, HouseStyle
from policytext.rulebook.rulebook import Rulebook

#: The check that a rate of false positives switches on.
RATE_CHECK = "typo/unlikely-character"


def list_rule_names(book: Rulebook) -> tuple[str, ...]:
    """Return the names of all lint rules and checks, enabled or not."""
    return (*(rule.id for rule in book.lint_rules), *(check.rule.id for check in checks.load_checks()))


def select_rules(
    book: Rulebook,
    select: Iterable[str],
    ignore: Iterable[str],
    rate: float | None = None,
    style: HouseStyle = NO_STYLE,
) -> frozenset[str]:
    """Return the names of the rules and checks to run.

    Args:
        book: the rules.
        select: names or families to run; without any, all that are enabled.
        ignore: names or families to exclude.
        rate: the accepted number of false positives in 10,000 characters; None if the user sets none.
        style: the house style.
    """
    enabled = {rule.id for rule in book.lint_rules if book.enabled[book.names[rule.id]]}
    enabled |= {check.rule.id for check in checks.load_checks() if check.rule.enabled}
    enabled = (enabled | style.enabled) - style.disabled
    selected, ignored = list(select), list(ignore)
    chosen = enabled
    if selected:
        # A family selects its enabled rules only; a full name also selects a disabled rule.
        renamed = _resolve_former_names(book, selected)
        chosen = {name for name in enabled if _get_family(name) in selected}
        chosen |= {name for name in list_rule_names(book) if name in selected or name in renamed}
    if rate is not None:
        chosen = chosen | {RATE_CHECK}
    excluded = {*ignored, *_resolve_former_names(book, ignored)}
    return frozenset(name for name in chosen if name not in excluded and _get_family(name) not in ignored)


def require_packages(only: Collection[str]) -> None:
    """Check that the packages of all selected checks are installed.

    Raises:
        ConfigError: a package is missing.
    """
    for check in checks.load_checks():
        rule = check.rule
        package = checks.find_missing_package(rule) if rule.needs and rule.id in only else None
        if package is not None:
            raise ConfigError("check-needs-extra", name=package, rule=rule.id, extra=rule.extra)


def _get_family(name: str) -> str:
    return name.partition("/")[0]


def _resolve_former_names(book: Rulebook, names: Iterable[str]) -> frozenset[str]:
    """Return the current names of rules given by a current or former name."""
    return frozenset(book.ids[book.names[name]] for name in names if name in book.names)
