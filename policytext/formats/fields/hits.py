"""Statements that the rules of packs extract; in a table each capture has columns of its own."""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import ADDRESS, COLUMN, DOMAIN, END, LINE, LOCATION, RULE, START, TEXT
from policytext.model.extractions import Capture, Extraction
from policytext.model.records import replace

#: What a capture says, beside its text and its place.
_CAPTURE = (
    Field("type", "text", "类型", "Type", lambda capture: capture.type or None),
    Field("text", "text", "原文", "Text"),
    Field("start", "int", "起始", "Start", "span.start"),
    Field("end", "int", "结束", "End", "span.end"),
    Field("value", "decimal", "数值", "Value"),
    Field("value_high", "decimal", "上限", "Upper value"),
    Field("unit", "text", "单位", "Unit", lambda capture: capture.unit or None),
    Field("comparator", "text", "界限", "Comparator", lambda capture: capture.comparator or None),
    Field("from", "text", "起", "From", "start"),
    Field("until", "text", "止", "To", "end"),
)
#: The columns of a typed capture behind that of its text: what is added to its name, and the attribute.
_AMOUNT = (
    ("value", "decimal", "数值", "value"),
    ("high", "decimal", "上限", "value_high"),
    ("unit", "text", "单位", "unit"),
    ("comparator", "text", "界限", "comparator"),
)
_COLUMNS = {
    "number": _AMOUNT,
    "money": _AMOUNT,
    "date": (("from", "text", "起", "start"), ("until", "text", "止", "end")),
}

RECORD = RecordType(
    name="hit",
    chinese="提取结果",
    english="Hits",
    model=Extraction,
    fields=(
        RULE,
        Field(
            "captures", {"*": _CAPTURE}, "各部分", "Captures",
            lambda hit: {capture.name: capture for capture in hit.captures},
            columns=(),
        ),
        Field("attributes", {"*": "text"}, "附加内容", "Attributes", lambda hit: dict(hit.attributes), columns=()),
        START._replace(column_after="column"),
        END._replace(column_after="start"),
        TEXT,
        DOMAIN,
        ADDRESS,
        LINE,
        COLUMN,
        LOCATION,
    ),
)  # fmt: skip


def add_columns(captures: Iterable[tuple[str, str]], attributes: Iterable[str]) -> RecordType:
    """Return the record type with the columns of named captures and attributes.

    Args:
        captures: the name and type of each capture; one that several rules have with different types has the columns
            of each.
        attributes: the names of what rules give to their statements.
    """
    columns: dict[str, Field] = {}
    for name, kind in captures:
        columns.setdefault(name, Field(name, "text", name, name, _read(name, "text")))
        for suffix, form, chinese, attribute in _COLUMNS.get(kind, ()):
            key = f"{name}_{suffix}"
            columns.setdefault(
                key, Field(key, form, f"{name}（{chinese}）", f"{name} ({suffix})", _read(name, attribute))
            )
    for name in attributes:
        columns.setdefault(name, Field(name, "text", name, name, _read_attribute(name)))
    fields = tuple(
        field._replace(columns=tuple(columns.values())) if field.key == "captures" else field
        for field in RECORD.fields
    )
    return replace(RECORD, fields=fields)


def _read(name: str, attribute: str) -> Any:
    value = attrgetter(attribute)

    def read(hit: Extraction) -> Any:
        capture: Capture | None = hit.find(name)
        return None if capture is None else value(capture) or None

    return read


def _read_attribute(name: str) -> Any:
    return lambda hit: dict(hit.attributes).get(name)
