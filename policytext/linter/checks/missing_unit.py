"""An amount of money without 元: 信息消费规模达5.8万亿，.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="信息消费规模达5.8万亿，增长较快。"))))]
[Span(start=7, end=12)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/missing-unit",
    title=Message("金额缺少单位", "amount without a unit"),
    severity="warning",
    confidence=0.9,
    why=Message("“万亿”“亿”是数词，后面应写单位“元”。", "万亿 and 亿 are numerals; the unit 元 must follow."),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("信息消费规模达<<5.8万亿>>，增长较快。", "交易额超过<<300亿>>。"),
    silent=(
        "消费规模达5.8万亿元。",
        "用户规模达8亿人。",
        "网民规模达10亿，其中九成用手机。",
        "产值达3.2亿美元。",
    ),
)

_AMOUNT = LazyPattern(
    r"(?:消费|产业|市场|交易|经济|贸易|投资|融资|贷款|资产|产值|营收|经费|销售|零售|收入|利润|税收|总产值|增加值|成交|进出口)"
    r"(?:总)?(?:规模|额|总额|总值|余额|值|收入)(?:达到|达|超过|突破|为|约|超|近)?(?:了)?(\d+(?:\.\d+)?(?:万亿|亿))(?=[,。;、])"
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find figures in 亿 between the name of an amount and a punctuation mark."""
    if "亿" not in prepared.shadow:
        return
    for match in _AMOUNT.finditer(prepared.shadow):
        yield Problem(Span(*match.span(1)))
