"""A private-use character, which only one font shows: 直径小于2\ue0105厘米.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="直径小于2\ue0105厘米。"))))]
[Span(start=5, end=6)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Edit, Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="damage/private-use",
    title=Message("含有私用区字符，无法正常显示", "private-use characters, which only one font shows"),
    severity="warning",
    confidence=0.99,
    why=Message(
        "私用区字符没有统一含义，多为小数点、造字在转换中丢失，应核对原文。",
        "Their meaning depends on a font; often a decimal point or a rare character is lost. Check the source.",
    ),
    basis="Unicode 15, 23.5",
    record="6 places in 22.1 million characters of mainland texts, 37 findings in 15.5 million of Taiwan's laws, 208 in "
    "2.3 million of Hong Kong's records; all characters looked at, none is right",
    hits=("直径小于2<<\ue010>>5厘米。", "世<<\ue40c=>衞>>的建議，隨<<\ue2e5=>着>>社會發展。"),
    silent=("直径小于2.5厘米。", "\uf0b7 加强领导。"),
)

# U+F020 to U+F0FF are bullets and ticks of symbol fonts.
_PRIVATE = LazyPattern("[\ue000-\uf01f\uf100-\uf8ff]")
# Where the older Hong Kong character set put its characters, before Unicode had them.
_HONG_KONG = {
    "\ue40c": "衞", "\ue2e5": "着", "\ue473": "邨", "\ueb7b": "劏", "\ue480": "鈎", "\uecf1": "鱲", "\ue88c": "埗",
    "\ue146": "强", "\ue357": "綫",
}  # fmt: skip


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such characters as one problem, with a fix where the Hong Kong character set decides."""
    text = prepared.text
    matches = list(_PRIVATE.finditer(text))
    if not matches:
        return
    problem = make_repeated_problem([Span(*match.span()) for match in matches])
    if prepared.document.script == "hant":
        edits = [
            Edit(Span(*match.span()), _HONG_KONG[match[0]]) for match in matches if match[0] in _HONG_KONG
        ]
        problem = problem._replace(fix=tuple(edits) or None)
    yield problem
