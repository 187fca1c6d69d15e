"""A date that does not exist: 2月30日, 13月.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="自2021年2月30日起施行。"))))]
[Span(start=1, end=11)]
>>> list(check(PreparedDocument(parse(Source(text="自2024年2月29日起施行。")))))
[]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="date/impossible",
    title=Message("日期不存在", "date does not exist"),
    severity="error",
    confidence=0.99,
    why=Message("日历上没有这一天，多为录入错误。", "The calendar has no such day; usually a typing error."),
    basis=None,
    record="0 hits in 499 clean official texts",
    hits=(
        "本办法自<<2021年2月30日>>起施行。",
        "到<<13月5日>>前完成。",
        "2021年<<1—13月>>完成投资。",
        "会议定于<<13月>>召开。",
    ),
    silent=(
        "本办法自2024年2月29日起施行。",
        "工期3个月15日内完成验收。",
        "2024年1—11月完成投资。",
        "适用于18月龄以上儿童。",
        "贷款期限至36月。",
        "受文者：教育部　發文日期：00月00日",
    ),
)

# Any number above 12 before 月; what stands around it decides.
_LATE = LazyPattern(r"月(?<=(?:1[3-9]|[2-9]\d).)")
# 1—13月
_MONTHS = LazyPattern(r"[—–~～至-](?:1[3-9]|[2-9]\d)月(?!\d)")
_FIRST_MONTH = LazyPattern(r"(?<![\d.])\d{1,2}月?—?$")
# 定于13月: a month alone, after a word that a date follows; 36月 of a term and 18月龄 are lengths of time.
_MONTH = LazyPattern(r"(?<=[于年])(?:1[3-9]|[2-9]\d)月(?=[底初末中上下前份,。;、)召举\n]|$)")
# A pattern that starts with a literal is searched for fastest; the text before it is looked at afterwards.
_DAY = LazyPattern(r"月(\d{1,2})[日号]")
_BEFORE = LazyPattern(r"(?:(?<!\d)(\d{4})年)?(?<!\d)(\d{1,2})$")
_LONGEST = 8  # characters of a year and a month
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find months above 12 and days beyond the end of their month."""
    shadow = prepared.shadow
    for match in _DAY.finditer(shadow):
        before = _BEFORE.search(shadow[max(match.start() - _LONGEST, 0) : match.start()])
        if before is None:
            continue
        year = int(before[1]) if before[1] else None
        if int(before[2]) == int(match[1]) == 0:
            continue  # a form to be filled in
        if not _is_possible_date(year, int(before[2]), int(match[1])):
            span = Span(match.start() - len(before[0]), match.end())
            words = shadow[span.start : span.end]
            yield Problem(span, Message(f"日期“{words}”不存在", f"the date {words} does not exist"))
    for late in _LATE.finditer(shadow):
        number = late.start() - 2
        if month := _MONTH.match(shadow, number):
            yield Problem(Span(*month.span()), Message(f"没有{month[0]}", f"there is no {month[0]}"))
        elif number and (last := _MONTHS.match(shadow, number - 1)):
            first = _FIRST_MONTH.search(shadow[max(last.start() - _LONGEST, 0) : last.start()])
            if first:
                span = Span(last.start() - len(first[0]), last.end())
                words = shadow[span.start : span.end]
                yield Problem(span, Message(f"月份“{words}”不存在", f"the months {words} do not exist"))


def _is_possible_date(year: int | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)
