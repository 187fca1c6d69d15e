"""XML read as events with byte offsets, by local names.

A document type declaration, which OOXML forbids, is refused, so that no entity is expanded and nothing outside the part
is read.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.parsers import expat

from policytext.errors import ReadError

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_MAX_DEPTH = 4_000  # nested elements
_MAX_NAMES = 10_000  # of elements and attributes, kept while a part is read

Attributes = dict[str, str]
Start = Callable[[str, Attributes, int], None]
End = Callable[[str, int], None]
Text = Callable[[str, int], None]


def parse_xml(
    data: bytes,
    path: str,
    start: Start,
    end: End,
    text: Text | None = None,
    *,
    elements: frozenset[str] | None = None,
) -> None:
    """Parse XML and report elements and text with their byte offsets.

    Args:
        data: the XML.
        path: the file as messages name it.
        start: called with the local name, the attributes by local name, and the offset.
        end: called with the local name and the offset.
        text: called with the text and the offset.
        elements: the local names of the elements that are reported; all without it.

    Raises:
        ReadError: it is not XML, has a document type declaration, or is nested too deeply.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    # With a buffer, Expat would report joined texts without the offset of each part.
    parser.buffer_text = False
    _handle_elements(parser, start, end, elements)
    if text is not None:
        parser.CharacterDataHandler = lambda words: text(words, parser.CurrentByteIndex)
    parser.StartDoctypeDeclHandler = _refuse_declaration
    try:
        parser.Parse(data, True)
    except _DeclaredError:
        raise ReadError("bomb", path=path, name="DTD") from None
    except _TooDeepError:
        raise ReadError("too-deep", path=path) from None
    except (expat.ExpatError, ValueError, LookupError):
        raise ReadError("damaged-docx", path=path) from None


def _handle_elements(
    parser: "XMLParserType", start: Start, end: End, elements: frozenset[str] | None
) -> None:
    names, keys = _LocalNames(elements), _LocalNames(None)
    depth = 0

    def opened(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise _TooDeepError
        local = names[name]
        if local:
            own = {keys[key]: value for key, value in attributes.items()} if attributes else attributes
            start(local, own, parser.CurrentByteIndex)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        local = names[name]
        if local:
            end(local, parser.CurrentByteIndex)

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed


def _refuse_declaration(*_: object) -> None:
    raise _DeclaredError


class _DeclaredError(Exception):
    pass


class _TooDeepError(Exception):
    pass


class _LocalNames(dict[str, str]):
    """The local part of each name, empty for one that is not wanted.

    They are kept because a document has few names and many elements.
    """

    def __init__(self, wanted: frozenset[str] | None) -> None:
        self._wanted = wanted

    def __missing__(self, name: str) -> str:
        local = name.rpartition(" ")[2]
        if self._wanted is not None and local not in self._wanted:
            local = ""
        if len(self) < _MAX_NAMES:
            self[name] = local
        return local
