"""The grammar of enumerators, which may open a section at the start of a line or inside it.

`find_line_markers` and `find_inline_markers` find every place that is written like an enumerator. Other modules decide:
`false_markers` rejects citations and decimals, `series` keeps consecutive numbers, `levels` orders the forms.

>>> from policytext.outliner.line_views import LineViews
>>> [(m.form, m.ordinal, m.marker) for m in find_line_markers(LineViews("一、总体要求\\n（二）指导思想。"))]
[('han', 1, '一、'), ('paren-han', 2, '（二）')]
>>> [(m.form, m.ordinal, m.start) for m in find_inline_markers("要求如下：一是加快建设；二是加强管理。")]
[('shi', 1, 5), ('shi', 2, 12)]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from policytext.outliner.line_views import LineViews
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import (
    ARABIC_DIGITS,
    FINANCIAL_NUMERALS,
    HAN_NUMERALS,
    MAX_HAN_NUMERALS,
    parse_ordinal,
)

# Copies with pinyin in brackets behind rare characters are common: 第一條(tiáo).
_PINYIN = r"(?:[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}[)）])?"
_GAP = r"[ \t\u3000\xa0]*"
_HAN = f"[{HAN_NUMERALS}]"
_FINANCIAL = f"[{FINANCIAL_NUMERALS}零]"
_DIGIT = f"[{ARABIC_DIGITS}]"
_STEM = "[甲乙丙丁戊己庚辛壬癸]"
_CIRCLED = "[①-⑳㉑-㉟]"
_BRACKETED = "[⑴-⒇㈠-㈩]"
_DOTTED = "[⒈-⒛]"
_ROMAN = "[Ⅰ-Ⅻⅰ-ⅻ]"

#: The units of 第N…, and the form of each.
UNITS = {
    "编": "part", "編": "part", "篇": "part", "部分": "part",
    "章": "chapter",
    "节": "section", "節": "section",
    "条": "article", "條": "article",
}  # fmt: skip
UNIT_FORMS = frozenset(UNITS.values())
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))

# A marker may follow Markdown's signs, or no-break spaces that were damaged to ????.
_LEAD = LazyPattern(r"\?{2,}[ \u3000]*|\#{1,6}[ \t]+|\*\*|>[ \t]*")


def _list_characters(*blocks: tuple[int, int]) -> str:
    return "".join(chr(code) for first, last in blocks for code in range(first, last + 1))


# The enumerators at line starts by their first characters; most lines begin with none of these.
_GRAMMAR = (
    (
        "第",
        rf"第{_GAP}(?:(?P<unit_number>{_HAN}{{1,{MAX_HAN_NUMERALS}}}|{_FINANCIAL}{{1,{MAX_HAN_NUMERALS}}}|{_DIGIT}{{1,4}})"
        rf"(?:{_GAP}[-－—–之]{_GAP}(?P<within>{_HAN}{{1,3}}|{_DIGIT}{{1,3}}))?{_GAP}(?P<unit>{_UNIT}){_PINYIN}"
        rf"(?:{_GAP}(?:之|[-－—]){_GAP}(?P<of>{_HAN}{{1,3}}|{_DIGIT}{{1,3}}))?"
        rf"|(?P<nth>{_HAN}{{1,3}}|{_FINANCIAL}{{1,2}}){_GAP}[，,、：:])",
    ),
    (
        HAN_NUMERALS,
        rf"(?P<han>{_HAN}{{1,5}}){_GAP}(?P<han_stop>[、，,.．：:])|(?P<half_paren_han>{_HAN}{{1,3}})[)）]",
    ),
    (FINANCIAL_NUMERALS, rf"(?P<financial>{_FINANCIAL}{{1,3}}){_GAP}[、，,.．：:]"),
    (
        "0123456789０１２３４５６７８９",
        rf"(?P<multi>{_DIGIT}{{1,2}}(?:[.．]{_DIGIT}{{1,2}}){{1,4}})(?![0-9０-９.．%％])[.．、]?"
        rf"|(?P<arab>{_DIGIT}{{1,3}}){_GAP}(?P<arab_stop>[.．、，,)）])(?![0-9０-９](?!\d{{3}}[年、—－-]))"
        rf"|(?P<bare>{_DIGIT}{{1,2}})[ \u3000]+(?=[\u4e00-\u9fff])",
    ),
    (
        "（(〔【",
        rf"[（(〔【]{_GAP}(?:(?P<paren_han>{_HAN}{{1,5}}|{_FINANCIAL}{{1,3}})|(?P<paren_arab>{_DIGIT}{{1,3}})"
        rf"|(?P<paren_stem>{_STEM})|(?P<paren_latin>[a-zA-Zａ-ｚＡ-Ｚ])){_GAP}[)）〕】]{_GAP}[、.．]?",
    ),
    (
        _list_characters((0x2460, 0x249B), (0x3251, 0x325F), (0x3220, 0x3229), (0x2160, 0x217F)),
        rf"(?P<circled>{_CIRCLED})[、.．]?|(?P<bracketed>{_BRACKETED})|(?P<dotted>{_DOTTED})|(?P<roman>{_ROMAN})[、.．]",
    ),
    ("甲乙丙丁戊己庚辛壬癸", rf"(?P<stem>{_STEM})[、.．]"),
    (
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        r"(?P<latin>[A-Za-z])[、.．][ ]?(?=[^\x00-\x7f])",
    ),
    ("—－―─–-", rf"(?P<dash>(?:—|－|―|─|–){{2,3}}|--)(?![—－―─–-]){_GAP}"),
    ("专專", rf"(?P<box>[专專]{_PINYIN}[栏欄]){_PINYIN}{_GAP}(?P<box_number>{_HAN}{{1,3}}|{_DIGIT}{{1,3}})?"),
    (
        "附",
        rf"(?P<annex>附{_GAP}(?:件|表|录|錄)){_PINYIN}{_GAP}(?P<annex_number>{_HAN}{{1,3}}|{_DIGIT}{{1,3}})?{_GAP}[：:]?",
    ),
)
_BY_FIRST = {
    first: pattern for signs, source in _GRAMMAR for pattern in (LazyPattern(source),) for first in signs
}
_LEADING = "?#*>"

# One pattern for each kind, each starting with a fixed class of characters, so that the engine skips from candidate to
# candidate: together they take 4 to 7 ns a character, and 1.5 for 第; one alternation of all takes 60.
_SERIES_NUMBER = "[一二三四五六七八九十百零〇○两廿卅壹贰貳叁參肆伍]"
_INLINE_NUMBER = LazyPattern(f"(?P<n>{_SERIES_NUMBER}{_SERIES_NUMBER}{{0,2}})(?:(?P<verb>[是要])|{_GAP}、)")
# `find_line_markers` finds those at line starts. One pattern for each bracket, because the engine finds a literal first
# character in a quarter of the time of a class.
_INLINE_PARENS = tuple(
    LazyPattern(f"{opening}(?<!\n.)(?P<n>{_HAN}{{1,3}})[)）]") for opening in ("（", r"\(")
)
_INLINE_ORDER = LazyPattern("(?P<n>[首其再最][先次三后後])(?P<verb>[是要，,]{0,2})")
_INLINE_UNIT = LazyPattern(
    f"第(?:(?P<nth>{_HAN}{{1,2}})[，,]|(?<!\n.){_GAP}(?P<n>{_HAN}{{1,{MAX_HAN_NUMERALS}}}|{_DIGIT}{{1,4}}){_GAP}(?P<unit>[章节節条條])(?=[ \u3000\xa0]))"
)
_FIRST_ARAB = {
    "arab": LazyPattern("(?<![0-9０-９.．])[1１][.．、](?![0-9０-９])"),
    "paren-arab": LazyPattern("[（(][ \u3000]*[1１][ \u3000]*[)）]"),
}
_INLINE_ARAB = LazyPattern(
    rf"(?P<arab>{_DIGIT}{{1,2}})[.．、](?![0-9０-９])|[（(](?P<paren_arab>{_DIGIT}{{1,2}})[)）]"
)

#: 最后 ends a series, whatever its number.
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "其三": 3, "最后": 0, "最後": 0}

#: The characters that may precede an inline marker: the end of a clause, a bracket or quote, a space.
BOUNDARY = frozenset('。；;：:，,、！!？?”"」』）)…—| \t\u3000\xa0\r\n')


@dataclass(slots=True)
class Marker:
    """A place that is written like an enumerator.

    Args:
        start, end: its span, in code points.
        marker: the enumerator as written.
        form: a key of ``levels.RANKS``, or the style of an inline series ("shi", "yao", "order", "nth").
        ordinal: the number it stands for, None where it has none.
        line: the index of the line that it opens, None inside a line.
        sub: the number after 之 or a hyphen (第二十条之一, 第 20-1 條), 0 without.
    """

    start: int
    end: int
    marker: str
    form: str
    ordinal: int | None
    line: int | None
    sub: int = 0

    @property
    def at_line(self) -> bool:
        """Whether it opens a line."""
        return self.line is not None


def find_line_markers(lines: LineViews) -> Iterator[Marker]:
    """Find everything at the start of a line that is written like an enumerator."""
    text, patterns = lines.text, _BY_FIRST
    for index, begin in enumerate(lines.begins):
        if begin == lines.ends[index]:
            continue
        if text[begin] in _LEADING:
            lead = _LEAD.match(text, begin)
            begin = lead.end() if lead else begin
        pattern = patterns.get(text[begin : begin + 1])
        match = pattern.match(text, begin) if pattern is not None else None
        if match is not None:
            marker = _build_line_marker(match, index)
            if marker is not None:
                yield marker


# By the last matched group: the group of the number, and the form.
_LINE_FORMS = {
    "unit": ("unit_number", ""), "of": ("unit_number", ""),
    "nth": ("nth", "nth"), "han_stop": ("han", "han"), "financial": ("financial", "financial"),
    "multi": ("multi", "multi"), "arab_stop": ("arab", "arab"),
    "paren_han": ("paren_han", "paren-han"), "paren_arab": ("paren_arab", "paren-arab"),
    "paren_stem": ("paren_stem", "paren-stem"), "paren_latin": ("paren_latin", "paren-latin"),
    "half_paren_han": ("half_paren_han", "half-paren-han"), "circled": ("circled", "circled"),
    "bracketed": ("bracketed", "paren-arab"), "dotted": ("dotted", "arab"), "roman": ("roman", "roman"),
    "stem": ("stem", "stem"), "latin": ("latin", "latin"), "dash": ("dash", "dash"),
    "box": ("box_number", "box"), "box_number": ("box_number", "box"),
    "annex": ("annex_number", "annex"), "annex_number": ("annex_number", "annex"), "bare": ("bare", "bare"),
}  # fmt: skip
_UNNUMBERED = frozenset({"dash", "box", "annex", "latin", "paren-latin"})


def _build_line_marker(match: re.Match[str], line: int) -> Marker | None:
    number_group, form = _LINE_FORMS[match.lastgroup or ""]
    number = match[number_group] or ""
    sub = 0
    if not form:
        sub = parse_ordinal(match["of"] or match["within"] or "") or 0
        form = UNITS[match["unit"]]
    elif match.lastgroup == "arab_stop" and match["arab_stop"] in (")", "）"):
        form = "half-paren-arab"
    elif form == "multi":
        form = f"multi{1 + number.count('.') + number.count('．')}"
        number = re.split("[.．]", number)[-1]  # the number among its siblings
    elif form == "paren-arab" and number in "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩":
        form = "paren-han"
    value = parse_ordinal(number) if number else None
    if form in ("latin", "paren-latin"):
        value = ord(number.upper()) - ord("A") + 1
    if value is None and form not in _UNNUMBERED:
        return None
    marker = match[0]
    if marker[-1] in " \t\u3000\xa0":
        marker = marker.rstrip(" \t\u3000\xa0")
    start = match.start()
    return Marker(start, start + len(marker), marker, form, value, line, sub)


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
    for match in _INLINE_NUMBER.finditer(text):
        verb = match["verb"]
        form = "han" if verb is None else "shi" if verb == "是" else "yao"
        number = parse_ordinal(match["n"])
        if number is not None:
            yield Marker(match.start(), match.end(), match[0], form, number, None)


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
