"""Which words stand out: log-likelihood says how sure it is, log-ratio how large the difference is.

>>> found = find_key_terms({"托育": 30, "服务": 40}, {"托育": 2, "服务": 500}, least=5)
>>> [(one.term, round(one.log_ratio, 1)) for one in found]
[('托育', 6.7)]
"""

from collections.abc import Collection, Mapping
from math import log, log2

from policytext.model.statistics import Collocate, KeyTerm

#: Chi-square at one degree of freedom, p < 0.001: below it a difference may well be chance (Rayson and Garside 2000).
SURE = 10.83
#: A word counts as standing out when it is at least half as frequent again: 2 ** 0.585.
_LEAST_RATIO = 0.585
#: In place of a zero, for a ratio that exists (Hardie 2014).
_HALF = 0.5


def log_likelihood(count: int, size: int, reference: int, reference_size: int) -> float:
    """G² of one word in two texts of these sizes, as Rayson and Garside reckon it (two cells of Dunning's four).

    >>> round(log_likelihood(30, 100, 10, 200), 2), log_likelihood(10, 100, 20, 200)
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


def log_ratio(count: int, size: int, reference: int, reference_size: int) -> float:
    """By how many doublings the rates of a word in two texts differ; half a time stands for never."""
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
    """The words that stand out in `words` against `reference`, the surest first.

    Args:
        words, reference: how often each word stands.
        least: how often a word must stand at least.
        out: words that are not looked at.
        reference_size: the sum of the reference's counts, where it is known.
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
        sure = log_likelihood(count, size, other, reference_size)
        ratio = log_ratio(count, size, other, reference_size)
        if sure >= SURE and ratio >= _LEAST_RATIO:
            found.append(KeyTerm(term, count, other, sure, ratio))
    return sorted(found, key=lambda one: (-one.log_likelihood, one.term))


def find_new_terms(
    words: Mapping[str, int], earlier: Mapping[str, int], *, least: int = 5, out: Collection[str] = ()
) -> list[KeyTerm]:
    """The words that stand often enough in `words` and never in `earlier`; exchange the two for the vanished."""
    found = find_key_terms(words, earlier, least=least, out=out)
    return [one for one in found if not one.reference]


def find_collocates(
    near: Mapping[str, int], words: Mapping[str, int], *, least: int = 2, out: Collection[str] = ()
) -> list[Collocate]:
    """The words that stand near a term more often than their number in the texts lets expect.

    Args:
        near: how often each word stands near the term.
        words: how often it stands at all.
        least, out: as for `find_key_terms`.
    """
    rest = {term: count - near.get(term, 0) for term, count in words.items()}
    return [Collocate(*one) for one in find_key_terms(near, rest, least=least, out=out)]
