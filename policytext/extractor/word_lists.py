"""The word lists of the packs as the extraction takes them: tables, sets of characters, patterns, and templates of patterns."""

import re
from collections.abc import Iterable, Mapping

from policytext.rulebook.alternatives import EXCEPTIONS_SUFFIX, NEVER, guard_words, join_guarded_words
from policytext.rulebook.rulebook import Rulebook
from policytext.text.lazy_patterns import compile_pattern

_SLOT = compile_pattern("{([a-z][a-z-]+)}")


class CompiledTemplates(dict[str, re.Pattern[str]]):
    """Compiled regular expressions by their templates, each compiled when first used.

    A slot such as ``{penalty-words}`` stands for the words of that list, the longest first, with bars between.

    Args:
        alternatives: The words of each list, joined; a list that is missing matches nowhere.

    >>> CompiledTemplates({"modals": "应当|应"})["(?:{modals})$"].pattern
    '(?:应当|应)$'
    """

    def __init__(self, alternatives: Mapping[str, str]) -> None:
        super().__init__()
        self._alternatives = alternatives

    def __missing__(self, template: str) -> re.Pattern[str]:
        source = _SLOT.sub(lambda slot: self._alternatives.get(slot[1], NEVER), template)
        pattern = self[template] = compile_pattern(source)
        return pattern


class PatternsByFirst(dict[str, "re.Pattern[str] | None"]):
    """The patterns of some words by their first character, each compiled when first looked up; None where no word begins so.

    Args:
        guards: The words, each with the expression that must hold after it, or an empty string.

    >>> patterns = PatternsByFirst({"建设": "", "建成": "(?!区)", "推进": ""})
    >>> patterns["建"].pattern, patterns["应"]
    ('建(?:成(?!区)|设)', None)
    """

    def __init__(self, guards: Mapping[str, str]) -> None:
        super().__init__()
        self._groups: dict[str, dict[str, str]] = {}
        for word, guard in guards.items():
            self._groups.setdefault(word[:1], {})[word] = guard

    def __missing__(self, first: str) -> re.Pattern[str] | None:
        group = self._groups.get(first)
        pattern = self[first] = compile_pattern(join_guarded_words(group)) if group else None
        return pattern


class WordLists:
    """The lists of all packs; a list that no pack has is empty."""

    def __init__(self, book: Rulebook) -> None:
        self.lists = book.lists
        self.alternatives = book.alternatives
        self.patterns = CompiledTemplates(book.alternatives)

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(self.lists.get(name, ()))

    def table(self, name: str) -> dict[str, str]:
        entries = self.lists.get(name, {})
        return {key: str(value) for key, value in entries.items()} if isinstance(entries, dict) else {}

    def firsts(self, *names: str) -> frozenset[str]:
        """Return the first characters of the words of some lists."""
        return frozenset(word[0] for name in names for word in self.words(name) if word)

    def lasts(self, *names: str) -> frozenset[str]:
        """Return the last characters of the words of some lists."""
        return frozenset(word[-1] for name in names for word in self.words(name) if word)

    def ranges(self, name: str) -> dict[str, tuple[int, int]]:
        """Return a table of ranges: 2021-2025."""
        parts = ((key, value.partition("-")) for key, value in self.table(name).items())
        return {key: (int(low), int(high)) for key, (low, _, high) in parts}

    def any(self, *names: str) -> re.Pattern[str]:
        """Return a pattern of all words of some lists."""
        if len(names) == 1:
            return compile_pattern(self.one_of(names[0]))
        return compile_pattern(join_alternatives([word for name in names for word in self.words(name)]))

    def by_length(self, name: str) -> dict[int, re.Pattern[str]]:
        """Return the patterns of the words of a list, by how many characters they have."""
        sizes: dict[int, dict[str, str]] = {}
        for word, guard in self.guards(name).items():
            sizes.setdefault(len(word), {})[word] = guard
        return {size: compile_pattern(join_guarded_words(group)) for size, group in sizes.items()}

    def guards(self, name: str) -> dict[str, str]:
        """Return the words of a list, each with the expression that excludes longer words around it."""
        return guard_words(self.words(name), self.lists.get(name + EXCEPTIONS_SUFFIX, {}))

    def one_of(self, name: str) -> str:
        """Return the words of a list, or the keys of a table, as a group of alternatives."""
        return f"(?:{self.alternatives.get(name, NEVER)})"


def join_alternatives(words: Iterable[str]) -> str:
    """Return a group of alternatives, the longest first."""
    return f"(?:{join_guarded_words(dict.fromkeys(words, ''))})"
