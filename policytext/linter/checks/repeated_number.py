"""A number given twice in a list: 一、 二、 二、 三、.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "一、总则\\n甲。\\n二、任务\\n乙。\\n二、保障\\n丙。\\n三、附则\\n丁。\\n"
>>> [tuple(defect.span) for defect in check(PreparedDocument(parse(Source(text=text))))]
[(16, 18)]
"""

from collections.abc import Iterator, Sequence

from policytext.linter.checks import Defect, Rule
from policytext.linter.checks._siblings import marker_form, marker_span, sibling_groups
from policytext.model.annotations import Message
from policytext.model.document import Section
from policytext.text.prepared import PreparedDocument

RULE = Rule(
    id="outline/repeated-number",
    title=Message("序号重复", "a number given twice"),
    severity="warning",
    confidence=0.9,
    why=Message(
        "同一层的两段用了同一个序号，后面的也都错了一位。", "Two sections beside each other bear one number."
    ),
    basis=None,
    record="3.25 M characters of clean official text: see rules/RECORD.md",
    hits=("一、总则\n甲。\n二、任务\n乙。\n<<二、>>保障\n丙。\n三、附则\n丁。\n",),
    silent=(
        "一、总则\n甲。\n二、任务\n乙。\n三、附则\n丙。\n",
        "一、总则\n甲。\n二、任务\n乙。\n一、保障\n丙。\n二、附则\n丁。\n",
    ),
)


def check(prepared: PreparedDocument) -> Iterator[Defect]:
    """A number twice in a row in a list that counts on from 1 before it and goes on by one behind it."""
    for siblings in sibling_groups(prepared):
        numbers = [one.ordinal for one in siblings]
        for at in range(1, len(siblings)):
            if numbers[at] == numbers[at - 1] and _counts(siblings, at):
                before = siblings[at].marker
                yield Defect(
                    marker_span(siblings[at]), Message(f"“{before}”用了两次", f"{before} is given twice")
                )


def _counts(siblings: Sequence[Section], at: int) -> bool:
    """Whether the numbers count from 1 to the repeated one, and go on behind it, all in one form and titled apart."""
    repeated = siblings[at].ordinal or 0
    run = siblings[at - repeated : at]
    following = siblings[at + 1 : at + 2]
    counted = [one.ordinal for one in run] == list(range(1, repeated + 1))
    same = len({(marker_form(one), one.kind) for one in (*run, siblings[at], *following)}) == 1
    goes_on = not following or following[0].ordinal == repeated + 1
    return repeated > 1 and counted and same and goes_on and siblings[at].title != siblings[at - 1].title
