"""The grammar of citations: 第三条第二款, 第三条至第五条, 前款, 本章, 附件1, 专栏3; `references` finds what they point to.

This is the only finder of citations. It says what is written; whether a place exists is not its matter.

>>> [(text.text, text.kind) for text in find_citations("依照本办法第三条、第五条和前款规定，填写附件1。")]
[('本办法第三条', 'article'), ('第五条', 'article'), ('前款', 'paragraph'), ('附件1', 'annex')]
"""

import heapq
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from policytext.model.records import NamedTuple
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import ARABIC_DIGITS, HAN_NUMERALS, MAX_HAN_NUMERALS, parse_ordinal

#: The kinds of places by the unit of their number.
KINDS = {
    "编": "part", "編": "part", "篇": "part", "部分": "part", "分编": "part", "分編": "part",
    "章": "chapter", "节": "section", "節": "section", "条": "article", "條": "article",
    "款": "paragraph", "项": "item", "項": "item", "目": "subitem",
}  # fmt: skip
_TAIWAN = {"项": "paragraph", "項": "paragraph", "款": "item"}
#: The names of documents as a citation ends with them, before the number.
NAMES = (
    "法典|法|條例|条例|辦法|办法|規定|规定|細則|细则|規則|规则|規程|规程|準則|准则|章程|標準|标准|規範|规范|"
    "解釋|解释|分则|分則|总则|總則|決定|决定|協議|协议|公約|公约|條約|条约|合同|合約|协定|協定|守則|守则|修正案|通則|通则|綱要|纲要|"
    "方案|通知|意見|意见|規劃|规划|計劃|计划|指南|要点|措施|制度"
)
_GAP = "[ \u3000]{0,2}"
_NUMBER = f"(?:[{HAN_NUMERALS}]{{1,{MAX_HAN_NUMERALS}}}|[{ARABIC_DIGITS}]{{1,4}})"
_UNIT = "部分|分[编編]|[编編篇章节節条條款项項目]"
_JOIN = f"{_GAP}[、至到—－~～-]{_GAP}"
#: 第三条, 第三、四条, 第三至五条, 第二十条之一, 第（二）项, 第 15-1 條.
_PLACE = (
    rf"第{_GAP}(?:{_NUMBER}(?:{_JOIN}{_NUMBER}){{0,20}}{_GAP}(?:{_UNIT})(?:{_GAP}之{_GAP}{_NUMBER}(?![、级級]))?"
    rf"|[（(]{_GAP}{_NUMBER}{_GAP}[)）](?:{_JOIN}[（(]{_NUMBER}[)）]){{0,20}}{_GAP}[项項目])"
)
_BELOW = rf"{_GAP}(?:{_PLACE}|[（(]{_GAP}{_NUMBER}{_GAP}[)）]{_GAP}[项項目]?)"
_COUNTED = rf"{_GAP}{_NUMBER}(?:{_JOIN}{_NUMBER}){{0,20}}(?![\d.%％]|[年月日個个項项])"
#: Places, each below the one before.
_CHAIN = LazyPattern(rf"{_PLACE}(?:{_BELOW}){{0,3}}")
#: 本办法 before a number.
_OWN = LazyPattern(rf"本{_GAP}(?:{NAMES}){_GAP}\Z")
_LONGEST_OWN = 8
# Each pattern begins with a character of its own, which the engine finds in a tenth of the time of a choice.
_FURTHER = tuple(
    LazyPattern(source)
    for source in (
        rf"本(?:[条條](?!例)|[编編章节節款](?![程制约約]))(?:{_BELOW}){{0,3}}",
        rf"前[一二三四五六兩两]?[款條条項项章节節](?!件|例|目|程|点|约)(?:{_BELOW}){{0,3}}",
        rf"上一?[條条款](?!例)(?:{_BELOW}){{0,3}}",
        rf"附{_GAP}(?:件|表|录|錄){_COUNTED}",
        rf"专栏{_COUNTED}",
        rf"專欄{_COUNTED}",
    )
)
_HEAD = LazyPattern("..?[编編章节節条條款项項]|..")
_PLACES = LazyPattern(rf"{_PLACE}|[（(]{_GAP}{_NUMBER}{_GAP}[)）]")
_NUMBERS = LazyPattern(rf"(?P<to>[至到—－~～-]{_GAP}[（(]?)?(?P<n>{_NUMBER})")
_WITHIN = LazyPattern(rf"之{_GAP}(?P<n>{_NUMBER})$")
_UNIT_END = LazyPattern(rf"({_UNIT})(?:{_GAP}之{_GAP}{_NUMBER})?$")
_RANGE = LazyPattern(rf"{_GAP}[至到—－~～-]{_GAP}(?={_PLACE})")
#: Words that begin like a citation: 第三条生产线, 第一项目部, 第二款车型, 第三节课.
_OTHER_WORD = LazyPattern("[线線路龙龍船腿街裤褲心]|生产线|生產線|目|任务|任務|车|車|产品|產品|课|課")


class Place(NamedTuple):
    """One step of a citation: a kind, and its numbers as ranges; the number after 之, 0 without."""

    kind: str
    ranges: tuple[tuple[int, int], ...]
    within: int = 0


class Citation(NamedTuple):
    """A citation as it is written.

    Args:
        start, end: its span.
        text: its text.
        kind: the kind of its last place.
        places: from the outermost to the innermost.
        anchor: "own" after 本法, "here" after 本条, "before" after 前款, empty without one.
        name: the name in an anchor "own"; the number and unit in the others.
        anchor_kind: the kind of the unit in "here" and "before".
        until: the place that ends a range of two (第三条至第五条).
    """

    start: int
    end: int
    text: str
    kind: str
    places: tuple[Place, ...]
    anchor: str = ""
    name: str = ""
    anchor_kind: str = ""
    until: tuple[Place, ...] = ()


def find_citations(
    text: str, taiwan: bool = False, markers: Mapping[int, str] = MappingProxyType({})
) -> Iterator[Citation]:
    """Find all citations of numbered places, in order; a range of two places is one citation.

    Args:
        text: the text.
        taiwan: whether an article has 項 (paragraphs) with 款 (items), as in Taiwan, and not 款 with 项.
        markers: the enumerators that open sections, by their offset; they are no citations.
    """
    kinds = {**KINDS, **_TAIWAN} if taiwan else KINDS
    found = [_find_chains(text, markers), *(pattern.finditer(text) for pattern in _FURTHER)]
    at = 0
    for match in heapq.merge(*found, key=re.Match.start):
        if match.start() < at or match.start() in markers:
            continue
        citation = _read(match, kinds)
        at = match.end()
        if not _has_numbers(citation):
            continue
        if until := _RANGE.match(text, at) if citation.kind == "article" and citation.places else None:
            last = _CHAIN.match(text, until.end())
            end = _read(last, kinds) if last is not None else None
            if last is not None and end is not None and end.kind == citation.kind and _has_numbers(end):
                at = last.end()
                citation = citation._replace(end=at, text=text[citation.start : at], until=end.places)
        yield citation


def _find_chains(text: str, markers: Mapping[int, str]) -> Iterator[re.Match[str]]:
    """Find 第三条第二款 and the like; behind an enumerator the text of its section begins."""
    at = 0
    while match := _CHAIN.search(text, at):
        marker = markers.get(match.start())
        at = match.end() if marker is None else match.start() + len(marker)
        if marker is None and not _OTHER_WORD.match(text, at):
            yield match


def _has_numbers(citation: Citation) -> bool:
    """Return whether all numerals are numbers, which 十十 is not."""
    return all(place.ranges for place in citation.places)


def _read(match: re.Match[str], kinds: Mapping[str, str]) -> Citation:
    start, end = match.span()
    text = match[0]
    if text[0] in "附专專":
        kind = "annex" if text[0] == "附" else "box"
        return Citation(start, end, text, kind, (Place(kind, _read_ranges(text)),))
    anchor = name = ""
    if text[0] in "第（(":
        before = match.string[max(0, start - _LONGEST_OWN) : start]
        if own := _OWN.search(before):
            anchor, name = "own", own[0][1:].strip(" \u3000")
            start -= len(own[0])
            text = own[0] + text
    else:
        anchor = "here" if text[0] == "本" else "before"
        name = _HEAD.match(text)[0]  # type: ignore[index]
    places = tuple(
        _read_place(place[0], kinds) for place in _PLACES.finditer(match[0], len(name) * (anchor != "own"))
    )
    around = kinds[name[-1]] if anchor not in ("", "own") else ""
    return Citation(start, end, text, places[-1].kind if places else around, places, anchor, name, around)


def _read_place(text: str, kinds: Mapping[str, str]) -> Place:
    unit = _UNIT_END.search(text)
    within = _WITHIN.search(text)
    ranges = _read_ranges(text[: within.start()] if within else text)
    kind = kinds[unit[1]] if unit else "item"
    if kind == "article" and len(ranges) == 1 and ranges[0][1] < ranges[0][0]:
        return Place(kind, ((ranges[0][0], ranges[0][0]),), ranges[0][1])  # 第 15-1 條
    return Place(kind, ranges, (parse_ordinal(within["n"]) or 0) if within else 0)


def _read_ranges(text: str) -> tuple[tuple[int, int], ...]:
    ranges: list[tuple[int, int]] = []
    for number in _NUMBERS.finditer(text):
        value = parse_ordinal(number["n"])
        if value is None:
            continue
        if number["to"] and ranges:
            ranges[-1] = (ranges[-1][0], value)
        else:
            ranges.append((value, value))
    return tuple(ranges)
