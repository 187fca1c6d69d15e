"""Terms and weights for domains, proposed from sentences that an expert has labelled.

A candidate is a word, or two words side by side. The log-odds of its sentences in a domain against all others, with a
prior in proportion to its frequency in all (Monroe, Colaresi and Quinn 2008), says how certain the difference is; the
share of its sentences that are in the domain gives the weight.

>>> from policytext.tokenizer import Tokenizer
>>> sentences = [("开办夜校课程。", "study")] * 6 + [("召开会议。", None)] * 6
>>> [(one.term, one.weight, one.inside, one.outside) for one in propose_terms(sentences, Tokenizer(("夜校",)), excluded=["开办"])["study"]]
[('夜校课程', 3, 6, 0)]
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from math import log, sqrt
from typing import NamedTuple

from policytext.text.lazy_patterns import LazyPattern
from policytext.text.shadow import fold
from policytext.tokenizer import Tokenizer

#: A sentence and its domain, None for no domain.
Labelled = tuple[str, str | None]

#: The least certainty of a term: one chance in twenty that there is no difference.
LEAST_Z = 1.645
#: The weights, and the least share of a term's sentences that are in the domain. A share is half a sentence nearer to
#: one half, so that few sentences don't make a heavy term.
WEIGHTS = ((3, 0.9), (2, 0.75), (1, 0.55))
_FEWEST = 3  # sentences of a domain with the term
_PRIOR = 10.0  # sentences that the prior counts for
_SAME = 0.9  # share of a shorter term's sentences that make the longer one better
_HAN = LazyPattern("[\u4e00-\u9fff]{1,8}")
_LONGEST = 8
_EXAMPLES = 2


class ProposedTerm(NamedTuple):
    """A term with its evidence: the sentences with it inside and outside of the domain, z, and examples."""

    term: str
    weight: int
    inside: int
    outside: int
    z: float
    examples: tuple[str, ...]


def propose_terms(
    sentences: Sequence[Labelled],
    tokenizer: Tokenizer,
    *,
    excluded: Collection[str] = (),
    limit: int = 20,
) -> dict[str, list[ProposedTerm]]:
    """Propose terms for each domain, the most certain first.

    Args:
        sentences: each with its domain.
        tokenizer: cuts them into words.
        excluded: words that are no terms.
        limit: the most terms of a domain.
    """
    inside: dict[str, Counter[str]] = defaultdict(Counter)
    examples: dict[tuple[str, str], list[str]] = defaultdict(list)
    total: Counter[str] = Counter()
    sizes = Counter(label for _, label in sentences)
    for text, label in sentences:
        found = set(_list_candidates(fold(text), tokenizer, excluded))
        total.update(found)
        if label is not None:
            inside[label].update(found)
            for term in found:
                if len(examples[label, term]) < _EXAMPLES:
                    examples[label, term].append(text)
    proposed = {}
    for label in sorted(name for name in sizes if name is not None):
        terms = [
            ProposedTerm(term, weight, count, total[term] - count, z, tuple(examples[label, term]))
            for term, count in inside[label].items()
            if count >= _FEWEST
            and (z := _compute_z(count, sizes[label], total[term], len(sentences))) >= LEAST_Z
            and (weight := _choose_weight(count, total[term] - count))
        ]
        terms.sort(key=lambda one: (-one.z, one.term))
        proposed[label] = _drop_parts(terms)[:limit]
    return proposed


def _list_candidates(text: str, tokenizer: Tokenizer, excluded: Collection[str]) -> Iterator[str]:
    """Yield the words of a text and the pairs of words side by side, of Chinese characters alone."""
    before = ""
    for word in tokenizer.cut(text):
        usable = bool(_HAN.fullmatch(word)) and word not in excluded
        if usable and len(word) > 1:
            yield word
        if usable and before and len(before) + len(word) <= _LONGEST and len(before) + len(word) > 2:
            yield before + word
        before = word if usable else ""


def _compute_z(count: int, size: int, total: int, sentences: int) -> float:
    """Return the log-odds ratio of a term in a domain and outside, divided by its standard deviation."""
    prior = _PRIOR * total / sentences
    outside, outside_size = total - count, sentences - size
    odds = log((count + prior) / (size + _PRIOR - count - prior))
    others = log((outside + prior) / (outside_size + _PRIOR - outside - prior))
    return (odds - others) / sqrt(1 / (count + prior) + 1 / (outside + prior))


def _choose_weight(inside: int, outside: int) -> int:
    share = (inside + 0.5) / (inside + outside + 1)
    return next((weight for weight, least in WEIGHTS if share >= least), 0)


def _drop_parts(terms: Sequence[ProposedTerm]) -> list[ProposedTerm]:
    """Return the terms without those that nearly always stand in a longer one of the same weight or a heavier one."""
    return [
        one
        for one in terms
        if not any(
            one.term != other.term
            and one.term in other.term
            and other.weight >= one.weight
            and other.inside >= _SAME * one.inside
            for other in terms
        )
    ]
