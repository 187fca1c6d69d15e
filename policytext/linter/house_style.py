"""The house style: settings that each switch on one rule of the family ``style``, and off the rules it contradicts.

>>> style = choose_rules({"quotes": "corner", "brackets": None, "enumerators": None})
>>> sorted(style.enabled), sorted(style.disabled)
(['style/corner-quotes'], ['punctuation/half-width-quotes'])
"""

from collections.abc import Mapping

from policytext.model.records import NamedTuple

#: For each setting its values, each with the rule that it enables and those that it disables.
SETTINGS: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "quotes": {
        "curly": ("style/curly-quotes", ()),
        "corner": ("style/corner-quotes", ("punctuation/half-width-quotes",)),
    },
    "brackets": {
        "full": ("style/full-width-brackets", ("punctuation/half-width-brackets", "punctuation/mixed-brackets")),
        "half": ("style/half-width-brackets", ("punctuation/half-width-brackets", "punctuation/mixed-brackets")),
    },
    "enumerators": {
        "、": ("style/enumerator-comma", ("document/attachment-number",)),
        ".": ("style/enumerator-stop", ()),
        "．": ("style/enumerator-full-stop", ("document/attachment-number",)),
    },
}  # fmt: skip


class HouseStyle(NamedTuple):
    """The rules that a house style enables, and those that it disables."""

    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()


NO_STYLE = HouseStyle()


def choose_rules(values: Mapping[str, str | None]) -> HouseStyle:
    """Return what the values of `SETTINGS` enable and disable; None stands for no rule."""
    chosen = [SETTINGS[name][value] for name, value in values.items() if value is not None]
    return HouseStyle(
        frozenset(rule for rule, _ in chosen), frozenset(rule for _, rules in chosen for rule in rules)
    )
