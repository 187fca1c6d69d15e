"""Word documents: the text as the reader sees it, automatic numbers and all.

Tables are lines with their cells parted by " | "; footnotes stand behind the text; headers and footers are left out.
"""

from collections.abc import Iterable, Iterator

from policytext.docx import numbering
from policytext.docx.body import Paragraph, TextPiece, find_paragraphs
from policytext.docx.package import Package, parse_xml
from policytext.errors import ReadError
from policytext.model.document import Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, MAX_BYTES, ReadOptions
from policytext.text.located_lines import LocatedLines

_MAIN = "word/document.xml"
_NOTES = ("footnotes", "endnotes")


class WordDocument:
    """A Word document taken apart.

    Args:
        data: the file.
        path: what messages call it.
        max_bytes: the bytes beyond which a part is not unpacked.

    Raises:
        ReadError: it is damaged, locked, or no document of Word.
    """

    def __init__(self, data: bytes, path: str, max_bytes: int = MAX_BYTES) -> None:
        self.package = Package(data, path, max_bytes)
        self.path = path
        self.main = _find_main_part(self.package)
        folder = self.main.rpartition("/")[0]
        lists = numbering.read_numbering(
            self.package.part(f"{folder}/numbering.xml"), self.package.part(f"{folder}/styles.xml"), path
        )
        counter = numbering.Counter(lists)
        body = self.package.part(self.main)
        if not body:
            raise ReadError("damaged-docx", path=path)
        #: Each line: its pieces, where it stands, and the part whose bytes they name.
        self.lines: list[tuple[tuple[TextPiece, ...], str, str]] = [
            (pieces, place, self.main)
            for pieces, place in _build_lines(find_paragraphs(body, path), lists, counter)
        ]
        for name in _NOTES:
            part = f"{folder}/{name}.xml"
            for one in find_paragraphs(self.package.part(part), path) if part in self.package else ():
                if one.note and one.text.strip():
                    self.lines.append((one.pieces, f"{name[:-1]} {one.note}", part))

    @property
    def text(self) -> str:
        """All lines."""
        return "".join([f"{''.join([piece.text for piece in pieces])}\n" for pieces, _, _ in self.lines])


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """The text of a Word document.

    Args:
        data: the file.
        path: what messages call it.
        options: how to read it; its size counts for what is packed in it.

    Raises:
        ReadError: it is damaged, locked, no document of Word, or holds no text.
    """
    lines = LocatedLines()
    for pieces, place, _ in WordDocument(data, path, options.max_bytes).lines:
        lines.add("".join([piece.text for piece in pieces]), place)
    return lines.source("docx", path=path)


def _find_main_part(package: Package) -> str:
    """The part that holds the text; its name is Word's custom, not a rule."""
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
    found: Iterable[Paragraph], lists: numbering.NumberingDefinitions, counter: numbering.Counter
) -> Iterator[tuple[tuple[TextPiece, ...], str]]:
    """The paragraphs as lines, each with its number in front, those of a table's row on one line."""
    row: list[tuple[int, tuple[TextPiece, ...]]] = []
    where: tuple[int, ...] = ()
    kept: tuple[TextPiece, ...] = ()
    label = ""
    for one in found:
        if row and one.place[:2] != where:
            yield from _join_row(row, where)
            row = []
        if not kept:
            label = _find_label(one, lists, counter)
        pieces = (*kept, *one.pieces)
        if one.joined:
            kept = pieces
            continue
        kept = ()
        # An empty numbered paragraph counts, and shows nothing that could be read.
        numbered = (
            (TextPiece(label), *pieces) if label and any(piece.text.strip() for piece in pieces) else pieces
        )
        if len(one.place) > 1:
            where = one.place[:2]
            row.append((one.place[2], numbered))
        else:
            yield numbered, f"paragraph {one.place[0]}"
    if row:
        yield from _join_row(row, where)
    if kept:
        yield kept, "paragraph end"


def _find_label(one: Paragraph, lists: numbering.NumberingDefinitions, counter: numbering.Counter) -> str:
    number, level = lists.of_style(one.style)
    if one.number is not None:
        # Its own list; the level of its style holds on where it names none.
        number, level = one.number, one.level if one.level is not None else level
    elif one.level is not None:
        level = one.level
    return counter.label(number, level) if number and number != "0" else ""


def _join_row(
    row: list[tuple[int, tuple[TextPiece, ...]]], where: tuple[int, ...]
) -> Iterator[tuple[tuple[TextPiece, ...], str]]:
    """A row of a table as one line; a row of one cell, which only frames its text, as that text's lines."""
    place = f"table {where[0]} row {where[1]}"
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
    # A break inside a cell would break the row.
    yield tuple([piece._replace(text=piece.text.replace("\n", " ")) for piece in line]), place
