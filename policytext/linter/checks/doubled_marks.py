"""Two punctuation marks in a row: 加快推进。。 ，， 、。

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="加快推进。。落实责任。"))))]
['。']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="punctuation/doubled",
    title=Message("标点连用不当", "two punctuation marks in a row"),
    severity="warning",
    confidence=0.97,
    why=Message("句内点号、句末点号不应连用。", "Two commas or full stops never stand side by side."),
    basis="GB/T 15834-2011",
    record="1 finding in 3.25 million characters of clean official text; 1 of 1 reviewed are correct",
    hits=("加快推进<<。。=>。>>落实责任。", "统筹<<，，=>，>>推进。", "教育、医疗<<、。>>"),
    silent=("教育、医疗……", "真的吗？！", "等等。。。", "好！！！", "——，"),
)

_DOUBLED = LazyPattern("[，。、；：,](?:[，。、；：,])+")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report repeated marks with a safe fix, and two different marks without a fix."""
    text = prepared.text
    for match in _DOUBLED.finditer(text):
        words = match[0]
        span = Span(*match.span())
        if words == words[0] * len(words):
            if words in ("。。。", "。。。。。。", ",,"):
                continue  # an ellipsis, or empty table cells
            yield Problem(span, fix=words[0], safety="safe")
        elif "," not in words:
            yield Problem(span)
