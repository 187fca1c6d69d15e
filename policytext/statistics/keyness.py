"""Keyness: the significance (log-likelihood) and size (log-ratio) of the difference between two word frequencies.

>>> terms = find_key_terms({"托育": 30, "服务": 40}, {"托育": 2, "服务": 500}, minimum_count=5)
>>> [(key.term, round(key.log_ratio, 1)) for key in terms]
[('托育', 6.7)]
"""

from collections.abc import Collection, Mapping
from math import log, log2

from policytext.model.statistics import Collocate, KeyTerm

#: The critical value of chi-square at one degree of freedom, p < 0.001 (Rayson and Garside 2000).
SIGNIFICANT = 10.83
#: The minimum log-ratio of a key term: 1.5 times as frequent, 2 ** 0.585.
_MINIMUM_LOG_RATIO = 0.585
#: Replaces a count of zero, so that the ratio is defined (Hardie 2014).
_HALF = 0.5


def compute_log_likelihood(count: int, size: int, reference: int, reference_size: int) -> float:
    """Compute the G² of one word in two texts of these sizes, by Rayson and Garside (two cells of Dunning's four).

    >>> round(compute_log_likelihood(30, 100, 10, 200), 2), compute_log_likelihood(10, 100, 20, 200)
    (29.04, 0.0)
    """
    total_size = size + reference_size
    total_count = count + reference
    if not total_count or not size or not reference_size:
        return 0.0
    expected, expected_reference = size * total_count / total_size, reference_size * total_count / total_size
    likelihood = count * log(count / expected) if count else 0.0
    likelihood += reference * log(reference / expected_reference) if reference else 0.0
    return max(2 * likelihood, 0.0)


def compute_log_ratio(count: int, size: int, reference: int, reference_size: int) -> float:
    """Compute the binary logarithm of the ratio of a word's rates in two texts; a count of zero is replaced by a half."""
    rate = (count or _HALF) / max(size, 1)
    return log2(rate / ((reference or _HALF) / max(reference_size, 1)))


def find_key_terms(
    words: Mapping[str, int],
    reference: Mapping[str, int],
    *,
    minimum_count: int = 3,
    excluded: Collection[str] = (),
    reference_size: int | None = None,
) -> list[KeyTerm]:
    """Find the key terms of `words` against `reference`, the most significant first.

    Args:
        words, reference: The counts of the words.
        minimum_count: The minimum count of a key term.
        excluded: Words to exclude.
        reference_size: The sum of the reference's counts, if known.
    """
    size = sum(words.values())
    if reference_size is None:
        reference_size = sum(reference.values())
    terms = []
    for term, count in words.items():
        if count < minimum_count or term in excluded:
            continue
        reference_count = reference.get(term, 0)
        if count * reference_size <= reference_count * size:
            continue
        likelihood = compute_log_likelihood(count, size, reference_count, reference_size)
        ratio = compute_log_ratio(count, size, reference_count, reference_size)
        if likelihood >= SIGNIFICANT and ratio >= _MINIMUM_LOG_RATIO:
            terms.append(KeyTerm(term, count, reference_count, likelihood, ratio))
    return sorted(terms, key=lambda key: (-key.log_likelihood, key.term))


def find_new_terms(
    words: Mapping[str, int],
    earlier: Mapping[str, int],
    *,
    minimum_count: int = 5,
    excluded: Collection[str] = (),
) -> list[KeyTerm]:
    """Find the key terms of `words` that never occur in `earlier`; with the two exchanged, the words that disappeared."""
    terms = find_key_terms(words, earlier, minimum_count=minimum_count, excluded=excluded)
    return [term for term in terms if not term.reference]


def find_collocates(
    nearby: Mapping[str, int],
    words: Mapping[str, int],
    *,
    minimum_count: int = 2,
    excluded: Collection[str] = (),
) -> list[Collocate]:
    """Find the words that occur near a term more often than elsewhere.

    Args:
        nearby: The counts of the words near the term.
        words: Their counts in all.
        minimum_count, excluded: As for `find_key_terms`.
    """
    elsewhere = {term: count - nearby.get(term, 0) for term, count in words.items()}
    return [
        Collocate(*term)
        for term in find_key_terms(nearby, elsewhere, minimum_count=minimum_count, excluded=excluded)
    ]
