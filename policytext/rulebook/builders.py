"""Build a rule from its checked values: its patterns, conditions and examples.

All functions raise `RuleError`, with a line where one is known.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from policytext.errors import RuleError
from policytext.model.records import NamedTuple
from policytext.rulebook import marked_examples, patterns
from policytext.rulebook.phrases import list_capture_types, parse_phrase
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
from policytext.rulebook.schema import LocatedString
from policytext.rulebook.suggestions import find_nearest_word
from policytext.rulebook.typing_hints import add_comma_hints, add_ellipsis_hints
from policytext.text.lazy_patterns import compile_pattern


class BuildContext(NamedTuple):
    """The values that all rules of one file share."""

    pack: str
    path: str
    slots: Mapping[str, list[LocatedString]]
    hints: list[RuleError]
    at: str = "anywhere"


def _read_common_values(values: Mapping[str, Any], line: int, context: BuildContext) -> dict[str, Any]:
    origin = RuleOrigin(context.pack, context.path, line)
    aliases = tuple(map(str, values.get("aliases", ())))
    return {"id": str(values["id"]), "title": str(values["title"]), "origin": origin, "aliases": aliases}


def build_finder(
    rule_patterns: list[Pattern], values: Mapping[str, Any], context: BuildContext, name: str
) -> Finder:
    """Build the finder of a rule from its patterns and the values of `unless` and `in`."""
    lines: dict[str, int] = {}
    for pattern in rule_patterns:
        # With two fixes or two weights for one literal the result would depend on their order.
        keys = list_texts(pattern)
        for key in keys:
            if key in lines:
                raise RuleError(
                    "rule-term-twice", line=pattern.line, value=pattern.source, name=name, first=lines[key]
                )
        lines.update(dict.fromkeys(keys, pattern.line))
    return Finder(
        tuple(rule_patterns),
        tuple(build_unless(rule_patterns, values, context)),
        tuple(map(str, values.get("in", ()))),
    )


def list_texts(pattern: Pattern) -> list[str]:
    """Return a key for each text that the pattern matches, the same for the same text in another pattern."""
    texts = [pattern.regex] if pattern.regex else pattern.literals
    return [repr((text, pattern.checks)) for text in texts]


def build_unless(
    rule_patterns: Iterable[Pattern], values: Mapping[str, Any], context: BuildContext
) -> Iterable[Unless]:
    """Yield the conditions of `unless`; a phrase that contains a pattern cancels only the hits inside it."""
    phrases = values.get("unless", [])
    groups = (
        [(None, phrases)]
        if isinstance(phrases, list)
        else [(name == "inside", phrases[name]) for name in phrases]
    )
    for inside, words in groups:
        for word in words:
            yield from patterns.build_conditions(word, context.slots, rule_patterns, inside)


def build_lint_rule(values: dict[str, Any], line: int, context: BuildContext) -> LintRule:
    """Build a lint rule from the values of `rule_keys.LINT`."""
    shared = _read_common_values(values, line, context)
    find, replace = values["find"], values.get("replace")
    pairs = list(find.items()) if isinstance(find, dict) else [(word, replace) for word in find]
    rule_patterns: list[Pattern] = []
    for word, fix in pairs:
        fix = None if fix is None else str(fix)
        rule_patterns += patterns.build_patterns(
            word, context.slots, script=values.get("script"), fix=fix, match_unchanged=True
        )
    message: LocatedString | None = values.get("message")
    if message is not None:
        patterns.check_template(message, ["fix", *_collect_captures(rule_patterns)], message.line)
    examples = tuple(marked_examples.parse_marked(text, text.line) for text in values["tests"])
    _require_examples([bool(example.marks) for example in examples], shared["id"], "")
    return LintRule(
        **shared,
        finder=build_finder(rule_patterns, values, context, shared["id"]),
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
        at_word=values.get("at", context.at) == "word",
        title_en=str(values.get("title-en", "")),
    )


def _collect_captures(rule_patterns: Iterable[Pattern]) -> list[str]:
    """Return the names of all captures of the patterns."""
    return [
        name
        for pattern in rule_patterns
        if pattern.regex
        for name in compile_pattern(pattern.regex).groupindex
    ]


def build_domain(values: dict[str, Any], line: int, context: BuildContext) -> Domain:
    """Build a domain from the values of `rule_keys.DOMAIN`."""
    shared = _read_common_values(values, line, context)
    groups = [("", values.get("terms", {}))]
    groups += [(str(topic["id"]), topic["terms"]) for topic in values.get("topics", ())]
    rule_patterns = build_terms(groups, values.get("script"), context)
    if not rule_patterns:
        raise RuleError("rule-no-terms", line=line, name=shared["id"])
    examples = marked_examples.parse_domain_examples(values["tests"], shared["id"], shared["title"])
    background = values.get("background", False)
    expected = "none" if background else shared["id"]
    _require_examples([example.want == expected for example in examples], shared["id"], "-domain")
    topics = (
        Topic(str(topic["id"]), str(topic["title"]), str(topic.get("description", "")))
        for topic in values.get("topics", ())
    )
    finder = build_finder(rule_patterns, values, context, shared["id"])
    return Domain(
        **shared,
        finder=finder,
        examples=examples,
        description=str(values["description"]),
        topics=tuple(topics),
        threshold=values.get("threshold"),
        background=background,
        slots=list_used_slots((*finder.patterns, *finder.unless), context.slots),
    )


def list_used_slots(
    phrases: Iterable[Pattern | Unless], slots: Mapping[str, list[LocatedString]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the word classes that phrases name, also those that their words name."""
    written = "".join(phrase.source for phrase in phrases)
    used: dict[str, tuple[str, ...]] = {}
    for _ in slots:
        found = {str(name): tuple(map(str, words)) for name, words in slots.items() if f"{name}}}" in written}
        if found.keys() == used.keys():
            break
        used = found
        written += "".join(word for words in found.values() for word in words)
    return tuple(used.items())


def build_terms(
    groups: Iterable[tuple[str, Mapping[float, list[LocatedString]]]],
    script: str | None,
    context: BuildContext,
) -> list[Pattern]:
    """Build the terms of a domain from pairs of a topic (empty for none) and its terms by weight."""
    terms: list[Pattern] = []
    for topic, by_weight in groups:
        for weight, words in by_weight.items():
            add_comma_hints(words, context.hints)
            add_ellipsis_hints(words, context.hints)
            for word in words:
                for pattern in patterns.build_patterns(
                    word, context.slots, script=script, fix=None, match_unchanged=False
                ):
                    terms.append(pattern._replace(weight=weight, topic=topic))
    return terms


def build_extract_rule(values: dict[str, Any], line: int, context: BuildContext) -> ExtractRule:
    """Build an extract rule from the values of `rule_keys.EXTRACT`."""
    shared = _read_common_values(values, line, context)
    rule_patterns: list[Pattern] = []
    for word in values["find"]:
        rule_patterns += patterns.build_patterns(
            word, context.slots, script=values.get("script"), fix=None, match_unchanged=True
        )
    add_ellipsis_hints(values["find"], context.hints)
    types = _collect_capture_types(values["find"], rule_patterns, context)
    examples = []
    for test in values["tests"]:
        want = test["want"]
        _require_parts(want if isinstance(want, dict) else (), dict.fromkeys(name for _, name, _ in types))
        captures = (
            tuple((str(key), str(value)) for key, value in want.items()) if isinstance(want, dict) else ()
        )
        examples.append(Example(test["text"].line, str(test["text"]), captures=captures))
    _require_examples([bool(example.captures) for example in examples], shared["id"], "")
    give = tuple((str(key), str(value)) for key, value in values.get("give", {}).items())
    for name in values.get("give", {}):
        if name in (*RESULT_COLUMNS, *(capture for _, capture, _ in types)):
            raise RuleError("rule-capture-column", line=name.line, name=str(name))
    return ExtractRule(
        **shared,
        finder=build_finder(rule_patterns, values, context, shared["id"]),
        examples=tuple(examples),
        give=give,
        types=types,
    )


#: The columns that each result has beside its captures.
RESULT_COLUMNS = ("path", "rule", "text", "domain", "address", "line", "column", "start", "end", "location")


def _collect_capture_types(
    words: Iterable[LocatedString], rule_patterns: Iterable[Pattern], context: BuildContext
) -> tuple[tuple[str, str, str], ...]:
    """Return the phrase, name and type of all captures, the type empty for words and groups of regular expressions."""
    types: list[tuple[str, str, str]] = []
    for word in words:
        if patterns.is_regex(word):
            found = [(name, "") for name in _collect_captures(p for p in rule_patterns if p.source == word)]
        else:
            found = list_capture_types(parse_phrase(word, context.slots).parts)
        for name, kind in found:
            if name in RESULT_COLUMNS:
                raise RuleError("rule-capture-column", line=word.line, name=name)
            types.append((str(word), name, kind))
    return tuple(types)


def _require_parts(wanted: Iterable[LocatedString], known: Iterable[str]) -> None:
    """Require that each part under `want` is captured by a phrase."""
    for name in wanted:
        if name not in known:
            guess = find_nearest_word(name, known) or ""
            code = "rule-want-part-near" if guess else "rule-want-part"
            raise RuleError(code, line=name.line, name=str(name), guess=guess, known=", ".join(known) or "–")


def _require_examples(hits: list[bool], name: str, kind: str) -> None:
    """Require an example that hits and one that does not."""
    if not any(hits):
        raise RuleError("rule-no-hit-example" + kind, name=name)
    if all(hits):
        raise RuleError("rule-no-silent-example" + kind, name=name)
