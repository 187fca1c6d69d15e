"""Half-width brackets in Chinese text: 学校(含教学点).

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="学校(含教学点)联网。"))))]
[(Edit(span=Span(start=2, end=3), text='（'), Edit(span=Span(start=7, end=8), text='）'))]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="punctuation/half-width-brackets",
    title=Message("中文之间应使用全角括号", "half-width brackets in Chinese text"),
    severity="info",
    confidence=0.95,
    why=Message(
        "中文的括号应使用全角，同一对括号宽度应一致。",
        "Brackets are full-width in Chinese text, both of a pair.",
    ),
    basis="GB/T 15834-2011 4.9、5.1",
    record="71 findings in 3.25 million characters of clean official text; 26 of 26 reviewed are correct",
    hits=("学校<<(=>（>>含教学点<<)=>）>>联网率。", "<<(=>（>>1<<)=>）>>数字技术促进公平。"),
    silent=(
        "各險標準名稱如下：\n (一) 人壽保險稱儲蓄壽險 (或養老保險) 。\n",
        "学校（含教学点）联网率。",
        "函数f(x)的值。",
        "PM2.5(24h)浓度。",
        "方案1)和方案2)。",
    ),
    profiles=("mainland",),
)

# A pair on one line around a Chinese character or around the number of an enumerator.
_PAIR = LazyPattern(
    rf"\(([^()（）\n]{{0,60}}?{LETTER}[^()（）\n]{{0,60}}?|[0-9一二三四五六七八九十]{{1,3}})\)"
)
_HAN = LazyPattern(f"(?:{LETTER}|[“《])")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such brackets as one problem with two places for each pair."""
    text = prepared.text
    if "(" not in text or text.isascii():
        return
    # Older texts of Taiwan set half-width brackets in spaces.
    spaced = prepared.document.script == "hant"
    spans: list[Span] = []
    for match in _PAIR.finditer(text):
        start, end = match.span()
        if spaced and " " in (text[start - 1 : start], text[end : end + 1]):
            continue
        if match[1].isalnum() and match[1].isascii() and not _HAN.match(text, end):
            continue
        spans += [Span(start, start + 1), Span(end - 1, end)]
    if spans:
        yield make_repeated_problem(spans, fixes=["（", "）"] * (len(spans) // 2), safety="safe")
