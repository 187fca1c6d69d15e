"""A full-width comma inside a number: 1，500元.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="每户补助1，500元。"))))]
[',']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/grouping-mark",
    title=Message("千分位误用全角逗号", "a full-width comma inside a number"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "千分位用半角逗号或不分节；全角逗号会把一个数断成两个。",
        "Thousands are separated by a half-width comma or not at all; a full-width one makes two numbers.",
    ),
    basis="GB/T 15835-2011 5.1.3",
    record="法规、报告和政策文本 2230 万字：0 处（全角数字不计）",
    hits=("每户补助1<<，=>,>>500元，总投资达12<<，=>,>>300万元。",),
    silent=(
        "每户补助1,500元，共涉及3个县，500户受益，见表1，200人参加。",
        "分别为0，100人和2025，300人。",
        "人数分别为35，120，200人。",
    ),
    profiles=("mainland",),
)

_MARK = LazyPattern("，[0-9]{3}[万亿]?[元人户个家亩吨公米平辆台套件]")
# A number of one to three digits behind a word that it counts, not behind 第, 表 or 条, which it numbers.
_BEFORE = LazyPattern(r"(?:^|[^\d.，,、第表图件款项条例注期级号组])[1-9][0-9]{0,2}$")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find full-width commas between one to three digits and exactly three with a unit."""
    text = prepared.text
    for match in _MARK.finditer(text):
        position = match.start()
        if _BEFORE.search(text[max(position - 4, 0) : position]):
            yield Problem(Span(position, position + 1), fix=",")
