"""``policytext stats``: counts, words and shares, with one row for each file and a total."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from policytext.cli.run import run
from policytext.cli.setting_errors import make_choice_error
from policytext.cli.settings import Settings
from policytext.cli.task import Task
from policytext.errors import PolicytextError
from policytext.formats import FileResult, Part
from policytext.model.document import Document, Section, Source
from policytext.model.statistics import Reference, Statistics

REST = "rest"


def stats(settings: Settings) -> None:
    """Count characters, words, key terms, shares of domains, and targets."""
    searching = settings.text("term") is not None
    counting = _Counting(settings, searching=searching)
    titles = {domain.id: domain.title for domain in counting.book.domains}
    task = Task(
        "stats",
        counting.find_contexts if searching else counting.count,
        ("contexts",) if searching else ("stats",),
        titles,
        failed=counting.counter.failed,
        combine=counting.add_near_words if searching else counting.summarize,
        grouped=settings.text("by") is not None,
        reads_folder=True,
        parallel=not searching and counting.counter.parallel,
    )
    run(task, settings)


class _Counting:
    """One run: its options, and the counts so far."""

    def __init__(self, settings: Settings, *, searching: bool) -> None:
        from policytext.cli.text_counts import TextCounter
        from policytext.statistics import summaries, word_lists

        self.settings, self.plot = settings, settings.text("plot")
        self.counter = TextCounter(settings, contexts_only=searching)
        self.book, self.tokenizer = self.counter.book, self.counter.tokenizer
        self.counts_words = "words" in self.counter.kinds
        self.top = settings.number("top") or 0
        self.against = settings.text("against")
        self.sort = _read_column(settings)
        self.stop_words = word_lists.collect_stop_words(self.book) | _read_stop_words(settings)
        self.reference = self._read_reference() if self.counts_words else None
        self.totals = summaries.Totals()
        self._near: Counter[str] = Counter()
        self._words: Counter[str] = Counter()
        if self.plot:
            from policytext.statistics import plots

            plots.check_file_type(self.plot)

    def count(self, document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        """Count a document or one section."""
        return {"stats": (self.counter.count(document, scope),)}

    def summarize(self, results: Iterator[FileResult]) -> Iterator[FileResult]:
        """Yield each result with its key terms, then the groups of --by and the total."""
        waiting: list[FileResult] = []
        waits = bool(self.sort or self.against == REST or self.settings.text("by") or self.plot)
        for result in results:
            statistics = _get_statistics(result)
            if statistics is not None:
                self.totals.add(statistics)
            if waits:
                waiting.append(result)
            else:
                yield self._with_key_terms(result)
        groups = [*self._group(waiting)]
        shown = [self._with_key_terms(result, self._read_rest(result)) for result in waiting]
        yield from sorted(shown, key=self._sort_key) if self.sort else shown
        yield from groups
        total = None
        if self.totals.texts > 1 and not self.settings.switch("no-total"):
            result = _make_result("total", "total", self.totals.merged)
            total = self._with_key_terms(
                result, spread=self.totals.spread, changes=self.reference is not None
            )
            yield total
        if self.plot:
            from policytext.statistics import plots

            lang = self.settings.lang
            titles = {domain.id: domain.title if lang == "zh" else domain.id for domain in self.book.domains}
            plots.draw_plot(self.plot, groups or shown, total, titles, lang)

    def _with_key_terms(
        self,
        result: FileResult,
        reference: Reference | None = None,
        *,
        spread: Mapping[str, int] | None = None,
        changes: bool = False,
    ) -> FileResult:
        """Return a result with its frequent words and key terms in place of all its words.

        Args:
            result: The result.
            reference: What it is compared with: without one the files of --against, or the texts of its region.
            spread: The counts of the words in all texts, if a term must occur in them twice.
            changes: Whether to list the words that only one of the two has.
        """
        from policytext.statistics import word_lists
        from policytext.statistics.key_terms import add_key_terms

        statistics = _get_statistics(result)
        if statistics is None or statistics.words is None:
            return result
        reference = reference or self.reference or word_lists.load_reference(statistics.region)
        found = add_key_terms(
            statistics, reference, limit=self.top, stop_words=self.stop_words, spread=spread, changes=changes
        )
        return result._replace(parts={"stats": (found,)})

    def _read_rest(self, result: FileResult) -> Reference | None:
        """Return the words of all other texts for --against rest."""
        statistics = _get_statistics(result)
        return self.totals.count_words_of_others(statistics) if self.against == REST and statistics else None

    def _group(self, results: Sequence[FileResult]) -> Iterator[FileResult]:
        """Yield one result for each year, compared with the years before it; the first one has none to compare with."""
        from policytext.statistics import summaries

        if not self.settings.text("by"):
            return
        texts = (statistics for result in results if (statistics := _get_statistics(result)) is not None)
        for group, earlier in summaries.group_by_year(texts):
            result = _make_result(f"{group.year}" if group.year else "-", "group", group)
            reference = self._read_rest(result) if self.against else earlier
            yield self._with_key_terms(result, reference, changes=bool(reference or self.reference))

    def _sort_key(self, result: FileResult) -> tuple[bool, float, str]:
        from policytext.formats.fields import NO_SOURCE
        from policytext.formats.fields.stats import RECORD

        statistics = _get_statistics(result)
        cells = RECORD.named_cells(statistics, NO_SOURCE, "zh") if statistics else {}
        value = cells.get(self.sort or "")
        return value is None, -value if isinstance(value, (int, float)) else 0.0, result.path

    def find_contexts(self, document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        """Find the contexts of the term of --term."""
        from policytext.statistics import concordance, words
        from policytext.text.prepared import PreparedDocument

        prepared, term = PreparedDocument(document), self.settings.text("term") or ""
        found = tuple(concordance.find_contexts(prepared, term, *(scope.span if scope else ())))
        if self.counts_words:
            self._words.update(words.count_words(prepared.shadow, self.tokenizer))
            self._near.update(concordance.count_nearby_words(prepared, term, self.tokenizer) if found else ())
        return {"contexts": found}

    def add_near_words(self, results: Iterator[FileResult]) -> Iterator[FileResult]:
        """Yield the results, and at the end the words near the term in all texts together."""
        from policytext.statistics import summaries

        yield from results
        if self.counts_words:
            term = self.settings.text("term") or ""
            found = summaries.find_nearby_words(
                self._near, self._words, term=term, stop_words=self.stop_words, limit=self.top
            )
            yield _make_result("total", "total", None)._replace(parts={"collocates": found})

    def _read_reference(self) -> Reference | None:
        """Read the words of the files of --against."""
        from policytext.statistics import key_terms, summaries

        if self.against is None or self.against == REST:
            return None
        return key_terms.make_reference(summaries.count_words(self._texts_of(self.against), self.tokenizer))

    def _texts_of(self, path: str) -> Iterator[str]:
        from policytext import readers
        from policytext.readers.folders import expand_inputs

        for name in expand_inputs([path], exclude=self.settings.names("exclude")):
            if isinstance(name, PolicytextError):
                raise name
            yield readers.read(name).text


def _make_result(name: str, kind: Literal["group", "total"], statistics: Statistics | None) -> FileResult:
    """Make a result that stands for several files."""
    from policytext.outliner import parse

    parts: dict[str, Sequence[Part]] = {"stats": (statistics,)} if statistics else {}
    return FileResult(name, parse(Source(text="")), parts, kind=kind)


def _get_statistics(result: FileResult) -> Statistics | None:
    found = result.parts.get("stats", ())
    statistics = found[0] if found else None
    return statistics if isinstance(statistics, Statistics) else None


def _read_column(settings: Settings) -> str | None:
    from policytext.formats.fields.stats import RECORD

    name = settings.text("sort")
    columns = ("path", *[column.key for column in RECORD.columns])
    if name is not None and name not in columns:
        place = settings["sort"].place
        assert place is not None  # there is no default
        raise make_choice_error(name, columns, place)
    return name


def _read_stop_words(settings: Settings) -> frozenset[str]:
    """Read the stop words in the file of --stop-words, one in each line."""
    path = settings.text("stop-words")
    if path is None:
        return frozenset()
    from policytext import readers
    from policytext.text.shadow import fold

    return frozenset(line.strip() for line in fold(readers.read(path).text).splitlines() if line.strip())
