"""The ruled lines of a PDF page: the straight parts of its paths that run along or across its lines of text.

Word processors draw the borders of cells as strokes or as very thin rectangles, often one piece for each cell.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from ctypes import byref, c_float, c_int
from typing import Any

from policytext.model.records import NamedTuple
from policytext.readers.pdf_letters import turn_box
from policytext.readers.pdf_objects import Matrix, PageObjects, multiply, read_matrix, transform

#: More than these belong to a drawing, and tables are not searched in it.
_MAX_LINES, _MAX_POINTS = 600, 4_000
_THIN = 3.0  # points: the greatest breadth of a ruled line
_SHORTEST = 4.0  # points
_NEAR = 1.5  # points by which the pieces of a line may be apart

Box = tuple[float, float, float, float]


class RuledLine(NamedTuple):
    """A ruled line.

    Args:
        at: its place across its own direction.
        start, end: where it starts and ends.
    """

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The ruled lines of a page, turned like its letters and in order: those along its lines of text, and those upright."""

    level: list[RuledLine]
    upright: list[RuledLine]


def read_rules(objects: PageObjects, direction: tuple[int, int]) -> Rules:
    """Return the ruled lines of a page.

    Args:
        objects: the objects of the page.
        direction: the direction of its lines of text.
    """
    level: list[RuledLine] = []
    upright: list[RuledLine] = []
    for box in _read_boxes(objects):
        left, bottom, right, top = turn_box(box, direction)
        if top - bottom <= _THIN and right - left >= _SHORTEST:
            level.append(RuledLine((top + bottom) / 2, left, right))
        elif right - left <= _THIN and top - bottom >= _SHORTEST:
            upright.append(RuledLine((left + right) / 2, bottom, top))
        if len(level) + len(upright) > 8 * _MAX_LINES:
            return Rules([], [])
    rules = Rules(_join_pieces(level), _join_pieces(upright))
    return rules if len(rules.level) + len(rules.upright) <= _MAX_LINES else Rules([], [])


def _join_pieces(lines: list[RuledLine]) -> list[RuledLine]:
    """Join the pieces of one line, and what is drawn twice."""
    if not lines:
        return []
    rows: dict[float, list[RuledLine]] = defaultdict(list)
    at = before = min(line.at for line in lines)
    for line in sorted(lines):
        if line.at - before > _NEAR:
            at = line.at
        before = line.at
        rows[at].append(line)
    found: list[RuledLine] = []
    for at, pieces in rows.items():
        pieces.sort(key=lambda line: line.start)
        start, end = pieces[0].start, pieces[0].end
        for piece in pieces:
            if piece.start > end + 2 * _NEAR:
                found.append(RuledLine(at, start, end))
                start, end = piece.start, piece.end
            end = max(end, piece.end)
        found.append(RuledLine(at, start, end))
    return found


def _read_boxes(objects: PageObjects) -> Iterator[Box]:
    """Yield the boxes of the straight lines and thin rectangles of a page."""
    for drawn, outer in objects.paths:
        yield from _read_path(drawn, outer)


def _read_path(drawn: Any, outer: Matrix) -> Iterator[Box]:
    from pypdfium2 import raw

    count = raw.FPDFPath_CountSegments(drawn)
    if not 2 <= count <= _MAX_POINTS:
        return
    matrix = multiply(read_matrix(drawn), outer)
    x, y = c_float(), c_float()
    strokes: list[list[tuple[float, float]]] = []
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(drawn, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if kind == raw.FPDF_SEGMENT_MOVETO or not strokes:
            strokes.append([])
        strokes[-1].append(transform(x.value, y.value, matrix))
        if raw.FPDFPathSegment_GetClose(segment):
            strokes[-1].append(strokes[-1][0])
    stroked = _is_stroked(drawn)
    for points in strokes:
        box = _bound(points)
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            yield box
        elif stroked:
            yield from (_bound(pair) for pair in itertools.pairwise(points))


def _is_stroked(drawn: Any) -> bool:
    from pypdfium2 import raw

    fill, stroke = c_int(), c_int()
    return bool(raw.FPDFPath_GetDrawMode(drawn, byref(fill), byref(stroke)) and stroke.value)


def _bound(points: Iterable[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
