"""Quantities: numbers with their unit, their comparator, and their offsets.

A number counts only with a unit of the packs' lists, or a bare 万 or 亿; what only looks like one (一网通办, 5G, 12345,
〔2021〕29号, 第一批) has no unit.

>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> quantities = find_quantities("超过1.2万亿元,占5%以上", cues)
>>> [(str(quantity.low), quantity.unit, quantity.comparator) for quantity in quantities]
[('1200000000000', '元', '>'), ('5', '%', '>=')]
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple, cast

from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.numbers import ArabicNumber, parse_number
from policytext.extractor.spelled_counts import SpelledQuantity
from policytext.extractor.spelled_quantities import find_spelled_quantities
from policytext.model.annotations import Change, Comparator
from policytext.text.amounts import parse_amount
from policytext.text.lazy_patterns import LazyPattern

__all__ = ["Quantity", "find_quantities", "load_cues"]

# The digit comes first and the lookbehind after it, so that the engine skips from digit to digit.
_FIGURE = LazyPattern(
    r"[0-9](?<![\dA-Za-z.×∶/*〔\[#][0-9])(?<![^(]\+[0-9])"
    r"(?:\d{0,2}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d{0,2}(?:[ \u2009\u202f]\d{3})+(?=[\u4e00-\u9fff])|\d*(?:\.\d+)?)"
    r"(?![\d.:∶]\d|[A-Za-z]\d)"
)
_JOIN = LazyPattern(r"—{1,2}|–|-|~|～|至|到")
_BETWEEN = LazyPattern("介于约?$")
_AND = LazyPattern("[及与和]")
_PER = LazyPattern("/|每")
_COMPOUND = LazyPattern(
    r"(?:/\([A-Za-zΩ℃㎡㎥²³0-9·•/]{1,12}\)|[·•][A-Za-z]{1,3}(?:/[A-Za-z㎡㎥²³0-9]{1,4})?)(?![A-Za-z])"
)
_FURTHER_PER = LazyPattern("[/·•]")
_FROM = LazyPattern("[从由自][^,。;从由自]{0,12}$")
_QUOTED_TERM = LazyPattern("[^“”「」,。;\n]{1,12}[”」]")
_POINTS = LazyPattern(r"(?:[、和及与][\d.]{1,8}个){0,8}[、和及与][\d.]{1,8}个百分点")
# 第1至4期, 第1、2季, 附表1、2和3: ordinals whose 第 stands before the first of them.
_LISTED_ORDINAL = LazyPattern("(?:第|附[表件录])(?:\\d{1,3}(?:[、,至到及和与~—–-]{1,2}|以及) ?){1,20}$")
_LIST = 90  # characters of such a list
_SURPLUS = LazyPattern("(?:^|[,。;、(年月度季额易])(?:出|入|顺|逆)超$")  # 出超 is no 超过
_SIZE = LazyPattern(r" ?[×xX*] ?\d")
_RATE_UNIT = "{rate-units}"  # a slot in braces is a list in `rules/targets`
# What stands before the rest of an ordinal.
_ORDINAL = LazyPattern("第[\\d一二三四五六七八九十]{1,3}(?:[、及和至到](?!\\d+[位名])|届)$")
_ORDINAL_ENDS = frozenset("、及和至到届")
_WHOLE_TEXT = ("全文", "全文 ")
_MINUS = LazyPattern("(?:[为至到达率约幅是]-|(?<![减担])负|−)$")
#: Currencies before their sum: 美金3亿元.
_CURRENCIES = {"美金": "美元", "美元": "美元", "欧元": "欧元", "英镑": "英镑", "日圆": "日元", "日元": "日元"}
#: What stands before a change in a bracket of its own, whose figure begins with it: (+31.9%).
SIGNS: dict[str, Change] = {"(+": "increase", "(-": "decrease", "(−": "decrease"}
#: Characters before a figure in which its comparator is looked for.
_BEFORE = 6


class Quantity(NamedTuple):
    """A number with its unit.

    Args:
        start, end: The offsets of its first digit and of the end of its unit.
        first, last: The same, with the words of comparison.
        low, high: The number, and the upper end of a range or None.
        unit: Its unit in one normal form; empty for a bare 万 or 亿.
        comparator: The comparator that the words around it express.
        rank: Whether it is a rank: 第14位.
        times: Whether it is a multiple: 翻一番.
        spelled: Whether it is written in Chinese numerals.
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


def find_quantities(text: str, cues: TargetCues) -> Iterator[Quantity]:
    """Find the quantities of a folded text, from left to right, without overlaps."""
    in_words = sorted(
        (_convert_spelled(text, quantity, cues) for quantity in find_spelled_quantities(text, cues)),
        key=_sort_key,
    )
    end = -1
    for figure in sorted((*_find_arabic(text, cues), *_join_ranges(text, in_words)), key=_sort_key):
        if figure.start >= end:
            end = figure.end
            # 每10万人: what a figure is counted for is no figure.
            if text[figure.first - 1 : figure.first] != "每":
                yield figure


def _sort_key(quantity: Quantity) -> tuple[int, int]:
    return quantity.start, -quantity.end


def _join_ranges(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """Join two figures in words that are the ends of a range: 六百吨到八百吨."""
    low: Quantity | None = None
    for quantity in quantities:
        join = _JOIN.fullmatch(text, low.end, quantity.start) if low else None
        if (
            low
            and join
            and low.unit == quantity.unit
            and low.low < quantity.low
            and not _is_change(text, low.start, join[0])
        ):
            low = quantity._replace(
                start=low.start, first=low.first, low=low.low, high=quantity.low, comparator="range"
            )
            continue
        if low:
            yield low
        low = quantity
    if low:
        yield low


def _is_change(text: str, start: int, join: str) -> bool:
    """Return whether two figures are a change from one to the other, not a range: 从六百吨到八百吨."""
    return join in "至到" and bool(_FROM.search(text, max(start - 14, 0), start))


def _find_arabic(text: str, cues: TargetCues) -> Iterator[Quantity]:
    done = 0
    for match in _FIGURE.finditer(text):
        start = match.start()
        if start < done:
            continue
        number = parse_number(text, match, cues)
        if number is None or _is_name_part(text, start, number, cues):
            continue
        figure = _parse_range(text, start, number, cues)
        if figure is not None:
            done = figure.end
            yield figure


def _is_name_part(text: str, start: int, number: ArabicNumber, cues: TargetCues) -> bool:
    """Return whether the figure is part of a name, a size, or an ordinal that measures nothing."""
    before = text[start - 1 : start]
    if _SIZE.match(text, number.end):  # 480毫米×140毫米
        return True
    if number.unit == "条" and text.endswith(_WHOLE_TEXT, max(start - 3, 0), start):  # 公布全文23條
        return True
    if number.unit in cues.structural_classifiers and cues.structural.match(text, number.end):
        return True
    if before == "第" or _LISTED_ORDINAL.search(text, max(start - _LIST, 0), start):
        return number.unit not in cues.rank_units
    if number.unit == "所" and text.startswith(("示", "列", "载"), number.end):  # 表1所示
        return True
    # 第2、3期; 第十届3次会议.
    if before in _ORDINAL_ENDS and _ORDINAL.search(text, max(start - _BEFORE, 0), start):
        return True
    if before in ("“", "「"):
        return bool(_QUOTED_TERM.match(text, start))
    return before == "(" and number.unit == "分"


def _parse_range(text: str, start: int, number: ArabicNumber, cues: TargetCues) -> Quantity | None:
    """Return the quantity, with the upper end of its range if it has one."""
    end, unit, low, high, scale = number.end, number.unit, number.value, None, number.scale
    join = _JOIN.match(text, end) or _match_between(text, start, end)
    upper = join and _FIGURE.match(text, join.end())
    if join and upper and not _is_change(text, start, join[0]):
        upper_number = parse_number(text, upper, cues)
        if upper_number and (upper_number.unit == unit or not unit):
            low, high = _share_scale(number, upper_number)
            end, unit, scale = upper_number.end, upper_number.unit, scale or upper_number.scale
            if high < low:
                low, high = number.value, None
                end, unit = number.end, number.unit
    if not unit and not scale:
        return None
    return _build_quantity(text, start, ArabicNumber(low, end, unit, number.vague, scale), high, cues)


def _match_between(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the word between the ends of a range with 介于: 介于45亿元及194亿元之间."""
    return _AND.match(text, end) if _BETWEEN.search(text, max(start - _BEFORE, 0), start) else None


def _share_scale(number: ArabicNumber, upper: ArabicNumber) -> tuple[Decimal, Decimal]:
    """Return both ends of a range; a lower end without a scale has that of the upper one: 3—5万."""
    if not number.scale and upper.scale and not number.unit:
        factor = parse_amount(upper.scale) if upper.scale not in "百千" else parse_amount("一" + upper.scale)
        if factor and number.value * factor <= upper.value:
            return number.value * factor, upper.value
    return number.value, upper.value


def _build_quantity(
    text: str, start: int, number: ArabicNumber, high: Decimal | None, cues: TargetCues
) -> Quantity:
    """Build the quantity with its rate, its sign and the comparators on both sides.

    Args:
        text: The text.
        start: Where its number begins.
        number: The number, or the lower end of a range.
        high: The upper end of a range, or None.
        cues: The cues.
    """
    low, end, unit, vague, _ = number
    form = cues.forms.get(unit, unit)
    per, pattern = unit, _PER
    while per and (rate := pattern.match(text, end)) and (per := _find_rate_unit(text, rate, cues)):
        if unit in cues.durations and rate[0] == "每":  # 未来10年每年平均
            break
        end, pattern = rate.end() + len(per), _FURTHER_PER
        form += rate[0] + (per if form.isascii() else cues.forms.get(per, per))  # 9W/㎡
    # W/(m²·K), kW·h: what a rate of a standard is counted for, in a bracket or behind a dot.
    if form.isascii() and (compound := _COMPOUND.match(text, end)):
        form, end = form + compound[0], compound.end()
    if form == "个" and _POINTS.match(text, end):  # 1.1个和0.3个百分点
        form = "个百分点"
    if form == "元":
        form = _CURRENCIES.get(text[max(start - 2, 0) : start], form)
    first, last = start, end
    comparator = "~" if vague else "="
    rank = text[start - 1 : start] == "第" and unit in cues.rank_units
    if rank:
        first -= 1
    if minus := _MINUS.search(text, max(start - 2, 0), start):
        low, high = -low, None if high is None else -high
        first = start = start - (0 if minus[0][-1] == "" else 1)
    # 保险业(+31.9%): the sign of a change.
    if text[first - 2 : first] in SIGNS and text.startswith(")", end):
        first -= 2
    reach = first - (text[first - 1 : first] == " " and text[first - 2 : first - 1] in "≥≤")
    before = cues.before.search(text, max(reach - _BEFORE, 0), reach)
    if before and not _SURPLUS.search(text, max(first - _BEFORE, 0), first):
        comparator, first = cues.comparators_before[before[0]], before.start()
    if behind := cues.behind.match(text, end):
        comparator, last = cues.comparators_behind[behind[0]], behind.end()
    if high is not None:
        comparator = "range"
    return Quantity(start, end, first, last, low, high, form, cast(Comparator, comparator), rank)


def _find_rate_unit(text: str, rate: re.Match[str], cues: TargetCues) -> str:
    """Return what a rate is counted for: 日 of 3.5万吨/日, 人 and 月 of 元/人·月; empty without one."""
    unit = cues.unit_at(text, rate.end())
    named = cues.patterns[_RATE_UNIT].match(text, rate.end()) if rate[0] != "每" else None
    return named[0] if named and len(named[0]) > len(unit) else unit


def _convert_spelled(text: str, spelled: SpelledQuantity, cues: TargetCues) -> Quantity:
    number = ArabicNumber(spelled.value, spelled.end, spelled.unit, spelled.vague, "")
    figure = _build_quantity(text, spelled.start, number, spelled.high, cues)
    if spelled.comparator and figure.comparator == "=":
        figure = figure._replace(comparator=cast(Comparator, spelled.comparator))
    return figure._replace(times=spelled.times, spelled=True)
