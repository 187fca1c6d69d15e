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
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from policytext.extractor.cues import TargetCues
from policytext.extractor.spelled_counts import COUNT_FORMS, HAN_DIGITS, Parser, SpelledQuantity
from policytext.text.amounts import normalize_decimal, parse_amount
from policytext.text.lazy_patterns import LazyPattern

_D = HAN_DIGITS
_N = f"[{_D}十百零〇○]"
_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")
_FROM = LazyPattern("[从由自][^,。;]{0,12}$")


def find_spelled_quantities(text: str, cues: TargetCues) -> Iterator[SpelledQuantity]:
    """Find the figures in words of a folded text; forms whose sign is missing are skipped."""
    for sign, pattern, parse in (*_FORMS, *COUNT_FORMS):
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
    high = parse_amount(match[3]) if match[3] else None
    if high is not None and (
        high <= value
        or match[1] == "万"
        or _FROM.search(match.string, max(match.start() - 14, 0), match.start())
    ):
        return SpelledQuantity(match.start(), match.end(2), value, unit)
    return SpelledQuantity(match.start(), match.end(), value, unit, high=high)


def _parse_rate(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    """Parse 十万分之七 and 10万分之7 as 7 with the unit /10万."""
    del cues
    value = parse_amount(match[2])
    return (
        None if value is None else SpelledQuantity(match.start(), match.end(), value, _denominator(match[1]))
    )


def _parse_written_rate(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    """Parse 7/10万."""
    del cues
    value = parse_amount(match[1])
    return (
        None if value is None else SpelledQuantity(match.start(), match.end(), value, _denominator(match[2]))
    )


def _denominator(words: str) -> str:
    spelled = {"十万": "10万", "百万": "100万", "千万": "1000万", "亿": "1亿"}
    return f"/{spelled.get(words, words)}"


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
    return SpelledQuantity(match.start(1), match.end(), value * 10 + more, "%")


def _parse_decimal_tenths(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    """Parse 1.5成."""
    del cues
    value = parse_amount(match[1])
    return None if value is None else SpelledQuantity(match.start(), match.end(), value * 10, "%")


def _parse_whole(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    del cues
    return SpelledQuantity(match.start(), match.end(), _HUNDRED, "%")


def _parse_half(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    del cues
    sign = ">" if match[0] == "过半" else ""
    return SpelledQuantity(match.start(), match.end(), Decimal(50), "%", comparator=sign)


def _parse_doubling(match: re.Match[str], cues: TargetCues) -> SpelledQuantity | None:
    del cues
    times = parse_amount(match[1] or "一")  # 翻倍 is 翻一番
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


# Each pattern begins with a set of characters and looks behind after it, so that the engine skips to the set.
_FORMS: tuple[tuple[str, LazyPattern, Parser], ...] = (
    (
        "分之",
        LazyPattern(
            rf"([百千万])分之({_N}+(?:点[零〇○{_D}]+)?|\d+(?:\.\d+)?)"
            rf"(?:[至到](?![百千万]分之)({_N}+(?:点[零〇○{_D}]+)?)(?!{_N}|[\d年月日个]))?"
        ),
        _parse_percent,
    ),
    (
        "万分之",
        LazyPattern(rf"([十百千]万|\d{{1,4}}万)分之({_N}+(?:点[零〇○{_D}]+)?|\d+(?:\.\d+)?)"),
        _parse_rate,
    ),
    (
        "亿分之",
        LazyPattern(rf"(\d{{1,4}}亿|亿)分之({_N}+(?:点[零〇○{_D}]+)?|\d+(?:\.\d+)?)"),
        _parse_rate,
    ),
    (
        "/",
        LazyPattern(r"(\d(?<![\d.,/A-Za-z].)\d*(?:\.\d+)?)/(\d{1,4}[万亿])(?![\d元])"),
        _parse_written_rate,
    ),
    (
        "分之",
        LazyPattern(rf"([二三四五六七八九十\d](?<!{_N}.)[二三四五六七八九十\d]*)分之({_N}+|\d+)"),
        _parse_fraction,
    ),
    (
        "成",
        LazyPattern(
            rf"成(?<=([{_D}\d])成)(?<![{_D}\d.].成)([{_D}\d半]?)(?!\d)"
            # 未及7成, 3成5, 近四成民众; elsewhere 一成 may be part of a word.
            r"(?:(?<=\d成)(?![本员立果效功长绩])|(?<=\d成.)"
            rf"|(?<=[近约逾超过到达有仅足满占收减增加少多][{_D}]成)(?![本员立果效功长绩不为])"
            # 由现时的四成增至六成: the starting value of a change.
            r"|(?=[增升提上下降减跌回][加至到升高降少]?[至到])"
            r"|(?=以[上下内]|左右|[多余的]|由(?!于)|来自|属|用[于作]|[,。;、)]|$))"
        ),
        _parse_tenths,
    ),
    ("成", LazyPattern(r"(\d(?<![\d.,].)\d?\.\d)成(?![本员立果效功长绩])"), _parse_decimal_tenths),
    ("百分百", LazyPattern("百(?<=[到至为达]百)分百(?!分)"), _parse_whole),
    (
        "半",
        LazyPattern(
            "一半(?=以上|左右|(?<=[少加低降短减缩小了]一半)[,。;、])|半数(?=以上|左右|(?<!过半数)[^\\W\\d]{2})|过半(?![数程途])"
        ),
        _parse_half,
    ),
    ("翻倍", LazyPattern("翻()倍(?![\\d番])"), _parse_doubling),
    ("番", LazyPattern(r"翻了?([一两二三四\d])?番"), _parse_doubling),
    ("倍", LazyPattern(rf"([{_D}十百千](?<![{_D}十百千\d.].)[{_D}十百千]*)倍(多?)"), _parse_multiple),
    ("百分点", LazyPattern(rf"([{_D}十百零〇]+(?:点[零〇○{_D}]+)?)个?百分点"), _parse_points),
)
