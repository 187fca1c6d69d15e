"""From the hits of domains' terms to a domain.

The score of a domain is the weight of its heaviest term and half the weights of its other terms, each counted once. The
best one wins if it reaches its threshold and no other has as much; where that is a background, there is no domain.

A prior, the domain that a heading above names, speaks for a sentence that says nothing else: near, it counts as much as
one typical term, unless the sentence has a domain's worth of evidence for another one. Then it only adds to evidence
that its domain has anyway.

>>> hits = [Hit("social", Span(0, 2), "养老", weight=1)]
>>> scheme = Scheme({"social": 2.0, "government": 2.0}, {"social": 2.5, "government": 2.5})
>>> decide_domain(scheme, hits).domain, decide_domain(scheme, hits, prior="social").domain
(None, 'social')
>>> decide_domain(scheme, [], prior="social").domain, decide_domain(scheme, hits, prior="government").domain
('social', 'government')
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from policytext.model.annotations import score_domain
from policytext.model.document import Span
from policytext.rulebook.overlaps import longest_terms
from policytext.rulebook.rule_types import Hit
from policytext.rulebook.rulebook import Rulebook

#: The least score of a domain that names none itself: one typical term. A sentence with nothing above it needs a word
#: more: one term that names the domain, or a typical one and any other.
THRESHOLD, ALONE = 2.0, 2.5
#: What a prior adds: as much as one typical term where it speaks for every sentence below it; less where a sentence
#: needs a word of its own besides; as much as one weak term against a domain's worth of other evidence.
PRIOR, FAR_PRIOR, WEAK_PRIOR = 2.0, 1.5, 1.0

__all__ = [
    "ALONE",
    "FAR_PRIOR",
    "PRIOR",
    "THRESHOLD",
    "WEAK_PRIOR",
    "Decision",
    "Scheme",
    "Span",
    "decide_domain",
    "make_scheme",
]


class Scheme(NamedTuple):
    """The domains that take part.

    Args:
        thresholds: the least score of each.
        alone: the same for a sentence with nothing above it that names a domain.
        backgrounds: which of them are backgrounds.
    """

    thresholds: Mapping[str, float]
    alone: Mapping[str, float]
    backgrounds: frozenset[str] = frozenset()


class Decision(NamedTuple):
    """The domain, None where the evidence is thin, tied, or of a background.

    Besides it what won even if it is a background, its score, its lead before the next one, the score of each with
    any, and the hits that counted.
    """

    domain: str | None
    winner: str | None
    score: float
    margin: float
    scores: dict[str, float]
    hits: Sequence[Hit]


def make_scheme(book: Rulebook, *, disabled: bool = False) -> Scheme:
    """The domains and backgrounds of the rules that are not off; those too if `disabled`."""
    taking_part = [
        one for one in (*book.domains, *book.backgrounds) if disabled or book.enabled[book.names[one.id]]
    ]
    return Scheme(
        {one.id: THRESHOLD if one.threshold is None else one.threshold for one in taking_part},
        {
            one.id: (THRESHOLD if one.background else ALONE) if one.threshold is None else one.threshold
            for one in taking_part
        },
        frozenset(one.id for one in taking_part if one.background),
    )


def decide_domain(
    scheme: Scheme,
    hits: Sequence[Hit],
    prior: str | None = None,
    strength: float = PRIOR,
    *,
    title: bool = False,
) -> Decision:
    """The domain of a sentence from the hits of the domains' terms in it.

    Args:
        scheme: the domains.
        hits: where the domains' terms stand, in reading order; a term that stands twice counts once.
        prior: the domain that a heading above names.
        strength: what it adds where no other domain has evidence enough.
        title: whether it is a heading, which speaks of one thing and needs no second word.
    """
    if not hits:
        return _decide_without_terms(scheme, prior, strength)
    counted = longest_terms(hits, scheme.backgrounds)
    scores = _score_domains(counted)
    if prior is not None:
        _add_prior(scheme, scores, prior, strength)
    best, score, second = None, 0.0, 0.0
    for name, one in scores.items():
        if best is None or one > score:
            best, score, second = name, one, score
        elif one > second:
            second = one
    assert best is not None
    margin = score - second
    least = scheme.alone if prior is None and not title else scheme.thresholds
    winner = best if margin > 0 and score >= least[best] else None
    domain = None if winner in scheme.backgrounds else winner
    return Decision(domain, winner, score, margin, scores, counted)


def _score_domains(counted: Sequence[Hit]) -> dict[str, float]:
    """What the terms of each domain come to, a term that stands twice counted once."""
    if len(counted) == 1:
        return {counted[0].rule: counted[0].weight}
    weights: dict[str, dict[str, float]] = {}
    for hit in counted:
        if hit.rule in weights:
            weights[hit.rule][hit.text] = hit.weight
        else:
            weights[hit.rule] = {hit.text: hit.weight}
    return {name: score_domain(terms.values()) for name, terms in weights.items()}


def _decide_without_terms(scheme: Scheme, prior: str | None, strength: float) -> Decision:
    """The decision on a sentence that holds no term."""
    if prior is None:
        return Decision(None, None, 0.0, 0.0, {}, ())
    winner = prior if strength >= scheme.thresholds[prior] else None
    domain = None if winner in scheme.backgrounds else winner
    return Decision(domain, winner, strength, strength, {prior: strength}, ())


def _add_prior(scheme: Scheme, scores: dict[str, float], prior: str, strength: float) -> None:
    """Adds the prior to the scores."""
    for name, score in scores.items():
        if score >= scheme.thresholds[name] and name != prior and name not in scheme.backgrounds:
            if scores.get(prior):
                scores[prior] += WEAK_PRIOR
            return
    scores[prior] = scores.get(prior, 0.0) + strength
