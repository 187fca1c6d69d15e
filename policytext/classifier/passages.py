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

from policytext.model.annotations import Passage, Term
from policytext.model.document import Section, Span
from policytext.rulebook.decisions import (
    ALONE,
    FAR_PRIOR,
    PRIOR,
    WEAK_PRIOR,
    Decision,
    Scheme,
    decide_domain,
    make_scheme,
)
from policytext.rulebook.matcher import Subject, match
from policytext.rulebook.rule_types import Hit
from policytext.rulebook.rulebook import Rulebook
from policytext.text.lazy_patterns import compile_pattern
from policytext.text.prepared import PreparedDocument

#: The least share of the best domain among the assigned characters of a section.
LEAST_SHARE = 0.6
#: The least share of assigned characters in a section.
LEAST_DECIDED = 0.25
#: The most characters of a first sentence that serves as the heading of its paragraph: 打造一流营商环境。
LONGEST_OPENING = 30
#: The least number of Chinese characters in a sentence without terms that follows its heading: not 第九条 alone.
LEAST_OPEN = 8
_HAN = compile_pattern("[\u3400-\u9fff]")
#: A first line that stands alone, without the end of a sentence.
_FIRST_LINE = compile_pattern(r"\s{0,20}(\S[^\n。；;！？：:]{3,60})\n[ \t\u3000\r]{0,20}\n")


def classify_passages(prepared: PreparedDocument, book: Rulebook) -> tuple[Passage, ...]:
    """Return one passage for each sentence in reading order, including those without a domain.

    Args:
        prepared: the document.
        book: the rules; all enabled domains take part.
    """
    scheme = make_scheme(book)
    subject = Subject(prepared.text, prepared.shadow, prepared.sentences)
    hits = list(match(book, subject, frozenset(scheme.thresholds))) if scheme.thresholds else []
    prior_finder = _PriorFinder(prepared, hits, scheme)
    passages = []
    sections = prepared.sections_at_each(span[0] for span in prepared.sentences)
    for (span, hits_in_sentence), chain in zip(
        _group_by_sentence(prepared.sentences, hits), sections, strict=True
    ):
        text = prepared.text[span[0] : span[1]]
        address = chain[-1].address if chain else ""
        prior, strength = prior_finder.find(span, chain, hits_in_sentence)
        if not hits_in_sentence and (
            prior is None or prior in scheme.backgrounds or len(_HAN.findall(text, 0, 100)) < LEAST_OPEN
        ):
            passages.append(Passage(span, text, None, 0.0, 0.0, address, ()))
            continue
        decision = decide_domain(scheme, hits_in_sentence, prior, strength, title=_is_title(span, chain))
        domain = decision.domain
        deciding = [hit for hit in decision.hits if hit.weight and domain in (None, hit.rule)]
        terms = tuple([Term(hit.span, hit.text, hit.weight, hit.rule) for hit in deciding])
        topic = _find_topic(deciding, domain)
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


class _PriorFinder:
    """Finds the prior of a sentence: the domain of the opening of its paragraph or of a heading above it.

    A heading of a background ends the search: below 法律责任 no sentence inherits the domain of the document title.
    """

    def __init__(self, prepared: PreparedDocument, hits: Sequence[Hit], scheme: Scheme) -> None:
        self._first_line = _find_first_line(prepared)
        self._prepared, self._hits, self._scheme = prepared, hits, scheme
        self._starts = [hit.span[0] for hit in hits]
        self._known: dict[Span, Decision] = {}
        self._chain: Sequence[Section] | None = None
        self._end = 0
        self._settled_chain: Sequence[Section] | None = None
        self._named_above: tuple[str | None, float] = None, 0.0
        self._opening: str | None = None

    def find(self, sentence: Span, chain: Sequence[Section], hits: Sequence[Hit]) -> tuple[str | None, float]:
        """Return the prior of `sentence` and its strength; to be called for each sentence in order.

        Args:
            sentence: its span.
            chain: the sections around it, the outermost first.
            hits: the hits in it.
        """
        within = chain is self._chain and "\n" not in self._prepared.text[self._end : sentence[0]]
        self._end = sentence[1]
        if within and self._opening:
            return self._opening, PRIOR
        if chain is not self._settled_chain:
            # All sentences below the innermost title have the same headings above them.
            self._named_above = self._find_heading_domain(sentence, chain)
            self._settled_chain = chain if chain and chain[-1].title_span[1] <= sentence[0] else None
        named = self._named_above
        if not within:
            self._chain, self._opening = chain, None
            if hits and sentence[1] - sentence[0] <= LONGEST_OPENING:
                self._opening = decide_domain(self._scheme, hits, title=True).winner
        return named

    def _find_heading_domain(self, sentence: Span, chain: Sequence[Section]) -> tuple[str | None, float]:
        """Return the domain of the nearest heading above a sentence, and its strength.

        A heading is near for the articles of a statute and for the paragraph that it opens. A section of a report
        often changes its subject. A title that names a domain is near: the whole document is about it.
        """
        for section in reversed(chain):
            title = section.title_span
            if title[1] > sentence[0]:
                continue
            found = self._find_title_domain(title)
            if found.winner:
                is_near = (
                    section.kind == "run-in"
                    or (section.kind == "title" and found.score >= ALONE)
                    or any(section.kind == "article" for section in chain)
                )
                return found.winner, PRIOR if is_near else FAR_PRIOR
            if section.kind == "title" and len(found.scores) == 1 and found.score >= WEAK_PRIOR:
                # 旅游条例: a weak term is the whole subject.
                return next(iter(found.scores)), FAR_PRIOR
        if self._first_line and sentence[0] >= self._first_line[1]:
            found = self._find_title_domain(self._first_line)
            return found.winner, PRIOR if found.score >= ALONE else FAR_PRIOR
        return None, 0.0

    def _find_title_domain(self, title: Span) -> Decision:
        """Return the domain of a heading; computed once for each."""
        if title not in self._known:
            first, end = bisect_left(self._starts, title[0]), bisect_left(self._starts, title[1])
            self._known[title] = decide_domain(self._scheme, self._hits[first:end], title=True)
        return self._known[title]


def _find_first_line(prepared: PreparedDocument) -> Span | None:
    """Return the first line of a document without a title if it stands alone like one, as in a news release."""
    found = None if prepared.document.title else _FIRST_LINE.match(prepared.text)
    return Span(*found.span(1)) if found else None


def _is_title(sentence: Span, chain: Sequence[Section]) -> bool:
    """Return whether a sentence is the title of a section; the title of a list item is its text."""
    if not chain or chain[-1].kind == "item":
        return False
    title = chain[-1].title_span
    return sentence[0] <= title[0] < title[1] <= sentence[1]


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
