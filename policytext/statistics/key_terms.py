"""Key terms: the frequent and distinctive words of a text, in place of all its words.

>>> reference = make_reference({"的": 900, "服务": 90})
>>> stats = add_key_terms(Statistics(words={"托育": 30, "的": 90, "2030": 9}), reference, limit=5, stop_words=frozenset())
>>> [term.term for term in stats.top_terms], [key.term for key in stats.key_terms], stats.words
(['托育'], ['托育'], None)
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from policytext.model.statistics import Count, KeyTerm, Reference, Statistics
from policytext.statistics.keyness import find_key_terms, find_new_terms

#: What a number in Chinese numerals begins with, and the units that it may end in: 第五十二, 第一项, 一九五八年.
_NUMERALS = "第〇零一二三四五六七八九十百千万亿两"
_UNITS = "年月日条款项章节"


def make_reference(words: Mapping[str, int]) -> Reference:
    """Make a reference of all words of some texts."""
    return Reference(words, sum(words.values()))


def is_content_word(word: str, stop_words: frozenset[str]) -> bool:
    """Return whether a word can be a key term: at least two characters, one of them a letter, no number, no stop word.

    >>> [is_content_word(word, frozenset()) for word in ("托育", "PM2.5", "98.5", "和", "第五十二", "十五五")]
    [True, True, False, False, False, True]
    """
    return (
        len(word) > 1
        and word not in stop_words
        and (word.isalpha() or any(map(str.isalpha, word)))
        and (word[0] not in _NUMERALS or not _is_number(word))
    )


def _is_number(word: str) -> bool:
    """Return whether a word is a number in Chinese numerals; a five-year plan (十四五) is none.

    >>> _is_number("第一项"), _is_number("第三产业"), _is_number("十四五")
    (True, False, False)
    """
    return not word.rstrip(_UNITS).strip(_NUMERALS) and not (
        len(word) > 2 and word[0] == "十" and word[-1] == "五"
    )


def add_key_terms(
    stats: Statistics,
    reference: Reference,
    *,
    limit: int,
    stop_words: frozenset[str],
    spread: Mapping[str, int] | None = None,
    changes: bool = False,
) -> Statistics:
    """Return the statistics with the frequent words and the key terms in place of all words.

    Args:
        stats: The statistics of a text.
        reference: What it is compared with.
        limit: The greatest number of terms of each kind.
        stop_words: The stop words.
        spread: The counts of the words in all texts; if given, a term must occur in them twice.
        changes: Whether to list the words that occur only in the text, and only in the reference.
    """
    if stats.words is None:
        return stats
    words, forms = _select_words(stats.words, stop_words, spread), stats.forms or {}
    # Rates are shares of all words; words that are no key terms are only excluded from the result.
    found = find_key_terms(stats.words, reference.words, reference_size=reference.size)
    keys = (key for key in found if key.term in words)
    new = (
        (key for key in find_new_terms(stats.words, reference.words) if key.term in words) if changes else ()
    )
    gone = _find_gone_terms(stats.words, reference.words, stop_words) if changes else ()
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
    return {
        word: count
        for word, count in words.items()
        if (spread is None or spread.get(word, 0) > 1) and is_content_word(word, stop_words)
    }


def _get_frequency_key(entry: tuple[str, int]) -> tuple[int, str]:
    return -entry[1], entry[0]


def _take_first(keys: Iterable[KeyTerm], limit: int, forms: Mapping[str, str]) -> tuple[KeyTerm, ...]:
    chosen: Sequence[KeyTerm] = [key for _, key in zip(range(limit), keys, strict=False)]
    return tuple([key._replace(term=forms.get(key.term, key.term)) for key in chosen])
