"""The tables of web pages: rows as lines, and the place of each cell with merged cells resolved.

>>> grid = HtmlTable(1)
>>> grid.place([(2, 1), (1, 2)])
[(0, 0, 2, 1), (0, 1, 1, 2)]
>>> grid.place([(1, 1), (1, 1)])
[(1, 1, 1, 1), (1, 2, 1, 1)]
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from policytext.model.records import NamedTuple

_MAX_COLUMN_SPAN = 100
_MAX_ROW_SPAN = 1_000
_MAX_CELL = 300  # characters; a larger cell lays out the page
_MAX_WORK = (
    1_000_000  # merged cells looked at in all rows of a table; beyond it the table is read as lines only
)


class HtmlCell(NamedTuple):
    """A cell: its table, the place in it, and its span in the text of its line; `more` lines below belong to it too."""

    table: int
    row: int
    column: int
    row_span: int
    column_span: int
    start: int
    end: int
    more: int = 0


class HtmlLine(NamedTuple):
    """A line of a page.

    Args:
        text: the text, with the number of a list item.
        path: the elements around it.
        furniture: whether it is in navigation, a footer or the like.
        heading: the level of the heading that it is, 0 where it is none.
        content: 2 inside an element that content systems name as the article, 1 inside one that HTML names so, else 0.
        linked: whether all of it is links.
        cells: the cells of the table row that it is.
        bold: whether all of it is bold.
    """

    text: str
    path: str
    furniture: bool
    heading: int
    content: int = 0
    linked: bool = False
    cells: tuple[HtmlCell, ...] = ()
    bold: bool = False


class Row(NamedTuple):
    """An open row: the lines of each cell, the rows and columns that it covers, and `HtmlLine.content` of the row."""

    cells: list[list[HtmlLine]]
    spans: list[tuple[int, int]]
    content: int


@dataclass
class HtmlTable:
    """The places of a table's cells.

    Args:
        number: the table's number in the page.

    Attributes:
        rows: the number of rows so far.
        width: the number of columns in which a cell begins.
        layout: whether the table only lays out the page, or is too large to record.
    """

    number: int
    rows: int = 0
    width: int = 0
    layout: bool = False
    #: The merged cells of the rows above: first column, column after the last one, rows left.
    _above: list[tuple[int, int, int]] = field(default_factory=list)
    _work: int = 0

    def place(self, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
        """Return row, column, row span and column span of each cell of the next row.

        Args:
            spans: the rows and columns that each cell covers.
        """
        places: list[tuple[int, int, int, int]] = []
        above, at, column = self._above, 0, 0
        self._work += len(above) + len(spans)
        if self._work > _MAX_WORK:
            self.layout, self._above = True, []
            return [(0, 0, 1, 1) for _ in spans]
        for rows, columns in spans:
            while at < len(above) and above[at][0] <= column:
                column = max(column, above[at][1])
                at += 1
            places.append((self.rows, column, rows, columns))
            self.width = max(self.width, column + 1)
            column += columns
        left = [(first, after, rows - 1) for first, after, rows in above if rows > 1]
        merged = [(column, column + columns, rows - 1) for _, column, rows, columns in places if rows > 1]
        self._above = sorted(left + merged) if merged else left
        self.rows += 1
        return places

    def clip(self, cell: HtmlCell) -> tuple[int, int]:
        """Return how many rows and columns of the complete table a cell covers."""
        if cell.row_span == cell.column_span == 1:
            return 1, 1
        return (
            max(min(cell.row_span, self.rows - cell.row), 1),
            max(min(cell.column_span, self.width - cell.column), 1),
        )


def parse_spans(attributes: dict[str, str]) -> tuple[int, int]:
    """Return the rows and columns that a cell covers; ``rowspan=0`` means all rows below."""
    if "rowspan" not in attributes and "colspan" not in attributes:
        return 1, 1
    rows, columns = parse_number(attributes.get("rowspan")), parse_number(attributes.get("colspan"))
    return (
        min(_MAX_ROW_SPAN if rows == 0 else rows or 1, _MAX_ROW_SPAN),
        min(columns or 1, _MAX_COLUMN_SPAN),
    )


def parse_number(value: str | None) -> int | None:
    """Return the number in an attribute, None without one."""
    try:
        return max(int(value or ""), 0)
    except ValueError:
        return None


def join_row(row: Row, grid: HtmlTable | None) -> list[HtmlLine]:
    """Join a row to one line; a row that only lays out the page keeps the lines of its cells.

    Args:
        row: the row.
        grid: its table, None outside one.
    """
    places = grid.place(row.spans) if grid else []
    filled = [number for number, cell in enumerate(row.cells) if cell]
    if len(filled) < 2:
        only = row.cells[filled[0]] if filled else []
        if grid and only:
            grid.layout = grid.layout or _is_layout(only, row) or any(line.cells for line in only)
            size, place = len(only[0].text), places[filled[0]]
            if not grid.layout:
                only[0] = only[0]._replace(cells=(HtmlCell(grid.number, *place, 0, size, len(only) - 1),))
        return only
    if any(_is_layout(row.cells[number], row) for number in filled):
        if grid:
            grid.layout = True
        return [line for cell in row.cells for line in cell]
    texts = [" ".join([line.text for line in cell]) for cell in row.cells]
    cells: list[HtmlCell] = []
    if grid and not grid.layout:
        start = 0
        for text, place in zip(texts, places, strict=True):
            cells.append(HtmlCell(grid.number, *place, start, start + len(text)))
            start += len(text) + 3
    lines = [line for cell in row.cells for line in cell]
    path = lines[0].path.rpartition("/td")[0] or lines[0].path.rpartition("/th")[0] or lines[0].path
    return [
        HtmlLine(
            " | ".join(texts),
            path,
            all(line.furniture for line in lines),
            0,
            max(line.content for line in lines),
            all(line.linked for line in lines),
            tuple(cells),
        )
    ]


def _is_layout(cell: list[HtmlLine], row: Row) -> bool:
    """Return whether a cell lays out the page: it is long, has a table among its lines, or holds the article."""
    if any(line.content > row.content for line in cell):
        return True
    return len(cell) > 2 and (
        any(line.cells for line in cell) or sum(len(line.text) for line in cell) > _MAX_CELL
    )
