"""Numbers such as 1. where the house style has 1、

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="任务\\n1.加快建设\\n2.完善制度\\n"))))]
[Span(start=4, end=5)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._house_style import find_other_enumerators
from policytext.model.annotations import Message
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="style/enumerator-comma",
    title=Message("本单位序号写作“1、”", "the house style has 1、"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "本单位统一阿拉伯数字序号后的标点（设置 enumerators）。",
        "One mark behind Arabic numbers of headings and items (setting enumerators).",
    ),
    basis=None,
    record="a house style; runs only where the setting `enumerators` asks for it",
    hits=("任务\n1<<.=>、>>加快建设\n2<<.=>、>>完善制度\n",),
    silent=(
        "任务\n1、加快建设\n2、完善制度\n",
        "增长1.5%，共1、2号两座。",
    ),
    enabled=False,
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such marks as one problem with a safe fix."""
    yield from find_other_enumerators(prepared, "、")
