"""The JSON Schema: made from the table that the loader checks by."""

import json
from pathlib import Path
from typing import Any

import pytest

from policytext.rulebook.domain_keys import DOMAIN
from policytext.rulebook.json_schema import build_json_schema
from policytext.rulebook.rule_keys import LINT, PACK

DEMO = Path(__file__).parent / "packs" / "demo.yaml"


def test_every_key_is_in_it_with_its_description() -> None:
    schema = build_json_schema()
    assert list(schema["properties"]) == [field.name for field in PACK.fields]
    rule = schema["properties"]["lint"]["items"]
    assert {name: one.get("description", "") for name, one in rule["properties"].items()} == {
        field.name: field.about for field in LINT.fields
    }
    assert schema["properties"]["domains"]["items"]["anyOf"][0]["required"] == [
        field.name for field in DOMAIN.fields if field.required
    ]


def test_it_is_json_and_draft_07() -> None:
    text = json.dumps(build_json_schema(), ensure_ascii=False)
    assert json.loads(text)["$schema"] == "http://json-schema.org/draft-07/schema#"
    later = ("unevaluatedProperties", "dependentRequired", "prefixItems", "$defs", "minContains")
    assert not [word for word in later if word in text]


def as_an_editor_reads(path: Path) -> Any:
    import yaml

    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_packs_are_valid_to_an_editor() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    checker = jsonschema.Draft7Validator(build_json_schema())
    folder = Path(__file__).resolve().parents[2] / "rules"
    for path in [DEMO, *sorted(folder.rglob("*.yaml"))]:
        data = json.loads(json.dumps(as_an_editor_reads(path)))
        assert [error.message for error in checker.iter_errors(data)] == [], path


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param({"policytext": 2}, id="another version"),
        pytest.param({"rules": []}, id="an unknown key"),
        pytest.param({"lint": [{"id": "typo/account"}]}, id="missing keys"),
        pytest.param({"pack": "My Pack"}, id="a name that is no slug"),
        pytest.param({"lint": {}}, id="a map for a list"),
    ],
)
def test_what_the_loader_refuses_an_editor_marks(spoil: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    checker = jsonschema.Draft7Validator(build_json_schema())
    assert not checker.is_valid({"policytext": 1, "pack": "mine", **spoil})
    assert checker.is_valid({"policytext": 1, "pack": "mine"})
