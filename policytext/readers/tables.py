"""The reader of tables with one document in each row: ``.csv``, ``.tsv``, ``.jsonl`` and ``.xlsx`` with a column of texts.

>>> [(source.path, source.text) for source in read_rows('id,body\\n1,"一、总则\\n二、附则"\\n'.encode(), "a.csv", "body")]
[('a.csv:2', '一、总则\\n二、附则')]
"""

import csv
import json
import os
import sys
from collections.abc import Iterator
from io import StringIO

from policytext.errors import PolicytextError, ReadError
from policytext.model.document import Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, ReadOptions
from policytext.readers.folders import is_tabular
from policytext.readers.read_errors import list_columns
from policytext.readers.text import decode
from policytext.text.located_lines import replace_surrogates

_WORKBOOK = ".xlsx"
_DELIMITERS = {".csv": ",", ".tsv": "\t"}
#: Python's default limit of 128 kB for a cell is too low for a plan.
_MAX_CELL = 100_000_000
_MAX_HEAD = 100_000  # the characters in which the names of columns are looked for


def read_rows(
    data: bytes, path: str, column: str, options: ReadOptions = DEFAULT_READ_OPTIONS
) -> Iterator[Source | PolicytextError]:
    """Yield each row's text as a source named after the row's first line, or an error in its place.

    Args:
        data: the file.
        path: the file as messages name it.
        column: the column of texts, or the key for JSON Lines.
        options: the options for reading it.

    Raises:
        ReadError: the file is not text, or has no such column.
    """
    if path.lower().endswith(_WORKBOOK):
        from policytext.readers import workbooks  # imported late because few files are workbooks

        yield from workbooks.read_rows(data, path, column, options)
        return
    text = decode(data, path=path, encoding=options.encoding, errors=options.errors)
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
                replaced=words.count("\ufffd") if text.replaced else 0,
            )
        else:
            yield ReadError("bad-row", path=name, name=column)


def _read_table(source: Source, path: str, column: str, delimiter: str) -> Iterator[tuple[int, str | None]]:
    csv.field_size_limit(min(_MAX_CELL, sys.maxsize))
    reader = csv.reader(StringIO(source.text, newline=""), delimiter=delimiter)
    try:
        head = next(reader, [])
        if column not in head:
            raise ReadError("no-column", path=path, name=column, known=list_columns(head))
        at = head.index(column)
        line = reader.line_num + 1
        for row in reader:
            if row:
                yield line, row[at] if at < len(row) else None
            line = reader.line_num + 1
    except csv.Error:
        raise ReadError("bad-row", path=path, line=reader.line_num, name=column) from None


def find_columns(source: Source) -> str:
    """Return the names of the columns of a table that was read as text, as messages list them; empty for no table.

    >>> find_columns(Source(text="编号,正文\\n1,总则", path="a.csv")), find_columns(Source(text="编号", path="a.txt"))
    ('编号、正文', '')
    """
    if not is_tabular(source.path) or source.medium != "text":
        return ""
    delimiter = _DELIMITERS.get(os.path.splitext(source.path)[1].lower())
    head = source.text[:_MAX_HEAD]
    try:
        if delimiter:
            return list_columns(next(csv.reader(StringIO(head, newline=""), delimiter=delimiter), []))
        record = json.loads(head.partition("\n")[0])
    except (csv.Error, ValueError, RecursionError):
        return ""
    return list_columns(list(record)) if isinstance(record, dict) else ""


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
            raise ReadError("no-column", path=path, name=column, known=list_columns(list(record)))
        seen = True
        yield number, words if isinstance(words, str) else None
