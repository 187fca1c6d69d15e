"""Paragraphs as the lines of a text: numbered ones begin with their number, the rows of tables are one line each."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policytext.docx.numbering import Counter, NumberingDefinitions
from policytext.docx.paragraphs import Paragraph, TextPiece
from policytext.docx.table_cells import GridCell

#: What stands between the paragraphs of a cell, and between cells.
_SPACE, _BORDER = TextPiece(" "), TextPiece(" | ")


class Line(NamedTuple):
    """A line of the text.

    Args:
        pieces: its text.
        place: where it stands in the document, such as "paragraph 3".
        part: the part that the pieces' bytes refer to.
        cells: the cells of a table in it, with their start and end in the line.
    """

    pieces: tuple[TextPiece, ...]
    place: str
    part: str = ""
    cells: tuple[tuple[GridCell, int, int], ...] = ()

    @property
    def text(self) -> str:
        """The text of all pieces."""
        return "".join([piece.text for piece in self.pieces])


class _CellText(NamedTuple):
    """A paragraph of a cell: the number of the cell in its row, the text, and the cell."""

    number: int
    pieces: tuple[TextPiece, ...]
    cell: GridCell | None


def build_lines(
    paragraphs: Iterable[Paragraph], lists: NumberingDefinitions, counter: Counter
) -> Iterator[Line]:
    """Yield the lines of a document's text.

    Args:
        paragraphs: its paragraphs.
        lists: the definitions of its lists.
        counter: counts the paragraphs of these lists.
    """
    row: list[_CellText] = []
    row_place: tuple[int, ...] = ()
    kept: tuple[TextPiece, ...] = ()
    label = ""
    for paragraph in paragraphs:
        if row and paragraph.place[:2] != row_place:
            yield from _join_row(row, row_place)
            row = []
        if not kept:
            label = _find_label(paragraph, lists, counter)
        pieces = (*kept, *paragraph.pieces)
        if paragraph.joined:
            kept = pieces
            continue
        kept = ()
        # Word counts an empty numbered paragraph, but its number alone is not text.
        if label and any(piece.text.strip() for piece in pieces):
            pieces = (TextPiece(label), *pieces)
        if len(paragraph.place) > 1:
            row_place = paragraph.place[:2]
            row.append(_CellText(paragraph.place[2], pieces, paragraph.cell))
        else:
            yield Line(pieces, f"paragraph {paragraph.place[0]}")
    if row:
        yield from _join_row(row, row_place)
    if kept:
        yield Line(kept, "paragraph end")


def _find_label(paragraph: Paragraph, lists: NumberingDefinitions, counter: Counter) -> str:
    number, level = lists.of_style(paragraph.style)
    if paragraph.number is not None:
        # A paragraph with its own list but no level has the level of its style.
        number, level = paragraph.number, paragraph.level if paragraph.level is not None else level
    elif paragraph.level is not None:
        level = paragraph.level
    return counter.label(number, level) if number and number != "0" else ""


def _join_row(row: list[_CellText], row_place: tuple[int, ...]) -> Iterator[Line]:
    """Yield a row of a table as one line; a row of one cell, which only frames its text, keeps the lines of it."""
    place = f"table {row_place[0]} row {row_place[1]}"
    if len({text.number for text in row}) == 1:
        for text in row:
            line = Line(text.pieces, f"{place} cell {row[0].number}")
            yield line if text.cell is None else line._replace(cells=((text.cell, 0, len(line.text)),))
        return
    pieces: list[TextPiece] = []
    cells: list[tuple[GridCell, int, int]] = []
    last = length = 0
    for text in row:
        if last:
            between = _SPACE if text.number == last else _BORDER
            pieces.append(between)
            length += len(between.text)
        start = length
        # A line break inside a cell would end the row.
        pieces += [piece._replace(text=piece.text.replace("\n", " ")) for piece in text.pieces]
        length += sum([len(piece.text) for piece in text.pieces])
        if text.cell is not None:
            cells.append((text.cell, start, length))
        last = text.number
    yield Line(tuple(pieces), place, "", tuple(cells))
