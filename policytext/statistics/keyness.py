"""Keyness: how significant (log-likelihood) and how large (log-ratio) the difference of two word frequencies is.

>>> found = find_key_terms({"托育": 30, "服务": 40}, {"托育": 2, "服务": 500}, least=5)
>>> [(one.term, round(one.log_ratio, 1)) for one in found]
[('托育', 6.7)]
"""

from collections.abc import Collection, Mapping
from math import log, log2

from policytext.model.statistics import Collocate, KeyTerm

#: The critical value of chi-square at one degree of freedom, p < 0.001 (Rayson and Garside 2000).
SIGNIFICANT = 10.83
#: The least log-ratio of a key term: half as frequent again, 2 ** 0.585.
_MINIMUM_LOG_RATIO = 0.585
#: In place of a zero, for a ratio that exists (Hardie 2014).
_HALF = 0.5


def compute_log_likelihood(count: int, size: int, reference: int, reference_size: int) -> float:
    """Compute the G² of one word in two texts of these sizes, by Rayson and Garside (two cells of Dunning's four).

    >>> round(compute_log_likelihood(30, 100, 10, 200), 2), compute_log_likelihood(10, 100, 20, 200)
    (29.04, 0.0)
    """
    whole = size + reference_size
    both = count + reference
    if not both or not size or not reference_size:
        return 0.0
    expected, other = size * both / whole, reference_size * both / whole
    found = count * log(count / expected) if count else 0.0
    found += reference * log(reference / other) if reference else 0.0
    return max(2 * found, 0.0)


def compute_log_ratio(count: int, size: int, reference: int, reference_size: int) -> float:
    """Compute the binary logarithm of the ratio of a word's rates in two texts; half an occurrence replaces none."""
    rate = (count or _HALF) / max(size, 1)
    return log2(rate / ((reference or _HALF) / max(reference_size, 1)))


def find_key_terms(
    words: Mapping[str, int],
    reference: Mapping[str, int],
    *,
    least: int = 3,
    out: Collection[str] = (),
    reference_size: int | None = None,
) -> list[KeyTerm]:
    """Find the key terms of `words` against `reference`, the most significant first.

    Args:
        words, reference: The counts of the words.
        least: The least count of a key term.
        out: Words to exclude.
        reference_size: The sum of the reference's counts, if known.
    """
    size = sum(words.values())
    if reference_size is None:
        reference_size = sum(reference.values())
    found = []
    for term, count in words.items():
        if count < least or term in out:
            continue
        other = reference.get(term, 0)
        if count * reference_size <= other * size:
            continue
        sure = compute_log_likelihood(count, size, other, reference_size)
        ratio = compute_log_ratio(count, size, other, reference_size)
        if sure >= SIGNIFICANT and ratio >= _MINIMUM_LOG_RATIO:
            found.append(KeyTerm(term, count, other, sure, ratio))
    return sorted(found, key=lambda one: (-one.log_likelihood, one.term))


def find_new_terms(
    words: Mapping[str, int], earlier: Mapping[str, int], *, least: int = 5, out: Collection[str] = ()
) -> list[KeyTerm]:
    """Find the key terms of `words` that never occur in `earlier`; exchange the two for the words that vanished."""
    terms = find_key_terms(words, earlier, least=least, out=out)
    return [term for term in terms if not term.reference]


def find_collocates(
    near: Mapping[str, int], words: Mapping[str, int], *, least: int = 2, out: Collection[str] = ()
) -> list[Collocate]:
    """Find the words that occur near a term more often than elsewhere.

    Args:
        near: The counts of the words near the term.
        words: Their counts in all.
        least, out: As for `find_key_terms`.
    """
    rest = {term: count - near.get(term, 0) for term, count in words.items()}
    return [Collocate(*term) for term in find_key_terms(near, rest, least=least, out=out)]
