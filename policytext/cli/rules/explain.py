"""``policytext rules explain``: the patterns of a rule, its reason, its standard and its measured precision."""

from policytext.cli.rules._rule_cards import Card, format_card, make_card, make_check_card
from policytext.cli.rules._shared import SelectedRules, finish, select_rules, write, write_lines
from policytext.cli.setting_errors import Origin, make_suggestion_error
from policytext.cli.settings import Settings
from policytext.linter.checks import load_checks


def explain(settings: Settings) -> None:
    """Show the definition of one rule."""
    found = select_rules(settings)
    shown = _make_named_card(found, settings.text("name") or "")
    if settings.format == "json":
        from json import dumps

        write(settings, [dumps(shown, ensure_ascii=False, indent=2), "\n"])
    else:
        write_lines(settings, format_card(shown, found.settings.lang))
    finish(found, 0, "")


def _make_named_card(found: SelectedRules, name: str) -> Card:
    rule = found.book.find_rule(name)
    if rule is not None:
        return make_card(rule)
    checks = {check.rule.id: check for check in load_checks()}
    if name in checks:
        return make_check_card(checks[name], found.settings.lang)
    raise make_suggestion_error("no-such-rule", name, [*found.book.names, *checks], Origin(name))
