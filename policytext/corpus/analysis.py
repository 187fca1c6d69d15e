"""What a document gives: the same functions that the commands call, each asked once, their answers shared.

>>> from policytext.model.document import Source
>>> analyst = Analyst(Job(what=("outline", "targets")))
>>> document, parts = analyst.read(Source(text="一、目标\\n到2030年，入户率达到80%。"))
>>> {table: len(found) for table, found in parts.items()}
{'sections': 1, 'indicators': 1, 'measures': 0}
"""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from policytext import extractor, outliner
from policytext.classifier import passages
from policytext.corpus.job import Job
from policytext.errors import ConfigError
from policytext.linter import engine
from policytext.model.annotations import Finding, Passage
from policytext.model.document import Document, Source
from policytext.rulebook.packs import fingerprint, load_rules
from policytext.statistics import counts, word_lists
from policytext.statistics.key_terms import with_key_terms
from policytext.text.prepared import PreparedDocument
from policytext.tokenizer import Tokenizer

Parts = Mapping[str, Sequence[Any]]


@lru_cache(maxsize=1)
def analyst_for(job: Job) -> "Analyst":
    """The analyst of a job, made once in a process."""
    return Analyst(job)


class Analyst:
    """A job's rules, loaded, at work on one document after the other.

    Args:
        job: the job.

    Raises:
        ConfigError: these are not the rules that the job was made with.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self.book, _ = load_rules(job.rules, builtin=job.builtin)
        if job.fingerprint and fingerprint(job.rules, builtin=job.builtin) != job.fingerprint:
            raise ConfigError("other-rules")
        self._only = None if job.only is None else frozenset(job.only)
        self._domains = [domain.id for domain in self.book.domains]

    def read(self, source: Source) -> tuple[Document, Parts]:
        """A document, and what was found in it by the names of the tables."""
        document = outliner.parse(source)
        one = _One(self, PreparedDocument(document, self.job.alarm_rate))
        tables: dict[str, Sequence[Any]] = {}
        for what in self.job.what:
            tables |= getattr(one, what)()
        return document, tables

    @cached_property
    def cutter(self) -> Tokenizer:
        """Cuts words; rjieba from the first document on, since many follow."""
        return Tokenizer(word_lists.vocabulary(self.book), rapid=True)

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """Words that tell nothing."""
        return word_lists.stop_words(self.book)

    def findings(self, prepared: PreparedDocument) -> tuple[Finding, ...]:
        """What is wrong, by the rules and the confidence that were settled."""
        found = engine.find_findings(prepared, self.book, self._only, self.job.profile)
        return tuple([one for one in found if one.confidence >= self.job.min_confidence])

    def all_findings(self, prepared: PreparedDocument) -> tuple[Finding, ...]:
        """What is wrong by all rules that are not off, as `stats` counts it."""
        return engine.find_findings(prepared, self.book)

    @property
    def narrowed(self) -> bool:
        """Whether `findings` leaves out what `all_findings` has."""
        return self._only is not None or bool(self.job.min_confidence) or self.job.profile is not None

    def counted(self, one: "_One") -> Any:
        """The figures of a document, as the command ``stats`` gives them for one file."""
        found = counts.add_words(counts.count_document(one.prepared), one.prepared, self.cutter)
        found = counts.add_domains(found, one.passages, self._domains)
        found = counts.add_targets(found, *one.found_targets)
        found = counts.add_findings(found, one.whole if self.narrowed else one.found)
        return with_key_terms(found, word_lists.reference(), many=self.job.top, out=self.stop_words)


class _One:
    """One document and what is known of it so far."""

    def __init__(self, analyst: Analyst, prepared: PreparedDocument) -> None:
        self.analyst, self.prepared = analyst, prepared

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return passages.classify_passages(self.prepared, self.analyst.book)

    @cached_property
    def found_targets(self) -> extractor.Targets:
        return extractor.extract_targets(self.prepared, self.analyst.book, self.passages)

    @cached_property
    def found(self) -> tuple[Finding, ...]:
        return self.analyst.findings(self.prepared)

    @cached_property
    def whole(self) -> tuple[Finding, ...]:
        return self.analyst.all_findings(self.prepared)

    def outline(self) -> Parts:
        sections = self.prepared.document.sections
        return {"sections": passages.classify_sections(sections, self.passages) if sections else sections}

    def targets(self) -> Parts:
        return self.found_targets._asdict()

    def domains(self) -> Parts:
        return {"passages": self.passages}

    def lint(self) -> Parts:
        return {"findings": self.found}

    def stats(self) -> Parts:
        return {"stats": (self.analyst.counted(self),)}
