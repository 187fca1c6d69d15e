"""A workbook for spreadsheets: one sheet a record type, one row a record, numbers as numbers, a header row that is frozen.

openpyxl writes it, an extra: ``pip install '.[xlsx]'``.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any

from policytext.errors import ConfigError
from policytext.formats import FileResult, RenderOptions
from policytext.formats.fields import PATH, Field

#: The most characters of a cell, a little below the limit of workbooks.
_LONGEST = 32_000


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[bytes]:
    """Write the whole workbook as one piece.

    Raises:
        ConfigError: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise ConfigError("needs-extra", name="openpyxl", extra="xlsx") from None
    book = Workbook(write_only=True)
    sheets: dict[str, Any] = {}
    for key in options.answers:
        record_type = options.load_record_type(key)
        sheet = sheets[key] = book.create_sheet(record_type.title(options.lang))
        sheet.freeze_panes = "A2"
        sheet.append([column.title(options.lang) for column in (PATH, *record_type.columns)])
    for result in results:
        if result.document is None:
            continue
        for key, sheet in sheets.items():
            record_type = options.load_record_type(key)
            columns = (PATH, *record_type.columns)
            for row in record_type.cells(result.parts.get(key, ()), result.document.source, options.lang):
                cells = zip(columns, (result.path, *row), strict=True)
                sheet.append([_make_cell(column, value, sheet) for column, value in cells])
    out = BytesIO()
    book.save(out)
    yield out.getvalue()


def _make_cell(column: Field, value: Any, sheet: Any) -> Any:
    if isinstance(value, str):
        if column.type == "decimal":
            with suppress(InvalidOperation):
                return Decimal(value)
        from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell

        text = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
        cell = WriteOnlyCell(sheet, text)
        # openpyxl makes a formula of =…, and an error of #N/A.
        cell.data_type = "s"
        # Without this mark Excel calculates such a text as soon as somebody edits the cell.
        cell.quotePrefix = text[:1] in tuple("=+-@＝＋－＠\t\r\n")
        return cell
    return value
