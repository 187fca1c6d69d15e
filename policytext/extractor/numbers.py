"""Numbers in Arabic digits with their scale and unit: 1.2万亿元, 3亿5,000万元, 5 %.

>>> import re
>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> number = parse_number("1.2万亿元", re.match(r"[\\d.]+", "1.2万亿元"), load_cues(load_rules()[0]))
>>> str(number.value), number.unit, number.scale, number.end
('1200000000000', '元', '万亿', 6)
"""

import re
from decimal import Decimal
from typing import NamedTuple

from policytext.extractor.cues import TargetCues
from policytext.text.amounts import parse_amount
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.raised import RAISED_DIGITS

# A scale in Taiwan, a unit of data on the mainland: 2兆8,818亿元, 20兆.
_TRILLIONS = LazyPattern(r"兆(?=[余多]?(?:元|美元|新台币|\d))")
_TAIL = LazyPattern(r"([余多]?)(兆|[十百千]?万亿|[十百千]?亿|[十百千]?万)?([余多来]?)")
_HUNDREDS = LazyPattern("[余多]?[百千]")
# The smaller parts after 亿 or 万: 3亿5,000万元, 2万5,000元, 1万2千人.
_REST = LazyPattern(
    r"((?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u2009\u202f]\d{3})+(?=[\u4e00-\u9fff])|\d{1,4})(?:\.\d+)?)(?:([百千]?亿|[百千]?万|[百千])|(?!\d|[.,]\d|年))"
)
_RAISED = LazyPattern(f"[{RAISED_DIGITS}]{{1,2}}")
_LOWERED = str.maketrans(RAISED_DIGITS, "0123456789")
#: A number whose parts have places of their own; 3亿5,000万 is none, its parts are added one by one.
_MIXED = LazyPattern(r"\d{1,4}[百千]\d{1,3}(?:[十百]\d{0,2})?(?:万亿|[万亿])|\d{1,4}万\d[百千](?:\d百)?亿")
_OTHERS = LazyPattern(
    r"(?:(?:[、和及与]|以及)(?:\d{1,3}(?:[ \u2009\u202f,]\d{3})+|\d{1,9}(?:\.\d{1,6})?)){1,9}(?![\d.,])"
)
_RESPECTIVELY = "分别"
_SOME_SIZE = 3  # digits
_NEAR = 60  # characters before a number in which that word stands
_RANGE = LazyPattern(r"(?:—{1,2}|–|-|~|～|至|到)\d")
# 城镇化率% ≥ 72: the unit before the sign, in a row of a table without its borders.
_SIGN_BEFORE = LazyPattern(" ?[≥≤] ?$")
_LONGEST_BEFORE = 5  # characters of such a unit
#: The least number of 年 that is a year, not a length of time.
_EARLIEST = 1000
_SIZES = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_PER_CENT = ("%", "‰")


class ArabicNumber(NamedTuple):
    """A number with its unit and scale, and the offset where it ends."""

    value: Decimal
    end: int
    unit: str
    vague: bool
    scale: str


def parse_number(text: str, match: re.Match[str], cues: TargetCues) -> ArabicNumber | None:
    """Parse a number with its scale and unit; return None without a known unit."""
    mixed = _MIXED.match(text, match.start())
    if mixed:
        return _parse_mixed(text, mixed, cues)
    at = match.end()
    number = match[0]
    if raised := _RAISED.match(text, at):
        at = raised.end()
        # 10⁴ is a power; behind any other number stands the mark of a note: 120²家.
        if number == "10":
            number = f"{10 ** int(raised[0].translate(_LOWERED))}"
    if text[at : at + 1] == " " and (
        text[at + 1 : at + 2] in _PER_CENT or _is_latin_unit(text, at + 1, cues)
    ):
        at += 1
    unit = "" if _TRILLIONS.match(text, at) else cues.unit_at(text, at)
    vague, scale = False, ""
    if not unit:
        scale, vague, at = _read_scale(text, at)
        # 16.5 万 公里, as some copies part them.
        at += bool(scale and text[at : at + 1] == " " and cues.unit_at(text, at + 1))
        unit = cues.unit_at(text, at)
    value = parse_amount(number + scale)
    if value is not None and scale in _SIZES and not vague:
        value, at = _add_smaller_parts(text, value, at, Decimal(_SIZES[scale]))
        if text[at : at + 1] in ("余", "多") and text[at + 1 : at + 2]:  # 76万5千余人
            vague, at = True, at + 1
        unit = cues.unit_at(text, at)
    elsewhere = "" if unit or scale else _find_unit_elsewhere(text, match.start(), at, cues)
    if value is None or ((unit or elsewhere) == "年" and value >= _EARLIEST):
        return None
    if elsewhere:
        return ArabicNumber(value, at, elsewhere, vague, scale)
    # The unit of a range's lower end stands at the upper one: 2至3%.
    if not unit and not scale.endswith(("万", "亿", "兆")) and not _RANGE.match(text, at):
        return None
    return ArabicNumber(value, at + len(unit), unit, vague, scale)


def _find_unit_elsewhere(text: str, start: int, at: int, cues: TargetCues) -> str:
    """Return the unit of a number that has none behind it: that of its list, or the one before its sign."""
    return _find_shared_unit(text, start, at, cues) or _find_unit_before(text, start, cues)


def _find_unit_before(text: str, start: int, cues: TargetCues) -> str:
    """Return the unit before the sign that stands before a number: 发明专利拥有量件 ≥ 20."""
    sign = _SIGN_BEFORE.search(text, max(start - 3, 0), start)
    if sign is None:
        return ""
    end = sign.start()
    words = (text[end - size : end] for size in range(min(_LONGEST_BEFORE, end), 0, -1))
    return next((word for word in words if word in cues.units), "")


def _read_scale(text: str, at: int) -> tuple[str, bool, int]:
    """Return the scale at an offset, whether the number is vague (3万余), and the offset behind both."""
    tail = _TAIL.match(text, at)
    assert tail is not None
    scale, end, vague = tail[2] or "", tail.end(), bool(tail[1] or tail[3])
    if not scale and (hundreds := _HUNDREDS.match(text, at)):
        scale, end, vague = hundreds[0][-1], hundreds.end(), vague or len(hundreds[0]) > 1
    return scale, vague, end


def _find_shared_unit(text: str, start: int, at: int, cues: TargetCues) -> str:
    """Return the unit that stands behind the last of some numbers only: 分别回落2.16和1.66个百分点."""
    others = _OTHERS.match(text, at)
    if others is None:
        return ""
    # 额外增加1 216和2 760个名额: numbers of some size share a unit even without 分别.
    if at - start < _SOME_SIZE and text.find(_RESPECTIVELY, max(start - _NEAR, 0), start) < 0:
        return ""
    return cues.unit_at(text, others.end())


def _is_latin_unit(text: str, at: int, cues: TargetCues) -> bool:
    """Return whether a unit in Latin letters begins at an offset: 1.25 GW."""
    return text[at : at + 1].isascii() and bool(cues.unit_at(text, at))


def _parse_mixed(text: str, mixed: re.Match[str], cues: TargetCues) -> ArabicNumber | None:
    """Parse a number whose parts have places of their own: 1千2百万, 2万3千亿."""
    value = parse_amount(mixed[0])
    unit = cues.unit_at(text, mixed.end())
    scale = mixed[0][-1] if mixed[0][-1] in "万亿" else ""
    if value is None or not (unit or scale):
        return None
    return ArabicNumber(value, mixed.end() + len(unit), unit, False, scale)


def _add_smaller_parts(text: str, value: Decimal, at: int, size: Decimal) -> tuple[Decimal, int]:
    """Add the smaller parts after a number, and return the sum and the offset where it ends."""
    while rest := _REST.match(text, at):
        part = parse_amount(rest[1] + (rest[2] or ""))
        if part is None or part >= size:
            break
        value, at, size = value + part, rest.end(), part
    return value, at
