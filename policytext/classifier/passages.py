"""Assign each sentence and section of a document to a service domain of the rules, with the reasons.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> prepared = PreparedDocument(parse(Source(text="推进一网通办。加强组织领导。")))
>>> [(passage.text, passage.domain) for passage in classify_passages(prepared, load_rules()[0])]
[('推进一网通办。', 'government'), ('加强组织领导。', None)]
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from policytext.classifier.priors import PriorFinder, is_empty, is_heading, is_title
from policytext.model.annotations import Passage, Term
from policytext.model.document import Section, Span
from policytext.rulebook.decisions import (
    decide_domain,
    make_scheme,
)
from policytext.rulebook.matcher import Subject, match
from policytext.rulebook.rule_types import Hit
from policytext.rulebook.rulebook import Rulebook
from policytext.text.prepared import PreparedDocument

#: The least share of the best domain among the assigned characters of a section.
LEAST_SHARE = 0.6
#: The least share of assigned characters in a section.
LEAST_DECIDED = 0.25


def classify_passages(prepared: PreparedDocument, book: Rulebook) -> tuple[Passage, ...]:
    """Return one passage for each sentence in reading order, including those without a domain.

    Args:
        prepared: the document.
        book: the rules; all enabled domains take part.
    """
    scheme = make_scheme(book)
    subject = Subject(prepared.text, prepared.shadow, prepared.sentences)
    hits = list(match(book, subject, frozenset(scheme.thresholds))) if scheme.thresholds else []
    prior_finder = PriorFinder(prepared, hits, scheme)
    passages = []
    sections = prepared.sections_at_each(span[0] for span in prepared.sentences)
    for (span, hits_in_sentence), chain in zip(
        _group_by_sentence(prepared.sentences, hits), sections, strict=True
    ):
        text = prepared.text[span[0] : span[1]]
        address = chain[-1].address if chain else ""
        prior, strength = prior_finder.find(span, chain, hits_in_sentence)
        if not hits_in_sentence and (
            prior is None or prior in scheme.backgrounds or is_heading(span, chain) or is_empty(text)
        ):
            passages.append(Passage(span, text, None, 0.0, 0.0, address, ()))
            continue
        decision = decide_domain(scheme, hits_in_sentence, prior, strength, title=is_title(span, chain))
        domain = decision.domain
        deciding = [hit for hit in decision.hits if hit.weight and domain in (None, hit.rule)]
        terms = tuple([Term(hit.span, hit.text, hit.weight, hit.rule) for hit in deciding])
        topic = _find_topic(deciding, domain) if deciding else None
        score, margin = decision.score, decision.margin
        prior = None if prior in scheme.backgrounds else prior
        passages.append(Passage(span, text, domain, score, margin, address, terms, topic, prior))
    return tuple(passages)


def classify_sections(sections: Sequence[Section], passages: Sequence[Passage]) -> tuple[Section, ...]:
    """Return the sections with the domain of their title, or else that of most of their text.

    Args:
        sections: the top sections of the outline.
        passages: the result of `classify_passages` for the same document.
    """
    starts = [passage.span[0] for passage in passages]

    def classify(section: Section) -> Section:
        # The sentence of a run-in title may begin before the title, at the marker, but never before the section.
        first, end = bisect_left(starts, section.span[0]), bisect_left(starts, section.span[1])
        inside = passages[first:end]
        domain = _find_title_domain(section, inside) or _find_majority(inside)
        return section._replace(
            domain=domain, sections=tuple([classify(subsection) for subsection in section.sections])
        )

    return tuple([classify(section) for section in sections])


def _group_by_sentence(
    sentences: Sequence[Span], hits: Sequence[Hit]
) -> Iterator[tuple[Span, Sequence[Hit]]]:
    """Yield each sentence with the hits that begin in it."""
    at, count = 0, len(hits)
    for span in sentences:
        first, end = at, span[1]
        while at < count and hits[at].span[0] < end:
            at += 1
        yield span, hits[first:at]


def _find_topic(hits: Sequence[Hit], domain: str | None) -> str | None:
    """Return the topic with the most weight; the first one in a tie."""
    if domain is None:
        return None
    if len(hits) == 1:
        return hits[0].topic or None
    weights: dict[str, float] = {}
    for hit in hits:
        if hit.topic:
            weights[hit.topic] = weights.get(hit.topic, 0) + hit.weight
    return max(weights, key=weights.__getitem__, default=None)


def _find_title_domain(section: Section, passages: Sequence[Passage]) -> str | None:
    """Return the domain of the passage of the title, if a term that decides it is in the title."""
    start, end = section.title_span
    for passage in passages:
        if passage.span[0] >= end:
            break
        if passage.domain and any(start <= term.span[0] < end for term in passage.terms):
            return passage.domain
    return None


def _find_majority(passages: Sequence[Passage]) -> str | None:
    """Return the domain of most of the text in the passages, or None if no domain prevails."""
    sizes: dict[str, int] = {}
    total = 0
    for passage in passages:
        size = passage.span[1] - passage.span[0]
        total += size
        if passage.domain:
            sizes[passage.domain] = sizes.get(passage.domain, 0) + size
    decided = sum(sizes.values())
    if not decided or decided < LEAST_DECIDED * total:
        return None
    best = max(sizes, key=sizes.__getitem__)
    return best if sizes[best] >= LEAST_SHARE * decided else None
