"""Totals of several texts: of all, of each year, and of the words near a term.

>>> total = Totals()
>>> for words in ({"托育": 2}, {"托育": 1, "养老": 4}):
...     total.add(Statistics(words=words))
>>> total.texts, dict(total.merged.words or {}), total.count_words_of_others(Statistics(words={"养老": 4}))
(2, {'托育': 3, '养老': 4}, Reference(words={'托育': 3}, size=3))
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from policytext.model.statistics import Collocate, Reference, Statistics
from policytext.statistics import counts, keyness, words
from policytext.statistics.key_terms import is_content_word, make_reference
from policytext.text.shadow import fold
from policytext.tokenizer import Tokenizer

#: The number of texts from which a key term must occur in them at least twice.
_MINIMUM_TEXTS = 5


class Totals:
    """The running total of all texts of a run."""

    def __init__(self) -> None:
        self.merged = Statistics(files=0)
        self.texts = 0

    def add(self, statistics: Statistics) -> None:
        """Add the counts of one text."""
        self.merged = counts.add_statistics(self.merged, statistics)
        self.texts += 1

    @property
    def spread(self) -> Mapping[str, int] | None:
        """The counts of the words in all texts; None if there are too few texts to require two occurrences."""
        return self.merged.words if self.texts >= _MINIMUM_TEXTS else None

    def count_words_of_others(self, statistics: Statistics) -> Reference | None:
        """Return the words of all other texts; None if there are none, or words were not counted."""
        own = statistics.words
        if own is None or self.merged.words is None:
            return None
        others = {word: count - own.get(word, 0) for word, count in self.merged.words.items()}
        return (
            make_reference({word: count for word, count in others.items() if count})
            if any(others.values())
            else None
        )


def group_by_year(texts: Iterable[Statistics]) -> Iterator[tuple[Statistics, Reference | None]]:
    """Add up the texts of each year, in order, with the words of all earlier years; texts without a year come last.

    >>> texts = [Statistics(year=2031, words={"养老": 1}), Statistics(year=2030, words={"托育": 2})]
    >>> [(group.year, earlier) for group, earlier in group_by_year(texts)]
    [(2030, None), (2031, Reference(words=Counter({'托育': 2}), size=2))]
    """
    years: dict[int | None, list[Statistics]] = {}
    for statistics in texts:
        years.setdefault(statistics.year, []).append(statistics)
    earlier: Counter[str] = Counter()
    for year in sorted(years, key=lambda year: (year is None, year)):
        group = counts.merge_statistics(years[year])._replace(year=year)
        yield group, make_reference(Counter(earlier)) if earlier and year else None
        earlier.update(group.words or {})


def count_words(texts: Iterable[str], tokenizer: Tokenizer) -> Mapping[str, int]:
    """Count the words of the texts that others are compared with."""
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(words.count_words(fold(text), tokenizer))
    return counted


def find_nearby_words(
    nearby: Mapping[str, int],
    counted: Mapping[str, int],
    *,
    term: str,
    stop_words: frozenset[str],
    limit: int,
) -> tuple[Collocate, ...]:
    """Find the words that occur near a term more often than elsewhere, without stop words and the term.

    Args:
        nearby: The counts of the words near the term.
        counted: Their counts in the same texts.
        term: The term.
        stop_words: The stop words.
        limit: The greatest number of words.
    """
    collocates = [
        collocate
        for collocate in keyness.find_collocates(nearby, counted)
        if is_content_word(collocate.term, stop_words) and collocate.term != term
    ]
    return tuple(collocates[:limit])
