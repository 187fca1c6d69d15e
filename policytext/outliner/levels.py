"""The hierarchy of enumerators in one document.

The default is the order of GB/T 9704-2012 7.3.3 (一、 （一） 1. （1）) and of statutes (编 章 节 条 款 项). The use in the
document overrides it: 一、 is an item below 條 in Taiwan, and a heading above 第一条 in a judicial interpretation.
A level is the depth in the document, so that a skipped form leaves no gap.

>>> from policytext.outliner.markers import Marker
>>> order = infer_levels([Marker(i, i + 1, "", form, n, i) for i, (form, n) in enumerate(
...     [("han", 1), ("article", 1), ("article", 2), ("han", 2), ("article", 3)])])
>>> order["han"] < order["article"]
True
"""

from collections.abc import Sequence

from policytext.outliner.markers import Marker

#: The form of a list inside a list of the same shape.
NESTED = "nested"
#: The form of a line that is likely to be a heading without an enumerator.
TOPIC = "topic"

#: The usual order, smaller is higher.
RANKS = {
    "part": 10, "subpart": 15, "chapter": 20, "section": 30, "division": 33, "subdivision": 36, "article": 40,
    "financial": 45, "han": 50, "roman": 55, "half-paren-han": 58, "paren-han": 60, "box": 65,
    "bare": 66, "multi2": 66.5, "multi3": 67, "multi4": 67.5, "multi5": 68, "arab": 70,
    "half-paren-arab": 75, "paren-arab": 80, "circled": 85, "stem": 88, "paren-stem": 89,
    "lost": 20, "lost-section": 30, "subhead": 69, "markdown": 5,
    "latin": 92, "half-paren-latin": 92, "paren-latin": 93, NESTED: 94, "dash": 95,
}  # fmt: skip

_DECIMALS = ("multi2", "multi3", "multi4", "multi5")
#: Forms below the one that precedes their first use, and their rank where none does.
_FLOATING = {"worded": 46.0, "letter": 46.0, "bracket": 46.0, "question": 46.0, "bullet": 69.0, "dot": 69.0}

#: Pairs whose order some documents reverse; the first is usually above the second.
_REVERSIBLE = (
    ("part", "han"),
    ("part", "paren-han"),
    ("article", "han"),
    ("paren-han", "arab"),
    ("han", "arab"),
    ("paren-han", "bare"),
    ("han", "bare"),
    ("han", "paren-han"),
    ("arab", "paren-arab"),
    ("arab", "half-paren-arab"),
    ("arab", "circled"),
    ("paren-arab", "circled"),
    ("han", "stem"),
    ("paren-han", "stem"),
    ("arab", "stem"),
    ("han", "latin"),
    ("paren-han", "latin"),
    ("arab", "latin"),
    ("han", "roman"),
    ("roman", "latin"),
)


def infer_levels(markers: Sequence[Marker]) -> dict[str, float]:
    """Return the ranks of forms in this document: `RANKS`, with the pairs reversed that the document reverses."""
    ranks: dict[str, float] = dict(RANKS)
    present = {marker.form for marker in markers}
    for upper, lower in _REVERSIBLE:
        if upper in present and lower in present and _is_reversed(markers, upper, lower):
            # Two forms above the same one keep their own order.
            ranks[lower] = min(ranks[lower], ranks[upper] - 0.5 + RANKS[lower] / 1_000)
    if ranks["bare"] != RANKS["bare"]:
        for place, form in enumerate(_DECIMALS, 1):
            ranks[form] = ranks["bare"] + place / 20
    # In the order of their first use: ● may stand below ■.
    for form in dict.fromkeys(marker.form for marker in markers if marker.form in _FLOATING):
        ranks[form] = _find_floating_rank(markers, form, ranks)
    return ranks


def _find_floating_rank(markers: Sequence[Marker], form: str, ranks: dict[str, float]) -> float:
    """Return the rank directly below the form that precedes the first use of `form`."""
    before: str | None = None
    members = [marker for marker in markers if marker.form == form]
    if form == "letter" or (form == "bracket" and len(members) == 1):
        return _FLOATING[form]
    for marker in markers:
        if marker.form == form:
            return ranks[before] + 0.25 if before in ranks else _FLOATING.get(before or form, _FLOATING[form])
        if marker.form not in ("dash", NESTED):
            before = marker.form
    return _FLOATING[form]


def _is_reversed(markers: Sequence[Marker], upper: str, lower: str) -> bool:
    """Return whether `lower` is above `upper`: it comes first and its numbering continues across runs of `upper`."""
    first = next(marker.form for marker in markers if marker.form in (upper, lower))
    if first == upper:
        return False
    across, last, between = 0, 0, 0
    for marker in markers:
        if marker.form == upper:
            between += 1
        elif marker.form == lower:
            if between and marker.ordinal == last + 1:
                across += 1
            elif marker.ordinal == 1 and last and between:
                return False  # it restarts below the other form, as an item does
            last, between = marker.ordinal or 0, 0
    return across > 0
