"""A difference that its two figures contradict: 由30%提高到35%，提高3个百分点.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.message.zh for problem in check(PreparedDocument(parse(Source(text="覆盖率由30%提高到35%，提高3个百分点。"))))]
['由30到35相差5，文中为3']
"""

from collections.abc import Iterator
from decimal import Decimal

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/difference",
    title=Message("增减数与前后数值不符", "a difference contradicts its figures"),
    severity="error",
    confidence=0.95,
    why=Message(
        "“由甲增加到乙，增加丙”的，丙应等于甲、乙之差。",
        "In 由A增加到B，增加C the third figure is the difference of the other two.",
    ),
    basis=None,
    record="0 findings in 40 million characters of clean texts",
    hits=(
        "覆盖率<<由30%提高到35%，提高3个百分点>>。",
        "床位<<由1200张增加到1500张，增加200张>>。",
        "能耗占比<<从52.4%下降到50.1%，下降3.3个百分点>>。",
    ),
    silent=(
        "覆盖率由30%提高到35%，提高5个百分点。",
        "覆盖率由30.2%提高到35%，提高约5个百分点。",
        "床位由1200张增加到1500张，增加25%，年均增加100张。",
        "由30%提高到35%，比全国高3个百分点。",
        "由1.2万张增加到1.5万张，增加3000张。",
        "由30%提高到35%，其中农村提高3个百分点。",
    ),
)

_NUMBER = r"(\d+(?:\.\d+)?)"
_RISE, _FALL = "提高|上升|增加|增长|扩大|提升", "降低|下降|减少|缩小|压缩"
_UNIT = "(?P<unit>%|[万亿]?[个项家人户名所座件次台套张辆亩吨元]|公里|公顷|平方米)"
_CHANGE = LazyPattern(
    rf"[由从][^由从,。;\n\d]{{0,8}}(?:\d{{4}}年[^由从,。;\n\d]{{0,4}})?{_NUMBER}{_UNIT}(?:{_RISE}|{_FALL})[到至为]"
    rf"(?:\d{{4}}年的?)?{_NUMBER}(?P=unit),(?:净|共|累计|总共)?(?:{_RISE}|{_FALL})了?{_NUMBER}(?P<other>个百分点|(?P=unit))(?![以左多余])"
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find changes whose stated difference is not that of their figures."""
    for match in _CHANGE.finditer(prepared.shadow):
        unit, other = match["unit"], match["other"]
        if (unit == "%") != (other == "个百分点"):
            continue
        low, high, stated = (Decimal(match[group]) for group in (1, 3, 4))
        difference = abs(high - low)
        # Both figures may be rounded.
        tolerance = Decimal(1).scaleb(
            int(min(low.as_tuple().exponent, high.as_tuple().exponent, stated.as_tuple().exponent))
        )
        rounded = (
            stated.as_tuple().exponent != 0 or low.as_tuple().exponent != 0 or high.as_tuple().exponent != 0
        )
        if abs(difference - stated) > (tolerance if rounded else 0):
            words = Message(
                f"由{match[1]}到{match[3]}相差{difference}，文中为{match[4]}",
                f"from {match[1]} to {match[3]} is {difference}, not {match[4]}",
            )
            yield Problem(Span(*match.span()), words)
