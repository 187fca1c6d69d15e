"""Corpora in one file: ``.csv``, ``.tsv`` and ``.jsonl`` with a column that holds a text, one document a row.

>>> [(one.path, one.text) for one in read_rows('id,body\\n1,"一、总则\\n二、附则"\\n'.encode(), "a.csv", "body")]
[('a.csv:2', '一、总则\\n二、附则')]
"""

import csv
import json
import os
import sys
from collections.abc import Iterator, Sequence
from io import StringIO

from policytext.errors import PolicytextError, ReadError
from policytext.model.document import Source
from policytext.readers.folders import TABLE_SUFFIXES
from policytext.readers.read_errors import replace_unprintable
from policytext.readers.text import decode
from policytext.text.located_lines import replace_surrogates

_DELIMITERS = {".csv": ",", ".tsv": "\t"}
#: Python's own limit on a cell is 128 kB, and a plan is longer.
_MAX_CELL = 100_000_000
_NAMES, _NAME = 12, 24  # columns that a message names, and characters of each


def is_tabular(path: str) -> bool:
    """Whether a file's name says that it may hold many documents."""
    return path.lower().endswith(TABLE_SUFFIXES)


def read_rows(
    data: bytes, path: str, column: str, encoding: str | None = None
) -> Iterator[Source | PolicytextError]:
    """Each row's text as a document of its own, called by the line where the row begins; or the fault in its place.

    Args:
        data: the file.
        path: what messages call it.
        column: the column, or for JSON Lines the key, that holds the text.
        encoding: the codec; found out where it is None.

    Raises:
        ReadError: the file is no text, or has no such column.
    """
    text = decode(data, path=path, encoding=encoding)
    delimiter = _DELIMITERS.get(os.path.splitext(path)[1].lower())
    found = _read_table(text, path, column, delimiter) if delimiter else _read_json_lines(text, path, column)
    for line, words in found:
        name = f"{path}:{line}"
        if isinstance(words, str):
            yield Source(
                text=replace_surrogates(words),
                path=name,
                encoding=text.encoding,
                encoding_origin=text.encoding_origin,
                medium="table",
            )
        else:
            yield ReadError("bad-row", path=name, name=column)


def _read_table(source: Source, path: str, column: str, delimiter: str) -> Iterator[tuple[int, str | None]]:
    csv.field_size_limit(min(_MAX_CELL, sys.maxsize))
    reader = csv.reader(StringIO(source.text, newline=""), delimiter=delimiter)
    try:
        head = next(reader, [])
        if column not in head:
            raise ReadError("no-column", path=path, name=column, known=_list_columns(head))
        at = head.index(column)
        line = reader.line_num + 1
        for row in reader:
            if row:
                yield line, row[at] if at < len(row) else None
            line = reader.line_num + 1
    except csv.Error:
        raise ReadError("bad-row", path=path, line=reader.line_num, name=column) from None


def _list_columns(columns: Sequence[str]) -> str:
    """The first columns' names, on one line: a quote that nobody closed makes one of half the file."""
    return "、".join([replace_unprintable(name[:_NAME]) for name in columns[:_NAMES]]) or "-"


def _read_json_lines(source: Source, path: str, column: str) -> Iterator[tuple[int, str | None]]:
    seen = False
    for number, line in enumerate(source.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            record = None
        words = record.get(column) if isinstance(record, dict) else None
        if isinstance(record, dict) and column not in record and not seen:
            raise ReadError("no-column", path=path, name=column, known=_list_columns(list(record)))
        seen = True
        yield number, words if isinstance(words, str) else None
