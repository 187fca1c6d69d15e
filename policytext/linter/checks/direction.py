"""Two figures that contradict the verb between them: 由36%缩小到40%, 从12%提高到8%.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="差距由36%缩小到40%。"))))]
[Span(start=2, end=12)]
>>> list(check(PreparedDocument(parse(Source(text="差距由36%缩小到19%。")))))
[]
"""

from collections.abc import Iterator
from decimal import Decimal

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

_UP = "提高|上升|增加|增长|扩大|提升|增至|升至|上调|扩大|跃升|攀升"
_DOWN = "降低|下降|减少|缩小|缩短|压减|压缩|降至|减至|下调|回落|收窄"

RULE = CheckRule(
    id="number/direction",
    title=Message("数值变化与动词不符", "figures contradict the verb"),
    severity="error",
    confidence=0.95,
    why=Message(
        "“提高”后数值变小、“降低”后数值变大，数值或动词有误。", "One of the figures or the verb is wrong."
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
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
        "标准分别从209元、280元提高到217元、290元。",
        "税率由10%至30%增至27%至33%，班次由每10分钟一班缩短到每7分钟一班。",
        "诊室由5间增加超过1倍至12间，由2019年开始陆续增加至6间。",
        "禁区范围由约2800公顷分3阶段缩小至400公顷。",
        "由12%的企业参与，提高到8级标准。",
        "规模由1.2万亿元扩大到3500亿美元。",
        "日均新设由4千多户增加到1万3千多户，人次由7300万增加到1亿2千多万。",
    ),
)

_SCALE = "[十百千]?[万亿]{0,2}"
_UNIT = "[个项家人户名所座件次台套]?(?:百分点|工作日|小时|公里|元|天|日|吨|亩|岁|分钟)?"
_FIGURE = rf"(\d+(?:\.\d+)?)(%|{_SCALE}{_UNIT})"
# Not the middle of a longer number, a rank or a ratio.
_FROM = rf"(?:由|从)[^由从,。;!?\n]{{0,16}}?(?<![\d.第:∶])(?<!\d ){_FIGURE}(?![:∶])[^由从,。;!?\d\n]{{0,6}}?"
_VERB = f"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了)?(?:到|至|为)?"
_TO = rf"[^,。;!?\d\n]{{0,6}}?(?<!第){_FIGURE}(?! ?(?:[\d.%名位年月:∶十百千万亿余多]|,\d{{3}}(?!\d)))"
_CHANGE = LazyPattern(_FROM + _VERB + _TO)
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_SPLIT = LazyPattern(rf"({_SCALE})(.*)")
_RANKS = ("第", "位", "名", "每")
# A figure that is one of several (209元、280元提高到…; 增至27%至33%), a date, a step or a factor is not a value that changes.
_NO_VALUE = LazyPattern("[%元]?(?:[、至~—-]|年|个?(?:阶段|批|步|倍|期))")
_SEVERAL = LazyPattern(r"\d[%元]?[、至~—-]$")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find changes between two figures of one unit that run against their verb."""
    shadow = prepared.shadow
    for match in _CHANGE.finditer(shadow):
        low, high = _parse_value(match[1], match[2]), _parse_value(match[5], match[6])
        if low is None or high is None or low[1] != high[1] or low[0] == high[0]:
            continue
        rose = high[0] > low[0]
        if rose == bool(match["up"]) or any(sign in match[0] for sign in _RANKS):
            continue
        if any(_NO_VALUE.match(shadow, match.end(figure)) for figure in (1, 5)):
            continue
        if any(_SEVERAL.search(shadow, match.start(), match.start(figure)) for figure in (1, 5)):
            continue
        verb = match["up"] or match["down"]
        yield Problem(
            Span(match.start(), match.end()),
            Message(f"“{verb}”与数值变化不符", f"the figures contradict {verb}"),
        )


def _parse_value(digits: str, unit: str) -> tuple[Decimal, str] | None:
    """Return the number multiplied by its scale (万, 亿), and the unit without the scale."""
    match = _SPLIT.match(unit)
    if match is None:
        return None
    value = Decimal(digits)
    for sign in match[1]:
        value *= _SCALES[sign]
    return value, match[2]
