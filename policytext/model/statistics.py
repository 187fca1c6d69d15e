"""What a text is made of, in figures: counts, words, shares.

>>> Count("一网通办", 3).frequency
3
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from policytext.model.document import Span


class Count(NamedTuple):
    """A word and how often it stands."""

    term: str
    frequency: int


class KeyTerm(NamedTuple):
    """A word that stands more (or less) often than in a reference.

    Args:
        term, frequency: the word and how often it stands.
        reference: how often it stands in the reference.
        log_likelihood: how sure it is that the two differ (Dunning 1993); above 10.83 less than one in a
            thousand would by chance.
        log_ratio: by how many doublings the rates differ (Hardie 2014), below 0 for rarer.
    """

    term: str
    frequency: int
    reference: int
    log_likelihood: float
    log_ratio: float


class Share(NamedTuple):
    """What speaks of one domain: passages, their characters, and the part of all characters in passages."""

    passages: int
    characters: int
    share: float


class Statistics(NamedTuple):
    """A text, or several together, in figures. None stands where something was not counted.

    Args:
        files: how many texts these are.
        characters, han, without_spaces: all characters; Chinese ones; all but white space.
        counted_as_words: as word processors count: a Chinese character or mark is one, a Latin run is one.
        lines, paragraphs: all lines, and those that hold something.
        sentences, clauses: what full stops part, and what commas part.
        sections: how many, by level.
        articles: how many of them are articles.
        tokens, types: words, and different ones.
        words: how often each word stands, folded; the most frequent first where they were picked.
        forms: how a Traditional text writes a word.
        top_terms: the most frequent words that tell something.
        key_terms: those that stand out against a reference.
        new_terms, gone_terms: those that never stand in the reference, and those that stand only there.
        domains: by the domain's id; None is what speaks of none.
        indicators: by status; `targets` by domain and status; `deadlines` by year.
        measures: commitments in words.
        findings: by severity.
        year: the year that a text is of.
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
        """Characters without spaces to a sentence."""
        return self.without_spaces / self.sentences if self.sentences else 0.0

    @property
    def errors_per_10k(self) -> float | None:
        """Findings of the severity "error" to ten thousand characters."""
        if self.findings is None:
            return None
        return 10_000 * self.findings.get("error", 0) / self.characters if self.characters else 0.0


class TextLine(NamedTuple):
    """A line of a text with its break, and the paragraph, element or page that it was extracted from."""

    span: Span
    text: str
    location: str | None


class Context(NamedTuple):
    """A term where it stands, with the words on both sides."""

    span: Span
    text: str
    left: str
    right: str
    address: str


class Collocate(NamedTuple):
    """A word that stands near a term more often than by chance; see `KeyTerm`."""

    term: str
    frequency: int
    elsewhere: int
    log_likelihood: float
    log_ratio: float
