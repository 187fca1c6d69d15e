"""The lines of a text as they are; with the place that each comes from in front where that was asked for."""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.model.document import Source
from policytext.model.statistics import TextLine
from policytext.text.display import join_lines, replace_controls


def format_lines(found: Sequence[TextLine], source: Source, view: RenderOptions) -> Iterator[str]:
    """Each line without its break.

    >>> from policytext.model.document import Span
    >>> one = TextLine(Span(0, 2), "一\\n", "paragraph 1")
    >>> list(format_lines([one], Source(text="一\\n"), RenderOptions(command="text", map=True)))
    ['0\\tparagraph 1\\t一']
    """
    for one in found:
        words = replace_controls(one.text.rstrip("\r\n"))
        place = f"{source.position(one.span[0]).line}:" if view.line_numbers else ""
        yield f"{one.span[0]}\t{join_lines(one.location or '-')}\t{words}" if view.map else f"{place}{words}"
