"""Write the result of a query: as a table for people, as CSV or JSON Lines for programs."""

import csv
from collections.abc import Iterator
from typing import Any

from policytext.cli import streams
from policytext.cli.settings import Settings
from policytext.corpus.queries import Answer
from policytext.formats.fields import dumps
from policytext.text.display import count_cells, escape_controls, escape_json, join_lines

#: The number of rows that the widths of columns are measured by, and the maximum width.
_MEASURED, _WIDEST = 200, 60


def write_answer(answer: Answer, settings: Settings) -> int:
    """Write a result to standard output or --output, and return the number of its rows."""
    formatters = {"table": _format_table, "csv": _format_csv, "tsv": _format_csv, "jsonl": _format_jsonl}
    name = settings.format
    counted = _CountedAnswer(answer)
    escape = escape_controls if name != "jsonl" else escape_json
    with streams.open_output(
        settings.output, escape if settings.at_terminal or name == "table" else str
    ) as output:
        pieces = formatters[name](counted.answer, "\t" if name == "tsv" else ",")
        for piece in pieces:
            output.write(piece)
    return counted.rows


class _CountedAnswer:
    """A result whose rows are counted while they are read."""

    def __init__(self, answer: Answer) -> None:
        self.rows = 0
        self.answer = Answer(answer.columns, self._each(answer))

    def _each(self, answer: Answer) -> Iterator[tuple[Any, ...]]:
        for row in answer.rows:
            self.rows += 1
            yield row


class _RowReturner:
    """A file for `csv.writer` whose ``write`` returns the row."""

    def write(self, row: str) -> str:
        return row


def _format_csv(answer: Answer, delimiter: str) -> Iterator[str]:
    # csv quotes a lone carriage return only where its own line end has one.
    writer: Any = csv.writer(_RowReturner(), delimiter=delimiter, lineterminator="\r\n")
    for row in (answer.columns, *()):
        yield writer.writerow(row)[:-2] + "\n"
    for row in answer.rows:
        yield writer.writerow([_format_cell(value) for value in row])[:-2] + "\n"


def _format_jsonl(answer: Answer, _: str) -> Iterator[str]:
    for row in answer.rows:
        record = {name: _simplify(value) for name, value in zip(answer.columns, row, strict=True)}
        yield dumps(record) + "\n"


def _format_cell(value: Any) -> Any:
    plain = _simplify(value)
    return dumps(plain) if isinstance(plain, dict | list) else plain


def _simplify(value: Any) -> Any:
    """Convert a value to a type of JSON; other types become text."""
    if isinstance(value, dict):
        return {str(key): _simplify(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_simplify(item) for item in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _format_table(answer: Answer, _: str) -> Iterator[str]:
    """Format aligned columns, as wide as the first rows need; numbers are aligned right."""
    head: list[list[str]] = []
    right = [True] * len(answer.columns)
    rows = answer.rows
    for values in rows:
        head.append([_format_shown_cell(value) for value in values])
        right = [
            numeric and (value is None or isinstance(value, int | float))
            for numeric, value in zip(right, values, strict=True)
        ]
        if len(head) == _MEASURED:
            break
    widths = [
        min(max([count_cells(name), *(count_cells(row[at]) for row in head)]), _WIDEST)
        for at, name in enumerate(answer.columns)
    ]
    yield _format_row(answer.columns, widths, right)
    yield "  ".join("─" * width for width in widths) + "\n"
    for row in head:
        yield _format_row(row, widths, right)
    for values in rows:
        yield _format_row([_format_shown_cell(value) for value in values], widths, right)


def _format_shown_cell(value: Any) -> str:
    plain = _format_cell(value)
    return "-" if plain is None else join_lines(str(plain))


def _format_row(row: Any, widths: list[int], right: list[bool]) -> str:
    parts = []
    for value, width, to_right in zip(row, widths, right, strict=True):
        space = " " * max(width - count_cells(value), 0)
        parts.append(space + value if to_right else value + space)
    return "  ".join(parts).rstrip() + "\n"
