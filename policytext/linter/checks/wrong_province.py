"""A place in the wrong province: 江苏省寿光市.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.message.zh for problem in check(PreparedDocument(parse(Source(text="赴江苏省寿光市考察。"))))]
['寿光市属于山东省']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.facts import get_day, load_places
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="fact/wrong-province",
    title=Message("地名与所在省份不符", "a place in the wrong province"),
    severity="error",
    confidence=0.95,
    why=Message(
        "省、市、县的名称应相符；只比对全国唯一的地名。",
        "A city or county must follow the name of its own province; only names that one province has are compared.",
    ),
    basis="rules/facts/places.tsv",
    record="法规、报告和政策文本 2230 万字：0 处",
    hits=("赴<<江苏省寿光市>>考察，学习<<浙江省苏州市>>的做法。",),
    silent=(
        "赴山东省寿光市考察，学习江苏省苏州市的做法。",
        "江苏省、山东省寿光市等地派员参加。",
        "新疆维吾尔自治区、广东省县级市共建。",
        "1985年9月1日四川省人民政府公布。",
    ),
    profiles=("mainland",),
)

_PROVINCE = LazyPattern(
    "(河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|广西壮族|内蒙古|西藏|宁夏回族"
    "|新疆维吾尔)(?:省|自治区)(?=[\\u4e00-\\u9fff]{2,13}?[市县区旗州盟])"
)
_LONGEST = 14
# Before, Hainan was part of Guangdong and Chongqing of Sichuan.
_SINCE = "1998-01-01"


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find a province followed by a place that only another province has."""
    shadow = prepared.shadow
    if "省" not in shadow and "自治区" not in shadow:
        return
    for match in _PROVINCE.finditer(shadow):
        places, end = load_places(), match.end()
        place = next(
            (
                shadow[end : end + size]
                for size in range(_LONGEST, 2, -1)
                if shadow[end : end + size] in places
            ),
            "",
        )
        if not place or places[place] == match[0]:
            continue
        day = get_day(prepared.document)
        if day is not None and day < _SINCE:
            return
        yield Problem(
            Span(match.start(), end + len(place)),
            Message(f"{place}属于{places[place]}", f"{place} belongs to {places[place]}"),
        )
