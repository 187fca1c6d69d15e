"""What every command does with its inputs: read each, answer, show, and say what was done.

One result is in memory at a time. An input that fails is reported at once and counted; the others go on.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

import typer

from policytext import formats
from policytext.cli import error_messages, inputs, jobs, streams
from policytext.cli.notes import describe_document
from policytext.cli.scope import count_parts, find_scope
from policytext.cli.settings import Settings
from policytext.cli.time_limits import TimeIsUp, within_limit
from policytext.errors import ConfigError, PolicytextError
from policytext.formats import FileResult, Part, RenderOptions
from policytext.messages import say
from policytext.model.document import Document, Section, Source
from policytext.text.display import escape_controls, escape_json, format_path

# Formats for people end with a line on standard error that says what was done; the others speak only of
# faults.
_FOR_PEOPLE = ("text", "tree", "full", "table", "markdown")
# Formats that a terminal can't show.
_BINARY = ("xlsx",)


class Task(NamedTuple):
    """A command.

    Args:
        name: as the user types it; ``done-NAME`` is the message that says what was done.
        answer: what it finds in a document, or in one section of it, by its key in the JSON.
        answers: these keys; a table has room for the first.
        domains: the titles of the service domains by their ids, for people.
        rules: the titles of the lint rules by their names.
        failed: how many things, rules for example, have already failed and been reported.
        alarms: whether the answer makes the exit code 1.
        revise: makes another document of one before it is analysed, as fixing does.
        facts: figures for the last line, counted while answering.
        sums: whether the parts of all answers are counted, and not only of the first.
        finish: makes of all results those that are shown, adding them up for example.
        grouped: whether tables show groups of inputs in place of each.
        here: whether the current folder is read where no input is named.
        apart: whether several processes can share the inputs, since nothing is remembered from one to the next.
        seen: called with each document that was analysed.
    """

    name: str
    answer: Callable[[Document, Section | None], Mapping[str, Sequence[Part]]]
    answers: Sequence[str] = ("sections",)
    domains: Mapping[str, str] = MappingProxyType({})
    rules: Mapping[str, str] = MappingProxyType({})
    failed: int = 0
    alarms: Callable[[Mapping[str, Sequence[Part]]], bool] | None = None
    revise: Callable[[Document, str], Document] | None = None
    facts: Mapping[str, object] = MappingProxyType({})
    sums: bool = False
    finish: Callable[[Iterator[FileResult]], Iterator[FileResult]] | None = None
    grouped: bool = False
    here: bool = False
    apart: bool = True
    seen: Callable[[Document], None] | None = None


def run(task: Task, settings: Settings) -> None:
    """Do `task` for every input, show the results, and leave with the exit code.

    Raises:
        typer.Exit: code 2 if anything failed, 1 if something was found that alarms.
    """
    failed, alarmed = 1, False
    try:
        one = _Run(task, settings)
        if jobs.is_worker():
            jobs.serve(one.answers)
            return
        failed = one.go()
        alarmed = one.alarmed
    except PolicytextError as fault:
        streams.report(fault, settings.lang)
    if failed or task.failed:
        raise typer.Exit(2)
    if alarmed:
        raise typer.Exit(1)


class _Run:
    """One run over all inputs, and what it has counted so far."""

    def __init__(self, task: Task, settings: Settings) -> None:
        self.task, self.settings = task, settings
        self.lang = settings.lang
        self.format = settings.format
        self.several = self.alarmed = False
        self.files = self.failed = self.failed_files = self.parts = 0

    def go(self) -> int:
        """Do the run; return how many inputs failed."""
        inputs.check(self.settings)
        self.several, names = inputs.gather(self.settings, here=self.task.here)
        if self.settings.switch("show-files"):
            self._list(names)
            return self.failed
        render = formats.load_format(self.format)
        if self.format in _BINARY and self.settings.at_terminal:
            raise ConfigError("needs-file", name=self.format)
        view = self._view()
        with streams.opened(self.settings.output, self._clean(view)) as output:
            results = self._results(names)
            shown = self.task.finish(results) if self.task.finish else results
            for piece in render(shown, view):
                output.write(piece)
        if self.format in _FOR_PEOPLE and not self.settings.switch("quiet"):
            streams.write_note(self._done())
        return self.failed

    def _clean(self, view: RenderOptions) -> streams.Clean:
        """What is done to the output: people get no control characters, programs get the data as it is."""
        exact = self.format in formats.EXACT or (self.task.name == "text" and self.format == "text")
        if exact and not view.terminal:
            return str
        if self.format in formats.JSON:
            return escape_json
        return partial(escape_controls, colors=view.color and self.format in formats.PAINTED)

    def _view(self) -> RenderOptions:
        looking = self.settings.at_terminal
        color = streams.wants_color(self.settings.text("color") or "auto", os.environ, looking)
        return RenderOptions(
            command=self.task.name,
            answers=self.task.answers,
            domains=self.task.domains,
            rules=self.task.rules,
            why=self.settings.switch("why"),
            unsafe=self.settings.switch("unsafe-fixes"),
            spreadsheet=self.settings.switch("spreadsheet"),
            grouped=self.task.grouped,
            map=self.settings.switch("map"),
            lang=self.lang,
            several=self.several,
            line_numbers=self.settings.switch("line-numbers"),
            terminal=looking,
            color=color,
            width=streams.width() if looking else None,
        )

    def _results(self, names: Iterator[str | PolicytextError]) -> Iterator[FileResult]:
        progress = streams.Progress(self.several and not self.settings.switch("quiet"))
        for name, results in self._answered(self._spared(names)):
            path = name if isinstance(name, str) else name.path
            progress.show(lambda: say("progress", self.lang, files=self.files, path=format_path(path)))  # noqa: B023
            for result in results:
                self.files += 1
                progress.clear()
                if result.error:
                    self.failed += 1
                    self.failed_files += 1
                    streams.report(result.error, self.lang)
                else:
                    self._notes(result)
                yield result

    def _spared(self, names: Iterator[str | PolicytextError]) -> Iterator[str | PolicytextError]:
        for name in names:
            if isinstance(name, str):
                inputs.spare(name, self.settings.output)
            yield name

    def _answered(
        self, names: Iterator[str | PolicytextError]
    ) -> Iterator[tuple[str | PolicytextError, Iterable[FileResult]]]:
        """Each input with its results; several at a time where --jobs says so and nothing hinders it."""
        count = self.settings.number("jobs") or 1
        if count > 1 and self.several and self.task.apart and self.settings.names("files") != (inputs.STDIN,):
            yield from jobs.answer_all(names, count)
        else:
            for name in names:
                yield name, self.answers(name)

    def answers(self, name: str | PolicytextError) -> Iterator[FileResult]:
        """What one input gives, each of its documents within the time limit."""
        yield from within_limit(self._unlimited(name), self.settings.number("time-limit") or 1, str(name))

    def _unlimited(self, name: str | PolicytextError) -> Iterator[FileResult]:
        for path, source in self._sources(name):
            if isinstance(source, PolicytextError):
                yield FileResult(path=path, error=source)
            else:
                yield self._result(path, source, str(name))

    def _sources(self, name: str | PolicytextError) -> Iterator[tuple[str, Source | PolicytextError]]:
        """The texts of one input by the names that results go by, and faults in the place of those that can't be read."""
        if isinstance(name, PolicytextError):
            yield name.path, name
            return
        try:
            for source in inputs.sources(name, self.settings):
                own = name == inputs.STDIN or isinstance(source, PolicytextError) or source.medium == "table"
                yield source.path if own else name, source
        except PolicytextError as fault:
            yield fault.path if name == inputs.STDIN else name, fault
        except Exception as error:  # a file that breaks a reader must not stop the others
            yield name, error_messages.of_input(error, name)

    def _result(self, path: str, source: Source, name: str) -> FileResult:
        from policytext import outliner

        try:
            document = outliner.parse(source)
            if self.task.revise:
                document = self.task.revise(document, name)
            scope = find_scope(document, self.settings.text("in"))
            return FileResult(path=path, document=document, parts=self.task.answer(document, scope))
        except TimeIsUp as over:
            return FileResult(path=path, error=over.fault(path))
        except Exception as error:  # a text that breaks an analyser must not stop the others
            return FileResult(path=path, error=error_messages.of_input(error, path))

    def _notes(self, result: FileResult) -> None:
        """What a person should know of a text that could be read."""
        document = result.document
        if document is None:
            return
        if self.task.seen:
            self.task.seen(document)
        if self.task.alarms and self.task.alarms(result.parts):
            self.alarmed = True
        if self.format in _FOR_PEOPLE:
            asked = self.task.answers if self.task.sums else self.task.answers[:1]
            self.parts += sum(count_parts(result.parts.get(key, ())) for key in asked)
        path = result.name
        if self.settings.switch("verbose"):
            streams.write_note(f"{path}: {describe_document(document, self.lang)}")
            if document.source.dropped:
                streams.write_note(f"{path}: {say('dropped', self.lang, count=document.source.dropped)}")
        if self.settings.switch("quiet"):
            return
        if not document.source.text:
            streams.write_note(f"{path}: {say('empty-file', self.lang)}")
        elif (
            self.task.alarms is None
            and self.format in _FOR_PEOPLE
            and not any(map(result.parts.get, self.task.answers if self.task.sums else self.task.answers[:1]))
        ):
            streams.write_note(f"{path}: {say(f'nothing-{self.task.name}', self.lang)}")

    def _done(self) -> str:
        values = {"files": self.files - self.failed_files, "parts": self.parts, **self.task.facts}
        done = say(f"done-{self.task.name}", self.lang, **values)
        if self.failed_files:
            done += say("done-failed", self.lang, count=self.failed_files)
        return done

    def _list(self, names: Iterator[str | PolicytextError]) -> None:
        """The inputs that would be read, one a line."""
        with streams.opened(self.settings.output, escape_controls) as output:
            for name in names:
                if isinstance(name, PolicytextError):
                    self.failed += 1
                    streams.report(name, self.lang)
                else:
                    output.write(f"{format_path(name)}\n")
