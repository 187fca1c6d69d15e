"""A sentence that occurs twice in a row.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> sentence = "各部门要加强组织领导，落实工作责任。"
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text=sentence * 2))))]
[Span(start=18, end=36)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="typo/repeated-sentence",
    title=Message("句子重复", "a sentence occurs twice"),
    severity="warning",
    confidence=0.96,
    why=Message(
        "同一句或同一段在相邻处出现两次，多为粘贴造成。",
        "The same sentence or paragraph stands there twice; usually it was pasted twice.",
    ),
    basis=None,
    record="3 findings in 15.5 million characters of Taiwan's laws, none in 24.7 million of other clean texts; 3 of 3 are correct",
    hits=(
        "各部门要加强组织领导，落实工作责任。<<各部门要加强组织领导，落实工作责任。>>按时报送情况。",
        "各部门要加强组织领导，落实工作责任。\n<<各部门要加强组织领导，落实工作责任。>>\n",
    ),
    silent=(
        "各部门要加强组织领导，落实工作责任。各部门要加强组织领导，压实工作责任。",
        "（一）本款自发布之日起施行。\n（二）本款自发布之日起施行。\n",
        "同意。同意。",
        "│不予以核发补助│\n│不予以核发补助│\n",
    ),
)

# The least length of a sentence, in characters; shorter ones repeat as answers, notes and cells of tables.
_LEAST = 14


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find sentences that follow themselves."""
    text = prepared.prose
    before, position = "", 0
    # Split at full stops only: this takes a tenth of the time of a pattern for all sentences.
    for piece in text.split("。")[:-1]:
        start, position = position, position + len(piece) + 1
        words = piece.strip()
        if words == before and len(words) >= _LEAST and "\n" not in words and "│" not in words:
            span = Span(start + piece.index(words), position)
            yield Problem(span, Message("与前一句完全相同", "the same as the sentence before"))
        before = words
