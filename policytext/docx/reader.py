"""The reader of Word documents: the text as Word displays it, with automatic numbers.

A row of a table is one line with " | " between its cells; footnotes follow the text; headers and footers are left out.
"""

from collections.abc import Iterable, Iterator

from policytext.docx.body import Paragraph, TextPiece, find_paragraphs
from policytext.docx.numbering import Counter, NumberingDefinitions
from policytext.docx.numbering_parser import read_numbering
from policytext.docx.package import Package, parse_xml
from policytext.errors import ReadError
from policytext.model.document import Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, MAX_BYTES, ReadOptions
from policytext.text.located_lines import LocatedLines

_MAIN = "word/document.xml"
_NOTES = ("footnotes", "endnotes")


class WordDocument:
    """A Word document as lines of text pieces.

    Args:
        data: the file.
        path: the file as messages name it.
        max_bytes: a part with more bytes is refused.

    Raises:
        ReadError: the file is damaged, encrypted, or not a Word document.
    """

    def __init__(self, data: bytes, path: str, max_bytes: int = MAX_BYTES) -> None:
        self.package = Package(data, path, max_bytes)
        self.path = path
        self.main = _find_main_part(self.package)
        folder = self.main.rpartition("/")[0]
        lists = read_numbering(
            self.package.part(f"{folder}/numbering.xml"), self.package.part(f"{folder}/styles.xml"), path
        )
        counter = Counter(lists)
        body = self.package.part(self.main)
        if not body:
            raise ReadError("damaged-docx", path=path)
        #: Each line: its pieces, its place, and the part that the pieces' bytes refer to.
        self.lines: list[tuple[tuple[TextPiece, ...], str, str]] = [
            (pieces, place, self.main)
            for pieces, place in _build_lines(find_paragraphs(body, path), lists, counter)
        ]
        for name in _NOTES:
            part = f"{folder}/{name}.xml"
            for note in find_paragraphs(self.package.part(part), path) if part in self.package else ():
                if note.note and note.text.strip():
                    self.lines.append((note.pieces, f"{name[:-1]} {note.note}", part))

    @property
    def text(self) -> str:
        """The text of all lines."""
        return "".join([f"{''.join([piece.text for piece in pieces])}\n" for pieces, _, _ in self.lines])


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """Extract the text of a Word document.

    Args:
        data: the file.
        path: the file as messages name it.
        options: `max_bytes` applies to each unpacked part.

    Raises:
        ReadError: the file is damaged, encrypted, not a Word document, or has no text.
    """
    lines = LocatedLines()
    for pieces, place, _ in WordDocument(data, path, options.max_bytes).lines:
        lines.add("".join([piece.text for piece in pieces]), place)
    return lines.source("docx", path=path)


def _find_main_part(package: Package) -> str:
    """Return the name of the part with the text, which the relations declare."""
    found: list[str] = []

    def start(name: str, attributes: dict[str, str], byte: int) -> None:
        del byte
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            found.append(attributes.get("Target", "").lstrip("/"))

    relations = package.part("_rels/.rels")
    if relations:
        parse_xml(relations, package.path, start, lambda *_: None)
    return next((name for name in found if name in package), _MAIN)


def _build_lines(
    paragraphs: Iterable[Paragraph], lists: NumberingDefinitions, counter: Counter
) -> Iterator[tuple[tuple[TextPiece, ...], str]]:
    """Yield paragraphs as lines that begin with their number, and the rows of tables as one line each."""
    row: list[tuple[int, tuple[TextPiece, ...]]] = []
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
        numbered = (
            (TextPiece(label), *pieces) if label and any(piece.text.strip() for piece in pieces) else pieces
        )
        if len(paragraph.place) > 1:
            row_place = paragraph.place[:2]
            row.append((paragraph.place[2], numbered))
        else:
            yield numbered, f"paragraph {paragraph.place[0]}"
    if row:
        yield from _join_row(row, row_place)
    if kept:
        yield kept, "paragraph end"


def _find_label(paragraph: Paragraph, lists: NumberingDefinitions, counter: Counter) -> str:
    number, level = lists.of_style(paragraph.style)
    if paragraph.number is not None:
        # A paragraph with its own list but no level has the level of its style.
        number, level = paragraph.number, paragraph.level if paragraph.level is not None else level
    elif paragraph.level is not None:
        level = paragraph.level
    return counter.label(number, level) if number and number != "0" else ""


def _join_row(
    row: list[tuple[int, tuple[TextPiece, ...]]], row_place: tuple[int, ...]
) -> Iterator[tuple[tuple[TextPiece, ...], str]]:
    """Yield a row of a table as one line; a row of one cell, which only frames its text, keeps the lines of it."""
    place = f"table {row_place[0]} row {row_place[1]}"
    cells = {cell for cell, _ in row}
    if len(cells) == 1:
        for _, pieces in row:
            yield pieces, f"{place} cell {row[0][0]}"
        return
    line: list[TextPiece] = []
    last = 0
    for cell, pieces in row:
        if last:
            line.append(TextPiece(" " if cell == last else " | "))
        line += pieces
        last = cell
    # A line break inside a cell would end the row.
    yield tuple([piece._replace(text=piece.text.replace("\n", " ")) for piece in line]), place
