"""Double quotation marks inside double ones: “落实“一网通办”改革”.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [tuple(defect.span) for defect in check(PreparedDocument(parse(Source(text="提出“落实“一网通办”改革”要求。"))))]
[(5, 6)]
"""

from collections.abc import Iterator

from policytext.linter.checks import Defect, Rule
from policytext.model.annotations import Edit, Message
from policytext.model.document import Span
from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = Rule(
    id="punctuation/nested-quotes",
    title=Message("引号里的引号应用单引号", "double quotation marks inside double ones"),
    severity="info",
    confidence=0.9,
    why=Message("引号里再用引号，外用双引号，里用单引号。", "Inside quotation marks single ones are used."),
    basis="GB/T 15834-2011 4.8.3.2",
    record="3.25 M characters of clean official text: see rules/RECORD.md",
    hits=("提出“落实<<“>>一网通办<<”>>改革”要求。",),
    silent=(
        "提出“落实‘一网通办’改革”要求。",
        "推进“一网通办”“一网统管”。",
        "“第一段。\n“第二段引用“旧词”。\n“第三段。”",
        "推进“一网通办改革，落实“一网统管”。",
    ),
    profiles=("mainland",),
)

_NESTED = LazyPattern(rf"“[^“”\n]{{0,100}}(“)(?=(?:{LETTER}|[《]))[^“”\n]{{1,30}}(”)[^“”\n]{{0,100}}”")


def check(prepared: PreparedDocument) -> Iterator[Defect]:
    """Pairs inside pairs; where marks are missing nothing is certain."""
    text = prepared.text
    end, paired = -1, False
    for found in _NESTED.finditer(text):
        if found.start() > end:
            start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
            end = end if end >= 0 else len(text)
            # A line with a mark too many is another defect.
            paired = text.count("“", start, end) == text.count("”", start, end)
        if paired:
            inner = (Span(*found.span(1)), Span(*found.span(2)))
            yield Defect(inner[0], None, (Edit(inner[0], "‘"), Edit(inner[1], "’")), "unsafe", inner[1:])
