"""A weekday that does not match its date: 2021年3月5日（星期一）.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="定于2021年3月5日（星期一）召开。"))))]
[Span(start=12, end=15)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="date/weekday",
    title=Message("星期与日期不符", "weekday does not match the date"),
    severity="error",
    confidence=0.98,
    why=Message("日期或星期有误。", "Either the date or the weekday is wrong."),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("定于2021年3月5日（<<星期一>>）召开。",),
    silent=("定于2021年3月5日（星期五）召开。", "每周一召开。", "2021年2月30日（星期一）"),
)

_DAY = LazyPattern(
    r"(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日[(,]?((?:星期|周|礼拜)([一二三四五六日天]))"
)
_DAYS = "一二三四五六日"


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find dates directly followed by a weekday, and compare the two."""
    shadow = prepared.shadow
    if (
        "日(星期" not in shadow
        and "日星期" not in shadow
        and "日(周" not in shadow
        and "日,星期" not in shadow
    ):
        return
    from datetime import date

    for match in _DAY.finditer(shadow):
        try:
            weekday = _DAYS[date(int(match[1]), int(match[2]), int(match[3])).weekday()]
        except ValueError:
            continue
        if match[5].replace("天", "日") != weekday:
            yield Problem(
                Span(*match.span(4)),
                Message(f"该日为星期{weekday}", f"that day was 星期{weekday}"),
            )
