"""The ranks of headings without an enumerator among the forms of the numbered headings.

They are below the forms whose numbering goes on across them, and above those that begin anew below each.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from policytext.model.records import dataclass
from policytext.outliner.heading_lines import HeadingLine
from policytext.outliner.levels import RANKS, TOPIC
from policytext.outliner.markers import Marker

UPPER, LOWER, EDGE = "plain", "plain-lower", "plain-edge"
#: Forms that say nothing about levels.
_APART = frozenset({"annex", "box", "dash", "lost", "subhead", "nested"})
#: The steps between the rank of a form and that of the headings above and below it, smaller than between two forms.
ABOVE, BELOW = -0.3, 0.2
#: With this many unnumbered headings, a numbering below the last of them alone says something.
_SEVERAL = 2
#: Below every other form, so that a topic holds no section.
TOPIC_RANK = 999.0


@dataclass(slots=True)
class Relation:
    """How often a form's numbering goes on across unnumbered headings, and how often it begins below one.

    `first` is the number of those above its first 1, and `runs` how often it begins.
    """

    last: int = 0
    seen: int = -1
    above: int = 0
    below: int = 0
    first: int = 0
    runs: int = 0


def relate(headings: Sequence[Marker], certain: Sequence[HeadingLine]) -> dict[str, Relation]:
    """Return for each form how its numbering relates to unnumbered headings."""
    relations: dict[str, Relation] = {}
    starts = [candidate.start for candidate in certain]
    for marker in headings:
        if marker.form in _APART or marker.line is None:
            continue
        relation = relations.setdefault(marker.form, Relation())
        passed = bisect_right(starts, marker.start)
        if passed and certain[passed - 1].below == marker.line:
            relation.below += 1
        elif passed > max(relation.seen, 0) and relation.seen >= 0:
            relation.above += marker.ordinal == relation.last + 1
            relation.below += marker.ordinal == 1
        if marker.ordinal == 1:
            relation.first = relation.first if relation.runs else passed
            relation.runs += 1
        relation.last, relation.seen = marker.ordinal or 0, passed
    return relations


def _stands_beside(
    headings: Sequence[Marker], certain: Sequence[HeadingLine], form: str, relation: Relation
) -> bool:
    """Return whether a numbering stands beside unnumbered headings in a section, and alone in another section.

    五年来，… 五年来，… （一） … below 一、, and （一） … directly below 二、.
    """
    if relation.below or relation.runs < 2 or len(certain) <= _SEVERAL:
        return False
    starts = [candidate.start for candidate in certain]
    begun = [
        bisect_right(starts, marker.start)
        for marker in headings
        if marker.form == form and marker.ordinal == 1
    ]
    return len(set(begun)) == 1 and begun[0] == len(certain)


def rank_plain(
    headings: Sequence[Marker], certain: Sequence[HeadingLine], ranks: Mapping[str, float]
) -> dict[str, float]:
    """Return the ranks of unnumbered headings: below the forms that go on across them, above those that begin anew."""
    relations = relate(headings, certain)
    top = min((ranks[form] for form in relations), default=RANKS["han"])
    under = [ranks[form] for form, relation in relations.items() if relation.below > relation.above]
    over = [ranks[form] for form, relation in relations.items() if relation.above > relation.below]
    rank = top
    tops = [relation.seen for form, relation in relations.items() if ranks[form] == top]
    if tops == [0] and not under:
        rank = top + BELOW  # all stand in the last section
    elif over and (not under or max(over) < min(under)):
        rank = max(over) + BELOW
        beside = [
            ranks[f]
            for f, r in relations.items()
            if ranks[f] > rank and _stands_beside(headings, certain, f, r)
        ]
        rank = min(beside, default=rank)
    elif under:
        rank = min(under) + ABOVE
    elif any(r.first >= _SEVERAL for form, r in relations.items() if ranks[form] == top):
        rank = top + ABOVE  # the last of several unnumbered headings holds the numbering
    edge = top if over or not under else min(top, rank)
    return {UPPER: rank, LOWER: rank + 0.1, EDGE: edge, TOPIC: TOPIC_RANK}
