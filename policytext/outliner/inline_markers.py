"""The grammar of enumerators inside lines: 一是 … 二是 …, （一）, 首先, and those of whole documents on one line.

>>> markers = find_inline_markers("要求如下：一是加快建设；二是加强管理。")
>>> [(marker.form, marker.ordinal, marker.start) for marker in markers]
[('shi', 1, 5), ('shi', 2, 12)]
"""

from collections.abc import Iterator
from operator import attrgetter

from policytext.outliner.markers import ARABIC_DIGIT, BOUNDARY, GAP, HAN_NUMERAL, UNITS, Marker
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import MAX_HAN_NUMERALS, parse_ordinal

# One pattern for each kind, because the engine finds a literal first character in a tenth of the time of a class, and
# skips from candidate to candidate: together they take 4 ns a character; one alternation of all takes 60.
_SERIES_NUMERALS = "一二三四五六七八九十百零〇○两廿卅壹贰貳叁參肆伍"
_MAX_SERIES_NUMERALS = 3
_BLANK = " \t\u3000\xa0"
#: The character behind the number, and the form.
_NUMBER_ENDS = tuple(
    (form, LazyPattern(f"{sign}(?<=[{_SERIES_NUMERALS}{blank}]{sign})"))
    for form, sign, blank in (("shi", "是", ""), ("yao", "要", ""), ("han", "、", _BLANK))
)
# `find_line_markers` finds those at line starts. One pattern for each bracket, because the engine finds a literal first
# character in a quarter of the time of a class.
_INLINE_PARENS = tuple(
    LazyPattern(f"{opening}(?<!\n.)(?P<n>{HAN_NUMERAL}{{1,3}})[)）]") for opening in ("（", r"\(")
)
_INLINE_ORDER = LazyPattern("(?P<n>[首其再最][先次三后後])(?P<verb>[是要，,]{0,2})")
_INLINE_UNIT = LazyPattern(
    f"第(?:(?P<nth>{HAN_NUMERAL}{{1,2}})[，,]|(?<!\n.){GAP}(?P<n>{HAN_NUMERAL}{{1,{MAX_HAN_NUMERALS}}}|{ARABIC_DIGIT}{{1,4}}){GAP}(?P<unit>[章节節条條])(?=[ \u3000\xa0]))"
)
_FIRST_ARAB = {
    "arab": LazyPattern("(?<![0-9０-９.．])[1１][.．、](?![0-9０-９])"),
    "paren-arab": LazyPattern("[（(][ \u3000]*[1１][ \u3000]*[)）]"),
}
_INLINE_ARAB = LazyPattern(
    rf"(?P<arab>{ARABIC_DIGIT}{{1,2}})[.．、](?![0-9０-９])|[（(](?P<paren_arab>{ARABIC_DIGIT}{{1,2}})[)）]"
)

#: 最后 ends a series, whatever its number.
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "其三": 3, "最后": 0, "最後": 0}


def find_inline_markers(text: str) -> list[Marker]:
    """Find everything, also at line starts, that is written like a member of an inline series, in order."""
    markers = [*_find_inline_numbers(text), *_find_inline_units(text)]
    for pattern in _INLINE_PARENS:
        for match in pattern.finditer(text):
            number = parse_ordinal(match["n"])
            markers.append(Marker(match.start(), match.end(), match[0], "paren-han", number, None))
    # Only 首先 opens such a series.
    for match in _INLINE_ORDER.finditer(text) if "首先" in text else ():
        number = _ORDER.get(match["n"])
        if number is not None:
            markers.append(Marker(match.start(), match.end(), match[0], "order", number, None))
    markers.sort(key=attrgetter("start"))
    return markers


def _find_inline_numbers(text: str) -> Iterator[Marker]:
    for form, pattern in _NUMBER_ENDS:
        for match in pattern.finditer(text):
            end = match.start()
            while end and text[end - 1] in _BLANK:
                end -= 1
            start = end
            while start and text[start - 1] in _SERIES_NUMERALS and end - start < _MAX_SERIES_NUMERALS:
                start -= 1
            number = parse_ordinal(text[start:end])
            if number is not None:
                yield Marker(start, match.end(), text[start : match.end()], form, number, None)


def _find_inline_units(text: str) -> Iterator[Marker]:
    for match in _INLINE_UNIT.finditer(text):
        nth = match["nth"]
        number = parse_ordinal(nth or match["n"])
        if number is not None:
            yield Marker(
                match.start(), match.end(), match[0], "nth" if nth else UNITS[match["unit"]], number, None
            )


def find_inline_arabic_markers(text: str, start: int, end: int) -> Iterator[Marker]:
    """Find 1. and （1） inside a collapsed line.

    Args:
        text: the text.
        start, end: the range to search.
    """
    for match in _INLINE_ARAB.finditer(text, start, end):
        group = "arab" if match["arab"] is not None else "paren_arab"
        value = parse_ordinal(match[group])
        if value is not None:
            yield Marker(match.start(), match.end(), match[0], group.replace("_", "-"), value, None)


def find_first_inside(text: str, form: str, start: int, end: int) -> Marker | None:
    """Find the 1. or （1） inside ``text[start:end]`` that begins a list continued at line starts.

    Args:
        text: the text.
        form: "arab" or "paren-arab".
        start, end: the range to search.
    """
    pattern = _FIRST_ARAB.get(form)
    for match in pattern.finditer(text, start, end) if pattern else ():
        if text[match.start() - 1 : match.start()] in BOUNDARY:
            return Marker(match.start(), match.end(), match[0], form, 1, None)
    return None
