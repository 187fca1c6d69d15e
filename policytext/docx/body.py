"""The paragraphs of a WordprocessingML part, with the byte offset of each piece of text.

Tracked changes are read as accepted. Comments, hidden text, field codes, the pinyin above a word, and the copy of a
text box for old programs are left out.

>>> part = b'<w:body xmlns:w="w"><w:p><w:r><w:t>\\xe4\\xb8\\x80&amp;</w:t></w:r></w:p></w:body>'
>>> paragraphs = find_paragraphs(part, "a.docx")
>>> [(paragraph.text, paragraph.place) for paragraph in paragraphs], [piece[:3] for piece in paragraphs[0].pieces]
([('一&', (1,))], [('一', 35, 3), ('&', 38, 5)])
"""

from typing import NamedTuple

from policytext.docx.package import Attributes, parse_xml

#: Elements that are skipped with their content.
_SKIPPED = frozenset(
    ("del", "moveFrom", "delText", "delInstrText", "instrText", "Fallback", "pPrChange", "rPrChange", "sectPr", "sectPrChange",
     "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange", "numberingChange", "rt", "annotation", "docPart", "hdr", "ftr")
)  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}


class TextRun(NamedTuple):
    """A run of text: the byte range of its properties, and whether it is a tracked insertion."""

    properties: tuple[int, int] = (0, 0)
    inserted: bool = False


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
    """

    pieces: tuple[TextPiece, ...]
    place: tuple[int, ...]
    style: str = ""
    number: str | None = None
    level: int | None = None
    joined: bool = False
    note: str = ""

    @property
    def text(self) -> str:
        """The text of all pieces."""
        return "".join([piece.text for piece in self.pieces])


def find_paragraphs(part: bytes, path: str) -> list[Paragraph]:
    """Find the paragraphs of a part in reading order; those of a text box follow the paragraph around it.

    Args:
        part: the XML.
        path: the file as messages name it.

    Raises:
        ReadError: the part is damaged.
    """
    reader = _BodyParser(part)
    parse_xml(part, path, reader.start, reader.end, reader.text)
    return reader.paragraphs


class _OpenParagraph:
    """A paragraph whose end tag has not been read."""

    def __init__(self, place: tuple[int, ...], note: str) -> None:
        self.pieces: list[TextPiece] = []
        self.place, self.note = place, note
        self.style = ""
        self.number: str | None = None
        self.level: int | None = None
        self.joined = self.in_properties = self.hidden = False
        #: Paragraphs of text boxes inside it.
        self.boxes: list[Paragraph] = []

    def closed(self) -> Paragraph:
        return Paragraph(
            tuple(self.pieces), self.place, self.style, self.number, self.level, self.joined, self.note
        )


class _BodyParser:
    def __init__(self, part: bytes) -> None:
        self.part = part
        self.paragraphs: list[Paragraph] = []
        self.open: list[_OpenParagraph] = []
        self.skipping = 0
        self.in_text = False
        self.run = TextRun()
        self.inserted = 0
        self.count = self.tables = 0
        #: The number, row and cell of each open table.
        self.cells: list[list[int]] = []
        self.note = ""

    def start(self, name: str, attributes: Attributes, byte: int) -> None:
        if self.skipping or name in _SKIPPED:
            # An empty w:del in a paragraph's properties deletes the paragraph mark.
            if (
                name in ("del", "moveFrom")
                and not self.skipping
                and self.open
                and self.open[-1].in_properties
            ):
                self.open[-1].joined = True
            self.skipping += 1
        elif name == "p":
            self.count += not self.cells
            place = tuple(self.cells[-1]) if self.cells else (self.count,)
            self.open.append(_OpenParagraph(place, self.note))
        elif name == "tbl":
            self.tables += 1
            self.cells.append([self.tables, 0, 0])
        elif name == "tr" and self.cells:
            self.cells[-1][1:] = [self.cells[-1][1] + 1, 0]
        elif name == "tc" and self.cells:
            self.cells[-1][2] += 1
        elif name in ("footnote", "endnote"):
            # Notes with a type are separator lines.
            self.note = "" if attributes.get("type") else attributes.get("id", "")
        elif name in ("ins", "moveTo"):
            self.inserted += 1
        elif self.open:
            self._inside(self.open[-1], name, attributes, byte)

    def _inside(self, paragraph: _OpenParagraph, name: str, attributes: Attributes, byte: int) -> None:
        value = attributes.get("val", "")
        if name == "pPr":
            paragraph.in_properties = True
        elif name == "r":
            paragraph.hidden = False
            self.run = TextRun(inserted=self.inserted > 0)
        elif paragraph.in_properties:
            # WPS writes a paragraph's list twice; the first one is valid.
            if name == "pStyle":
                paragraph.style = value
            elif name == "numId" and paragraph.number is None:
                paragraph.number = value
            elif name == "ilvl" and paragraph.level is None:
                paragraph.level = int(value) if value.isdecimal() else 0
        elif name == "rPr":
            self.run = self.run._replace(properties=(byte, byte))
        elif name in ("vanish", "webHidden"):
            paragraph.hidden = value not in ("0", "false", "off")
        elif name == "t":
            self.in_text = True
        elif name in _SIGNS:
            self._add(_SIGNS[name])
        elif name == "br" and attributes.get("type", "textWrapping") == "textWrapping":
            self._add("\n")
        elif name == "sym":
            self._add(_read_symbol(attributes.get("char", "")))

    def end(self, name: str, byte: int) -> None:
        if self.skipping:
            self.skipping -= 1
        elif name in ("ins", "moveTo"):
            self.inserted -= 1
        elif name == "rPr" and self.open and not self.open[-1].in_properties:
            end = self.part.find(b">", byte) + 1
            self.run = self.run._replace(properties=(self.run.properties[0], end))
        elif name == "t":
            self.in_text = False
        elif name == "pPr" and self.open:
            self.open[-1].in_properties = False
        elif name == "tbl" and self.cells:
            self.cells.pop()
        elif name == "p" and self.open:
            done = self.open.pop()
            above = self.open[-1].boxes if self.open else self.paragraphs
            above.append(done.closed())
            above.extend(done.boxes)

    def text(self, words: str, byte: int) -> None:
        if self.in_text and self.open and not self.skipping:
            self._add(words, byte)

    def _add(self, words: str, byte: int = -1) -> None:
        paragraph = self.open[-1]
        if not words or paragraph.hidden:
            return
        size = 0
        if byte >= 0:
            # Expat reports an entity as a separate character.
            size = len(words.encode("utf-8"))
            if self.part[byte : byte + 1] == b"&":
                size = self.part.find(b";", byte) + 1 - byte
            elif self.part[byte : byte + size] != words.encode("utf-8"):
                byte, size = -1, 0  # not UTF-8, or a line end that XML normalises
        paragraph.pieces.append(TextPiece(words, byte, size, self.run))


def _read_symbol(code: str) -> str:
    """Return the character of a symbol font, nothing where Unicode has none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 or 0xF900 <= number <= 0xFFFD else ""
