"""The grammar of enumerators: what can open a section, at a line's start or inside a line.

Nothing here decides. `line_markers` and `inline_markers` give every place that is written like an enumerator;
``guards`` refuses citations and decimals, ``series`` keeps what counts on, ``ladder`` finds the levels.

>>> [(m.form, m.ordinal, m.marker) for m in line_markers("一、总体要求\\n（二）指导思想。", [0, 7])]
[('han', 1, '一、'), ('paren-han', 2, '（二）')]
>>> [(m.form, m.ordinal, m.start) for m in inline_markers("要求如下：一是加快建设；二是加强管理。")]
[('shi', 1, 5), ('shi', 2, 12)]
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policytext.text.numerals import ordinal as read_ordinal

# Copies with pinyin in brackets behind rare characters are common: 第一條(tiáo).
_PINYIN = r"(?:[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}[)）])?"
_GAP = r"[ \t\u3000\xa0]*"
_HAN = "[一二三四五六七八九十百零〇○两廿卅]"
_FINANCIAL = "[壹贰貳叁參叄肆伍陆陸柒捌玖拾]"
_DIGIT = "[0-9０-９]"
_STEM = "[甲乙丙丁戊己庚辛壬癸]"
_CIRCLED = "[①-⑳㉑-㉟]"
_BRACKETED = "[⑴-⒇㈠-㈩]"
_DOTTED = "[⒈-⒛]"
_ROMAN = "[Ⅰ-Ⅻⅰ-ⅻ]"

#: Units of 第N…, and the form each opens.
UNITS = {
    "编": "part", "編": "part", "篇": "part", "部分": "part",
    "章": "chapter",
    "节": "section", "節": "section",
    "条": "article", "條": "article",
}  # fmt: skip
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))

#: What may stand before a marker on its line: spaces, no-break spaces lost as ????, Markdown's own marks.
_LEAD = r"[ \t\u3000\xa0\u2002\u2003\u200b\ufeff]*(?:\?{2,}[ \u3000]*)?(?:\#{1,6}[ \t]+|\*\*|>[ \t]*)?"

_LINE = re.compile(
    rf"""{_LEAD}(?P<marker>
      第{_GAP}(?P<unit_number>{_HAN}{{1,7}}|{_FINANCIAL}{{1,5}}|{_DIGIT}{{1,4}}){_GAP}(?P<unit>{_UNIT}){_PINYIN}
        (?:{_GAP}(?:之|[-－—]){_GAP}(?P<of>{_HAN}{{1,3}}|{_DIGIT}{{1,3}}))?
    | 第{_GAP}(?P<nth>{_HAN}{{1,3}}|{_FINANCIAL}{{1,2}}){_GAP}[，,、：:]
    | (?P<han>{_HAN}{{1,5}}){_GAP}(?P<han_stop>[、，,.．：:])
    | (?P<financial>{_FINANCIAL}{{1,3}}){_GAP}[、，,.．：:]
    | (?P<multi>{_DIGIT}{{1,2}}(?:[.．]{_DIGIT}{{1,2}}){{1,4}})(?![0-9０-９.．%％])[.．、]?
    | (?P<arab>{_DIGIT}{{1,3}}){_GAP}(?P<arab_stop>[.．、，,)）])(?![0-9０-９](?!\d{{3}}[年、—－-]))
    | [（(〔【]{_GAP}(?:(?P<paren_han>{_HAN}{{1,5}}|{_FINANCIAL}{{1,3}})|(?P<paren_arab>{_DIGIT}{{1,3}})
        |(?P<paren_stem>{_STEM})|(?P<paren_latin>[a-zA-Zａ-ｚＡ-Ｚ])){_GAP}[)）〕】]{_GAP}[、.．]?
    | (?P<half_paren_han>{_HAN}{{1,3}})[)）]
    | (?P<circled>{_CIRCLED})[、.．]?
    | (?P<bracketed>{_BRACKETED})
    | (?P<dotted>{_DOTTED})
    | (?P<roman>{_ROMAN})[、.．]
    | (?P<stem>{_STEM})[、.．]
    | (?P<latin>[A-Za-z])[、.．][ ]?(?=[^\x00-\x7f])
    | (?P<dash>(?:—|－|―|─|–){{2,3}}|--)(?![—－―─–-]){_GAP}
    | (?P<box>[专專]{_PINYIN}[栏欄]){_PINYIN}{_GAP}(?P<box_number>{_HAN}{{1,3}}|{_DIGIT}{{1,3}})?
    | (?P<annex>附{_GAP}(?:件|表|录|錄)){_PINYIN}{_GAP}(?P<annex_number>{_HAN}{{1,3}}|{_DIGIT}{{1,3}})?{_GAP}[：:]?
    | (?P<bare>{_DIGIT}{{1,2}})[ \u3000]+(?=[\u4e00-\u9fff])
    )""",
    re.VERBOSE,
)

# The first characters are a closed class, so that the engine skips from one to the next.
_INLINE = re.compile(
    rf"""(?P<shi>[一二三四五六七八九十壹贰貳叁參肆伍]{{1,3}})(?P<shi_verb>是|要)
    | (?P<han>{_HAN}{{1,3}}){_GAP}、
    | [（(](?P<paren_han>{_HAN}{{1,3}})[)）]
    | (?P<order>首先|其次|再次|其三|最[后後])(?P<order_verb>[是要，,]{{0,2}})
    | 第(?:(?P<nth>{_HAN}{{1,2}})[，,]|{_GAP}(?P<unit_number>{_HAN}{{1,7}}|{_DIGIT}{{1,3}}){_GAP}(?P<unit>[章节節条條])(?=[ \u3000\xa0]))
    """,
    re.VERBOSE,
)
_FIRST_ARAB = {
    "arab": re.compile("(?<![0-9０-９.．])[1１][.．、](?![0-9０-９])"),
    "paren-arab": re.compile("[（(][ \u3000]*[1１][ \u3000]*[)）]"),
}
_INLINE_ARAB = re.compile(rf"(?P<arab>{_DIGIT}{{1,2}})[.．、](?![0-9０-９])|[（(](?P<paren_arab>{_DIGIT}{{1,2}})[)）]")

_ORDER = {"首先": 1, "其次": 2, "再次": 3, "其三": 3}

#: What can stand before an inline marker: the end of a clause, a bracket or quote, a space.
BOUNDARY = frozenset("。；;：:，,、！!？?”\"」』）)…—| \t\u3000\xa0\r\n")


@dataclass(slots=True)
class Marker:
    """A place that is written like an enumerator.

    Args:
        start, end: of the marker, in code points.
        form: its shape, a key of ``ladder.RANKS``; inline series have the form of their style.
        ordinal: the number it stands for.
        at_line: whether it opens a line.
        sub: the number behind 之 (第二十条之一), 0 without.
    """

    start: int
    end: int
    marker: str
    form: str
    ordinal: int | None
    at_line: bool
    sub: int = 0


def line_markers(text: str, line_starts: Sequence[int]) -> Iterator[Marker]:
    """Everything at the start of a line that is written like an enumerator.

    Args:
        text: the text itself.
        line_starts: the offset of each line's first character, ascending.
    """
    match = _LINE.match
    for line_start in line_starts:
        found = match(text, line_start)
        if found is not None:
            marker = _line_marker(found)
            if marker is not None:
                yield marker


def _line_marker(found: re.Match[str]) -> Marker | None:
    form, number = next((name, found[name]) for name in _LINE_FORMS if found[name] is not None)
    start = found.start("marker")
    sub = 0
    if form == "unit_number":
        sub = read_ordinal(found["of"]) or 0 if found["of"] else 0
        form = UNITS[found["unit"]]
    elif form in ("box", "annex"):
        number = found[f"{form}_number"] or ""
    elif form == "arab" and found["arab_stop"] in ")）":
        form = "half-paren-arab"
    elif form in _SINGLE_SIGNS:
        form = _SINGLE_SIGNS[form] if number not in "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩" else "paren-han"
    form = form.replace("_", "-")
    value = _multi_ordinal(number) if form == "multi" else (read_ordinal(number) if number else None)
    if form not in ("dash", "box", "annex", "latin", "paren-latin") and value is None:
        return None
    marker = found["marker"].rstrip(" \t\u3000\xa0")
    if form == "multi":
        form = f"multi{1 + number.count('.') + number.count('．')}"
    return Marker(start, start + len(marker), marker, form, value, True, sub)


_LINE_FORMS = (
    "unit_number", "nth", "han", "financial", "multi", "arab", "paren_han", "paren_arab", "paren_stem",
    "paren_latin", "half_paren_han", "circled", "bracketed", "dotted", "roman", "stem", "latin", "dash", "box",
    "annex", "bare",
)  # fmt: skip


#: Enumerators that are one character are read as what they picture: ⑴ is （1）, ⒈ is 1.
_SINGLE_SIGNS = {"bracketed": "paren-arab", "dotted": "arab"}


def _multi_ordinal(number: str) -> int | None:
    """The last number of 3.2.1: what counts on among its siblings."""
    return read_ordinal(re.split("[.．]", number)[-1])


def inline_markers(text: str, start: int = 0, end: int | None = None) -> Iterator[Marker]:
    """Everything inside lines, or at their start, that is written like a member of an inline series."""
    for found in _INLINE.finditer(text, start, len(text) if end is None else end):
        group = next(name for name in _INLINE_FORMS if found[name] is not None)
        number = found[group]
        if group == "order":
            ordinal = _ORDER.get(number, 0)
        else:
            value = read_ordinal(number)
            if value is None:
                continue
            ordinal = value
        form = {"unit_number": "", "paren_han": "paren-han"}.get(group, group)
        if group == "shi":
            form = "shi" if found["shi_verb"] == "是" else "yao"
        yield Marker(found.start(), found.end(), found[0], form or UNITS[found["unit"]], ordinal, False)


_INLINE_FORMS = ("shi", "han", "paren_han", "order", "nth", "unit_number")


def inline_arabic_markers(text: str, start: int, end: int) -> Iterator[Marker]:
    """1. and （1） inside a collapsed line."""
    for found in _INLINE_ARAB.finditer(text, start, end):
        group = "arab" if found["arab"] is not None else "paren_arab"
        value = read_ordinal(found[group])
        if value is not None:
            yield Marker(found.start(), found.end(), found[0], group.replace("_", "-"), value, False)


def first_inside(text: str, form: str, start: int, end: int) -> Marker | None:
    """The 1. or （1） inside ``text[start:end]`` with which a list begins that goes on at line starts."""
    pattern = _FIRST_ARAB.get(form)
    for found in pattern.finditer(text, start, end) if pattern else ():
        if text[found.start() - 1 : found.start()] in BOUNDARY:
            return Marker(found.start(), found.end(), found[0], form, 1, False)
    return None
