"""A year with a character too many or too few: 20216年, 截至2021和12年末, 截至202年底.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="到20216年6月底。"))))]
[Span(start=1, end=7)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="date/garbled-year",
    title=Message("年份有误", "malformed year"),
    severity="error",
    confidence=0.98,
    why=Message(
        "年份多字、少字或有错字，应核对原文。",
        "A character of the year is missing, extra or wrong; check the source.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=(
        "会议通过，<<20054年>>9月9日公布。",
        "普及率从36%缩小到<<20216年>>6月的19%。",
        "截至<<2021和12年末>>，用户超过8亿人。",
        "截至<<202年>>底，建成12个。",
    ),
    silent=("距今约20000年。", "2021和2022年末。", "第200年底。", "寿命按120年末计。", "约在203年前后。"),
)

_YEAR = LazyPattern(r"年(?:[0-9 ]{0,3}[月底末初]|度)?")
_LONG = LazyPattern(r"(?<!\d)(?<!\d[.,])(?:19|20)\d(?!00)\d\d$")
_SHORT = LazyPattern(r"(?:截至|截止|到|至)(20\d)$")
_JOINED = LazyPattern(r"(?<![\d.,])((?:19|20)\d{2})和(\d{1,2})$")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find years of five digits, of three digits before 底 or 末, and years joined to a month."""
    shadow = prepared.shadow
    for match in _YEAR.finditer(shadow):
        position = match.start()
        if not shadow[position - 1 : position].isdigit():
            continue
        before = shadow[max(position - 10, 0) : position]
        if long := _LONG.search(before):
            yield Problem(Span(position - len(long[0]), position + 1))
        elif match[0][-1] in "底末" and (joined := _JOINED.search(before)):
            yield Problem(Span(position - len(joined[0]), position + len(match[0])))
        elif match[0] in ("年底", "年末") and (short := _SHORT.search(before)):
            yield Problem(Span(position - len(short[1]), position + 1))
