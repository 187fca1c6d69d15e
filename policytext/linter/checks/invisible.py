"""Characters that nobody sees and every search trips over: zero-width spaces, soft hyphens, bidi controls.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [tuple(defect.span) for defect in check(PreparedDocument(parse(Source(text="数字\\u200b化"))))]
[(2, 3)]
"""

from collections.abc import Iterator

from policytext.linter.checks import Defect, Rule
from policytext.linter.checks._writing import repeated_defect
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = Rule(
    id="damage/invisible",
    title=Message("不可见字符", "invisible characters"),
    severity="warning",
    confidence=0.99,
    why=Message(
        "零宽空格、软连字符、方向控制符多是网页带来的，会使检索和比对失败。",
        "They come with web pages and make searches and comparisons fail.",
    ),
    basis=None,
    record="3.25 M characters of clean official text: see rules/RECORD.md",
    hits=("推进数字<<\u200b=>>>化。",),
    silent=("推进数字化。", "👨\u200d👩\u200d👧"),
)

_INVISIBLE = LazyPattern("[\u200b\u200c\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]")


def check(prepared: PreparedDocument) -> Iterator[Defect]:
    """All of them as one defect; the joiner of emoji is none."""
    if prepared.text.isascii():
        return
    spans = [Span(*found.span()) for found in _INVISIBLE.finditer(prepared.text)]
    if spans:
        yield repeated_defect(spans, fixes=[""] * len(spans), safety="safe")
