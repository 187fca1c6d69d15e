"""Which service domain each sentence speaks of, and why; without a word here about which domains there are.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> prepared = PreparedDocument(parse(Source(text="推进一网通办。加强组织领导。")))
>>> [(passage.text, passage.domain) for passage in classify_passages(prepared, load_rules()[0])]
[('推进一网通办。', 'government'), ('加强组织领导。', None)]
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from policytext.model.annotations import Passage, Term
from policytext.model.document import Section, Span
from policytext.rulebook.decisions import FAR_PRIOR, PRIOR, Scheme, decide_domain, scheme_of
from policytext.rulebook.matcher import Subject, match
from policytext.rulebook.rule_types import Hit
from policytext.rulebook.rulebook import Rulebook
from policytext.text.prepared import PreparedDocument

#: The share that a section's best domain must have of all that was decided in it, in characters.
MAJORITY = 0.6
#: The share of a section that must be decided at all.
COVERED = 0.25
#: The most characters of a paragraph's first sentence that opens it like a heading: 打造一流营商环境。
OPENING = 30


def classify_passages(prepared: PreparedDocument, book: Rulebook) -> tuple[Passage, ...]:
    """One passage a sentence, those that speak of no domain included, in reading order.

    Args:
        prepared: the document.
        book: the rules; every domain that is not switched off takes part.
    """
    scheme = scheme_of(book)
    subject = Subject(prepared.text, prepared.shadow, prepared.sentences)
    hits = list(match(book, subject, frozenset(scheme.thresholds))) if scheme.thresholds else []
    above = _Above(prepared, hits, scheme)
    passages = []
    sections = prepared.sections_at_each(span[0] for span in prepared.sentences)
    for (span, found), chain in zip(_by_sentence(prepared.sentences, hits), sections, strict=True):
        text = prepared.text[span[0] : span[1]]
        address = chain[-1].address if chain else ""
        prior, strength = above.prior(span, chain, found)
        if not found and (prior is None or prior in scheme.backgrounds):
            passages.append(Passage(span, text, None, 0.0, 0.0, address, ()))
            continue
        decision = decide_domain(scheme, found, prior, strength, title=_titled(span, chain))
        domain = decision.domain
        speaking = [hit for hit in decision.hits if hit.weight and domain in (None, hit.rule)]
        terms = tuple([Term(hit.span, hit.text, hit.weight, hit.rule) for hit in speaking])
        topic = _topic(speaking, domain)
        score, margin = decision.score, decision.margin
        prior = None if prior in scheme.backgrounds else prior
        passages.append(Passage(span, text, domain, score, margin, address, terms, topic, prior))
    return tuple(passages)


def classify_sections(sections: Sequence[Section], passages: Sequence[Passage]) -> tuple[Section, ...]:
    """The same sections, each with the domain that its title names, or that most of what it holds speaks of.

    Args:
        sections: the outline's top sections.
        passages: what `classify_passages` found in the same document.
    """
    starts = [passage.span[0] for passage in passages]

    def one(section: Section) -> Section:
        # A run-in title's sentence may begin before it, at the marker; never before the section.
        first, end = bisect_left(starts, section.span[0]), bisect_left(starts, section.span[1])
        inside = passages[first:end]
        domain = _named_by_title(section, inside) or _majority(inside)
        return section._replace(domain=domain, sections=tuple([one(below) for below in section.sections]))

    return tuple([one(section) for section in sections])


class _Above:
    """What stands above a sentence and names a domain: the opening of its paragraph, or a heading.

    A background that is named there ends the search: under 法律责任 nothing is inherited from the title.
    """

    def __init__(self, prepared: PreparedDocument, hits: Sequence[Hit], scheme: Scheme) -> None:
        self._prepared, self._hits, self._scheme = prepared, hits, scheme
        self._starts = [hit.span[0] for hit in hits]
        self._known: dict[Span, str | None] = {}
        self._chain: Sequence[Section] | None = None
        self._end = 0
        self._settled: Sequence[Section] | None = None
        self._named_above: tuple[str | None, float] = None, 0.0
        self._opening: str | None = None

    def prior(
        self, sentence: Span, chain: Sequence[Section], found: Sequence[Hit]
    ) -> tuple[str | None, float]:
        """The domain that is named above `sentence`, and how much that tells; called for each sentence in turn.

        Args:
            sentence: where it stands.
            chain: the sections around it, the outermost first.
            found: the hits in it.
        """
        within = chain is self._chain and "\n" not in self._prepared.text[self._end : sentence[0]]
        self._end = sentence[1]
        if within and self._opening:
            return self._opening, PRIOR
        if chain is not self._settled:
            # Below the innermost title all its sentences have the same headings above.
            self._named_above = self._headed(sentence, chain)
            self._settled = chain if chain and chain[-1].title_span[1] <= sentence[0] else None
        named = self._named_above
        if not within:
            self._chain, self._opening = chain, None
            if found and sentence[1] - sentence[0] <= OPENING:
                self._opening = decide_domain(self._scheme, found, title=True).winner
        return named

    def _headed(self, sentence: Span, chain: Sequence[Section]) -> tuple[str | None, float]:
        """What the nearest heading above a sentence names; a heading is not above itself.

        It speaks for all of a statute's articles and of a paragraph that it opens. A section of a report goes on to
        other things too often for that.
        """
        for section in reversed(chain):
            title = section.title_span
            if title[1] <= sentence[0] and (named := self._named(title)):
                near = section.kind == "run-in" or any(one.kind == "article" for one in chain)
                return named, PRIOR if near else FAR_PRIOR
        return None, 0.0

    def _named(self, title: Span) -> str | None:
        if title not in self._known:
            first, end = bisect_left(self._starts, title[0]), bisect_left(self._starts, title[1])
            inside = self._hits[first:end]
            self._known[title] = decide_domain(self._scheme, inside, title=True).winner if inside else None
        return self._known[title]


def _titled(sentence: Span, chain: Sequence[Section]) -> bool:
    """Whether a sentence is the title of a section; of an item in a list the title is only its text."""
    if not chain or chain[-1].kind == "item":
        return False
    title = chain[-1].title_span
    return sentence[0] <= title[0] < title[1] <= sentence[1]


def _by_sentence(sentences: Sequence[Span], hits: Sequence[Hit]) -> Iterator[tuple[Span, Sequence[Hit]]]:
    """Each sentence with the hits that begin in it."""
    at, count = 0, len(hits)
    for span in sentences:
        first, end = at, span[1]
        while at < count and hits[at].span[0] < end:
            at += 1
        yield span, hits[first:at]


def _topic(hits: Sequence[Hit], domain: str | None) -> str | None:
    """The sub-topic with the most weight; the first of equals."""
    if domain is None:
        return None
    if len(hits) == 1:
        return hits[0].topic or None
    weights: dict[str, float] = {}
    for hit in hits:
        if hit.topic:
            weights[hit.topic] = weights.get(hit.topic, 0) + hit.weight
    return max(weights, key=weights.__getitem__, default=None)


def _named_by_title(section: Section, passages: Sequence[Passage]) -> str | None:
    """The domain of the passage that the title stands in, if what decided it stands in the title."""
    start, end = section.title_span
    for passage in passages:
        if passage.span[0] >= end:
            break
        if passage.domain and any(start <= term.span[0] < end for term in passage.terms):
            return passage.domain
    return None


def _majority(passages: Sequence[Passage]) -> str | None:
    """The domain that most of the passages speak of, counted in characters; None where none prevails."""
    sizes: dict[str, int] = {}
    whole = 0
    for passage in passages:
        size = passage.span[1] - passage.span[0]
        whole += size
        if passage.domain:
            sizes[passage.domain] = sizes.get(passage.domain, 0) + size
    decided = sum(sizes.values())
    if not decided or decided < COVERED * whole:
        return None
    best = max(sizes, key=sizes.__getitem__)
    return best if sizes[best] >= MAJORITY * decided else None
