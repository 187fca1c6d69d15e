"""What counting knows of words: those to keep whole, those that tell nothing, and how often official prose has each.

>>> from policytext.rulebook.packs import load_rules
>>> book, _ = load_rules()
>>> "一网通办" in vocabulary(book), "以及" in stop_words(book), reference()["发展"] > 1000
(True, True, True)
"""

import os
from functools import lru_cache

from policytext.rulebook.packs import builtin_folder
from policytext.rulebook.rulebook import Rulebook

#: Characters of the shortest and the longest term of a rule that is a word.
_SHORTEST, _LONGEST = 2, 8


def vocabulary(book: Rulebook) -> tuple[str, ...]:
    """The words of the packs that must stay whole: their list, and the plain terms of the domains."""
    terms = [
        literal
        for domain in book.domains
        for pattern in domain.finder.patterns
        if not pattern.regex
        for literal in pattern.literals
        if _SHORTEST <= len(literal) <= _LONGEST and literal.isalpha() and not literal.isascii()
    ]
    return tuple(dict.fromkeys((*book.lists.get("words", ()), *terms)))


def stop_words(book: Rulebook) -> frozenset[str]:
    """The words that tell nothing of what a text is about."""
    return frozenset(book.lists.get("stop-words", ()))


@lru_cache(maxsize=1)
def reference() -> dict[str, int]:
    """How often each word stands in official prose of the mainland: reports, laws, plans, notices.

    The profile is ``rules/stats/reference.tsv``; ``benchmarks/reference.py`` makes it. Words that stand less than four
    times are left out, so that a text's rare words may stand out a little more than they should.
    """
    folder = builtin_folder()
    if folder is None:
        return {}
    found = {}
    with open(os.path.join(folder, "stats", "reference.tsv"), encoding="utf-8") as file:
        for line in file:
            word, tab, count = line.partition("\t")
            if tab and not line.startswith("#"):
                found[word] = int(count)
    return found


@lru_cache(maxsize=1)
def reference_size() -> int:
    """How many words that prose has."""
    return sum(reference().values())
