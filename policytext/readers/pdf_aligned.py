"""Rows of cells without ruled lines: parts of printed lines that stand below each other in columns.

A gap inside of running text, as wide as two typed spaces, does not separate cells: its line fills the column, and so do the
lines around it.
"""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from policytext.readers.pdf_printed_lines import Gap, PrintedLine, PrintedPart, join_lines, measure_right

_GAP = " | "
_CELL_GAP = 1.8  # in letters, the narrowest gap between two cells
_FULL = 1.5  # in letters, how far a line that goes on may end before its column does
_NEAR = 0.8  # in letters, how far the starts of a cell's lines may be apart
_CLOSE = 1.9  # in letters, the largest distance between two lines of a cell
_TYPED = 2.9  # in letters, the widest gap of two typed spaces, in a line that is spaced out
_ALIGNED = 0.3  # in letters, how far the starts of cells below each other may be apart
_EDGE = (
    1.0  # in letters, how far a full line may end before the edge of its column, or a closing mark behind it
)
_SPACED = 4.0  # in letters, the widest gap inside of a word that is spaced out
_NEAR_ROWS = 4  # rows between which columns are compared
_INDENTED = 2.6  # in letters, the widest indent of a line of running text
_STOPS = "。；：！？!?"


def join_aligned(rows: Sequence[Sequence[PrintedLine]]) -> Iterator[PrintedLine]:
    """Yield one line for each row, the cells of a row joined by a mark; the wrapped lines of a cell are one.

    Args:
        rows: the parts of each printed line, from left to right.
    """
    joined = _follow_columns(_join_prose([_join_neighbours(row) for row in rows]))
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
        yield _join_cells(cells)


def _join_cells(cells: Sequence[Sequence[PrintedLine]]) -> PrintedLine:
    texts = [join_lines(cell) for cell in cells]
    parts: list[PrintedPart] = []
    start = 0
    for text, cell in zip(texts, cells, strict=True):
        left, right = min(line.left for line in cell), max(line.right for line in cell)
        parts.append(PrintedPart(start, start + len(text), left, right))
        start += len(text) + len(_GAP)
    return cells[0][0]._replace(text=_GAP.join(texts), right=parts[-1].right, parts=tuple(parts))


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
            shift = len(last.text) + len(space)
            gaps = [*last.gaps, *([(len(last.text), last.right, line.left)] if space else [])]
            gaps += [(shift + at, left, right) for at, left, right in line.gaps]
            text = last.text + space + line.text
            joined[-1] = last._replace(text=text, right=line.right, gaps=tuple(gaps))
    return joined


def _follow_columns(rows: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """Separate and join the cells of rows where rows near them have a column: narrow gaps, and a spaced word (指　标)."""
    starts: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        for part in row[1:]:
            starts[round(part.left)].append(at)

    def begins(place: float, at: int, slack: float) -> bool:
        """Return whether a cell begins at a place in a row near this one."""
        for step in range(round(place - slack), round(place + slack) + 1):
            near = starts.get(step, [])
            first = bisect_left(near, at - _NEAR_ROWS)
            if any(other != at for other in near[first : bisect_right(near, at + _NEAR_ROWS, first)]):
                return True
        return False

    found = []
    for at, row in enumerate(rows):
        cells = [] if len(row) > 1 else list(row)
        for part in row if len(row) > 1 else ():
            split = [gap for gap in part.gaps if begins(gap[2], at, _ALIGNED * part.size)]
            for _, _, left in split:
                insort(starts[round(left)], at)
            spaced = bool(cells) and _is_spaced_word(cells[-1], part)
            if spaced and not begins(part.left, at, part.size):
                cells[-1] = _join_spaced([cells[-1], part])
            else:
                cells += _split_gaps(part, split)
        found.append(cells)
    return found


def _split_gaps(line: PrintedLine, gaps: Sequence[Gap]) -> Iterator[PrintedLine]:
    first, left = 0, line.left
    for at, right, following in gaps:
        yield line._replace(text=line.text[first:at], left=left, right=right, gaps=())
        first, left = at + 1, following
    yield line._replace(text=line.text[first:], left=left, gaps=()) if gaps else line


def _is_spaced_word(one: PrintedLine, other: PrintedLine) -> bool:
    """Return whether two parts are single Chinese characters, as of a short word that is spaced out in the head of a table."""
    near = other.left - one.right <= _SPACED * other.size
    alone = one.text[-2:-1] in ("", " ", "\u3000")  # 第一章 总　　则
    return near and alone and len(other.text) == 1 and min(one.text[-1], other.text) >= "\u3400"


def _join_prose(rows: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """Join the parts of the rows that are lines of running text."""
    if all(len(row) == 1 for row in rows):
        return rows
    left = min(row[0].left for row in rows)
    # Single lines may run over the edge of the column.
    right = sorted(measure_right(row[-1]) for row in rows)[-1 - len(rows) // 8]
    full = [row[-1].right > right - _EDGE * row[-1].size for row in rows]
    prose = [len(row) == 1 or _is_typed(row, left) for row in rows]
    found: list[list[PrintedLine]] = []
    for at, row in enumerate(rows):
        others = [other for other in (at - 1, at + 1) if 0 <= other < len(rows)]
        goes_on = at > 0 and full[at - 1] and rows[at - 1][-1].text[-1] not in _STOPS
        if (
            len(row) > 1
            and prose[at]
            and (goes_on or (full[at] and any(full[other] and prose[other] for other in others)))
            and not any(_are_aligned(row, rows[other]) for other in others)
        ):
            row = [_join_spaced(row)]
        found.append(row)
    return found


def _join_spaced(parts: Sequence[PrintedLine]) -> PrintedLine:
    """Join parts of a line, with a full-width space for each letter that would fit between them."""
    text = parts[0].text
    for last, part in pairwise(parts):
        text += "\u3000" * round((part.left - last.right) / part.size) + part.text
    return parts[-1]._replace(text=text, left=parts[0].left)


def _is_typed(row: Sequence[PrintedLine], left: float) -> bool:
    """Return whether a row begins where running text does, and its gaps are as wide as two typed spaces."""
    return row[0].left - left <= _INDENTED * row[0].size and all(
        part.left - last.right <= _TYPED * part.size for last, part in pairwise(row)
    )


def _are_aligned(row: Sequence[PrintedLine], other: Sequence[PrintedLine]) -> bool:
    """Return whether two rows have the same number of cells, which begin at the same places."""
    return (
        row is not other
        and len(row) == len(other)
        and all(
            abs(one.left - two.left) <= _ALIGNED * one.size
            for one, two in zip(row[1:], other[1:], strict=True)
        )
    )


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
