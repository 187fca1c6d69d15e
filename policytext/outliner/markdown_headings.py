"""The headings that Markdown marks: sections of the outline with or without an enumerator, at the level they are given.

Where several forms of enumerator have the same level, as in converted files whose every heading has one #, the order of
the forms decides among them. Enumerators outside headings are below them, unless a heading has the same form.

>>> lines = read_markdown_lines(Source(text="# 方案\\n\\n## 总体要求\\n\\n## 一、目标\\n", medium="markdown"))
>>> lines.titles, [(marker.line, marker.form) for marker in find_unnumbered_headings(lines, [])]
([0], [(2, 'markdown'), (4, 'markdown')])
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from policytext.model.document import Source
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker, find_marker_at
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.shadow import fold_radicals

#: The form of a heading without an enumerator.
FORM = "markdown"
#: The ranks of the six levels are 1 to 6, above those of all forms; the forms of one level divide the space to the next.
_STEP = 1_000
_MAX_TITLES = 4
_SIGN = LazyPattern(r"(?m)^ {0,3}(#{1,6})[ \t]+(?=\S)")
_FENCE = LazyPattern(r"(?m)^ {0,3}(?:```|~~~)")
_ANNEX = LazyPattern("附[ \u3000]*(?:件|表|录|錄)[ \u3000]*[0-9一二三四五六七八九十]{0,3}[：:]?")
_WORDS = LazyPattern("[\u3400-\u9fff]{2}|[A-Za-z]{4}")


def read_markdown_lines(source: Source) -> LineViews:
    """Return the lines of a Markdown text without its markup."""
    from policytext.text.markdown_spans import read_markdown

    markdown = read_markdown(source.text)
    lines = LineViews(fold_radicals(markdown.prose), source.line_starts)
    lines.original, lines.headings = source.text, markdown.headings
    lines.items, lines.rows = markdown.items, markdown.rows
    lines.tabular = lines.tabular or bool(lines.rows)
    lines.titles = _find_titles(lines)
    return lines


def add_signed_headings(lines: LineViews) -> None:
    """Add the headings of a text that is not called Markdown, and whose lines have the signs of its headings."""
    if "# " not in lines.text:
        return
    fences = [fence.start() for fence in _FENCE.finditer(lines.text)]
    levels: dict[int, int] = {}
    for sign in _SIGN.finditer(lines.text):
        line = lines.index(sign.start())
        if bisect_right(fences, sign.start()) % 2 == 0 and _WORDS.search(
            lines.text, lines.begins[line], lines.ends[line]
        ):
            levels[line] = len(sign[1])
    if len(levels) > 1:
        lines.headings = levels
        lines.titles = _find_titles(lines)


def _find_titles(lines: LineViews) -> list[int]:
    """Return the lines of the titles: the first heading, if no other of its level is without an enumerator.

    Several such headings are titles, too, where only the last has numbered headings below it: a notice and its plan.
    """
    first = next(iter(lines.headings), None)
    if first is None or lines.headings[first] != 1 or lines.is_blank(first):
        return []
    numbered = [line for line in lines.headings if _is_numbered(lines, line)]
    with_number = set(numbered)
    titles = [line for line, level in lines.headings.items() if level == 1 and line not in with_number]
    annexes = [line for line in titles if line != first and _opens_annex(lines, line)]
    if titles[:1] == [first] and len(titles) - len(annexes) == 1:
        return titles
    if titles[:1] != [first] or len(titles) > _MAX_TITLES:
        return []
    if len(titles) == 1 or (numbered and titles[-1] < numbered[0]):
        return titles
    return []


def _is_numbered(lines: LineViews, line: int) -> bool:
    marker = find_marker_at(lines, line)
    # 附件1 任务清单 is a title; 附件1 alone is an enumerator.
    return marker is not None and (
        marker.form != "annex" or not lines.text[marker.end : lines.ends[line]].strip()
    )


def _opens_annex(lines: LineViews, line: int) -> bool:
    """Return whether a heading is the title of an annex: 附件1 任务清单, or the line below 附件1."""
    if _ANNEX.match(lines.text, lines.begins[line]):
        return True
    above = lines.previous(line)
    return above is not None and _ANNEX.fullmatch(lines.text_of(above)) is not None


def find_unnumbered_headings(lines: LineViews, numbered: Sequence[Marker]) -> Iterator[Marker]:
    """Find a marker without text at each heading but the title that has no enumerator.

    Args:
        lines: the text.
        numbered: the markers at line starts.
    """
    opened = {*(marker.line for marker in numbered), *lines.titles}
    for line in lines.headings:
        if line not in opened and not lines.is_blank(line):
            yield Marker(lines.begins[line], lines.begins[line], "", FORM, None, line)


def rank_markers(lines: LineViews, markers: Sequence[Marker], ranks: Mapping[str, float]) -> dict[int, float]:
    """Return the rank of each marker by its offset.

    Args:
        lines: the text.
        markers: the markers that open sections, in order.
        ranks: the ranks of the forms in this document.
    """
    if not lines.headings:
        return {marker.start: ranks.get(marker.form, 0.0) for marker in markers}
    highest: dict[int, float] = {}
    forms: dict[str, float] = {}
    for marker in markers:
        level = lines.headings.get(-1 if marker.line is None else marker.line)
        if level is not None and marker.form in ranks and marker.form != FORM:
            highest[level] = min(highest.get(level, _STEP), ranks[marker.form])
    result: dict[int, float] = {}
    for marker in markers:
        level = lines.headings.get(-1 if marker.line is None else marker.line)
        if level is None:
            continue
        place = 0.0 if marker.form == FORM else ranks.get(marker.form, 0.0) - highest.get(level, 0.0)
        result[marker.start] = rank = level + max(place, 0.0) / _STEP
        if marker.form != FORM:
            forms[marker.form] = max(forms.get(marker.form, 0.0), rank)
    for marker in markers:
        if marker.start not in result:
            result[marker.start] = forms.get(marker.form, ranks.get(marker.form, 0.0))
    return result
