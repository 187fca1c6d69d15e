"""Findings for people and editors: ``LINE:COLUMN: severity rule message``, as compilers write it."""

from collections.abc import Iterator, Sequence

from policytext.formats import View
from policytext.marks import Finding
from policytext.messages import say
from policytext.model import Source
from policytext.text.display import one_line, printable


def lines(findings: Sequence[Finding], source: Source, view: View) -> Iterator[str]:
    """One line a finding, with its file, so that an editor jumps to it.

    >>> from policytext.marks import Words
    >>> from policytext.model import Span
    >>> finding = Finding("typo/x", "error", 0.9, Words("“帐户”应作“账户”", "wrong"), None, Span(2, 4), "帐户")
    >>> list(lines([finding], Source(text="加强帐户", path="a.txt"), View(command="lint")))
    ['a.txt:1:3: error typo/x “帐户”应作“账户”']
    """
    for finding in findings:
        line, column = source.place(finding.span[0])
        place = f"{printable(source.path)}:{line}:{column}" if source.path else f"{line}:{column}"
        yield f"{place}: {finding.severity} {finding.rule} {said(finding, view)}"


def said(finding: Finding, view: View) -> str:
    """The message on one line, with the number of places of a storm."""
    words = one_line(finding.message.zh if view.lang == "zh" else finding.message.en)
    count = 1 + len(finding.also)
    return words if count == 1 else words + say("storm", view.lang, count=count)
