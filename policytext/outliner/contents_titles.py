"""The numbered titles of a contents page, for headings in the body that lost their numbers (1, 1.1, 1.1.1).

Word numbers headings by itself; a conversion keeps the numbers on the contents page and loses them in the body.

>>> lines = LineViews("1 总则\\t3\\n1.1 适用范围\\t3\\n2 技术要求\\t4\\n\\n总则\\n适用范围\\n适用于本项目。\\n技术要求\\n")
>>> [(lines.text_of(line), depth) for line, depth in find_listed_lines(lines).items()]
[('总则', 1), ('适用范围', 2), ('技术要求', 1)]
"""

from policytext.outliner.line_views import LineViews
from policytext.text.lazy_patterns import LazyPattern

_ENTRY = LazyPattern(
    r"(\d{1,2}(?:[.．]\d{1,2}){0,3})[.．、]?[ \t\u3000]*([^\d\s.．][^。；;？?！!]{0,48}?)[ \t\u3000.．…·]*\d{0,3}$"
)
#: A contents page stands at the beginning.
_LAST_LINE = 400
_LONGEST = 60
_STOPS = frozenset("。；;，,")
_LEAST = 3
#: A mark of important requirements, in front of the title.
_MARKS = "★▲*# \u3000\t"


def find_listed_lines(lines: LineViews) -> dict[int, int]:
    """Return the depth of each line that repeats a title of the contents page without its number; few are none."""
    entries = _find_entries(lines)
    if len(entries) < _LEAST:
        return {}
    found: dict[int, int] = {}
    seen: set[str] = set()
    for line in range(lines.count):
        start, end = lines.begins[line], lines.ends[line]
        if start < end <= start + _LONGEST and lines.text[start] not in "0123456789":
            title = lines.text[start:end].strip(_MARKS)
            if title in entries and title not in seen:
                seen.add(title)
                found[line] = entries[title]
    return found if len(found) >= _LEAST else {}


def _find_entries(lines: LineViews) -> dict[str, int]:
    """Return the depths of the titles in the longest run of entries without a paragraph between them."""
    longest: dict[str, int] = {}
    entries: dict[str, int] = {}
    for line in range(min(lines.count, _LAST_LINE)):
        start, end = lines.begins[line], lines.ends[line]
        if start == end:
            continue
        entry = None
        if end <= start + _LONGEST and lines.text[start] in "0123456789":
            entry = _ENTRY.match(lines.text, start, end)
        if entry is None:
            if end > start + _LONGEST or lines.text[end - 1] in _STOPS:
                entries = {}  # the body, or another list
            continue
        entries.setdefault(entry[2], 1 + entry[1].count(".") + entry[1].count("．"))
        if len(entries) > len(longest):
            longest = entries
    return longest
