"""的 before a complement, where 得 belongs: 建的好、管的好.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="做到建的好、管的好。"))))]
['得', '得']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import find_words
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="typo/particle",
    title=Message("“的”应作“得”或“地”", "的 in place of 得 or 地"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "补语之前用“得”，状语之后、动词之前用“地”。",
        "得 stands before a complement, 地 before a verb.",
    ),
    basis="《现代汉语词典》（第7版）",
    record="法规、报告和政策文本 2230 万字：1 处，有误",
    hits=("做到建<<的=>得>>好、改<<的=>得>>好、管<<的=>得>>好，手把手<<的=>地>>为企业服务。",),
    silent=("做到建得好、改得好，办的好事，手把手地教，建的好房子，手把手的方式，目的好。",),
    profiles=("mainland",),
)

_VERBS = frozenset("建改管护修抓干做办学用治")
_STOPS = frozenset("、，；。")
_VERBS_AFTER = frozenset("为教帮指传给向")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find 的好 behind a verb and at the end of a clause, and 手把手的 before a verb."""
    text = prepared.text
    for position in find_words(text, "的好"):
        if text[position - 1 : position] in _VERBS and text[position + 2 : position + 3] in _STOPS:
            yield Problem(Span(position, position + 1), fix="得")
    for position in find_words(text, "手把手的"):
        if text[position + 4 : position + 5] in _VERBS_AFTER:
            yield Problem(Span(position + 3, position + 4), fix="地")
