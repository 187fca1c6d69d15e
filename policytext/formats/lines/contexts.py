"""A term's places for people and for grep: line and column, what stands before it, the term, what stands behind."""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.model.document import Source
from policytext.model.statistics import Context
from policytext.text.display import join_lines


def format_lines(found: Sequence[Context], source: Source, view: RenderOptions) -> Iterator[str]:
    """One place a line.

    >>> from policytext.model.document import Span
    >>> one = Context(Span(2, 4), "托育", "发展", "服务", "一、")
    >>> list(format_lines([one], Source(text="发展托育服务"), RenderOptions(command="stats")))
    ['1:3\\t发展\\t托育\\t服务']
    """
    del view
    for one in found:
        line, column = source.position(one.span[0])
        yield "\t".join(
            (f"{line}:{column}", join_lines(one.left), join_lines(one.text), join_lines(one.right))
        )
