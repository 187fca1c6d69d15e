"""A term's places with the words on both sides, as records."""

from collections.abc import Iterator, Sequence

from policytext.formats.records import Cell, Noun, Record, Schema, Values, dumps, located, valued
from policytext.messages import Lang
from policytext.model.document import Source
from policytext.model.statistics import Context

COLUMNS = ("left", "text", "right", "address", "start", "end", "line", "column")


def record(one: Context, source: Source) -> Record:
    """One place.

    >>> from policytext.model.document import Span
    >>> record(Context(Span(2, 4), "托育", "发展", "服务", "一、"), Source(text="发展托育服务"))["column"]
    3
    """
    line, column = source.position(one.span[0])
    return {
        "start": one.span[0],
        "end": one.span[1],
        "text": one.text,
        "left": one.left,
        "right": one.right,
        "address": one.address,
        "line": line,
        "column": column,
    }


def _rows(found: Sequence[Context], source: Source, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    del lang
    for one in found:
        cells = record(one, source)
        yield tuple([cells[name] for name in COLUMNS])


def _listed(found: Sequence[Context], source: Source, lang: Lang) -> str:
    del lang
    return ",".join([dumps(located(record(one, source), source, one.span[0])) for one in found])


def _fields(found: Sequence[Context], source: Source, lang: Lang) -> Iterator[str]:
    del lang
    return (dumps(located(record(one, source), source, one.span[0]))[1:-1] for one in found)


SCHEMA: Schema = {
    "start": "int",
    "end": "int",
    "text": "text",
    "left": "text",
    "right": "text",
    "address": "text",
    "line": "int",
    "column": "int",
    "location": "text",
}


def _values(found: Sequence[Context], source: Source, lang: Lang) -> Iterator[Values]:
    del lang
    return valued((located(record(one, source), source, one.span[0]) for one in found), SCHEMA)


NOUN = Noun("context", COLUMNS, _rows, _listed, _fields, SCHEMA, _values, sometimes=("location",))
