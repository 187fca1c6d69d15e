"""The lines of text that pages become, and the tables whose rows some of them are.

The cells of a ruled table have their columns from its lines; the columns of aligned cells are found from their places. A table
that goes on on the next page is one table, and its head is not repeated.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, pairwise

from policytext.model.records import NamedTuple
from policytext.readers.pdf_printed_lines import PrintedPart
from policytext.readers.pdf_tables import PrintedCell, PrintedTable
from policytext.text.located_lines import CellPlace

_GAP = " | "
_SAME = 3.0  # points by which the columns of a table may move from page to page
_MAX_HEAD = 3  # rows of a head
#: The fewest rows of aligned cells that are a table: of two columns, and of more.
_FEWEST_PAIRS, _FEWEST = 3, 2


class PrintedText(NamedTuple):
    """A line of the text: a paragraph, or a row of a table.

    Args:
        text: its text.
        page: the number of the page where it begins, from 1.
        number: the number of the printed line there.
        table: the number of its table, 0 outside of tables.
        turns: where it goes on on further pages: the offset, the number of the page, and that of the printed line.
        cells: the cells that begin in it, with offsets from its start; a cell of several paragraphs ends in a later line.
        parts: the places of aligned cells, whose columns are not known yet.
        size: the size of its letters, in points; 0 for a row of a table.
    """

    text: str
    page: int
    number: int
    turns: tuple[tuple[int, int, int], ...] = ()
    table: int = 0
    cells: tuple[CellPlace, ...] = ()
    parts: tuple[PrintedPart, ...] = ()
    size: float = 0.0


class RuledTables:
    """Turns ruled tables into lines of text, page by page."""

    def __init__(self) -> None:
        self.numbers = count(1)
        self._last: PrintedTable | None = None
        self._head: list[list[str]] = []
        self._number = self._height = 0

    def end(self) -> None:
        """Note that text stands below the last table: the next one is another table."""
        self._last = None

    def read(self, table: PrintedTable) -> Iterator[PrintedText]:
        """Yield the rows of a table, each as one line; a row of one cell keeps its paragraphs."""
        rows = [[cell for cell in row if cell.paragraphs] for row in table.rows]
        head = [[cell.text for cell in row] for row in rows[:_MAX_HEAD]]
        skipped = 0
        if self._goes_on(table):
            skipped = next((at for at, words in enumerate(head) if words != self._head[at]), len(head))
            skipped = skipped if skipped < len(rows) and any(head[:skipped]) else 0
        else:
            self._number, self._height, self._head = next(self.numbers), 0, [*head, *[[]] * _MAX_HEAD]
        for row in rows[skipped:]:
            yield from self._read_row(row, table.page, self._height - skipped)
        self._last = table
        self._height += len(rows) - skipped

    def _goes_on(self, table: PrintedTable) -> bool:
        """Return whether a table goes on from the page before: no text is between, and its columns are the same."""
        last = self._last
        return (
            last is not None
            and table.page == last.page + 1
            and len(table.columns) == len(last.columns)
            and all(abs(one - two) <= _SAME for one, two in zip(table.columns, last.columns, strict=True))
        )

    def _read_row(self, row: Sequence[PrintedCell], page: int, above: int) -> Iterator[PrintedText]:
        if not row:
            return
        whole = len(row) == 1
        texts = list(row[0].paragraphs) if whole else [cell.text for cell in row]
        gap = "\n" if whole else _GAP
        places: list[CellPlace] = []
        start = 0
        for cell, text in zip(row, [gap.join(texts)] if whole else texts, strict=True):
            place = (cell.row + above, cell.column, cell.rows, cell.columns)
            places.append((*place, start, start + len(text)))
            start += len(text) + len(gap)
        line = PrintedText(
            texts[0] if whole else gap.join(texts), page, row[0].line, (), self._number, tuple(places)
        )
        yield line
        if whole:
            yield from (line._replace(text=text, cells=()) for text in texts[1:])


def place_aligned(lines: Iterable[PrintedText], numbers: Iterator[int]) -> Iterator[PrintedText]:
    """Yield the lines of a text; rows of aligned cells become tables where their columns are certain.

    Args:
        lines: the lines.
        numbers: the numbers of further tables.
    """
    rows: list[PrintedText] = []
    for line in lines:
        if line.parts:
            rows.append(line)
            continue
        yield from _place_rows(rows, numbers)
        rows = []
        yield line
    yield from _place_rows(rows, numbers)


def _place_rows(rows: list[PrintedText], numbers: Iterator[int]) -> list[PrintedText]:
    columns = _find_columns(rows)
    found = [_find_places(row.parts, columns) for row in rows] if columns else []
    if not found or not all(found):
        return rows
    number = next(numbers)
    return [
        row._replace(
            table=number,
            cells=tuple(
                (at, first, 1, last - first + 1, part.start, part.end)
                for part, (first, last) in zip(row.parts, places, strict=True)
            ),
        )
        for at, (row, places) in enumerate(zip(rows, found, strict=True))
    ]


def _find_columns(rows: Sequence[PrintedText]) -> list[tuple[float, float]]:
    """Return the left and right edges of the columns of aligned rows; empty if they are not certain."""
    width = max((len(row.parts) for row in rows), default=0)
    full = [row.parts for row in rows if len(row.parts) == width]
    if len(rows) < (_FEWEST if width > 2 else _FEWEST_PAIRS) or (
        len(rows[0].parts) < width and 2 * len(full) < len(rows)
    ):
        return []
    columns = [
        (min([part.left for part in parts]), max([part.right for part in parts]))
        for parts in zip(*full, strict=True)
    ]
    apart = all(one[1] < two[0] for one, two in pairwise(columns))
    return columns if apart else []


def _find_places(
    parts: Sequence[PrintedPart], columns: Sequence[tuple[float, float]]
) -> list[tuple[int, int]]:
    """Return the first and the last column of each cell of a row; empty if two cells share one."""
    places: list[tuple[int, int]] = []
    for part in parts:
        first = bisect_right(columns, part.left, key=lambda column: column[1])
        last = bisect_left(columns, part.right, key=lambda column: column[0]) - 1
        if first > last:
            # Between two columns: the nearer one.
            nearer = first < len(columns) and (
                last < 0 or columns[first][0] - part.right < part.left - columns[last][1]
            )
            first = last = first if nearer else last
        if places and first <= places[-1][1]:
            return []
        places.append((first, last))
    return places
