"""Word lists of the statistics: words to keep whole, stop words, and the word counts of official prose.

>>> from policytext.rulebook.packs import load_rules
>>> book, _ = load_rules()
>>> "一网通办" in collect_vocabulary(book), "以及" in collect_stop_words(book), load_reference_counts()["发展"] > 1000
(True, True, True)
"""

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from policytext.rulebook.rulebook import Rulebook
from policytext.text.builtin_rules import find_builtin_folder

if TYPE_CHECKING:
    from policytext.tokenizer import Tokenizer

#: Characters of the shortest and the longest term of a rule that is a word.
_SHORTEST, _LONGEST = 2, 8


def collect_vocabulary(book: Rulebook) -> tuple[str, ...]:
    """Return the words that must stay whole: those of the packs' list, and the plain terms of the domains."""
    terms = [
        term
        for term in book.terms
        if _SHORTEST <= len(term) <= _LONGEST and term.isalpha() and not term.isascii()
    ]
    return tuple(dict.fromkeys((*book.lists.get("words", ()), *terms)))


@lru_cache(maxsize=4)
def collect_stop_words(book: Rulebook) -> frozenset[str]:
    """Return the stop words of the packs."""
    return frozenset(book.lists.get("stop-words", ()))


@lru_cache(maxsize=4)
def load_tokenizer(book: Rulebook) -> "Tokenizer":
    """Load the tokenizer that keeps the vocabulary of some rules whole."""
    from policytext.tokenizer import Tokenizer

    return Tokenizer(collect_vocabulary(book))


@lru_cache(maxsize=1)
def load_reference_counts() -> dict[str, int]:
    """Load the word counts of official prose of the mainland: reports, laws, plans, notices.

    ``benchmarks/reference.py`` makes the file ``rules/stats/reference.tsv``. It omits words with fewer than four
    occurrences, so that rare words of a text seem a little more distinctive than they are.
    """
    folder = find_builtin_folder()
    if folder is None:
        return {}
    with open(os.path.join(folder, "stats", "reference.tsv"), encoding="utf-8") as file:
        file.readline()  # says what was counted
        cells = file.read().replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], map(int, cells[1::2]), strict=False))  # an empty cell is behind the last line


@lru_cache(maxsize=1)
def count_reference_words() -> int:
    """Return the number of words of that prose."""
    return sum(load_reference_counts().values())
