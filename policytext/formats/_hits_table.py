"""Extracted statements on a terminal: a table for each rule, with a column for each capture.

Cells are folded to the window and never cut.
"""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import FileResult, RenderOptions
from policytext.messages import say
from policytext.model.extractions import Capture, Extraction
from policytext.text.display import join_lines, wrap_text

_LEAST, _LINE, _GAP, _INDENT = 6, 6, 2, 2  # cells


def draw_hits(result: FileResult, options: RenderOptions) -> Iterator[Text]:
    """Draw the statements of a file, those of one rule together."""
    hits = result.select("hits", Extraction)
    if not hits or result.document is None:
        return
    if options.several:
        yield Text(result.name, style="bold underline")
    elif result.document.title:
        yield from (
            Text(line, style="bold") for line in _wrap(join_lines(result.document.title), options.width)
        )
    for rule in dict.fromkeys(hit.rule for hit in hits):
        of_rule = [hit for hit in hits if hit.rule == rule]
        title = options.rules.get(rule, rule)
        yield Text()
        yield Text.assemble((title, "bold green"), (f"  {len(of_rule)}", "dim"), (f"  {rule}", "dim"))
        lines = [result.document.source.position(hit.span[0]).line for hit in of_rule]
        yield from _draw_rule(of_rule, lines, options)


def _wrap(text: str, width: int | None) -> list[str]:
    return wrap_text(text, max(width, _LEAST), cell_len) if width else [text]


def _draw_rule(hits: Sequence[Extraction], lines: Sequence[int], options: RenderOptions) -> Iterator[Text]:
    names = list(dict.fromkeys(capture.name for hit in hits for capture in hit.captures)) or [""]
    rows = [[_format(hit.find(name)) if name else join_lines(hit.text) for name in names] for hit in hits]
    widths = _share_width(names, rows, options.width)
    heads = Text(" " * _INDENT)
    for name, width in zip(names, widths, strict=True):
        heads.append(name + " " * (width - cell_len(name) + _GAP), "cyan")
    yield heads.append(
        f"{say('line', options.lang):>{_LINE - cell_len(say('line', options.lang)) + 1}}", "dim"
    )
    for row, line in zip(rows, lines, strict=True):
        cells = [
            _wrap(cell, width if options.width else None) for cell, width in zip(row, widths, strict=True)
        ]
        for index in range(max(map(len, cells))):
            text = Text(" " * _INDENT)
            for cell, width in zip(cells, widths, strict=True):
                words = cell[index] if index < len(cell) else ""
                text.append(words + " " * (max(width - cell_len(words), 0) + _GAP))
            yield text.append(f"{line:>{_LINE}}", "dim") if not index else text


def _format(capture: Capture | None) -> str:
    return "" if capture is None else join_lines(capture.text)


def _share_width(names: Sequence[str], rows: Sequence[Sequence[str]], window: int | None) -> list[int]:
    """Return the widths of the columns; the widest ones give way where the window is too narrow."""
    wanted = [
        max(cell_len(name), *(cell_len(row[index]) for row in rows), _LEAST)
        for index, name in enumerate(names)
    ]
    if window is None:
        return wanted
    room = max(window - _INDENT - _LINE - _GAP * len(names), _LEAST * len(names))
    while sum(wanted) > room:
        widest = wanted.index(max(wanted))
        if wanted[widest] <= _LEAST:
            break
        wanted[widest] -= min(
            sum(wanted) - room, max(1, wanted[widest] - _second(wanted)), wanted[widest] - _LEAST
        )
    return wanted


def _second(widths: Sequence[int]) -> int:
    return sorted(widths)[-2] if len(widths) > 1 else 0
