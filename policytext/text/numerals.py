"""The numerals of Chinese documents: the number of a numeral or enumerator, and numbers in Chinese.

Every part of the program that reads or writes Chinese numerals does it here.

>>> [parse_ordinal(sign) for sign in ("十二", "壹", "一百零八", "廿三", "１２", "①", "⑷", "Ⅳ", "乙", "二〇")]
[12, 1, 108, 23, 12, 1, 4, 4, 2, 20]
>>> parse_ordinal("九千九百九十九"), parse_ordinal("十十") is None, parse_ordinal("") is None
(9999, True, True)
"""

from collections.abc import Sequence

from policytext.text.hanzi import DIGIT_VALUES, ENUMERATOR_SIGNS, PLACE_VALUES

# Bodies of a regular expression's class.
#: The characters of a Chinese number up to 9,999; an enumerator has at most `MAX_HAN_NUMERALS` of them.
HAN_NUMERALS = "一二三四五六七八九十百千零〇○两兩廿卅"
MAX_HAN_NUMERALS = 7
#: The characters of amounts on cheques.
FINANCIAL_NUMERALS = "壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟"
#: Digits of either width.
ARABIC_DIGITS = "0-9０-９"

#: No enumerator is longer, and `int` of an untrusted digit string would be slow.
_MAX_LENGTH = 9
_cache: dict[str, int | None] = {}
_CACHE_LIMIT = 4_096

#: Year 1 of the Republic of China is 1912.
ROC_EPOCH = 1911
#: For `str.translate`: years in Chinese digits (二〇二六, 二○二六) in Arabic ones.
YEAR_DIGITS = str.maketrans("〇○零OＯ一二三四五六七八九", "00000123456789")
#: For `str.translate`: full-width digits as ASCII ones.
WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")

_HAN_DIGITS = "零一二三四五六七八九"
_HAN_PLACES = "千百十"
_YEAR_DIGITS = "〇一二三四五六七八九"


def parse_ordinal(sign: str) -> int | None:
    """Return the number of an enumerator, or None if it has none.

    Args:
        sign: Arabic digits of either width, a Chinese numeral (plain, financial or digit by digit), a heavenly stem,
            a circled or bracketed number, a Roman numeral in one character; spaces inside are ignored.
    """
    try:
        return _cache[sign]
    except KeyError:
        value = _parse_sign("".join(sign.split()))
        if len(_cache) < _CACHE_LIMIT and len(sign) <= _MAX_LENGTH:
            _cache[sign] = value
        return value


def _parse_sign(sign: str) -> int | None:
    if not sign or len(sign) > _MAX_LENGTH:
        return None
    if sign in ENUMERATOR_SIGNS:
        return ENUMERATOR_SIGNS[sign]
    if sign.isdecimal():
        return int(sign)
    return parse_han_number(sign)


def parse_han_number(text: str) -> int | None:
    """Return the value of a Chinese numeral below ten thousand or written digit by digit, None where it is none.

    Args:
        text: plain or financial characters only: 二百零八, 贰佰, 二〇二五.

    >>> [parse_han_number(text) for text in ("二百零八", "一百十六", "二〇二五", "十百", "")]
    [208, 116, 2025, None, None]
    """
    if not text:
        return None
    if all(character in DIGIT_VALUES for character in text):
        # Years and page numbers are written digit by digit: 二〇 is 20.
        return int("".join(str(DIGIT_VALUES[character]) for character in text))
    return _parse_places(text)


def _parse_places(text: str) -> int | None:
    """Add up digits and their places, which fall from left to right: 二百零八."""
    total, digit, lowest = 0, None, 10_000
    for index, character in enumerate(text):
        if character in DIGIT_VALUES:
            if digit not in (None, 0):
                return None
            digit = DIGIT_VALUES[character]
        elif character in PLACE_VALUES:
            place = PLACE_VALUES[character]
            if not digit and total and character == "十" and text[0] in DIGIT_VALUES:
                digit = 1  # older statutes write 一百十六 and 一千零十五
            if place >= lowest or (digit is None and index > 0) or digit == 0:
                return None
            # 廿 and 卅 contain their digit.
            factor = {"廿": 2, "卅": 3}.get(character, 1 if digit is None else digit)
            total, digit, lowest = total + factor * place, None, place
        else:
            return None
    return total + (digit or 0)


def format_chinese(number: int) -> str:
    """Write a number in Chinese as enumerators do: by places up to 9999, digit by digit above.

    >>> [format_chinese(number) for number in (0, 7, 10, 12, 30, 105, 1001, 1010, 20_000)]
    ['零', '七', '十', '十二', '三十', '一百零五', '一千零一', '一千零一十', '二〇〇〇〇']
    """
    if number >= 10_000:
        return format_digits(number)
    words = format_places(number, _HAN_DIGITS, _HAN_PLACES)
    return words.removeprefix("一") if words.startswith("一十") else words


def format_digits(number: int) -> str:
    """Write a number digit by digit, as years are written.

    >>> format_digits(2025)
    '二〇二五'
    """
    return "".join(_YEAR_DIGITS[int(digit)] for digit in f"{number}")


def format_places(number: int, digits: Sequence[str], places: Sequence[str]) -> str:
    """Write a number below ten thousand with the characters given for digits and places.

    Args:
        number: the number, from 0 to 9999.
        digits: the characters for 0 to 9.
        places: the characters for thousand, hundred and ten.

    >>> format_places(1010, "零壹贰叁肆伍陆柒捌玖", "仟佰拾")
    '壹仟零壹拾'
    """
    words, rest, gap = "", number, False
    for size, place in zip((1000, 100, 10), places, strict=True):
        digit, rest = divmod(rest, size)
        if digit:
            words += (digits[0] if gap else "") + digits[digit] + place
            gap = False
        elif words:
            gap = rest > 0
    if rest or not words:
        words += (digits[0] if gap else "") + digits[rest]
    return words
