"""Key terms: the frequent and distinctive words of a text, in place of all its words.

>>> found = add_key_terms(Statistics(words={"托育": 30, "的": 90, "2030": 9}), {"的": 900, "服务": 90}, many=5, out=frozenset())
>>> [one.term for one in found.top_terms], [one.term for one in found.key_terms], found.words
(['托育'], ['托育'], None)
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest

from policytext.model.statistics import Count, KeyTerm, Statistics
from policytext.statistics.keyness import find_key_terms, find_new_terms


def is_content_word(word: str, out: frozenset[str]) -> bool:
    """Return whether a word can be a key term: at least two characters, not a number, not a stop word.

    >>> is_content_word("托育", frozenset()), is_content_word("2025", frozenset()), is_content_word("和", frozenset())
    (True, False, False)
    """
    return len(word) > 1 and word not in out and not word.isdecimal()


def add_key_terms(
    stats: Statistics,
    reference: Mapping[str, int],
    *,
    many: int,
    out: frozenset[str],
    spread: Mapping[str, int] | None = None,
    changes: bool = False,
) -> Statistics:
    """Return the statistics with the frequent words and the key terms in place of all words.

    Args:
        stats: The statistics of a text.
        reference: The counts of the words that it is compared with.
        many: The greatest number of terms of each kind.
        out: The stop words.
        spread: The counts of the words in all texts; if given, a term must occur in them twice.
        changes: Whether to list the words that occur only in the text, and only in the reference.
    """
    if stats.words is None:
        return stats
    # `is_content_word`, inlined for speed: a document has thousands of words.
    words = {
        word: count
        for word, count in stats.words.items()
        if len(word) > 1
        and word not in out
        and not word.isdecimal()
        and (spread is None or spread.get(word, 0) > 1)
    }
    forms = stats.forms or {}
    # Rates are shares of all words; words that are no key terms are only excluded from the result.
    size = _count_reference_words(reference)
    keys = (key for key in find_key_terms(stats.words, reference, reference_size=size) if key.term in words)
    new: Iterable[KeyTerm] = ()
    gone: Iterable[KeyTerm] = ()
    if changes:
        new = (key for key in find_new_terms(stats.words, reference) if key.term in words)
        gone = (
            key._replace(frequency=0, reference=key.frequency)
            for key in find_new_terms(reference, stats.words)
            if is_content_word(key.term, out)
        )
    top = nsmallest(many, words.items(), key=_frequency_key)
    return stats._replace(
        words=None,
        forms=None,
        top_terms=tuple([Count(forms.get(word, word), count) for word, count in top]),
        key_terms=_take_first(keys, many, forms),
        new_terms=_take_first(new, many, forms),
        gone_terms=_take_first(gone, many, forms),
    )


def _frequency_key(one: tuple[str, int]) -> tuple[int, str]:
    return -one[1], one[0]


def _count_reference_words(reference: Mapping[str, int]) -> int:
    """Return the sum of the reference's counts; that of the built-in one is computed once."""
    from policytext.statistics import word_lists

    if reference is word_lists.load_reference_counts():
        return word_lists.count_reference_words()
    return sum(reference.values())


def _take_first(found: Iterable[KeyTerm], many: int, forms: Mapping[str, str]) -> tuple[KeyTerm, ...]:
    chosen: Sequence[KeyTerm] = [key for _, key in zip(range(many), found, strict=False)]
    return tuple([key._replace(term=forms.get(key.term, key.term)) for key in chosen])
