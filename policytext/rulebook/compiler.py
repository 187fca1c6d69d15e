"""Compile one rule file, each rule by itself, so that a faulty rule is reported and the others run.

>>> pack = compile_pack(EXAMPLE_PACK, "my.yaml")
>>> [rule.id for rule in pack.rules], pack.faults
(['typo/account'], ())
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from policytext.errors import RuleError
from policytext.model.records import NamedTuple
from policytext.rulebook import builders, domain_keys, lists, rule_keys, schema, validation, yaml_reader
from policytext.rulebook.alternatives import EXCEPTIONS_SUFFIX
from policytext.rulebook.builders import BuildContext
from policytext.rulebook.extensions import DomainExtension, build_extension, extends_domain
from policytext.rulebook.rule_types import Rule, TargetExample
from policytext.rulebook.typing_hints import add_comma_hints
from policytext.rulebook.yaml_diagnostics import find_typing_error
from policytext.rulebook.yaml_reader import YamlNode

EXAMPLE_PACK = """
policytext: 1
pack: mine
lint:
  - id: typo/account
    title: “帐户”应作“账户”
    find: {帐户: 账户}
    tests: [加强<<帐户=>账户>>管理。, 搭起帐篷。]
"""


class Pack(NamedTuple):
    """The content of one file: rules, disabled and overridden names, lists, their examples, faults and hints.

    `extensions` are its changes of domains of other packs.
    """

    name: str
    path: str
    rules: tuple[Rule, ...]
    off: tuple[tuple[str, int], ...]
    overrides: frozenset[str]
    lists: Mapping[str, Any]
    cases: tuple[TargetExample, ...]
    faults: tuple[RuleError, ...]
    hints: tuple[RuleError, ...]
    extensions: tuple[DomainExtension, ...] = ()


def compile_pack(text: str, path: str) -> Pack:
    """Compile the pack in `text`; a fault of the whole file leaves it empty.

    Faults carry `path` and their line.
    """
    faults: list[RuleError] = []
    hints: list[RuleError] = []
    pack = Pack("", path, (), (), frozenset(), {}, (), (), ())
    try:
        top, file_hints = yaml_reader.parse_yaml(text)
        hints.extend(file_hints)
        pack = _compile_tree(top, path, faults, hints)
    except RuleError as error:
        faults.append(error)
    return pack._replace(faults=_add_path(faults, path), hints=_add_path(hints, path))


def _add_path(errors: Iterable[RuleError], path: str) -> tuple[RuleError, ...]:
    """Return the faults with their path, in line order."""
    ordered = sorted(errors, key=lambda error: error.line or 0)
    return tuple(error.with_place(path) for error in ordered)


def _compile_tree(top: YamlNode, path: str, faults: list[RuleError], hints: list[RuleError]) -> Pack:
    if top.kind != "map":
        validation.read(top, rule_keys.PACK, faults, "pack")
        return Pack("", path, (), (), frozenset(), {}, (), (), ())
    kinds = {"lint": rule_keys.LINT, "domains": domain_keys.DOMAIN, "extract": rule_keys.EXTRACT}
    simple = YamlNode(
        "map", top.line, pairs=tuple((key, value) for key, value in top.pairs if key.text not in kinds)
    )
    head = validation.read_record(simple, rule_keys.PACK, faults)
    slots = {name: words for name, words in head.get("slots", {}).items() if words}
    faults += [
        RuleError("rule-no-value", line=name.line, name=str(name))
        for name in head.get("slots", {})
        if name not in slots
    ]
    context = BuildContext(str(head.get("pack", "")), path, slots, hints, str(head.get("at", "anywhere")))
    for words in context.slots.values():
        add_comma_hints(words, hints)
    rules: list[Rule] = []
    extensions: list[DomainExtension] = []
    overrides: set[str] = set()
    for key, value in top.pairs:
        if key.text not in kinds:
            continue
        if value.kind != "list":
            typed = find_typing_error(value.pairs[0][0].text) if value.pairs else None
            fault = typed or RuleError("rule-want-list", name=key.text)
            faults.append(fault.with_place(line=value.line))
            continue
        before = len(faults)
        for item in value.items:
            if key.text == "domains" and extends_domain(item):
                extensions += _compile_extension(item, context, faults)
                continue
            rule, overriding = _compile_rule(item, kinds[key.text], key.text, context, faults)
            if rule is not None:
                rules.append(rule)
                overrides.update([rule.id] if overriding else [])
        faults[before:] = _drop_consequences(faults[before:])
    off = tuple((str(name), name.line) for name in head.get("off", ()))
    compiled_lists = _compile_lists(head.get("lists", {}), top, faults, hints)
    cases = tuple(
        _compile_target_example(values, path) for values in head.get("targets", ()) if "text" in values
    )
    return Pack(
        context.pack,
        path,
        tuple(rules),
        off,
        frozenset(overrides),
        compiled_lists,
        cases,
        (),
        (),
        tuple(extensions),
    )


def _drop_consequences(faults: list[RuleError]) -> list[RuleError]:
    """Return the faults without missing examples where an example stands outside of its rule."""
    if all(fault.code != "rule-example-misplaced" for fault in faults):
        return faults
    missing = ("rule-no-hit-example", "rule-no-silent-example", "rule-missing-tests")
    return [fault for fault in faults if not fault.code.startswith(missing)]


def _compile_lists(
    values: dict[str, Any], top: YamlNode, faults: list[RuleError], hints: list[RuleError]
) -> dict[str, Any]:
    """Return the lists without groups; report exceptions that never apply, hint at lists that nothing reads."""
    entries = next((value.pairs for key, value in top.pairs if key.text == "lists"), ())
    for key, _ in entries:
        if key.text in values and not lists.is_known_list(key.text):
            hints.append(RuleError("rule-list-unread", line=key.line, name=key.text))
    for name, table in values.items():
        if name.endswith(EXCEPTIONS_SUFFIX) and lists.is_known_list(name):
            for word, longer in table.items():
                faults += [
                    RuleError(
                        "rule-not-longer",
                        line=longer_word.line,
                        name=name,
                        value=str(longer_word),
                        word=str(word),
                    )
                    for longer_word in longer
                    if word not in longer_word or longer_word == word
                ]
    return {name: _to_plain(lists.flatten_groups(name, value)) for name, value in values.items()}


def _compile_target_example(values: dict[str, Any], path: str) -> TargetExample:
    want, measure, measures = (values.get(name) for name in ("want", "measure", "measures"))
    return TargetExample(
        path,
        values["text"].line,
        str(values["text"]),
        None if want is None else _to_pairs(want) if isinstance(want, dict) else (),
        None if measures is None else tuple(map(str, measures)),
        None if measure is None else _to_pairs(measure),
    )


def _to_pairs(values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(key), str(value)) for key, value in values.items())


def _to_plain(value: Any) -> Any:
    """Return lists as tuples, and strings without their line."""
    if isinstance(value, dict):
        return {str(key): _to_plain(item) for key, item in value.items()}
    return tuple(_to_plain(item) for item in value) if isinstance(value, list) else str(value)


def _compile_rule(
    node: YamlNode, shape: schema.Record, name: str, context: BuildContext, faults: list[RuleError]
) -> tuple[Rule | None, bool]:
    """Return a rule and whether it overrides; None if it is faulty, with its faults added to `faults`."""
    rule_faults: list[RuleError] = []
    values = validation.read(node, shape, rule_faults, name)
    if not rule_faults:
        try:
            return _BUILDERS[shape.name](values, node.line, context), bool(values.get("override"))
        except RuleError as error:
            rule_faults.append(error.with_place(line=node.line))
    faults.extend(rule_faults)
    return None, False


def _compile_extension(
    node: YamlNode, context: BuildContext, faults: list[RuleError]
) -> Iterable[DomainExtension]:
    """Yield the extension; nothing if it is faulty, with its faults added to `faults`."""
    own_faults: list[RuleError] = []
    values = validation.read(node, domain_keys.EXTENSION, own_faults, "domains")
    if not own_faults:
        try:
            yield build_extension(values, node.line, context)
        except RuleError as error:
            own_faults.append(error.with_place(line=node.line))
    faults.extend(own_faults)


_BUILDERS: dict[str, Callable[[dict[str, Any], int, BuildContext], Rule]] = {
    "lint rule": builders.build_lint_rule,
    "domain": builders.build_domain,
    "extract rule": builders.build_extract_rule,
}
