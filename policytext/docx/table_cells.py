"""The cells of tables with their rows and columns, merged cells resolved (ECMA-376 part 1, 17.4).

>>> grid = TableGrid(1, None)
>>> grid.start_row()
>>> head = grid.start_cell()
>>> grid.span_columns("2")
>>> grid.end_cell()
>>> head.place
(0, 0, 1, 2)
"""

from collections.abc import Iterable

from policytext.text.located_lines import LocatedLines

#: The most columns that a cell may cover; Word itself has at most 63.
_MAX_COLUMNS = 1_000


class GridCell:
    """A cell: its table, its place there, and the cell of the table around, if there is one."""

    __slots__ = ("column", "column_span", "parent", "row", "row_span", "table")

    def __init__(self, table: int, row: int, column: int, parent: "GridCell | None") -> None:
        self.table, self.row, self.column, self.parent = table, row, column, parent
        self.row_span = self.column_span = 1

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Row, column, and the rows and columns that it covers."""
        return self.row, self.column, self.row_span, self.column_span


class TableGrid:
    """The place in a table that is being read.

    Args:
        number: the table's number in the document.
        parent: the cell around it.
    """

    def __init__(self, number: int, parent: GridCell | None) -> None:
        self.number, self.parent = number, parent
        self.row = self.column = -1
        #: The number of the cell in its row, from 1.
        self.count = 0
        self.cell: GridCell | None = None
        # The cell that a vertical merge began with, by its column.
        self._merged: dict[int, GridCell] = {}
        self._row_cells: list[GridCell] = []

    def start(self, name: str, value: str) -> None:
        """Read an element of the table: a row, a cell, or a property with its value."""
        if name == "tr":
            self.start_row()
        elif name == "tc":
            self.start_cell()
        elif name == "gridBefore":
            self.column += _parse_columns(value, 0)
        elif name == "gridSpan":
            self.span_columns(value)
        elif name == "vMerge":
            self.merge_rows(value)
        elif name == "hMerge":
            self.merge_columns(value)

    def start_row(self) -> None:
        """Begin a row."""
        self.row += 1
        self.column = self.count = 0
        self._row_cells = []

    def start_cell(self) -> GridCell:
        """Begin a cell and return it."""
        self.count += 1
        self.cell = GridCell(self.number, self.row, self.column, self.parent)
        return self.cell

    def span_columns(self, count: str) -> None:
        """Let the cell cover columns (``w:gridSpan``)."""
        if self.cell is not None:
            self.cell.column_span = _parse_columns(count, 1)

    def merge_rows(self, value: str) -> None:
        """Begin a vertical merge, or continue the one above (``w:vMerge``); a continued cell has no text of its own."""
        cell = self.cell
        if cell is None:
            return
        first = self._merged.get(cell.column)
        if value != "restart" and first is not None and first.row + first.row_span >= cell.row:
            first.row_span = cell.row - first.row + 1
            cell.row_span = 0
        else:
            self._merged[cell.column] = cell

    def merge_columns(self, value: str) -> None:
        """Continue the cell to the left (``w:hMerge``, of old files)."""
        if value != "restart" and self.cell is not None and self._row_cells:
            self._row_cells[-1].column_span += 1
            self.cell.row_span = 0

    def end_cell(self) -> None:
        """End a cell."""
        if self.cell is not None:
            self.column = self.cell.column + self.cell.column_span
            if self.cell.row_span:
                self._row_cells.append(self.cell)
            self.cell = None


def _parse_columns(value: str, least: int) -> int:
    number = int(value) if value.isdecimal() and len(value) < 9 else least
    return max(least, min(number, _MAX_COLUMNS))


def record_cells(lines: LocatedLines, spans: Iterable[tuple[GridCell, int, int]]) -> None:
    """Record the cells of all tables; a table inside a cell of another one is that cell's text.

    Args:
        lines: the text.
        spans: the cells with the start and end of each line, or part of a line, that belongs to them.
    """
    found: dict[GridCell, tuple[int, int]] = {}
    for cell, start, end in spans:
        if cell in found:
            first, last = found[cell]
            found[cell] = min(first, start), max(last, end)
        else:
            found[cell] = start, end
    if any(cell.parent is not None for cell in found):
        _widen_parents(found)
    widths: dict[int, int] = {}
    for cell in found:
        width = cell.column + cell.column_span
        if width > widths.get(cell.table, 0):
            widths[cell.table] = width
    inner: set[int] = set()
    # A table inside another one has a higher number. A table of one column only frames its text.
    for cell in _sort_nested(found):
        if cell.parent is not None and (widths[cell.parent.table] > 1 or cell.parent.table in inner):
            inner.add(cell.table)
    for cell, (start, end) in found.items():
        if cell.row_span and widths[cell.table] > 1 and cell.table not in inner:
            lines.add_cell(cell.table, (cell.row, cell.column, cell.row_span, cell.column_span, start, end))


def _widen_parents(found: dict[GridCell, tuple[int, int]]) -> None:
    """Let each cell cover the tables inside it."""
    for cell in tuple(found):
        parent = cell.parent
        while parent is not None and parent not in found:
            found[parent] = found[cell]
            parent = parent.parent
    for cell in reversed(_sort_nested(found)):
        if cell.parent is not None:
            (start, end), (first, last) = found[cell], found[cell.parent]
            found[cell.parent] = min(first, start), max(last, end)


def _sort_nested(cells: Iterable[GridCell]) -> list[GridCell]:
    """Return the cells of tables inside others, in the order of the tables."""
    return sorted([cell for cell in cells if cell.parent is not None], key=lambda cell: cell.table)
