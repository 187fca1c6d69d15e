"""Half-width punctuation between Chinese characters: 加快发展,提高质量.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="加快发展,提高质量。"))))]
[(Edit(span=Span(start=4, end=5), text='，'),)]
>>> list(check(PreparedDocument(parse(Source(text="共1,200个床位，见a,b两表。")))))
[]
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
    id="punctuation/half-width",
    title=Message("中文之间应使用全角标点", "half-width punctuation in Chinese text"),
    severity="warning",
    confidence=0.98,
    why=Message(
        "中文的逗号、分号、冒号、问号、叹号应使用全角。",
        "Commas, semicolons, colons, question and exclamation marks are full-width in Chinese text.",
    ),
    basis="GB/T 15834-2011 5.1",
    record="71 findings in 3.25 million characters of clean official text; 29 of 29 reviewed are correct",
    hits=(
        "加快发展<<,=>，>>提高质量。",
        "（一）反映社情民意<<;=>；>>\n（二）负责平台建设<<;=>；>>　　受理投诉。",
        "对证据先行登记保存时<<,=>，>> 当事人应当在场。",
    ),
    silent=(
        "共1,200个床位。",
        "上午9:30召开。",
        "见https://example.org/a,b。",
        "表1: a,b,c",
        "甲,1,2,3\n乙,4,5,6\n",
    ),
)

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_BEFORE = rf"(?:{LETTER}|[”’」』）)》〉%％0-9A-Za-z])"
# A semicolon may also end its line, and a comma may have a space after it.
_MARK = LazyPattern(
    rf"[,;:?!](?:(?=[“‘「『（(《]?{LETTER})(?<={_BEFORE}.)"
    rf"|(?<=;)(?=[ \u3000\xa0]{{0,4}}(?:[\r\n（(“《]|{LETTER}|\Z)|[ \u3000\xa0]{{1,4}}\d)|(?<=,)(?= {LETTER}))"
)
_HAN_BEFORE = LazyPattern(rf"(?:{LETTER}|[”’」』）)》〉%％])")
# Characters of a cell in a table or a list of names separated by commas.
_LONGEST_CELL = 6


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such marks as one problem with a safe fix."""
    text = prepared.text
    if text.isascii():
        return
    spans = []
    for match in _MARK.finditer(text):
        position = match.start()
        if _HAN_BEFORE.match(text, position - 1) and not _is_in_table_row(text, position):
            spans.append(Span(position, position + 1))
    if spans:
        yield make_repeated_problem(
            spans, fixes=[_FULL[text[position]] for position, _ in spans], safety="safe"
        )


def _is_in_table_row(text: str, position: int) -> bool:
    """Return whether the line consists of short cells separated by commas, without a sentence."""
    start = text.rfind("\n", max(0, position - 200), position) + 1
    end = text.find("\n", position, position + 200)
    if start == 0 or end < 0:
        return False
    line = text[start:end]
    return "。" not in line and line.count(",") >= 2 and len(line) < _LONGEST_CELL * (line.count(",") + 1)
