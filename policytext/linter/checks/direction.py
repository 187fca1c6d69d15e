"""From a figure to another against the verb between them: 由36%缩小到40%, 从12%提高到8%.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [defect.span for defect in check(PreparedDocument(parse(Source(text="差距由36%缩小到40%。"))))]
[Span(start=2, end=12)]
>>> list(check(PreparedDocument(parse(Source(text="差距由36%缩小到19%。")))))
[]
"""

from collections.abc import Iterator
from decimal import Decimal

from policytext.linter.checks import Defect, Rule
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern, compile_pattern
from policytext.text.prepared import PreparedDocument

_UP = "提高|上升|增加|增长|扩大|提升|增至|升至|上调|扩大|跃升|攀升"
_DOWN = "降低|下降|减少|缩小|缩短|压减|压缩|降至|减至|下调|回落|收窄"

RULE = Rule(
    id="number/direction",
    title=Message("数字的变化与动词相反", "figures that move against the verb"),
    severity="error",
    confidence=0.95,
    why=Message(
        "“提高”而变小、“降低”而变大，数字或动词必有一误。", "One of the figures or the verb is wrong."
    ),
    basis=None,
    record="3.25 M characters of clean official text: see rules/RECORD.md",
    hits=(
        "差距<<由36%缩小到40%>>。",
        "合格率<<从2019年的92%提高到29%>>。",
        "占比<<从52.1%提高到26.7%>>，增幅明显。",
        "用时<<由30个工作日压缩至45个工作日>>。",
        "差距<<由36%缩小到40%>>，2026年完成。",
    ),
    silent=(
        "差距由36%缩小到19%。",
        "产值由9800万元增加到1.2亿元。",
        "位次由第8位上升到第3位。",
        "由12%的企业参与，提高到8级标准。",
        "规模由1.2万亿元扩大到3500亿美元。",
        "日均新设由4千多户增加到1万3千多户，人次由7300万增加到1亿2千多万。",
    ),
)

_NUMBER = r"(\d+(?:\.\d+)?)(%|[十百千]?[万亿]{0,2}[个项家人户名所座件次台套]?(?:百分点|工作日|小时|公里|元|天|日|吨|亩|岁|分钟)?)"
_CHANGE = LazyPattern(
    rf"(?:由|从)[^由从,。;!?\n]{{0,16}}?(?<![\d.第:∶])(?<!\d ){_NUMBER}(?![:∶])[^由从,。;!?\d\n]{{0,6}}?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了)?(?:到|至|为)?[^,。;!?\d\n]{{0,6}}?(?<!第){_NUMBER}(?! ?(?:[\d.%名位年月:∶十百千万亿余多]|,\d{{3}}(?!\d)))"
)
_VERB = LazyPattern(f"(?:{_UP}|{_DOWN})")
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SPLIT = compile_pattern(r"([十百千]?[万亿]{0,2})(.*)")
_RANKS = ("第", "位", "名")


def check(prepared: PreparedDocument) -> Iterator[Defect]:
    """Changes whose two figures have the same unit and move the other way."""
    shadow = prepared.shadow
    for found in _CHANGE.finditer(shadow):
        low, high = _value(found[1], found[2]), _value(found[5], found[6])
        if low is None or high is None or low[1] != high[1] or low[0] == high[0]:
            continue
        rose = high[0] > low[0]
        if rose == bool(found["up"]) or any(sign in found[0] for sign in _RANKS):
            continue
        verb = found["up"] or found["down"]
        start = found.start()
        # The nearest 由 or 从: an earlier one begins something else.
        span = Span(start, found.end())
        yield Defect(
            span,
            Message(f"“{verb}”与数字的变化相反", f"the figures move against {verb}"),
        )


def _value(digits: str, unit: str) -> tuple[Decimal, str] | None:
    """The number with its scale, and the unit without it."""
    found = _SPLIT.match(unit)
    if found is None:
        return None
    value = Decimal(digits)
    for sign in found[1]:
        value *= _SCALES[sign]
    return value, found[2]
