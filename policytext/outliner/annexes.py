"""The title of an annex, on the line below 附件1.

>>> from policytext.outliner.markers import find_line_markers
>>> lines = LineViews("附件1\\n2026年民生实事\\n一、养老")
>>> markers = list(find_line_markers(lines))
>>> find_annex_title(lines, markers[0], markers)
Title(start=4, end=13, standalone=True)
"""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker
from policytext.outliner.titles import Title
from policytext.text.lazy_patterns import LazyPattern

_LONGEST = 60
#: A line of a title has no stop inside, and is no table, address or list of names.
_NOT_TITLE = LazyPattern("[。；;！!？?：:|｜\t，]|、$")
#: A title of two lines is broken after one of these, or the second line is a note in brackets.
_GOES_ON = LazyPattern("(?:关于|關於|印发|和|与|及|的|暨|、)$")


def find_annex_title(lines: LineViews, marker: Marker, markers: Sequence[Marker]) -> Title:
    """Return the title on the line below an annex's marker, an empty one without it.

    Args:
        lines: the text.
        marker: the marker, alone on its line.
        markers: the headings of the text; a line that one of them opens is no title.
    """
    opened = {other.line for other in _following(markers, marker)}
    index = lines.next(marker.line or 0)
    if index is None or index in opened or not _may_be_title(lines, index):
        return Title(marker.end, marker.end, True)
    end = lines.ends[index]
    below = lines.next(index)
    if below is not None and below not in opened and _may_be_title(lines, below):
        words = lines.text_of(below)
        if (words[0] in "（(" and words[-1] in "）)") or _GOES_ON.search(lines.text_of(index)):
            end = lines.ends[below]
    return Title(lines.begins[index], end, True)


def _following(markers: Sequence[Marker], marker: Marker) -> Sequence[Marker]:
    place = bisect_right(markers, marker.start, key=attrgetter("start"))
    return markers[place : place + 2]


def _may_be_title(lines: LineViews, index: int) -> bool:
    length = lines.ends[index] - lines.begins[index]
    return 2 <= length <= _LONGEST and not _NOT_TITLE.search(lines.text_of(index))
