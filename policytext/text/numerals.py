"""What number an enumerator's sign stands for, and how numbers are written: all that reads an enumerator or a citation
takes its numerals from here.

>>> [parse_ordinal(sign) for sign in ("十二", "壹", "一百零八", "廿三", "１２", "①", "⑷", "Ⅳ", "乙", "二〇")]
[12, 1, 108, 23, 12, 1, 4, 4, 2, 20]
>>> parse_ordinal("九千九百九十九"), parse_ordinal("十十") is None, parse_ordinal("") is None
(9999, True, True)
"""

from policytext.text.hanzi import DIGIT_VALUES, ENUMERATOR_SIGNS, PLACE_VALUES

# Bodies of a regular expression's class.
#: The signs of a number in Chinese, plain, up to 9,999; no number of an enumerator is longer than `MAX_HAN_NUMERALS` signs.
HAN_NUMERALS = "一二三四五六七八九十百千零〇○两兩廿卅"
MAX_HAN_NUMERALS = 7
#: The same as on cheques.
FINANCIAL_NUMERALS = "壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟"
#: Digits of either width.
ARABIC_DIGITS = "0-9０-９"

#: Longer digit strings number nothing; int() of a stranger's digits would also be slow and may refuse.
_MAX_LENGTH = 9
_cache: dict[str, int | None] = {}
_CACHE_LIMIT = 4_096


def parse_ordinal(sign: str) -> int | None:
    """The number that `sign` stands for, None where it is no number.

    Args:
        sign: Arabic digits of either width, a Chinese numeral (plain, financial or digit by digit), a heavenly stem,
            a circled or bracketed number, a Roman numeral in one character; spaces inside are passed over.
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
    if all(character in DIGIT_VALUES for character in sign):
        # Digit by digit, as years and page numbers are written: 二〇 is 20.
        return int("".join(str(DIGIT_VALUES[character]) for character in sign))
    return _read_places(sign)


def _read_places(sign: str) -> int | None:
    """二百零八: digits, each before its place; places fall from left to right."""
    total, digit, lowest = 0, None, 10_000
    for index, character in enumerate(sign):
        if character in DIGIT_VALUES:
            if digit not in (None, 0):
                return None
            digit = DIGIT_VALUES[character]
        elif character in PLACE_VALUES:
            place = PLACE_VALUES[character]
            if not digit and total and character == "十" and sign[0] in DIGIT_VALUES:
                digit = 1  # 一百十六 and 一千零十五, as older statutes write them
            if place >= lowest or (digit is None and index > 0) or digit == 0:
                return None
            # 廿 and 卅 hold their digit in themselves.
            factor = {"廿": 2, "卅": 3}.get(character, 1 if digit is None else digit)
            total, digit, lowest = total + factor * place, None, place
        else:
            return None
    return total + (digit or 0)


def format_chinese(number: int) -> str:
    """A number from 0 to 9999 in Chinese numerals, as enumerators write it.

    >>> format_chinese(7), format_chinese(10), format_chinese(12), format_chinese(30), format_chinese(105), format_chinese(1010)
    ('七', '十', '十二', '三十', '一百零五', '一千零一十')
    """
    if number < 10:
        return "零一二三四五六七八九"[number]
    words, gap = "", False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十")):
        digit, number = divmod(number, size)
        if digit:
            words += ("零" if gap else "") + format_chinese(digit) + sign
            gap = False
        else:
            gap = bool(words)
    words += ("零" if gap and number else "") + (format_chinese(number) if number else "")
    return words.removeprefix("一") if words.startswith("一十") else words
