"""A thousands separator in the wrong position: 1,2000亿元, 12,34万人.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="产值达到1,2000亿元。"))))]
[Span(start=4, end=10)]
>>> list(check(PreparedDocument(parse(Source(text="产值达到12,000亿元。")))))
[]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/digit-groups",
    title=Message("千分撇位置有误", "misplaced thousands separator"),
    severity="warning",
    confidence=0.9,
    why=Message(
        "千分撇每三位一节；位置有误时，数字可能多一位或少一位，或应为小数点。",
        "Separators stand between groups of three digits; a digit may be missing or extra, or a decimal point was meant.",
    ),
    basis="GB/T 15835-2011 5.1.1",
    record="0 hits in 24.7 M characters of clean official text",
    hits=("产值达到<<1,2000>>亿元。", "培训<<12,34>>万人次。"),
    silent=(
        "产值达到12,000亿元。",
        "见图1,2000年以后另议。",
        "第1,2项。",
        "坐标(12,34)。",
        "增长5,2个百分点以上的有3,4月。",
    ),
)

_GROUPS = LazyPattern(r",\d")
_NUMBER = LazyPattern(
    r"(?<![\d,.(（])\d{1,3}(?:,\d{3})*,(?:\d{1,2}|\d{4,5})(?=[万亿]{1,2}|元|人|户|吨|亩|平方)"
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find numbers before a counting unit whose last group has other than three digits."""
    text = prepared.text
    if not _GROUPS.search(text):
        return
    for match in _NUMBER.finditer(text):
        yield Problem(Span(*match.span()))
