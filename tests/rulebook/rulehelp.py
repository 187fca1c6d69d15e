"""Small rulebooks for the tests."""

from policytext.rulebook.compiler import compile_pack
from policytext.rulebook.rulebook import Rulebook
from policytext.rulebook.serialization import serialize_rules

HEAD = "policytext: 1\npack: mine\n"


def pack_text(find: str, more: str = "", rule: str = "", name: str = "test/one") -> str:
    """A pack of one lint rule that looks for `find`; `more` are lines of the pack, `rule` one of the rule."""
    quoted = "'" + find.replace("'", "''") + "'"
    lines = [f"  - id: {name}", "    title: 试", f"    find: {quoted}", "    tests: [<<命中>>, 不命中]"]
    return HEAD + f"{more}\nlint:\n" + "\n".join(lines) + (f"\n    {rule}\n" if rule else "\n")


def book_of(find: str, more: str = "", rule: str = "", compiled: bool | None = None) -> Rulebook:
    """The rulebook of `pack_text`."""
    pack = compile_pack(pack_text(find, more, rule), "my.yaml")
    assert pack.faults == (), [fault.render("en") for fault in pack.faults]
    return Rulebook(serialize_rules(pack.rules), compiled=compiled)
