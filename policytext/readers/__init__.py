"""The readers: a file, standard input or bytes become a `Source`, the text exactly as it was read.

In: a name, or bytes with a name, and `ReadOptions`. Out: a `Source`, or a `ReadError` with a remedy.
`detect_type` recognises the type of a file. `text` decodes plain text with `encodings`; `html`, `pdf`, `office` and
`docx.reader` extract the text of others; `tables` yields one source for each row; `folders` finds the files to read.

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
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import BinaryIO

from policytext.errors import PolicytextError, ReadError
from policytext.model.document import Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, ReadOptions
from policytext.readers.detect_type import detect_medium, is_markdown
from policytext.readers.folders import is_tabular
from policytext.readers.misnamed import check_name
from policytext.readers.read_errors import make_read_error, replace_unprintable
from policytext.readers.text import decode

__all__ = [
    "ReadOptions",
    "decode",
    "make_read_error",
    "read",
    "read_bytes",
    "read_documents",
    "read_stdin",
    "replace_unprintable",
]

#: The types of file whose text is extracted, and the module with the function ``extract(data, *, path, options)``.
READERS = {
    "docx": "docx.reader",
    "html": "readers.html",
    "pdf": "readers.pdf",
    "old-office": "readers.office",
    "rtf": "readers.office",
    "xlsx": "readers.workbooks",
}

_CHUNK = 1 << 20


def read(path: str | os.PathLike[str], options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """Read plain text, or extract the text of a Word document, a web page or a PDF.

    Args:
        path: the file's name.
        options: the options for reading it.

    Raises:
        ReadError: the file is missing, unreadable or too large, or has no text.
        ConfigError: the encoding does not exist.
    """
    name = os.fspath(path)
    return read_bytes(_read_file(name, options), name, options)


def read_stdin(name: str = "-", options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """Read the text on standard input.

    Args:
        name: the path of the source.
        options: the options for reading it.

    Raises:
        ReadError: it can't be read, is too large, or has no text.
        ConfigError: the encoding does not exist.
    """
    return read_bytes(_read_standard_input(name, options), name, options)


def read_documents(
    path: str, options: ReadOptions, *, stdin_as: str | None = None
) -> Iterator[Source | PolicytextError]:
    """Yield the text of a file, or the texts of a table's rows where `options` name a column.

    Args:
        path: the file's name.
        options: the options for reading it.
        stdin_as: the path of the source if standard input is read in place of a file, else None.

    Yields:
        A source, or an error in the place of a row that can't be read.

    Raises:
        ReadError: the file can't be read, or has no such column.
        ConfigError: the encoding does not exist.
    """
    name = path if stdin_as is None else stdin_as
    if options.column is not None and is_tabular(name):
        from policytext.readers.tables import read_rows

        data = _read_file(path, options) if stdin_as is None else _read_standard_input(name, options)
        yield from read_rows(data, name, options.column, options)
    else:
        yield read(path, options) if stdin_as is None else read_stdin(name, options)


def read_bytes(data: bytes, name: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """Read the text in the bytes of a file called `name`; see `read`."""
    kind = detect_medium(data, name) if options.encoding is None else None
    if options.encoding is None:
        check_name(data, name, kind)
    if kind is None:
        source = decode(data, path=name, encoding=options.encoding, errors=options.errors)
        return replace(source, medium="markdown") if is_markdown(name) else source
    return extract(kind, data, path=name, options=options)


def _read_file(name: str, options: ReadOptions) -> bytes:
    try:
        with open(name, "rb") as file:
            return _read_limited(file, os.fstat(file.fileno()).st_size, name, options)
    except (OSError, ValueError) as error:
        raise make_read_error(error, name) from None


def _read_standard_input(name: str, options: ReadOptions) -> bytes:
    if sys.stdin is None:
        raise ReadError("no-stdin", path=name)
    try:
        return _read_limited(sys.stdin.buffer, 0, name, options)
    except (OSError, ValueError) as error:
        raise make_read_error(error, name) from None


def _read_limited(file: BinaryIO, size: int, name: str, options: ReadOptions) -> bytes:
    """Read a file whose size may be unknown, or which may grow while it is read."""
    if size <= options.max_bytes:
        chunks: list[bytes] = []
        left = options.max_bytes + 1
        try:
            while left > 0 and (chunk := file.read(min(left, max(size + 1, _CHUNK)))):
                chunks.append(chunk)
                left -= len(chunk)
            if left > 0:
                return b"".join(chunks)
        except MemoryError:
            raise ReadError("too-large", path=name) from None
    raise ReadError("too-big", path=name, megabytes=options.max_bytes // 1_000_000)


def extract(kind: str, data: bytes, *, path: str, options: ReadOptions) -> Source:
    """Extract the text of a file that is not plain text.

    Args:
        kind: a key of `READERS`.
        data: the file.
        path: the file as messages name it.
        options: the options for reading it.

    Raises:
        ReadError: the file is damaged, too large, or has no text; or its reader is not installed.
    """
    source: Source = import_module(f"policytext.{READERS[kind]}").extract(data, path=path, options=options)
    return source
