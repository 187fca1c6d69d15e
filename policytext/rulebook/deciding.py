"""From the hits of domains' terms to a domain.

The score of a domain is the sum of the weights of its different terms. The best domain wins if it reaches its
threshold and no other domain has as much. A prior (a heading above that names a domain) adds to the score of
its domain, but only where that domain has evidence of its own.

>>> hits = [Hit("social", Span(0, 2), "养老", weight=1)]
>>> decide({"social": 2.0}, hits).domain, decide({"social": 2.0}, hits, prior="social").domain
(None, 'social')
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from policytext.model import Span
from policytext.rulebook.shapes import Domain, Hit

#: The least score of a domain that names none itself: one typical term, or two weak ones.
THRESHOLD = 2.0
#: What a heading above adds: as much as one weak term.
PRIOR = 1.0

__all__ = ["PRIOR", "THRESHOLD", "Decision", "Span", "decide", "thresholds_of"]


class Decision(NamedTuple):
    """The domain, None where the evidence is thin or tied.

    Besides it the best score, its lead before the next one, and the score of each domain with any.
    """

    domain: str | None
    score: float
    margin: float
    scores: dict[str, float]


def thresholds_of(domains: Iterable[Domain]) -> dict[str, float]:
    """The least score that each domain needs."""
    return {one.id: THRESHOLD if one.threshold is None else one.threshold for one in domains}


def decide(thresholds: Mapping[str, float], hits: Iterable[Hit], prior: str | None = None) -> Decision:
    """The domain of a sentence from the hits of the domains' terms in it.

    Args:
        thresholds: the least score of each domain.
        hits: where the domains' terms stand; a term that stands twice counts once.
        prior: the domain that a heading above names.
    """
    weights: dict[str, dict[str, float]] = {}
    for hit in hits:
        weights.setdefault(hit.rule, {})[hit.text] = hit.weight
    scores = {name: sum(terms.values()) for name, terms in weights.items()}
    if prior is not None and scores.get(prior):
        scores[prior] += PRIOR
    ranked = sorted(scores.items(), key=lambda one: -one[1])
    if not ranked:
        return Decision(None, 0.0, 0.0, scores)
    best, score = ranked[0]
    margin = score - ranked[1][1] if len(ranked) > 1 else score
    clear = margin > 0 and score >= thresholds.get(best, THRESHOLD)
    return Decision(best if clear else None, score, margin, scores)
