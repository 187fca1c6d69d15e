"""Find all literals of all rules in one pass, overlapping ones included.

Two methods give the same results: a table of first character pairs, which costs nothing to set up, and an Aho-Corasick
automaton (ahocorasick_rs), which is much faster on long texts but takes 16 ms to build for 10,000 terms.

>>> table = make_literal_table(["养老", "养老服务", "服务"])
>>> list(Literals(table).find("社区养老服务"))
[(0, 2, 4), (1, 2, 6), (2, 4, 6)]
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

# Building the automaton pays off after this many characters for each literal (2.4 µs against 0.2 µs a character), and
# its import after _LEAST characters; see benchmarks/matching.py.
_WORTH_BUILDING = 12
_LEAST = 8_000
# Stands between literals; no text of a YAML file contains it.
_END = "\0"


#: The literals, the pairs of characters that literals of the same lengths begin with, and the single characters.
WrittenTable = tuple[str, list[tuple[tuple[int, ...], str]], list[str]]


class LiteralTable(NamedTuple):
    """The literals for the table method.

    Args:
        words: the number of each literal.
        heads: the ascending lengths of the literals by their first two characters.
        singles: the literals of one character.
    """

    words: Mapping[str, int]
    heads: Mapping[str, tuple[int, ...]]
    singles: Mapping[str, int]


def make_literal_table(words: Iterable[str]) -> LiteralTable:
    """Make the table of literals, numbered in order; they must be distinct and not empty."""
    numbers = {word: number for number, word in enumerate(words)}
    lengths: dict[str, set[int]] = {}
    for word in numbers:
        if len(word) > 1:
            lengths.setdefault(word[:2], set()).add(len(word))
    heads = {head: tuple(sorted(sizes)) for head, sizes in lengths.items()}
    return LiteralTable(numbers, heads, {word: number for word, number in numbers.items() if len(word) == 1})


def join_literals(literals: Iterable[str]) -> str:
    """Return literals as one text, which the cache reads in a tenth of the time of many short ones."""
    return _END.join(literals)


def split_literals(joined: str) -> list[str]:
    """Return the literals that `join_literals` has joined.

    >>> split_literals(join_literals(["养老", "服务"])), split_literals(join_literals([]))
    (['养老', '服务'], [])
    """
    return joined.split(_END) if joined else []


def write_table(table: LiteralTable) -> WrittenTable:
    """Write a table for the cache as a few long texts."""
    heads: dict[tuple[int, ...], list[str]] = {}
    for head, sizes in table.heads.items():
        heads.setdefault(sizes, []).append(head)
    joined = [(sizes, "".join(found)) for sizes, found in heads.items()]
    return join_literals(table.words), joined, list(table.singles)


def read_table(written: WrittenTable) -> LiteralTable:
    """Read a table that `write_table` has written.

    >>> table = make_literal_table(["养老", "养老服务", "服务", "老"])
    >>> read_table(write_table(table)) == table
    True
    """
    joined_words, joined_heads, singles = written
    words = split_literals(joined_words)
    numbers = dict(zip(words, range(len(words)), strict=True))
    heads: dict[str, tuple[int, ...]] = {}
    for sizes, joined in joined_heads:
        heads.update(dict.fromkeys(map(str.__add__, joined[::2], joined[1::2]), sizes))
    return LiteralTable(numbers, heads, {word: numbers[word] for word in singles})


class LiteralSelection(Protocol):
    """A selection of literals; compared by identity."""

    @property
    def literals(self) -> Sequence[int]:
        """The numbers of the literals, ascending."""


class LiteralAutomaton(NamedTuple):
    """An automaton for a selection of literals.

    Args:
        automaton: the automaton.
        numbers: the number of each of its literals.
    """

    automaton: Any
    numbers: list[int]


class Literals:
    """The table of all literals and, once a text is long enough, automata for selections of them."""

    def __init__(self, table: LiteralTable, *, compiled: bool | None = None) -> None:
        """Use the automaton always if `compiled` is True, never if False, depending on the length if None."""
        self.table = table
        self._compiled = compiled
        self._automata: dict[LiteralSelection | None, LiteralAutomaton] = {}
        self._searched = 0

    def expect(self, length: int) -> None:
        """Announce the length of the next text; many short texts justify an automaton too."""
        self._searched += length

    def find(self, text: str, selection: LiteralSelection | None = None) -> Iterable[tuple[int, int, int]]:
        """Return (number, start, end) of the literals in `text`, in any order.

        Args:
            text: folded.
            selection: the literals to find, always the same object for the same selection; others may be found too.
        """
        automaton = self._get_automaton(selection)
        if automaton is not None:
            try:
                matches = automaton.automaton.find_matches_as_indexes(text, overlapping=True)
            except UnicodeEncodeError:
                # A lone surrogate is legal in a Python string but not in UTF-8.
                return self._find_by_table(text)
            numbers = automaton.numbers
            return [(numbers[number], start, end) for number, start, end in matches]
        return self._find_by_table(text)

    def _get_automaton(self, selection: LiteralSelection | None) -> LiteralAutomaton | None:
        """Return the automaton for a selection if the amount of text justifies one."""
        words = self.table.words
        if self._compiled is False or not words or not (self._compiled or self._searched > _LEAST):
            return None
        automaton = self._automata.get(selection)
        if automaton is None:
            numbers = list(range(len(words))) if selection is None else list(selection.literals)
            if not numbers or not (self._compiled or self._searched > _WORTH_BUILDING * len(numbers)):
                return None
            try:
                import ahocorasick_rs
            except ImportError:
                self._compiled = False
                return None
            literals = list(words)
            automaton = self._automata[selection] = LiteralAutomaton(
                ahocorasick_rs.AhoCorasick(
                    [literals[number] for number in numbers],
                    matchkind=ahocorasick_rs.MatchKind.Standard,
                    store_patterns=False,
                ),
                numbers,
            )
        return automaton

    def _find_by_table(self, text: str) -> Iterator[tuple[int, int, int]]:
        words, heads, singles = self.table
        if singles:
            for position, character in enumerate(text):
                if character in singles:
                    yield singles[character], position, position + 1
        for position in [
            position for position, head in enumerate(map(str.__add__, text, text[1:])) if head in heads
        ]:
            for length in heads[text[position : position + 2]]:
                number = words.get(text[position : position + length])
                # At the end of the text the slice is shorter and may be another literal.
                if number is not None and position + length <= len(text):
                    yield number, position, position + length
