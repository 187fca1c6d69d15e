"""A full stop at the end of a heading on its own line.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "一、总体要求。\\n坚持统筹推进。\\n二、主要任务\\n加大投入。\\n"
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text=text))))]
[(6, 7)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.linter.checks._siblings import get_sibling_groups
from policytext.model.annotations import Message
from policytext.model.document import Section, Span
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="document/heading-stop",
    title=Message("独立成行的标题末尾不用句号", "full stop after a heading on its own line"),
    severity="info",
    confidence=0.9,
    why=Message("标题独占一行时，末尾一般不用标点。", "A heading on its own line has no full stop."),
    basis="GB/T 15834-2011 B.4",
    record="20 findings in 3.25 million characters of clean official text; 19 of 20 reviewed are correct",
    hits=("一、总体要求<<。=>>>\n坚持统筹推进。\n二、主要任务\n加大投入。\n",),
    silent=(
        "一、总体要求。坚持统筹推进。\n二、主要任务。加大投入。\n",
        "一、按时报到。\n二、遵守纪律。\n三、服从安排。\n",
    ),
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such headings as one problem, in lists where every heading has a body."""
    text = prepared.text
    spans: list[Span] = []
    for siblings in get_sibling_groups(prepared):
        headings = [
            section for section in siblings if section.kind in ("heading", "run-in") and section.title
        ]
        # If some of them have no body, they are items of a list and end like sentences.
        if len(headings) > 1 and all(_has_body(section, text) for section in headings):
            ends = [section.title_span[1] for section in headings if _ends_in_full_stop(section, text)]
            spans += [Span(end, end + 1) for end in ends]
    if spans:
        spans.sort()
        yield make_repeated_problem(spans, fixes=[""] * len(spans))


def _ends_in_full_stop(section: Section, text: str) -> bool:
    """Return whether 。 ends the line of the title."""
    end = section.title_span[1]
    return text[end : end + 1] == "。" and text[end + 1 : end + 2] in ("\n", "\r")


def _has_body(section: Section, text: str) -> bool:
    """Return whether the section has subsections, or more text after its title than in it."""
    end = section.title_span[1]
    return bool(section.sections) or len(text[end + 1 : section.span[1]].strip()) > len(section.title)
