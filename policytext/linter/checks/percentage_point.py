"""A percentage point written incorrectly: 提高3个百分比, 提高3%个百分点, 提高3百分点.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="比上年提高3个百分比。"))))]
['3个百分点']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/percentage-point",
    title=Message("“百分点”表述有误", "percentage points written incorrectly"),
    severity="error",
    confidence=0.98,
    why=Message("百分数之差应以“个百分点”表示。", "The difference of two percentages is given in 个百分点."),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=(
        "比上年提高<<3个百分比=>3个百分点>>。",
        "回落<<0.5%个百分点=>0.5个百分点>>。",
        "提高<<2百分点=>2个百分点>>。",
    ),
    silent=("提高3个百分点。", "按百分比计算。", "提高百分之三。", "以3的百分比计。"),
)

_POINT = LazyPattern(r"百分[比点]")
_BEFORE = LazyPattern(r"(\d+(?:\.\d+)?)(%?个?)$")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find 百分点 and 百分比 after a number in any form other than 个百分点."""
    shadow = prepared.shadow
    for match in _POINT.finditer(shadow):
        number = _BEFORE.search(shadow[max(match.start() - 12, 0) : match.start()])
        if number is None or (match[0] == "百分点" and number[2] == "个"):
            continue
        if match[0] == "百分比" and not number[2]:
            continue
        span = Span(match.start() - len(number[0]), match.end())
        unit = "個百分點" if prepared.document.script == "hant" else "个百分点"
        yield Problem(span, fix=f"{number[1]}{unit}")
