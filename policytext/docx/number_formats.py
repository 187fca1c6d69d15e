"""Automatic numbers in the formats of WordprocessingML's ``w:numFmt`` (ECMA-376 part 1, 17.18.59).

>>> formats = ("chineseCountingThousand", "decimalEnclosedCircle", "lowerRoman", "upperLetter")
>>> [format_number(number_format, 23) for number_format in formats]
['二十三', '23', 'xxiii', 'W']
>>> format_number("ideographTraditional", 3), format_number("decimalEnclosedParen", 3), format_number("none", 3)
('丙', '⑶', '')
"""

from collections.abc import Callable

from policytext.text.hanzi import STEMS
from policytext.text.numerals import format_chinese, format_digits, format_places

_LEGAL_PLACES = "仟佰拾"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
#: Roman numbers and letters grow with the number, so that larger ones are written in digits.
_MAX_GROWING = 5_000


def format_number(number_format: str, number: int) -> str:
    """Write a number in a format, in digits where the format is unknown or has no sign for it.

    Args:
        number_format: the value of ``w:numFmt``.
        number: the number, from 0.
    """
    return _FORMATTERS.get(number_format, str)(number)


def format_roman(number: int) -> str:
    """Write a number from 1 in Roman capitals.

    >>> format_roman(1994)
    'MCMXCIV'
    """
    letters = ""
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        letters += sign * count
    return letters


def _format_nothing(number: int) -> str:
    del number
    return ""


def _format_cyclic(number: int) -> str:
    """Write a year of the sixty-year cycle: 甲子 to 癸亥."""
    if not 1 <= number <= 60:
        return f"{number}"
    return STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _format_letter(number: int) -> str:
    """Write A to Z, then AA to ZZ."""
    if not 0 < number < _MAX_GROWING:
        return f"{number}"
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _format_upper_roman(number: int) -> str:
    return format_roman(number) if 0 < number < _MAX_GROWING else f"{number}"


def _format_full_width(number: int) -> str:
    return "".join(chr(0xFF10 + int(digit)) for digit in f"{number}")


def _make_legal(digits: str) -> Callable[[int], str]:
    """Return a formatter for the numerals of cheques."""
    return lambda number: format_places(number, digits, _LEGAL_PLACES) if number < 10_000 else f"{number}"


def _make_signs(signs: str) -> Callable[[int], str]:
    """Return a formatter that has one character for each number from 1."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else f"{number}"


def _make_block(first: str, count: int) -> Callable[[int], str]:
    """Return a formatter for a Unicode block of `count` characters that starts with `first`."""
    return _make_signs("".join(chr(ord(first) + step) for step in range(count)))


_FORMATTERS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("none", "bullet"), _format_nothing),
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
         "japaneseCounting", "koreanCounting"),
        format_chinese,
    ),
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"), format_digits
    ),
    "chineseLegalSimplified": _make_legal("零壹贰叁肆伍陆柒捌玖"),
    "ideographLegalTraditional": _make_legal("零壹貳參肆伍陸柒捌玖"),
    "decimalEnclosedCircle": _make_block("①", 20),
    "decimalEnclosedCircleChinese": _make_block("①", 20),
    "decimalEnclosedParen": _make_block("⑴", 20),
    "decimalEnclosedFullstop": _make_block("⒈", 20),
    "ideographEnclosedCircle": _make_block("㊀", 10),
    "ideographTraditional": _make_signs(STEMS),
    "ideographZodiac": _make_signs(_BRANCHES),
    "ideographZodiacTraditional": _format_cyclic,
    "upperRoman": _format_upper_roman,
    "lowerRoman": lambda number: _format_upper_roman(number).lower(),
    "upperLetter": _format_letter,
    "lowerLetter": lambda number: _format_letter(number).lower(),
    "decimalFullWidth": _format_full_width,
    "decimalFullWidth2": _format_full_width,
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
}  # fmt: skip
