"""One line for each record, for grep and similar tools: nothing is folded, cut or coloured.

Line breaks inside a text are joined and control characters made visible, so a line is always one record; JSON has the
exact text. With several files each begins with ``==> PATH <==``, as head and tail write it.
"""

from collections.abc import Iterable, Iterator

from policytext.formats import FileResult, RenderOptions
from policytext.formats.lines import format_lines, names_its_file
from policytext.formats.lines.passages import find_coverage, format_coverage
from policytext.model.statistics import TextLine


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Write each file's lines as one piece; a file that could not be read has none."""
    first = True
    key = options.answers[0]
    for result in results:
        if result.document is None or (options.grouped and result.kind == "file"):
            continue
        if key not in result.parts and result.kind == "total":
            continue
        if key == "lines" and not (
            options.map or options.several or options.line_numbers or options.terminal
        ):
            # The exact text with its line ends, so that offsets can be checked.
            yield "".join([line.text for line in result.select(key, TextLine)])
            continue
        lines: list[str] = []
        if options.several and not names_its_file(key):
            lines.append(f"{'' if first else chr(10)}==> {result.name} <==")
        first = False
        if options.summary:
            lines += format_coverage(find_coverage(result, options))
            yield "\n".join([*lines, ""])
            continue
        for key in options.answers if options.command == "targets" else options.answers[:1]:
            lines += format_lines(key, result.parts.get(key, ()), result.document.source, options)
        if lines:
            lines.append("")
            yield "\n".join(lines)
