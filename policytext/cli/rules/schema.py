"""``policytext rules schema``: the JSON Schema by which an editor completes and checks a rule file."""

from policytext.cli.options import AboutRule, command, settle
from policytext.cli.rules._shared import write

FORMATS = ("json",)


@command
def schema(common: AboutRule) -> None:
    """The JSON Schema of a rule file."""
    from json import dumps

    from policytext.rulebook.json_schema import json_schema

    settle(common)
    write(common, [dumps(json_schema(), ensure_ascii=False, indent=2), "\n"])
