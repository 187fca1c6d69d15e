"""Markers that count only beside their neighbours: 1., （1）, ① and 甲、 without a 2 are ordinary numbers.

>>> from policytext.outliner.markers import find_line_markers
>>> lines = LineViews("1.甲类。\\n1.一项。\\n2.二项。\\n3.三项。\\n2.乙类。\\n（1）另有说明的，从其说明。")
>>> [marker.marker for marker in keep_with_neighbours(lines, list(find_line_markers(lines)))]
['1.', '1.', '2.', '3.', '2.']
"""

from collections.abc import Sequence
from itertools import pairwise

from policytext.outliner.decimal_numbers import DECIMAL_FORMS, find_stray_decimals
from policytext.outliner.levels import RANKS
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker
from policytext.text.lazy_patterns import LazyPattern

_NEEDS_NEIGHBOUR = frozenset(
    {
        "arab",
        "half-paren-arab",
        "paren-arab",
        "circled",
        "stem",
        "paren-stem",
        "latin",
        "half-paren-latin",
        "paren-latin",
        "roman",
        "dash",
    }
)
_DOUBTFUL = _NEEDS_NEIGHBOUR | DECIMAL_FORMS
#: 一， and 一. count only beside another of the kind.
_WEAK = frozenset({"han", "financial"})
#: Headings that end every list below them.
_BORDERS = frozenset({"part", "subpart", "chapter", "section", "article", "han", "paren-han", "annex"})
#: The number of lists of one form, each inside the one before, that are followed.
_OPEN = 8
_LONE_FORMS = frozenset({"arab", "paren-arab"})
_LONGEST_LONE = 30
_LONE_TITLE = LazyPattern("[\u4e00-\u9fff“《A-Za-z0-9][^。；;，,：:！!？?|\\t]+[^。；;，,、：:！!？?|\\t]")
_FINISHED = frozenset("。；;：:！!？?”）)")


def keep_with_neighbours(lines: LineViews, markers: Sequence[Marker]) -> list[Marker]:
    """Return the markers without those whose form needs a neighbouring number and has none.

    Args:
        lines: the text.
        markers: the markers at line starts, in order.
    """
    forms = {marker.form for marker in markers}
    if forms.isdisjoint(_DOUBTFUL) and (
        forms.isdisjoint(_WEAK) or not any(_needs_neighbour(marker) for marker in markers)
    ):
        return list(markers)
    linked = _find_next_to(markers) | _find_around_lists(markers)
    dropped = find_stray_decimals(markers)
    dropped.update(m.start for m in markers if _needs_neighbour(m) and m.start not in linked)
    if not dropped:
        return list(markers)
    dropped -= _find_lone_headings(lines, markers, dropped)
    return [marker for marker in markers if marker.start not in dropped]


def _needs_neighbour(marker: Marker) -> bool:
    return marker.form in _NEEDS_NEIGHBOUR or (marker.form in _WEAK and marker.marker[-1] in "，,.．：:")


def _find_next_to(markers: Sequence[Marker]) -> set[int]:
    """Return the starts of the markers directly before or after one of their form with the next number."""
    linked: set[int] = set()
    last: dict[str, Marker] = {}
    for marker in markers:
        before = last.get(marker.form)
        last[marker.form] = marker
        if before is None:
            continue
        if marker.form == "dash" or (
            marker.ordinal is not None
            and before.ordinal is not None
            and abs(marker.ordinal - before.ordinal) == 1
        ):
            linked.update((before.start, marker.start))
    return linked


def _find_around_lists(markers: Sequence[Marker]) -> set[int]:
    """Return the starts of the markers that continue a list around an inner list of the same form."""
    linked: set[int] = set()
    open_runs: dict[str, list[Marker]] = {}
    for marker in markers:
        if marker.form in _BORDERS:
            open_runs.clear()
        elif marker.form in _LONE_FORMS:
            runs = open_runs.setdefault(marker.form, [])
            number = marker.ordinal or 0
            fitting = [i for i, run in enumerate(runs) if (run.ordinal or 0) == number - 1]
            if fitting:
                linked.update((runs[fitting[-1]].start, marker.start))
                del runs[fitting[-1] :]
            elif number != 1:
                continue
            runs.append(marker)
            del runs[:-_OPEN]
    return linked


def _find_lone_headings(lines: LineViews, markers: Sequence[Marker], dropped: set[int]) -> set[int]:
    """Return the starts of a 1. and a （1） that have no 2 but stand as headings: below a heading, above their text."""
    found: set[int] = set()
    for above, marker in pairwise(markers):
        if (
            marker.start in dropped
            and marker.ordinal == 1
            and marker.form in _LONE_FORMS
            and (above.start not in dropped or above.start in found)
            and RANKS.get(above.form, 100) < RANKS[marker.form]
            and _is_heading_line(lines, marker.line or 0, marker.end)
        ):
            found.add(marker.start)
    return found


def _is_heading_line(lines: LineViews, index: int, start: int) -> bool:
    """Return whether a line is a short title above a sentence."""
    end, above, below = lines.ends[index], lines.previous(index), lines.next(index)
    if above is None or below is None or not 2 <= end - start <= _LONGEST_LONE:
        return False
    if not _LONE_TITLE.fullmatch(lines.text[start:end].strip()):
        return False
    body = lines.ends[below] - lines.begins[below]
    finished = lines.text[lines.ends[above] - 1] in _FINISHED or lines.ends[above] - lines.begins[above] <= 30
    return finished and body > end - start and lines.text[lines.ends[below] - 1] in "。；"
