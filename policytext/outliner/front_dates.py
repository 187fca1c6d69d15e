"""The date in the front matter of a document: in Arabic digits, in Chinese digits, or in the Republic of China's years.

>>> parse_front_date("2021年12月12日", whole=True), parse_front_date("二〇二一年十二月十二日", whole=True)
('2021-12-12', '2021-12-12')
>>> parse_front_date("中華民國一百零七年六月六日總統公布", whole=False)
'2018-06-06'
>>> parse_front_date("2021年2月30日", whole=True) is None
True
"""

from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import parse_ordinal

_DATE = LazyPattern(
    r"(?P<era>(?:中華)?民國)?\s*(?P<year>\d{4}|[一二三四五六七八九〇○零十百]{2,6}|\d{2,3})\s*年"
    r"\s*(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: Year 1 of the Republic of China is 1912.
_ROC = 1911


def parse_front_date(text: str, *, whole: bool) -> str | None:
    """Return the date at the start of `text` in ISO 8601, None without a valid date.

    Args:
        text: a line or the rest of one.
        whole: whether `text` must be the date alone.
    """
    match = _DATE.fullmatch(text) if whole else _DATE.match(text)
    if match is None:
        return None
    month, day = parse_ordinal(match["month"]), parse_ordinal(match["day"])
    if match["era"]:
        value = parse_ordinal(match["year"])
        year = value + _ROC if value else 0
    else:
        digits = match["year"].translate(_DIGITS)
        year = int(digits) if digits.isdecimal() and len(digits) == 4 else 0
    if not year or not month or not day or month > 12 or day > _DAYS[month - 1]:
        return None
    if month == 2 and day == 29 and (year % 4 or (year % 100 == 0 and year % 400)):
        return None
    return f"{year:04}-{month:02}-{day:02}"
