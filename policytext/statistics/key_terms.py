"""Key terms: the frequent and distinctive words of a text, in place of all its words.

>>> stats = add_key_terms(Statistics(words={"托育": 30, "的": 90, "2030": 9}), {"的": 900, "服务": 90}, limit=5, stop_words=frozenset())
>>> [term.term for term in stats.top_terms], [key.term for key in stats.key_terms], stats.words
(['托育'], ['托育'], None)
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from policytext.model.statistics import Count, KeyTerm, Statistics
from policytext.statistics.keyness import find_key_terms, find_new_terms


def is_content_word(word: str, stop_words: frozenset[str]) -> bool:
    """Return whether a word can be a key term: at least two characters, one of them a letter, and no stop word.

    >>> [is_content_word(word, frozenset()) for word in ("托育", "PM2.5", "98.5", "和")]
    [True, True, False, False]
    """
    return len(word) > 1 and word not in stop_words and (word.isalpha() or any(map(str.isalpha, word)))


def add_key_terms(
    stats: Statistics,
    reference: Mapping[str, int],
    *,
    limit: int,
    stop_words: frozenset[str],
    spread: Mapping[str, int] | None = None,
    changes: bool = False,
) -> Statistics:
    """Return the statistics with the frequent words and the key terms in place of all words.

    Args:
        stats: The statistics of a text.
        reference: The counts of the words that it is compared with.
        limit: The greatest number of terms of each kind.
        stop_words: The stop words.
        spread: The counts of the words in all texts; if given, a term must occur in them twice.
        changes: Whether to list the words that occur only in the text, and only in the reference.
    """
    if stats.words is None:
        return stats
    words, forms = _select_words(stats.words, stop_words, spread), stats.forms or {}
    # Rates are shares of all words; words that are no key terms are only excluded from the result.
    size = _count_reference_words(reference)
    keys = (key for key in find_key_terms(stats.words, reference, reference_size=size) if key.term in words)
    new = (key for key in find_new_terms(stats.words, reference) if key.term in words) if changes else ()
    gone = _find_gone_terms(stats.words, reference, stop_words) if changes else ()
    top = nsmallest(limit, words.items(), key=_get_frequency_key)
    return stats._replace(
        words=None,
        forms=None,
        top_terms=tuple([Count(forms.get(word, word), count) for word, count in top]),
        key_terms=_take_first(keys, limit, forms),
        new_terms=_take_first(new, limit, forms),
        gone_terms=_take_first(gone, limit, forms),
    )


def _find_gone_terms(
    words: Mapping[str, int], reference: Mapping[str, int], stop_words: frozenset[str]
) -> Iterator[KeyTerm]:
    """Yield the typical words of the reference that the text lacks."""
    for key in find_new_terms(reference, words):
        if is_content_word(key.term, stop_words):
            yield key._replace(frequency=0, reference=key.frequency)


def _select_words(
    words: Mapping[str, int], stop_words: frozenset[str], spread: Mapping[str, int] | None
) -> dict[str, int]:
    """Return the content words that occur often enough in all texts."""
    # `is_content_word`, inlined for speed: a document has thousands of words.
    return {
        word: count
        for word, count in words.items()
        if len(word) > 1
        and word not in stop_words
        and (word.isalpha() or any(map(str.isalpha, word)))
        and (spread is None or spread.get(word, 0) > 1)
    }


def _get_frequency_key(entry: tuple[str, int]) -> tuple[int, str]:
    return -entry[1], entry[0]


def _count_reference_words(reference: Mapping[str, int]) -> int:
    """Return the sum of the reference's counts; that of the built-in one is computed once."""
    from policytext.statistics import word_lists

    if reference is word_lists.load_reference_counts():
        return word_lists.count_reference_words()
    return sum(reference.values())


def _take_first(keys: Iterable[KeyTerm], limit: int, forms: Mapping[str, str]) -> tuple[KeyTerm, ...]:
    chosen: Sequence[KeyTerm] = [key for _, key in zip(range(limit), keys, strict=False)]
    return tuple([key._replace(term=forms.get(key.term, key.term)) for key in chosen])
