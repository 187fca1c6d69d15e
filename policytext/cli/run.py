"""Run a command over its inputs: each is analysed and shown, and a closing message gives the counts.

One result is in memory at a time. An input that fails is reported at once and counted; the others go on.
"""

import os
from collections.abc import Iterable, Iterator
from functools import partial

from policytext import formats
from policytext.cli import inputs, jobs, streams
from policytext.cli.answers import answer_input
from policytext.cli.exits import Exit
from policytext.cli.notes import describe_document, describe_reading, format_unread, report_unread
from policytext.cli.scope import count_parts
from policytext.cli.settings import Settings
from policytext.cli.task import Task
from policytext.errors import ConfigError, PolicytextError
from policytext.formats import FileResult, RenderOptions
from policytext.messages import say
from policytext.text.display import escape_controls, escape_json, format_path

# Formats for people end with a closing message on standard error; with the others only errors are reported.
_FOR_PEOPLE = ("text", "tree", "full", "table", "markdown")
# Formats that a terminal can't show.
_BINARY = ("xlsx",)

Input = str | PolicytextError


def run(task: Task, settings: Settings) -> None:
    """Do `task` for every input, show the results, and leave with the exit code.

    Raises:
        Exit: code 2 if anything failed, 1 if an answer is a failure by the task's own measure.
    """
    failed, is_failure = 1, False
    try:
        if jobs.is_worker():
            jobs.serve(partial(answer_input, task=task, settings=settings))
            return
        command_run = _Run(task, settings)
        failed = command_run.execute()
        is_failure = command_run.is_failure
    except PolicytextError as error:
        streams.report(error, settings.lang)
    if failed or task.failed:
        raise Exit(2)
    if is_failure:
        raise Exit(1)


class _Run:
    """One run over all inputs, and its counts so far."""

    def __init__(self, task: Task, settings: Settings) -> None:
        self.task, self.settings = task, settings
        self.lang, self.format = settings.lang, settings.format
        self.quiet = settings.switch("quiet")
        self.several = self.is_failure = False
        self.files = self.failed = self.failed_files = self.records = 0

    def execute(self) -> int:
        """Do the run; return how many inputs failed."""
        inputs.check_encoding(self.settings)
        from policytext.readers.folders import UnreadFiles

        listing = self.settings.switch("show-files")
        self.unread = UnreadFiles(partial(report_unread, lang=self.lang) if listing else None)
        self.several, names = inputs.find_inputs(
            self.settings, self.unread, reads_folder=self.task.reads_folder
        )
        if self.settings.switch("show-files"):
            self._list(names)
            return self.failed
        render = formats.load_format(self.format)
        if self.format in _BINARY and self.settings.at_terminal:
            raise ConfigError("needs-file", name=self.format)
        options = self._choose_options()
        with streams.open_output(self.settings.output, self._choose_escaping(options)) as output:
            results = self._answer(names)
            for piece in render(self.task.combine(results) if self.task.combine else results, options):
                output.write(piece)
        if self.quiet:
            return self.failed
        if self.format in _FOR_PEOPLE:
            streams.write_note(self._format_closing_message())
        elif self.unread.total:
            streams.write_note(format_unread("unread", self.unread, self.lang))
        return self.failed

    def _choose_escaping(self, options: RenderOptions) -> streams.Clean:
        """Return how output is escaped: people get visible control characters, programs the exact data."""
        exact = self.format in formats.EXACT or (self.task.name == "text" and self.format == "text")
        if exact and not options.terminal:
            return str
        if self.format in formats.JSON:
            return escape_json
        return partial(escape_controls, colors=options.color and self.format in formats.PAINTED)

    def _choose_options(self) -> RenderOptions:
        terminal = self.settings.at_terminal
        return RenderOptions(
            command=self.task.name,
            answers=self.task.answers,
            domains=self.task.domains,
            rules=self.task.rules,
            record_types=self.task.record_types,
            why=self.settings.switch("why") or self.settings.switch("explain"),
            summary=self.settings.switch("summary"),
            unsafe=self.settings.switch("unsafe-fixes"),
            spreadsheet=self.settings.switch("spreadsheet"),
            grouped=self.task.grouped,
            map=self.settings.switch("map"),
            lang=self.lang,
            several=self.several,
            line_numbers=self.settings.switch("line-numbers"),
            terminal=terminal,
            color=streams.wants_color(self.settings.text("color") or "auto", os.environ, terminal),
            width=streams.measure_width() if terminal else None,
        )

    def _answer(self, names: Iterator[Input]) -> Iterator[FileResult]:
        """Return the results of all inputs; each is counted, and its errors and notes are reported."""
        progress = streams.Progress(self.several and not self.quiet)
        for name, results in self._answer_inputs(self._refuse_output(names)):
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
                    self._count(result)
                    self._report(result)
                yield result

    def _refuse_output(self, names: Iterator[Input]) -> Iterator[Input]:
        for name in names:
            if isinstance(name, str):
                inputs.refuse_input_as_output(name, self.settings.output)
            yield name

    def _answer_inputs(self, names: Iterator[Input]) -> Iterator[tuple[Input, Iterable[FileResult]]]:
        """Return each input with its results, from several processes if --jobs is given and the task allows it."""
        count = self.settings.number("jobs") or 1
        from_stdin = self.settings.names("files") == (inputs.STDIN,)
        if count > 1 and self.several and self.task.parallel and not from_stdin:
            yield from jobs.answer_all(names, count)
        else:
            for name in names:
                yield name, answer_input(name, self.task, self.settings)

    def _count(self, result: FileResult) -> None:
        if result.document is None:
            return
        if self.task.observe:
            self.task.observe(result.document)
        if self.task.is_failure and self.task.is_failure(result.parts):
            self.is_failure = True
        if self.format in _FOR_PEOPLE:
            self.records += sum(count_parts(result.parts.get(key, ())) for key in self.task.counted)

    def _report(self, result: FileResult) -> None:
        """Write notes about a document: its facts with --verbose, and that it is empty or has no records."""
        document, path = result.document, result.name
        if document is None:
            return
        if self.settings.switch("verbose"):
            streams.write_note(f"{path}: {describe_document(document, self.lang)}")
        for note in describe_reading(document.source, self.lang, self.settings.switch("verbose"), self.quiet):
            streams.write_note(f"{path}: {note}")
        if self.quiet:
            return
        if not document.source.text:
            streams.write_note(f"{path}: {say('empty-file', self.lang)}")
        elif (
            self.task.is_failure is None
            and self.format in _FOR_PEOPLE
            and not any(map(result.parts.get, self.task.counted))
        ):
            streams.write_note(f"{path}: {say(f'nothing-{self.task.name}', self.lang)}")

    def _format_closing_message(self) -> str:
        values = {"files": self.files - self.failed_files, "parts": self.records, **self.task.facts}
        message = say(f"done-{self.task.name}", self.lang, **values)
        if self.failed_files:
            message += say("done-failed", self.lang, count=self.failed_files)
        if self.unread.total:
            message += format_unread("done-unread", self.unread, self.lang)
        return message

    def _list(self, names: Iterator[Input]) -> None:
        """Write the inputs that would be read, one a line."""
        with streams.open_output(self.settings.output, escape_controls) as output:
            for name in names:
                if isinstance(name, PolicytextError):
                    self.failed += 1
                    streams.report(name, self.lang)
                else:
                    output.write(f"{format_path(name)}\n")
        if self.unread.total and not self.quiet:
            streams.write_note(format_unread("unread", self.unread, self.lang))
