"""A full stop behind a heading that stands alone on its line.

>>> from policytext.outlining import parse
>>> from policytext.model import Source
>>> text = "一、总体要求。\\n坚持统筹推进。\\n二、主要任务\\n加大投入。\\n"
>>> [tuple(defect.span) for defect in check(Prepared(parse(Source(text=text))))]
[(6, 7)]
"""

from collections.abc import Iterator

from policytext.checks import Defect, Rule
from policytext.checks._writing import storm
from policytext.marks import Words
from policytext.model import Section, Span
from policytext.text.prepared import Prepared

RULE = Rule(
    id="document/heading-stop",
    title=Words("独立成行的标题末尾不用句号", "a full stop behind a heading that stands alone"),
    severity="info",
    confidence=0.9,
    why=Words("标题独占一行时，末尾一般不用标点。", "A heading on its own line takes no full stop."),
    basis="GB/T 15834-2011 B.4",
    record="3.25 M characters of clean official text: see rules/RECORD.md",
    hits=("一、总体要求<<。=>>>\n坚持统筹推进。\n二、主要任务\n加大投入。\n",),
    silent=(
        "一、总体要求。坚持统筹推进。\n二、主要任务。加大投入。\n",
        "一、按时报到。\n二、遵守纪律。\n三、服从安排。\n",
    ),
)


def check(prepared: Prepared) -> Iterator[Defect]:
    """All of them as one defect, if no list item is among them."""
    text = prepared.text
    spans = [
        Span(section.title_span[1], section.title_span[1] + 1)
        for section in prepared.document.walk()
        if section.kind in ("heading", "run-in") and section.title and _stops(section, text)
    ]
    if spans:
        yield storm(spans, fixes=[""] * len(spans), safety="safe")


def _stops(section: Section, text: str) -> bool:
    """Whether 。 ends the title's line and text of its own stands below it."""
    end = section.title_span[1]
    if text[end : end + 1] != "。" or text[end + 1 : end + 2] not in ("\n", "\r"):
        return False
    first = section.sections[0].span[0] if section.sections else section.span[1]
    return len(text[end + 1 : first].strip()) > len(section.title) or bool(section.sections)
