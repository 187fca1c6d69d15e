"""The lines of a text as they are, or each with the place that it comes from."""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.model.document import Source
from policytext.model.statistics import TextLine
from policytext.text.display import join_lines, replace_controls


def format_lines(lines: Sequence[TextLine], source: Source, options: RenderOptions) -> Iterator[str]:
    """Write each line without its line end.

    >>> from policytext.model.document import Span
    >>> line = TextLine(Span(0, 2), "一\\n", "paragraph 1")
    >>> list(format_lines([line], Source(text="一\\n"), RenderOptions(command="text", map=True)))
    ['0\\tparagraph 1\\t一']
    """
    for line in lines:
        words = replace_controls(line.text.rstrip("\r\n"))
        place = f"{source.position(line.span[0]).line}:" if options.line_numbers else ""
        yield (
            f"{line.span[0]}\t{join_lines(line.location or '-')}\t{words}"
            if options.map
            else f"{place}{words}"
        )
