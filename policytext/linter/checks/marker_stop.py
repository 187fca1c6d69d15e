"""The wrong punctuation after an enumerator: 第一、 首先、 一，总体要求 （一）、.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="有两点。第一、加快建设。第二、完善制度。"))))]
[(Edit(span=Span(start=6, end=7), text='，'), Edit(span=Span(start=14, end=15), text='，'))]
"""

import re
from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="punctuation/marker",
    title=Message("序次语后的标点不当", "wrong punctuation after an enumerator"),
    severity="warning",
    confidence=0.92,
    why=Message(
        "“第一”“首先”后用逗号，“一”后用顿号，“（一）”后不用标点。",
        "第一 and 首先 take a comma, 一 takes 、, （一） takes none.",
    ),
    basis="GB/T 15834-2011 B.3",
    record="3 findings in 3.25 million characters of clean official text; 3 of 3 reviewed are correct",
    hits=(
        "有两点。第一<<、=>，>>加快建设。第二<<、=>，>>完善制度。",
        "一<<，=>、>>总体要求\n甲。\n二、任务\n乙。\n",
        "（一）<<、=>>>指导思想\n甲。\n（二）任务\n乙。\n",
        "一<<.=>、>>总体要求\n甲。\n二<<.=>、>>任务\n乙。\n",
        "第一条<<、=>　>>为了规范管理，制定本办法。\n第二条　本办法自发布之日起施行。\n",
    ),
    silent=(
        "坚持质量第一、效益优先。",
        "有两点。第一，加快建设。",
        "第一、二产业增长。",
        "第一、第二产业。",
        "（四）、（五）项所列人员可以参加选举。",
    ),
)

_ORDINAL = LazyPattern(r"(?:第[一二三四五六七八九十]|首先|其次|再次|最后)、(?![一二三四五六七八九十第])")
_COMMAS = ("、", "，", "：")
_SENTENCE_STARTS = frozenset("。；：\n\u3000 ")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such marks as one problem with a safe fix."""
    text = prepared.text
    edits: list[tuple[Span, str]] = []
    if "、" in text and prepared.document.profile == "mainland":
        edits += [
            (Span(match.end() - 1, match.end()), "，")
            for match in _ORDINAL.finditer(text)
            if _opens_sentence(text, match)
        ]
    for section in prepared.sections:
        start, size = section.span[0], len(section.marker)
        behind = text[start + size - 1 : start + size]
        marker = section.marker
        if (
            section.kind == "article"
            and text[start + size : start + size + 1] in _COMMAS
            and marker[-1] == "条"
        ):
            if text[start + size + 1 : start + size + 2] != "第":
                edits.append((Span(start + size, start + size + 1), "　"))
            continue
        if not marker or section.kind not in ("heading", "run-in", "item"):
            continue
        if marker[0] in "一二三四五六七八九十" and behind in "，.．":
            edits.append((Span(start + size - 1, start + size), "、"))
        elif (
            marker[0] == "（"
            and text[start + size : start + size + 1] in ("、", "，")
            and marker[-1] == "）"
            and text[start + size + 1 : start + size + 2] not in "（第"
        ):
            edits.append((Span(start + size, start + size + 1), ""))
        elif (
            marker[0] == "（"
            and behind in ("、", "，")
            and text[start + size : start + size + 1] not in "（第"
        ):
            edits.append((Span(start + size - 1, start + size), ""))
    if edits:
        edits = sorted(set(edits))
        yield make_repeated_problem([span for span, _ in edits], fixes=[words for _, words in edits])


def _opens_sentence(text: str, match: re.Match[str]) -> bool:
    """Return whether the words open a sentence; in 质量第一、效益优先 they do not."""
    return match.start() == 0 or text[match.start() - 1] in _SENTENCE_STARTS
