"""Amounts as documents write them: Arabic digits, Chinese numerals, and both with scales such as 万 and 亿.

>>> [str(parse_amount(text)) for text in ("1.2万亿", "三千五百", "10,800", "两万", "八点五", "百", "1 100万", "1千2百万")]
['1200000000000', '3500', '10800', '20000', '8.5', '100', '11000000', '12000000']
>>> parse_amount("一网"), parse_amount("1.2.3万")
(None, None)
"""

from decimal import Decimal

from policytext.text.hanzi import DIGIT_VALUES, PLACE_VALUES
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import parse_han_number

_SCALES = (("兆", 10**12), ("万亿", 10**12), ("亿", 10**8), ("万", 10**4))
#: Digits with several places between them: 1千2百.
_PLACED = LazyPattern("(?:\\d{1,18}[十百千])+\\d{0,18}")
_PART = LazyPattern("(\\d+)([十百千]?)")
_SEPARATOR = LazyPattern("[ ,\u2009\u202f\xa0]")
_ARABIC = LazyPattern(r"\d{1,18}(?:\.\d{1,12})?")
#: No author writes a longer number.
_MAX_LENGTH = 40


def parse_amount(text: str) -> Decimal | None:
    """Return the exact number that `text` represents, or None if it is not a number.

    Args:
        text: the number without its unit, folded to Simplified characters.
    """
    if not text or len(text) > _MAX_LENGTH:
        return None
    for scale, size in _SCALES:
        head, scale_found, tail = text.partition(scale)
        if scale_found:
            return _parse_scaled(head, tail, size)
    return _parse_below_scale(_SEPARATOR.sub("", text))


def _parse_scaled(head: str, tail: str, size: int) -> Decimal | None:
    above = parse_amount(head) if head else Decimal(1)
    below = Decimal(0) if not tail else parse_amount(tail.lstrip("零〇"))
    return None if above is None or below is None else normalize_decimal(above * size + below)


def normalize_decimal(value: Decimal) -> Decimal:
    """Return the same number without trailing zeros and without an exponent.

    >>> str(normalize_decimal(Decimal("75.00"))), str(normalize_decimal(Decimal("1E+3")))
    ('75', '1000')
    """
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _parse_below_scale(text: str) -> Decimal | None:
    """Parse Arabic digits, digits before Chinese places (3百, 2.5千, 1千2百), or Chinese numerals, perhaps with 点."""
    arabic = _ARABIC.match(text)
    if arabic:
        place = text[arabic.end() :]
        if len(place) > 1 and _PLACED.fullmatch(text):
            parts = _PART.findall(text)
            return Decimal(sum(int(digits) * (PLACE_VALUES[sign] if sign else 1) for digits, sign in parts))
        if len(place) > 1 or (place and place not in PLACE_VALUES):
            return None
        return Decimal(arabic[0]) * (PLACE_VALUES[place] if place else 1)
    whole, point, fraction = text.partition("点")
    number = parse_han_number(whole)
    if number is None:
        return None
    if not point:
        return Decimal(number)
    digits = [DIGIT_VALUES.get(character) for character in fraction]
    if not digits or None in digits:
        return None
    return number + Decimal("0." + "".join(map(str, digits)))
