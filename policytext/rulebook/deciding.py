"""The plainest way from hits to a domain; what the examples inside domain packs are judged by.

A sentence's score for a domain is the sum of the weights of its different terms. The best domain wins if it
reaches its threshold and no other domain has as much.

>>> decide([], [Hit("social", Span(0, 2), "养老", weight=2)]).domain
'social'
"""

from collections.abc import Iterable
from typing import NamedTuple

from policytext.model import Span
from policytext.rulebook.shapes import Domain, Hit

# One typical term, or two weak ones.
THRESHOLD = 2.0

__all__ = ["THRESHOLD", "Decision", "Span", "decide"]


class Decision(NamedTuple):
    """The domain, None where the evidence is thin or tied, and the score of each domain with any."""

    domain: str | None
    scores: dict[str, float]


def decide(domains: Iterable[Domain], hits: Iterable[Hit]) -> Decision:
    """The domain of a sentence from the hits of the domains' terms in it."""
    thresholds = {domain.id: domain.threshold for domain in domains}
    weights: dict[str, dict[str, float]] = {}
    for hit in hits:
        weights.setdefault(hit.rule, {})[hit.text] = hit.weight
    scores = {name: sum(terms.values()) for name, terms in weights.items()}
    ranked = sorted(scores.items(), key=lambda one: -one[1])
    if not ranked:
        return Decision(None, scores)
    best, score = ranked[0]
    least = thresholds.get(best)
    tied = len(ranked) > 1 and ranked[1][1] == score
    thin = score < (THRESHOLD if least is None else least)
    return Decision(None if thin or tied else best, scores)
