"""A header and one row for each record, quoted as spreadsheets and the csv module read it.

Values are written as they are: a title with a line break in it is one quoted cell. A file that could not be
read has no row; it is reported on standard error and by the exit code.

For a spreadsheet a text that Excel or LibreOffice would calculate (``=…``, ``@…``, ``+…``, a ``-…`` that is no number)
has a tab before it, which makes it text and is not shown. An apostrophe would be shown in every cell of a CSV file, a
space is a character that people search for, and ``="…"`` is a formula itself.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from policytext.formats import FileResult, RenderOptions
from policytext.formats.fields import PATH
from policytext.text.lazy_patterns import LazyPattern

# Beginnings of formulas, full-width signs included; and line breaks, since what follows them counts too.
_CALCULATED = LazyPattern(r"[=+\-@＝＋－＠\r\n]")
_NUMBER = LazyPattern(r"-?\d+(?:\.\d+)?")


class _RowReturner:
    """A file for `csv.writer` whose ``write`` returns the row, so that ``writerow`` does too."""

    def write(self, row: str) -> str:
        return row


def write_rows(results: Iterable[FileResult], delimiter: str, options: RenderOptions) -> Iterator[str]:
    """Write the header of the main answer, then each file's rows as one piece; lines end with a line feed."""
    # csv quotes a lone carriage return only where its own line end has one.
    writer = csv.writer(_RowReturner(), delimiter=delimiter, lineterminator="\r\n")

    def line(cells: Iterable[Any]) -> str:
        written: Any = writer.writerow(map(_escape_formula, cells) if options.spreadsheet else cells)
        return f"{written[:-2]}\n"

    key = options.answers[0]
    record_type = options.load_record_type(key)
    header = (PATH, *record_type.columns)
    if options.spreadsheet:
        # Excel takes a file without the mark for one in the system's old encoding.
        yield "\ufeff" + line(column.title(options.lang) for column in header)
    else:
        yield line(column.key for column in header)
    for result in results:
        if result.document is None or (options.grouped and result.kind == "file") or key not in result.parts:
            continue
        cells = record_type.cells(result.parts.get(key, ()), result.document.source, options.lang)
        yield "".join([line((result.path, *row)) for row in cells])


def _escape_formula(cell: Any) -> Any:
    """Return a cell that no spreadsheet calculates.

    >>> [_escape_formula(cell) for cell in ("=1+1", "-1.2", "-丙", "≥95%", 3, None)]
    ['\\t=1+1', '-1.2', '\\t-丙', '≥95%', 3, None]
    """
    calculated = isinstance(cell, str) and _CALCULATED.match(cell) and not _NUMBER.fullmatch(cell)
    return f"\t{cell}" if calculated else cell
