"""Figures: numbers with what they count, the words of comparison around them, and their exact places.

A number counts only with a unit of the packs' lists, or a bare 万 or 亿; what only looks like a number
(一网通办, 5G, 12345, 〔2021〕29号, 第一批) has none.

>>> from policytext.rulebook.packs import load_rules
>>> words = load_cues(load_rules()[0])
>>> [(str(one.low), one.unit, one.comparator) for one in find_quantities("超过1.2万亿元,占5%以上", words)]
[('1200000000000', '元', '>'), ('5', '%', '>=')]
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple, cast

from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.spelled_quantities import SpelledQuantity, find_spelled_quantities
from policytext.model.annotations import Comparator
from policytext.text.amounts import parse_amount
from policytext.text.lazy_patterns import compile_pattern

__all__ = ["Quantity", "find_quantities", "load_cues"]

# The digit first and what must not stand before it behind: then the engine skips from digit to digit.
_FIGURE = compile_pattern(
    r"[0-9](?<![\dA-Za-z.×∶/+*〔\[#][0-9])"
    r"(?:\d{0,2}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d{0,2}(?:[ \u2009\u202f]\d{3})+(?=[\u4e00-\u9fff])|\d*(?:\.\d+)?)"
    r"(?![\d.:∶]\d|[A-Za-z]\d)"
)
_TAIL = compile_pattern("([余多]?)([十百千]?万亿|[十百千]?亿|[十百千]?万)?([余多来]?)")
_HUNDREDS = compile_pattern("[余多]?[百千]")
# What a sum in 亿 or 万 goes on with: 3亿5,000万元, 2万5,000元, 1万2千人.
_REST = compile_pattern(r"(\d{1,3}(?:,\d{3})+|\d{1,4})(?:([百千]?万|[百千])|(?!\d|[.,]\d|年))")
_JOIN = compile_pattern(r"—{1,2}|–|-|~|～|至|到")
_PER = compile_pattern(r"/|每")
_FROM = compile_pattern("[从由自][^,。;从由自]{0,12}$")
_RANGE = compile_pattern(r"(?:—{1,2}|–|-|~|～|至|到)\d")
#: From here on a number of 年 is a year and no length of time.
_EARLIEST = 1000
_SIZES = {"万": 10**4, "亿": 10**8}
_PER_CENT = ("%", "‰")
_QUOTED_TERM = compile_pattern("[^“”,。;\n]{1,12}”")
_SIZE = compile_pattern(r" ?[×xX*] ?\d")
_MINUS = compile_pattern("(?:[为至到达率约幅是]-|负|−)$")
#: Characters before a figure among which its word of comparison stands.
_BEFORE = 6


class Quantity(NamedTuple):
    """A number with its unit.

    Args:
        start, end: from its first digit to the end of its unit.
        first, last: the same with the words of comparison.
        low, high: the number, and the upper end of a range.
        unit: what it counts, in one normal form; empty for a bare 万 or 亿.
        comparator: as the words around it say.
        rank: whether it is a place in an order: 第14位.
        times: whether it is a multiple in itself: 翻一番.
        spelled: whether it is written in Chinese.
    """

    start: int
    end: int
    first: int
    last: int
    low: Decimal
    high: Decimal | None
    unit: str
    comparator: Comparator
    rank: bool = False
    times: bool = False
    spelled: bool = False


class _Read(NamedTuple):
    """A number from `start` with its scale, and where unit and words go on."""

    value: Decimal
    end: int
    unit: str
    vague: bool
    scale: str


def find_quantities(text: str, words: TargetCues) -> Iterator[Quantity]:
    """All figures of a folded text, from left to right, apart."""
    in_words = sorted(
        (_of_spelled(text, one, words) for one in find_spelled_quantities(text, words)), key=_order
    )
    end = -1
    for figure in sorted((*_arabic(text, words), *_joined(text, in_words)), key=_order):
        if figure.start >= end:
            end = figure.end
            yield figure


def _order(one: Quantity) -> tuple[int, int]:
    return one.start, -one.end


def _joined(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """Figures in words, two that are the ends of a range as one: 六百吨到八百吨."""
    low: Quantity | None = None
    for one in found:
        join = _JOIN.fullmatch(text, low.end, one.start) if low else None
        if (
            low
            and join
            and low.unit == one.unit
            and low.low < one.low
            and not _from(text, low.start, join[0])
        ):
            low = one._replace(
                start=low.start, first=low.first, low=low.low, high=one.low, comparator="range"
            )
            continue
        if low:
            yield low
        low = one
    if low:
        yield low


def _from(text: str, start: int, join: str) -> bool:
    """Whether what joins two figures is a change from one to the other: 从六百吨到八百吨."""
    return join in "至到" and bool(_FROM.search(text, max(start - 14, 0), start))


def _arabic(text: str, words: TargetCues) -> Iterator[Quantity]:
    done = 0
    for found in _FIGURE.finditer(text):
        start = found.start()
        if start < done:
            continue
        read = _read(text, found, words)
        if read is None or _is_name(text, start, read, words):
            continue
        figure = _ranged(text, start, read, words)
        if figure is not None:
            done = figure.end
            yield figure


def _read(text: str, found: re.Match[str], words: TargetCues) -> _Read | None:
    """The number, its scale and its unit; None where it counts nothing that is known."""
    at = found.end()
    number = found[0]
    if text[at : at + 1] == " " and text[at + 1 : at + 2] in _PER_CENT:
        at += 1
    unit = words.unit_at(text, at)
    vague, scale = False, ""
    if not unit:
        tail = _TAIL.match(text, at)
        assert tail is not None
        scale = tail[2] or ""
        end = tail.end()
        if not scale and (hundreds := _HUNDREDS.match(text, at)):
            scale, end = hundreds[0][-1], hundreds.end()
            vague = len(hundreds[0]) > 1
        vague = vague or bool(tail[1] or tail[3])
        at = end
        unit = words.unit_at(text, at)
    value = parse_amount(number + scale)
    if value is not None and scale in ("亿", "万") and not vague:
        value, at = _summed(text, value, at, Decimal(_SIZES[scale]))
        unit = words.unit_at(text, at)
    if value is None or (unit == "年" and value >= _EARLIEST):
        return None
    # The lower end of a range has its unit at the upper one: 2至3%.
    if not unit and not scale.endswith(("万", "亿")) and not _RANGE.match(text, at):
        return None
    return _Read(value, at + len(unit), unit, vague, scale)


def _summed(text: str, value: Decimal, at: int, size: Decimal) -> tuple[Decimal, int]:
    """A number with the smaller ones behind it that belong to its sum, and where it ends."""
    while rest := _REST.match(text, at):
        part = parse_amount(rest[1] + (rest[2] or ""))
        if part is None or part >= size:
            break
        value, at, size = value + part, rest.end(), part
    return value, at


def _is_name(text: str, start: int, read: _Read, words: TargetCues) -> bool:
    """Whether the figure belongs to a name or a place in an order that nothing is measured by."""
    before = text[start - 1 : start]
    if _SIZE.match(text, read.end):  # 480毫米×140毫米
        return True
    if read.unit in words.structural_classifiers and words.structural.match(text, read.end):
        return True
    if before == "第":
        return read.unit not in words.rank_units
    if before == "“":
        return bool(_QUOTED_TERM.match(text, start))
    return before == "(" and read.unit == "分"


def _ranged(text: str, start: int, read: _Read, words: TargetCues) -> Quantity | None:
    """The figure, with the upper end of its range if it has one."""
    end, unit, low, high, scale = read.end, read.unit, read.value, None, read.scale
    join = _JOIN.match(text, end)
    upper = join and _FIGURE.match(text, join.end())
    if join and upper and not _from(text, start, join[0]):
        other = _read(text, upper, words)
        if other and (other.unit == unit or not unit):
            low, high = _shared(read, other)
            end, unit, scale = other.end, other.unit, scale or other.scale
            if high < low:
                low, high = read.value, None
                end, unit = read.end, read.unit
    if not unit and not scale:
        return None
    return _compared(text, start, end, low, high, unit, read.vague, words)


def _shared(read: _Read, other: _Read) -> tuple[Decimal, Decimal]:
    """Both ends of a range; the lower one has the upper one's scale where it has none: 3—5万."""
    if not read.scale and other.scale and not read.unit:
        factor = parse_amount(other.scale) if other.scale not in "百千" else parse_amount("一" + other.scale)
        if factor and read.value * factor <= other.value:
            return read.value * factor, other.value
    return read.value, other.value


def _compared(
    text: str,
    start: int,
    end: int,
    low: Decimal,
    high: Decimal | None,
    unit: str,
    vague: bool,
    words: TargetCues,
) -> Quantity:
    """The figure with its rate, its sign and the words of comparison on both sides."""
    rate = _PER.match(text, end)
    if rate and unit and (per := words.unit_at(text, rate.end())):
        end = rate.end() + len(per)
        form = f"{words.forms.get(unit, unit)}{rate[0]}{words.forms.get(per, per)}"
    else:
        form = words.forms.get(unit, unit)
    first, last = start, end
    comparator = "~" if vague else "="
    rank = text[start - 1 : start] == "第" and unit in words.rank_units
    if rank:
        first -= 1
    if minus := _MINUS.search(text, max(start - 2, 0), start):
        low, high = -low, None if high is None else -high
        first = start = start - (0 if minus[0][-1] == "" else 1)
    if before := words.before.search(text, max(first - _BEFORE, 0), first):
        comparator, first = words.comparators_before[before[0]], before.start()
    if behind := words.behind.match(text, end):
        comparator, last = words.comparators_behind[behind[0]], behind.end()
    if high is not None:
        comparator = "range"
    return Quantity(start, end, first, last, low, high, form, cast(Comparator, comparator), rank)


def _of_spelled(text: str, one: SpelledQuantity, words: TargetCues) -> Quantity:
    figure = _compared(text, one.start, one.end, one.value, None, one.unit, one.vague, words)
    if one.comparator and figure.comparator == "=":
        figure = figure._replace(comparator=cast(Comparator, one.comparator))
    return figure._replace(times=one.times, spelled=True)
