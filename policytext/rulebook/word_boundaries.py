"""Exclude terms that cross the boundary between two ordinary words.

Chinese has no spaces, so 托育 occurs in 委托育种, and 社保 in 合作社保底. A short term of a domain does not count if its
first character ends an ordinary word and its last character begins another one.

>>> edges = find_word_edges(["托育"], ["委托", "育种", "机构"])
>>> crosses_words(edges, "委托育种", 1, 3), crosses_words(edges, "公办托育机构", 2, 4)
(True, False)
"""

import os
from collections.abc import Iterable

from policytext.model.records import NamedTuple

#: Longer terms never cross words by chance.
LONGEST = 3
#: The least frequency of an ordinary word in the reference profile of 1.2 million words of official prose.
_COMMON = 10
_WORD = range(2, 5)


class Edges(NamedTuple):
    """The last and first two characters of ordinary words that terms can cross."""

    ends: frozenset[str]
    beginnings: frozenset[str]


def find_word_edges(terms: Iterable[str], words: Iterable[str]) -> Edges:
    """Find the edges of ordinary words that one of the terms can cross.

    Args:
        terms: the terms of the domains; long ones are ignored.
        words: the ordinary words.
    """
    short = [term for term in terms if 1 < len(term) <= LONGEST]
    first_characters, last_characters = {term[0] for term in short}, {term[-1] for term in short}
    words = [word for word in words if len(word) in _WORD]
    return Edges(
        frozenset(word[-2:] for word in words if word[-1] in first_characters),
        frozenset(word[:2] for word in words if word[0] in last_characters),
    )


def crosses_words(edges: Edges, text: str, start: int, end: int) -> bool:
    """Return whether the term at [start, end) of a folded text crosses two ordinary words."""
    return (
        end - start <= LONGEST
        and text[start - 1 : start + 1] in edges.ends
        and text[end - 1 : end + 1] in edges.beginnings
    )


def get_reference_path(folder: str) -> str:
    """Return the path of the reference profile in the folder of the built-in packs."""
    return os.path.join(folder, "stats", "reference.tsv")


def read_common_words(folder: str) -> list[str]:
    """Read the ordinary words of the reference profile; none if it is missing."""
    try:
        with open(get_reference_path(folder), encoding="utf-8") as file:
            rows = (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
            return [row[0] for row in rows if len(row) == 2 and int(row[1]) >= _COMMON]
    except OSError:
        return []
