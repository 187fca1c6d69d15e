"""The keys of a rule file as a JSON Schema (draft-07), for completion and validation in editors.

>>> json_schema()["properties"]["lint"]["items"]["required"]
['id', 'title', 'find', 'tests']
"""

from typing import Any

from policytext.rulebook.rule_keys import PACK
from policytext.rulebook.schema import (
    NO,
    YES,
    Either,
    Flag,
    ListOf,
    MapOf,
    Number,
    Record,
    Shape,
    Text,
)


def json_schema() -> dict[str, Any]:
    """Return the schema of a rule file, made from the table that the loader uses."""
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "policytext rules"}
    return head | schema_of(PACK)


def schema_of(shape: Shape) -> dict[str, Any]:
    """Return the schema of one shape.

    Editors resolve YAML types before they validate, so ``no`` and ``010`` arrive as a boolean and a number where the
    loader sees text; text without a form allows both.
    """
    if isinstance(shape, Record):
        return _record(shape)
    if isinstance(shape, ListOf):
        many = {"type": "array", "items": schema_of(shape.item)}
        return {"anyOf": [schema_of(shape.item), many]} if shape.or_one else many
    if isinstance(shape, MapOf):
        names = _names(shape.key)
        return {"type": "object", "additionalProperties": schema_of(shape.value)} | names
    if isinstance(shape, Either):
        return {"anyOf": [schema_of(one) for one in shape.shapes]}
    if isinstance(shape, Flag):
        return {"enum": [True, False, *YES, *NO]}
    if isinstance(shape, Number):
        kind: dict[str, Any] = {"type": "number", "minimum": shape.least, "maximum": shape.most}
        words = [word for word, _ in shape.words]
        return {"anyOf": [kind, {"enum": words}]} if words else kind
    return _text(shape)


def _record(shape: Record) -> dict[str, Any]:
    properties = {
        field.name: schema_of(field.shape) | ({"description": field.about} if field.about else {})
        for field in shape.fields
    }
    others = schema_of(shape.others) if shape.others else False
    found: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": others}
    required = [field.name for field in shape.fields if field.required]
    if required:
        found["required"] = required
    if shape.about:
        found["description"] = shape.about
    return found


def _names(key: Text | Number) -> dict[str, Any]:
    if isinstance(key, Number):
        return {"propertyNames": {"pattern": r"^[0-9]+(\.[0-9]+)?$"}}
    return {"propertyNames": {"pattern": f"^(?:{key.form})$"}} if key.form else {}


def _text(shape: Text) -> dict[str, Any]:
    if shape.choices:
        numbers = [int(choice) for choice in shape.choices if choice.isdecimal()]
        return {"enum": [*shape.choices, *numbers]}
    if shape.form:
        return {"type": "string", "pattern": f"^(?:{shape.form})$"}
    return {"type": ["string", "number", "boolean"]}
