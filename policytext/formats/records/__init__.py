"""What was found as the plain records that JSON, JSON Lines and tables write: one file a noun.

A noun's module has ``NOUN``: the type it has in JSON Lines, the columns of its table, and how its parts are
written. Keys stand in the order of the published schema.

>>> noun("sections").type, noun("sections").columns[:3]
('section', ('kind', 'level', 'marker'))
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from json.encoder import JSONEncoder, encode_basestring
from typing import Any, NamedTuple

from policytext.messages import Lang
from policytext.model.document import Source

Record = dict[str, Any]
Cell = str | int | float | None
#: What a key of a record holds: "text", "int", "float", "number" (a float, written without ".0" where it is whole),
#: a list of one type ``[type]``, a record ``{"key": type}``, or a table from texts ``{"*": type}``.
Type = str | list[Any] | dict[str, Any]
Schema = dict[str, Type]
Values = tuple[Any, ...]

quoted: Callable[[Any], str] = encode_basestring

# Compact, because an indent would switch off the encoder written in C; records are trees, never circles.
dumps: Callable[[Any], str] = JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode

# What a command answers, by its key in the JSON, and the module of the noun.
_MODULES = {
    "sections": "sections",
    "domains": "passages",
    "findings": "findings",
    "indicators": "indicators",
    "measures": "measures",
    "stats": "stats",
    "contexts": "contexts",
    "collocates": "collocates",
    "lines": "textlines",
}


class Noun(NamedTuple):
    """How one kind of part is written.

    Args:
        type: its type in JSON Lines.
        columns: the header of its table.
        rows: the cells of each part under the columns; parts below parts follow theirs.
        listed: the parts as the inside of a JSON list, with those below them nested.
        fields: each part as the inside of a JSON object, flat.
        schema: the keys of a part's record and their types, in order, those of `sometimes` at the end.
        values: each part as the values of these keys, flat.
        single: whether there is one part to a result, which JSON holds as an object and not as a list.
        sometimes: the keys that a record lacks where they would be null.
    """

    type: str
    columns: tuple[str, ...]
    rows: Callable[[Sequence[Any], Source, Lang], Iterator[tuple[Cell, ...]]]
    listed: Callable[[Sequence[Any], Source, Lang], str]
    fields: Callable[[Sequence[Any], Source, Lang], Iterator[str]]
    schema: Schema
    values: Callable[[Sequence[Any], Source, Lang], Iterator[Values]]
    single: bool = False
    sometimes: tuple[str, ...] = ()


def noun(key: str) -> Noun:
    """How the parts under `key` are written, imported only now."""
    from importlib import import_module

    found: Noun = import_module(f"{__name__}.{_MODULES[key]}").NOUN
    return found


def valued(records: Iterable[Record], schema: Schema) -> Iterator[Values]:
    """The values of each record under the keys of a schema.

    >>> list(valued([{"b": 2, "a": 1}], {"a": "int", "b": "int", "c": "text"}))
    [(1, 2, None)]
    """
    keys = tuple(schema)
    return (tuple([record.get(key) for key in keys]) for record in records)


def located(record: Record, source: Source, offset: int) -> Record:
    """The record, with the paragraph, element or page of an offset if its text was extracted.

    >>> located({}, Source(text="一", locations=((0, "paragraph 3"),)), 0), located({}, Source(text="一"), 0)
    ({'location': 'paragraph 3'}, {})
    """
    if source.locations:
        record["location"] = source.location(offset)
    return record
