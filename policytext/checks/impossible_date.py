"""A day that no calendar has: 2月30日, 13月.

>>> from policytext.outlining import parse
>>> from policytext.model import Source
>>> [defect.span for defect in check(Prepared(parse(Source(text="自2021年2月30日起施行。"))))]
[Span(start=1, end=11)]
>>> list(check(Prepared(parse(Source(text="自2024年2月29日起施行。")))))
[]
"""

import re
from collections.abc import Iterator

from policytext.checks import Defect, Rule
from policytext.marks import Words
from policytext.model import Span
from policytext.text.prepared import Prepared

RULE = Rule(
    id="date/impossible",
    title=Words("日期不存在", "a day that no calendar has"),
    severity="error",
    confidence=0.99,
    why=Words("历法中没有这一天，多为录入错误。", "No calendar has this day; mostly a slip of the keyboard."),
    basis=None,
    record="0 hits in 499 clean official texts",
    hits=("本办法自<<2021年2月30日>>起施行。", "到<<13月5日>>前完成。"),
    silent=("本办法自2024年2月29日起施行。", "工期3个月15日内完成验收。"),
)

_DATE = re.compile(r"(?:(?<!\d)(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})[日号]")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check(prepared: Prepared) -> Iterator[Defect]:
    """Dates with a month above 12, or a day that its month (in its year, if one is given) has not."""
    for found in _DATE.finditer(prepared.shadow):
        year, month, day = (int(part) if part else None for part in found.groups())
        if month is None or day is None or _exists(year, month, day):
            continue
        yield Defect(Span(*found.span()), Words(f"没有“{found[0]}”这一天", f"there is no {found[0]}"))


def _exists(year: int | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)
