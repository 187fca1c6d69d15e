"""The words that stand near a term: the word, how often near it, how often elsewhere, log-likelihood, log ratio."""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.model.document import Source
from policytext.model.statistics import Collocate
from policytext.text.display import join_lines


def format_lines(collocates: Sequence[Collocate], source: Source, options: RenderOptions) -> Iterator[str]:
    """Write one word a line.

    >>> list(format_lines([Collocate("推进", 12, 40, 33.3, 2.5)], Source(text=""), RenderOptions(command="stats")))
    ['推进\\t12\\t40\\t33.30\\t2.50']
    """
    del source, options
    for collocate in collocates:
        yield f"{join_lines(collocate.term)}\t{collocate.frequency}\t{collocate.elsewhere}\t{collocate.log_likelihood:.2f}\t{collocate.log_ratio:.2f}"
