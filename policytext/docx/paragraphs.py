"""The paragraphs of a Word document: their text in pieces, each with its place in the file."""

from policytext.docx.table_cells import GridCell
from policytext.model.records import NamedTuple
from policytext.text.raised import Position, write_raised


class TextRun(NamedTuple):
    """A run of text.

    Args:
        properties: the byte range of its properties, empty without any.
        inserted: whether it is a tracked insertion.
        paragraph: the byte range of its paragraph's properties.
        position: whether it stands above or below the line.
    """

    properties: tuple[int, int] = (0, 0)
    inserted: bool = False
    paragraph: tuple[int, int] = (0, 0)
    position: Position | None = None


class TextPiece(NamedTuple):
    """Some characters of a paragraph and their byte range in the part; -1 for characters that are not in the file."""

    text: str
    byte: int = -1
    size: int = 0
    run: TextRun = TextRun()


class Paragraph(NamedTuple):
    """A paragraph.

    Args:
        pieces: its text.
        place: its number; in a table the numbers of table, row and cell.
        style, number, level: its style, and its own list and level, None where only the style has them.
        joined: whether its paragraph mark is deleted, so that the next paragraph continues it.
        note: the footnote that it belongs to, or empty.
        cell: the cell that it stands in.
    """

    pieces: tuple[TextPiece, ...]
    place: tuple[int, ...]
    style: str = ""
    number: str | None = None
    level: int | None = None
    joined: bool = False
    note: str = ""
    cell: GridCell | None = None

    @property
    def text(self) -> str:
        """The text of all pieces."""
        return "".join([piece.text for piece in self.pieces])


class OpenParagraph:
    """A paragraph whose end tag has not been read."""

    __slots__ = (
        "boxes", "cell", "hidden", "in_properties", "joined", "level", "note", "number", "pieces", "place", "properties",
        "raised", "style",
    )  # fmt: skip

    def __init__(self, place: tuple[int, ...], note: str, cell: GridCell | None) -> None:
        self.pieces: list[TextPiece] = []
        self.place, self.note, self.cell = place, note, cell
        self.style = ""
        self.number: str | None = None
        self.level: int | None = None
        self.joined = self.in_properties = self.hidden = self.raised = False
        #: The byte range of its properties.
        self.properties = (0, 0)
        #: Paragraphs of text boxes inside it.
        self.boxes: list[Paragraph] = []

    def close(self) -> Paragraph:
        """Return the paragraph."""
        pieces = raise_pieces(self.pieces) if self.raised else self.pieces
        return Paragraph(
            tuple(pieces), self.place, self.style, self.number, self.level, self.joined, self.note, self.cell
        )


def raise_pieces(pieces: list[TextPiece]) -> list[TextPiece]:
    """Return pieces with raised digits as such. No edit may touch them, so they no longer count as bytes of the file.

    >>> raised = TextRun(position="superscript")
    >>> [piece.text for piece in raise_pieces([TextPiece("10"), TextPiece("-", 2, 1, raised), TextPiece("3", 3, 1, raised)])]
    ['10', '⁻', '³']
    """
    written: list[TextPiece] = []
    at = 0
    while at < len(pieces):
        position, start = pieces[at].run.position, at
        while at < len(pieces) and pieces[at].run.position == position:
            at += 1
        together = pieces[start:at]
        if position is not None:
            text = write_raised("".join([piece.text for piece in together]), position)
            for piece in together:
                new, text = text[: len(piece.text)], text[len(piece.text) :]
                written.append(piece._replace(text=new, byte=-1, size=0))
        else:
            written += together
    return written
