"""The analysis of one document: each answer is computed once, when it is first needed.

Takes a document and the rules, gives what the analysers find in it. The public API, the commands and the corpus all
use it; the analysers stay plain functions, and nothing is imported before its answer is needed.

>>> from policytext.model.document import Source
>>> from policytext.rulebook.packs import load_rules
>>> analysis = Analysis(Source(text="一、目标\\n到2030年，入户率达到80%。"), load_rules()[0])
>>> [(indicator.name, str(indicator.value)) for indicator in analysis.indicators], analysis.statistics.sentences
([('入户率', '80')], 2)
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
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
    from policytext.model.annotations import Finding, Indicator, Measure, Passage
    from policytext.model.statistics import Statistics
    from policytext.tokenizer import Tokenizer

_DEFAULT = AnalysisOptions()
_Found = TypeVar("_Found")


class Analysis:
    """One document and what the analysers find in it.

    Args:
        text: the document, or the source that it is parsed from.
        book: the rules.
        options: what else the answers depend on.
        tokenizer: cuts words; without it one is made for the rules and shared.
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
        """The document with what several analysers need of it; a hard-wrapped one without its wraps."""
        joined = self.document.joined
        return PreparedDocument(joined.document if joined else self.document, self.options.alarm_rate)

    def _to_original(self, found: _Found) -> _Found:
        """Return what was found in a text without its wraps with the offsets of the original."""
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
    def passages(self) -> "tuple[Passage, ...]":
        """Each sentence with its domain and the terms that decide it."""
        return self._to_original(self._passages)

    @cached_property
    def _passages(self) -> "tuple[Passage, ...]":
        """The same, of the prepared document."""
        from policytext.classifier.passages import classify_passages

        return classify_passages(self.prepared, self.book)

    @cached_property
    def targets(self) -> "Targets":
        """The quantified statements and the commitments."""
        from policytext.extractor import extract_targets

        return self._to_original(extract_targets(self.prepared, self.book, self._passages))

    @property
    def indicators(self) -> "tuple[Indicator, ...]":
        """The quantified statements."""
        return self.targets.indicators

    @property
    def measures(self) -> "tuple[Measure, ...]":
        """The commitments in words."""
        return self.targets.measures

    @cached_property
    def findings(self) -> "tuple[Finding, ...]":
        """What is probably wrong, by the rules and the confidence of the options."""
        from policytext.linter.engine import find_findings

        found = self._to_original(
            find_findings(self.prepared, self.book, self.options.only, self.options.profile)
        )
        least = self.options.min_confidence
        return tuple([finding for finding in found if finding.confidence >= least]) if least else found

    @cached_property
    def counts(self) -> "Statistics":
        """What the options count, with the frequency of every word; several of these can be merged."""
        from policytext.statistics import counts

        counted, found = self.options.counted, counts.count_document(self.prepared)
        if self.document.joined:
            whole = counts.count_document(PreparedDocument(self.document))
            found = found._replace(characters=whole.characters, lines=whole.lines)
        if "words" in counted:
            found = counts.add_words(found, self.prepared, self._tokenizer or shared_tokenizer(self.book))
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
        """The counts with the most frequent words and the key terms in place of all words."""
        from policytext.statistics import word_lists
        from policytext.statistics.key_terms import add_key_terms

        stop_words = _stop_words(self.book)
        return add_key_terms(
            self.counts, word_lists.load_reference_counts(), limit=self.options.top, stop_words=stop_words
        )

    @cached_property
    def _enabled_findings(self) -> "tuple[Finding, ...]":
        """The findings of all enabled rules: figures of different runs can be compared only if they count the same."""
        options = self.options
        if options.only is None and options.profile is None and not options.min_confidence:
            return self.findings
        from policytext.linter.engine import find_findings

        return self._to_original(find_findings(self.prepared, self.book))

    def rows(self, kind: str, *, lang: "Lang" = "zh") -> list[dict[str, Any]]:
        """One kind of answer as rows that `pandas.DataFrame` and `polars.DataFrame` take, keyed as in JSON Lines.

        Args:
            kind: of `KINDS`.
            lang: the language of messages.

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
        """The summary that a notebook shows."""
        from policytext.notebook import format_summary

        return format_summary(self.document, self.sections, self.targets, self.findings)


def analyse_with_rules(
    text: Source | Document, rules: Sequence[str | PathLike[str]] = (), alarm_rate: float | None = None
) -> Analysis:
    """An analysis by the built-in rules and those in more files.

    Args:
        text: the document, or the source that it is parsed from.
        rules: more rule files or folders.
        alarm_rate: also find typos by the language model, with at most this many false positives.

    Raises:
        RuleError: a rule file can't be used.
        ConfigError: the language model needs a package that is missing.
    """
    book = _load_rules(tuple(str(path) for path in rules))
    if alarm_rate is None:
        return Analysis(text, book)
    from policytext.linter.selection import require_packages, select_rules

    only = select_rules(book, (), (), alarm_rate)
    require_packages(only)
    return Analysis(text, book, AnalysisOptions(only, alarm_rate=alarm_rate))


def _load_rules(paths: tuple[str, ...]) -> Rulebook:
    """The rules; the built-in ones are loaded once, the user's files may change between calls."""
    from policytext.rulebook.packs import load_rules

    if not paths:
        return _load_builtin_rules()
    book, faults = load_rules(paths)
    if faults:
        raise faults[0]
    return book


@lru_cache(maxsize=1)
def _load_builtin_rules() -> Rulebook:
    from policytext.rulebook.packs import load_rules

    book, faults = load_rules()
    if faults:
        raise faults[0]
    return book


#: The kinds of rows: the key of their records, and the answer that they come from.
KINDS: Mapping[str, tuple[str, Callable[[Analysis], Sequence[Any]]]] = MappingProxyType({
    "sections": ("sections", lambda analysis: analysis.sections),
    "tables": ("tables", lambda analysis: analysis.document.tables),
    "indicators": ("indicators", lambda analysis: analysis.indicators),
    "measures": ("measures", lambda analysis: analysis.measures),
    "passages": ("domains", lambda analysis: analysis.passages),
    "findings": ("findings", lambda analysis: analysis.findings),
    "statistics": ("stats", lambda analysis: (analysis.statistics,)),
})  # fmt: skip


def _parse(source: Source) -> Document:
    from policytext.outliner import parse

    return parse(source)


@lru_cache(maxsize=4)
def shared_tokenizer(book: Rulebook) -> "Tokenizer":
    """The tokenizer for the words of some rules."""
    from policytext.statistics.word_lists import collect_vocabulary
    from policytext.tokenizer import Tokenizer

    return Tokenizer(collect_vocabulary(book))


@lru_cache(maxsize=4)
def _stop_words(book: Rulebook) -> frozenset[str]:
    from policytext.statistics.word_lists import collect_stop_words

    return collect_stop_words(book)
