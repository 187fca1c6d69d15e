"""Headings that lost their enumerator in conversion: a short line alone, right above an article.

Of the breaks in numbering that were measured in official copies, 81 kept the title line without its marker
("信息惠民" above 第三十二条, where 第五章 信息惠民 had been). The same holds for the unnumbered headings above
numbered paragraphs in Hong Kong's addresses.
"""

from collections.abc import Iterator, Sequence

from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker

_LONGEST = 24
_FINISHED = frozenset('。；;！!？?”"」』）)》】…')
_NOT_TITLES = frozenset("。；;：:，,、！!？?…（）()〔〕|<>=/\\0123456789")
#: Paragraph numbers of an address begin far above any list's.
_PARAGRAPH = 100


def find_missing_markers(lines: LineViews, line: Sequence[Marker]) -> Iterator[Marker]:
    """A marker without a sign at each line that can only be a heading."""
    opened = {marker.line for marker in line}
    seen_first = False
    for marker in line:
        if not _numbers_paragraphs(marker):
            continue
        if not seen_first:
            seen_first = True
            if marker.form == "article" and not any(
                m.form == "chapter" and m.start < marker.start for m in line[:3]
            ):
                continue  # above the first article stand the title and the dates
        yield from _find_heading_above(lines, marker, opened)


def _find_heading_above(lines: LineViews, marker: Marker, opened: set[int | None]) -> Iterator[Marker]:
    above = lines.previous(marker.line or 0)
    if above is None or above in opened:
        return
    start, end = lines.begins[above], lines.ends[above]
    if not 2 <= end - start <= _LONGEST or not _NOT_TITLES.isdisjoint(lines.text[start:end]):
        return
    before = lines.previous(above)
    if before is None:
        return
    if before in opened or lines.text[lines.ends[before] - 1] in _FINISHED:
        yield Marker(start, start, "", "lost" if marker.form == "article" else "subhead", None, above)


def _numbers_paragraphs(marker: Marker) -> bool:
    return marker.form == "article" or (marker.form == "arab" and (marker.ordinal or 0) >= _PARAGRAPH)
