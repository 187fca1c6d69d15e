"""Straight quotation marks around Chinese words: 推进"一网通办"改革.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text='推进"一网通办"改革。'))))]
[(Edit(span=Span(start=2, end=3), text='“'), Edit(span=Span(start=7, end=8), text='”'))]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._half_pairs import find_half_pairs
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="punctuation/half-width-quotes",
    title=Message("中文引文应使用弯引号", "straight quotation marks in Chinese text"),
    severity="warning",
    confidence=0.97,
    why=Message(
        "中文引号为“”，直引号是代码和英文录入的符号。",
        "Chinese quotation marks are “”; straight ones belong to code and typewriters.",
    ),
    basis="GB/T 15834-2011 4.8",
    record="3 findings in 22.1 million characters of mainland texts; 3 of 3 read are correct",
    hits=(
        '推进<<"=>“>>一网通办<<"=>”>>改革，推行<<"=>“>>跨省通办<<"=>”>>。',
        '推进“一网通办<<"=>”>>改革，推行<<"=>“>>跨省通办”。',
    ),
    silent=(
        "推进“一网通办”改革。",
        '见print("甲")一行。',
        '显示器为27"，电视为55"。',
        '{"name": "甲", "title": "乙"}',
        '推进“一网通办，显示器为27"。',
    ),
    profiles=("mainland",),
)

_PAIR = LazyPattern(rf'(?<=[^\x00-\x7f])"({LETTER}[^“”"\n]{{0,28}})"(?=[^\x00-\x7f]|\s*$|\n)', 8)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all straight quotation marks of pairs as one problem with a safe fix; the other mark may be curly."""
    text = prepared.prose
    if '"' not in text or prepared.document.script != "hans":
        return
    fixes = {straight: "”" if opens else "“" for _, straight, opens in find_half_pairs(text)}
    if fixes:
        text = "".join([fixes.get(place, sign) for place, sign in enumerate(text)])
    line_end, paired = -1, False
    for match in _PAIR.finditer(text):
        start, end = match.span()
        if start > line_end:
            line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
            line_end = len(text) if line_end < 0 else line_end
            # In a line with an odd number of marks, which of them belong together is uncertain.
            paired = text.count('"', line_start, line_end) % 2 == 0
        if paired:
            fixes |= {start: "“", end - 1: "”"}
    if fixes:
        places = sorted(fixes)
        spans = [Span(place, place + 1) for place in places]
        yield make_repeated_problem(spans, fixes=[fixes[place] for place in places], safety="safe")
