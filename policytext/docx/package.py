"""Office packages, read as untrusted input: zip archives of XML in which every size is checked before reading.

A part with a document type declaration, which OOXML forbids, is refused, so that no entity is expanded and nothing
outside the archive is read.
"""

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from xml.parsers import expat

from policytext.errors import ReadError
from policytext.model.read_options import MAX_BYTES

#: The largest ratio of a part's size to its packed size. XML reaches 50 in practice, a zip bomb 1,000.
MAX_RATIO = 400
_SMALL = 5_000_000  # bytes allowed at any ratio
_MAX_DEPTH = 4_000  # nested elements
_MAX_NAMES = 10_000  # of elements and attributes, kept while a part is read

#: The record at the end of a zip archive, and how far before the end it may begin.
_END_RECORD, _END_SIZE = b"PK\x05\x06", 65_557

Attributes = dict[str, str]
Start = Callable[[str, Attributes, int], None]
End = Callable[[str, int], None]
Text = Callable[[str, int], None]


class Package:
    """An office package.

    Args:
        data: the archive.
        path: the file as messages name it.
        max_bytes: a larger part is refused.

    Raises:
        ReadError: it is not a zip archive.
    """

    def __init__(self, data: bytes, path: str, max_bytes: int = MAX_BYTES) -> None:
        self.path = path
        self._max_bytes = max_bytes
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, IndexError):
            raise ReadError("truncated-docx" if is_truncated(data) else "damaged-docx", path=path) from None
        self._names = {info.filename.replace("\\", "/").lstrip("/"): info for info in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def part(self, name: str) -> bytes:
        """Return the bytes of a part, empty where it does not exist.

        Raises:
            ReadError: the part is damaged, encrypted or too large.
        """
        info = self._names.get(name)
        if info is None:
            return b""
        if info.flag_bits & 1:
            raise ReadError("locked-docx", path=self.path)
        if info.file_size > self._max_bytes or info.file_size > max(_SMALL, MAX_RATIO * info.compress_size):
            raise ReadError("bomb", path=self.path, name=name)
        try:
            with self._zip.open(info) as file:
                # The declared size may be wrong.
                data = file.read(info.file_size + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            OSError,
            NotImplementedError,
            EOFError,
            RuntimeError,
        ):
            raise ReadError("damaged-docx", path=self.path) from None
        if len(data) > info.file_size:
            raise ReadError("bomb", path=self.path, name=name)
        return data


def is_truncated(data: bytes) -> bool:
    """Return whether the end of a zip archive is missing."""
    return _END_RECORD not in data[-_END_SIZE:]


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
    depth = 0
    names, keys = _LocalNames(elements), _LocalNames(None)

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

    def declared(*_: object) -> None:
        raise _DeclaredError

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    if text is not None:
        parser.CharacterDataHandler = lambda words: text(words, parser.CurrentByteIndex)
    parser.StartDoctypeDeclHandler = declared
    try:
        parser.Parse(data, True)
    except _DeclaredError:
        raise ReadError("bomb", path=path, name="DTD") from None
    except _TooDeepError:
        raise ReadError("too-deep", path=path) from None
    except (expat.ExpatError, ValueError, LookupError):
        raise ReadError("damaged-docx", path=path) from None


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
