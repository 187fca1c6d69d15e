"""A header and one row a section, quoted as spreadsheets and the csv module read it.

Values are written as they are: a title with a line break in it is one quoted cell. A file that could not be
read has no row; standard error and the exit code tell of it.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from policytext.formats import Result
from policytext.formats._records import SECTION_KEYS, flat, section_values


class _Handed:
    """Where csv writes to: it hands each finished row back."""

    def write(self, row: str) -> str:
        return row


def rows(results: Iterable[Result], delimiter: str) -> Iterator[str]:
    """The header, then each file's rows as one piece, lines ended by a bare line feed."""
    # csv quotes a lone carriage return only where its own line end has one.
    writer = csv.writer(_Handed(), delimiter=delimiter, lineterminator="\r\n")

    def line(cells: Iterable[Any]) -> str:
        written: Any = writer.writerow(cells)
        return f"{written[:-2]}\n"

    yield line(("path", *SECTION_KEYS))
    for result in results:
        if result.document is None:
            continue
        starts = result.document.source.line_starts
        for parts in result.parts.values():
            yield "".join(line((result.path, *section_values(section, starts))) for section in flat(parts))
