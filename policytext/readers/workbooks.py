"""The reader of Excel workbooks with one document in each row: ``.xlsx`` with a column of texts.

The first row of a sheet that is not empty has the names of its columns. Every sheet with the column is read.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from policytext.docx.package import Package
from policytext.errors import PolicytextError, ReadError
from policytext.model.document import Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, ReadOptions
from policytext.readers.read_errors import list_columns
from policytext.text.located_lines import replace_surrogates


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """Refuse a workbook as one text, and name its columns.

    Args:
        data: the file.
        path: the file as messages name it.
        options: `max_bytes` applies to each unpacked part.

    Raises:
        ReadError: always.
    """
    with _open_workbook(data, path, options) as book:
        for sheet in book.worksheets:
            head, _ = _read_head(sheet)
            if head:
                raise ReadError("needs-column", path=path, known=list_columns(head))
    raise ReadError("needs-column", path=path, known="-")


def read_rows(
    data: bytes, path: str, column: str, options: ReadOptions
) -> Iterator[Source | PolicytextError]:
    """Yield the text of each row as a source named after the row, with the sheet if the workbook has several.

    Args:
        data: the file.
        path: the file as messages name it.
        column: the name of the column.
        options: `max_bytes` applies to each unpacked part.

    Raises:
        ReadError: it is no workbook, or no sheet has the column.
    """
    known: list[str] = []
    found = False
    with _open_workbook(data, path, options) as book:
        for sheet in book.worksheets:
            head, rows = _read_head(sheet)
            known += [name for name in head if name and name not in known]
            if column not in head:
                continue
            found = True
            at = head.index(column)
            name = f"{path}:{sheet.title}" if len(book.worksheets) > 1 else path
            for number, values in rows:
                if any(value is not None for value in values):
                    text = _format_value(values[at]) if at < len(values) else ""
                    yield Source(
                        text=replace_surrogates(text),
                        path=f"{name}:{number}",
                        encoding_origin="detected",
                        medium="table",
                    )
    if not found:
        raise ReadError("no-column", path=path, name=column, known=list_columns(known))


@contextmanager
def _open_workbook(data: bytes, path: str, options: ReadOptions) -> Iterator[Any]:
    """Open a workbook for reading row by row, after the sizes of its parts have been checked."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise ReadError("needs-reader", path=path, name="openpyxl", extra="xlsx") from None
    try:
        package = Package(data, path, options.max_bytes)
    except ReadError:
        raise ReadError("damaged-xlsx", path=path) from None
    package.check_sizes()
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        try:
            yield book
        finally:
            book.close()
    except PolicytextError:
        raise
    # openpyxl reports damage by whatever exception the damage causes.
    except (
        zipfile.BadZipFile,
        zlib.error,
        ArithmeticError,
        AttributeError,
        EOFError,
        LookupError,
        OSError,
        RuntimeError,
        struct.error,
        SyntaxError,
        TypeError,
        ValueError,
    ):
        raise ReadError("damaged-xlsx", path=path) from None


def _read_head(sheet: Any) -> tuple[list[str], Iterator[tuple[int, tuple[Any, ...]]]]:
    """Return the names of a sheet's columns and the rows below them with their numbers."""
    sheet.reset_dimensions()  # the declared size may be wrong
    rows = enumerate(sheet.iter_rows(values_only=True), 1)
    for _, values in rows:
        if any(value is not None for value in values):
            names = [_format_value(value) for value in values]
            while not names[-1]:
                names.pop()
            return names, rows
    return [], rows


def _format_value(value: object) -> str:
    return "" if value is None else str(value)
