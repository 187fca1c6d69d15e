"""All literals of all rules in one pass: every place where one stands, overlapping ones too.

Two ways with the same answers: a table of first pairs of characters, which costs nothing to set up, and an
Aho-Corasick automaton (ahocorasick_rs), which is many times as fast on long texts but must be built anew in
each process (16 ms for 10,000 terms).

>>> table = table_of(["养老", "养老服务", "服务"])
>>> list(Literals(table).find("社区养老服务"))
[(0, 2, 4), (1, 2, 6), (2, 4, 6)]
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

# The automaton has paid for its building after so many characters a literal (2.4 µs a literal against some
# 0.2 µs a character), and for its import after so many at all; see benchmarks/matching.py.
_WORTH_BUILDING = 12
_LEAST = 8_000


class Table(NamedTuple):
    """Literals for the table way; plain values, so that a cache can hold it.

    Args:
        words: each literal and its number.
        heads: the first two characters of literals, and the lengths of those that start so, ascending.
        singles: the literals of one character.
    """

    words: Mapping[str, int]
    heads: Mapping[str, tuple[int, ...]]
    singles: Mapping[str, int]


def table_of(words: Iterable[str]) -> Table:
    """The table of some literals, numbered in their order; none may be empty or stand twice."""
    numbers = {word: number for number, word in enumerate(words)}
    lengths: dict[str, set[int]] = {}
    for word in numbers:
        if len(word) > 1:
            lengths.setdefault(word[:2], set()).add(len(word))
    heads = {head: tuple(sorted(found)) for head, found in lengths.items()}
    return Table(numbers, heads, {word: number for word, number in numbers.items() if len(word) == 1})


class Literals:
    """A table and, once a text is long enough, its automaton."""

    def __init__(self, table: Table, *, compiled: bool | None = None) -> None:
        """`compiled`: True for the automaton at once, False for never, None to let the length decide."""
        self.table = table
        self._compiled = compiled
        self._automaton: Any = None
        self._searched = 0

    def expect(self, length: int) -> None:
        """Says how much text comes; many short texts are worth an automaton as much as a long one."""
        self._searched += length

    def find(self, text: str) -> Iterable[tuple[int, int, int]]:
        """(number, start, end) of every literal in `text`, in no promised order."""
        if self._wants_automaton():
            try:
                return self._built().find_matches_as_indexes(text, overlapping=True)  # type: ignore[no-any-return]
            except UnicodeEncodeError:
                # Half a surrogate pair is legal in a Python string, not in the library's UTF-8.
                pass
        return self._by_table(text)

    def _wants_automaton(self) -> bool:
        if self._compiled is False or not self.table.words:
            return False
        if self._compiled or self._automaton is not None:
            return True
        return self._searched > max(_LEAST, _WORTH_BUILDING * len(self.table.words))

    def _built(self) -> Any:
        if self._automaton is None:
            try:
                import ahocorasick_rs
            except ImportError:
                self._compiled = False
                return _Plain(self)
            self._automaton = ahocorasick_rs.AhoCorasick(
                list(self.table.words), matchkind=ahocorasick_rs.MatchKind.Standard, store_patterns=False
            )
        return self._automaton

    def _by_table(self, text: str) -> Iterator[tuple[int, int, int]]:
        words, heads, singles = self.table
        if singles:
            for at, character in enumerate(text):
                if character in singles:
                    yield singles[character], at, at + 1
        for at in [at for at, head in enumerate(map(str.__add__, text, text[1:])) if head in heads]:
            for length in heads[text[at : at + 2]]:
                number = words.get(text[at : at + length])
                # At the end of the text a slice is shorter than asked for and may be another literal.
                if number is not None and at + length <= len(text):
                    yield number, at, at + length


class _Plain:
    """The table way in the automaton's clothes, where the library is not installed."""

    def __init__(self, literals: Literals) -> None:
        self._literals = literals

    def find_matches_as_indexes(self, text: str, overlapping: bool) -> Iterable[tuple[int, int, int]]:
        assert overlapping
        return self._literals._by_table(text)
