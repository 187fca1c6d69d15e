"""The annexes of a document: whether 附件1 opens one or announces it, and the annex's title.

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
#: The largest number of lines of a title, and the shortest sentence of the text below, in characters.
_TITLE_LINES, _SENTENCE = 3, 20
_FIRST = LazyPattern(
    "[一壹]、|（一）|\\(一\\)|第[ \u3000]*[一1][ \u3000]*[章条條编編部]|[1１][.．、](?![0-9])"
)
_NO_TITLE = LazyPattern("附[件表录錄]|[0-9０-９]{1,2}[.．、]|[（(][0-9一二三四五六七八九十]{1,2}[）)]")
_HAN = LazyPattern("[“《「『]?[\u4e00-\u9fff0-9]")
#: A line of a title has no stop inside, and is no table, address or list of names.
_NOT_TITLE = LazyPattern("[。；;！!？?：:|｜\t，┌├│└─]|、$")
#: A title of two lines is broken after one of these, or the second line is a note in brackets.
_GOES_ON = LazyPattern("(?:关于|關於|印发|和|与|及|的|暨|、)$")


def opens_annex(lines: LineViews, marker: Marker) -> bool:
    """Return whether 附件 at a line's start opens an annex: alone on its line, or with a title above a first heading.

    附件：1.… and 附件1：… above a signature or a note announce annexes.

    Args:
        lines: the text.
        marker: the marker.
    """
    index = marker.line or 0
    title = lines.text[marker.end : lines.ends[index]].strip()
    colon = marker.marker[-1] in "：:"
    if not title and not colon:
        return True
    if (
        index in lines.headings
        or not (colon or lines.text[marker.end] in " \t\u3000")
        or len(title) > _LONGEST
    ):
        return False
    below = lines.next(index)
    if title:
        if below is None or _NOT_TITLE.search(title) or not _HAN.match(title):
            return False
        return _is_first(lines, below)
    # 附件： alone: a title stands below, then the text; in an announcement the signature.
    for _ in range(_TITLE_LINES):
        if (
            below is None
            or _NO_TITLE.match(lines.text, lines.begins[below])
            or not _may_be_title(lines, below)
        ):
            return False
        below = lines.next(below)
        if below is not None and (_is_first(lines, below) or _is_text(lines, below)):
            return True
    return False


def _is_first(lines: LineViews, index: int) -> bool:
    return bool(_FIRST.match(lines.text, lines.begins[index], lines.ends[index]))


def _is_text(lines: LineViews, index: int) -> bool:
    start, end = lines.begins[index], lines.ends[index]
    return end - start >= _SENTENCE and lines.text[end - 1] in "。；：" and lines.text[start] != "附"


def find_annex_title(lines: LineViews, marker: Marker, markers: Sequence[Marker]) -> Title:
    """Return the title on the line below an annex's marker, an empty one without it.

    Args:
        lines: the text.
        marker: the marker, alone on its line.
        markers: the headings of the text; a line that one of them opens is no title.
    """
    own = lines.ends[marker.line or 0]
    if lines.text[marker.end : own].strip():
        start = marker.end
        while lines.text[start] in " \t\u3000\xa0：:":
            start += 1
        return Title(start, own, True)
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
