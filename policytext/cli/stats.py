"""``policytext stats``: what texts are made of, one row a file and a total."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

from typer import Option

from policytext.cli import rule_packs
from policytext.cli.options import Common, command, settle
from policytext.cli.run import Task, run
from policytext.cli.setting_errors import choice_error
from policytext.cli.settings import Settings
from policytext.formats import Part, Result
from policytext.model.document import Document, Section, Source
from policytext.model.statistics import Statistics
from policytext.rulebook.rulebook import Rulebook

FORMATS = ("text", "table", "markdown", "json", "jsonl", "csv", "tsv")
KINDS = ("counts", "words", "domains", "targets", "findings")
REST = "rest"
#: Texts from which on a word must stand in two of them to stand out in all.
_MANY = 5


@command
def stats(
    common: Common,
    only: Annotated[str | None, Option(metavar="KIND,…", help="help-only")] = None,
    top: Annotated[str | None, Option(metavar="N", help="help-top")] = None,
    term: Annotated[str | None, Option(metavar="WORD", help="help-term")] = None,
    against: Annotated[str | None, Option(metavar="rest|PATH", help="help-against")] = None,
    by: Annotated[str | None, Option(metavar="year", help="help-by")] = None,
    sort: Annotated[str | None, Option(metavar="COLUMN", help="help-sort")] = None,
    no_total: Annotated[bool, Option("--no-total", help="help-no-total", show_default=False)] = False,
    stop_words: Annotated[str | None, Option(metavar="FILE", help="help-stop-words")] = None,
    plot: Annotated[str | None, Option(metavar="FILE", help="help-plot")] = None,
) -> None:
    """Counts, words, what stands out, shares of domains and targets."""
    settings = settle(
        common, only=only, top=top, term=term, against=against, by=by, sort=sort, no_total=no_total, stop_words=stop_words
    )  # fmt: skip
    book, failed = rule_packs.load_reporting_faults(settings)
    titles = {domain.id: domain.title for domain in book.domains}
    counting = _Counting(settings, book, plot)
    searching = settings.text("term") is not None
    task = Task(
        "stats",
        FORMATS,
        counting.places if searching else counting.answer,
        ("contexts",) if searching else ("stats",),
        titles,
        failed=failed,
        terminal="table",
        finish=counting.near if searching else counting.finish,
        grouped=settings.text("by") is not None,
        here=True,
        apart=not searching,
    )
    run(task, common, settings)


class _Counting:
    """One run: what is counted, and what has been counted so far."""

    def __init__(self, settings: Settings, book: Rulebook, plot: str | None) -> None:
        from policytext.statistics import word_lists
        from policytext.tokenizer import Tokenizer

        self.settings, self.book, self.plot = settings, book, plot
        self.kinds = _kinds(settings)
        wanted = rule_packs.chosen_domains(settings, [domain.id for domain in book.domains])
        self.domains = [one.id for one in book.domains if not wanted or one.id in wanted]
        self.top = settings.number("top") or 0
        self.against = settings.text("against")
        self.sort = _column(settings)
        self.stop = word_lists.stop_words(book) | _more(settings)
        self.cutter = Tokenizer(word_lists.vocabulary(book) if "words" in self.kinds else ())
        self.reference = self._reference() if "words" in self.kinds else {}
        self.in_files: Counter[str] = Counter()
        self._near: Counter[str] = Counter()
        if plot:
            from policytext.statistics import plots

            plots.check_file_type(plot)

    def answer(self, document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        """The counts of a document, or of one section as if it were one."""
        from policytext.statistics import counts
        from policytext.text.prepared import PreparedDocument

        if scope:
            from policytext.outliner import parse

            document = parse(Source(text=document.source.text[slice(*scope.span)]))
        prepared = PreparedDocument(document)
        found = counts.count_document(prepared)
        if "words" in self.kinds:
            found = counts.add_words(found, prepared, self.cutter)
        if "domains" in self.kinds or "targets" in self.kinds:
            from policytext.classifier.passages import classify_passages

            passages = classify_passages(prepared, self.book)
            if "domains" in self.kinds:
                found = counts.add_domains(found, passages, self.domains)
            if "targets" in self.kinds:
                from policytext.extractor import extract_targets

                found = counts.add_targets(found, *extract_targets(prepared, self.book, passages))
        if "findings" in self.kinds:
            from policytext.linter.engine import find_findings

            found = counts.add_findings(found, find_findings(prepared, self.book))
        return {"stats": (found,)}

    def finish(self, results: Iterator[Result]) -> Iterator[Result]:
        """Each result with what stands out in it, groups if they were asked for, and the total."""
        from policytext.statistics import counts

        whole, files = Statistics(files=0), 0
        waiting: list[Result] = []
        gathers = bool(self.sort or self.against == REST or self.settings.text("by") or self.plot)
        for result in results:
            one = _stats_of(result)
            if one is not None:
                whole, files = counts.merge((whole, one)), files + 1
                self.in_files.update(one.words or ())
            if gathers:
                # The text itself is not needed any more.
                waiting.append(result)
            else:
                yield self._shown(result, self.reference)
        groups = [*self._years(waiting)]
        shown = [self._shown(one, self._rest(whole, _stats_of(one))) for one in waiting]
        yield from sorted(shown, key=self._key) if self.sort else shown
        yield from groups
        total = None
        if files > 1 and not self.settings.switch("no-total"):
            total = self._shown(_result("total", "total", whole), self.reference, several=files >= _MANY)
            yield total
        if self.plot:
            from policytext.statistics import plots

            plots.draw_plot(
                self.plot, groups or shown, total, {one.id: one.title for one in self.book.domains}
            )

    def _shown(self, result: Result, reference: Mapping[str, int], *, several: bool = False) -> Result:
        """A result with its telling words in place of all its words."""
        from policytext.statistics.key_terms import with_key_terms

        one = _stats_of(result)
        if one is None:
            return result
        found = with_key_terms(
            one,
            reference,
            many=self.top,
            out=self.stop,
            spread=self.in_files if several else None,
            changes=self.against is not None and result.kind != "file",
        )
        return result._replace(parts={"stats": (found,)})

    def _rest(self, whole: Statistics, one: Statistics | None) -> Mapping[str, int]:
        """What a text is compared with: the other texts, or what was settled."""
        if self.against != REST or one is None or one.words is None or whole.words is None:
            return self.reference
        return {word: count - one.words.get(word, 0) for word, count in whole.words.items()}

    def _years(self, results: Sequence[Result]) -> Iterator[Result]:
        """The results added up by year, each compared with the years before it, new and vanished words told."""
        from policytext.statistics import counts

        if not self.settings.text("by"):
            return
        years: dict[int | None, list[Statistics]] = {}
        for result in results:
            one = _stats_of(result)
            if one is not None:
                years.setdefault(one.year, []).append(one)
        earlier: Counter[str] = Counter()
        against, self.against = self.against, self.against or REST
        for year in sorted(years, key=lambda year: year or 0):
            one = counts.merge(years[year])._replace(year=year)
            name = f"{year}" if year else "-"
            yield self._shown(_result(name, "group", one), earlier or self.reference)
            earlier.update(one.words or {})
        self.against = against

    def _key(self, result: Result) -> tuple[bool, float, str]:
        from policytext.formats.records.stats import cells

        one = _stats_of(result)
        value = cells(one)[self.sort] if one and self.sort and self.sort != "path" else None
        return value is None, -value if isinstance(value, (int, float)) else 0.0, result.path

    def places(self, document: Document, scope: Section | None) -> Mapping[str, Sequence[Part]]:
        """Each place of the term that was asked for."""
        from policytext.statistics import concordance
        from policytext.text.prepared import PreparedDocument

        prepared, term = PreparedDocument(document), self.settings.text("term") or ""
        found = tuple(concordance.find_contexts(prepared, term, *(scope.span if scope else ())))
        if "words" in self.kinds:
            self.in_files.update(self.cutter.counted(prepared.shadow))
            self._near.update(concordance.count_near(prepared, term, self.cutter) if found else ())
        return {"contexts": found}

    def near(self, results: Iterator[Result]) -> Iterator[Result]:
        """The places, and at last the words that stand near the term in all texts together."""
        from policytext.statistics import keyness
        from policytext.statistics.key_terms import is_content_word

        yield from results
        found = [
            one
            for one in keyness.find_collocates(self._near, self.in_files)
            if is_content_word(one.term, self.stop) and one.term != self.settings.text("term")
        ]
        if "words" in self.kinds:
            yield _result("total", "total", None)._replace(parts={"collocates": tuple(found[: self.top])})

    def _reference(self) -> Mapping[str, int]:
        """What the words are compared with: a folder that was named, or the built-in profile."""
        from policytext.statistics import word_lists

        if self.against is None or self.against == REST:
            return word_lists.reference()
        from policytext import readers
        from policytext.errors import PolicytextError
        from policytext.readers.folders import expand_inputs
        from policytext.text.shadow import fold

        words: Counter[str] = Counter()
        for name in expand_inputs([self.against], exclude=self.settings.names("exclude")):
            if isinstance(name, PolicytextError):
                raise name
            words.update(self.cutter.counted(fold(readers.read(name).text)))
        return words


def _result(name: str, kind: str, one: Statistics | None) -> Result:
    """A result that is no file."""
    from policytext.outliner import parse

    parts: dict[str, Sequence[Part]] = {"stats": (one,)} if one else {}
    return Result(name, parse(Source(text="")), parts, kind=kind)  # type: ignore[arg-type]


def _stats_of(result: Result) -> Statistics | None:
    found = result.parts.get("stats", ())
    one = found[0] if found else None
    return one if isinstance(one, Statistics) else None


def _kinds(settings: Settings) -> tuple[str, ...]:
    given = settings.names("only")
    for name in given:
        if name not in KINDS:
            raise _wrong(settings, "only", name, KINDS)
    return given or KINDS


def _column(settings: Settings) -> str | None:
    from policytext.formats.records.stats import COLUMNS

    name = settings.text("sort")
    if name is not None and name not in ("path", *COLUMNS):
        raise _wrong(settings, "sort", name, ("path", *COLUMNS))
    return name


def _wrong(settings: Settings, setting: str, name: str, known: Sequence[str]) -> Exception:
    place = settings[setting].place
    assert place is not None
    return choice_error(name, known, place)


def _more(settings: Settings) -> frozenset[str]:
    """The stop words of a file, one a line, folded."""
    path = settings.text("stop-words")
    if path is None:
        return frozenset()
    from policytext import readers
    from policytext.text.shadow import fold

    return frozenset(line.strip() for line in fold(readers.read(path).text).splitlines() if line.strip())
