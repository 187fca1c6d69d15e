"""The ignore file and the baseline of one lint run."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from policytext.cli import streams
from policytext.cli.setting_errors import Origin, make_suggestion_error
from policytext.cli.settings import Settings
from policytext.messages import say
from policytext.model.annotations import Finding
from policytext.model.document import Document
from policytext.text.display import format_path

if TYPE_CHECKING:
    from policytext.linter.suppressions import BaselineFile, IgnoreEntry

IGNORE_NAME = ".policytext-ignore.yaml"
DEFAULT_BASELINE = ".policytext-baseline.json"


class Suppressions:
    """The entries that suppress findings in a run, and which of them were not needed.

    Args:
        settings: hold the name of the baseline.
        update: whether a new baseline is written from the findings.
        dry: whether no file may be written, not even the baseline.

    Raises:
        RuleError, ConfigError: an ignore file or a baseline that can't be understood.
    """

    def __init__(self, settings: Settings, update: bool, *, dry: bool = False) -> None:
        self._lang = settings.lang
        self._entries: list[IgnoreEntry] = []
        self._used: set[int] = set()
        self._old: BaselineFile | None = None
        self._new: BaselineFile | None = None
        named = settings.text("baseline")
        path = _find_upwards(IGNORE_NAME)
        # Most runs have neither; they don't load the module that reads them.
        if path:
            self._entries = list(self._valid(path))
        if named or update:
            from policytext.linter import suppressions

            self._old = suppressions.BaselineFile.read(named) if named and not update else None
            self._new = suppressions.BaselineFile(named or DEFAULT_BASELINE) if update and not dry else None

    def _valid(self, path: str) -> Iterator["IgnoreEntry"]:
        """Yield the entries of an ignore file that have not expired; a note names the others."""
        from datetime import date

        from policytext.linter.suppressions import read_ignore_file

        today = date.today()
        for entry in read_ignore_file(path):
            if entry.is_expired(today):
                values = {"path": format_path(entry.file), "line": entry.line, "until": entry.until}
                streams.write_note(say("ignore-expired", self._lang, **values))
            else:
                yield entry

    def check_rules(self, known: Sequence[str], former: Mapping[str, str]) -> None:
        """Check the rules that the entries name; a former name becomes the present one.

        Args:
            known: the names of all rules.
            former: the present names of rules by all their names.

        Raises:
            ConfigError: an entry names no rule and no family.
        """
        names = [*known, *{name.partition("/")[0] for name in known}]
        for number, entry in enumerate(self._entries):
            rule = former.get(entry.rule, entry.rule)
            if rule not in names:
                place = Origin(entry.rule, entry.file, entry.line)
                raise make_suggestion_error("no-such-selection", entry.rule, names, place)
            self._entries[number] = entry._replace(rule=rule)

    @property
    def remembers(self) -> bool:
        """Whether the run collects something over all its texts."""
        return bool(self._entries or self._old or self._new)

    def unsuppressed(self, findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
        """Return the findings that neither the ignore file nor the baseline suppresses."""
        text, path = document.source.text, document.source.path
        kept = []
        for finding in findings:
            matching = [
                number for number, entry in enumerate(self._entries) if entry.covers(finding, text, path)
            ]
            self._used.update(matching)
            if not matching and not (self._old and self._old.contains(path, finding)):
                kept.append(finding)
        return tuple(kept)

    @property
    def updates(self) -> bool:
        """Whether findings go into a new baseline and are not shown."""
        return self._new is not None

    def record(self, findings: Iterable[Finding], path: str) -> None:
        """Add findings to the new baseline."""
        if self._new is not None:
            self._new.add(path, findings)

    def finish(self, quiet: bool) -> None:
        """Write the baseline, and report the entries that were not needed."""
        if self._new:
            with streams.open_output(self._new.path, str) as output:
                output.write(self._new.serialize())
            if not quiet:
                streams.write_note(
                    say(
                        "baseline-written",
                        self._lang,
                        path=format_path(self._new.path),
                        count=self._new.count,
                    )
                )
        if quiet:
            return
        if self._old and self._old.unused:
            streams.write_note(
                say("baseline-unused", self._lang, path=format_path(self._old.path), count=self._old.unused)
            )
        for number, entry in enumerate(self._entries):
            if number not in self._used:
                streams.write_note(
                    say("ignore-unused", self._lang, path=format_path(entry.file), line=entry.line)
                )


def _find_upwards(name: str) -> str | None:
    """Find the file of that name in the working folder or in the nearest folder above it."""
    with suppress(OSError):
        folder = os.getcwd()
        while True:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return os.path.relpath(path)
            above = os.path.dirname(folder)
            if above == folder:
                return None
            folder = above
    return None
