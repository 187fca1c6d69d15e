"""Half-width brackets where the house style has full-width ones.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="国内生产总值(GDP)增长。"))))]
[Span(start=6, end=7)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._house_style import find_other_brackets
from policytext.model.annotations import Message
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="style/full-width-brackets",
    title=Message("本单位使用全角括号", "the house style has full-width brackets"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "本单位统一括号的宽度（设置 brackets）。", "One width of brackets in all texts (setting brackets)."
    ),
    basis=None,
    record="a house style; runs only where the setting `brackets` asks for it",
    hits=(
        "国内生产总值<<(=>（>>GDP<<)=>）>>增长。",
        "各区<<(=>（>>县）负责。",
    ),
    silent=(
        "国内生产总值（GDP）增长。",
        "函数f(x)连续。",
        "各区(县负责。",
    ),
    enabled=False,
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such marks as one problem with a safe fix."""
    yield from find_other_brackets(prepared, full=True)
