"""A day that no calendar has: 2月30日, 13月.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [defect.span for defect in check(PreparedDocument(parse(Source(text="自2021年2月30日起施行。"))))]
[Span(start=1, end=11)]
>>> list(check(PreparedDocument(parse(Source(text="自2024年2月29日起施行。")))))
[]
"""

from collections.abc import Iterator

from policytext.linter.checks import Defect, Rule
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern
from policytext.text.prepared import PreparedDocument

RULE = Rule(
    id="date/impossible",
    title=Message("日期不存在", "a day that no calendar has"),
    severity="error",
    confidence=0.99,
    why=Message(
        "历法中没有这一天，多为录入错误。", "No calendar has this day; mostly a slip of the keyboard."
    ),
    basis=None,
    record="0 hits in 499 clean official texts",
    hits=("本办法自<<2021年2月30日>>起施行。", "到<<13月5日>>前完成。", "2021年<<1—13月>>完成投资。"),
    silent=("本办法自2024年2月29日起施行。", "工期3个月15日内完成验收。", "2024年1—11月完成投资。"),
)

# 1—13月: the sign first, which is rare; what stands before it is read backwards.
_MONTHS = compile_pattern(r"[—–~～至-](?:1[3-9]|[2-9]\d)月(?!\d)")
_FIRST_MONTH = compile_pattern(r"(?<![\d.])\d{1,2}月?—?$")
# The literal first, so that the engine looks for it alone; what stands before it is read backwards.
_DAY = compile_pattern(r"月(\d{1,2})[日号]")
_BEFORE = compile_pattern(r"(?:(?<!\d)(\d{4})年)?(?<!\d)(\d{1,2})$")
_LONGEST = 8  # characters of a year and a month
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check(prepared: PreparedDocument) -> Iterator[Defect]:
    """Dates with a month above 12, or a day that its month (in its year, if one is given) has not."""
    shadow = prepared.shadow
    for found in _DAY.finditer(shadow):
        before = _BEFORE.search(shadow[max(found.start() - _LONGEST, 0) : found.start()])
        if before is None:
            continue
        year = int(before[1]) if before[1] else None
        if not _exists(year, int(before[2]), int(found[1])):
            span = Span(found.start() - len(before[0]), found.end())
            words = shadow[span.start : span.end]
            yield Defect(span, Message(f"没有“{words}”这一天", f"there is no {words}"))
    for found in _MONTHS.finditer(shadow):
        first = _FIRST_MONTH.search(shadow[max(found.start() - _LONGEST, 0) : found.start()])
        if first:
            span = Span(found.start() - len(first[0]), found.end())
            words = shadow[span.start : span.end]
            yield Defect(span, Message(f"没有“{words}”这几个月", f"there are no months {words}"))


def _exists(year: int | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)
