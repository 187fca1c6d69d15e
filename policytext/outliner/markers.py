"""The grammar of enumerators at the start of a line; `inline_markers` has that of enumerators inside lines.

`find_line_markers` finds every place that is written like an enumerator. Other modules decide:
`false_markers` rejects citations and decimals, `series` keeps consecutive numbers, `levels` orders the forms.

>>> from policytext.outliner.line_views import LineViews
>>> [(marker.form, marker.ordinal, marker.marker) for marker in find_line_markers(LineViews("一、总体要求\\n（二）指导思想。"))]
[('han', 1, '一、'), ('paren-han', 2, '（二）')]
"""

import re
from collections.abc import Iterator

from policytext.model.records import dataclass
from policytext.outliner.line_views import LineViews
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import (
    ARABIC_DIGITS,
    FINANCIAL_NUMERALS,
    HAN_NUMERALS,
    MAX_HAN_NUMERALS,
    parse_ordinal,
)
from policytext.text.pinyin import BRACKETED

# Copies with pinyin in brackets after rare characters are common: 第一條(tiáo).
_PINYIN = f"(?:{BRACKETED})?"
#: The parts of patterns that `inline_markers` uses too.
GAP = r"[ \t\u3000\xa0]*"
HAN_NUMERAL = f"[{HAN_NUMERALS}]"
_FINANCIAL = f"[{FINANCIAL_NUMERALS}零]"
ARABIC_DIGIT = f"[{ARABIC_DIGITS}]"
_STEM = "[甲乙丙丁戊己庚辛壬癸]"
_CIRCLED = "[①-⑳㉑-㉟]"
_BRACKETED = "[⑴-⒇㈠-㈩]"
_DOTTED = "[⒈-⒛]"
_ROMAN = "[Ⅰ-Ⅻⅰ-ⅻ]"

#: The units of 第N…, and the form of each.
UNITS = {
    "编": "part", "編": "part", "篇": "part", "部分": "part", "分编": "subpart", "分編": "subpart",
    "章": "chapter",
    "节": "section", "節": "section",
    "条": "article", "條": "article",
}  # fmt: skip
#: Forms without a number, whose place in the document gives their level.
NAMED_FORMS = frozenset({"question", "letter", "bracket", "bullet", "dot"})
UNIT_FORMS = frozenset(UNITS.values())
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))

# 任务一：, 步骤2　 and 议题三 alone on its line: an enumerator with a word before it.
_WORDS = (
    "任务|任務|步骤|步驟|议题|議題|行动|行動|措施|举措|舉措|案例|环节|環節|主题|主題|工程",
    "专题|專題|专项|專項",
    "问题|問題",
)
#: All of these words, for a pattern.
WORDS = "|".join(_WORDS)
_WORD_END = rf"(?:{GAP}[：:、．.]|(?=[ \u3000\r\n])|\Z)"
_WORDED = tuple(
    rf"(?:{words}){GAP}(?P<worded>{HAN_NUMERAL}{{1,3}}|{ARABIC_DIGIT}{{1,2}}){_WORD_END}" for words in _WORDS
)

# A marker may follow Markdown's signs, or no-break spaces that were damaged to ????.
_LEAD = LazyPattern(r"\?{2,}[ \u3000]*|>[ \t]*|(?:[-*+][ \t]+)?(?:\#{1,6}[ \t]+)?(?:\*\*|__)?")


def _list_characters(*blocks: tuple[int, int]) -> str:
    return "".join(chr(code) for first, last in blocks for code in range(first, last + 1))


# The enumerators at line starts by their first characters; most lines begin with none of these.
_GRAMMAR = (
    (
        "第",
        rf"第{GAP}(?:(?P<unit_number>{HAN_NUMERAL}{{1,{MAX_HAN_NUMERALS}}}|{_FINANCIAL}{{1,{MAX_HAN_NUMERALS}}}|{ARABIC_DIGIT}{{1,4}})"
        rf"(?:{GAP}[-－—–之]{GAP}(?P<within>{HAN_NUMERAL}{{1,3}}|{ARABIC_DIGIT}{{1,3}}))?{GAP}(?P<unit>{_UNIT}){_PINYIN}"
        # 第一节、总则 is a heading, 第一节、第三节 a citation.
        rf"(?:(?<=[编編篇章节節])、(?!{GAP}(?:第|{HAN_NUMERAL}|{ARABIC_DIGIT})))?(?:{GAP}(?:之|[-－—]){GAP}(?P<of>{HAN_NUMERAL}{{1,3}}|{ARABIC_DIGIT}{{1,3}}))?"
        rf"|(?P<stage>{HAN_NUMERAL}{{1,2}})(?:步|[阶階]段)(?=[：:（( \u3000])(?:[：:])?|(?P<nth>{HAN_NUMERAL}{{1,3}}|{_FINANCIAL}{{1,2}}){GAP}[，,、：:])",
    ),
    (
        HAN_NUMERALS,
        rf"(?P<han>{HAN_NUMERAL}{{1,5}}){GAP}(?P<han_stop>[、，,.．﹒：:])|(?P<half_paren_han>{HAN_NUMERAL}{{1,3}})[)）]",
    ),
    (FINANCIAL_NUMERALS, rf"(?P<financial>{_FINANCIAL}{{1,3}}){GAP}[、，,.．﹒：:]"),
    (
        "0123456789０１２３４５６７８９",
        rf"(?P<multi>{ARABIC_DIGIT}{{1,2}}(?:[.．]{ARABIC_DIGIT}{{1,2}}){{1,4}})(?![0-9０-９.．%％])[.．、]?"
        rf"|(?P<arab>{ARABIC_DIGIT}{{1,3}}){GAP}(?P<arab_stop>[.．﹒、，,)）])(?![0-9０-９](?!\d{{3}}[年、—－-]))"
        rf"|(?P<bare>{ARABIC_DIGIT}{{1,2}})[ \t\u3000]+(?=[\u4e00-\u9fff])",
    ),
    (
        "（(〔【",
        rf"[（(〔【]{GAP}(?:(?P<paren_han>{HAN_NUMERAL}{{1,5}}|{_FINANCIAL}{{1,3}})|(?P<paren_arab>{ARABIC_DIGIT}{{1,3}})"
        rf"|(?P<paren_stem>{_STEM})|(?P<paren_latin>[a-zA-Zａ-ｚＡ-Ｚ])){GAP}[)）〕】]{GAP}[、.．]?"
        r"|(?P<bracket>)(?=【[^【】：:，。；\n]{3,20}】[ \t\u3000*]*(?:[\r\n]|\Z))",
    ),
    (
        _list_characters((0x2460, 0x249B), (0x3251, 0x325F), (0x3220, 0x3229), (0x2160, 0x217F)),
        rf"(?P<circled>{_CIRCLED})[、.．]?|(?P<bracketed>{_BRACKETED})|(?P<dotted>{_DOTTED})|(?P<roman>{_ROMAN})[、.．]",
    ),
    ("甲乙丙丁戊己庚辛壬癸", rf"(?P<stem>{_STEM})[、.．]"),
    (
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        r"(?P<letters>[IVX]{1,5})[、.．][ ]?(?=[^\x00-\x7f])|(?P<latin>[A-Za-z])(?P<latin_stop>[、.．)）])[ ]?(?=[^\x00-\x7f])",
    ),
    ("—－―─–-", rf"(?P<dash>(?:—|－|―|─|–){{2,3}}|--)(?![—－―─–-]){GAP}"),
    (
        "专專",
        rf"{_WORDED[1]}|(?P<box>[专專]{_PINYIN}[栏欄]){_PINYIN}{GAP}(?P<box_number>{HAN_NUMERAL}{{1,3}}|{ARABIC_DIGIT}{{1,3}})?",
    ),
    ("■◆▲◎", rf"(?P<bullet>[■◆▲◎]){GAP}(?=[^■●◆▲◎\n])"),
    ("●", rf"(?P<dot>●){GAP}(?=[^■●◆▲◎\n])"),
    ("任步议議行措举舉案环環工", _WORDED[0]),
    ("问問", rf"(?P<question>[问問]){_PINYIN}[：:]|{_WORDED[2]}"),
    ("主說说擬拟辦办", rf"(?P<letter>主旨|[說说]明|[擬拟辦办]辦|[辦办]法)[：:]|{_WORDED[0]}"),
    (
        "附",
        rf"(?P<annex>附{GAP}(?:件|表|录|錄)|附(?={GAP}[：:]{GAP}(?:[\r\n]|\Z))){_PINYIN}{GAP}(?P<annex_number>{HAN_NUMERAL}{{1,3}}|{ARABIC_DIGIT}{{1,3}})?{GAP}[：:]?",
    ),
)
_BY_FIRST = {
    first: pattern for signs, source in _GRAMMAR for pattern in (LazyPattern(source),) for first in signs
}
_LEADING = frozenset("?#*>-+_")
_FIRST = _LEADING.union(_BY_FIRST)

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
    text = lines.text
    for index, (begin, end) in enumerate(zip(lines.begins, lines.ends, strict=True)):
        if begin == end or (first := text[begin]) not in _FIRST:
            continue
        if first in _LEADING:
            marker = find_marker_at(lines, index)
        else:
            match = _BY_FIRST[first].match(text, begin)
            marker = None if match is None else _build_line_marker(match, index)
        if marker is not None:
            yield marker


def find_marker_at(lines: LineViews, index: int) -> Marker | None:
    """Return what is written like an enumerator at the start of a line that is not blank, None without one."""
    text, begin = lines.text, lines.begins[index]
    if text[begin] in _LEADING:
        lead = _LEAD.match(text, begin)
        begin = lead.end() if lead else begin
    pattern = _BY_FIRST.get(text[begin : begin + 1])
    match = pattern.match(text, begin) if pattern is not None else None
    return None if match is None else _build_line_marker(match, index)


# By the last matched group: the group of the number, and the form.
_LINE_FORMS = {
    "unit": ("unit_number", ""), "of": ("unit_number", ""),
    "nth": ("nth", "nth"), "han_stop": ("han", "han"), "financial": ("financial", "financial"),
    "multi": ("multi", "multi"), "arab_stop": ("arab", "arab"),
    "paren_han": ("paren_han", "paren-han"), "paren_arab": ("paren_arab", "paren-arab"),
    "paren_stem": ("paren_stem", "paren-stem"), "paren_latin": ("paren_latin", "paren-latin"),
    "half_paren_han": ("half_paren_han", "half-paren-han"), "circled": ("circled", "circled"),
    "bracketed": ("bracketed", "paren-arab"), "dotted": ("dotted", "arab"), "roman": ("roman", "roman"),
    "stem": ("stem", "stem"), "latin_stop": ("latin", "latin"), "letters": ("letters", "roman"), "dash": ("dash", "dash"),
    "box": ("box_number", "box"), "box_number": ("box_number", "box"),
    "annex": ("annex_number", "annex"), "annex_number": ("annex_number", "annex"), "bare": ("bare", "bare"),
    "worded": ("worded", "worded"), "stage": ("stage", "worded"),
    "question": ("", "question"), "letter": ("", "letter"), "bracket": ("", "bracket"), "bullet": ("", "bullet"),
    "dot": ("", "dot"),
}  # fmt: skip
_SPACES = " \t\u3000\xa0"
_AMBIGUOUS = frozenset({"arab", "latin", "multi", "paren-arab"})
_LATIN = frozenset({"latin", "paren-latin", "half-paren-latin"})
_UNNUMBERED = frozenset({"dash", "box", "annex", *_LATIN, *NAMED_FORMS})
_ROMAN_LETTERS = {
    sign: number
    for number, sign in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"), 1
    )
}


def _build_line_marker(match: re.Match[str], line: int) -> Marker | None:
    number_group, form = _LINE_FORMS[match.lastgroup or ""]
    sub = 0
    if not form:
        number, unit, within, of = match.group("unit_number", "unit", "within", "of")
        form = UNITS[unit]
        if of or within:
            sub = parse_ordinal(of or within) or 0
    else:
        number = match[number_group] or "" if number_group else ""
        if form in _AMBIGUOUS:
            form, number = _decide_form(match, form, number)
    value = parse_ordinal(number) if number else None
    if form in _LATIN:
        value = ord(number.upper()) - ord("A") + 1
    elif match.lastgroup == "letters":
        value = _ROMAN_LETTERS.get(number)
    if value is None and form not in _UNNUMBERED:
        return None
    marker = match[0]
    if marker and marker[-1] in _SPACES:
        marker = marker.rstrip(_SPACES)
    start = match.start()
    return Marker(start, start + len(marker), marker, form, value, line, sub)


def _decide_form(match: re.Match[str], form: str, number: str) -> tuple[str, str]:
    """Return the form and the number among its siblings: 1) is not 1., and 1.2.3 has three parts."""
    if match.lastgroup == "arab_stop" and match["arab_stop"] in (")", "）"):
        return "half-paren-arab", number
    if match.lastgroup == "latin_stop" and match["latin_stop"] in ")）":
        return "half-paren-latin", number
    if form == "multi":
        parts = re.split("[.．]", number)
        return f"multi{len(parts)}", parts[-1]
    if form == "paren-arab" and number in "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩":
        return "paren-han", number
    return form, number
