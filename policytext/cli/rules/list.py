"""``policytext rules list``: every rule by name."""

from collections.abc import Iterator

from policytext.cli.rules._rule_cards import Card, make_card, make_check_card
from policytext.cli.rules._shared import SelectedRules, finish, select_rules, write, write_lines
from policytext.cli.settings import Settings
from policytext.linter.checks import load_checks
from policytext.messages import say
from policytext.text.display import count_cells, join_lines

_COLUMNS = ("id", "kind", "severity", "enabled", "title")


def list_(settings: Settings) -> None:
    """List the rules of all packs and the checks, each with its kind, severity and title."""
    found = select_rules(settings, named=settings.names("files"))
    cards = list(_make_cards(found))
    if settings.format == "json":
        from json import dumps

        write(settings, [dumps(cards, ensure_ascii=False, indent=2), "\n"])
    elif settings.format == "tsv":
        rows = ("\t".join(join_lines(str(card.get(key, ""))) for key in _COLUMNS) for card in cards)
        write(settings, (f"{row}\n" for row in ("\t".join(_COLUMNS), *rows)))
    else:
        write_lines(settings, _format_cards(cards, found))
    finish(found, 0, "done-rules-list", rules=len(cards))


def _make_cards(found: SelectedRules) -> Iterator[Card]:
    for number in range(len(found.book)):
        if found.is_selected(number):
            yield make_card(found.book.get_rule(number))
    if not found.own:
        yield from (make_check_card(check, found.settings.lang) for check in load_checks())


def _format_cards(cards: list[Card], found: SelectedRules) -> Iterator[str]:
    lang = found.settings.lang
    names = max((count_cells(card["id"]) for card in cards), default=0)
    kinds = [str(card.get("severity", card["kind"])) for card in cards]
    width = max((len(kind) for kind in kinds), default=0)
    for card, kind in zip(cards, kinds, strict=True):
        off = "" if card["enabled"] else f"  {say('card-off', lang)}"
        yield f"{card['id']:<{names}}  {kind:<{width}}  {card['title']}{off}"
