"""Findings on a terminal: each place marked in its sentence, with the fix beside it; and the sentences of each domain.

They are grouped by file, with a summary by severity at the end. Without colour the marks are those of the examples in
rules, ``<<wrong=>right>>``, so that a finding can be pasted into a rule as a test.
"""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import FileResult, RenderOptions
from policytext.formats._styles import SEVERITY_STYLES, paint
from policytext.formats.lines.findings import (
    FindingCounts,
    format_message,
    format_replacement,
    mark_finding,
    shorten,
)
from policytext.model.annotations import Finding
from policytext.model.document import Source
from policytext.model.statistics import RuleCount
from policytext.text.display import join_lines, wrap_text

_AROUND = 30  # characters shown on each side of a place
_STOPS = "。！？；\r\n"
_LEAST_WIDTH = 20


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Draw each file's findings as one piece, then the summary."""
    if options.answers[0] == "rules":
        yield from _draw_rules(results, options)
        return
    if options.answers[0] == "domains":
        yield from _draw_domains(results, options)
        return
    counts = FindingCounts()
    for result in results:
        if result.document is None:
            continue
        findings = result.select("findings", Finding)
        if not findings:
            continue
        rows = [Text(result.name, style="bold underline")]
        for finding in findings:
            rows += _draw_finding(finding, result.document.source, options)
            counts.add(finding)
        yield paint([*rows, Text()], options)
    if counts.findings:
        rows = [Text(counts.format_severities(options.lang), style="bold")]
        if fixable := counts.format_fixable(options.lang):
            rows.append(Text(fixable, style="dim"))
        yield paint(rows, options)


def _draw_domains(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    from policytext.formats._domain_list import draw_domains

    first = True
    for result in results:
        if result.document is not None:
            rows = [] if first else [Text()]
            yield paint([*rows, *draw_domains(result, result.document, options)], options)
            first = False


def _draw_rules(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    from policytext.formats._rules_table import draw_rules

    for result in results:
        if counts := result.select("rules", RuleCount):
            yield paint(draw_rules(counts, options), options)


def _draw_finding(finding: Finding, source: Source, options: RenderOptions) -> Iterator[Text]:
    line, column = source.position(finding.span[0])
    place = f"{line}:{column}"
    head = Text.assemble(
        (f"  {place:<8} ", "dim"),
        (finding.severity, SEVERITY_STYLES[finding.severity]),
        "  ",
        (finding.rule, "cyan"),
    )
    if finding.address:
        head.append("  ").append(join_lines(finding.address), "dim")
    words = format_message(finding, options)
    indent = " " * 11
    if not options.width or cell_len(head.plain) + 2 + cell_len(words) <= options.width:
        yield head.append("  ").append(words)
    else:
        yield head
        for row in wrap_text(words, max(options.width - len(indent), _LEAST_WIDTH), cell_len):
            yield Text(indent + row)
    quoted = _draw_quotation(finding, source, options)
    width = max(options.width - len(indent), _LEAST_WIDTH) if options.width else None
    offset = 0
    for row in wrap_text(quoted.plain, width, cell_len) if width else [quoted.plain]:
        start = quoted.plain.index(row, offset)
        offset = start + len(row)
        yield Text(indent).append_text(quoted[start:offset])


def _draw_quotation(finding: Finding, source: Source, options: RenderOptions) -> Text:
    """Draw the sentence of a finding with its place marked."""
    text = source.text
    start, end = finding.span
    left = max((text.rfind(stop, max(start - _AROUND, 0), start) + 1 for stop in _STOPS), default=0)
    left = max(left, start - _AROUND)
    stops = [at for stop in _STOPS if (at := text.find(stop, end, end + _AROUND)) >= 0]
    right = min(stops) if stops else min(end + _AROUND, len(text))
    if stops and text[right] not in "\r\n":
        right += 1
    replacement = format_replacement(finding)
    before = join_lines(text[left:start])
    after = join_lines(text[end:right])
    wrong = shorten(text[start:end])
    row = Text(before, style="dim")
    if options.color:
        row.append(wrong, "bold red" if replacement is None else "red strike")
        if replacement is not None:
            row.append("→", "dim").append(replacement, "bold green")
    else:
        row.append(mark_finding(finding))
    return row.append(after, "dim")
