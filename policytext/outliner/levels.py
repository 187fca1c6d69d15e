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

#: The usual order, smaller is higher.
RANKS = {
    "part": 10, "subpart": 15, "chapter": 20, "section": 30, "article": 40,
    "financial": 45, "han": 50, "roman": 55, "half-paren-han": 58, "paren-han": 60, "box": 65,
    "bare": 70, "arab": 70, "multi2": 71, "multi3": 72, "multi4": 73, "multi5": 74,
    "half-paren-arab": 75, "paren-arab": 80, "circled": 85, "stem": 88, "paren-stem": 89,
    "lost": 20, "subhead": 69, "markdown": 5,
    "latin": 92, "half-paren-latin": 92, "paren-latin": 93, NESTED: 94, "dash": 95,
}  # fmt: skip

#: Pairs whose order some documents reverse; the first is usually above the second.
_REVERSIBLE = (
    ("article", "han"),
    ("paren-han", "arab"),
    ("han", "arab"),
    ("han", "paren-han"),
    ("arab", "paren-arab"),
)


def infer_levels(markers: Sequence[Marker]) -> dict[str, float]:
    """Return the ranks of forms in this document: `RANKS`, with the pairs reversed that the document reverses."""
    ranks: dict[str, float] = dict(RANKS)
    present = {marker.form for marker in markers}
    for upper, lower in _REVERSIBLE:
        if upper in present and lower in present and _is_reversed(markers, upper, lower):
            ranks[lower] = ranks[upper] - 0.5
    return ranks


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
            elif marker.ordinal == 1 and last:
                return False  # it restarts below the other form, as an item does
            last, between = marker.ordinal or 0, 0
    return across > 0
