"""Columns of records as columns of Parquet: their types, values and encodings."""

from collections.abc import Iterator, Sequence
from typing import Any

from policytext.corpus.arrow import import_pyarrow
from policytext.formats.fields import Type

Columns = tuple[tuple[str, Type], ...]
#: Numbers that rise from row to row, and texts that are nearly all different.
_RISING = ("start", "end", "title_start", "title_end", "line", "column")
_DISTINCT = ("text", "object", "title", "digest", "fingerprint")


def make_arrow_type(kind: Type) -> Any:
    """Return the pyarrow type of a type of records.

    >>> str(make_arrow_type([{"text": "text", "weight": "number"}]))
    'list<element: struct<text: string, weight: double>>'
    """
    pyarrow = import_pyarrow()
    if isinstance(kind, list):
        return pyarrow.list_(pyarrow.field("element", make_arrow_type(kind[0])))
    if isinstance(kind, dict):
        if "*" in kind:
            return pyarrow.map_(pyarrow.string(), make_arrow_type(kind["*"]))
        return pyarrow.struct([(name, make_arrow_type(below)) for name, below in kind.items()])
    return {
        "text": pyarrow.string(),
        "int": pyarrow.int64(),
        "float": pyarrow.float64(),
        "number": pyarrow.float64(),
    }[kind]


def _convert(value: Any, kind: Type) -> Any:
    """Return a value as pyarrow takes it: a map as pairs."""
    if value is None or not isinstance(kind, dict):
        return value
    if "*" in kind:
        return [(key, _convert(item, kind["*"])) for key, item in value.items()]
    return value


def make_array(column: Sequence[Any], kind: Type, wanted: Any) -> Any:
    """Return a column as a pyarrow array.

    >>> make_array([1, 2**70], "int", make_arrow_type("int")).to_pylist(), make_array(["\\ud800"], "text", make_arrow_type("text"))[0].as_py()
    ([1, None], '?')
    """
    pyarrow = import_pyarrow()
    values = [_convert(value, kind) for value in column] if _is_map(kind) else column
    try:
        return pyarrow.array(values, wanted)
    except (OverflowError, UnicodeError, pyarrow.ArrowException):
        # A number that no column holds, or half a character, is dropped, so that the shard can be written.
        return pyarrow.array([_make_storable(value) for value in values], wanted)


def _make_storable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, int):
        return value if -(2**63) <= value < 2**63 else None
    if isinstance(value, dict):
        return {key: _make_storable(item) for key, item in value.items()}
    return type(value)(map(_make_storable, value)) if isinstance(value, list | tuple) else value


def _is_map(kind: Type) -> bool:
    return isinstance(kind, dict) and "*" in kind


def choose_packing(columns: Columns) -> dict[str, Any]:
    """Return how a table is compressed: to three quarters of what pyarrow's defaults need, and as fast."""
    leaves = [leaf for name, kind in columns for leaf in _list_leaves(name, kind)]
    places = [name for name, kind in leaves if kind == "int" and name.rpartition(".")[2] in _RISING]
    apart = {*places, *_DISTINCT}
    return {
        "compression": "zstd",
        "compression_level": 3,
        "write_page_checksum": True,
        "use_dictionary": [name for name, _ in leaves if name not in apart],
        "column_encoding": dict.fromkeys(places, "DELTA_BINARY_PACKED"),
    }


def _list_leaves(name: str, kind: Type) -> Iterator[tuple[str, Type]]:
    """Return the Parquet columns that a column consists of."""
    if isinstance(kind, list):
        yield from _list_leaves(f"{name}.list.element", kind[0])
    elif isinstance(kind, dict) and "*" in kind:
        yield f"{name}.key_value.key", "text"
        yield from _list_leaves(f"{name}.key_value.value", kind["*"])
    elif isinstance(kind, dict):
        for below, inside in kind.items():
            yield from _list_leaves(f"{name}.{below}", inside)
    else:
        yield name, kind
