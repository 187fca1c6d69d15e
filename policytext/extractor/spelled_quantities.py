"""Figures in Chinese words: 三分之二, 百分之八点五, 六成, 半数以上, 翻一番, 一倍, 数十万户, 十余个.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> quantities = find_spelled_quantities("三分之二的县,增长一倍,培训数十万人", cues)
>>> [(str(quantity.value), quantity.unit) for quantity in quantities]
[('66.67', '%'), ('1', '倍'), ('100000', '人')]
>>> list(find_spelled_quantities("推进一网通办,统筹五位一体,进一步做好", cues))
[]
"""

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from policytext.extractor.cues import TargetCues
from policytext.text.amounts import normalize_decimal, parse_amount
from policytext.text.lazy_patterns import compile_pattern

_D = "一二三四五六七八九两"
_N = f"[{_D}十百零〇]"
_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")


class SpelledQuantity(NamedTuple):
    """A number in words with its unit.

    Args:
        start, end: The offsets of its first character and of the end of its unit.
        value, unit: Its value and its unit.
        vague: Whether it is approximate (数十, 十余).
        comparator: The comparator that the words themselves express (过半), or empty.
        times: Whether it is a multiple: 翻一番.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    vague: bool = False
    comparator: str = ""
    times: bool = False


def find_spelled_quantities(text: str, cues: TargetCues) -> Iterator[SpelledQuantity]:
    """Find the figures in words of a folded text; forms whose sign is missing are skipped."""
    for sign, pattern, parse in _FORMS:
        if sign in text:
            for match in pattern.finditer(text):
                quantity = parse(match, cues)
                if quantity is not None:
                    yield quantity


def _parse_percent(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    del cues
    value = parse_amount(match[2])
    if value is None:
        return None
    unit = "‰" if match[1] == "千" else "%"
    if match[1] == "万":
        value /= _HUNDRED
    return SpelledQuantity(match.start(), match.end(), value, unit)


def _parse_fraction(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    del cues
    whole, part = parse_amount(match[1]), parse_amount(match[2])
    if not whole or part is None or part > whole:
        return None
    share = (part * _HUNDRED / whole).quantize(_CENT, ROUND_HALF_UP)
    return SpelledQuantity(match.start(), match.end(), normalize_decimal(share), "%")


def _parse_tenths(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    del cues
    value = parse_amount(match[1])
    if value is None or value > 10:
        return None
    rest = match[2]
    more = Decimal(5) if rest == "半" else (parse_amount(rest) or Decimal(0)) if rest else Decimal(0)
    return SpelledQuantity(match.start(), match.end(), value * 10 + more, "%")


def _parse_half(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    del cues
    sign = ">" if match[0] == "过半" else ""
    return SpelledQuantity(match.start(), match.end(), Decimal(50), "%", comparator=sign)


def _parse_doubling(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    del cues
    times = parse_amount(match[1] or "一")
    if times is None or times > 10:
        return None
    return SpelledQuantity(match.start(), match.end(), Decimal(2) ** int(times), "倍", times=True)


def _parse_multiple(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    del cues
    value = parse_amount(match[1])
    return (
        None
        if value is None
        else SpelledQuantity(match.start(), match.end(), value, "倍", vague=bool(match[2]))
    )


def _parse_points(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    del cues
    value = parse_amount(match[1])
    return None if value is None else SpelledQuantity(match.start(), match.end(), value, "个百分点")


def _parse_vague(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    """Parse 数十万户, 近百家, 上百亿元 as one of the power of ten that it names."""
    value = parse_amount("一" + match[2])
    start = match.start() if match[1] in "数几" else match.start(2)
    return None if value is None else _build_count(match, start, value, match[1] in "数几上", cues)


def _parse_count(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    """Parse a number of three digits or more, or with a scale, 余 or 点: 两百一十家, 三千万元, 十余个, 一点五亿."""
    value = parse_amount(match[1] + match[3])
    if value is None:
        return None
    quantity = _build_count(match, match.start(), value, bool(match[2]), cues)
    if quantity is None and match[3] and cues.people.match(match.string, match.end()):
        # 八千多万农民: the people that the figure counts follow it.
        return SpelledQuantity(match.start(), match.end(), value, "", bool(match[2]))
    return quantity


def _build_count(
    match: re.Match[str], start: int, value: Decimal, vague: bool, cues: TargetCues
) -> SpelledQuantity | None:
    text = match.string
    unit = cues.unit_at(text, match.end())
    end = match.end() + len(unit)
    if not unit or unit in cues.durations or cues.structural.match(text, end):
        return None
    return SpelledQuantity(start, end, value, unit, vague)


# Each pattern begins with a set of characters and looks behind after it, so that the engine skips to the set.
_Parser = Callable[[re.Match[str], TargetCues], "SpelledQuantity | None"]
_FORMS: tuple[tuple[str, re.Pattern[str], _Parser], ...] = (
    ("分之", compile_pattern(rf"([百千万])分之({_N}+(?:点[零〇{_D}]+)?|\d+(?:\.\d+)?)"), _parse_percent),
    (
        "分之",
        compile_pattern(rf"([二三四五六七八九十\d](?<!{_N}.)[二三四五六七八九十\d]*)分之({_N}+|\d+)"),
        _parse_fraction,
    ),
    (
        "成",
        compile_pattern(rf"([{_D}\d](?<![{_D}\d].))成([{_D}半]?)(?=以[上下内]|左右|多|的|[,。;、)]|$)"),
        _parse_tenths,
    ),
    (
        "半",
        compile_pattern("一半(?=以上|左右)|半数(?=以上|左右|(?<!过半数)[^\\W\\d]{2})|过半(?![数程途])"),
        _parse_half,
    ),
    ("番", compile_pattern(r"翻了?([一两二三四\d])?番"), _parse_doubling),
    ("倍", compile_pattern(rf"([{_D}十百千](?<![{_D}十百千\d.].)[{_D}十百千]*)倍(多?)"), _parse_multiple),
    ("百分点", compile_pattern(rf"([{_D}十百零〇]+(?:点[零〇{_D}]+)?)个?百分点"), _parse_points),
    ("", compile_pattern("([数几上近超逾破])([十百千]?[万亿]{0,2}(?<=[十百千万亿]))"), _parse_vague),
    (
        "",
        compile_pattern(
            rf"([{_D}十](?<![{_D}十百千万亿零〇点\d第数几上][{_D}十])(?=[{_D}十百千零〇]{{0,6}}[百千万亿余多点])"
            rf"(?:[{_D}十百千零〇]*[万亿](?=[{_D}十百千零〇]))*[{_D}十百千零〇]*(?:点[零〇{_D}]+)?)([余多]?)(万亿|[万亿]?)"
        ),
        _parse_count,
    ),
)
