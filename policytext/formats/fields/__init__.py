"""One table of fields for each record type; every format takes its keys, types and titles from here.

A module of this folder is named after the key that its records have in the JSON and has ``RECORD``, a
`RecordType`: its fields in the order of the JSON keys. Records in JSON and JSON Lines, the columns of CSV, TSV and
workbooks, the schema of Parquet files and the page ``docs/fields.md`` all come from it.

>>> sections = load_record_type("sections")
>>> sections.name, [field.key for field in sections.columns][:3], sections.columns[0].title("en")
('section', ['kind', 'level', 'marker'], 'Kind')
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from policytext.formats.fields._compile import compile_json, compile_values
from policytext.formats.fields._field import Cell, Computed, Field, Schema, Type, Values, dumps, quote
from policytext.messages import Lang
from policytext.model.document import Source
from policytext.model.records import dataclass

__all__ = [
    "NO_SOURCE",
    "PATH",
    "Cell",
    "Computed",
    "Field",
    "RecordType",
    "Schema",
    "Type",
    "Values",
    "dumps",
    "list_record_keys",
    "load_record_type",
    "make_rows",
    "quote",
]

#: The path of the input, which is before the fields of a record in every flat format.
PATH = Field("path", "text", "文件", "File")
#: For records that are not places in a text: counts, words, files that could not be read.
NO_SOURCE = Source(text="")


@dataclass(frozen=True, kw_only=True)
class RecordType:
    """A record type and all that is derived from its fields.

    Args:
        name: its ``type`` in JSON Lines.
        chinese, english: the title of its sheet in a workbook.
        fields: its fields in the order of the JSON keys.
        model: the named tuple that they are read off; None if it is of another kind.
        single: whether a result has one such record, which JSON holds as an object and not as a list.
        nested: the attribute with the records below a record, which JSON nests under the same key; every other
            format lists them behind it. Empty if there are none.
    """

    name: str
    chinese: str
    english: str
    fields: tuple[Field, ...]
    model: Any = None
    single: bool = False
    nested: str = ""

    def title(self, lang: Lang) -> str:
        """Return the title in a language."""
        return self.chinese if lang == "zh" else self.english

    @cached_property
    def columns(self) -> tuple[Field, ...]:
        """The columns of a table, in their order."""
        ordered = [
            column for field in self.fields if not field.column_after for column in _list_columns(field)
        ]
        for field in self.fields:
            if field.column_after:
                at = [column.key for column in ordered].index(field.column_after) + 1
                ordered[at:at] = _list_columns(field)
        return tuple(ordered)

    @cached_property
    def schema(self) -> Schema:
        """The keys of a record and their types, in order."""
        return {field.key: _simplify_type(field.type) for field in self.fields}

    @cached_property
    def optional(self) -> tuple[str, ...]:
        """The keys that not every JSON record has."""
        return tuple([field.key for field in self.fields if field.present != "always"])

    @cached_property
    def _as_json(self) -> Callable[[Any, Source, Lang], str]:
        return compile_json(self.fields, self.model)

    @cached_property
    def _as_values(self) -> Callable[[Any, Source, Lang], Values]:
        return compile_values(self.fields, self.model)

    @cached_property
    def _as_cells(self) -> Callable[[Any, Source, Lang], tuple[Cell, ...]]:
        return compile_values(self.columns, self.model)

    def _flat(self, records: Iterable[Any]) -> Iterable[Any]:
        """The records and all below them, in reading order."""
        return (below for record in records for below in record.walk()) if self.nested else records

    def json_object(self, record: Any, source: Source, lang: Lang) -> str:
        """Write one record as the inside of a JSON object, without those below it."""
        return self._as_json(record, source, lang)

    def json_objects(self, records: Sequence[Any], source: Source, lang: Lang) -> Iterator[str]:
        """Write each record as the inside of a JSON object; records below others follow them."""
        write = self._as_json
        return (write(record, source, lang) for record in self._flat(records))

    def json_list(self, records: Sequence[Any], source: Source, lang: Lang) -> str:
        """Write the records as the inside of a JSON list; records below others are nested in them."""
        write, nested = self._as_json, self.nested
        if not nested:
            return ",".join([f"{{{write(record, source, lang)}}}" for record in records])

        def write_list(records: Iterable[Any]) -> str:
            return ",".join(
                [
                    f'{{{write(record, source, lang)},"{nested}":['
                    f"{write_list(below) if (below := getattr(record, nested)) else ''}]}}"
                    for record in records
                ]
            )

        return write_list(records)

    def values(self, records: Sequence[Any], source: Source, lang: Lang) -> Iterator[Values]:
        """Return the values of each record under the keys of the schema; None where it lacks a key."""
        read = self._as_values
        return (read(record, source, lang) for record in self._flat(records))

    def named_cells(self, record: Any, source: Source, lang: Lang) -> dict[str, Cell]:
        """Return the cells of one record by the keys of their columns."""
        keys = [column.key for column in self.columns]
        return dict(zip(keys, self._as_cells(record, source, lang), strict=True))

    def cells(self, records: Sequence[Any], source: Source, lang: Lang) -> Iterator[tuple[Cell, ...]]:
        """Return the cells of each record under the columns."""
        read = self._as_cells
        return (read(record, source, lang) for record in self._flat(records))


def load_record_type(key: str) -> RecordType:
    """Return the record type with this key in the JSON, imported only now."""
    from importlib import import_module

    record_type: RecordType = import_module(f"{__name__}.{key}").RECORD
    return record_type


def list_record_keys() -> tuple[str, ...]:
    """Return the keys of all record types: the modules of this folder.

    >>> list_record_keys()  # doctest: +NORMALIZE_WHITESPACE
    ('collocates', 'contexts', 'domains', 'findings', 'hits', 'indicators', 'lines', 'measures', 'references',
     'rules', 'sections', 'stats', 'tables')
    """
    import os

    names = {
        name.removesuffix(".py") for name in os.listdir(os.path.dirname(__file__)) if name.endswith(".py")
    }
    return tuple(sorted(name for name in names - {"files", "reference"} if not name.startswith("_")))


def make_rows(key: str, records: Sequence[Any], source: Source, lang: Lang = "zh") -> list[dict[str, Any]]:
    """Return each record as a dictionary with every key of the schema, nested records as dictionaries.

    >>> from policytext.model.statistics import Collocate
    >>> make_rows("collocates", [Collocate("推进", 12, 40, 33.333, 2.5)], Source(text=""))
    [{'term': '推进', 'count': 12, 'elsewhere': 40, 'log_likelihood': 33.33, 'log_ratio': 2.5}]
    """
    record_type = load_record_type(key)
    keys = tuple(record_type.schema)
    return [dict(zip(keys, row, strict=True)) for row in record_type.values(records, source, lang)]


def _list_columns(field: Field) -> tuple[Field, ...]:
    if field.columns is None:
        return () if field.present != "always" else (field,)
    return field.columns


def _simplify_type(kind: Any) -> Type:
    """Return the type of what is written, without the types that only this package knows."""
    if isinstance(kind, tuple):
        return {field.key: _simplify_type(field.type) for field in kind}
    if isinstance(kind, list):
        return [_simplify_type(kind[0])]
    if isinstance(kind, dict):
        return {key: _simplify_type(below) for key, below in kind.items()}
    return "text" if kind in ("decimal", "message") else str(kind)
