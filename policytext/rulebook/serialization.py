"""Serialize rules to plain values for the cache: small to write and fast to read.

>>> serialize_pattern(Pattern("帐户", 7, ("帐户",)))
('帐户', 7, ('帐户',))
"""

import marshal
from typing import Any

from policytext.rulebook.rule_types import Pattern, Rule


def to_plain(value: Any) -> Any:
    """Return named tuples as tuples, because `marshal` writes only builtin types."""
    return tuple(map(to_plain, value)) if isinstance(value, tuple) else value


def serialize_rule(rule: Rule) -> bytes:
    """Return a rule as bytes, without its patterns, which are stored separately."""
    alone = rule._replace(finder=rule.finder._replace(patterns=()))
    return marshal.dumps(to_plain(alone))


def serialize_pattern(pattern: Pattern) -> tuple[Any, ...]:
    """Return the values of a pattern without trailing defaults; there are thousands of patterns."""
    values = [*to_plain(pattern)]
    defaults = [*Pattern._field_defaults.values()]
    while defaults and values[-1] == defaults[-1]:
        values.pop()
        defaults.pop()
    return tuple(values)


def share_strings(value: Any, shared: dict[str, str]) -> Any:
    """Return the same values with equal strings shared, which `marshal` writes and reads only once."""
    if isinstance(value, str):
        return shared.setdefault(value, value)
    if isinstance(value, list | tuple):
        return type(value)([share_strings(item, shared) for item in value])
    if isinstance(value, dict):
        return {share_strings(key, shared): share_strings(item, shared) for key, item in value.items()}
    return value
