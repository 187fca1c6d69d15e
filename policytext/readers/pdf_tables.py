"""The tables of a printed page as rows of cells: by their ruled lines, or by the alignment of their cells.

>>> level = [RuledLine(at, 0, 100) for at in (60, 80, 100)]
>>> upright = [RuledLine(at, 60, 100) for at in (0, 50, 100)]
>>> lines = [PrintedLine("指标", 5, 30, 15, 10, 1), PrintedLine("数值", 55, 80, 15, 10, 1), PrintedLine("5%", 55, 80, 35, 10, 1)]
>>> tables, frames, rest = find_ruled_tables(lines, Rules(level, upright), 100)
>>> [[(cell.text, cell.row, cell.column) for cell in row] for row in tables[0].rows], frames, rest
([[('指标', 0, 0), ('数值', 0, 1)], [('', 1, 0), ('5%', 1, 1)]], [], [])
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from policytext.model.records import NamedTuple
from policytext.readers.pdf_cells import group_rows, join_cell
from policytext.readers.pdf_printed_lines import PrintedLine
from policytext.readers.pdf_rules import RuledLine, Rules

_NEAR = 3.0  # points by which crossing lines may miss each other
_MAX_SLOTS = 20_000


class PrintedCell(NamedTuple):
    """A cell of a table.

    Args:
        paragraphs: its text.
        row, column: its first row and column, from 0.
        rows, columns: how many of them it spans.
        line: the number of its first printed line, 0 if it is empty.
    """

    paragraphs: tuple[str, ...]
    row: int
    column: int
    rows: int
    columns: int
    line: int

    @property
    def text(self) -> str:
        """The text in one line."""
        return " ".join(self.paragraphs)


class PrintedTable(NamedTuple):
    """A table, or a part of one on a page.

    Args:
        page: the number of its page.
        left, top, right, bottom: its edges, in points from the left and upper edges of the page.
        columns: the places of its upright lines.
        rows: its cells, each in its first row; of a merged cell only the first place is listed.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float
    columns: tuple[float, ...]
    rows: tuple[tuple[PrintedCell, ...], ...]


class PrintedBox(NamedTuple):
    """A box drawn round text, with the lines in it."""

    left: float
    top: float
    right: float
    bottom: float
    lines: list[PrintedLine]


class _Grid(NamedTuple):
    """Ruled lines that touch each other: the places of columns and rows, and the drawn parts at each of these places."""

    xs: list[float]
    ys: list[float]
    upright: dict[float, list[RuledLine]]
    level: dict[float, list[RuledLine]]


def find_ruled_tables(
    lines: Sequence[PrintedLine], rules: Rules, top: float
) -> tuple[list[PrintedTable], list[PrintedBox], list[PrintedLine]]:
    """Return the tables and boxes drawn with ruled lines on a page, and the lines outside of them.

    Args:
        lines: the printed lines.
        rules: the ruled lines.
        top: the upper edge of the page, from which printed lines are measured and ruled lines are not.
    """
    tables: list[PrintedTable] = []
    frames: list[PrintedBox] = []
    rest = list(lines)
    grids = [grid for grid in _find_grids(rules) if len(grid.xs) > 1 and len(grid.ys) > 1]
    # Inner tables first, which then belong to no cell of an outer one.
    for grid in sorted(grids, key=lambda grid: (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])):
        rest.sort(key=lambda line: line.top)
        tops = [line.top for line in rest]
        first, last = bisect_left(tops, top - grid.ys[-1]), bisect_right(tops, top - grid.ys[0])
        inside = [
            line for line in rest[first:last] if grid.xs[0] <= (line.left + line.right) / 2 <= grid.xs[-1]
        ]
        if not inside:
            continue
        cells = _fill_cells(grid, inside, top)
        edges = grid.xs[0], top - grid.ys[-1], grid.xs[-1], top - grid.ys[0]
        if sum(bool(found) for _, found in cells) > 1:
            tables.append(_build_table(cells, edges, grid))
        else:
            frames.append(PrintedBox(*edges, inside))
        taken = set(inside)
        rest = [line for line in rest if line not in taken]
    return tables, frames, sorted(rest, key=lambda line: line.number)


def _find_grids(rules: Rules) -> Iterator[_Grid]:
    """Yield the groups of ruled lines that touch each other."""
    parent = list(range(len(rules.level) + len(rules.upright)))

    def find(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    offset = len(rules.level)
    heights = [line.at for line in rules.level]
    for number, upright in enumerate(rules.upright, offset):
        first = bisect_left(heights, upright.start - _NEAR)
        for at in range(first, bisect_right(heights, upright.end + _NEAR)):
            if rules.level[at].start - _NEAR <= upright.at <= rules.level[at].end + _NEAR:
                parent[find(at)] = find(number)
    groups: dict[int, tuple[list[RuledLine], list[RuledLine]]] = defaultdict(lambda: ([], []))
    for number, line in enumerate((*rules.level, *rules.upright)):
        groups[find(number)][number >= offset].append(line)
    for along, across in groups.values():
        if along and across:
            yield _make_grid(along, across)


def _make_grid(level: list[RuledLine], upright: list[RuledLine]) -> _Grid:
    """Return a grid; where a table is open at a side, the ends of its lines are its edge."""
    columns: dict[float, list[RuledLine]] = defaultdict(list)
    rows: dict[float, list[RuledLine]] = defaultdict(list)
    for line in upright:
        columns[line.at].append(line)
    for line in level:
        rows[line.at].append(line)
    ends = min(line.start for line in level), max(line.end for line in level)
    xs = sorted(columns)
    xs = [
        *[end for end in ends[:1] if end < xs[0] - 2 * _NEAR],
        *xs,
        *[end for end in ends[1:] if end > xs[-1] + 2 * _NEAR],
    ]
    ends = min(line.start for line in upright), max(line.end for line in upright)
    ys = sorted(rows)
    ys = [
        *[end for end in ends[:1] if end < ys[0] - 2 * _NEAR],
        *ys,
        *[end for end in ends[1:] if end > ys[-1] + 2 * _NEAR],
    ]
    return _Grid(xs, ys, columns, rows)


def _fill_cells(
    grid: _Grid, lines: Sequence[PrintedLine], top: float
) -> list[tuple[list[int], list[PrintedLine]]]:
    """Return the cells of a grid, each with its slots and its lines; a slot is the space between neighbouring lines."""
    width, height = len(grid.xs) - 1, len(grid.ys) - 1
    parent = list(range(width * height if width * height <= _MAX_SLOTS else 0))

    def find(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for slot in range(len(parent)):
        row, column = divmod(slot, width)
        if column + 1 < width:
            middle = (grid.ys[height - row - 1] + grid.ys[height - row]) / 2
            if not _is_drawn(grid.upright.get(grid.xs[column + 1], ()), middle):
                parent[find(slot + 1)] = find(slot)
        if row + 1 < height:
            middle = (grid.xs[column] + grid.xs[column + 1]) / 2
            if not _is_drawn(grid.level.get(grid.ys[height - row - 1], ()), middle):
                parent[find(slot + width)] = find(slot)
    cells: dict[int, tuple[list[int], list[PrintedLine]]] = defaultdict(lambda: ([], []))
    for slot in range(len(parent)):
        cells[find(slot)][0].append(slot)
    for line in lines if parent else ():
        column = bisect_right(grid.xs, (line.left + line.right) / 2, 1, width) - 1
        row = height - bisect_right(grid.ys, top - line.top + 0.3 * line.size, 1, height)
        cells[find(row * width + column)][1].append(line)
    return list(cells.values())


def _is_drawn(pieces: Sequence[RuledLine], place: float) -> bool:
    return any(piece.start <= place <= piece.end for piece in pieces)


def _build_table(
    cells: list[tuple[list[int], list[PrintedLine]]], edges: tuple[float, float, float, float], grid: _Grid
) -> PrintedTable:
    width = len(grid.xs) - 1
    rows: list[list[PrintedCell]] = [[] for _ in grid.ys[1:]]
    for slots, lines in cells:
        row, column = min(slots) // width, min(slot % width for slot in slots)
        rows_spanned = max(slots) // width - row + 1
        columns_spanned = max(slot % width for slot in slots) - column + 1
        room = grid.xs[column + columns_spanned] - grid.xs[column]
        ordered = group_rows(lines)
        number = ordered[0][0].number if ordered else 0
        rows[row].append(
            PrintedCell(
                join_cell(ordered, grid.xs[column], room), row, column, rows_spanned, columns_spanned, number
            )
        )
    page = next(line.page for _, lines in cells for line in lines)
    return PrintedTable(
        page, *edges, tuple(grid.xs), tuple(tuple(sorted(row, key=lambda cell: cell.column)) for row in rows)
    )
