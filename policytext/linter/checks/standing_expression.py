"""A standing expression with a wrong number or character: 五个自信.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="坚定五个自信。"))))]
['四个自信']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.facts import find_facts, get_day
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="fact/standing-expression",
    title=Message("固定提法有误", "a standing expression is wrong"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "与中央文件中的固定提法不一致；有时间要求的，按文件的成文日期比对。",
        "It differs from the wording of the central documents at the date of the document.",
    ),
    basis="rules/facts/expressions.tsv",
    record="法规、报告和政策文本 2230 万字：0 处",
    hits=(
        "坚定<<五个自信=>四个自信>>，贯彻<<六大发展理念=>五大发展理念>>。",
        "临河市人民政府工作报告\n坚定<<三个自信=>四个自信>>。\n临河市人民政府\n2022年3月1日\n",
    ),
    silent=(
        "坚定四个自信，贯彻五大发展理念。",
        "临河市人民政府工作报告\n坚定三个自信。\n临河市人民政府\n2014年3月1日\n",
        "坚定三个自信。",
    ),
    profiles=("mainland",),
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find the forms of the table that were wrong at the date of the document."""
    for fact, position in find_facts(prepared.shadow, "expressions"):
        if fact.holds_on(get_day(prepared.document)):
            words = Message(f"“{fact.name}”应为“{fact.now}”", f"{fact.name} should be {fact.now}")
            yield Problem(Span(position, position + len(fact.name)), words, fact.now)
