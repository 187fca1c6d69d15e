"""The reader of Word documents: the text as Word displays it, with automatic numbers.

A row of a table is one line with " | " between its cells; footnotes follow the text; headers and footers come last, and
only on request.
"""

from collections.abc import Iterator

from policytext.docx.body import read_body
from policytext.docx.headings import find_headings
from policytext.docx.lines import Line, build_lines
from policytext.docx.numbering import Counter
from policytext.docx.numbering_parser import read_numbering
from policytext.docx.package import Package
from policytext.docx.table_cells import GridCell, record_cells
from policytext.docx.xml_events import parse_xml
from policytext.errors import ReadError
from policytext.model.document import Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, EXTRA_PARTS, ReadOptions
from policytext.model.records import replace
from policytext.text.located_lines import LocatedLines

_MAIN = "word/document.xml"
_NOTES = ("footnotes", "endnotes")


class WordDocument:
    """A Word document as lines of text pieces.

    Args:
        data: the file.
        path: the file as messages name it.
        options: `max_bytes` applies to each unpacked part, `parts` names the headers and footers.

    Raises:
        ReadError: the file is damaged, encrypted, or not a Word document.
    """

    def __init__(self, data: bytes, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> None:
        self.package = Package(data, path, options.max_bytes)
        self.path = path
        self.main = next(_find_targets(self.package, "_rels/.rels", "officeDocument"), _MAIN)
        self._folder = self.main.rpartition("/")[0]
        lists = read_numbering(
            self.package.part(f"{self._folder}/numbering.xml"),
            self.package.part(f"{self._folder}/styles.xml"),
            path,
        )
        self.styles = lists.styles
        self.default_style = lists.default
        self._raised = lists.find_raised()
        part = self.package.part(self.main)
        if not part:
            raise ReadError("damaged-docx", path=path)
        body = read_body(part, path, self._raised)
        self.pictures = body.pictures
        counter = Counter(lists)
        self.lines = list(build_lines(body.paragraphs, lists, counter, self.main))
        if counter.is_excessive:
            raise ReadError("bomb", path=path, name="numbering.xml")
        self.lines += self._read_notes()
        self.lines += self._read_extra_parts(options.parts)

    def _read_notes(self) -> Iterator[Line]:
        for name in _NOTES:
            part = f"{self._folder}/{name}.xml"
            if part in self.package:
                for note in read_body(self.package.part(part), self.path, self._raised).paragraphs:
                    if note.note and note.text.strip():
                        yield Line(note.pieces, f"{name[:-1]} {note.note}", part)

    def _read_extra_parts(self, kinds: tuple[str, ...]) -> Iterator[Line]:
        """Yield the lines of headers and footers that have text, each part once."""
        folder, _, name = self.main.rpartition("/")
        for kind in (kind for kind in EXTRA_PARTS if kind in kinds):
            parts = dict.fromkeys(
                _find_targets(self.package, f"{folder}/_rels/{name}.rels", kind[:-1], folder)
            )
            for number, part in enumerate(sorted(parts), 1):
                for paragraph in read_body(self.package.part(part), self.path, self._raised).paragraphs:
                    if paragraph.text.strip():
                        yield Line(paragraph.pieces, f"{kind[:-1]} {number}", part)

    @property
    def text(self) -> str:
        """The text of all lines."""
        return "".join([f"{line.text}\n" for line in self.lines])


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """Extract the text of a Word document.

    Args:
        data: the file.
        path: the file as messages name it.
        options: `max_bytes` applies to each unpacked part, `parts` names the headers and footers.

    Raises:
        ReadError: the file is damaged, encrypted, not a Word document, or has no text.
    """
    lines = LocatedLines()
    spans: list[tuple[GridCell, int, int]] = []
    has_text = False
    document = WordDocument(data, path, options)
    levels = find_headings(document.lines, document.package, document.styles, document.default_style)
    for line, level in zip(document.lines, levels, strict=True):
        text = line.text
        has_text = has_text or (text != "" and not text.isspace())
        spans += [(cell, lines.length + start, lines.length + end) for cell, start, end in line.cells]
        lines.add(text, line.place, level)
    if not has_text:
        raise ReadError(
            "pictures-only-docx" if document.pictures else "no-text-docx", path=path, count=document.pictures
        )
    record_cells(lines, spans)
    return replace(lines.source("docx", path=path), pictures=document.pictures)


def _find_targets(package: Package, relations: str, kind: str, folder: str = "") -> Iterator[str]:
    """Yield the parts that a part of relations names for one kind of relation, if they exist."""
    found: list[str] = []

    def start(name: str, attributes: dict[str, str], byte: int) -> None:
        del byte
        if name == "Relationship" and attributes.get("Type", "").endswith(f"/{kind}"):
            target = attributes.get("Target", "")
            found.append(target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}")

    part = package.part(relations)
    if part:
        parse_xml(part, package.path, start, lambda *_: None)
    yield from (name for name in found if name in package)
