"""Extracted statements: the rule, then each capture with its name, separated by tabs; of several files with the place first."""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.model.document import Source
from policytext.model.extractions import Extraction
from policytext.text.display import format_path, join_lines


def format_lines(hits: Sequence[Extraction], source: Source, options: RenderOptions) -> Iterator[str]:
    """Write one statement a line.

    >>> from policytext.model.extractions import Capture
    >>> from policytext.model.document import Span
    >>> capture = Capture("by", "body", Span(0, 4), "市教育局")
    >>> hit = Extraction(Span(0, 6), "市教育局负责", "who/duty", (capture,))
    >>> list(format_lines([hit], Source(text="市教育局负责"), RenderOptions(command="extract")))
    ['who/duty\\tby=市教育局']
    """
    for hit in hits:
        line = source.position(hit.span[0]).line
        place = (
            f"{format_path(source.path)}:{line}:"
            if options.several
            else f"{line}:"
            if options.line_numbers
            else ""
        )
        cells = [f"{capture.name}={join_lines(capture.text)}" for capture in hit.captures]
        yield "\t".join([f"{place}{hit.rule}", *(cells or [join_lines(hit.text)])])
