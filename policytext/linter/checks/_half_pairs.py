"""Pairs of quotation marks of which one is curly and the other one straight: “一网通办"."""

from collections.abc import Iterator
from typing import NamedTuple

from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern

_OPEN = LazyPattern(rf'“{LETTER}[^“”"\n]{{0,28}}(")', 8)
_CLOSED = LazyPattern(rf'"(?={LETTER}[^“”"\n]{{0,28}}”)', 8)
_PRIME = LazyPattern(r'[0-9"]"')  # 27 inches


class HalfPair(NamedTuple):
    """A pair of one curly and one straight mark.

    Args:
        curly, straight: the offsets of both.
        opens: whether the curly mark is the first.
    """

    curly: int
    straight: int
    opens: bool


def find_half_pairs(text: str) -> Iterator[HalfPair]:
    """Yield the pairs with one mark of each kind.

    >>> [tuple(pair) for pair in find_half_pairs('推进“一网通办"改革，推行"跨省通办”。')]
    [(2, 7, True), (18, 13, False)]
    """
    if '"' not in text:
        return
    taken: set[int] = set()
    for match in _OPEN.finditer(text):
        if not _PRIME.match(text, match.start(1) - 1):
            taken.add(match.start(1))
            yield HalfPair(match.start(), match.start(1), True)
    for match in _CLOSED.finditer(text):
        if match.start() not in taken:
            yield HalfPair(text.index("”", match.end()), match.start(), False)
