"""What amount a number is, as Arabic digits, Chinese numerals, and both with scales write it.

>>> [str(parse_amount(words)) for words in ("1.2万亿", "三千五百", "10,800", "两万", "八点五", "百", "1 100万")]
['1200000000000', '3500', '10800', '20000', '8.5', '100', '11000000']
>>> parse_amount("一网"), parse_amount("1.2.3万")
(None, None)
"""

from decimal import Decimal

from policytext.text.hanzi import DIGIT_VALUES, PLACE_VALUES
from policytext.text.lazy_patterns import compile_pattern

_SCALES = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))
_SPACES = compile_pattern("[ ,\u2009\u202f\xa0]")
_ARABIC = compile_pattern(r"\d{1,18}(?:\.\d{1,12})?")
#: Longer strings are no number that anybody wrote.
_MAX_LENGTH = 40


def parse_amount(words: str) -> Decimal | None:
    """The number that `words` (folded to Simplified) stand for, exactly; None where they are none."""
    if not words or len(words) > _MAX_LENGTH:
        return None
    for scale, size in _SCALES:
        head, sign, tail = words.partition(scale)
        if sign:
            return _parse_scaled(head, tail, size)
    return _parse_below_scale(_SPACES.sub("", words))


def _parse_scaled(head: str, tail: str, size: int) -> Decimal | None:
    above = parse_amount(head) if head else Decimal(1)
    below = Decimal(0) if not tail else parse_amount(tail.lstrip("零〇"))
    return None if above is None or below is None else normalize_decimal(above * size + below)


def normalize_decimal(value: Decimal) -> Decimal:
    """Without zeros behind its last digit, and without an exponent: 75 rather than 75.00.

    >>> str(normalize_decimal(Decimal("75.00"))), str(normalize_decimal(Decimal("1E+3")))
    ('75', '1000')
    """
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _parse_below_scale(words: str) -> Decimal | None:
    """A number below ten thousand in Chinese, any in digits, and digits before a Chinese place: 3百, 2.5千."""
    found = _ARABIC.match(words)
    if found:
        rest = words[found.end() :]
        if len(rest) > 1 or (rest and rest not in PLACE_VALUES):
            return None
        return Decimal(found[0]) * (PLACE_VALUES[rest] if rest else 1)
    whole, point, fraction = words.partition("点")
    value = _places(whole)
    if not point or value is None:
        return value
    digits = [DIGIT_VALUES.get(sign) for sign in fraction]
    if not digits or None in digits:
        return None
    return value + Decimal("0." + "".join(map(str, digits)))


def _places(sign: str) -> Decimal | None:
    if not sign:
        return None
    if all(character in DIGIT_VALUES for character in sign):
        return Decimal("".join(str(DIGIT_VALUES[character]) for character in sign))
    total, digit, lowest = 0, None, 10_000
    for index, character in enumerate(sign):
        if character in DIGIT_VALUES:
            if digit not in (None, 0):
                return None
            digit = DIGIT_VALUES[character]
        elif character in PLACE_VALUES:
            place = PLACE_VALUES[character]
            if place >= lowest or (digit is None and index > 0):
                return None
            total, digit, lowest = total + (1 if digit is None else digit) * place, None, place
        else:
            return None
    return Decimal(total + (digit or 0))
