"""A number used twice in a numbered list: 一、 二、 二、 三、.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "一、总则\\n甲。\\n二、任务\\n乙。\\n二、保障\\n丙。\\n三、附则\\n丁。\\n"
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text=text))))]
[(16, 18)]
"""

from collections.abc import Iterator, Sequence

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._siblings import (
    get_marker_form,
    get_marker_span,
    get_sibling_groups,
    opens_line,
)
from policytext.model.annotations import Message
from policytext.model.document import Section
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="outline/repeated-number",
    title=Message("序号重复", "repeated number"),
    severity="warning",
    confidence=0.9,
    why=Message(
        "同一层次的两段使用了同一序号，其后的序号应依次顺延。",
        "Two neighbouring sections have the same number.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("一、总则\n甲。\n二、任务\n乙。\n<<二、>>保障\n丙。\n三、附则\n丁。\n",),
    silent=(
        "一、犯第八十五條之一、第八十五條之二之罪。\n二、犯瀆職罪章之罪。\n三、犯傷害罪章之罪。\n",
        "一、第一型船－一、○○○立方公尺。\n二、第二型船－三、○○○立方公尺。\n三、第三型船。\n",
        "一、总则\n甲。\n二、任务\n乙。\n三、附则\n丙。\n",
        "一、总则\n甲。\n二、任务\n乙。\n一、保障\n丙。\n二、附则\n丁。\n",
    ),
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find a number that occurs twice in a row in a list that is otherwise consecutive."""
    for siblings in get_sibling_groups(prepared):
        numbers = [section.ordinal for section in siblings]
        for index in range(1, len(siblings)):
            if numbers[index] == numbers[index - 1] and _is_counted_list(siblings, index, prepared.text):
                before = siblings[index].marker
                yield Problem(
                    get_marker_span(siblings[index]),
                    Message(f"序号“{before}”重复使用", f"{before} is used twice"),
                )


def _is_counted_list(siblings: Sequence[Section], index: int, text: str) -> bool:
    """Return whether the section at `index` repeats a number in a list that is otherwise consecutive.

    The list counts from 1 and continues after the repetition; all have one form, all open their line or none does, and the
    two titles differ. A number inside a line is often cited: 第十三條之二、第十三條之三.
    """
    # 三、○○○元 is a number of four digits.
    if any(section.title[:1] in ("○", "〇", "０") for section in siblings[index - 1 : index + 1]):
        return False
    repeated = siblings[index].ordinal or 0
    run = siblings[index - repeated : index]
    following = siblings[index + 1 : index + 2]
    if len({opens_line(section, text) for section in (*run, *siblings[index : index + 2])}) != 1:
        return False
    counted = [section.ordinal for section in run] == list(range(1, repeated + 1))
    one_form = (
        len({(get_marker_form(section), section.kind) for section in (*run, siblings[index], *following)})
        == 1
    )
    goes_on = not following or following[0].ordinal == repeated + 1
    return (
        repeated > 1
        and counted
        and one_form
        and goes_on
        and siblings[index].title != siblings[index - 1].title
    )
