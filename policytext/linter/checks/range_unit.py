"""A percentage range with a sign on its second figure only: 10~20%.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="下浮10~20%。"))))]
['10%~20%']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/range-percent",
    title=Message("数值范围的前一个数缺百分号", "first figure of a range lacks its %"),
    severity="info",
    confidence=0.9,
    why=Message("“10~20%”可理解为10至20%，两个数均应写百分号。", "Both figures take the sign."),
    basis="GB/T 15835-2011 5.1.3",
    record="2 findings in 3.25 million characters of clean official text; 2 of 2 reviewed are correct",
    hits=("下浮<<10~20%=>10%~20%>>。", "增长<<5—6.5%=>5%—6.5%>>。"),
    silent=("下浮10%~20%。", "增长2至3%。", "见表10—20。", "第5—6页，占20%。", "2021—25%"),
)

# The search starts at the dash, which is rare, and then looks at the text before it.
_REST = LazyPattern(r"[~～—](\d{1,3}(?:\.\d+)?)%")
_FIRST = LazyPattern(r"(?<![\d.%~—,:第-])\d{1,3}(?:\.\d+)?$")
_WIDE = 24  # characters of the first figure


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find rising percentage ranges without the first sign."""
    text, shadow = prepared.text, prepared.shadow
    if "%" not in shadow:
        return
    for match in _REST.finditer(shadow):
        position, end = match.span()
        first_figure = _FIRST.search(shadow, max(position - _WIDE, 0), position)
        if first_figure and float(first_figure[0]) < float(match[1]):
            start, sign = first_figure.start(), text[end - 1]
            yield Problem(Span(start, end), fix=f"{text[start:position]}{sign}{text[position:end]}")
