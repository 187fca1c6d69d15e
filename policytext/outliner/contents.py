"""Headings that a contents page names, where the body has their titles without a number.

Conversion of a Word file drops automatic numbers: the contents page has 1.1 项目概况…………3, the body 项目概况.

>>> from policytext.outliner.markers import find_line_markers
>>> text = "1 总则……1\\n1.1 目的……1\\n1.2 范围……2\\n总则\\n目的\\n规范服务。\\n范围\\n全市。"
>>> lines = LineViews(text)
>>> [(m.line, m.form) for m in find_listed_headings(lines, list(find_line_markers(lines)))]
[(3, 'bare'), (4, 'multi2'), (6, 'multi2')]
"""

from collections.abc import Sequence

from policytext.outliner.false_markers import is_contents_entry
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker
from policytext.text.lazy_patterns import LazyPattern

_FEWEST = 3
_LONGEST = 60
_PAGE = LazyPattern(r"[ \t\u3000.．…·‥_]*[（(]?[0-9０-９]{0,4}[)）]?\Z")
_SIGNS = frozenset("★▲*# \t\u3000\xa0")


def find_listed_headings(lines: LineViews, markers: Sequence[Marker]) -> list[Marker]:
    """Return a marker without text at each line that is a title of the contents page, in the form of its entry.

    Args:
        lines: the text.
        markers: everything at a line's start that is written like an enumerator.
    """
    entries = [m for m in markers if is_contents_entry(lines, m)]
    if len(entries) < _FEWEST:
        return []
    if any(entry.form == "multi2" for entry in entries):
        for entry in entries:
            entry.form = "bare" if entry.form == "arab" else entry.form
    titles: dict[str, list[Marker]] = {}
    for entry in reversed(entries):
        titles.setdefault(_read_title(lines, entry), []).append(entry)
    titles.pop("", None)
    found: list[Marker] = []
    for line in range((entries[-1].line or 0) + 1, lines.count):
        start, end = lines.begins[line], lines.ends[line]
        if not 2 <= end - start <= _LONGEST:
            continue
        named = titles.get(_fold(lines.text[start:end]))
        if named:
            entry = named.pop()
            found.append(Marker(start, start, "", entry.form, entry.ordinal, line, entry.sub))
    return found if len(found) >= _FEWEST else []


def _read_title(lines: LineViews, entry: Marker) -> str:
    title = lines.text[entry.end : lines.ends[entry.line or 0]]
    page = _PAGE.search(title[-120:])
    return _fold(title[: len(title) - len(page[0])] if page else title)


def _fold(title: str) -> str:
    return "".join(character for character in title if character not in _SIGNS)
