"""Two comparators on one figure, redundant or contradictory: 超过80%以上, 不超过10%以内, 大约10%左右.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="比例超过82%以上。"))))]
[Span(start=2, end=9)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/double-comparator",
    title=Message("“以上”“不低于”等重复", "two comparators on one figure"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "“超过”与“以上”、“大约”与“左右”等不应同时使用。",
        "Use one of the two; together they are redundant or contradictory.",
    ),
    basis="《民法典》第一千二百五十九条",
    record="0 findings in 3.25 million characters of clean official text",
    hits=(
        "比例<<超过82%以上>>。",
        "误差<<不超过10%以内>>。",
        "占<<大约10%左右>>。",
        "建成<<近30多个>>站点。",
        "达到<<80%以上左右>>。",
        "<<不少于5人以上>>。",
        "<<大约有近>>百家企业。",
    ),
    silent=(
        "达到80%以上。",
        "超过82%，以上数据均已核对。",
        "约10%。",
        "近30个站点。",
        "超过50人的以上单位。",
        "不超过3家，省级以上单位除外。",
        "大约在20日前后，左右两侧封闭。",
    ),
    # The statutes of Taiwan write 超過三百人以上.
    profiles=("mainland", "hk"),
)

_NUMBER = r"(?:\d[\d.,]*|[一二三四五六七八九十百千两]{1,4})"
_UNIT = "(?:美元|元|人次|人|户|个|家|项|名|年|天|日|小时|公里|米|吨|亩|分|处|所|张|台|辆|件|次|倍)"
_FIGURE = f"{_NUMBER}(?:%|[十百千]?[万亿]{{0,2}}{_UNIT}?)"
# The search starts at the second word, which is rare, and then looks at the text before it.
_SECOND = LazyPattern("以[上内下](?:左右)?|左右")
_MORE = rf"(?:超过|高于|突破|不低于|不少于|至少|不得低于|不得少于){_FIGURE}(?:及|\(含\))?$"
_LESS = rf"(?:不超过|不高于|至多|不得超过|低于|不足|少于){_FIGURE}$"
_FIRST = {
    "以上": LazyPattern(_MORE),
    "以内": LazyPattern(_LESS),
    "以下": LazyPattern(_LESS),
    "左右": LazyPattern(rf"(?:大约|约|大概){_FIGURE}$"),
    "以上左右": LazyPattern(rf"{_FIGURE}$"),
    "以内左右": LazyPattern(rf"{_FIGURE}$"),
    "以下左右": LazyPattern(rf"{_FIGURE}$"),
}
_NEAR = LazyPattern(r"近\d[\d.]*多[个万亿家项人户名]")
_ABOUT = LazyPattern(r"(?:大约|大概)有?(?:近|约)(?=[\d一二三四五六七八九十百千两数几])")
_WINDOW = 24  # characters before the second word
# Statutes write 不超过三年以下有期徒刑.
_LAWFUL = ("有期徒刑", "罚款", "拘役", "管制")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find figures with a comparator before and after them."""
    shadow = prepared.shadow
    for match in _SECOND.finditer(shadow):
        start = match.start()
        comparator = _FIRST[match[0]].search(shadow[max(start - _WINDOW, 0) : start])
        if comparator and not shadow.startswith(_LAWFUL, match.end()):
            yield Problem(Span(start - len(comparator[0]), match.end()))
    for match in (*_NEAR.finditer(shadow), *_ABOUT.finditer(shadow)):
        yield Problem(Span(*match.span()))
