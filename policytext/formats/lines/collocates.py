"""The words that stand near a term: the word, how often near it, how often elsewhere, how sure, how large."""

from collections.abc import Iterator, Sequence

from policytext.formats import RenderOptions
from policytext.model.document import Source
from policytext.model.statistics import Collocate
from policytext.text.display import join_lines


def format_lines(found: Sequence[Collocate], source: Source, view: RenderOptions) -> Iterator[str]:
    """One word a line.

    >>> list(format_lines([Collocate("推进", 12, 40, 33.3, 2.5)], Source(text=""), RenderOptions(command="stats")))
    ['推进\\t12\\t40\\t33.30\\t2.50']
    """
    del source, view
    for one in found:
        yield f"{join_lines(one.term)}\t{one.frequency}\t{one.elsewhere}\t{one.log_likelihood:.2f}\t{one.log_ratio:.2f}"
