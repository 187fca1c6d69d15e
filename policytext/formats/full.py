"""Findings for a person at a terminal: the words around each place, the place marked, the mend beside it.

Grouped by file; at the end a summary by severity. Without colour the marks are those of the examples inside
rules, ``<<wrong=>right>>``, so that a finding can be pasted into a rule as a test.
"""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import FileResult, RenderOptions
from policytext.formats._styles import paint
from policytext.formats.lines.findings import FindingCounts, fixed_text, format_message, mark_finding, shorten
from policytext.model.annotations import Finding
from policytext.model.document import Source
from policytext.text.display import join_lines, wrap_text

_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
_AROUND = 30  # characters shown on each side of a place
_STOPS = "。！？；\r\n"
_LEAST_WIDTH = 20


def render(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """Each file's findings as one piece, then the summary."""
    counts = FindingCounts()
    for result in results:
        if result.document is None:
            continue
        found = [one for one in result.parts.get("findings", ()) if isinstance(one, Finding)]
        if not found:
            continue
        rows = [Text(result.name, style="bold underline")]
        for one in found:
            rows += _finding(one, result.document.source, view)
            counts.add(one)
        yield paint([*rows, Text()], view)
    if counts.findings:
        rows = [Text(counts.severities(view.lang), style="bold")]
        if fixable := counts.fixable(view.lang):
            rows.append(Text(fixable, style="dim"))
        yield paint(rows, view)


def _finding(finding: Finding, source: Source, view: RenderOptions) -> Iterator[Text]:
    line, column = source.position(finding.span[0])
    place = f"{line}:{column}"
    head = Text.assemble(
        (f"  {place:<8} ", "dim"), (finding.severity, _STYLES[finding.severity]), "  ", (finding.rule, "cyan")
    )
    words = format_message(finding, view)
    indent = " " * 11
    if not view.width or cell_len(head.plain) + 2 + cell_len(words) <= view.width:
        yield head.append("  ").append(words)
    else:
        yield head
        for row in wrap_text(words, max(view.width - len(indent), _LEAST_WIDTH), cell_len):
            yield Text(indent + row)
    quoted = _quoted(finding, source, view)
    room = max(view.width - len(indent), _LEAST_WIDTH) if view.width else None
    at = 0
    for row in wrap_text(quoted.plain, room, cell_len) if room else [quoted.plain]:
        start = quoted.plain.index(row, at)
        at = start + len(row)
        yield Text(indent).append_text(quoted[start:at])


def _quoted(finding: Finding, source: Source, view: RenderOptions) -> Text:
    """The place in its sentence, marked."""
    text = source.text
    start, end = finding.span
    left = max((text.rfind(stop, max(start - _AROUND, 0), start) + 1 for stop in _STOPS), default=0)
    left = max(left, start - _AROUND)
    stops = [at for stop in _STOPS if (at := text.find(stop, end, end + _AROUND)) >= 0]
    right = min(stops) if stops else min(end + _AROUND, len(text))
    if stops and text[right] not in "\r\n":
        right += 1
    mend = fixed_text(finding)
    before = join_lines(text[left:start])
    after = join_lines(text[end:right])
    wrong = shorten(text[start:end])
    row = Text(before, style="dim")
    if view.color:
        row.append(wrong, "bold red" if mend is None else "red strike")
        if mend is not None:
            row.append(mend, "bold green")
    else:
        row.append(mark_finding(finding))
    return row.append(after, "dim")
