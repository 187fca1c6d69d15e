"""Read a rule file by the shapes of its values, and report what does not fit.

>>> from policytext.rulebook.schema import Field
>>> from policytext.rulebook.yaml_reader import parse_yaml
>>> node, _ = parse_yaml("severity: eror\\n")
>>> faults = []
>>> read(node, Record("x", (Field("severity", Text(choices=("error", "warning"))),)), faults)
{}
>>> print(faults[0].render("en"))
:1: "severity" must be one of error, warning, not "eror" (did you mean "error"?)
"""

import re
from collections.abc import Iterable
from typing import Any

from policytext.errors import RuleError
from policytext.rulebook.schema import (
    NO,
    YES,
    Either,
    Flag,
    ListOf,
    LocatedString,
    MapOf,
    Number,
    Record,
    Shape,
    Text,
)
from policytext.rulebook.suggestions import find_nearest_word
from policytext.rulebook.yaml_diagnostics import find_typing_error
from policytext.rulebook.yaml_reader import YamlNode
from policytext.text.lazy_patterns import LazyPattern

_KINDS: dict[type, str] = {
    Text: "text",
    Number: "text",
    Flag: "text",
    ListOf: "list",
    MapOf: "map",
    Record: "map",
}
_MISSING: Any = object()
# The least similarity of an unknown key to a known one that counts as a misspelling.
_MISSPELT = 0.8
# The records that require examples.
_WITH_EXAMPLES = ("lint rule", "domain", "extract rule")
# {帐户:账户}, {帐户：账户}: a key without a value to YAML.
_FLOW_COLON = LazyPattern(r"([^:：]+)[:：](.+)")


def read(node: YamlNode, shape: Shape, faults: list[RuleError], name: str = "") -> Any:
    """Read the value of `node` as plain Python with `LocatedString` strings; add a fault for what does not fit.

    Faulty values are left out, so the caller must look at `faults`.
    """
    value = _read(node, shape, faults, name)
    return None if value is _MISSING else value


def _read(node: YamlNode, shape: Shape, faults: list[RuleError], name: str) -> Any:
    if isinstance(shape, Either):
        for alternative in shape.shapes:
            if _KINDS[type(alternative)] == node.kind:
                return _read(node, alternative, faults, name)
        shape = shape.shapes[0]
    if isinstance(shape, ListOf) and shape.or_one and node.kind != "list":
        value = _read(node, shape.item, faults, name)
        return value if value is _MISSING else [value]
    kind = _KINDS[type(shape)]
    if node.kind != kind or (kind != "text" and _is_empty(node)):
        fault = _make_wrong_kind(node, kind, name)
        if isinstance(shape, Record) and fault.code == "rule-want-map":
            required = "、".join(f"{field.name}: …" for field in shape.fields if field.required)
            is_example = name in ("lint", "domains", "extract") and re.search("=>|<<", node.text)
            code = "rule-example-misplaced" if is_example else "rule-want-fields"
            fault = RuleError(code, line=node.line, name=name, fields=required)
        return _report(faults, fault)
    if isinstance(shape, ListOf):
        values = (_read(item, shape.item, faults, name) for item in node.items)
        return [value for value in values if value is not _MISSING]
    if isinstance(shape, MapOf):
        return _read_map(node, shape, faults, name)
    if isinstance(shape, Record):
        return read_record(node, shape, faults)
    return _read_text(node, shape, faults, name)


def _report(faults: list[RuleError], error: RuleError) -> Any:
    faults.append(error)
    return _MISSING


def _is_empty(node: YamlNode) -> bool:
    return node.kind == "text" and node.plain and not node.text


def _make_wrong_kind(node: YamlNode, kind: str, name: str) -> RuleError:
    # "id：x" is text to YAML; the colon is then the fault to report, not the kind.
    fault = find_typing_error(node.text) if node.kind == "text" and node.plain else None
    if fault is not None:
        return fault.with_place(line=node.line)
    return RuleError(f"rule-want-{kind}", line=node.line, name=name)


def _read_map(node: YamlNode, shape: MapOf, faults: list[RuleError], name: str) -> dict[Any, Any]:
    values: dict[Any, Any] = {}
    for key, value in node.pairs:
        if node.flow and _is_empty(value) and (colon := _FLOW_COLON.fullmatch(key.text)):
            fixed = f"{{{colon[1]}: {colon[2]}}}"
            faults.append(RuleError("rule-flow-colon", line=key.line, value=key.text, fixed=fixed))
            continue
        read_key = _read_text(key, shape.key, faults, name)
        read_value = _read(value, shape.value, faults, name)
        if read_key is not _MISSING and read_value is not _MISSING:
            values[read_key] = read_value
    return values


def read_record(node: YamlNode, shape: Record, faults: list[RuleError]) -> dict[str, Any]:
    """Read the known keys of a map; unknown and missing keys are faults with their line."""
    fields = {field.name: field for field in shape.fields}
    values: dict[str, Any] = {}
    for key, value in node.pairs:
        field = fields.get(key.text)
        item = field.shape if field else shape.others
        if item is None or (field is None and find_nearest_word(key.text, fields, _MISSPELT)):
            faults.append(_make_unknown_key(key, fields))
            continue
        if _is_empty(value):
            fault = _make_missing_key(key.text, shape, node)
            empty = RuleError("rule-no-value", line=key.line, name=key.text)
            faults.append(fault.with_place(line=key.line) if key.text == "tests" and fault else empty)
            continue
        content = _read(value, item, faults, key.text)
        if content is not _MISSING:
            values[key.text] = content
    present = {key.text for key, _ in node.pairs}
    for field in shape.fields:
        if field.required and field.name not in present:
            fault = _make_missing_key(field.name, shape, node)
            faults.append(
                (fault or RuleError("rule-missing-key", name=field.name)).with_place(line=node.line)
            )
    return values


def _make_missing_key(name: str, shape: Record, node: YamlNode) -> RuleError | None:
    """Return the fault of missing examples with the form to write, None for another key."""
    if name != "tests" or shape.name not in _WITH_EXAMPLES:
        return None
    ids = [value.text for key, value in node.pairs if key.text == "id"]
    return RuleError(f"rule-missing-tests-{shape.name.replace(' ', '-')}", id=ids[0] if ids else "id")


def _make_unknown_key(key: YamlNode, known: Iterable[str]) -> RuleError:
    if fault := find_typing_error(key.text):
        return fault.with_place(line=key.line)
    if places := _find_places(key.text):
        code = "rule-key-top" if places == "pack" else "rule-key-misplaced"
        return RuleError(code, line=key.line, name=key.text, places=places)
    guess = find_nearest_word(key.text, known)
    if guess:
        return RuleError("rule-unknown-key-near", line=key.line, name=key.text, guess=guess)
    return RuleError("rule-unknown-key", line=key.line, name=key.text, known=", ".join(known))


def _read_text(node: YamlNode, shape: Shape, faults: list[RuleError], name: str) -> Any:
    if node.kind != "text":
        return _report(faults, RuleError("rule-key-kind", line=node.line))
    if isinstance(shape, Flag):
        if node.text.lower() in YES + NO:
            return node.text.lower() in YES
        return _report(faults, RuleError("rule-want-flag", line=node.line, name=name, value=node.text))
    if isinstance(shape, Number):
        return _read_number(node, shape, faults, name)
    assert isinstance(shape, Text)
    if shape.choices and node.text not in shape.choices:
        return _report(faults, _make_wrong_choice(node, shape.choices, name))
    if shape.form and not re.fullmatch(shape.form, node.text):
        values = {"name": name, "value": node.text, "example": shape.example}
        return _report(faults, RuleError("rule-want-form", line=node.line, **values))
    if not node.text and (node.plain or not shape.may_be_empty):
        return _report(faults, RuleError("rule-no-text", line=node.line, name=name))
    text = LocatedString(node.text)
    text.line, text.plain = node.line, node.plain
    return text


def _find_places(key: str) -> str:
    """Return where a key belongs that another part of a rule file has, or an empty text."""
    from policytext.rulebook.rule_keys import list_places  # only for files with a fault

    return ", ".join(list_places(key))


def _make_wrong_choice(node: YamlNode, choices: tuple[str, ...], name: str) -> RuleError:
    values = {"name": name, "value": node.text, "choices": ", ".join(choices)}
    if guess := find_nearest_word(node.text, choices):
        return RuleError("rule-want-choice-near", line=node.line, guess=guess, **values)
    return RuleError("rule-want-choice", line=node.line, **values)


def _read_number(node: YamlNode, shape: Number, faults: list[RuleError], name: str) -> Any:
    words = dict(shape.words)
    if node.text in words:
        return words[node.text]
    # Not float(): "1_000", "nan" and "１" are mistakes here.
    if re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,6})?", node.text):
        number = float(node.text)
        if shape.least <= number <= shape.most and not (shape.whole and number % 1):
            return int(number) if number % 1 == 0 else number
    if shape.code:
        return _report(faults, RuleError(shape.code, line=node.line, value=node.text))
    values = {"name": name, "value": node.text, "least": f"{shape.least:g}", "most": f"{shape.most:g}"}
    if words:
        return _report(
            faults, RuleError("rule-want-number-word", line=node.line, words=", ".join(words), **values)
        )
    return _report(faults, RuleError("rule-want-number", line=node.line, **values))
