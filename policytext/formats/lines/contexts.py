"""A term's places: line and column, the words before it, the term, the words after it."""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.model.document import Source
from policytext.model.statistics import Context
from policytext.text.display import join_lines


def format_lines(contexts: Sequence[Context], source: Source, options: RenderOptions) -> Iterator[str]:
    """Write one place a line.

    >>> from policytext.model.document import Span
    >>> context = Context(Span(2, 4), "托育", "发展", "服务", "一、")
    >>> list(format_lines([context], Source(text="发展托育服务"), RenderOptions(command="stats")))
    ['1:3\\t发展\\t托育\\t服务']
    """
    del options
    for context in contexts:
        line, column = source.position(context.span[0])
        yield "\t".join(
            (
                f"{line}:{column}",
                join_lines(context.left),
                join_lines(context.text),
                join_lines(context.right),
            )
        )
