"""Rows of cells without ruled lines: parts of printed lines that stand below each other in columns."""

from collections.abc import Iterator, Sequence

from policytext.readers.pdf_paragraphs import PrintedLine, join_lines

_CELL_GAP = 1.8  # in letters, the narrowest gap between two cells
_FULL = 1.5  # in letters, how far a line that goes on may end before its column does
_NEAR = 0.8  # in letters, how far the starts of a cell's lines may be apart
_CLOSE = 1.9  # in letters, the largest distance between two lines of a cell


def join_aligned(rows: Sequence[Sequence[PrintedLine]]) -> Iterator[PrintedLine]:
    """Yield one line for each row, the cells of a row joined by a mark; the wrapped lines of a cell are one.

    Args:
        rows: the parts of each printed line, from left to right.
    """
    joined = [_join_neighbours(row) for row in rows]
    at = 0
    while at < len(joined):
        row = joined[at]
        at += 1
        if len(row) == 1:
            yield row[0]
            continue
        cells = [[cell] for cell in row]
        while at < len(joined) and _wraps(cells, joined[at]):
            for line in joined[at]:
                _find_cell(cells, line).append(line)
            at += 1
        text = " | ".join([join_lines(cell) for cell in cells])
        yield row[0]._replace(text=text, right=row[-1].right, row=True)


def _join_neighbours(row: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Join the parts of a row that are drawn separately without a gap between them."""
    joined = [row[0]]
    for line in row[1:]:
        last = joined[-1]
        gap = (line.left - last.right) / max(line.size, last.size)
        if gap > _CELL_GAP:
            joined.append(line)
        else:
            space = " " if gap > (0.8 if max(last.text[-1], line.text[0]) >= "\u2e80" else 0.18) else ""
            joined[-1] = last._replace(text=last.text + space + line.text, right=line.right)
    return joined


def _find_cell(cells: list[list[PrintedLine]], line: PrintedLine) -> list[PrintedLine]:
    return min(cells, key=lambda cell: abs(cell[0].left - line.left))


def _wraps(cells: list[list[PrintedLine]], row: Sequence[PrintedLine]) -> bool:
    """Return whether a row holds only the wrapped ends of the cells above, and nothing below the first cell."""
    for line in row:
        cell = _find_cell(cells, line)
        at = cells.index(cell)
        last = cell[-1]
        if (
            at == 0
            or abs(last.left - line.left) > _NEAR * line.size
            or line.top - last.top > _CLOSE * line.size
        ):
            return False
        following = cells[at + 1][0].left if at + 1 < len(cells) else None
        widest = max(last.right, line.right)
        # The cell must be full: its next column begins soon after it, or the wrapped end is shorter.
        if (
            last.right < widest - _FULL * line.size
            or last.text[-1] in "。；"
            or (following is None and line.right > last.right)
        ):
            return False
        if last.text[-1].isdecimal() and line.text[0].isdecimal():
            return False
        if len(last.text) < 6:
            return False
    return True
