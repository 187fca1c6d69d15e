"""Findings for people and editors: ``LINE:COLUMN: severity rule message``, as compilers write it, and the words concerned.

The marks are those of the examples inside rules, ``<<wrong=>right>>``, so that a finding can be pasted into a rule.
"""

from collections.abc import Iterator, Sequence

from policytext.formats import View
from policytext.messages import say
from policytext.model.annotations import Finding
from policytext.model.document import Source
from policytext.text.display import format_path, join_lines

_ENDS = 30  # characters shown of each end of a long place


def lines(findings: Sequence[Finding], source: Source, view: View) -> Iterator[str]:
    """One line a finding, with its file, so that an editor jumps to it.

    >>> from policytext.model.annotations import Message
    >>> from policytext.model.document import Span
    >>> finding = Finding("typo/x", "error", 0.9, Message("“帐户”应作“账户”", "wrong"), None, Span(2, 4), "帐户")
    >>> list(lines([finding], Source(text="加强帐户", path="a.txt"), View(command="lint")))
    ['a.txt:1:3: error typo/x “帐户”应作“账户” <<帐户>>']
    """
    for finding in findings:
        line, column = source.position(finding.span[0])
        place = f"{format_path(source.path)}:{line}:{column}" if source.path else f"{line}:{column}"
        yield f"{place}: {finding.severity} {finding.rule} {said(finding, view)} {marked(finding)}"


def said(finding: Finding, view: View) -> str:
    """The message on one line, with the number of places of a storm."""
    words = join_lines(finding.message.zh if view.lang == "zh" else finding.message.en)
    count = 1 + len(finding.also)
    return words if count == 1 else words + say("storm", view.lang, count=count)


def marked(finding: Finding) -> str:
    """The words of a finding in marks, with what they should be."""
    wrong, mend = shortened(finding.text), mended(finding)
    return f"<<{wrong}>>" if mend is None else f"<<{wrong}=>{mend}>>"


def shortened(words: str) -> str:
    """Words on one line; of many the first and the last."""
    line = join_lines(words)
    return line if len(line) <= 3 * _ENDS else f"{line[:_ENDS]}…{line[-_ENDS:]}"


def mended(finding: Finding) -> str | None:
    """What stands in the first place after the mend, None where there is none or it lies elsewhere."""
    if finding.fix is None:
        return None
    start, end = finding.span
    inside = sorted(edit for edit in finding.fix.edits if start <= edit.span[0] and edit.span[1] <= end)
    if not inside:
        return None
    words, at = "", start
    for span, text in inside:
        words += finding.text[at - start : span[0] - start] + text
        at = span[1]
    return join_lines(words + finding.text[at - start :])
