"""The statistics of a text: counts, key terms, domain shares, and terms in context.

>>> Count("一网通办", 3).frequency
3
"""

from __future__ import annotations

from collections.abc import Mapping

from policytext.model.document import Span
from policytext.model.records import NamedTuple


class Count(NamedTuple):
    """A word and its frequency."""

    term: str
    frequency: int


class KeyTerm(NamedTuple):
    """A word that is more or less frequent than in a reference.

    Args:
        term, frequency: the word and its frequency.
        reference: its frequency in the reference.
        log_likelihood: the evidence that the two rates differ (Dunning 1993); above 10.83, p < 0.001.
        log_ratio: the binary logarithm of the ratio of the two rates (Hardie 2014), below 0 for rarer words.
    """

    term: str
    frequency: int
    reference: int
    log_likelihood: float
    log_ratio: float


class Share(NamedTuple):
    """The share of one domain: its passages, their characters, and their part of the characters of all passages."""

    passages: int
    characters: int
    share: float


class Coverage(NamedTuple):
    """The passages of one domain or of none: their number, their characters, their share of all characters."""

    domain: str | None
    passages: int
    characters: int
    share: float


class Statistics(NamedTuple):
    """The counts of one text or of several together; None where something was not counted.

    Args:
        files: the number of texts.
        characters, han, without_spaces: all characters; Chinese characters; all but white space.
        counted_as_words: words as word processors count: each Chinese character or mark, each run of Latin letters.
        lines, paragraphs: all lines, and those that are not blank.
        sentences, clauses: the sentences by GB/T 15834 (；ends none), and the parts between commas.
        sections: the number of sections by level.
        articles: the number of articles among them.
        tokens, types: the number of words, and of different words.
        words: the frequency of each folded word; the most frequent first where the words were selected.
        forms: the spelling of each word in a Traditional text.
        top_terms: the most frequent content words.
        key_terms: the words whose rate differs most from a reference.
        new_terms, gone_terms: key terms missing in the reference, and key terms found only there.
        domains: shares by the domain's id; None for passages without a domain.
        indicators: the number by status; `targets` by domain and status; `deadlines` by year.
        measures: the number of commitments without a figure.
        findings: the number by severity.
        year: the year of the text.
    """

    files: int = 1
    characters: int = 0
    han: int = 0
    without_spaces: int = 0
    counted_as_words: int = 0
    lines: int = 0
    paragraphs: int = 0
    sentences: int = 0
    clauses: int = 0
    sections: Mapping[int, int] | None = None
    articles: int = 0
    tokens: int | None = None
    types: int | None = None
    words: Mapping[str, int] | None = None
    forms: Mapping[str, str] | None = None
    top_terms: tuple[Count, ...] = ()
    key_terms: tuple[KeyTerm, ...] = ()
    new_terms: tuple[KeyTerm, ...] = ()
    gone_terms: tuple[KeyTerm, ...] = ()
    domains: Mapping[str | None, Share] | None = None
    indicators: Mapping[str, int] | None = None
    targets: Mapping[tuple[str | None, str], int] | None = None
    deadlines: Mapping[str, int] | None = None
    measures: int | None = None
    findings: Mapping[str, int] | None = None
    year: int | None = None

    @property
    def mean_sentence(self) -> float:
        """The mean number of characters in a sentence, without spaces."""
        return self.without_spaces / self.sentences if self.sentences else 0.0

    @property
    def errors_per_10k(self) -> float | None:
        """The number of findings of severity "error" per ten thousand characters."""
        if self.findings is None:
            return None
        return 10_000 * self.findings.get("error", 0) / self.characters if self.characters else 0.0


class TextLine(NamedTuple):
    """A line of a text with its line break, and its place in the file that it was extracted from."""

    span: Span
    text: str
    location: str | None


class Context(NamedTuple):
    """One occurrence of a term with the text on both sides."""

    span: Span
    text: str
    left: str
    right: str
    address: str


class Collocate(NamedTuple):
    """A word that is near a term more often than by chance; see `KeyTerm` for the measures."""

    term: str
    frequency: int
    elsewhere: int
    log_likelihood: float
    log_ratio: float


class RuleCount(NamedTuple):
    """The findings of one lint rule in a run.

    Args:
        rule, severity: the rule.
        findings: the number of findings.
        places: the number of places; a repeated finding has several.
        safe, unsafe: the number of places that safe and unsafe fixes change.
    """

    rule: str
    severity: str
    findings: int
    places: int
    safe: int
    unsafe: int
