"""A skipped level in the numbering 一、（一）1.（1）: (1) directly below 二、.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "一、总则\\n(1)甲。先做。\\n(2)乙。后做。\\n二、附则\\n"
>>> [(tuple(problem.span), len(problem.also)) for problem in check(PreparedDocument(parse(Source(text=text))))]
[((5, 8), 1)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.linter.checks._siblings import get_marker_form, get_marker_span
from policytext.model.annotations import Message
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="outline/level-skipped",
    title=Message("结构层次序数越级", "skipped level of numbering"),
    severity="info",
    confidence=0.85,
    why=Message(
        "结构层次序数依次为“一、”“（一）”“1.”“（1）”；“一、”之下可用“1.”，不直接用“（1）”。",
        "The order is 一、（一）1.（1）; 1. may stand directly below 一、, （1） may not.",
    ),
    basis="GB/T 9704-2012 7.3.3",
    record="1 finding in 3.25 million characters of clean official text; 1 of 1 reviewed are correct",
    hits=("一、总则\n<<(1)>>甲。先做。\n<<(2)>>乙。后做。\n二、附则\n",),
    silent=(
        "一、总则\n1.甲。先做。\n2.乙。后做。\n二、附则\n",
        "一、总则\n（一）甲。先做。\n（二）乙。后做。\n二、附则\n",
    ),
    profiles=("mainland",),
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all （1） directly below 一、 as one problem."""
    spans = []
    for section in prepared.sections:
        if not section.sections or section.sections[0].marker[:1] not in ("(", "（"):
            continue
        if get_marker_form(section) in ("n、", "第n,") and section.kind in ("heading", "run-in"):
            spans += [
                get_marker_span(subsection)
                for subsection in section.sections
                if get_marker_form(subsection) == "(n)"
                and subsection.marker[1:2].isdecimal()
                and subsection.kind in ("heading", "run-in")
            ]
    if spans:
        yield make_repeated_problem(spans)
