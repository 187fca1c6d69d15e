"""The keys of a rule file as a JSON Schema (draft-07), for completion and validation in editors.

>>> build_json_schema()["properties"]["lint"]["items"]["required"]
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


def build_json_schema() -> dict[str, Any]:
    """Return the schema of a rule file, made from the table that the loader uses."""
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "policytext rules"}
    return head | build_schema(PACK)


def build_schema(shape: Shape) -> dict[str, Any]:
    """Return the schema of one shape.

    Editors resolve YAML types before they validate, so ``no`` and ``010`` arrive as a boolean and a number where the
    loader sees text; text without a form allows both.
    """
    if isinstance(shape, Record):
        return _build_record_schema(shape)
    if isinstance(shape, ListOf):
        array = {"type": "array", "items": build_schema(shape.item)}
        return {"anyOf": [build_schema(shape.item), array]} if shape.or_one else array
    if isinstance(shape, MapOf):
        names = _build_key_schema(shape.key)
        return {"type": "object", "additionalProperties": build_schema(shape.value)} | names
    if isinstance(shape, Either):
        return {"anyOf": [build_schema(alternative) for alternative in shape.shapes]}
    if isinstance(shape, Flag):
        return {"enum": [True, False, *YES, *NO]}
    if isinstance(shape, Number):
        kind: dict[str, Any] = {"type": "number", "minimum": shape.least, "maximum": shape.most}
        words = [word for word, _ in shape.words]
        return {"anyOf": [kind, {"enum": words}]} if words else kind
    return _build_text_schema(shape)


def _build_record_schema(shape: Record) -> dict[str, Any]:
    properties = {
        field.name: build_schema(field.shape) | ({"description": field.about} if field.about else {})
        for field in shape.fields
    }
    additional = build_schema(shape.others) if shape.others else False
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": additional}
    required = [field.name for field in shape.fields if field.required]
    if required:
        schema["required"] = required
    if shape.about:
        schema["description"] = shape.about
    return schema


def _build_key_schema(key: Text | Number) -> dict[str, Any]:
    if isinstance(key, Number):
        return {"propertyNames": {"pattern": r"^[0-9]+(\.[0-9]+)?$"}}
    return {"propertyNames": {"pattern": f"^(?:{key.form})$"}} if key.form else {}


def _build_text_schema(shape: Text) -> dict[str, Any]:
    if shape.choices:
        numbers = [int(choice) for choice in shape.choices if choice.isdecimal()]
        return {"enum": [*shape.choices, *numbers]}
    if shape.form:
        return {"type": "string", "pattern": f"^(?:{shape.form})$"}
    return {"type": ["string", "number", "boolean"]}
