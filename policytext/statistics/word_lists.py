"""Word lists of the statistics: words to keep whole, stop words, and the usual rates of words in official texts.

>>> from policytext.rulebook.packs import load_rules
>>> book, _ = load_rules()
>>> "一网通办" in collect_vocabulary(book), "以及" in collect_stop_words(book), load_reference("tw").words["前项"] > 1000
(True, True, True)
"""

import os
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from policytext.model.front_matter import Region
from policytext.model.statistics import Reference
from policytext.rulebook.rulebook import Rulebook
from policytext.text.builtin_rules import find_builtin_folder

if TYPE_CHECKING:
    from policytext.tokenizer import Tokenizer

#: Characters of the shortest and the longest term of a rule that is a word.
_SHORTEST, _LONGEST = 2, 8
#: The words of text that the counts of a reference stand for.
REFERENCE_SIZE = 1_000_000
#: The reference of each region.
_REFERENCES: Mapping[Region, str] = {"mainland": "mainland", "tw": "tw", "hk": "hk", "mo": "hk"}


def collect_vocabulary(book: Rulebook) -> tuple[str, ...]:
    """Return the words that must stay whole: those of the packs' list, and the plain terms of the domains."""
    terms = [
        literal
        for domain in book.all_domains
        for pattern in domain.finder.patterns
        if not pattern.regex
        for literal in pattern.literals
        if _SHORTEST <= len(literal) <= _LONGEST and literal.isalpha() and not literal.isascii()
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


@lru_cache(maxsize=4)
def load_reference(region: Region | None = None) -> Reference:
    """Load how often official texts of a region have each word, in a million words.

    A word's rate is that which four of five texts do not exceed, or the mean of all if that is higher: so the usual words
    of official texts are no key terms, and the subject of a few of them is. Statutes, central reports and other documents
    of the mainland are counted apart, and the highest rate stands. Macau shares the texts of Hong Kong. The files omit
    words with fewer than three occurrences in a million; ``benchmarks/reference.py`` makes them.

    Args:
        region: the region; the mainland without one.
    """
    folder = find_builtin_folder()
    name = _REFERENCES.get(region or "mainland", "mainland")
    if folder is None:
        return Reference({}, REFERENCE_SIZE)
    with open(os.path.join(folder, "stats", f"reference-{name}.tsv"), encoding="utf-8") as file:
        file.readline()  # says what was counted
        cells = file.read().rstrip("\n").replace("\n", "\t").split("\t")
    return Reference(dict(zip(cells[::2], map(int, cells[1::2]), strict=True)), REFERENCE_SIZE)
