"""All literals of all rules in one pass: every place where one stands, overlapping ones too.

Two ways with the same answers: a table of first pairs of characters, which costs nothing to set up, and an
Aho-Corasick automaton (ahocorasick_rs), which is many times as fast on long texts but must be built anew in
each process (16 ms for 10,000 terms).

>>> table = make_literal_table(["养老", "养老服务", "服务"])
>>> list(Literals(table).find("社区养老服务"))
[(0, 2, 4), (1, 2, 6), (2, 4, 6)]
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

# The automaton has paid for its building after so many characters a literal (2.4 µs a literal against some
# 0.2 µs a character), and for its import after so many at all; see benchmarks/matching.py.
_WORTH_BUILDING = 12
_LEAST = 8_000


class LiteralTable(NamedTuple):
    """Literals for the table way; plain values, so that a cache can hold it.

    Args:
        words: each literal and its number.
        heads: the first two characters of literals, and the lengths of those that start so, ascending.
        singles: the literals of one character.
    """

    words: Mapping[str, int]
    heads: Mapping[str, tuple[int, ...]]
    singles: Mapping[str, int]


def make_literal_table(words: Iterable[str]) -> LiteralTable:
    """The table of some literals, numbered in their order; none may be empty or stand twice."""
    numbers = {word: number for number, word in enumerate(words)}
    lengths: dict[str, set[int]] = {}
    for word in numbers:
        if len(word) > 1:
            lengths.setdefault(word[:2], set()).add(len(word))
    heads = {head: tuple(sorted(found)) for head, found in lengths.items()}
    return LiteralTable(numbers, heads, {word: number for word, number in numbers.items() if len(word) == 1})


class LiteralSelection(Protocol):
    """Which literals are looked for; told apart by what it is, not by what it holds."""

    @property
    def literals(self) -> Sequence[int]:
        """Their numbers, ascending."""


class LiteralPart(NamedTuple):
    """Some of the literals, in an automaton of their own.

    Args:
        automaton: what finds them.
        numbers: which of all literals each is.
    """

    automaton: Any
    numbers: list[int]


class Literals:
    """A table and, once a text is long enough, automata of those literals that are looked for."""

    def __init__(self, table: LiteralTable, *, compiled: bool | None = None) -> None:
        """`compiled`: True for the automaton at once, False for never, None to let the length decide."""
        self.table = table
        self._compiled = compiled
        self._parts: dict[LiteralSelection | None, LiteralPart] = {}
        self._searched = 0

    def expect(self, length: int) -> None:
        """Says how much text comes; many short texts are worth an automaton as much as a long one."""
        self._searched += length

    def find(self, text: str, among: LiteralSelection | None = None) -> Iterable[tuple[int, int, int]]:
        """(number, start, end) of literals in `text`, in no promised order.

        Args:
            text: folded.
            among: which literals are wanted, the same object for the same ones; others may be found, too.
        """
        part = self._part(among)
        if part is not None:
            try:
                found = part.automaton.find_matches_as_indexes(text, overlapping=True)
            except UnicodeEncodeError:
                # Half a surrogate pair is legal in a Python string, not in the library's UTF-8.
                return self._by_table(text)
            numbers = part.numbers
            return [(numbers[number], start, end) for number, start, end in found]
        return self._by_table(text)

    def _part(self, among: LiteralSelection | None) -> LiteralPart | None:
        """The automaton for some literals, where the text that has come so far is worth one."""
        words = self.table.words
        if self._compiled is False or not words or not (self._compiled or self._searched > _LEAST):
            return None
        part = self._parts.get(among)
        if part is None:
            wanted = list(range(len(words))) if among is None else list(among.literals)
            if not wanted or not (self._compiled or self._searched > _WORTH_BUILDING * len(wanted)):
                return None
            try:
                import ahocorasick_rs
            except ImportError:
                self._compiled = False
                return None
            every = list(words)
            part = self._parts[among] = LiteralPart(
                ahocorasick_rs.AhoCorasick(
                    [every[number] for number in wanted],
                    matchkind=ahocorasick_rs.MatchKind.Standard,
                    store_patterns=False,
                ),
                wanted,
            )
        return part

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
