"""A row of a table: what a corpus run reads and keeps of it.

>>> make_row(7, ["一、总则", "a7", 2031], Job(id_column="id", keep=("year",)))
(7, '一、总则', 'a7', (('year', '2031'),))
"""

import json
from typing import Any

from policytext.corpus.job import Job
from policytext.text.located_lines import replace_surrogates

#: A row: its number, its text (None where it has none), its name, and what else is kept of it.
Row = tuple[int, str | None, str | None, tuple[tuple[str, str], ...]]


def make_row(number: int, cells: list[Any], job: Job) -> Row:
    """Return a row from its cells: the text, the id if there is a column of ids, and the columns that are kept."""
    text, rest = cells[0], cells[1:]
    name = None
    if job.id_column:
        name, rest = rest[0], rest[1:]
    kept = tuple(
        (key, format_value(value)) for key, value in zip(job.keep, rest, strict=True) if value is not None
    )
    return number, text if isinstance(text, str) else None, None if name is None else format_value(name), kept


def format_value(value: Any) -> str:
    """Return a value of a table as text."""
    if isinstance(value, str):
        return replace_surrogates(value)
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return replace_surrogates(json.dumps(value, ensure_ascii=False, default=str))
