"""Decide the domain of a sentence from the hits of the domains' terms.

The score of a domain is the weight of its heaviest term and half the weights of its other terms, each counted once. The
best one wins if it reaches its threshold and no other has as much; where that is a background, there is no domain.

A prior is the domain of a heading above the sentence. A near one adds as much as one typical term. If another domain
reaches its threshold without it, the prior only adds a little to a domain that has terms in the sentence.

>>> hits = [Hit("social", Span(0, 2), "养老", weight=1)]
>>> scheme = Scheme({"social": 2.0, "government": 2.0}, {"social": 2.5, "government": 2.5})
>>> decide_domain(scheme, hits).domain, decide_domain(scheme, hits, prior="social").domain
(None, 'social')
>>> decide_domain(scheme, [], prior="social").domain, decide_domain(scheme, hits, prior="government").domain
('social', 'government')
"""

from collections.abc import Mapping, Sequence

from policytext.model.annotations import score_domain
from policytext.model.document import Span
from policytext.model.records import NamedTuple
from policytext.rulebook.overlaps import select_longest_terms
from policytext.rulebook.rule_types import Hit
from policytext.rulebook.rulebook import Rulebook

#: The default threshold of a domain: one typical term. Without a prior a sentence needs more: a term of weight 3, or a
#: typical term and another one.
THRESHOLD, ALONE = 2.0, 2.5
#: What a prior adds: one typical term if its heading is near, less if it is far, and one weak term if another domain
#: reaches its threshold.
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
    """The domains to decide between, and their thresholds.

    Args:
        thresholds: the least score of each domain.
        alone: the least score of each domain without a prior.
        backgrounds: the domains that are backgrounds.
    """

    thresholds: Mapping[str, float]
    alone: Mapping[str, float]
    backgrounds: frozenset[str] = frozenset()


class Decision(NamedTuple):
    """The domain of a sentence, or None if the score is too low, tied, or that of a background.

    `winner` also names a background. `margin` is the lead over the second domain, `scores` has every domain with a
    score, and `hits` are those that count.
    """

    domain: str | None
    winner: str | None
    score: float
    margin: float
    scores: dict[str, float]
    hits: Sequence[Hit]


def make_scheme(book: Rulebook, *, disabled: bool = False) -> Scheme:
    """Return the enabled domains and backgrounds of the rules; all of them if `disabled`."""
    domains = [
        domain
        for domain in (*book.all_domains, *book.backgrounds)
        if disabled or book.enabled[book.names[domain.id]]
    ]
    return Scheme(
        {domain.id: THRESHOLD if domain.threshold is None else domain.threshold for domain in domains},
        {
            domain.id: (THRESHOLD if domain.background else ALONE)
            if domain.threshold is None
            else domain.threshold
            for domain in domains
        },
        frozenset(domain.id for domain in domains if domain.background),
    )


def decide_domain(
    scheme: Scheme,
    hits: Sequence[Hit],
    prior: str | None = None,
    strength: float = PRIOR,
    *,
    title: bool = False,
) -> Decision:
    """Decide the domain of a sentence from the hits of the domains' terms in it.

    Args:
        scheme: the domains.
        hits: the hits of the domains' terms, in reading order; a repeated term counts once.
        prior: the domain of a heading above, or None.
        strength: what the prior adds if no other domain reaches its threshold.
        title: True for a heading, which needs no prior.
    """
    if not hits:
        return _decide_by_prior(scheme, prior, strength)
    counted = select_longest_terms(hits, scheme.backgrounds)
    scores = _score_domains(counted)
    if prior is not None:
        _add_prior(scheme, scores, prior, strength)
    best, score, second = None, 0.0, 0.0
    for name, value in scores.items():
        if best is None or value > score:
            best, score, second = name, value, score
        elif value > second:
            second = value
    assert best is not None
    margin = score - second
    thresholds = scheme.alone if prior is None and not title else scheme.thresholds
    winner = best if margin > 0 and score >= thresholds[best] else None
    domain = None if winner in scheme.backgrounds else winner
    return Decision(domain, winner, score, margin, scores, counted)


def _score_domains(counted: Sequence[Hit]) -> dict[str, float]:
    """Return the score of each domain; a repeated term counts once, as do the variants of one term."""
    if len(counted) == 1:
        return {counted[0].rule: counted[0].weight}
    weights: dict[str, dict[int | str, float]] = {}
    for hit in counted:
        term = hit.text if hit.pattern < 0 else hit.pattern
        if hit.rule in weights:
            weights[hit.rule][term] = hit.weight
        else:
            weights[hit.rule] = {term: hit.weight}
    return {name: score_domain(terms.values()) for name, terms in weights.items()}


def _decide_by_prior(scheme: Scheme, prior: str | None, strength: float) -> Decision:
    """Decide the domain of a sentence without terms."""
    if prior is None:
        return Decision(None, None, 0.0, 0.0, {}, ())
    winner = prior if strength >= scheme.thresholds[prior] else None
    domain = None if winner in scheme.backgrounds else winner
    return Decision(domain, winner, strength, strength, {prior: strength}, ())


def _add_prior(scheme: Scheme, scores: dict[str, float], prior: str, strength: float) -> None:
    """Add the prior to the scores.

    A background above a sentence leans only against a domain that would not be decided alone.
    """
    for name, score in scores.items():
        if score >= scheme.thresholds[name] and name != prior and name not in scheme.backgrounds:
            if scores.get(prior) and (prior not in scheme.backgrounds or score < scheme.alone[name]):
                scores[prior] += WEAK_PRIOR
            return
    scores[prior] = scores.get(prior, 0.0) + strength
