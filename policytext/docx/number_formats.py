"""How word processors write an automatic number: the forms of WordprocessingML's ``numFmt``.

>>> [format_number(form, 23) for form in ("chineseCountingThousand", "decimalEnclosedCircle", "lowerRoman", "upperLetter")]
['二十三', '23', 'xxiii', 'W']
>>> format_number("ideographTraditional", 3), format_number("decimalEnclosedParen", 3), format_number("none", 3)
('丙', '⑶', '')
"""

from policytext.text import numerals

_DIGITS = "〇一二三四五六七八九"
_LEGAL = {"simplified": "零壹贰叁肆伍陆柒捌玖", "traditional": "零壹貳參肆伍陸柒捌玖"}
_LEGAL_PLACES = ((1000, "仟"), (100, "佰"), (10, "拾"))
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
#: The first sign of a block that counts on, and how many there are.
_SIGNS = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}
_CHINESE = (
    "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting",
    "koreanCounting",
)  # fmt: skip
#: Roman numbers and letters end here; beyond, a number is written in digits.
_MOST = 5_000


def format_number(form: str, number: int) -> str:
    """A number as `form` writes it; in digits where the form is not known or has no sign for it.

    Args:
        form: the value of ``w:numFmt``.
        number: the number, from 0.
    """
    if form in ("none", "bullet"):
        return ""
    if form in _CHINESE:
        return format_chinese(number)
    if form in _SIGNS:
        first, many = _SIGNS[form]
        return chr(ord(first) + number - 1) if 1 <= number <= many else f"{number}"
    if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2"):
        return "".join(_DIGITS[int(digit)] for digit in f"{number}")
    if form in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return _placed(
            number, _LEGAL["simplified" if form.startswith("chinese") else "traditional"], _LEGAL_PLACES
        )
    cycle = {"ideographTraditional": _STEMS, "ideographZodiac": _BRANCHES}.get(form)
    if cycle and 1 <= number <= len(cycle):
        return cycle[number - 1]
    if form == "ideographZodiacTraditional" and 1 <= number <= 60:
        return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]
    if form in ("lowerRoman", "upperRoman") and 0 < number < _MOST:
        return format_roman(number) if form == "upperRoman" else format_roman(number).lower()
    if form in ("lowerLetter", "upperLetter") and 0 < number < _MOST:
        sign = chr((97 if form == "lowerLetter" else 65) + (number - 1) % 26)
        return sign * ((number - 1) // 26 + 1)
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(0xFF10 + int(digit)) for digit in f"{number}")
    if form == "decimalZero":
        return f"{number:02}"
    return f"- {number} -" if form == "numberInDash" else f"{number}"


def format_chinese(number: int) -> str:
    """A number in Chinese, from 0 to 9999 by its places, beyond that digit by digit.

    >>> [format_chinese(number) for number in (0, 7, 10, 15, 20, 105, 110, 1001)]
    ['零', '七', '十', '十五', '二十', '一百零五', '一百一十', '一千零一']
    """
    if number >= 10_000:
        return "".join(_DIGITS[int(digit)] for digit in f"{number}")
    return numerals.format_chinese(number)


def _placed(number: int, digits: str, places: tuple[tuple[int, str], ...]) -> str:
    if number >= 10_000:
        return f"{number}"
    found, rest, gap = "", number, False
    for size, sign in places:
        digit, rest = divmod(rest, size)
        if digit:
            found += (digits[0] if gap else "") + digits[digit] + sign
            gap = False
        elif found:
            gap = rest > 0
    if rest or not found:
        found += (digits[0] if gap else "") + digits[rest]
    return found


def format_roman(number: int) -> str:
    """A number from 1 in Roman capitals.

    >>> format_roman(1994)
    'MCMXCIV'
    """
    found = ""
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        found += sign * count
    return found
