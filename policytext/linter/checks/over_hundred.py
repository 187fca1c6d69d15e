"""A share above 100%: 覆盖率达到120%.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="社区覆盖率达到120%以上。"))))]
[Span(start=7, end=11)]
"""

from collections.abc import Iterator
from decimal import Decimal

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/over-hundred",
    title=Message("比例超过100%", "share above 100%"),
    severity="error",
    confidence=0.95,
    why=Message(
        "覆盖率、合格率等比例不会超过100%；完成率、毛入学率、负债率可以超过。",
        "A coverage or pass rate is at most 100%; completion, gross enrolment and debt ratios may be more.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("社区养老设施覆盖率达到<<120%>>以上。", "抽检合格率为<<101.5%>>。"),
    silent=(
        "计划完成率达到120%。",
        "学前教育毛入学率达到105%。",
        "移动电话普及率达到108%。",
        "覆盖率达到100%。",
        "投资增长率达到130%。",
    ),
)

_SHARES = (
    "覆盖率|合格率|达标率|普及程度|参保率|入户率|绿化率|森林覆盖率|办结率|满意率|满意度|巩固率|接种率|识字率|处理率|利用率"
    "|回收率|通达率|供水率|网办率|及格率|占比|比重"
)
_RATE = LazyPattern(rf"(?:{_SHARES})[^,。;!?%\d\n]{{0,8}}?(\d+(?:\.\d+)?)%")
_WHOLE = Decimal(100)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find figures above 100% directly after the name of a share."""
    shadow = prepared.shadow
    if "率" not in shadow and "比" not in shadow:
        return
    for match in _RATE.finditer(shadow):
        if Decimal(match[1]) > _WHOLE and not _is_growth(match[0]):
            yield Problem(Span(match.start(1), match.end()))


def _is_growth(words: str) -> bool:
    """Return whether the figure is a rate of growth or completion."""
    return any(word in words for word in ("增长", "提高了", "完成", "增加"))
