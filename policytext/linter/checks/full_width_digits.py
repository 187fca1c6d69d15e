"""Full-width digits and letters: ２０２１年增长８％.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix[0].text for problem in check(PreparedDocument(parse(Source(text="２０２１年增长８％。"))))]
['2021']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/full-width",
    title=Message("数字、字母应使用半角", "full-width digits or letters"),
    severity="info",
    confidence=0.97,
    why=Message("阿拉伯数字和拉丁字母应使用半角。", "Digits and Latin letters are half-width."),
    basis="GB/T 15835-2011 5.1.7",
    record="8 findings in 3.25 million characters of clean official text; 8 of 8 reviewed are correct",
    hits=("<<２０２１=>2021>>年增长８％。".replace("８％", "<<８％=>8%>>"),),
    silent=("2021年增长8%。", "未达０．０五毫西弗。"),
    profiles=("mainland",),
)

# A comma that groups digits becomes narrow with them: ３，２８０个.
_GROUP = "，(?=[０-９]{3}[万亿]?[元人户个家亩吨公米平辆台套件])"
_RUN = LazyPattern(f"[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ％．]|{_GROUP})*(?<!．)")
_HAN_DIGITS = frozenset("○〇零一二三四五六七八九")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all runs of such characters as one problem with a safe fix."""
    if prepared.text.isascii():
        return
    text = prepared.text
    matches = [match for match in _RUN.finditer(text) if not _is_mixed(text, *match.span())]
    if matches:
        spans = [Span(*match.span()) for match in matches]
        yield make_repeated_problem(
            spans, fixes=[match[0].translate(_NARROW) for match in matches], safety="safe"
        )


def _is_mixed(text: str, start: int, end: int) -> bool:
    """Return whether a number goes on in Chinese digits: ０．０五, １○○."""
    return text[start - 1 : start] in _HAN_DIGITS or text[end : end + 1] in _HAN_DIGITS
