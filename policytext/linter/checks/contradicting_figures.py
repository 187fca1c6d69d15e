"""Two figures for one indicator of one year: 2025年全市地区生产总值520亿元 and, later, 502亿元.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "2025年全市地区生产总值达到520亿元。2025年，全市地区生产总值完成502亿元。"
>>> [problem.message.zh for problem in check(PreparedDocument(parse(Source(text=text))))]
['2025年全市地区生产总值前文为520亿元']
"""

from collections.abc import Iterator
from decimal import Decimal

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/contradiction",
    title=Message("同一指标前后数值不一致", "two figures for one indicator"),
    severity="warning",
    confidence=0.93,
    why=Message(
        "同一年份、同一范围的同一指标在文中数值不同，应核对。",
        "The text gives one indicator of one year and area two values; check them.",
    ),
    basis=None,
    record="法规、报告和政策文本 2230 万字：0 处",
    hits=("2025年全市地区生产总值达到520亿元。\n全年回顾：2025年，<<全市地区生产总值完成502亿元>>。",),
    silent=(
        "2025年全市地区生产总值达到520亿元。2024年全市地区生产总值达到502亿元。",
        "2025年全市地区生产总值达到520亿元。2025年全市地区生产总值达到520.0亿元。",
        "2025年全市地区生产总值达到520亿元。2025年全县地区生产总值达到52亿元。",
        "2025年全市地区生产总值达到523.6亿元。2025年全市地区生产总值达到524亿元。",
        "2025年全市地区生产总值达到520亿元左右的目标，2025年全市地区生产总值实现540亿元。",
    ),
)

_INDICATORS = (
    "地区生产总值|生产总值|一般公共预算收入|地方财政收入|固定资产投资|社会消费品零售总额|进出口总额|城镇新增就业|粮食总产量|粮食产量|常住人口|户籍人口|城镇化率|常住人口城镇化率|森林覆盖率"
    "|规模以上工业增加值|城镇居民人均可支配收入|农村居民人均可支配收入|居民人均可支配收入|空气质量优良天数比例"
)
_FIGURE = LazyPattern(
    rf"(20\d\d)年(?:底|末)?,?(?P<words>(全[国省市县区镇乡]|我[省市县区]|本市)({_INDICATORS})(?:达到|达|为|完成|实现)"
    r"(\d+(?:\.\d+)?)([万亿千百]*(?:元|人|吨|公斤|斤|美元|%)))(?!左右|以上|以内|的目标|目标)"
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find a second value of an indicator with the same year, area and unit."""
    seen: dict[tuple[str, str, str, str], str] = {}
    for match in _FIGURE.finditer(prepared.shadow):
        year, area, name, value, unit = match[1], match[3], match[4], match[5], match[6]
        earlier = seen.setdefault((year, area, name, unit), value)
        if _differ(earlier, value):
            words = Message(
                f"{year}年{area}{name}前文为{earlier}{unit}", f"{year} {area}{name} is {earlier}{unit} before"
            )
            yield Problem(Span(*match.span("words")), words)


def _differ(first: str, second: str) -> bool:
    """Return whether two numbers differ by more than rounding to the digits of the coarser one."""
    places = min(len(number.partition(".")[2]) for number in (first, second))
    return abs(Decimal(first) - Decimal(second)) > Decimal(1).scaleb(-places) / 2
