"""A term's places on a terminal, each in the middle of its line, and the words that stand near it."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import RenderOptions
from policytext.formats._stats_card import TermBar, choose_width, draw_heading, draw_terms
from policytext.model.document import Source
from policytext.model.statistics import Collocate, Context
from policytext.text.display import join_lines


def draw_concordance(contexts: Sequence[Context], source: Source, options: RenderOptions) -> Iterator[Text]:
    """Draw each place of a term in the middle of its line, behind the number of the line."""
    numbers = [f"{source.position(context.span[0]).line}" for context in contexts]
    digits = max(map(len, numbers))
    longest = max(cell_len(context.text) for context in contexts)
    side = max((choose_width(options) - digits - 4 - longest) // 2, 6)
    for number, context in zip(numbers, contexts, strict=True):
        left, right = join_lines(context.left), join_lines(context.right)
        while cell_len(left) > side:
            left = left[1:]
        while cell_len(right) > side:
            right = right[:-1]
        yield Text.assemble(
            (f"{number:>{digits}}  ", "dim"),
            " " * (side - cell_len(left)), left, (join_lines(context.text), "bold cyan"), right,
        )  # fmt: skip


def draw_collocates(collocates: Sequence[Collocate], options: RenderOptions) -> Iterator[Text]:
    """Draw the words that stand near the term."""
    yield from draw_heading("stats-collocates", options)
    bars = [
        TermBar(collocate.term, f"{collocate.frequency} {collocate.log_ratio:+.1f}", collocate.log_likelihood)
        for collocate in collocates
    ]
    yield from draw_terms(bars, options)
