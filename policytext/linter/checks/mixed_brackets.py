"""A pair of brackets of two widths: (详见附件）, （一)总体要求.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="有关材料(详见附件）一并报送。"))))]
[(Edit(span=Span(start=4, end=5), text='（'),)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="punctuation/mixed-brackets",
    title=Message("同一对括号全角、半角不一致", "a pair of brackets of two widths"),
    severity="warning",
    confidence=0.98,
    why=Message(
        "同一对括号应同为全角；同一文件中，同级序号的括号也应一致。",
        "Both brackets of a pair have the same width, and so have those of the enumerators of one document.",
    ),
    basis="GB/T 15834-2011 4.9、5.1",
    record="49 findings in 22.1 million characters of mainland texts, 3 in 15.5 million of Taiwan's laws, 1 in 2.3 million of "
    "Hong Kong's records; 53 of 53 read are correct",
    hits=(
        "有关材料<<(=>（>>详见附件）一并报送。",
        "（一<<)=>）>>总体要求\n坚持统筹。\n（二）主要目标\n加快建设。\n",
        "（一）总体要求\n坚持统筹。\n<<(=>（>>二<<)=>）>>主要目标\n加快建设。\n（三）任务\n甲。\n",
    ),
    silent=(
        "有关材料（详见附件）一并报送。",
        "分三类（1)新建；2)改建；3)扩建）。",
        "(一)总体要求\n坚持统筹。\n(二)主要目标\n加快建设。\n",
        "（一）总体要求\n1. 甲。\n(1)乙。\n(2)丙。\n",
    ),
)

_HALF = LazyPattern(r"[()]")
_CLOSED = LazyPattern(r"[^()（）\n]{1,60}）")
_LONGEST = 60  # characters in brackets
_ENUMERATOR = LazyPattern(r"([（(])(?<![^\n。；;\u3000 ].)([一二三四五六七八九十]{1,3})([）)])")
# The least share of full-width enumerators in a document where the others are mistakes.
_MOST_HALF = 0.34


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such brackets as one problem with a safe fix."""
    text = prepared.text
    if ("（" not in text and "）" not in text) or ("(" not in text and ")" not in text):
        return
    positions = {match.start() for match in _HALF.finditer(text) if _is_mixed(text, match.start())}
    if prepared.document.profile == "mainland":
        positions.update(_find_minority(text))
    if positions:
        ordered = sorted(positions)
        fixes = ["（" if text[position] == "(" else "）" for position in ordered]
        yield make_repeated_problem(
            [Span(position, position + 1) for position in ordered], fixes=fixes, safety="safe"
        )


def _is_mixed(text: str, at: int) -> bool:
    """Return whether the other bracket of a half-width one is full-width."""
    if text[at] == "(":
        return _CLOSED.match(text, at + 1) is not None
    before = text[max(at - _LONGEST - 1, 0) : at]
    opening = max(map(before.rfind, "()（）\n"))
    inside = before[opening + 1 :]
    if opening < 0 or before[opening] != "（" or not inside:
        return False
    # In （1)新建；2)改建） the half-width bracket belongs to an enumerator.
    is_list = len(inside) == 1 and inside.isascii() and inside.isalnum()
    return not (is_list and text.find("）", at + 1, at + 1 + _LONGEST) > 0)


def _find_minority(text: str) -> Iterator[int]:
    """Yield the brackets of half-width enumerators (一) in a document that writes nearly all of them （一）."""
    matches = list(_ENUMERATOR.finditer(text))
    half = [match for match in matches if match[1] == "(" and match[3] == ")"]
    if (half and len(half) <= _MOST_HALF * len(matches)) or (len(half) == 1 and len(matches) == 2):
        for match in half:
            yield match.start(1)
            yield match.start(3)
