"""Functions that write records, compiled once from a table of fields.

A text has one section every 150 characters, and at 20 MB/s reading, outlining and writing share 22 microseconds for
it. A function that walks the table for each record takes three times as long as one with the attributes and keys
written out, so that one is made here, as `dataclasses` and `namedtuple` make their methods. Nothing in it comes
from a document: it is put together from the tables alone.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from policytext.formats.fields._field import Computed, Field, dumps, quote

if TYPE_CHECKING:
    from decimal import Decimal  # an outline does without it

#: Statements that set the names used by the expressions of places, by these names.
_STATEMENTS = {
    "line": "line = bisect_right(starts, start)",
    "end_line": "end_line = bisect_right(starts, end)",
}
_EXPRESSIONS = {
    Computed.LINE: "line",
    Computed.COLUMN: "start - starts[line - 1] + 1",
    Computed.END_LINE: "end_line",
    Computed.END_COLUMN: "end - starts[end_line - 1] + 1",
    Computed.LOCATION: "(source.location(start) if source.locations else None)",
}


def compile_json(fields: Sequence[Field], model: Any = None) -> Callable[..., str]:
    """Make a function of a record, its source and a language that writes it as the inside of a JSON object.

    >>> from policytext.model.document import Source
    >>> fields = (Field("term", "text", "词", "Term"), Field("log_ratio", "float", "对数比", "Log ratio"))
    >>> from policytext.model.statistics import Collocate
    >>> compile_json(fields)(Collocate("推进", 12, 40, 33.3, 2.5), Source(text=""), "zh")
    '"term":"推进","log_ratio":2.5'
    """
    body = _Body(fields, model)
    always = ",".join(
        [f'"{field.key}":{{{body.json(field)}}}' for field in fields if field.present == "always"]
    )
    written = f"f'{always}'"
    for field in fields:
        if field.present != "always":
            there = "source.locations" if field.present == "extracted" else body.value(field)
            written += f""" + (f',"{field.key}":{{{body.json(field)}}}' if {there} else "")"""
    return body.function(written)


def compile_values(fields: Sequence[Field], model: Any = None) -> Callable[..., tuple[Any, ...]]:
    """Make a function of a record, its source and a language that returns the values of the fields.

    >>> from policytext.model.document import Source
    >>> from policytext.model.statistics import Count
    >>> compile_values((Field("term", "text", "词", "Term"),))(Count("推进", 12), Source(text=""), "zh")
    ('推进',)
    """
    body = _Body(fields, model)
    return body.function(f"({', '.join(map(body.value, fields))},)")


def compile_dict(fields: Sequence[Field]) -> Callable[..., dict[str, Any]]:
    """Make a function of a record, its source and a language that returns the values by their keys."""
    body = _Body(fields)
    always = [f'"{field.key}": {body.value(field)}' for field in fields if field.present == "always"]
    sometimes = [
        f'**({{"{field.key}": value}} if (value := {body.value(field)}) else {{}})'
        for field in fields
        if field.present == "not-empty"
    ]
    return body.function(f"{{{', '.join(always + sometimes)}}}")


class _Body:
    """The text of one function while it is put together, and the objects that it names."""

    def __init__(self, fields: Sequence[Field], model: Any = None) -> None:
        self._attributes: tuple[str, ...] = model._fields if model else ()
        self._unpacked: set[str] = set()
        self._fields = {field.key: field for field in fields}
        self._names: dict[str, Any] = {
            "bisect_right": bisect_right, "format_decimal": format_decimal, "dumps": dumps, "format_number": format_number,
            "quote": quote, "drop_zero_fraction": drop_zero_fraction,
        }  # fmt: skip
        self._statements: list[str] = []

    def function(self, returned: str) -> Callable[..., Any]:
        """Compile the function that returns the value of an expression."""
        lines = ["def written(record, source, lang):"]
        if self._unpacked:  # a named tuple gives all its attributes at once in a third of the time
            names = [f"of_{name}" if name in self._unpacked else "_" for name in self._attributes]
            lines.append(f"{', '.join(names)}, = record")
        lines += [*self._statements, f"return {returned}"]
        exec("\n    ".join(lines), self._names)
        function: Callable[..., Any] = self._names["written"]
        return function

    def value(self, field: Field) -> str:
        """Return the expression of a field's value."""
        value = self._converted(field.type, self._read(field))
        return f"({value} or None)" if field.present == "not-empty" else value

    def json(self, field: Field) -> str:
        """Return the expression of a field's value as JSON."""
        value = self.value(field)
        if field.type in ("text", "decimal", "message"):
            return f'"null" if (value := {value}) is None else quote(value)'
        if field.type == "int":
            return f'"null" if (value := {value}) is None else value'
        if field.type in ("float", "number"):
            return f"format_number({value})"
        if isinstance(field.type, list):
            return f'dumps(value) if (value := {value}) else "[]"'
        return f'"null" if (value := {value}) is None else dumps(value)'

    def _read(self, field: Field) -> str:
        if isinstance(field.read, Computed):
            return self._computed(field.read)
        if callable(field.read):
            return f"{self._named('read', field.read)}(record)"
        first, *rest = (field.read or field.key).split("?.")
        name, dot, below = first.partition(".")
        if name in self._attributes:
            self._unpacked.add(name)
            value = f"of_{name}{dot}{below}"
        else:
            value = f"record.{first}"
        for name in rest:
            value = f"(None if (part := {value}) is None else part.{name})"
        return value

    def _computed(self, place: Computed) -> str:
        """Set what the expression of a place needs, once."""
        ends = place in (Computed.END_LINE, Computed.END_COLUMN)
        for statement in (
            f"end = {self._read(self._fields['end'])}"
            if ends
            else f"start = {self._read(self._fields['start'])}",
            "starts = source.line_starts" if place is not Computed.LOCATION else "",
            _STATEMENTS["end_line" if ends else "line"] if place is not Computed.LOCATION else "",
        ):
            if statement and statement not in self._statements:
                self._statements.append(statement)
        return _EXPRESSIONS[place]

    def _converted(self, kind: Any, value: str) -> str:
        """Return the expression of a value in the form of its type."""
        if isinstance(kind, tuple):
            nested = self._named("nested", compile_dict(kind))
            return f"(None if (part := {value}) is None else {nested}(part, source, lang))"
        if isinstance(kind, list):
            item = self._converted(kind[0], "item")
            return f"list({value})" if item == "item" else f"[{item} for item in {value}]"
        if isinstance(kind, dict):
            item = self._converted(kind["*"], "item")
            return f"(None if (part := {value}) is None else {{key: {item} for key, item in part.items()}})"
        if kind == "message":
            return f'({value}.zh if lang == "zh" else {value}.en)'
        conversion = {"decimal": "format_decimal", "number": "drop_zero_fraction"}.get(kind)
        return f"{conversion}({value})" if conversion else value

    def _named(self, prefix: str, value: Any) -> str:
        name = f"{prefix}_{len(self._names)}"
        self._names[name] = value
        return name


def format_decimal(value: "Decimal | None") -> str | None:
    """Write a decimal number, never with an exponent.

    >>> from decimal import Decimal
    >>> format_decimal(Decimal("1.4E+13")), format_decimal(Decimal("0.10")), format_decimal(None)
    ('14000000000000', '0.10', None)
    """
    return None if value is None else format(value, "f")


def drop_zero_fraction(value: float) -> float:
    """Return 3 rather than 3.0, as people write weights.

    >>> drop_zero_fraction(3.0), drop_zero_fraction(2.0004)
    (3, 2.0)
    """
    return int(value) if value == int(value) else round(value, 3)


def format_number(value: float | None) -> str:
    """Write a number as JSON.

    >>> format_number(2.5), format_number(3), format_number(None)
    ('2.5', '3', 'null')
    """
    return float.__repr__(value) if type(value) is float and isfinite(value) else dumps(value)
