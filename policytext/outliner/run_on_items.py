"""Items that run on in one line: （1）…；（2）…。, 步骤一：… 步骤二：…, and 1 总则 1.1 … 1.2 … on one line.

>>> from policytext.outliner.markers import find_line_markers
>>> lines = LineViews("申请人应当具备：\\n（1）有场所；（2）有人员；（3）有资金。")
>>> [marker.marker for marker in find_run_on_items(lines, list(find_line_markers(lines)))]
['（1）', '（2）', '（3）']
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from policytext.outliner.decimal_numbers import find_stray_decimals
from policytext.outliner.levels import NESTED
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import ARABIC_DIGIT, GAP, HAN_NUMERAL, WORDS, Marker
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import parse_ordinal

_ITEM = {
    "paren-arab": LazyPattern(rf"(?<=[；;。])[ ]?[（(]{GAP}(?P<n>{ARABIC_DIGIT}{{1,2}}){GAP}[)）]"),
    "arab": LazyPattern(rf"(?<=[；;。])[ ]?(?P<n>{ARABIC_DIGIT}{{1,2}})[.．、](?![0-9０-９])"),
    "circled": LazyPattern("(?<=[；;。])[ ]?(?P<n>[②-⑳])"),
}
#: The first item of a list inside a sentence, behind its colon; one pattern for each colon, because the engine finds a
#: literal first character in a quarter of the time of a class.
_FIRST = tuple(
    LazyPattern(
        rf"{colon}(?:(?P<paren_arab>[（(]{GAP}[1１]{GAP}[)）])|(?P<arab>[1１][.．、](?![0-9０-９]))|(?P<circled>①))"
    )
    for colon in "：:"
)
#: A line of this length may be a whole document.
_LONG_LINE = 300
_WORDED = LazyPattern(
    rf"(?P<word>{WORDS})(?<=[。；：:！？”）)> \u3000\xa0]..){GAP}(?P<n>{HAN_NUMERAL}{{1,2}}|{ARABIC_DIGIT}{{1,2}}){GAP}[：:]"
)
_DECIMAL = LazyPattern(
    r"(?<=[。；：:！？”）)> \u3000\xa0])(?P<n>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})[ \u3000]{1,2}(?=[\u4e00-\u9fff])"
)


def find_run_on_items(lines: LineViews, markers: Sequence[Marker]) -> list[Marker]:
    """Return the items that run on in one line after a first at its start or behind a colon, and those of collapsed lines.

    Args:
        lines: the text.
        markers: everything at a line's start that is written like an enumerator.
    """
    found: list[Marker] = []
    text = lines.text
    for marker in markers:
        if marker.ordinal == 1 and marker.form in _ITEM:
            found += _find_items(text, marker, lines.ends[marker.line or 0])
    own: dict[int | None, str] = {}
    for pattern in _FIRST:
        following: dict[str, int] = {}
        for match in reversed(list(pattern.finditer(text))):
            own = own or {marker.line: marker.form for marker in markers}
            form = match.lastgroup or ""
            # A list ends where another of its form begins.
            found += _find_inside(lines, match, following.get(form, len(text)), own)
            following[form] = match.start()
    for begin, end in zip(lines.begins, lines.ends, strict=True):
        if end - begin > _LONG_LINE:
            found += _find_worded(text, begin, end)
            found += _find_decimals(text, begin, end)
    return found


def _find_inside(
    lines: LineViews, match: re.Match[str], end: int, own: Mapping[int | None, str]
) -> Iterator[Marker]:
    """Yield the items of a list that begins behind a colon, unless the line is an item of such a list."""
    form = (match.lastgroup or "").replace("_", "-")
    line = lines.index(match.start())
    if own.get(line) != form and not _is_row(lines, line):
        first = Marker(match.start() + 1, match.end(), match[0][1:], form, 1, None)
        for item in _find_items(lines.text, first, min(end, lines.ends[line])):
            item.form = NESTED
            yield item


def _is_row(lines: LineViews, line: int) -> bool:
    """Return whether a line is the row of a table."""
    start, end = lines.begins[line], lines.ends[line]
    return lines.tabular and any(lines.text.count(sign, start, end) > 1 for sign in "|\t｜")


def _find_items(text: str, first: Marker, end: int) -> list[Marker]:
    items = [first]
    for match in _ITEM[first.form].finditer(text, first.end, end):
        if parse_ordinal(match["n"]) == len(items) + 1:
            start = match.start() + (match[0][0] == " ")
            items.append(Marker(start, match.end(), match[0].strip(), first.form, len(items) + 1, None))
    return items if len(items) > 1 else []


def _find_worded(text: str, begin: int, end: int) -> Iterator[Marker]:
    by_word: dict[str, list[Marker]] = {}
    for match in _WORDED.finditer(text, begin, end):
        items = by_word.setdefault(match["word"], [])
        if parse_ordinal(match["n"]) == len(items) + 1:
            items.append(Marker(match.start(), match.end(), match[0], "worded", len(items) + 1, None))
    for items in by_word.values():
        yield from items if len(items) > 1 else ()


def _find_decimals(text: str, begin: int, end: int) -> list[Marker]:
    if text.find(" 1.1 ", begin, end) < 0 and text.find("\u30001.1\u3000", begin, end) < 0:
        return []
    markers = []
    for match in _DECIMAL.finditer(text, begin, end):
        numbers = match["n"].split(".")
        form = "bare" if len(numbers) == 1 else f"multi{len(numbers)}"
        markers.append(Marker(match.start(), match.end("n"), match["n"], form, int(numbers[-1]), None))
    stray = find_stray_decimals(markers)
    return [marker for marker in markers if marker.start not in stray]
