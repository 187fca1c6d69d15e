"""Commitments in words as records."""

from collections.abc import Iterator, Sequence

from policytext.formats.records import Cell, Noun, Record, Schema, Values, dumps, located, valued
from policytext.formats.records.indicators import DATE, date_record
from policytext.messages import Lang
from policytext.model.annotations import Measure
from policytext.model.document import Source

COLUMNS = (
    "verb",
    "object",
    "modality",
    "strength",
    "actor",
    "supporting",
    "date",
    "date_end",
    "domain",
    "address",
    "start",
    "end",
    "line",
    "column",
    "text",
)


def record(one: Measure, source: Source) -> Record:
    """A commitment.

    >>> from policytext.model.document import Span
    >>> one = Measure(Span(0, 6), "加强运行监测", "加强", "运行监测", "", 1)
    >>> found = record(one, Source(text="加强运行监测"))
    >>> found["verb"], found["strength"], found["supporting"]
    ('加强', 1, [])
    """
    line, column = source.position(one.span[0])
    return {
        "start": one.span[0],
        "end": one.span[1],
        "text": one.text,
        "verb": one.verb,
        "object": one.object,
        "modality": one.modality or None,
        "strength": one.strength,
        "actor": one.actor,
        "supporting": list(one.supporting),
        "date": date_record(one.date),
        "domain": one.domain,
        "address": one.address,
        "line": line,
        "column": column,
    }


def _rows(found: Sequence[Measure], source: Source, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    del lang
    for one in found:
        cells = record(one, source)
        cells["supporting"] = "、".join(one.supporting)
        cells["date"] = one.date.text if one.date else None
        cells["date_end"] = one.date.end if one.date else None
        yield tuple([cells[name] for name in COLUMNS])


def _listed(found: Sequence[Measure], source: Source, lang: Lang) -> str:
    del lang
    return ",".join([dumps(located(record(one, source), source, one.span[0])) for one in found])


def _fields(found: Sequence[Measure], source: Source, lang: Lang) -> Iterator[str]:
    del lang
    return (dumps(located(record(one, source), source, one.span[0]))[1:-1] for one in found)


SCHEMA: Schema = {
    "start": "int",
    "end": "int",
    "text": "text",
    "verb": "text",
    "object": "text",
    "modality": "text",
    "strength": "int",
    "actor": "text",
    "supporting": ["text"],
    "date": DATE,
    "domain": "text",
    "address": "text",
    "line": "int",
    "column": "int",
    "location": "text",
}


def _values(found: Sequence[Measure], source: Source, lang: Lang) -> Iterator[Values]:
    del lang
    return valued((located(record(one, source), source, one.span[0]) for one in found), SCHEMA)


NOUN = Noun("measure", COLUMNS, _rows, _listed, _fields, SCHEMA, _values, sometimes=("location",))
