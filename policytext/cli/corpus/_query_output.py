"""An answer of the tables on its way out: as a table for a person, as CSV or JSON Lines for a program."""

import csv
from collections.abc import Iterator
from typing import Any

from policytext.cli import streams
from policytext.cli.settings import Settings
from policytext.corpus.queries import Answer
from policytext.formats.fields import dumps
from policytext.text.display import count_cells, escape_controls, escape_json, join_lines

#: Rows by which a table's columns are measured, and the most cells of one.
_MEASURED, _WIDEST = 200, 60


def write_answer(answer: Answer, settings: Settings) -> int:
    """Write an answer to standard output or to --output; how many rows it has."""
    shape = {"table": _format_table, "csv": _format_csv, "tsv": _format_csv, "jsonl": _format_jsonl}
    name = settings.format
    counted = _CountedAnswer(answer)
    people = escape_controls if name != "jsonl" else escape_json
    with streams.open_output(
        settings.output, people if settings.at_terminal or name == "table" else str
    ) as output:
        pieces = shape[name](counted.answer, "\t" if name == "tsv" else ",")
        for piece in pieces:
            output.write(piece)
    return counted.rows


class _CountedAnswer:
    """An answer whose rows are counted as they go."""

    def __init__(self, answer: Answer) -> None:
        self.rows = 0
        self.answer = Answer(answer.columns, self._each(answer))

    def _each(self, answer: Answer) -> Iterator[tuple[Any, ...]]:
        for row in answer.rows:
            self.rows += 1
            yield row


class _RowReturner:
    """Where csv writes to: it hands each finished row back."""

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
    """A value as JSON has it: what it does not know as text."""
    if isinstance(value, dict):
        return {str(key): _simplify(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_simplify(one) for one in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _format_table(answer: Answer, _: str) -> Iterator[str]:
    """Columns under each other, by the widths of the first rows; numbers to the right."""
    head: list[list[str]] = []
    right = [True] * len(answer.columns)
    rows = answer.rows
    for values in rows:
        head.append([_format_shown_cell(value) for value in values])
        right = [
            one and (value is None or isinstance(value, int | float))
            for one, value in zip(right, values, strict=True)
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
