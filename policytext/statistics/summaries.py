"""Several texts together: their total, the texts of each year, and the words near a term in all of them.

>>> total = Totals()
>>> for words in ({"托育": 2}, {"托育": 1, "养老": 4}):
...     total.add(Statistics(words=words))
>>> total.texts, dict(total.whole.words or {}), total.words_of_others(Statistics(words={"养老": 4}))
(2, {'托育': 3, '养老': 4}, {'托育': 3, '养老': 0})
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from policytext.model.statistics import Collocate, Statistics
from policytext.statistics import counts, keyness
from policytext.statistics.key_terms import is_content_word
from policytext.text.shadow import fold
from policytext.tokenizer import Tokenizer

#: Texts from which on a key term of all of them must stand in them twice.
_MANY = 5


class Totals:
    """All texts of a run added up, one after the other."""

    def __init__(self) -> None:
        self.whole = Statistics(files=0)
        self.texts = 0

    def add(self, statistics: Statistics) -> None:
        """Add the counts of one text."""
        self.whole = counts.merge((self.whole, statistics))
        self.texts += 1

    @property
    def spread(self) -> Mapping[str, int] | None:
        """How often each word stands in all texts; None if the texts are too few to ask for more than one place."""
        return self.whole.words if self.texts >= _MANY else None

    def words_of_others(self, statistics: Statistics) -> Mapping[str, int] | None:
        """How often each word stands in all texts but one; None if words were not counted."""
        words = statistics.words
        if words is None or self.whole.words is None:
            return None
        return {word: count - words.get(word, 0) for word, count in self.whole.words.items()}


def group_by_year(texts: Iterable[Statistics]) -> Iterator[tuple[Statistics, Mapping[str, int]]]:
    """The texts of each year as one, in order, with the words of all earlier years; texts without a year come first.

    >>> texts = [Statistics(year=2031, words={"养老": 1}), Statistics(year=2030, words={"托育": 2})]
    >>> [(group.year, dict(earlier)) for group, earlier in group_by_year(texts)]
    [(2030, {}), (2031, {'托育': 2})]
    """
    years: dict[int | None, list[Statistics]] = {}
    for statistics in texts:
        years.setdefault(statistics.year, []).append(statistics)
    earlier: Counter[str] = Counter()
    for year in sorted(years, key=lambda year: year or 0):
        group = counts.merge(years[year])._replace(year=year)
        yield group, earlier
        earlier.update(group.words or {})


def count_words(texts: Iterable[str], tokenizer: Tokenizer) -> Mapping[str, int]:
    """How often each word stands in some texts, which others are compared with."""
    words: Counter[str] = Counter()
    for text in texts:
        words.update(tokenizer.counted(fold(text)))
    return words


def find_near_words(
    near: Mapping[str, int], words: Mapping[str, int], *, term: str, out: frozenset[str], many: int
) -> tuple[Collocate, ...]:
    """The words that stand near a term more often than elsewhere.

    Args:
        near: how often each word stands near the term.
        words: how often it stands in the same texts.
        term: the term.
        out: stop words.
        many: how many words to name.
    """
    found = [
        collocate
        for collocate in keyness.find_collocates(near, words)
        if is_content_word(collocate.term, out) and collocate.term != term
    ]
    return tuple(found[:many])
