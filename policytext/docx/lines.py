"""Paragraphs as the lines of a text: numbered ones begin with their number, the rows of tables are one line each."""

from collections.abc import Iterable, Iterator

from policytext.docx.numbering import Counter, NumberingDefinitions
from policytext.docx.paragraphs import Paragraph, TextPiece
from policytext.docx.table_cells import GridCell
from policytext.model.records import NamedTuple

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


#: A paragraph of a cell: the number of the cell in its row, the text, and the cell. A table may have a million of them.
_CellText = tuple[int, tuple[TextPiece, ...], GridCell | None]


def build_lines(
    paragraphs: Iterable[Paragraph], lists: NumberingDefinitions, counter: Counter, part: str
) -> Iterator[Line]:
    """Yield the lines of a document's text.

    Args:
        paragraphs: its paragraphs.
        lists: the definitions of its lists.
        counter: counts the paragraphs of these lists.
        part: the part that the paragraphs stand in.
    """
    row: list[_CellText] = []
    row_place: tuple[int, ...] = ()
    kept: tuple[TextPiece, ...] = ()
    label = ""
    for paragraph in paragraphs:
        if row and paragraph.place[:2] != row_place:
            yield from _join_row(row, row_place, part)
            row = []
        if not kept:
            label = _find_label(paragraph, lists, counter)
        pieces = (*kept, *paragraph.pieces) if kept else paragraph.pieces
        if paragraph.joined:
            kept = pieces
            continue
        kept = ()
        # Word counts an empty numbered paragraph, but its number alone is not text.
        if label and any(piece.text.strip() for piece in pieces):
            pieces = (TextPiece(label), *pieces)
        if len(paragraph.place) > 1:
            row_place = paragraph.place[:2]
            row.append((paragraph.place[2], pieces, paragraph.cell))
        else:
            yield Line(pieces, f"paragraph {paragraph.place[0]}", part)
    if row:
        yield from _join_row(row, row_place, part)
    if kept:
        yield Line(kept, "paragraph end", part)


def _find_label(paragraph: Paragraph, lists: NumberingDefinitions, counter: Counter) -> str:
    number, level = lists.of_style(paragraph.style)
    if paragraph.number is not None:
        # A paragraph with its own list but no level has the level of its style.
        number, level = paragraph.number, paragraph.level if paragraph.level is not None else level
    elif paragraph.level is not None:
        level = paragraph.level
    return counter.label(number, level) if number and number != "0" else ""


def _join_row(row: list[_CellText], row_place: tuple[int, ...], part: str) -> Iterator[Line]:
    """Yield a row of a table as one line; a row of one cell, which only frames its text, keeps the lines of it."""
    place = f"table {row_place[0]} row {row_place[1]}"
    if row[0][0] == row[-1][0] and len({number for number, _, _ in row}) == 1:
        for number, own, cell in row:
            size = sum([len(piece.text) for piece in own])
            yield Line(own, f"{place} cell {number}", part, () if cell is None else ((cell, 0, size),))
        return
    pieces: list[TextPiece] = []
    cells: list[tuple[GridCell, int, int]] = []
    last = length = 0
    for number, own, cell in row:
        if last:
            between = _SPACE if number == last else _BORDER
            pieces.append(between)
            length += len(between.text)
        start = length
        for piece in own:
            length += len(piece.text)
            # A line break inside a cell would end the row.
            pieces.append(piece._replace(text=piece.text.replace("\n", " ")) if "\n" in piece.text else piece)
        if cell is not None:
            cells.append((cell, start, length))
        last = number
    yield Line(tuple(pieces), place, part, tuple(cells))
