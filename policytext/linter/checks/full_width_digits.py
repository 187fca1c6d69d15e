"""Full-width digits and letters: ２０２１年增长８％.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [defect.fix[0].text for defect in check(PreparedDocument(parse(Source(text="２０２１年增长８％。"))))]
['2021']
"""

from collections.abc import Iterator

from policytext.linter.checks import Defect, Rule
from policytext.linter.checks._writing import repeated_defect
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = Rule(
    id="number/full-width",
    title=Message("数字和字母用了全角", "full-width digits and letters"),
    severity="info",
    confidence=0.97,
    why=Message("阿拉伯数字和拉丁字母用半角。", "Digits and Latin letters are half-width."),
    basis="GB/T 15835-2011 5.1.7",
    record="3.25 M characters of clean official text: see rules/RECORD.md",
    hits=("<<２０２１=>2021>>年增长８％。".replace("８％", "<<８％=>8%>>"),),
    silent=("2021年增长8%。",),
)

_RUN = LazyPattern("[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ％．]*(?<!．)")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def check(prepared: PreparedDocument) -> Iterator[Defect]:
    """All runs as one defect, mended safely."""
    if prepared.text.isascii():
        return
    found = list(_RUN.finditer(prepared.text))
    if found:
        spans = [Span(*one.span()) for one in found]
        yield repeated_defect(spans, fixes=[one[0].translate(_NARROW) for one in found], safety="safe")
