"""Office packages, opened as a stranger's: zip archives of XML whose every size is looked at before it is read.

No entity is expanded and nothing outside the archive is followed: OOXML forbids document type declarations, so a
part that has one is refused.
"""

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from xml.parsers import expat

from policytext.errors import ReadError
from policytext.model.read_options import MAX_BYTES

#: How many times its packed size a part may be. XML packs to a fiftieth at most in practice, a bomb to a thousandth.
MAX_RATIO = 400
_SMALL = 5_000_000  # bytes that are no bomb at whatever ratio
_MAX_DEPTH = 4_000  # elements inside each other

Attributes = dict[str, str]
Start = Callable[[str, Attributes, int], None]
End = Callable[[str, int], None]
Text = Callable[[str, int], None]


class Package:
    """An office package.

    Args:
        data: the archive.
        path: what messages call it.
        max_bytes: the bytes beyond which a part is not unpacked.

    Raises:
        ReadError: it is no archive.
    """

    def __init__(self, data: bytes, path: str, max_bytes: int = MAX_BYTES) -> None:
        self.path = path
        self._max_bytes = max_bytes
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, IndexError):
            raise ReadError("damaged-docx", path=path) from None
        self._names = {info.filename.replace("\\", "/").lstrip("/"): info for info in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def part(self, name: str) -> bytes:
        """The bytes of a part, empty where there is none.

        Raises:
            ReadError: it is damaged, locked or far too large.
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
                # The size that the archive declares may be a lie.
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


def parse_xml(data: bytes, path: str, start: Start, end: End, text: Text | None = None) -> None:
    """Read XML, telling of each element and each stretch of text with the byte where it begins.

    Names are local ones; attributes are called by theirs. What is told of nothing holds no text.

    Args:
        data: the XML.
        path: what messages call the file.
        start, end, text: called with the local name (or the words), the attributes, and the byte.

    Raises:
        ReadError: it is no XML, or has a document type declaration, or is nested beyond measure.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    # Otherwise words that stand together are told apart again, at each entity and each line.
    parser.buffer_text = False
    depth = 0

    def opened(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise _TooDeepError
        start(
            name.rpartition(" ")[2],
            {key.rpartition(" ")[2]: value for key, value in attributes.items()},
            parser.CurrentByteIndex,
        )

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name.rpartition(" ")[2], parser.CurrentByteIndex)

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
