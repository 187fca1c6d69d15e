"""An attachment note with 、 after its numbers: 附件：1、清单.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="附件：1、清单\\n2、名单\\n"))))]
[(Edit(span=Span(start=4, end=5), text='.'), Edit(span=Span(start=9, end=10), text='.'))]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="document/attachment-number",
    title=Message("附件顺序号后应使用“.”", "an attachment's number takes a full point"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "附件说明中，附件顺序号用阿拉伯数字和下脚点，如“附件：1. ××”。",
        "In the note of attachments the numbers are followed by a point: 附件：1. ××.",
    ),
    basis="GB/T 9704-2012 7.3.4",
    record="1 finding in 22.1 million characters of mainland texts; it is correct",
    hits=("附件：1<<、=>.>>任务清单\n　　　2<<、=>.>>责任分工\n",),
    silent=("附件：1.任务清单\n2.责任分工\n", "见附件1、附件2。", "附件：任务清单\n1、甲。\n"),
    profiles=("mainland",),
)

_FIRST = LazyPattern(r"附件[：:][ \u3000]{0,4}1(、)")
_WIDEST_INDENT = 8
_NEXT = LazyPattern(r"[^\n]{1,80}\n\s{0,20}(\d{1,2})(、)")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report the marks after the numbers of an attachment note as one problem."""
    text = prepared.text
    if "附件" not in text:
        return
    for match in _FIRST.finditer(text):
        before = text[max(match.start() - _WIDEST_INDENT - 1, 0) : match.start()].rstrip(" \u3000")
        if before[-1:] not in ("", "\n") or (not before and match.start() > _WIDEST_INDENT):
            continue
        spans = [Span(*match.span(1))]
        following = _NEXT.match(text, match.end())
        while following and int(following[1]) == len(spans) + 1:
            spans.append(Span(*following.span(2)))
            following = _NEXT.match(text, following.end())
        yield make_repeated_problem(spans, fixes=["."] * len(spans))
