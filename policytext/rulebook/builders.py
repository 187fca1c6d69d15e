"""Build a rule from its checked values: its patterns, conditions and examples.

All functions raise `RuleError`, with a line where one is known.

>>> from policytext.rulebook.schema import Written
>>> hints = []
>>> word = Written("养老服务，托育服务")
>>> word.line, word.plain = 3, True
>>> hint_commas([word], hints)
>>> [hint.line for hint in hints]
[3]
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from policytext.errors import RuleError
from policytext.rulebook import marked_examples, patterns
from policytext.rulebook.rule_types import (
    Domain,
    Example,
    ExtractRule,
    Finder,
    LintRule,
    Pattern,
    RuleOrigin,
    Topic,
    Unless,
)
from policytext.rulebook.schema import Written
from policytext.text.lazy_patterns import compile_pattern


class BuildContext(NamedTuple):
    """The values that all rules of one file share."""

    pack: str
    path: str
    slots: Mapping[str, list[Written]]
    hints: list[RuleError]


def _read_common_values(values: Mapping[str, Any], line: int, context: BuildContext) -> dict[str, Any]:
    origin = RuleOrigin(context.pack, context.path, line)
    aliases = tuple(map(str, values.get("aliases", ())))
    return {"id": str(values["id"]), "title": str(values["title"]), "origin": origin, "aliases": aliases}


def _build_finder(
    found: list[Pattern], values: Mapping[str, Any], context: BuildContext, name: str
) -> Finder:
    seen: dict[str, int] = {}
    for pattern in found:
        # With two fixes or two weights for one literal the result would depend on their order.
        said = [pattern.regex] if pattern.regex else pattern.literals
        keys = [repr((one, pattern.checks)) for one in said]
        for key in keys:
            if key in seen:
                raise RuleError(
                    "rule-term-twice", line=pattern.line, value=pattern.source, name=name, first=seen[key]
                )
        seen.update(dict.fromkeys(keys, pattern.line))
    return Finder(
        tuple(found), tuple(_build_unless(found, values, context)), tuple(map(str, values.get("in", ())))
    )


def _build_unless(found: list[Pattern], values: Mapping[str, Any], context: BuildContext) -> Iterable[Unless]:
    given = values.get("unless", [])
    groups = (
        [(None, given)] if isinstance(given, list) else [(name == "inside", given[name]) for name in given]
    )
    for inside, words in groups:
        for word in words:
            yield from patterns.build_conditions(word, context.slots, found, inside)


def build_lint_rule(values: dict[str, Any], line: int, context: BuildContext) -> LintRule:
    """Build a lint rule from the values of `rule_keys.LINT`."""
    shared = _read_common_values(values, line, context)
    find, replace = values["find"], values.get("replace")
    pairs = list(find.items()) if isinstance(find, dict) else [(word, replace) for word in find]
    found: list[Pattern] = []
    for word, fix in pairs:
        fix = None if fix is None else str(fix)
        found += patterns.build_patterns(word, context.slots, script=values.get("script"), fix=fix, own=True)
    message: Written | None = values.get("message")
    if message is not None:
        patterns.check_template(message, ["fix", *_collect_captures(found)], message.line)
    examples = tuple(marked_examples.parse_marked(text, text.line) for text in values["tests"])
    _require_examples([bool(example.marks) for example in examples], shared["id"], "")
    return LintRule(
        **shared,
        finder=_build_finder(found, values, context, shared["id"]),
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


def _collect_captures(found: Iterable[Pattern]) -> list[str]:
    """Return the names of all captures of the patterns."""
    return [name for pattern in found if pattern.regex for name in compile_pattern(pattern.regex).groupindex]


def build_domain(values: dict[str, Any], line: int, context: BuildContext) -> Domain:
    """Build a domain from the values of `rule_keys.DOMAIN`."""
    shared = _read_common_values(values, line, context)
    groups = [("", values.get("terms", {}))]
    groups += [(str(topic["id"]), topic["terms"]) for topic in values.get("topics", ())]
    found: list[Pattern] = []
    for topic, terms in groups:
        for weight, words in terms.items():
            hint_commas(words, context.hints)
            for word in words:
                for one in patterns.build_patterns(
                    word, context.slots, script=values.get("script"), fix=None, own=False
                ):
                    found.append(one._replace(weight=weight, topic=topic))
    if not found:
        raise RuleError("rule-no-terms", line=line, name=shared["id"])
    examples = tuple(marked_examples.parse_assigned(text, text.line) for text in values["tests"])
    background = values.get("background", False)
    wanted = "none" if background else shared["id"]
    _require_examples([example.want == wanted for example in examples], shared["id"], "-domain")
    topics = (
        Topic(str(one["id"]), str(one["title"]), str(one.get("description", "")))
        for one in values.get("topics", ())
    )
    return Domain(
        **shared,
        finder=_build_finder(found, values, context, shared["id"]),
        examples=examples,
        description=str(values["description"]),
        topics=tuple(topics),
        threshold=values.get("threshold"),
        background=background,
    )


def build_extract_rule(values: dict[str, Any], line: int, context: BuildContext) -> ExtractRule:
    """Build an extract rule from the values of `rule_keys.EXTRACT`."""
    shared = _read_common_values(values, line, context)
    found: list[Pattern] = []
    for word in values["find"]:
        found += patterns.build_patterns(word, context.slots, script=values.get("script"), fix=None, own=True)
    examples = []
    for test in values["tests"]:
        want = test["want"]
        captures = (
            tuple((str(key), str(value)) for key, value in want.items()) if isinstance(want, dict) else ()
        )
        examples.append(Example(test["text"].line, str(test["text"]), captures=captures))
    _require_examples([bool(example.captures) for example in examples], shared["id"], "")
    give = tuple((str(key), str(value)) for key, value in values.get("give", {}).items())
    return ExtractRule(
        **shared,
        finder=_build_finder(found, values, context, shared["id"]),
        examples=tuple(examples),
        give=give,
    )


def _require_examples(hits: list[bool], name: str, kind: str) -> None:
    """Require an example that hits and one that does not."""
    if not any(hits):
        raise RuleError("rule-no-hit-example" + kind, name=name)
    if all(hits):
        raise RuleError("rule-no-silent-example" + kind, name=name)


def hint_commas(words: Iterable[Written], hints: list[RuleError]) -> None:
    """Add a hint for each full-width comma in a list: YAML reads [养老服务，托育服务] as one word."""
    for word in words:
        if word.plain and ("，" in word or "、" in word) and not patterns.is_regex(word):
            hints.append(RuleError("rule-fullwidth-comma", line=word.line, value=str(word)))
