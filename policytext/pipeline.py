"""The analysis of one document: each result is computed once, when it is first needed.

An `Analysis` takes a document and the rules, and runs the analysers on it. The public API, the commands and the corpus
all use it. The analysers are plain functions, and each is imported when its result is needed.

>>> from policytext.model.document import Source
>>> from policytext.rulebook.packs import load_rules
>>> analysis = Analysis(Source(text="一、目标\\n到2030年，入户率达到80%。"), load_rules()[0])
>>> [(indicator.name, str(indicator.value)) for indicator in analysis.indicators], analysis.statistics.sentences
([('入户率', '80')], 2)
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from os import PathLike
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from policytext.model.analysis_options import AnalysisOptions
from policytext.model.document import Document, Section, Source
from policytext.rulebook.rulebook import Rulebook
from policytext.text.prepared import PreparedDocument

if TYPE_CHECKING:
    from policytext.extractor import Targets
    from policytext.messages import Lang
    from policytext.model.annotations import Finding, Indicator, Measure, Passage, Reference
    from policytext.model.extractions import Extraction
    from policytext.model.statistics import Statistics
    from policytext.tokenizer import Tokenizer

_DEFAULT = AnalysisOptions()
_Found = TypeVar("_Found")


class Analysis:
    """One document and the results of the analysers.

    Args:
        text: the document, or the source that it is parsed from.
        book: the rules.
        options: the selected rules, limits and counts.
        tokenizer: splits text into words; by default all analyses by the same rules share one.
    """

    def __init__(
        self,
        text: Source | Document,
        book: Rulebook,
        options: AnalysisOptions = _DEFAULT,
        *,
        tokenizer: "Tokenizer | None" = None,
    ) -> None:
        self.document = text if isinstance(text, Document) else _parse(text)
        self.book, self.options = book, options
        self._tokenizer = tokenizer

    @cached_property
    def prepared(self) -> PreparedDocument:
        """The document, its hard-wrapped lines joined, with the data that several analysers share."""
        joined = self.document.joined
        document = joined.document if joined else self.document
        return PreparedDocument(document, self.options.alarm_rate, learned=self.options.learned)

    def _to_original(self, found: _Found) -> _Found:
        """Return results from the joined text with the offsets of the original."""
        if self.document.joined is None:
            return found
        from policytext.text.joined_text import to_original

        return to_original(found, self.document.joined, self.document.source.text)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The top sections, each section with its domain."""
        sections = self.document.sections
        if not sections or not self.book.domains:
            return sections
        from policytext.classifier.passages import classify_sections

        return classify_sections(sections, self.passages)

    @cached_property
    def references(self) -> "tuple[Reference, ...]":
        """The citations of numbered places and of the document's own titles, with the sections they point to."""
        from policytext.text.references import find_references

        return find_references(self.document)

    @cached_property
    def passages(self) -> "tuple[Passage, ...]":
        """Each sentence with its domain and the terms that decide it."""
        return self._to_original(self._passages)

    @cached_property
    def _passages(self) -> "tuple[Passage, ...]":
        """The passages of the prepared document, with its offsets."""
        from policytext.classifier.passages import classify_passages

        return classify_passages(self.prepared, self.book)

    @cached_property
    def targets(self) -> "Targets":
        """The quantified targets, and the commitments in words."""
        from policytext.extractor import extract_targets

        standards = self.options.standards
        return self._to_original(
            extract_targets(self.prepared, self.book, self._passages, standards=standards)
        )

    @property
    def indicators(self) -> "tuple[Indicator, ...]":
        """The quantified targets."""
        return self.targets.indicators

    @property
    def measures(self) -> "tuple[Measure, ...]":
        """The commitments in words."""
        return self.targets.measures

    @cached_property
    def hits(self) -> "tuple[Extraction, ...]":
        """The statements that the `extract:` rules of packs find, with their captures."""
        from policytext.extractor.extractions import find_extractions

        if not self.book.extract_rules:
            return ()
        found = find_extractions(self.prepared, self.book, self._passages, self.options.extract)
        return self._to_original(found)

    @cached_property
    def findings(self) -> "tuple[Finding, ...]":
        """The probable mistakes, by the selected rules and with at least the minimum confidence."""
        from policytext.linter.engine import find_findings

        found = self._to_original(
            find_findings(self.prepared, self.book, self.options.only, self.options.profile)
        )
        least = self.options.min_confidence
        return tuple([finding for finding in found if finding.confidence >= least]) if least else found

    @cached_property
    def counts(self) -> "Statistics":
        """The statistics that the options select, with the count of every word; those of several documents can be merged."""
        from policytext.statistics import counts, word_lists

        counted, found = self.options.counted, counts.count_document(self.prepared)
        if self.document.joined:
            whole = counts.count_document(PreparedDocument(self.document))
            found = found._replace(characters=whole.characters, lines=whole.lines)
        if "words" in counted:
            found = counts.add_words(
                found, self.prepared, self._tokenizer or word_lists.load_tokenizer(self.book)
            )
        if "domains" in counted:
            known = self.options.domains
            listed = [domain.id for domain in self.book.domains] if known is None else known
            found = counts.add_domains(found, self.passages, listed)
        if "targets" in counted:
            found = counts.add_targets(found, *self.targets)
        if "findings" in counted:
            found = counts.add_findings(found, self._enabled_findings)
        return found

    @cached_property
    def statistics(self) -> "Statistics":
        """The statistics with the most frequent words and the key terms in place of all words."""
        from policytext.statistics import word_lists
        from policytext.statistics.key_terms import add_key_terms

        stop_words = word_lists.collect_stop_words(self.book)
        reference = word_lists.load_reference(self.document.frame.region)
        return add_key_terms(self.counts, reference, limit=self.options.top, stop_words=stop_words)

    @cached_property
    def _enabled_findings(self) -> "tuple[Finding, ...]":
        """The findings of all enabled rules, so that the statistics of different runs are comparable."""
        options = self.options
        if options.only is None and options.profile is None and not options.min_confidence:
            return self.findings
        from policytext.linter.engine import find_findings

        return self._to_original(find_findings(self.prepared, self.book))

    def rows(self, kind: str, *, lang: "Lang" = "zh") -> list[dict[str, Any]]:
        """Return one kind of result as rows for `pandas.DataFrame` or `polars.DataFrame`, keyed as in JSON Lines.

        Args:
            kind: a key of `KINDS`.
            lang: the language of the messages.

        Raises:
            ValueError: there is no such kind.
        """
        if kind not in KINDS:
            raise ValueError(f"unknown kind {kind!r}; the kinds are {', '.join(KINDS)}")
        from policytext.formats.fields import make_rows

        key, answer = KINDS[kind]
        return make_rows(key, answer(self), self.document.source, lang)

    def __repr__(self) -> str:
        return f"<Analysis of {self.document.title or self.document.source.path or 'a text'!r}>"

    def _repr_html_(self) -> str:
        """Return the summary that a notebook shows."""
        from policytext.notebook import format_summary

        return format_summary(self.document, self.sections, self.targets, self.findings)


def analyse_with_rules(
    text: Source | Document, rules: Sequence[str | PathLike[str]] = (), alarm_rate: float | None = None
) -> Analysis:
    """Analyse a document by the built-in rules and those in more files.

    Args:
        text: the document, or the source that it is parsed from.
        rules: more rule files or folders.
        alarm_rate: also find typos by the language model, with at most this many false positives in 10,000
            characters of clean text.

    Raises:
        RuleError: a rule file can't be used.
        ConfigError: numpy is missing, and an alarm rate is given.
    """
    from policytext.rulebook.packs import load_builtin_rules, load_faultless_rules

    book = load_faultless_rules([str(path) for path in rules]) if rules else load_builtin_rules()
    if alarm_rate is None:
        return Analysis(text, book)
    from policytext.linter.selection import require_packages, select_rules

    only = select_rules(book, (), (), alarm_rate)
    require_packages(only)
    return Analysis(text, book, AnalysisOptions(only, alarm_rate=alarm_rate))


#: The kinds of rows: the key of their records, and the result that they come from.
KINDS: Mapping[str, tuple[str, Callable[[Analysis], Sequence[Any]]]] = MappingProxyType({
    "sections": ("sections", lambda analysis: analysis.sections),
    "tables": ("tables", lambda analysis: analysis.document.tables),
    "references": ("references", lambda analysis: analysis.references),
    "indicators": ("indicators", lambda analysis: analysis.indicators),
    "measures": ("measures", lambda analysis: analysis.measures),
    "hits": ("hits", lambda analysis: analysis.hits),
    "passages": ("domains", lambda analysis: analysis.passages),
    "findings": ("findings", lambda analysis: analysis.findings),
    "statistics": ("stats", lambda analysis: (analysis.statistics,)),
})  # fmt: skip


def _parse(source: Source) -> Document:
    from policytext.outliner import parse

    return parse(source)
