"""The lines of a text as records, each with the place that it comes from."""

from collections.abc import Iterator, Sequence

from policytext.formats.records import Cell, Noun, Record, Schema, Values, dumps, valued
from policytext.messages import Lang
from policytext.model.document import Source
from policytext.model.statistics import TextLine

COLUMNS = ("line", "start", "end", "location", "text")


def record(one: TextLine, source: Source) -> Record:
    """A line.

    >>> from policytext.model.document import Span
    >>> record(TextLine(Span(0, 2), "一\\n", "paragraph 1"), Source(text="一\\n"))
    {'line': 1, 'start': 0, 'end': 2, 'location': 'paragraph 1', 'text': '一\\n'}
    """
    start, end = one.span
    return {
        "line": source.position(start).line,
        "start": start,
        "end": end,
        "location": one.location,
        "text": one.text,
    }


def _rows(found: Sequence[TextLine], source: Source, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    del lang
    return (tuple(record(one, source).values()) for one in found)


def _listed(found: Sequence[TextLine], source: Source, lang: Lang) -> str:
    del lang
    return ",".join([dumps(record(one, source)) for one in found])


def _fields(found: Sequence[TextLine], source: Source, lang: Lang) -> Iterator[str]:
    del lang
    return (dumps(record(one, source))[1:-1] for one in found)


SCHEMA: Schema = {"line": "int", "start": "int", "end": "int", "location": "text", "text": "text"}


def _values(found: Sequence[TextLine], source: Source, lang: Lang) -> Iterator[Values]:
    del lang
    return valued((record(one, source) for one in found), SCHEMA)


NOUN = Noun("line", COLUMNS, _rows, _listed, _fields, SCHEMA, _values)
