"""The formatting of a span of the extracted text, as the file has it: the properties of its runs and paragraphs.

Nothing is computed before it is asked for. Properties are those that stand at the run or the paragraph itself; what they
inherit from their style is not resolved, but the style's id is among them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from xml.parsers import expat

from policytext.docx.paragraphs import TextPiece
from policytext.docx.reader import WordDocument
from policytext.model.document import Span
from policytext.model.read_options import DEFAULT_READ_OPTIONS, ReadOptions
from policytext.model.records import NamedTuple

#: The properties of a run or a paragraph: each with its attributes, ``{"sz": {"val": "32"}}``.
Properties = Mapping[str, Mapping[str, str]]

_NONE: Properties = MappingProxyType({})
_NO_VALUES: Mapping[str, str] = MappingProxyType({})
#: The properties that hold another set of properties, which is not their own.
_NESTED = ("rPr", "sectPr", "pPrChange", "rPrChange")


class Formatting(NamedTuple):
    """The formatting of a stretch of text.

    Args:
        span: the stretch, in one run.
        run: the properties of the run.
        paragraph: the properties of its paragraph.
    """

    span: Span
    run: Properties
    paragraph: Properties

    @property
    def run_style(self) -> str:
        """The id of the run's character style, empty without one."""
        return self.run.get("rStyle", _NO_VALUES).get("val", "")

    @property
    def paragraph_style(self) -> str:
        """The id of the paragraph's style, empty without one."""
        return self.paragraph.get("pStyle", _NO_VALUES).get("val", "")


class DocumentFormatting:
    """The formatting of a Word document.

    >>> DocumentFormatting(b"", "a.docx")  # nothing is read yet
    DocumentFormatting('a.docx')

    Args:
        data: the file.
        path: the file as messages name it.
        options: the options that its text was read with.
    """

    def __init__(self, data: bytes, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> None:
        self._data, self._path, self._options = data, path, options
        self._parsed: dict[tuple[str, int, int], Properties] = {}
        self._parts: dict[str, bytes] = {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._path!r})"

    def find(self, span: Span) -> Iterator[Formatting]:
        """Yield the formatting of a span, one stretch for each piece of a run.

        Characters that are not in the file, such as automatic numbers, belong to no run and come with the properties
        of neither run nor paragraph.

        Args:
            span: a span of the document's text.

        Raises:
            ReadError: the file is damaged, encrypted, or not a Word document.
        """
        starts, pieces = self._pieces
        at = max(bisect_right(starts, span.start) - 1, 0)
        while at < len(pieces) and starts[at] < span.end:
            piece, part = pieces[at]
            start, end = max(starts[at], span.start), min(starts[at] + len(piece.text), span.end)
            if start < end:
                yield Formatting(
                    Span(start, end),
                    self._properties(part, piece.run.properties),
                    self._properties(part, piece.run.paragraph),
                )
            at += 1

    @cached_property
    def _document(self) -> WordDocument:
        return WordDocument(self._data, self._path, self._options)

    @cached_property
    def _pieces(self) -> tuple[list[int], list[tuple[TextPiece, str]]]:
        """The start of each piece in the text, and the piece with its part."""
        starts: list[int] = []
        pieces: list[tuple[TextPiece, str]] = []
        at = 0
        for line in self._document.lines:
            for piece in line.pieces:
                starts.append(at)
                pieces.append((piece, line.part))
                at += len(piece.text)
            at += 1
        return starts, pieces

    def _properties(self, part: str, place: tuple[int, int]) -> Properties:
        """Return the properties in a byte range of a part, parsed once."""
        if place[1] <= place[0]:
            return _NONE
        key = (part, *place)
        if key not in self._parsed:
            if part not in self._parts:
                self._parts[part] = self._document.package.part(part)
            self._parsed[key] = parse_properties(self._parts[part][place[0] : place[1]])
        return self._parsed[key]


def parse_properties(element: bytes) -> Properties:
    """Return the properties in an element ``w:rPr`` or ``w:pPr``, without those nested in one of them.

    >>> dict(parse_properties(b'<w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr></w:pPr>'))
    {'jc': {'val': 'center'}}
    """
    found: dict[str, Mapping[str, str]] = {}
    around: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        # numPr and pBdr have their values one level below.
        if around and not any(outer in _NESTED for outer in (*around[1:], local)):
            found[local] = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        around.append(local)

    # Without namespaces, since the prefixes are declared outside the element.
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: around.pop()
    try:
        parser.Parse(element, True)
    except expat.ExpatError:
        return _NONE
    return found
