"""Terms that only seem to stand there: across the edge between two ordinary words.

Chinese has no spaces, so 托育 stands in 委托育种, and 社保 in 合作社保底. A short term of a domain whose first character
ends an ordinary word and whose last character begins another one is not there.

>>> edges = find_word_edges(["托育"], ["委托", "育种", "机构"])
>>> crosses_words(edges, "委托育种", 1, 3), crosses_words(edges, "公办托育机构", 2, 4)
(True, False)
"""

import os
from collections.abc import Iterable
from typing import NamedTuple

#: A term of more characters is never there by chance.
LONGEST = 3
#: Ordinary is what stands as often as this in the reference profile, 1.2 million words of official prose.
_COMMON = 10
_WORD = range(2, 5)


class Edges(NamedTuple):
    """Pairs of characters: those that end a word, and those that begin one, as far as terms can cross them."""

    ends: frozenset[str]
    beginnings: frozenset[str]


def find_word_edges(terms: Iterable[str], words: Iterable[str]) -> Edges:
    """The edges of ordinary words that one of the terms can cross.

    Args:
        terms: what is looked for; long ones are left out.
        words: the ordinary words.
    """
    short = [term for term in terms if 1 < len(term) <= LONGEST]
    first, last = {term[0] for term in short}, {term[-1] for term in short}
    words = [word for word in words if len(word) in _WORD]
    return Edges(
        frozenset(word[-2:] for word in words if word[-1] in first),
        frozenset(word[:2] for word in words if word[0] in last),
    )


def crosses_words(edges: Edges, text: str, start: int, end: int) -> bool:
    """Whether the term at [start, end) of a folded text begins inside one ordinary word and ends inside another."""
    return (
        end - start <= LONGEST
        and text[start - 1 : start + 1] in edges.ends
        and text[end - 1 : end + 1] in edges.beginnings
    )


def reference_path(folder: str) -> str:
    """The file of the reference profile in the folder of the built-in packs."""
    return os.path.join(folder, "stats", "reference.tsv")


def read_common_words(folder: str) -> list[str]:
    """The ordinary words of the reference profile; none where it is missing."""
    try:
        with open(reference_path(folder), encoding="utf-8") as file:
            rows = (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
            return [row[0] for row in rows if len(row) == 2 and int(row[1]) >= _COMMON]
    except OSError:
        return []
