"""Quotation marks “” where the house style has 「」.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="推进“一网通办”改革。"))))]
[Span(start=2, end=3)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._house_style import find_other_quotes
from policytext.model.annotations import Message
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="style/corner-quotes",
    title=Message("本单位使用直角引号「」", "the house style has 「」"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "本单位统一引号的写法（设置 quotes）。", "One form of quotation marks in all texts (setting quotes)."
    ),
    basis=None,
    record="a house style; runs only where the setting `quotes` asks for it",
    hits=(
        "推进<<“=>「>>一网通办<<”=>」>>改革。",
        "提出<<“=>「>>要以<<‘=>『>>钉钉子<<’=>』>>精神落实<<”=>」>>。",
    ),
    silent=(
        "推进「一网通办」改革。",
        "推进“一网通办改革。",
        "使用 It’s 等缩写。",
    ),
    enabled=False,
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such marks as one problem with a safe fix."""
    yield from find_other_quotes(prepared, corner=True)
