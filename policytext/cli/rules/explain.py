"""``policytext rules explain``: what a rule finds, why, by which standard, and how well it was measured."""

from policytext.cli.rules._rule_cards import Card, card, check_card, text_of
from policytext.cli.rules._shared import RulesOptions, end, load_rules_of, write, write_lines
from policytext.cli.setting_errors import Origin, error_with_suggestion
from policytext.cli.settings import Settings
from policytext.linter.checks import load_checks


def explain(settings: Settings) -> None:
    """Everything that is known of one rule, from where it is defined."""
    found = load_rules_of(settings)
    shown = _card(found, settings.text("name") or "")
    if settings.format == "json":
        from json import dumps

        write(settings, [dumps(shown, ensure_ascii=False, indent=2), "\n"])
    else:
        write_lines(settings, text_of(shown, found.settings.lang))
    end(found, 0, "")


def _card(found: RulesOptions, name: str) -> Card:
    rule = found.book.find_rule(name)
    if rule is not None:
        return card(rule)
    checks = {check.rule.id: check for check in load_checks()}
    if name in checks:
        return check_card(checks[name], found.settings.lang)
    raise error_with_suggestion("no-such-rule", name, [*found.book.names, *checks], Origin(name))
