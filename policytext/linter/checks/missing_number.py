"""A number left out of a list: 一、 … 三、.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "一、总则\\n甲。\\n二、任务\\n乙。\\n四、附则\\n丙。\\n五、其他\\n丁。\\n"
>>> [(tuple(defect.span), defect.message.zh) for defect in check(PreparedDocument(parse(Source(text=text))))]
[((16, 18), '“二、”之后是“四、”，缺第3个')]
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from policytext.linter.checks import Defect, Rule
from policytext.linter.checks._siblings import marker_form, marker_span, sibling_groups
from policytext.model.annotations import Message
from policytext.model.document import Section
from policytext.text.numerals import format_chinese
from policytext.text.prepared import PreparedDocument

RULE = Rule(
    id="outline/missing-number",
    title=Message("序号缺漏", "a number is missing"),
    severity="warning",
    confidence=0.9,
    why=Message("前后序号不连续：漏了一段，或序号写错。", "Part of the text is lost, or a number is wrong."),
    basis=None,
    record="3.25 M characters of clean official text: see rules/RECORD.md",
    hits=("一、总则\n甲。\n二、任务\n乙。\n<<四、>>附则\n丙。\n五、其他\n丁。\n",),
    silent=(
        "一、总则\n甲。\n二、任务\n乙。\n三、附则\n丙。\n",
        "第一条 甲。\n第二条 乙。\n第二条之一 丙。\n第三条 丁。\n",
    ),
)

# A list this short gives no certainty of what it counts.
_LEAST = 4


def check(prepared: PreparedDocument) -> Iterator[Defect]:
    """One gap of one or two numbers in a list that otherwise counts on, one form throughout."""
    for siblings in sibling_groups(prepared):
        if not _gapped(siblings):
            continue
        for run in _runs(siblings):
            gaps = [(a, b) for a, b in pairwise(run) if (b.ordinal or 0) - (a.ordinal or 0) > 1]
            if len(run) >= _LEAST and len(gaps) == 1:
                before, after = gaps[0]
                if not _stands_between(prepared.shadow, before, after):
                    yield _defect(before, after)


def _gapped(siblings: Sequence[Section]) -> bool:
    """Whether some number does not follow the one before it; most lists count on."""
    return len(siblings) >= _LEAST and any(
        (after.ordinal or 0) - (before.ordinal or 0) > 1 for before, after in pairwise(siblings)
    )


def _stands_between(shadow: str, before: Section, after: Section) -> bool:
    """Whether the missing number is there after all, in a form that the outline did not take for a marker."""
    between = shadow[before.span[0] + len(before.marker) : after.span[0]]
    for number in range((before.ordinal or 0) + 1, after.ordinal or 0):
        for digits in (str(number), format_chinese(number)):
            spaced = r"\s*".join(map(re.escape, digits))
            if re.search(rf"(?:^|[第(\s。;:])\s*{spaced}\s*[章节条、.,)+ ]", between, re.MULTILINE):
                return True
    return False


def _runs(siblings: Sequence[Section]) -> Iterator[Sequence[Section]]:
    """Neighbours of one form and kind whose numbers rise."""
    run: list[Section] = []
    for section in siblings:
        if run and (
            marker_form(section) != marker_form(run[-1])
            or section.kind == "inline"
            or (section.ordinal or 0) <= (run[-1].ordinal or 0)
            or (section.ordinal or 0) - (run[-1].ordinal or 0) > 3
        ):
            yield run
            run = []
        run.append(section)
    if run:
        yield run


def _defect(before: Section, after: Section) -> Defect:
    number = (before.ordinal or 0) + 1
    zh = f"“{before.marker}”之后是“{after.marker}”，缺第{number}个"
    en = f"{before.marker} is followed by {after.marker}: number {number} is missing"
    return Defect(marker_span(after), Message(zh, en))
