"""Double quotation marks nested inside double quotation marks: “落实“一网通办”改革”.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text="提出“落实“一网通办”改革”要求。"))))]
[(5, 6)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Edit, Message
from policytext.model.document import Span
from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="punctuation/nested-quotes",
    title=Message("引号内再用引号应为单引号", "double quotation marks inside double ones"),
    severity="info",
    confidence=0.9,
    why=Message(
        "引号内再用引号时，外层用双引号，内层用单引号。",
        "Outer quotation marks are double, inner ones are single.",
    ),
    basis="GB/T 15834-2011 4.8.3.2",
    record="0 findings in 3.25 million characters of clean official text",
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


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find nested pairs on lines whose quotation marks are balanced."""
    text = prepared.text
    end, paired = -1, False
    for match in _NESTED.finditer(text):
        if match.start() > end:
            start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
            end = end if end >= 0 else len(text)
            # An unbalanced line is reported by another check.
            paired = text.count("“", start, end) == text.count("”", start, end)
        if paired:
            inner = (Span(*match.span(1)), Span(*match.span(2)))
            yield Problem(inner[0], None, (Edit(inner[0], "‘"), Edit(inner[1], "’")), "unsafe", inner[1:])
