"""A header and one row a part, quoted as spreadsheets and the csv module read it.

Values are written as they are: a title with a line break in it is one quoted cell. A file that could not be
read has no row; standard error and the exit code tell of it.

For a spreadsheet a text that Excel or LibreOffice would calculate (``=…``, ``@…``, ``+…``, a ``-…`` that is no number)
has a tab before it, which makes it text and is not seen. An apostrophe would be seen in every cell of a CSV file, a
space is a character that people search for, and ``="…"`` is a formula itself.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from typing import Any

from policytext.formats import FileResult, RenderOptions
from policytext.formats.fields import PATH, load_record_type

# What is calculated, full-width signs included; a line break first, since what follows it is looked at too.
_CALCULATED = re.compile(r"[=+\-@＝＋－＠\r\n]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class _RowReturner:
    """A file for `csv.writer` whose ``write`` returns the row, so that ``writerow`` does too."""

    def write(self, row: str) -> str:
        return row


def write_rows(results: Iterable[FileResult], delimiter: str, view: RenderOptions) -> Iterator[str]:
    """The header of the main answer, then each file's rows as one piece, lines ended by a bare line feed."""
    # csv quotes a lone carriage return only where its own line end has one.
    writer = csv.writer(_RowReturner(), delimiter=delimiter, lineterminator="\r\n")

    def line(cells: Iterable[Any]) -> str:
        written: Any = writer.writerow(map(_as_text, cells) if view.spreadsheet else cells)
        return f"{written[:-2]}\n"

    key = view.answers[0]
    record_type = load_record_type(key)
    header = (PATH, *record_type.columns)
    if view.spreadsheet:
        # Excel takes a file without the mark for one in the system's old encoding.
        yield "\ufeff" + line(column.title(view.lang) for column in header)
    else:
        yield line(column.key for column in header)
    for result in results:
        if result.document is None or (view.grouped and result.kind == "file") or key not in result.parts:
            continue
        cells = record_type.cells(result.parts.get(key, ()), result.document.source, view.lang)
        yield "".join([line((result.path, *row)) for row in cells])


def _as_text(cell: Any) -> Any:
    """A cell that no spreadsheet calculates.

    >>> [_as_text(cell) for cell in ("=1+1", "-1.2", "-丙", "≥95%", 3, None)]
    ['\\t=1+1', '-1.2', '\\t-丙', '≥95%', 3, None]
    """
    calculated = isinstance(cell, str) and _CALCULATED.match(cell) and not _NUMBER.fullmatch(cell)
    return f"\t{cell}" if calculated else cell
