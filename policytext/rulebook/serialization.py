"""Serialize rules to plain values, which the matcher reads and `marshal` can write to the cache.

>>> _serialize_pattern(Pattern("帐户", 7, ("帐户",)))
('帐户', 7, ('帐户',))
"""

import marshal
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from policytext.model.document import Span
from policytext.rulebook.alternatives import build_alternatives
from policytext.rulebook.rule_types import (
    Domain,
    Example,
    ExtractRule,
    Finder,
    LintRule,
    Mark,
    Pattern,
    Rule,
    RuleOrigin,
    TargetExample,
    Topic,
    Unless,
)
from policytext.rulebook.term_automaton import join_literals, make_literal_table, write_table
from policytext.rulebook.word_boundaries import find_word_edges

KINDS: tuple[type[LintRule] | type[Domain] | type[ExtractRule], ...] = (LintRule, Domain, ExtractRule)
SerializedRules = dict[str, Any]


def serialize_rules(
    rules: Iterable[Rule],
    lists: Mapping[str, Any] | None = None,
    cases: Iterable[TargetExample] = (),
    words: Iterable[str] = (),
) -> SerializedRules:
    """Serialize the rules of all packs.

    Args:
        rules: in their order.
        lists, cases: the packs' lists, and the examples for them.
        words: ordinary words; a term that crosses their boundaries does not count.
    """
    rules = tuple(rules)
    lists = dict(lists or {})
    raw = {
        # Bytes for each rule: one run needs only a few of them.
        "rules": [_serialize_rule(rule) for rule in rules],
        "former": [(alias, number) for number, rule in enumerate(rules) for alias in rule.aliases],
        **serialize_lists(lists),
        # Bytes: only `rules test` needs them.
        "cases": marshal.dumps([_to_plain(case) for case in cases]),
        "ids": [rule.id for rule in rules],
        "kinds": [KINDS.index(type(rule)) for rule in rules],
        "enabled": [rule.enabled for rule in rules],
        "conditional": [bool(rule.finder.unless or rule.finder.places) for rule in rules],
        "at_word": [isinstance(rule, LintRule) and rule.at_word for rule in rules],
        "owners": [number for number, rule in enumerate(rules) for _ in rule.finder.patterns],
        **_serialize_patterns([pattern for rule in rules for pattern in rule.finder.patterns]),
        "terms": join_literals(
            literal
            for rule in rules
            if isinstance(rule, Domain) and not rule.background
            for pattern in rule.finder.patterns
            if not pattern.regex
            for literal in pattern.literals
        ),
        "edges": _serialize_edges(rules, (*words, *lists.get("ordinary-words", ()))),
    }
    return _share_strings(raw, {})  # type: ignore[no-any-return]


def serialize_lists(lists: Mapping[str, Any]) -> dict[str, Any]:
    """Serialize word lists, each on its own: a run without targets needs few of them."""
    packed = {name: marshal.dumps(words) for name, words in lists.items()}
    return {"lists": packed, "alternatives": build_alternatives(lists)}


def _serialize_patterns(patterns: Sequence[Pattern]) -> dict[str, Any]:
    """Return the patterns, and the table by which the matcher finds their literals."""
    by_literal: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns):
        for literal in dict.fromkeys(pattern.literals):
            by_literal.setdefault(literal, []).append(number)
    return {
        # Bytes for each pattern: a text needs a hundred of thousands.
        "patterns": [marshal.dumps(_serialize_pattern(pattern)) for pattern in patterns],
        # Most literals have one pattern, and thousands of tuples take longer to read than to make.
        "users": [numbers[0] for numbers in by_literal.values()],
        "more_users": [
            (literal, tuple(numbers))
            for literal, numbers in enumerate(by_literal.values())
            if len(numbers) > 1
        ],
        "table": write_table(make_literal_table(by_literal)),
        "always": [number for number, pattern in enumerate(patterns) if not pattern.literals],
        # For each literal, whether finding it is a hit of all its patterns.
        "simple": [
            not any(patterns[number].regex or patterns[number].checks for number in numbers)
            for numbers in by_literal.values()
        ],
        "longest": max(map(len, by_literal), default=1),
    }


def _serialize_edges(rules: Iterable[Rule], words: Iterable[str]) -> tuple[str, ...]:
    """Return the edges of ordinary words that literal terms of domains can cross."""
    terms = [
        literal
        for rule in rules
        if isinstance(rule, Domain)
        for pattern in rule.finder.patterns
        if not pattern.regex
        for literal in pattern.literals
    ]
    return tuple(map("".join, find_word_edges(terms, words)))


def _to_plain(value: Any) -> Any:
    """Return named tuples as tuples, because `marshal` writes only builtin types."""
    return tuple(map(_to_plain, value)) if isinstance(value, tuple) else value


def _serialize_rule(rule: Rule) -> bytes:
    """Return a rule as bytes, without its patterns, which are stored separately."""
    alone = rule._replace(finder=rule.finder._replace(patterns=()))
    return marshal.dumps(_to_plain(alone))


def _serialize_pattern(pattern: Pattern) -> tuple[Any, ...]:
    """Return the values of a pattern without trailing defaults; there are thousands of patterns."""
    values = [*_to_plain(pattern)]
    defaults = [*Pattern._field_defaults.values()]
    while defaults and values[-1] == defaults[-1]:
        values.pop()
        defaults.pop()
    return tuple(values)


def _share_strings(value: Any, shared: dict[str, str]) -> Any:
    """Return the same values with equal strings shared, which `marshal` writes and reads only once."""
    if isinstance(value, str):
        return shared.setdefault(value, value)
    if isinstance(value, list | tuple):
        return type(value)([_share_strings(item, shared) for item in value])
    if isinstance(value, dict):
        return {_share_strings(key, shared): _share_strings(item, shared) for key, item in value.items()}
    return value


def restore_rule(kind: type[Any], values: tuple[Any, ...], patterns: Sequence[Pattern]) -> Rule:
    """Restore the named tuples of a rule from plain values."""
    rule = kind._make(values)
    finder = Finder(patterns, tuple(map(Unless._make, rule.finder[1])), rule.finder[2])
    examples = tuple(_restore_example(raw) for raw in rule.examples)
    rule = rule._replace(origin=RuleOrigin._make(rule.origin), finder=finder, examples=examples)
    if isinstance(rule, Domain):
        rule = rule._replace(
            topics=tuple(map(Topic._make, rule.topics)),
            extensions=tuple(map(RuleOrigin._make, rule.extensions)),
        )
    return rule  # type: ignore[no-any-return]


def _restore_example(raw: tuple[Any, ...]) -> Example:
    example = Example._make(raw)
    return example._replace(marks=tuple(Mark(Span._make(span), fix) for span, fix in example.marks))
