"""Headings that a contents page names, where the body has their titles without a number.

Word numbers headings by itself; a conversion keeps the numbers on the contents page and loses them in the body.

>>> from policytext.outliner.markers import find_line_markers
>>> lines = LineViews("一、总体要求……1\\n二、主要任务……2\\n三、保障措施……5\\n总体要求\\n坚持便民。\\n主要任务\\n保障措施\\n")
>>> [(m.line, m.form, m.ordinal) for m in find_listed_headings(lines, list(find_line_markers(lines)))]
[(3, 'han', 1), (5, 'han', 2), (6, 'han', 3)]
>>> lines = LineViews("1 总则\\t3\\n1.1 适用范围\\t3\\n2 技术要求\\t4\\n\\n总则\\n适用范围\\n适用于本项目。\\n技术要求\\n")
>>> [(lines.text_of(line), depth) for line, depth in find_listed_depths(lines).items()]
[('总则', 1), ('适用范围', 2), ('技术要求', 1)]
"""

from collections import deque
from collections.abc import Iterable, Sequence
from typing import TypeVar

from policytext.outliner.decimal_numbers import DECIMAL_FORMS
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker
from policytext.text.lazy_patterns import LazyPattern

_Entry = TypeVar("_Entry")

_FEWEST = 3
_LONGEST = 60
#: A contents page stands at the beginning.
_LAST_LINE = 400
_PAGE = LazyPattern(r"[ \t\u3000.．…·‥_]*[（(]?[0-9０-９]{0,4}[)）]?\Z")
_DECIMAL = LazyPattern(
    r"(\d{1,2}(?:[.．]\d{1,2}){0,3})[.．、]?[ \t\u3000]*([^\d\s.．][^。；;？?！!]{0,48}?)[ \t\u3000.．…·]*\d{0,3}$"
)
_DIGITS = frozenset("0123456789")
_STOPS = frozenset("。；;，,")
_ENDS = frozenset("。；;？?！!")
#: Spaces, and the marks of important requirements.
_SIGNS = frozenset("★▲*# \t\u3000\xa0")


def find_listed_headings(lines: LineViews, entries: Sequence[Marker]) -> list[Marker]:
    """Return a marker without text at each line that is a title of the contents page, in the form of its entry.

    Decimal numbers give depths instead, see `find_listed_depths`.

    Args:
        lines: the text.
        entries: the markers at line starts that are entries of a contents page.
    """
    if len(entries) < _FEWEST or any(entry.form in DECIMAL_FORMS for entry in entries):
        return []
    titles = ((_read_title(lines, entry), entry) for entry in entries)
    found = _match_titles(lines, (entries[-1].line or 0) + 1, titles)
    return [
        Marker(lines.begins[line], lines.begins[line], "", entry.form, entry.ordinal, line, entry.sub)
        for line, entry in found.items()
    ]


def find_listed_depths(lines: LineViews) -> dict[int, int]:
    """Return the depth of each line that repeats a title of the contents page without its number: 1, 1.1, 1.1.1."""
    entries = _find_decimal_entries(lines)
    if len({title for title, _ in entries}) < _FEWEST:
        return {}
    return _match_titles(lines, 0, entries)


def _match_titles(lines: LineViews, first: int, entries: Iterable[tuple[str, _Entry]]) -> dict[int, _Entry]:
    """Return the entry of each line that is one's title; a title that is listed twice is found twice."""
    waiting: dict[str, deque[_Entry]] = {}
    for title, entry in entries:
        waiting.setdefault(_fold(title), deque()).append(entry)
    waiting.pop("", None)
    first_signs = _SIGNS.union(title[0] for title in waiting) - _DIGITS
    found: dict[int, _Entry] = {}
    for line in range(first, lines.count):
        start, end = lines.begins[line], lines.ends[line]
        if not start < end <= start + _LONGEST or lines.text[start] not in first_signs:
            continue
        if listed := waiting.get(_fold(lines.text[start:end])):
            found[line] = listed.popleft()
    return found if len(found) >= _FEWEST else {}


def _fold(title: str) -> str:
    return "".join(character for character in title if character not in _SIGNS)


def _read_title(lines: LineViews, entry: Marker) -> str:
    title = lines.text[entry.end : lines.ends[entry.line or 0]]
    page = _PAGE.search(title[-120:])
    return title[: len(title) - len(page[0])] if page else title


def _find_decimal_entries(lines: LineViews) -> list[tuple[str, int]]:
    """Return the titles and depths of the longest run of decimal entries without a paragraph between them."""
    longest: list[tuple[str, int]] = []
    entries: list[tuple[str, int]] = []
    text = lines.text
    likely = [
        start
        for start, end in zip(lines.begins[:_LAST_LINE], lines.ends, strict=False)
        if start < end <= start + _LONGEST and text[start] in _DIGITS and text[end - 1] not in _ENDS
    ]
    if len(likely) < _FEWEST:
        return []
    for start, end in zip(lines.begins[:_LAST_LINE], lines.ends, strict=False):
        if start == end:
            continue
        entry = None
        if text[start] in _DIGITS and end <= start + _LONGEST:
            entry = _DECIMAL.match(text, start, end)
        if entry is None:
            if entries and (end > start + _LONGEST or text[end - 1] in _STOPS):
                entries = []  # the body, or another list
            continue
        entries.append((entry[2], 1 + entry[1].count(".") + entry[1].count("．")))
        if len(entries) > len(longest):
            longest = entries
    return longest
