"""``policytext rules schema``: the JSON Schema by which an editor completes and checks a rule file."""

from policytext.cli.rules._shared import write
from policytext.cli.settings import Settings


def schema(settings: Settings) -> None:
    """Write the JSON Schema of a rule file."""
    from json import dumps

    from policytext.rulebook.json_schema import build_json_schema

    write(settings, [dumps(build_json_schema(), ensure_ascii=False, indent=2), "\n"])
