"""Quantified statements as records; in tables what is nested stands in columns of its own."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from policytext.formats.records import Cell, Noun, Record, Schema, Values, dumps, located, valued
from policytext.messages import Lang
from policytext.model.annotations import Baseline, DateRef, Indicator
from policytext.model.document import Source

COLUMNS = (
    "status",
    "indicator",
    "comparator",
    "value",
    "value_high",
    "unit",
    "change",
    "baseline_value",
    "baseline_unit",
    "baseline_date",
    "date",
    "date_start",
    "date_end",
    "date_role",
    "binding",
    "actor",
    "domain",
    "address",
    "start",
    "end",
    "line",
    "column",
    "text",
    "rule",
    "confidence",
)


def number(value: Decimal | None) -> str | None:
    """A decimal string, never with an exponent.

    >>> number(Decimal("1.4E+13")), number(Decimal("0.10")), number(None)
    ('14000000000000', '0.10', None)
    """
    return None if value is None else format(value, "f")


def date_record(when: DateRef | None) -> Record | None:
    """A date as the schema has it; both ends included."""
    if when is None:
        return None
    return {
        "text": when.text,
        "start": when.start,
        "end": when.end,
        "grain": when.grain,
        "role": when.role,
        "at": [when.span[0], when.span[1]],
    }


def _baseline_record(baseline: Baseline | None) -> Record | None:
    if baseline is None:
        return None
    return {
        "value": number(baseline.value),
        "unit": baseline.unit or None,
        "date": date_record(baseline.date),
    }


def record(one: Indicator, source: Source) -> Record:
    """An indicator with its baseline and its date.

    >>> from policytext.model.document import Span
    >>> one = Indicator(Span(0, 6), "入户率达80%", "target", "入户率", Decimal(80), None, "%", "=")
    >>> found = record(one, Source(text="入户率达80%"))
    >>> found["value"], found["unit"], found["date"], found["line"]
    ('80', '%', None, 1)
    """
    line, column = source.position(one.span[0])
    return {
        "status": one.status,
        "start": one.span[0],
        "end": one.span[1],
        "text": one.text,
        "indicator": one.name,
        "value": number(one.value),
        "value_high": number(one.value_high),
        "unit": one.unit,
        "comparator": one.comparator,
        "change": one.change,
        "baseline": _baseline_record(one.baseline),
        "date": date_record(one.date),
        "binding": one.binding,
        "actor": one.actor,
        "domain": one.domain,
        "address": one.address,
        "line": line,
        "column": column,
        "rule": one.rule,
        "confidence": one.confidence,
    }


def _rows(found: Sequence[Indicator], source: Source, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    del lang
    for one in found:
        cells: dict[str, Any] = record(one, source)
        date, baseline = one.date, one.baseline
        compared = baseline.date if baseline else None
        cells |= {
            "baseline_value": number(baseline.value) if baseline else None,
            "baseline_unit": baseline.unit if baseline else None,
            "baseline_date": compared.end if compared else None,
            "date": date.text if date else None,
            "date_start": date.start if date else None,
            "date_end": date.end if date else None,
            "date_role": date.role if date else None,
        }
        yield tuple([cells[name] for name in COLUMNS])


def _listed(found: Sequence[Indicator], source: Source, lang: Lang) -> str:
    del lang
    return ",".join([dumps(located(record(one, source), source, one.span[0])) for one in found])


def _fields(found: Sequence[Indicator], source: Source, lang: Lang) -> Iterator[str]:
    del lang
    return (dumps(located(record(one, source), source, one.span[0]))[1:-1] for one in found)


DATE: Schema = {
    "text": "text",
    "start": "text",
    "end": "text",
    "grain": "text",
    "role": "text",
    "at": ["int"],
}
SCHEMA: Schema = {
    "status": "text",
    "start": "int",
    "end": "int",
    "text": "text",
    "indicator": "text",
    "value": "text",
    "value_high": "text",
    "unit": "text",
    "comparator": "text",
    "change": "text",
    "baseline": {"value": "text", "unit": "text", "date": DATE},
    "date": DATE,
    "binding": "text",
    "actor": "text",
    "domain": "text",
    "address": "text",
    "line": "int",
    "column": "int",
    "rule": "text",
    "confidence": "float",
    "location": "text",
}


def _values(found: Sequence[Indicator], source: Source, lang: Lang) -> Iterator[Values]:
    del lang
    return valued((located(record(one, source), source, one.span[0]) for one in found), SCHEMA)


NOUN = Noun("indicator", COLUMNS, _rows, _listed, _fields, SCHEMA, _values, sometimes=("location",))
