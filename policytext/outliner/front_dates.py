"""The dates in the front matter of a document, in Arabic digits, Chinese digits, or the Republic of China's years.

>>> parse_front_date("2021年12月12日", whole=True), parse_front_date("二〇二一年十二月十二日", whole=True)
('2021-12-12', '2021-12-12')
>>> parse_front_date("中華民國一百零七年六月六日總統公布", whole=False)
'2018-06-06'
>>> parse_front_date("2021年2月30日", whole=True) is None
True
>>> note = "2020年6月1日东川市人大常委会通过　2024年3月5日修正　自2024年5月1日起施行"
>>> [(role, note[start:end]) for role, _, (start, end) in read_note(note, 0, len(note))]
[('adopted', '2020年6月1日'), ('amended', '2024年3月5日'), ('in-force', '2024年5月1日')]
"""

import re
from collections.abc import Iterator

from policytext.model.document import Span
from policytext.model.front_matter import DateRole
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import ROC_EPOCH, YEAR_DIGITS, parse_ordinal

_DATE = LazyPattern(
    r"(?P<era>(?:中華)?民國)?\s*(?P<year>\d{4}|[一二三四五六七八九〇○零十百]{2,6}|\d{2,3})\s*年"
    r"\s*(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
_SHORT_DATE = LazyPattern(r"(?P<year>(?:19|20)\d\d)[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)")
#: Characters of a date before and behind 年.
_BEFORE_YEAR, _BEHIND_YEAR = 12, 24
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

#: What happened on a day, by the words behind it. An amendment is published too (修正公布), and is made by a decision
#: that is adopted (通过的《关于修改…的决定》修正): the first kind of word that occurs counts, in this order.
_ROLE_WORDS: tuple[tuple[DateRole, str], ...] = (
    ("delivered", "(?:会议|會議|会議|大会|大會|全会|全會)上"),
    ("repealed", "废止$|廢止"),
    ("amended", "修正|修订|修訂"),
    ("adopted", "通过|通過"),
    ("approved", "批准|核定|備查"),
    ("issued", "公布|发布|發布|公佈|頒布|颁布|訂定|订定|制定|印发|公告|[号號]令|令$"),
    ("in-force", "施行|生效|实施|實施"),
)
_ROLES = tuple((role, LazyPattern(words)) for role, words in _ROLE_WORDS)
#: The names of other documents in a note, and what stands behind what was adopted or approved: 通过的《…》.
_NAMES = LazyPattern("《(?:〈[^〈〉]*〉|[^《》〈])*》")
_QUOTED = "的《"
#: In the text of an older law, what amended it is named after the day: 根据2019年3月2日《国务院关于修改…的决定》.
_AMENDING = LazyPattern("关于(?:废止和)?修改|《[^》]*修正案")


def parse_front_date(text: str, *, whole: bool) -> str | None:
    """Return the date at the start of `text` in ISO 8601, None without a valid date.

    Args:
        text: a line or the rest of one.
        whole: whether `text` must be the date alone.
    """
    match = _DATE.fullmatch(text) if whole else _DATE.match(text)
    return _read_date(match, era=bool(match["era"])) if match is not None else None


def parse_stated_date(text: str) -> str | None:
    """Return the date at the start of a field's value, which may also be written 2030-03-05 or 2030.3.5."""
    match = _SHORT_DATE.match(text)
    return _read_date(match) if match is not None else parse_front_date(text, whole=False)


def read_month(year: str, month: str) -> str | None:
    """Return a year and a month as written in ISO 8601, None if there are none such."""
    number = parse_ordinal(month)
    digits = _read_year(year)
    return f"{digits:04}-{number:02}" if digits and number and number <= 12 else None


def _read_year(written: str) -> int:
    digits = written.translate(YEAR_DIGITS)
    return int(digits) if digits.isdecimal() and len(digits) == 4 else 0


def _read_date(match: re.Match[str], *, era: bool = False, roc: bool = False) -> str | None:
    """Return a date in ISO 8601: in the Republic's years with its era, and without one if `roc` allows it."""
    month, day = parse_ordinal(match["month"]), parse_ordinal(match["day"])
    year = 0 if era else _read_year(match["year"])
    if era or (roc and not year):
        value = parse_ordinal(match["year"])
        year = value + ROC_EPOCH if value else 0
    if not year or not month or not day or month > 12 or day > _DAYS[month - 1]:
        return None
    if month == 2 and day == 29 and (year % 4 or (year % 100 == 0 and year % 400)):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def find_file_date(name: str) -> str | None:
    """Return the date that a file's name ends with or has in brackets, or the year that it names, None without one.

    >>> find_file_date("养老条例(2020-08-05).txt"), find_file_date("某市_2026_政府工作报告.txt"), find_file_date("a〔2021〕8号.txt")
    ('2020-08-05', '2026', '2021')
    >>> find_file_date("规划（2021—2025年）.txt"), find_file_date("12345.txt")
    (None, None)
    """
    name = re.split(r"[/\\]", name)[-1].rpartition(".")[0]
    if day := _SHORT_DATE.search(name):
        return _read_date(day)
    years = set(re.findall(r"(?<![\d—–－-])((?:19|20)\d\d)(?![\d])(?!\s?年?\s?[—–－~至到-]\s?\d)", name))
    return years.pop() if len(years) == 1 else None


def read_note(text: str, start: int, end: int) -> Iterator[tuple[DateRole, str, Span]]:
    """Yield the role, date and span of each date of a note of adoption or a session line.

    Args:
        text: the text.
        start, end: the span of the note.
    """
    found = list(_find_dates(text, start, end))
    if not found:
        return
    ends = [*[match.start() for match in found[1:]], end]
    whole = _name_role(text[start:end]) if text.find(_QUOTED, start, end) >= 0 else None
    roc = "民國" in text[start:end]
    named = [_name_role(text[match.end() : stop]) for match, stop in zip(found, ends, strict=True)]
    for place, match in enumerate(found):
        # Two bodies adopt together: 3月1日…会议、4月1日…会议通过. Where one act approves another, the end of the note says
        # what both made: …通过并经…批准的《…》修正.
        role: DateRole | None = next(filter(None, named[place:]), None)
        if whole == "amended" and text.find(_QUOTED, match.end(), end) >= 0:
            role = "amended"
        date = _read_date(match, era=bool(match["era"]), roc=roc)
        if date is not None and role is not None:
            yield role, date, Span(match.end() - len(match[0].lstrip()), match.end())


def _find_dates(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the dates of a note; around each 年, because the engine finds one character far faster than a date."""
    year = text.find("年", start, end)
    while year >= 0:
        date = _DATE.search(text, max(start, year - _BEFORE_YEAR), min(end, year + _BEHIND_YEAR))
        if date is not None:
            yield date
            start = date.end()
        year = text.find("年", max(start, year + 1), end)


def _name_role(words: str) -> DateRole | None:
    if _AMENDING.search(words):
        return "amended"
    if "《" in words:
        words = _NAMES.compiled.sub("", words)
    return next((role for role, pattern in _ROLES if pattern.search(words)), None)
