"""Figures in Chinese words: 三分之二, 百分之八点五, 六成, 半数以上, 翻一番, 一倍, 数十万户, 十余个.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> words = load_cues(load_rules()[0])
>>> [(str(one.value), one.unit) for one in find_spelled_quantities("三分之二的县,增长一倍,培训数十万人", words)]
[('66.67', '%'), ('1', '倍'), ('100000', '人')]
>>> list(find_spelled_quantities("推进一网通办,统筹五位一体,进一步做好", words))
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
    """A number in words: its place with its unit, and its value.

    Args:
        start, end: from its first character to the end of its unit.
        value, unit: what it says.
        vague: whether it only says about how much (数十, 十余).
        comparator: one that the words themselves say (过半), or empty.
        times: whether it is a multiple: 翻一番.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    vague: bool = False
    comparator: str = ""
    times: bool = False


def find_spelled_quantities(text: str, words: TargetCues) -> Iterator[SpelledQuantity]:
    """All figures in words of a folded text; each form is looked for by its rarest character."""
    for sign, pattern, reading in _FORMS:
        if sign in text:
            for found in pattern.finditer(text):
                one = reading(found, words)
                if one is not None:
                    yield one


def _per_cent(found: re.Match[str], words: TargetCues) -> SpelledQuantity | None:
    del words
    value = parse_amount(found[2])
    if value is None:
        return None
    unit = "‰" if found[1] == "千" else "%"
    if found[1] == "万":
        value /= _HUNDRED
    return SpelledQuantity(found.start(), found.end(), value, unit)


def _fraction(found: re.Match[str], words: TargetCues) -> SpelledQuantity | None:
    del words
    whole, part = parse_amount(found[1]), parse_amount(found[2])
    if not whole or part is None or part > whole:
        return None
    share = (part * _HUNDRED / whole).quantize(_CENT, ROUND_HALF_UP)
    return SpelledQuantity(found.start(), found.end(), normalize_decimal(share), "%")


def _tenths(found: re.Match[str], words: TargetCues) -> SpelledQuantity | None:
    del words
    value = parse_amount(found[1])
    if value is None or value > 10:
        return None
    rest = found[2]
    more = Decimal(5) if rest == "半" else (parse_amount(rest) or Decimal(0)) if rest else Decimal(0)
    return SpelledQuantity(found.start(), found.end(), value * 10 + more, "%")


def _half(found: re.Match[str], words: TargetCues) -> SpelledQuantity | None:
    del words
    sign = ">" if found[0] == "过半" else ""
    return SpelledQuantity(found.start(), found.end(), Decimal(50), "%", comparator=sign)


def _doubled(found: re.Match[str], words: TargetCues) -> SpelledQuantity | None:
    del words
    times = parse_amount(found[1] or "一")
    if times is None or times > 10:
        return None
    return SpelledQuantity(found.start(), found.end(), Decimal(2) ** int(times), "倍", times=True)


def _times(found: re.Match[str], words: TargetCues) -> SpelledQuantity | None:
    del words
    value = parse_amount(found[1])
    return (
        None
        if value is None
        else SpelledQuantity(found.start(), found.end(), value, "倍", vague=bool(found[2]))
    )


def _points(found: re.Match[str], words: TargetCues) -> SpelledQuantity | None:
    del words
    value = parse_amount(found[1])
    return None if value is None else SpelledQuantity(found.start(), found.end(), value, "个百分点")


def _several(found: re.Match[str], words: TargetCues) -> SpelledQuantity | None:
    """数十万户, 近百家, 上百亿元: at least one of the place it names."""
    value = parse_amount("一" + found[2])
    start = found.start() if found[1] in "数几" else found.start(2)
    return None if value is None else _counting(found, start, value, found[1] in "数几上", words)


def _counted(found: re.Match[str], words: TargetCues) -> SpelledQuantity | None:
    """A number of three places or more, with a scale, with 余, or with 点: 两百一十家, 三千万元, 十余个, 一点五亿."""
    value = parse_amount(found[1] + found[3])
    if value is None:
        return None
    one = _counting(found, found.start(), value, bool(found[2]), words)
    if one is None and found[3] and words.people.match(found.string, found.end()):
        # 八千多万农民: whom the figure counts stands behind it.
        return SpelledQuantity(found.start(), found.end(), value, "", bool(found[2]))
    return one


def _counting(
    found: re.Match[str], start: int, value: Decimal, vague: bool, words: TargetCues
) -> SpelledQuantity | None:
    text = found.string
    unit = words.unit_at(text, found.end())
    end = found.end() + len(unit)
    if not unit or unit in words.durations or words.structural.match(text, end):
        return None
    return SpelledQuantity(start, end, value, unit, vague)


# Each pattern begins with a set of characters and looks behind after it: then the engine skips to its first one.
_Reading = Callable[[re.Match[str], TargetCues], "SpelledQuantity | None"]
_FORMS: tuple[tuple[str, re.Pattern[str], _Reading], ...] = (
    ("分之", compile_pattern(rf"([百千万])分之({_N}+(?:点[零〇{_D}]+)?|\d+(?:\.\d+)?)"), _per_cent),
    (
        "分之",
        compile_pattern(rf"([二三四五六七八九十\d](?<!{_N}.)[二三四五六七八九十\d]*)分之({_N}+|\d+)"),
        _fraction,
    ),
    (
        "成",
        compile_pattern(rf"([{_D}\d](?<![{_D}\d].))成([{_D}半]?)(?=以[上下内]|左右|多|的|[,。;、)]|$)"),
        _tenths,
    ),
    (
        "半",
        compile_pattern("一半(?=以上|左右)|半数(?=以上|左右|(?<!过半数)[^\\W\\d]{2})|过半(?![数程途])"),
        _half,
    ),
    ("番", compile_pattern(r"翻了?([一两二三四\d])?番"), _doubled),
    ("倍", compile_pattern(rf"([{_D}十百千](?<![{_D}十百千\d.].)[{_D}十百千]*)倍(多?)"), _times),
    ("百分点", compile_pattern(rf"([{_D}十百零〇]+(?:点[零〇{_D}]+)?)个?百分点"), _points),
    ("", compile_pattern("([数几上近超逾破])([十百千]?[万亿]{0,2}(?<=[十百千万亿]))"), _several),
    (
        "",
        compile_pattern(
            rf"([{_D}十](?<![{_D}十百千万亿零〇点\d第数几上][{_D}十])(?=[{_D}十百千零〇]{{0,6}}[百千万亿余多点])"
            rf"(?:[{_D}十百千零〇]*[万亿](?=[{_D}十百千零〇]))*[{_D}十百千零〇]*(?:点[零〇{_D}]+)?)([余多]?)(万亿|[万亿]?)"
        ),
        _counted,
    ),
)
