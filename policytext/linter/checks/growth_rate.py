"""A rate of growth that its two figures contradict: 由100亿元增长到120亿元，增长30%.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "产值由100亿元增长到120亿元，增长30%。"
>>> [problem.message.zh for problem in check(PreparedDocument(parse(Source(text=text))))]
['由100亿元到120亿元增长20%，文中为30%']
"""

from collections.abc import Iterator
from decimal import Decimal

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/growth-rate",
    title=Message("增减幅度与前后数值不符", "a rate of growth contradicts its figures"),
    severity="warning",
    confidence=0.9,
    why=Message(
        "“由甲增加到乙，增长丙%”的，丙应等于乙与甲之差除以甲。",
        "In 由A增加到B，增长C% the rate is the difference of the two figures divided by the first.",
    ),
    basis=None,
    record="0 findings in 40 million characters of clean texts",
    hits=(
        "产值<<由100亿元增长到120亿元，增长30%>>。",
        "床位<<从2020年的1200张增加到2025年的1500张，增加了52%>>。",
        "能耗<<由80万吨下降到60万吨，下降15%>>。",
        "投资<<由1.2万亿元提高到1.5万亿元，增长52%>>。",
    ),
    silent=(
        "产值由100亿元增长到120亿元，增长20%。",
        "产值由100亿元增长到161亿元，年均增长10%。",
        "产值由100亿元增长到121亿元，增长约20%。",
        "产值由9600亿元增长到1.2万亿元，增长25%。",
        "比重由30%提高到36%，提高20%。",
        "产值由100亿元增长到120亿元，增长30%以上。",
        "产值由100亿元增长到120亿元，其中工业增长30%。",
        "人均产值由1.2万元提高到1.3万元，增长9.5%。",
        "产值由100亿元增长到300亿元，增长2倍。",
    ),
)

_NUMBER = r"(\d+(?:\.\d+)?)"
_RISE, _FALL = "提高|上升|增加|增长|扩大|提升", "降低|下降|减少|缩小|压缩|压减"
_UNIT = "(?:[个项家人户名所座件次台套张辆亩吨元平米]|公里|公顷|平方米|立方米|千瓦|人次)"
_CHANGE = LazyPattern(
    rf"[由从](?:[^由从,。;\n\d]{{0,8}}\d{{4}}年[^由从,。;\n\d]{{0,4}}|[^由从,。;\n\d]{{0,8}})?"
    rf"{_NUMBER}(?P<first>[万亿]{{0,2}}{_UNIT})(?:(?P<rise>{_RISE})|{_FALL})[到至为]"
    rf"(?:\d{{4}}年的?)?{_NUMBER}(?P<second>[万亿]{{0,2}}{_UNIT}),(?P<verb>{_RISE}|{_FALL})了?(?:幅度)?{_NUMBER}%"
    r"(?![\d以左多余])"
)
_SCALES = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}
# Points of a percentage, and the share of the rate, by which a stated rate may differ beyond rounding.
_SLACK, _SHARE = Decimal(1), Decimal("0.05")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find changes whose stated rate is not that of their figures, with room for rounding."""
    shadow = prepared.shadow
    if "%" not in shadow:
        return
    for match in _CHANGE.finditer(shadow):
        first, second = match["first"], match["second"]
        if first.lstrip("万亿") != second.lstrip("万亿") or bool(match["rise"]) != (match["verb"] in _RISE):
            continue
        (old, old_error), (new, new_error) = _read(match[1], first), _read(match[4], second)
        stated = Decimal(match[7])
        if not old:
            continue
        bounds = [
            abs(new + new_sign * new_error - old - old_sign * old_error) / (old + old_sign * old_error) * 100
            for new_sign in (-1, 1)
            for old_sign in (-1, 1)
        ]
        slack = max(_SLACK, stated * _SHARE)
        if not min(bounds) - slack <= stated <= max(bounds) + slack:
            rate = f"{abs(new - old) / old * 100:.1f}".removesuffix(".0")
            before, after = f"{match[1]}{first}", f"{match[4]}{second}"
            words = Message(
                f"由{before}到{after}{match['verb']}{rate}%，文中为{match[7]}%",
                f"from {before} to {after} is {rate}%, not {match[7]}%",
            )
            yield Problem(Span(*match.span()), words)


def _read(number: str, unit: str) -> tuple[Decimal, Decimal]:
    """Return a number with its scale, and half of its last decimal place."""
    value = Decimal(number)
    scale = Decimal(1)
    for sign in unit:
        scale *= _SCALES.get(sign, Decimal(1))
    exponent = value.as_tuple().exponent
    error = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
    return value * scale, error * scale
