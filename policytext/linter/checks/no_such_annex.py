"""A cited annex that is not in the list of annexes: 附件5 where the list ends with 4.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "请按附件3填报。\\n\\n附件：1.目录\\n      2.表格\\n"
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text=text))))]
[(2, 5)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.citations import find_citations
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="outline/no-such-annex",
    title=Message("引用的附件未列入附件说明", "cited annex is not listed"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "正文提及的附件应列入附件说明。", "Every annex cited in the text must be in the list of annexes."
    ),
    basis="GB/T 9704-2012 7.3.4",
    record="0 findings in 3.25 million characters of clean official text",
    hits=("请按<<附件3>>填报。\n\n附件：1.目录\n      2.表格\n",),
    silent=(
        "请按附件2填报。\n\n附件：1.目录\n      2.表格\n",
        "请按附件3填报。\n",
        "按上级通知附件3填报。\n\n附件：1.目录\n2.表格\n\n附件3\n样表\n",
    ),
)

_LIST = LazyPattern(r"^[ ]*附件[:：] *1[.．、]", 8)
_ITEM = LazyPattern(r"(?:^|附件[:：]|[;；])[ ]*(\d{1,2})[.．、](?!\d)", 8)
#: Before the annex of another document.
_OTHER = frozenset("》〕号號通知")
_ANNEX_HEADING = LazyPattern(r"^[ ]*附件[ ]*(\d{1,2})[:： ]*$", 8)
_LONGEST = 600  # characters of a list of annexes


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find annex numbers beyond the end of the list for which no annex follows either."""
    shadow = prepared.shadow
    list_start = _LIST.search(shadow)
    if list_start is None:
        return
    last_number = 0
    for item in _ITEM.finditer(shadow, list_start.start(), list_start.start() + _LONGEST):
        if int(item[1]) == last_number + 1:
            last_number += 1
    headed = {int(match[1]) for match in _ANNEX_HEADING.finditer(shadow)}
    if last_number < 2:
        return
    for citation in find_citations(prepared.prose[: list_start.start()]):
        number = (
            citation.places[0].ranges[-1][1] if citation.kind == "annex" and citation.places[0].ranges else 0
        )
        other = prepared.prose[citation.start - 1 : citation.start] in _OTHER
        if number > last_number and number not in headed and not other:
            yield Problem(
                Span(citation.start, citation.end),
                Message(f"附件说明只列到附件{last_number}", f"the list of annexes ends with {last_number}"),
            )
