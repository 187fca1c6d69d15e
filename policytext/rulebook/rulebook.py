"""The rules of all packs, ready to run.

>>> from policytext.rulebook.compiler import EXAMPLE_PACK, compile_pack
>>> from policytext.rulebook.serialization import serialize_rules
>>> book = Rulebook(serialize_rules(compile_pack(EXAMPLE_PACK, "my.yaml").rules))
>>> [rule.title for rule in book.lint_rules]
['“帐户”应作“账户”']
"""

import marshal
import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar, overload

from policytext.errors import RuleError
from policytext.rulebook.rule_types import (
    Domain,
    ExtractRule,
    LintRule,
    Pattern,
    Rule,
    TargetExample,
    Unless,
)
from policytext.rulebook.serialization import KINDS, SerializedRules, restore_rule
from policytext.rulebook.term_automaton import Literals, read_table, split_literals
from policytext.rulebook.word_boundaries import Edges
from policytext.text.lazy_patterns import compile_pattern

_Kind = TypeVar("_Kind", LintRule, Domain, ExtractRule)


class Patterns(dict[int, Pattern]):
    """The patterns by number, each made on first use: a text needs a hundred of four thousand.

    Args:
        raw: the values of each pattern.
    """

    def __init__(self, raw: Sequence[bytes]) -> None:
        super().__init__()
        self._raw = raw

    def __missing__(self, number: int) -> Pattern:
        pattern = self[number] = Pattern(*marshal.loads(self._raw[number]))
        return pattern


class RulePatterns(Sequence[Pattern]):
    """The patterns of one rule, each made on first use: a domain has a thousand, and few need more than its title.

    Args:
        patterns: the patterns of all rules.
        numbers: those of the rule.
    """

    def __init__(self, patterns: Patterns, numbers: range) -> None:
        self._patterns, self._numbers = patterns, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Pattern: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Pattern]: ...
    def __getitem__(self, index: int | slice) -> Pattern | Sequence[Pattern]:
        if isinstance(index, slice):
            return [self._patterns[number] for number in self._numbers[index]]
        return self._patterns[self._numbers[index]]


class StoredLists(Mapping[str, Any]):
    """The word lists of all packs, each read on first use.

    Args:
        raw: the lists as bytes, by their names.
    """

    def __init__(self, raw: Mapping[str, bytes]) -> None:
        self._raw = raw
        self._read: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._read:
            self._read[name] = marshal.loads(self._raw[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


class RuleSelection:
    """A selection of rules, and the literals that they need.

    Args:
        rules: for each rule whether it is selected.
        owners: the rule of each pattern.
        users: the patterns of each literal.
    """

    def __init__(self, rules: Sequence[bool], owners: Sequence[int], users: Sequence[Sequence[int]]) -> None:
        self.rules = rules
        self._owners, self._users = owners, users

    @cached_property
    def literals(self) -> list[int]:
        """The literals of the selected rules."""
        rules, owners = self.rules, self._owners
        return [
            number for number, users in enumerate(self._users) if any(rules[owners[user]] for user in users)
        ]


class Rulebook:
    """All rules of the packs that were loaded, in their order; later packs override earlier ones.

    Args:
        raw: the result of `serialize_rules`, or its cached copy.
        compiled: as in `term_automaton.Literals`; tests compare both.
    """

    def __init__(self, raw: SerializedRules, *, compiled: bool | None = None) -> None:
        self.raw = raw
        self._rules: list[Rule | None] = [None] * len(raw["rules"])
        self._regexes: dict[str, re.Pattern[str]] = {}
        self.hints: tuple[RuleError, ...] = ()
        self.literals = Literals(read_table(raw["table"]), compiled=compiled)
        self.ids: list[str] = raw["ids"]
        self.enabled: list[bool] = raw["enabled"]
        self.conditional: list[bool] = raw["conditional"]
        self.at_word: list[bool] = raw["at_word"]
        self.owners: list[int] = raw["owners"]
        self.users: list[tuple[int, ...]] = [*zip(raw["users"], strict=True)]
        for literal, numbers in raw["more_users"]:
            self.users[literal] = numbers
        self.always: list[int] = raw["always"]
        self.simple: list[bool] = raw["simple"]
        self.longest: int = raw["longest"]
        domain = KINDS.index(Domain)
        self.of_domain: list[bool] = [kind == domain for kind in raw["kinds"]]
        # Caches of `conditions`.
        self.phrases: dict[tuple[int, str], list[tuple[int, Unless]]] = {}
        self.other_phrases: dict[int, list[Unless]] = {}
        self._selections: dict[frozenset[str] | None, RuleSelection] = {}
        self.conditions: dict[int, tuple[Collection[str], Sequence[Unless], Sequence[Unless]]] = {}

    def __len__(self) -> int:
        return len(self._rules)

    def get_rule(self, number: int) -> Rule:
        """Return the rule of a number, made on first use."""
        rule = self._rules[number]
        if rule is None:
            values = marshal.loads(self.raw["rules"][number])
            first, end = bisect_left(self.owners, number), bisect_left(self.owners, number + 1)
            rule = self._rules[number] = restore_rule(
                KINDS[self.raw["kinds"][number]], values, RulePatterns(self.patterns, range(first, end))
            )
        return rule

    def get_regex(self, pattern: str) -> re.Pattern[str]:
        """Return a compiled regular expression; the cache of `re` itself is limited to 512."""
        regex = self._regexes.get(pattern)
        if regex is None:
            regex = self._regexes[pattern] = compile_pattern(pattern, re.MULTILINE)
        return regex

    @cached_property
    def patterns(self) -> "Patterns":
        """The patterns of all rules, in the order of `owners`."""
        return Patterns(self.raw["patterns"])

    @cached_property
    def edges(self) -> Edges:
        """The boundaries of ordinary words that terms of domains can cross."""
        ends, beginnings = (
            frozenset([joined[position : position + 2] for position in range(0, len(joined), 2)])
            for joined in self.raw["edges"]
        )
        return Edges(ends, beginnings)

    @cached_property
    def terms(self) -> list[str]:
        """The plain terms of the domains, also of those that a pack switches off."""
        return split_literals(self.raw["terms"])

    def get_selection(self, only: Collection[str] | None) -> "RuleSelection":
        """Return the selection of the rules in `only`, or of all enabled rules."""
        key = None if only is None else frozenset(only)
        selection = self._selections.get(key)
        if selection is None:
            rules = self.enabled if key is None else [name in key for name in self.ids]
            selection = self._selections[key] = RuleSelection(rules, self.owners, self.users)
        return selection

    @cached_property
    def names(self) -> dict[str, int]:
        """The numbers of the rules by current and former name."""
        names: dict[str, int] = dict(self.raw["former"])
        names.update({name: number for number, name in enumerate(self.ids)})
        return names

    def find_rule(self, name: str) -> Rule | None:
        """Return the rule of a current or former name, or None."""
        number = self.names.get(name)
        return None if number is None else self.get_rule(number)

    def _get_rules_of_kind(self, kind: type[_Kind]) -> tuple[_Kind, ...]:
        wanted_kind = KINDS.index(kind)
        rules = (
            self.get_rule(number)
            for number, kind_number in enumerate(self.raw["kinds"])
            if kind_number == wanted_kind
        )
        return tuple(rule for rule in rules if isinstance(rule, kind))

    @cached_property
    def lint_rules(self) -> tuple[LintRule, ...]:
        """The lint rules."""
        return self._get_rules_of_kind(LintRule)

    @cached_property
    def all_domains(self) -> tuple[Domain, ...]:
        """The domains without the backgrounds, also those that a pack switches off."""
        return tuple(domain for domain in self._get_rules_of_kind(Domain) if not domain.background)

    @cached_property
    def domains(self) -> tuple[Domain, ...]:
        """The enabled domains without the backgrounds."""
        return tuple(domain for domain in self.all_domains if self.enabled[self.names[domain.id]])

    @cached_property
    def backgrounds(self) -> tuple[Domain, ...]:
        """The backgrounds, which take part in a decision but are never its result."""
        return tuple(domain for domain in self._get_rules_of_kind(Domain) if domain.background)

    @cached_property
    def extract_rules(self) -> tuple[ExtractRule, ...]:
        """The extract rules."""
        return self._get_rules_of_kind(ExtractRule)

    @cached_property
    def lists(self) -> Mapping[str, Any]:
        """The word lists of all packs: tuples of words, or dicts."""
        return StoredLists(self.raw["lists"])

    @property
    def alternatives(self) -> Mapping[str, str]:
        """Each list as alternatives of a regular expression."""
        return self.raw["alternatives"]  # type: ignore[no-any-return]

    @property
    def cases(self) -> tuple[TargetExample, ...]:
        """The examples for the lists of all packs."""
        return tuple(map(TargetExample._make, marshal.loads(self.raw["cases"])))

    def select(self, names: Iterable[str]) -> frozenset[str]:
        """Return the rules of current names, former names or families ("typo"); unknown names select nothing."""
        selected: set[str] = set()
        for name in names:
            if name in self.names:
                selected.add(self.ids[self.names[name]])
            selected.update(rule for rule in self.ids if rule.startswith(name + "/"))
        return frozenset(selected)
