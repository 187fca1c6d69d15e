"""A period whose last year is before its first: 2021—2015年.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="规划期为2021—2015年。"))))]
[Span(start=4, end=14)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="date/reversed",
    title=Message("起止年份颠倒", "period ends before it begins"),
    severity="error",
    confidence=0.97,
    why=Message("起始年份应早于终止年份。", "The first year must be the earlier one."),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("规划期为<<2021—2015年>>。", "<<2025年至2021年>>，分三步走。", "行动计划（<<2023-2021年>>）"),
    silent=("规划期为2021—2025年。", "2021—22年。", "电话2021—2015。", "编号2035-2021年"),
)

_LATER = LazyPattern(r"年(?<=[—~～至到-](?:19|20)\d\d年)(?![底末初度]?(?:之?前|以[前上]))")
_EARLIER = LazyPattern(r"(?<![\d第〔-])((?:19|20)\d\d)年?$")
_WINDOW = 6  # characters before the dash


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find ranges of years in falling order."""
    shadow = prepared.shadow
    for match in _LATER.finditer(shadow):
        position = match.start() - 5
        dash = shadow[position]
        if shadow[position - 1] == "—":  # a dash may be two characters
            position -= 1
        earlier = _EARLIER.search(shadow[max(position - _WINDOW, 0) : position])
        if not earlier or int(earlier[1]) <= int(shadow[match.start() - 4 : match.start()]):
            continue
        start = position - len(earlier[0])
        # A hyphen also separates a number from its year; only in brackets is it certainly a period.
        if dash != "-" or shadow[start - 1 : start] == "(":
            yield Problem(Span(start, match.end()))
