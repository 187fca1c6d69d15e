"""Two short names that are introduced for one name, or one for two names.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "市大数据管理局（以下简称市数据局）牵头。报市大数据管理局（以下简称大数据局）备案。"
>>> [problem.message.zh for problem in check(PreparedDocument(parse(Source(text=text))))]
['“市大数据管理局”前文已简称“市数据局”']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="term/two-short-names",
    title=Message("简称不统一", "two short names for one name"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "同一名称只用一个简称，一个简称只指一个名称。",
        "One name has one short name, and a short name stands for one name.",
    ),
    basis=None,
    record="法规、报告和政策文本 2230 万字、台湾法规 1546 万字、香港会议记录 233 万字：0 处",
    hits=(
        "市大数据管理局（以下简称市数据局）牵头。报市大数据管理局（以下简称<<大数据局>>）备案。",
        "成立项目推进领导小组（以下简称领导小组）。成立防汛抗旱指挥部（以下简称<<领导小组>>）。",
    ),
    silent=(
        "市大数据管理局（以下简称市数据局）牵头。市数据局负责备案。",
        "市大数据管理局（以下简称市数据局）牵头。\n附件\n市大数据管理局（以下简称市数据局）备案。",
        "设立专项资金（以下简称专项资金）。申请专项资金的企业（以下简称申请人）应当登记。",
    ),
)

_SHORT = LazyPattern(r"\(以下(?:简称|统称)[:为]?[“\"]?([\u4e00-\u9fff]{2,16})[”\"]?\)")
_FULL = LazyPattern(r"[\u4e00-\u9fff]{4,30}$")
# Names of bodies, acts and projects; a list of persons and a body with a level have a short name for each role.
_NAME = LazyPattern(
    "(?:局|委员会|办公室|中心|厅|公司|政府|条例|规划|方案|办法|纲要|项目|工程|平台|集团|大学|医院|指挥部|领导小组|银行)$"
)
_LONGEST = 30
_LEAST = 6  # characters of a name that two places share
_LIST_MARKS = ("、", ")", "》")
_LEVELS = frozenset("市县区省镇乡级各原本所分、及和或")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find a name with a second short name, and a short name with a second name."""
    shadow = prepared.shadow
    if shadow.count("以下") < 2:
        return
    short_names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for match in _SHORT.finditer(shadow):
        before = _FULL.search(shadow, max(match.start() - _LONGEST, 0), match.start())
        if before is None or shadow[before.start() - 1 : before.start()] in _LIST_MARKS:
            continue
        name, short = before[0], match[1]
        if not _NAME.search(name):
            continue
        full = next((form for form in _list_forms(name) if form in short_names), "")
        if full and short_names[full] != short:
            zh, en = f"“{full}”前文已简称“{short_names[full]}”", f"{full} is {short_names[full]} before"
            yield Problem(Span(*match.span(1)), Message(zh, en))
        elif kinds.setdefault(short, name[-2:]) != name[-2:]:
            zh, en = f"“{short}”前文是另一名称的简称", f"{short} stands for another name before"
            yield Problem(Span(*match.span(1)), Message(zh, en))
        for form in _list_forms(name):
            short_names.setdefault(form, short)


def _list_forms(name: str) -> list[str]:
    """Return a name, and it without the one or two characters before it that may be a verb.

    >>> _list_forms("报市大数据管理局"), _list_forms("县大数据管理局")
    (['报市大数据管理局', '市大数据管理局'], ['县大数据管理局'])
    """
    return [
        name[size:] for size in range(3) if len(name) - size >= _LEAST and _LEVELS.isdisjoint(name[:size])
    ]
