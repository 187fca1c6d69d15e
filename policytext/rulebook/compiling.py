"""One rule file into rules: each rule by itself, so that a bad one is reported and the others run.

>>> pack = compile_text(TEXT_FOR_DOCTEST, "my.yaml")
>>> [rule.id for rule in pack.rules], pack.faults
(['typo/account'], ())
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from policytext.errors import RuleError
from policytext.rulebook import marks, patterns, schema, vocabulary, yamltext
from policytext.rulebook.schema import Written
from policytext.rulebook.shapes import (
    Domain,
    Example,
    ExtractRule,
    Finder,
    LintRule,
    Origin,
    Pattern,
    Rule,
    Topic,
)
from policytext.rulebook.yamltext import Node

TEXT_FOR_DOCTEST = """
policytext: 1
pack: mine
lint:
  - id: typo/account
    title: “帐户”应作“账户”
    find: {帐户: 账户}
    tests: [加强<<帐户=>账户>>管理。, 搭起帐篷。]
"""


class Pack(NamedTuple):
    """What one file holds: rules, the names that it switches off or overrides, lists, faults and hints."""

    name: str
    path: str
    rules: tuple[Rule, ...]
    off: tuple[tuple[str, int], ...]
    overrides: frozenset[str]
    lists: Mapping[str, Any]
    faults: tuple[RuleError, ...]
    hints: tuple[RuleError, ...]


class _Context(NamedTuple):
    pack: str
    path: str
    slots: Mapping[str, list[Written]]
    hints: list[RuleError]


def compile_text(text: str, path: str) -> Pack:
    """The pack in `text`; a fault of the file as a whole leaves it empty. Faults carry `path` and their line."""
    faults: list[RuleError] = []
    hints: list[RuleError] = []
    pack = Pack("", path, (), (), frozenset(), {}, (), ())
    try:
        top, found = yamltext.parse(text)
        hints.extend(found)
        pack = _pack(top, path, faults, hints)
    except RuleError as error:
        faults.append(error)
    return pack._replace(faults=_placed(faults, path), hints=_placed(hints, path))


def _placed(errors: Iterable[RuleError], path: str) -> tuple[RuleError, ...]:
    """The faults with their file, in the order of the lines."""
    ordered = sorted(errors, key=lambda error: error.line or 0)
    return tuple(error.placed(path) for error in ordered)


def _pack(top: Node, path: str, faults: list[RuleError], hints: list[RuleError]) -> Pack:
    if top.kind != "map":
        schema.read(top, vocabulary.PACK, faults, "pack")
        return Pack("", path, (), (), frozenset(), {}, (), ())
    kinds = {"lint": vocabulary.LINT, "domains": vocabulary.DOMAIN, "extract": vocabulary.EXTRACT}
    simple = Node(
        "map", top.line, pairs=tuple((key, value) for key, value in top.pairs if key.text not in kinds)
    )
    head = schema.read_record(simple, vocabulary.PACK, faults)
    context = _Context(str(head.get("pack", "")), path, head.get("slots", {}), hints)
    for words in context.slots.values():
        _hint_commas(words, hints)
    rules: list[Rule] = []
    overrides: set[str] = set()
    for key, value in top.pairs:
        if key.text not in kinds:
            continue
        if value.kind != "list":
            faults.append(RuleError("rule-want-list", line=value.line, name=key.text))
            continue
        for item in value.items:
            rule, overriding = _rule(item, kinds[key.text], context, faults)
            if rule is not None:
                rules.append(rule)
                overrides.update([rule.id] if overriding else [])
    off = tuple((str(name), name.line) for name in head.get("off", ()))
    lists = _plain(head.get("lists", {}))
    return Pack(context.pack, path, tuple(rules), off, frozenset(overrides), lists, (), ())


def _plain(value: Any) -> Any:
    """Lists of the file as tuples and dicts of ordinary strings."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return tuple(_plain(item) for item in value) if isinstance(value, list) else str(value)


def _rule(
    node: Node, shape: schema.Record, context: _Context, faults: list[RuleError]
) -> tuple[Rule | None, bool]:
    """One rule and whether it overrides; None when something in it is wrong, which is then in `faults`."""
    own: list[RuleError] = []
    values = schema.read(node, shape, own, shape.name)
    if not own:
        try:
            return _MAKERS[shape.name](values, node.line, context), bool(values.get("override"))
        except RuleError as error:
            own.append(error.placed(line=node.line))
    faults.extend(own)
    return None, False


def _shared(values: Mapping[str, Any], line: int, context: _Context) -> dict[str, Any]:
    origin = Origin(context.pack, context.path, line)
    aliases = tuple(map(str, values.get("aliases", ())))
    return {"id": str(values["id"]), "title": str(values["title"]), "origin": origin, "aliases": aliases}


def _finder(found: list[Pattern], values: Mapping[str, Any], context: _Context, name: str) -> Finder:
    seen: dict[str, int] = {}
    for pattern in found:
        # One literal with two fixes or two weights would make the answer a matter of chance.
        key = repr((pattern.literals if not pattern.regex else pattern.regex, pattern.checks))
        if key in seen:
            raise RuleError(
                "rule-term-twice", line=pattern.line, value=pattern.source, name=name, first=seen[key]
            )
        seen[key] = pattern.line
    return Finder(tuple(found), tuple(_unless(found, values, context)), tuple(map(str, values.get("in", ()))))


def _unless(found: list[Pattern], values: Mapping[str, Any], context: _Context) -> Iterable[Any]:
    given = values.get("unless", [])
    groups = (
        [(None, given)] if isinstance(given, list) else [(name == "inside", given[name]) for name in given]
    )
    for inside, words in groups:
        for word in words:
            yield from patterns.cancelling(word, context.slots, found, inside)


def _lint(values: dict[str, Any], line: int, context: _Context) -> LintRule:
    shared = _shared(values, line, context)
    find, replace = values["find"], values.get("replace")
    pairs = list(find.items()) if isinstance(find, dict) else [(word, replace) for word in find]
    found: list[Pattern] = []
    for word, fix in pairs:
        fix = None if fix is None else str(fix)
        found += patterns.patterns(word, context.slots, script=values.get("script"), fix=fix, own=True)
    message: Written | None = values.get("message")
    if message is not None:
        patterns.check_template(message, ["fix", *_caught(found)], message.line)
    examples = tuple(marks.marked(text, text.line) for text in values["tests"])
    _prove([bool(example.marks) for example in examples], shared["id"], "")
    return LintRule(
        **shared,
        finder=_finder(found, values, context, shared["id"]),
        examples=examples,
        enabled=values.get("enabled", True),
        severity=str(values.get("severity", "warning")),
        confidence=values.get("confidence", 0.8),
        safe=values.get("fix") == "safe",
        message=str(message or ""),
        profiles=tuple(map(str, values.get("profiles", ()))),
        why=str(values.get("why", "")),
        source=str(values.get("source", "")),
        record=str(values.get("record", "")),
    )


def _caught(found: Iterable[Pattern]) -> list[str]:
    """The names of all captures of the patterns."""
    import re

    return [name for pattern in found if pattern.regex for name in re.compile(pattern.regex).groupindex]


def _domain(values: dict[str, Any], line: int, context: _Context) -> Domain:
    shared = _shared(values, line, context)
    groups = [("", values.get("terms", {}))]
    groups += [(str(topic["id"]), topic["terms"]) for topic in values.get("topics", ())]
    found: list[Pattern] = []
    for topic, terms in groups:
        for weight, words in terms.items():
            _hint_commas(words, context.hints)
            for word in words:
                for one in patterns.patterns(
                    word, context.slots, script=values.get("script"), fix=None, own=False
                ):
                    found.append(one._replace(weight=weight, topic=topic))
    if not found:
        raise RuleError("rule-no-terms", line=line, name=shared["id"])
    examples = tuple(marks.assigned(text, text.line) for text in values["tests"])
    _prove([example.want == shared["id"] for example in examples], shared["id"], "-domain")
    topics = (
        Topic(str(one["id"]), str(one["title"]), str(one.get("description", "")))
        for one in values.get("topics", ())
    )
    return Domain(
        **shared,
        finder=_finder(found, values, context, shared["id"]),
        examples=examples,
        description=str(values["description"]),
        topics=tuple(topics),
        threshold=values.get("threshold"),
    )


def _extract(values: dict[str, Any], line: int, context: _Context) -> ExtractRule:
    shared = _shared(values, line, context)
    found: list[Pattern] = []
    for word in values["find"]:
        found += patterns.patterns(word, context.slots, script=values.get("script"), fix=None, own=True)
    examples = []
    for test in values["tests"]:
        want = test["want"]
        captures = (
            tuple((str(key), str(value)) for key, value in want.items()) if isinstance(want, dict) else ()
        )
        examples.append(Example(test["text"].line, str(test["text"]), captures=captures))
    _prove([bool(example.captures) for example in examples], shared["id"], "")
    give = tuple((str(key), str(value)) for key, value in values.get("give", {}).items())
    return ExtractRule(
        **shared, finder=_finder(found, values, context, shared["id"]), examples=tuple(examples), give=give
    )


_MAKERS: dict[str, Callable[[dict[str, Any], int, _Context], Rule]] = {
    "lint rule": _lint,
    "domain": _domain,
    "extract rule": _extract,
}


def _prove(hits: list[bool], name: str, kind: str) -> None:
    """A rule enters with one example that hits and one that stays silent."""
    if not any(hits):
        raise RuleError("rule-no-hit-example" + kind, name=name)
    if all(hits):
        raise RuleError("rule-no-silent-example" + kind, name=name)


def _hint_commas(words: Iterable[Written], hints: list[RuleError]) -> None:
    """[养老服务，托育服务] is one word to YAML."""
    for word in words:
        if word.plain and ("，" in word or "、" in word):
            hints.append(RuleError("rule-fullwidth-comma", line=word.line, value=str(word)))
