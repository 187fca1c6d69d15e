"""The words that tell what a text is about, in place of all its words.

>>> found = with_key_terms(Statistics(words={"托育": 30, "的": 90, "2030": 9}), {"的": 900, "服务": 90}, many=5, out=frozenset())
>>> [one.term for one in found.top_terms], [one.term for one in found.key_terms], found.words
(['托育'], ['托育'], None)
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest

from policytext.model.statistics import Count, KeyTerm, Statistics
from policytext.statistics.keyness import find_key_terms, find_new_terms


def is_content_word(word: str, out: frozenset[str]) -> bool:
    """Whether a word can tell what a text is about: of two characters or more, no number, no stop word.

    >>> is_content_word("托育", frozenset()), is_content_word("2025", frozenset()), is_content_word("和", frozenset())
    (True, False, False)
    """
    return len(word) > 1 and word not in out and not word.isdecimal()


def with_key_terms(
    stats: Statistics,
    reference: Mapping[str, int],
    *,
    many: int,
    out: frozenset[str],
    spread: Mapping[str, int] | None = None,
    changes: bool = False,
) -> Statistics:
    """A text's counts with its frequent words and those that stand out; its words themselves are let go.

    Args:
        stats: what was counted.
        reference: how often each word stands elsewhere.
        many: how many words to name.
        out: stop words.
        spread: how often each word stands in all texts; where it is given, a word must stand in them twice.
        changes: whether to name the words that stand only here and only there.
    """
    if stats.words is None:
        return stats
    # `is_content_word`, written out: a document has a thousand words.
    words = {
        word: count
        for word, count in stats.words.items()
        if len(word) > 1
        and word not in out
        and not word.isdecimal()
        and (spread is None or spread.get(word, 0) > 1)
    }
    forms = stats.forms or {}
    # Rates are of all words; those that tell nothing are left out only of what is shown.
    size = _size_of(reference)
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
    top = nsmallest(many, words.items(), key=_by_frequency)
    return stats._replace(
        words=None,
        forms=None,
        top_terms=tuple([Count(forms.get(word, word), count) for word, count in top]),
        key_terms=_first(keys, many, forms),
        new_terms=_first(new, many, forms),
        gone_terms=_first(gone, many, forms),
    )


def _by_frequency(one: tuple[str, int]) -> tuple[int, str]:
    return -one[1], one[0]


def _size_of(reference: Mapping[str, int]) -> int:
    """The sum of its counts; of the built-in one it is reckoned once."""
    from policytext.statistics import word_lists

    if reference is word_lists.reference():
        return word_lists.reference_size()
    return sum(reference.values())


def _first(found: Iterable[KeyTerm], many: int, forms: Mapping[str, str]) -> tuple[KeyTerm, ...]:
    chosen: Sequence[KeyTerm] = [key for _, key in zip(range(many), found, strict=False)]
    return tuple([key._replace(term=forms.get(key.term, key.term)) for key in chosen])
