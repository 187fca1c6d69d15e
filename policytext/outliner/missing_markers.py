"""Headings that lost their enumerator in conversion: a short line directly above an article.

Of 1,198 breaks in numbering in official copies, 81 kept the title without its marker ("信息惠民" above 第三十二条 in
place of 第五章 信息惠民). Hong Kong's policy addresses have unnumbered headings above numbered paragraphs.
"""

from collections.abc import Iterator, Mapping, Sequence

from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker

_LONGEST = 24
_FINISHED = frozenset('。；;！!？?”"」』）)》】…')
_NOT_TITLES = frozenset("。；;：:，,、！!？?…（）()〔〕|<>=＝×÷/\\0123456789")
#: The names of a first chapter, which may stand above the first article without a number.
_FIRST_CHAPTERS = frozenset({"总则", "總則", "总纲", "總綱"})
#: A chapter's title of this length that is alone on its line goes on below.
_LONG_TITLE = 11
_TITLED = frozenset({"part", "subpart", "chapter", "section"})
_GOES_ON = frozenset("、的和与及與，,")
#: A number from here on counts paragraphs, because no list is as long.
_PARAGRAPH = 100


def find_missing_markers(lines: LineViews, line: Sequence[Marker]) -> list[Marker]:
    """Find a marker without text at each line that can only be a heading.

    Args:
        lines: the text.
        line: the markers at line starts, in order.
    """
    found = list(_find_headings(lines, line))
    # A copy that kept nothing but 总则 has no chapters.
    alone = len(found) == 1 and not any(marker.form == "chapter" for marker in line)
    return [] if alone and _is_first_chapter(lines, found[0].line or 0) else found


def _is_first_chapter(lines: LineViews, index: int) -> bool:
    return "".join(lines.text_of(index).split()) in _FIRST_CHAPTERS


def _find_headings(lines: LineViews, line: Sequence[Marker]) -> Iterator[Marker]:
    opened = {marker.line or 0: marker for marker in line}
    seen_first = False
    for marker in line:
        if not _numbers_paragraphs(marker):
            continue
        if not seen_first:
            seen_first = True
            if marker.form == "article" and not any(
                m.form == "chapter" and m.start < marker.start for m in line[:3]
            ):
                above = lines.previous(marker.line or 0)
                if above is None or not _is_first_chapter(lines, above):
                    continue  # the line above the first article is the title or a date
        yield from _find_heading_above(lines, marker, opened)


def _find_heading_above(lines: LineViews, marker: Marker, opened: Mapping[int, Marker]) -> Iterator[Marker]:
    above = lines.previous(marker.line or 0)
    if above is None or above in opened:
        return
    start, end = lines.begins[above], lines.ends[above]
    if not 2 <= end - start <= _LONGEST or not _NOT_TITLES.isdisjoint(lines.text[start:end]):
        return
    before = lines.previous(above)
    if before is None:
        return
    if before in opened:
        if not _is_first_chapter(lines, above) and _goes_on(lines, opened[before], start):
            return
    elif not _is_first_chapter(lines, above) and lines.text[lines.ends[before] - 1] not in _FINISHED:
        return
    yield Marker(start, start, "", "lost" if marker.form == "article" else "subhead", None, above)


def _goes_on(lines: LineViews, marker: Marker, start: int) -> bool:
    """Return whether the title of a chapter goes on in the line at `start`."""
    if marker.form not in _TITLED:
        return False
    end = lines.ends[marker.line or 0]
    title = lines.text[marker.end : end].strip()
    return len(title) >= _LONG_TITLE or lines.text[end - 1] in _GOES_ON or lines.text[start] in _GOES_ON


def _numbers_paragraphs(marker: Marker) -> bool:
    return marker.form == "article" or (marker.form == "arab" and (marker.ordinal or 0) >= _PARAGRAPH)
