r"""Regular expressions that may take more than linear time at one place, found without running them.

A matcher that backtracks tries every way to read a text. An expression is taken apart into its positions (the
automaton of Glushkov): an edge leads from each position to those that may follow. Two loops over the same
text, one after the other or one in the other, give ever more ways as the text grows, and are named.

>>> find_ambiguity(r"\d+(?:,\d{3})*%")
>>> find_ambiguity(r"(a+)+b")
'exponential: a'
>>> find_ambiguity(r"\s*\n?\s*x").partition(":")[0]  # which letter it names is open
'polynomial'
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_SAMPLE = "0５aZ_ \t\n一龥国省的，。、（(【[〔）)-.%:：《》“”"
#: A limited repetition is spelled out so many times: enough to see whether two readings are possible.
_COPIES = 4
_LIMIT = 1000  # a repetition up to here takes bounded time
_REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}

Edges = dict[int, list[int]]
Steps = dict[Any, list[int]]


class _Part(NamedTuple):
    """A part of an expression: whether it may be empty, and the positions where it begins and ends."""

    empty: bool
    first: tuple[int, ...]
    last: tuple[int, ...]


_NOTHING = _Part(True, (), ())


class _Positions:
    """The positions of an expression, the characters each takes, and how many ways lead from one to the next."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.tree = _parser.parse(pattern, flags)
        self.flags = flags | self.tree.state.flags
        self.letters = _letters(self.tree)
        self.taken: list[frozenset[str]] = []
        self.follow: Counter[tuple[int, int]] = Counter()
        self.assertions: list[Any] = []
        self._known: dict[str, frozenset[str]] = {}
        self.whole = self._sequence(self.tree)

    def _sequence(self, items: Iterable[Any]) -> _Part:
        found = _NOTHING
        for operation, value in items:
            found = self._joined(found, self._part(operation, value))
        return found

    def _joined(self, left: _Part, right: _Part) -> _Part:
        self._link(left.last, right.first)
        first = left.first + (right.first if left.empty else ())
        last = right.last + (left.last if right.empty else ())
        return _Part(left.empty and right.empty, first, last)

    def _link(self, last: Iterable[int], first: Iterable[int]) -> None:
        first = tuple(first)
        self.follow.update((before, after) for before in last for after in first)

    def _part(self, operation: Any, value: Any) -> _Part:
        if operation in _REPEATS:
            return self._repeat(*value)
        if operation is sre.SUBPATTERN:
            return self._sequence(value[3])
        if operation is sre.ATOMIC_GROUP:
            return self._sequence(value)
        if operation is sre.BRANCH:
            parts = [self._sequence(branch) for branch in value[1]]
            first = tuple(position for part in parts for position in part.first)
            last = tuple(position for part in parts for position in part.last)
            return _Part(any(part.empty for part in parts), first, last)
        if operation in (sre.ASSERT, sre.ASSERT_NOT):
            self.assertions.append(value[1])
            return _NOTHING
        if operation in (sre.AT, sre.GROUPREF):
            return _NOTHING
        return self._position(operation, value)

    def _repeat(self, least: int, most: int, body: Any) -> _Part:
        """Copies of the body, each optional one inside the one before it: ``x(x(x)?)?``."""
        endless = most > _LIMIT
        least = min(least, _COPIES - 1)
        copies = max(1, least) if endless else min(most, _COPIES)
        found = _NOTHING
        for number in reversed(range(copies)):
            part = self._sequence(body)
            if endless and number == copies - 1:
                self._link(part.last, part.first)
            found = self._joined(part, found)
            if number >= least:
                found = found._replace(empty=True)
        return found

    def _position(self, operation: Any, value: Any) -> _Part:
        key = repr((operation, value))
        if key not in self._known:
            node = _parser.SubPattern(self.tree.state, [(operation, value)])
            matches = _compiler.compile(node, self.flags).match
            self._known[key] = frozenset(letter for letter in self.letters if matches(letter))
        self.taken.append(self._known[key])
        return _Part(False, (len(self.taken) - 1,), (len(self.taken) - 1,))


def _letters(tree: Any) -> list[Any]:
    """Characters that stand for all others: those that the expression names, their neighbours, and a sample."""
    codes = set(map(ord, _SAMPLE))

    def visit(value: Any) -> None:
        if isinstance(value, _parser.SubPattern | list | tuple):
            for item in value:
                visit(item)
            if len(value) == 2 and value[0] in (sre.LITERAL, sre.NOT_LITERAL):
                codes.add(value[1])
            elif len(value) == 2 and value[0] is sre.RANGE:
                codes.update((value[1][0], value[1][1]))

    visit(tree)
    if isinstance(tree.state.str, bytes):
        return [bytes([code]) for code in sorted(codes) if code < 256]
    return [chr(code) for code in sorted(codes)]


def _components(edges: Edges) -> dict[int, int]:
    """The number of the loop that each position is in; positions in no loop are left out."""
    found: dict[int, int] = {}
    reach = {start: _reachable([start], lambda node: edges[node]) for start in edges}
    for start in edges:
        if start in reach[start]:
            found[start] = min(other for other in reach[start] if start in reach[other])
    return found


def _reachable(starts: Iterable[Any], after: Callable[[Any], Iterable[Any]]) -> set[Any]:
    """What can be reached from `starts` in one step or more."""
    found: set[Any] = set()
    waiting = list(starts)
    while waiting:
        for node in after(waiting.pop()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found


def find_ambiguity(pattern: str | bytes, flags: int = 0) -> str | None:
    """Why an expression may take more than linear time at one place, None if it can't."""
    positions = _Positions(pattern, flags)
    edges: Edges = defaultdict(list)
    for before, after in positions.follow:
        edges[before].append(after)
        edges[after]
    loops = _components(edges)
    taken = positions.taken
    for (before, after), ways in positions.follow.items():
        if ways > 1 and before in loops and loops[before] == loops.get(after) and taken[after]:
            return f"exponential: {_shown(taken[after])}"
    steps = {before: _by_letter(after, taken) for before, after in edges.items()}
    return _find_two_ways(steps, loops, taken) or _find_two_loops(steps, loops, taken)


def _by_letter(after: list[int], taken: list[frozenset[Any]]) -> Steps:
    found: Steps = defaultdict(list)
    for position in after:
        for letter in taken[position]:
            found[letter].append(position)
    return found


def _find_two_ways(steps: dict[int, Steps], loops: dict[int, int], taken: list[frozenset[Any]]) -> str | None:
    """Two ways through one loop that read the same text and meet again."""
    back: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)

    def after(node: tuple[int, int]) -> Iterator[tuple[int, int]]:
        for letter in steps[node[0]].keys() & steps[node[1]].keys():
            for pair in product(steps[node[0]][letter], steps[node[1]][letter]):
                if loops.get(pair[0]) == loops.get(pair[1]) == loops[node[0]]:
                    back[pair].add(node)
                    yield pair

    diagonal = [(position, position) for position in loops]
    apart = {pair for pair in _reachable(diagonal, after) if pair[0] != pair[1]}
    if apart:
        apart &= _reachable(diagonal, lambda node: back[node])
    return next((f"exponential: {_shown(taken[pair[0]])}" for pair in sorted(apart)), None)


def _find_two_loops(
    steps: dict[int, Steps], loops: dict[int, int], taken: list[frozenset[Any]]
) -> str | None:
    """Two loops, one after the other, that read the same text."""
    reach = {
        start: _reachable([start], lambda node: [end for ends in steps[node].values() for end in ends])
        for start in steps
    }
    for left, right in product(loops, loops):
        if loops[left] == loops[right] or right not in reach[left] or not taken[left] & taken[right]:
            continue

        def after(
            node: tuple[int, int, int], left: int = left, right: int = right
        ) -> Iterator[tuple[int, int, int]]:
            first, second, third = (steps[position] for position in node)
            for letter in first.keys() & second.keys() & third.keys():
                for triple in product(first[letter], second[letter], third[letter]):
                    if loops.get(triple[0]) == loops[left] and loops.get(triple[2]) == loops[right]:
                        yield triple

        if (left, right, right) in _reachable([(left, left, right)], after):
            return f"polynomial: {_shown(taken[left])}, {_shown(taken[right])}"
    return None


def _shown(letters: frozenset[Any]) -> str:
    return ascii(min(letters))[1:-1]
