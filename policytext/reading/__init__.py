"""From a name to a source: a file or standard input, decoded.

>>> import tempfile, os
>>> with tempfile.TemporaryDirectory() as folder:
...     path = os.path.join(folder, "计划.txt")
...     with open(path, "wb") as file:
...         _ = file.write("一、总体要求".encode("big5", "ignore") + "（一）指導思想".encode("big5"))
...     read(path).encoding
'big5hkscs'
"""

import os
import sys

from policytext.errors import ReadError
from policytext.model import Source
from policytext.reading.kinds import medium_of
from policytext.reading.text import decode

__all__ = ["decode", "read", "read_stdin"]


def read(path: str | os.PathLike[str], *, encoding: str | None = None, raw: bool = False) -> Source:
    """The text of the file at `path`: plain text, or extracted from a Word document, a web page or a PDF.

    Args:
        path: the file's name.
        encoding: the codec; found out where it is None.
        raw: whether to keep what is not the main text of a web page.

    Raises:
        ReadError: the file is missing or unreadable, or holds no text.
        ConfigError: there is no such encoding.
    """
    name = os.fspath(path)
    try:
        with open(name, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:
        raise fault_of(error, name) from None
    except MemoryError:
        raise ReadError("too-large", path=name) from None
    return _source(data, shown(name), encoding, raw)


def _source(data: bytes, name: str, encoding: str | None, raw: bool) -> Source:
    kind = medium_of(data, name) if encoding is None else None
    if kind is None:
        return decode(data, path=name, encoding=encoding)
    from policytext.reading.extracting import extract

    return extract(kind, data, path=name, raw=raw)


def read_stdin(name: str = "-", encoding: str | None = None, raw: bool = False) -> Source:
    """The text on standard input, called `name`.

    Raises:
        ReadError: it can't be read or holds no text.
        ConfigError: there is no such encoding.
    """
    if sys.stdin is None:
        raise ReadError("no-stdin", path=name)
    try:
        data = sys.stdin.buffer.read()
    except (OSError, ValueError) as error:
        raise fault_of(error, name) from None
    return _source(data, name, encoding, raw)


def fault_of(error: OSError | ValueError, name: str) -> ReadError:
    """The system's refusal to read `name`, in words."""
    path = shown(name)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ReadError("missing", path=path)
    if isinstance(error, PermissionError):
        return ReadError("forbidden", path=path)
    if isinstance(error, IsADirectoryError):
        return ReadError("folder", path=path)
    return ReadError("unreadable", path=path, reason=getattr(error, "strerror", None) or str(error))


def shown(name: str) -> str:
    """A file name that can be printed: bytes that are no text, and control characters, as question marks."""
    printable = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(character if character.isprintable() else "?" for character in printable)
