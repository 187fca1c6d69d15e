"""The counts of a text or of one of its sections, which agree with what `domains`, `targets` and `lint` report of it."""

from policytext.cli import rule_packs
from policytext.cli.lint import Linter
from policytext.cli.options.analysis import COUNTED
from policytext.cli.scope import select_findings, select_within
from policytext.cli.settings import Settings
from policytext.cli.suppressions import Suppressions
from policytext.model.analysis_options import AnalysisOptions
from policytext.model.annotations import Finding
from policytext.model.document import Document, Section, Source
from policytext.model.statistics import Statistics
from policytext.pipeline import Analysis
from policytext.rulebook.rulebook import Rulebook
from policytext.statistics import counts, word_lists


class _FindingSource(Linter):
    """The findings that `lint` would report with the same settings, ignore file and baseline."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, Suppressions(settings, update=False), None)

    @property
    def parallel(self) -> bool:
        """Whether several processes may check texts: the notes on an ignore file are printed once."""
        return not self._suppressions.remembers

    @property
    def book(self) -> Rulebook:
        """The rules."""
        return self._book

    def choose_options(self, document: Document) -> AnalysisOptions:
        """Return the options by which a document is checked."""
        return self._options._replace(only=self._rules_for(document.source.path))

    def select(
        self, found: tuple[Finding, ...], document: Document, scope: Section | None
    ) -> tuple[Finding, ...]:
        """Return the findings in a document or section that are not suppressed."""
        return self._suppressions.unsuppressed(select_findings(found, scope, document.source.text), document)


class TextCounter:
    """Counts texts by the settings of a run.

    Args:
        settings: the settings.
        contexts_only: whether nothing is counted but words, so that `lint` is not prepared.
    """

    def __init__(self, settings: Settings, *, contexts_only: bool = False) -> None:
        self.kinds = settings.names("only") or COUNTED
        self._findings = None if contexts_only or "findings" not in self.kinds else _FindingSource(settings)
        if self._findings is None:
            self.book, self.failed = rule_packs.load_reporting_faults(settings)
        else:
            self.book, self.failed = self._findings.book, self._findings.failed
        wanted = rule_packs.read_domains(settings, [domain.id for domain in self.book.domains])
        self._domains = [domain.id for domain in self.book.domains if not wanted or domain.id in wanted]
        self.tokenizer = word_lists.load_tokenizer(self.book)

    @property
    def parallel(self) -> bool:
        """Whether several processes may count texts."""
        return self._findings is None or self._findings.parallel

    def count(self, document: Document, scope: Section | None) -> Statistics:
        """Count a document or a section. Only the words and signs of a section are read apart from the text around it."""
        options = self._findings.choose_options(document) if self._findings else AnalysisOptions()
        own = options._replace(counted=[kind for kind in self.kinds if kind == "words"])
        analysis = Analysis(document, self.book, own, tokenizer=self.tokenizer)
        if scope is None:
            found = analysis.counts
        else:
            part = Source(text=document.source.text[slice(*scope.span)])
            found = Analysis(part, self.book, own, tokenizer=self.tokenizer).counts
            found = found._replace(year=document.frame.year, region=document.frame.region)
        if "domains" in self.kinds:
            passages = select_within(analysis.passages, scope) if scope else analysis.passages
            found = counts.add_domains(found, passages, self._domains)
        if "targets" in self.kinds:
            indicators, measures = analysis.targets
            if scope:
                indicators, measures = select_within(indicators, scope), select_within(measures, scope)
            found = counts.add_targets(found, indicators, measures)
        if self._findings:
            found = counts.add_findings(found, self._findings.select(analysis.findings, document, scope))
        return found
