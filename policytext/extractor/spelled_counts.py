"""Counts in Chinese words: 两百一十家, 十余个, 数十万户, 十几个, 两三百个, 伍仟万元.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> _, pattern, parse = COUNT_FORMS[0]
>>> quantity = parse(pattern.search("新建基地十几个"), cues)
>>> str(quantity.value), str(quantity.high), quantity.unit
('11', '19', '个')
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from policytext.extractor.cues import TargetCues
from policytext.text.amounts import parse_amount
from policytext.text.lazy_patterns import LazyPattern

HAN_DIGITS = "一二三四五六七八九两"
_D = HAN_DIGITS
_N = f"[{_D}十百零〇○]"


class SpelledQuantity(NamedTuple):
    """A number in words with its unit.

    Args:
        start, end: The offsets of its first character and of the end of its unit.
        value, unit: Its value and its unit.
        vague: Whether it is approximate (数十, 十余).
        comparator: The comparator that the words themselves express (过半), or empty.
        times: Whether it is a multiple: 翻一番.
        high: The upper end of a range (十几, 两三百), or None.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    vague: bool = False
    comparator: str = ""
    times: bool = False
    high: Decimal | None = None


def _parse_vague(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    """Parse 数十万户, 近百家, 上百亿元 as one of the power of ten that it names."""
    value = parse_amount("一" + match[2])
    if value is None:
        return None
    start = match.start() if match[1] in "数几过" else match.start(2)
    quantity = _build_count(match, start, value, match[1] in "数几上", cues)
    return quantity._replace(comparator=">") if quantity and match[1] == "过" else quantity


def _parse_count(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    """Parse a number of three digits or more, or with a scale, 余 or 点: 两百一十家, 三千万元, 十余个, 一点五亿."""
    number = "一" + match[1] if match[1] in "百千万" else match[1]
    value = parse_amount(number + match[3])
    if value is None:
        return None
    quantity = _build_count(match, match.start(), value, bool(match[2]), cues)
    if quantity is None and match[3] and cues.people.match(match.string, match.end()):
        # 八千多万农民: the people that the figure counts follow it.
        return SpelledQuantity(match.start(), match.end(), value, "", bool(match[2]))
    return quantity


def _parse_decimal(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    """Parse 一七.六八亿元, 五.八公里: digits in words with a decimal point."""
    value = parse_amount(f"{match[1]}点{match[2]}{match[3]}".replace("○", "〇"))
    return None if value is None else _build_count(match, match.start(), value, False, cues)


def _parse_some(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    """Parse 十几个 as 11 to 19, 三十几万 as 310,000 to 390,000, 一百几十 as 110 to 190."""
    base, scale = parse_amount(match[1]), parse_amount("一" + match[3])
    step = Decimal(10 if match[2] else 1)
    if base is None or scale is None or base % (step * 10):
        return None
    return _build_range(match, (base + step) * scale, (base + 9 * step) * scale, cues)


def _parse_neighbours(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    """Parse 两三百个 as 200 to 300."""
    low, high = parse_amount(match[1] + match[3]), parse_amount(match[2] + match[3])
    first, second = parse_amount(match[1]), parse_amount(match[2])
    if low is None or high is None or first is None or second != first + 1:
        return None
    return _build_range(match, low, high, cues)


def _build_range(
    match: re.Match[str], low: Decimal, high: Decimal, cues: TargetCues
) -> SpelledQuantity | None:
    quantity = _build_count(match, match.start(), low, False, cues)
    return quantity and quantity._replace(high=high)


def _build_count(
    match: re.Match[str], start: int, value: Decimal, vague: bool, cues: TargetCues
) -> SpelledQuantity | None:
    text = match.string
    at = match.end()
    if text[at : at + 1] in _VAGUE and text[at - 1] in _LARGE:  # 十四万多公里
        vague, at = True, at + 1
    unit = cues.unit_at(text, at)
    end = at + len(unit)
    if not unit or (unit in cues.durations and unit not in AGES) or cues.structural.match(text, end):
        return None
    return SpelledQuantity(start, end, value, unit, vague)


#: Ages, which are measured also in words: 人均预期寿命提高到七十八点二岁.
AGES = ("岁", "周岁")
_VAGUE, _LARGE = ("余", "多"), "万亿"

# Each pattern begins with a set of characters and looks behind after it, so that the engine skips to the set.
Parser = Callable[[re.Match[str], TargetCues], "SpelledQuantity | None"]
COUNT_FORMS: tuple[tuple[str, LazyPattern, Parser], ...] = (
    (
        "几",
        LazyPattern(rf"([{_D}十百千](?<![{_D}十百千万亿\d几数].)[{_D}十百千]*)几(十?)(万亿|[万亿]?)"),
        _parse_some,
    ),
    (
        "",
        LazyPattern(
            rf"([{_D}](?<![{_D}十百千万亿\d第].))([二三四五六七八九])([十百千](?:万|亿)?|万亿|[万亿])"
        ),
        _parse_neighbours,
    ),
    (
        "余",
        LazyPattern(rf"([百千万](?<![{_D}十百千万亿零〇○\d数几上].))(余)(万亿|[万亿]?)"),
        _parse_count,
    ),
    (
        "",
        LazyPattern(r"([贰叁肆伍陆柒捌玖壹][壹贰叁肆伍陆柒捌玖拾佰仟零]+)()(万亿|[万亿]?)"),
        _parse_count,
    ),
    (
        "",
        LazyPattern("([数几上近超逾破过](?<![超通透经越不路]过))([十百千]?[万亿]{0,2}(?<=[十百千万亿]))"),
        _parse_vague,
    ),
    (
        ".",
        LazyPattern(
            rf"([{_D}十百零〇○](?<![{_D}十百千万亿零〇○\d.第].)[{_D}十百千零〇○]{{0,6}})\.([{_D}零〇○]{{1,4}})([百千十]?[万亿]|)"
        ),
        _parse_decimal,
    ),
    # 十八摄氏度, 三十五公里: smaller numbers only before units of measure.
    (
        "",
        LazyPattern(
            rf"([{_D}十](?<![{_D}十百千万亿兆零〇○点\d第数几上][{_D}十])(?:(?<=十)[{_D}]?|十[{_D}]?))()"
            r"()(?=摄氏度|平方米|平方公里|立方米|公里|公顷|公斤|分贝|毫米|厘米|亩(?![产均])|吨|%)"
        ),
        _parse_count,
    ),
    (
        "",
        LazyPattern(
            rf"([{_D}十](?<![{_D}十百千万亿兆零〇○点\d第数几上][{_D}十])(?=[{_D}十百千零〇○]{{0,6}}[百千万亿兆余多点])"
            rf"(?:[{_D}十百千零〇○]*[万亿兆](?=[{_D}十百千零〇○]))*[{_D}十百千零〇○]*(?:点[零〇○{_D}]+)?)([余多]?)(万亿|[万亿]|兆(?=元)|)"
        ),
        _parse_count,
    ),
)
