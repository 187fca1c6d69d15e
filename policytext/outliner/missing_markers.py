"""Headings that lost their enumerator in conversion: a short line directly above an article.

Of 1,198 breaks in numbering in official copies, 81 kept the title without its marker ("信息惠民" above 第三十二条 in
place of 第五章 信息惠民). Hong Kong's policy addresses have unnumbered headings above numbered paragraphs.
"""

from collections.abc import Iterator, Mapping, Sequence

from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import GAP, HAN_NUMERAL, Marker
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import parse_ordinal

_LONGEST = 24
_FINISHED = frozenset('。；;！!？?”"」』）)》】…')
_NOT_TITLES = frozenset("。；;：:，,、！!？?…（）()〔〕|<>=＝×÷/\\0123456789")
#: The names of a first chapter, which may stand above the first article without a number.
_FIRST_CHAPTERS = frozenset({"总则", "總則", "总纲", "總綱"})
#: The names of a first section, and of chapters at the end, which are never sections.
_FIRST_SECTIONS = frozenset({"一般规定", "一般規定", "通则", "通則"})
_LAST_CHAPTERS = frozenset({"法律责任", "法律責任", "罚则", "罰則", "附则", "附則"})
#: The parts of a section in Taiwan's statutes; elsewhere 款 and 目 are parts of an article.
_DIVISION = LazyPattern(rf"第{GAP}({HAN_NUMERAL}{{1,3}}){GAP}([款目])(?=[ \u3000])")
#: The largest number of such headings above an article.
_STACKED = 4
#: A chapter's title of this length that is alone on its line goes on below.
_LONG_TITLE = 10
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
    return _read_name(lines, index) in _FIRST_CHAPTERS


def _find_headings(lines: LineViews, line: Sequence[Marker]) -> Iterator[Marker]:
    if not any(marker.form == "article" or _numbers_paragraphs(marker) for marker in line):
        return
    opened = {marker.line or 0: marker for marker in line}
    seen_first = False
    first_section = ""  # of a chapter whose sections lost their numbers
    numbered = False  # whether that chapter has a number
    for marker in line:
        if marker.form == "chapter":
            first_section = ""
        if marker.form != "article" and not _numbers_paragraphs(marker):
            continue
        if not seen_first:
            seen_first = True
            if marker.form == "article" and not any(
                m.form == "chapter" and m.start < marker.start for m in line[:3]
            ):
                above = lines.previous(marker.line or 0)
                if above is None or not _is_first_chapter(lines, above):
                    continue  # the line above the first article is the title or a date
        above = lines.previous(marker.line or 0)
        if above is None or above in opened or not _may_be_title(lines, above):
            continue  # nearly always
        for found in reversed(list(_find_above(lines, marker, opened))):
            if found.form == "lost":
                title = _read_name(lines, found.line or 0)
                before = opened.get(lines.previous(found.line or 0) or -1)
                if before is not None and before.form == "chapter":
                    first_section, numbered = title, True
                elif before is not None and before.form == "lost":
                    first_section, numbered = title, False
                elif title in _LAST_CHAPTERS or not (numbered or _are_alike(title, first_section)):
                    first_section = ""
                if first_section:
                    found.form = "lost-section"
                opened[found.line or 0] = found
            yield found


def _are_alike(title: str, first: str) -> bool:
    """Return whether two titles of sections end in the same word, as 文化旅游 and 乡村旅游 do, or one is the rest: 其他…"""
    return bool(first) and (title[-2:] == first[-2:] or title[:2] in ("其他", "其它"))


def _find_above(lines: LineViews, marker: Marker, opened: Mapping[int, Marker]) -> Iterator[Marker]:
    """Find the headings directly above an article or a numbered paragraph, the lowest first."""
    index: int | None = marker.line
    for _ in range(_STACKED):
        index = lines.previous(index or 0)
        if index is None or index in opened or not _may_be_title(lines, index):
            return
        start, end = lines.begins[index], lines.ends[index]
        division = _DIVISION.match(lines.text, start, end)
        if division is not None:
            form = "division" if division[2] == "款" else "subdivision"
            number = parse_ordinal(division[1])
            yield Marker(start, division.end(), division[0], form, number, index)
            continue
        form = "lost" if marker.form == "article" else "subhead"
        before = lines.previous(index)
        if before is None or not _stands_below(lines, index, before, opened):
            return
        yield Marker(start, start, "", form, None, index)
        if form == "subhead" or not _opens_chapter(lines, before, opened):
            return


def _opens_chapter(lines: LineViews, index: int, opened: Mapping[int, Marker]) -> bool:
    """Return whether a line above the title of a section is that of its chapter, which lost its number too."""
    size = lines.ends[index] - lines.begins[index]
    if index in opened or size >= _LONG_TITLE or not _may_be_title(lines, index):
        return False
    before = lines.previous(index)
    return before is not None and lines.text[lines.ends[before] - 1] in "。；"


def _may_be_title(lines: LineViews, index: int) -> bool:
    start, end = lines.begins[index], lines.ends[index]
    return 2 <= end - start <= _LONGEST and _NOT_TITLES.isdisjoint(lines.text[start:end])


def _stands_below(lines: LineViews, index: int, before: int, opened: Mapping[int, Marker]) -> bool:
    """Return whether the line above a title is a finished paragraph, or a heading whose title does not go on."""
    if _is_first_chapter(lines, index):
        return True
    if before in opened:
        if opened[before].form == "annex":
            return False  # the annex's title
        own = _read_name(lines, index) in _FIRST_SECTIONS
        return own or not _goes_on(lines, opened[before], lines.begins[index])
    return lines.text[lines.ends[before] - 1] in _FINISHED or _opens_chapter(lines, before, opened)


def _read_name(lines: LineViews, index: int) -> str:
    return "".join(lines.text_of(index).split())


def _goes_on(lines: LineViews, marker: Marker, start: int) -> bool:
    """Return whether the title of a chapter goes on in the line at `start`."""
    if marker.form not in _TITLED:
        return False
    end = lines.ends[marker.line or 0]
    title = lines.text[marker.end : end].strip()
    return len(title) >= _LONG_TITLE or lines.text[end - 1] in _GOES_ON or lines.text[start] in _GOES_ON


def _numbers_paragraphs(marker: Marker) -> bool:
    return marker.form == "article" or (marker.form == "arab" and (marker.ordinal or 0) >= _PARAGRAPH)
