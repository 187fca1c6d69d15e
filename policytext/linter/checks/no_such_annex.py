"""An annex that the text cites and does not announce: 见附件5 where the list ends with 4.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "请按附件3填报。\\n\\n附件：1.目录\\n      2.表格\\n"
>>> [tuple(defect.span) for defect in check(PreparedDocument(parse(Source(text=text))))]
[(2, 5)]
"""

from collections.abc import Iterator

from policytext.linter.checks import Defect, Rule
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = Rule(
    id="outline/no-such-annex",
    title=Message("引用的附件不在附件清单中", "a cited annex that is not announced"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "正文提到的附件，附件说明中要有。", "Every annex that the text names stands in its list of annexes."
    ),
    basis="GB/T 9704-2012 7.3.4",
    record="3.25 M characters of clean official text: see rules/RECORD.md",
    hits=("请按<<附件3>>填报。\n\n附件：1.目录\n      2.表格\n",),
    silent=(
        "请按附件2填报。\n\n附件：1.目录\n      2.表格\n",
        "请按附件3填报。\n",
        "按上级通知附件3填报。\n\n附件：1.目录\n2.表格\n\n附件3\n样表\n",
    ),
)

_LIST = LazyPattern(r"^[ ]*附件[:：] *1[.．、]", 8)
_ITEM = LazyPattern(r"(?:^|附件[:：]|[;；])[ ]*(\d{1,2})[.．、](?!\d)", 8)
_CITED = LazyPattern(r"(?<![》〕号通知])附件(\d{1,2})(?![\d.])")
_HEADED = LazyPattern(r"^[ ]*附件[ ]*(\d{1,2})[:： ]*$", 8)
_LONGEST = 600  # characters of a list of annexes


def check(prepared: PreparedDocument) -> Iterator[Defect]:
    """Numbers beyond the list's last, where no annex of that number follows either."""
    shadow = prepared.shadow
    start = _LIST.search(shadow)
    if start is None:
        return
    last = 0
    for item in _ITEM.finditer(shadow, start.start(), start.start() + _LONGEST):
        if int(item[1]) == last + 1:
            last += 1
    there = {int(found[1]) for found in _HEADED.finditer(shadow)}
    for found in _CITED.finditer(shadow, 0, start.start()):
        number = int(found[1])
        if last >= 2 and number > last and number not in there:
            yield Defect(
                Span(*found.span()),
                Message(f"附件清单只到第{last}个", f"the list of annexes ends with {last}"),
            )
