"""The cells of a document's tables by their places in the text.

>>> from policytext.model.document import Cell
>>> index = CellIndex([Table(Span(10, 20), (Cell("指标", Span(10, 12), 0, 0), Cell("40%", Span(15, 18), 0, 1)))])
>>> index.holds(Span(10, 18)), index.find(Span(15, 18)).text, index.find(Span(11, 16))
(True, '40%', None)
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from policytext.model.document import Cell, Span, Table


class CellIndex:
    """The cells of some tables by their places.

    Args:
        tables: the tables, in order.
    """

    def __init__(self, tables: Sequence[Table]) -> None:
        self._tables = tables
        self._table_starts = [table.span[0] for table in tables]

    @cached_property
    def _cells(self) -> list[tuple[int, Cell]]:
        numbered = ((number, cell) for number, table in enumerate(self._tables) for cell in table.cells)
        return sorted(numbered, key=lambda cell: cell[1].span)

    @cached_property
    def _starts(self) -> list[int]:
        return [cell.span[0] for _, cell in self._cells]

    def holds(self, place: tuple[int, int]) -> bool:
        """Return whether a place is inside of a table."""
        index = bisect_right(self._table_starts, place[0]) - 1
        return index >= 0 and place[1] <= self._tables[index].span[1]

    def find(self, place: tuple[int, int]) -> Cell | None:
        """Return the cell that a place is in, None between cells and across several."""
        index = bisect_right(self._starts, place[0]) - 1
        return self._cells[index][1] if index >= 0 and place[1] <= self._cells[index][1].span[1] else None

    def find_row(self, offset: int) -> tuple[int, int]:
        """Return the numbers of the table and of the row at or before an offset."""
        table, cell = self._cells[max(bisect_right(self._starts, offset) - 1, 0)]
        return table, cell.row


def split_at_cells(sentences: Sequence[Span], tables: Sequence[Table]) -> tuple[Span, ...]:
    """Return the sentences, with those that go through a table split at its cells: a row is no sentence."""
    edges = sorted({edge for table in tables for cell in table.cells for edge in cell.span})
    split: list[Span] = []
    for start, end in sentences:
        inside = edges[bisect_right(edges, start) : bisect_left(edges, end)]
        split += [Span(first, last) for first, last in pairwise([start, *inside, end]) if first < last]
    return tuple(split)
