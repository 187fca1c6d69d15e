"""The paragraphs of a WordprocessingML part, with the byte offset of each piece of text.

Tracked changes are read as accepted. Comments, hidden text, field codes, the pinyin above a word, and the copy of a
text box for old programs are left out.

>>> part = b'<w:body xmlns:w="w"><w:p><w:r><w:t>\\xe4\\xb8\\x80&amp;</w:t></w:r></w:p></w:body>'
>>> paragraphs, _ = read_body(part, "a.docx")
>>> [(paragraph.text, paragraph.place) for paragraph in paragraphs], [piece[:3] for piece in paragraphs[0].pieces]
([('一&', (1,))], [('一', 35, 3), ('&', 38, 5)])
"""

from collections.abc import Mapping
from types import MappingProxyType

from policytext.docx.paragraphs import OpenParagraph, Paragraph, TextPiece, TextRun
from policytext.docx.symbols import BOXES, is_symbol_font, read_symbol, replace_symbols
from policytext.docx.table_cells import TableGrid
from policytext.docx.xml_events import Attributes, parse_xml
from policytext.model.records import NamedTuple
from policytext.text.raised import POSITIONS, Position

#: Elements that are skipped with their content.
_SKIPPED = frozenset(
    ("del", "moveFrom", "delText", "delInstrText", "instrText", "Fallback", "pPrChange", "rPrChange", "sectPr", "sectPrChange",
     "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange", "numberingChange", "rt", "annotation", "docPart")
)  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_OFF = ("0", "false", "off")
#: The elements of pictures, one for each.
_PICTURES = ("blip", "imagedata")
#: The elements of formulas whose text stands above or below the line.
_RAISED_IN_FORMULAS: dict[str, Position] = {"sup": "superscript", "sub": "subscript"}
#: The elements that are read; the parser reports no others.
_READ = _SKIPPED | frozenset(
    ("p", "r", "t", "tbl", "footnote", "endnote", "ins", "moveTo", "blip", "imagedata", "tr", "tc", "gridBefore", "gridSpan",
     "vMerge", "hMerge", "pStyle", "numId", "ilvl", "rPr", "pPr", "vertAlign", "rStyle", "sup", "sub", "rFonts", "vanish",
     "webHidden", "br", "sym", "sdt", "checkBox", "checkbox", "checked", "default", *_SIGNS)
)  # fmt: skip
_TABLE = frozenset(("tr", "tc", "gridBefore", "gridSpan", "vMerge", "hMerge"))
#: The elements that count in or outside a paragraph.
_ANYWHERE = frozenset(("tbl", "footnote", "endnote", "ins", "moveTo", *_PICTURES))
#: The elements whose end counts; the others are more than half of a document.
_ENDED = frozenset(
    ("p", "t", "rPr", "pPr", "tc", "tbl", "ins", "moveTo", "sdt", "checkBox", *_RAISED_IN_FORMULAS)
)


class Body(NamedTuple):
    """What a part holds: its paragraphs and the number of its pictures."""

    paragraphs: list[Paragraph]
    pictures: int


def read_body(part: bytes, path: str, raised: Mapping[str, Position] = MappingProxyType({})) -> Body:
    """Find the paragraphs of a part in reading order; those of a text box follow the paragraph around it.

    Args:
        part: the XML.
        path: the file as messages name it.
        raised: the character styles that stand above or below the line, by id.

    Raises:
        ReadError: the part is damaged.
    """
    reader = _BodyParser(part, raised)
    parse_xml(part, path, reader.start, reader.end, reader.text, elements=_READ)
    return Body(reader.paragraphs, reader.pictures)


class _BodyParser:
    def __init__(self, part: bytes, raised: Mapping[str, Position]) -> None:
        self.part, self.raised = part, raised
        self.paragraphs: list[Paragraph] = []
        self.open: list[OpenParagraph] = []
        self.skipping = 0
        self.in_text = False
        # The run, made when it has text, and what it is made from.
        self.run: TextRun | None = None
        self.run_properties = (0, 0)
        self.position: Position | None = None
        self.symbols = ""
        self.inserted = 0
        self.count = self.tables = self.pictures = 0
        self.grids: list[TableGrid] = []
        self.note = ""
        self.formulas: list[Position] = []
        # Each open control: whether it is a check box and ticked, and the pieces of its paragraph before it.
        self.controls: list[tuple[bool | None, int]] = []
        # Whether the check box of an old form is ticked.
        self.form_box: bool | None = None

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
            self.count += not self.grids
            grid = self.grids[-1] if self.grids else None
            place = (grid.number, grid.row + 1, grid.count) if grid else (self.count,)
            self.open.append(OpenParagraph(place, self.note, grid.cell if grid else None))
        elif name == "r" and self.open:
            self.open[-1].hidden = False
            self.run, self.run_properties, self.symbols = None, (0, 0), ""
            self.position = self.formulas[-1] if self.formulas else None
        elif name == "t":
            self.in_text = True
        elif self.open and self.open[-1].in_properties:
            self._in_paragraph_properties(self.open[-1], name, attributes)
        elif name in _TABLE:
            if self.grids:
                self.grids[-1].start(name, attributes.get("val", ""))
        elif name in _ANYWHERE:
            self._anywhere(name, attributes)
        elif self.open:
            self._inside(self.open[-1], name, attributes, byte)

    def _anywhere(self, name: str, attributes: Attributes) -> None:
        if name == "tbl":
            self.tables += 1
            self.grids.append(TableGrid(self.tables, self.grids[-1].cell if self.grids else None))
        elif name in ("footnote", "endnote"):
            # Notes with a type are separator lines.
            self.note = "" if attributes.get("type") else attributes.get("id", "")
        elif name in _PICTURES:
            self.pictures += 1
        else:
            self.inserted += 1

    def _in_paragraph_properties(self, paragraph: OpenParagraph, name: str, attributes: Attributes) -> None:
        value = attributes.get("val", "")
        # WPS writes a paragraph's list twice; the first one is valid.
        if name == "pStyle":
            paragraph.style = value
        elif name == "numId" and paragraph.number is None:
            paragraph.number = value
        elif name == "ilvl" and paragraph.level is None:
            paragraph.level = int(value) if value.isdecimal() else 0
        elif name in ("ins", "moveTo"):
            self.inserted += 1

    def _inside(self, paragraph: OpenParagraph, name: str, attributes: Attributes, byte: int) -> None:
        value = attributes.get("val", "")
        if name == "rPr":
            self.run_properties = (byte, byte)
        elif name == "pPr":
            paragraph.in_properties = True
            paragraph.properties = (byte, byte)
        elif name == "vertAlign":
            self._raise(paragraph, POSITIONS.get(value))
        elif name == "rStyle":
            if value in self.raised:
                self._raise(paragraph, self.raised[value])
        elif name in _RAISED_IN_FORMULAS:
            self.formulas.append(_RAISED_IN_FORMULAS[name])
            paragraph.raised = True
        elif name == "rFonts" and is_symbol_font(attributes.get("ascii", "")):
            self.symbols = attributes["ascii"]
        elif name in ("vanish", "webHidden"):
            paragraph.hidden = value not in _OFF
        elif name in _SIGNS:
            self._add(_SIGNS[name])
        elif name == "br" and attributes.get("type", "textWrapping") == "textWrapping":
            self._add("\n")
        elif name == "sym":
            self._add(read_symbol(attributes.get("font", ""), attributes.get("char", "")))
        elif name == "sdt":
            self.controls.append((None, len(paragraph.pieces)))
        elif name == "checkBox":
            self.form_box = False
        elif name in ("checkbox", "checked", "default"):
            self._tick(name, value not in _OFF)

    def _raise(self, paragraph: OpenParagraph, position: Position | None) -> None:
        self.position = position
        paragraph.raised = paragraph.raised or position is not None

    def _tick(self, name: str, ticked: bool) -> None:
        """Note that a control is a check box, or that one is ticked."""
        if self.form_box is not None:
            self.form_box = ticked
        elif self.controls and (name == "checkbox" or self.controls[-1][0] is not None):
            self.controls[-1] = (name == "checked" and ticked, self.controls[-1][1])

    def end(self, name: str, byte: int) -> None:
        if self.skipping:
            self.skipping -= 1
        elif name not in _ENDED:
            return
        elif name == "t":
            self.in_text = False
        elif name == "rPr" and self.open and not self.open[-1].in_properties:
            self.run_properties = (self.run_properties[0], self._end_of_tag(byte))
        elif name == "pPr" and self.open:
            self.open[-1].in_properties = False
            self.open[-1].properties = (self.open[-1].properties[0], self._end_of_tag(byte))
        elif name == "p" and self.open:
            done = self.open.pop()
            above = self.open[-1].boxes if self.open else self.paragraphs
            above.append(done.close())
            above.extend(done.boxes)
        elif name == "tc" and self.grids:
            self.grids[-1].end_cell()
        elif name == "tbl" and self.grids:
            self.grids.pop()
        elif name in ("ins", "moveTo"):
            self.inserted -= 1
        elif name in _RAISED_IN_FORMULAS and self.open and self.formulas:
            self.formulas.pop()
        elif name == "sdt" and self.open and self.controls:
            ticked, before = self.controls.pop()
            if ticked is not None and len(self.open[-1].pieces) == before:
                self._add(BOXES[ticked])
        elif name == "checkBox" and self.open and self.form_box is not None:
            self._add(BOXES[self.form_box])
            self.form_box = None

    def _end_of_tag(self, byte: int) -> int:
        return self.part.find(b">", byte) + 1

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
            raw = words.encode("utf-8")
            size = len(raw)
            if self.part[byte : byte + size] != raw or raw == b"&":
                if self.part[byte : byte + 1] == b"&":
                    size = self.part.find(b";", byte) + 1 - byte
                else:
                    byte, size = -1, 0  # not UTF-8, or a line end that XML normalises
            if self.symbols:
                shown = replace_symbols(self.symbols, words)
                words, byte, size = (words, byte, size) if shown == words else (shown, -1, 0)
        if self.run is None:
            self.run = TextRun(self.run_properties, self.inserted > 0, paragraph.properties, self.position)
        paragraph.pieces.append(TextPiece(words, byte, size, self.run))
