"""Rules in values that a cache can hold: small to write, quick to read.

>>> serialize_pattern(Pattern("帐户", 7, ("帐户",)))
('帐户', 7, ('帐户',))
"""

import marshal
from typing import Any

from policytext.rulebook.rule_types import Pattern, Rule


def to_plain(value: Any) -> Any:
    """Named tuples as tuples: `marshal` writes only the builtin types themselves."""
    return tuple(map(to_plain, value)) if isinstance(value, tuple) else value


def serialize_rule(rule: Rule) -> bytes:
    """A rule without its patterns, which stand in a list of their own."""
    alone = rule._replace(finder=rule.finder._replace(patterns=()))
    return marshal.dumps(to_plain(alone))


def serialize_pattern(pattern: Pattern) -> tuple[Any, ...]:
    """A pattern without the defaults at its end: most have nothing else there, and there are thousands."""
    values = [*to_plain(pattern)]
    defaults = [*Pattern._field_defaults.values()]
    while defaults and values[-1] == defaults[-1]:
        values.pop()
        defaults.pop()
    return tuple(values)


def share_strings(value: Any, seen: dict[str, str]) -> Any:
    """The same values with one string for all that are equal, which `marshal` then writes and reads once."""
    if isinstance(value, str):
        return seen.setdefault(value, value)
    if isinstance(value, list | tuple):
        return type(value)([share_strings(one, seen) for one in value])
    if isinstance(value, dict):
        return {share_strings(key, seen): share_strings(one, seen) for key, one in value.items()}
    return value
