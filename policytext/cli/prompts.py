"""Prompts at a terminal: the user accepts or refuses each fix."""

import sys
from collections.abc import Sequence

from policytext.cli import streams
from policytext.errors import ConfigError
from policytext.formats import RenderOptions
from policytext.formats.lines.findings import format_message
from policytext.messages import Lang, say
from policytext.model.annotations import Finding
from policytext.model.document import Document
from policytext.text.display import format_path, join_lines

_AROUND = 24  # characters shown on each side


class FixPrompt:
    """The prompts of one run and their answers; each finding is shown once.

    Args:
        lang: the language of the prompts.

    Raises:
        ConfigError: standard input is not a terminal.
    """

    def __init__(self, lang: Lang) -> None:
        if sys.stdin is None or not sys.stdin.isatty():
            raise ConfigError("no-terminal")
        self._lang = lang
        self._answers: dict[str, bool] = {}
        self._rest: bool | None = None

    def chosen(self, findings: Sequence[Finding], document: Document) -> tuple[Finding, ...]:
        """Return the findings whose fixes the user accepts."""
        return tuple(
            finding for finding in findings if finding.fix is not None and self._accepts(finding, document)
        )

    def without_refused(self, findings: Sequence[Finding], document: Document) -> tuple[Finding, ...]:
        """Return all findings, without the fixes that the user refuses."""
        return tuple(
            finding if finding.fix is None or self._accepts(finding, document) else finding._replace(fix=None)
            for finding in findings
        )

    def _accepts(self, finding: Finding, document: Document) -> bool:
        key = f"{document.source.path}\0{finding.fingerprint}"
        if key not in self._answers:
            self._answers[key] = self._rest if self._rest is not None else self._ask(finding, document)
        return self._answers[key]

    def _ask(self, finding: Finding, document: Document) -> bool:
        text = document.source.text
        line, column = document.source.position(finding.span[0])
        assert finding.fix is not None
        (start, end), words = finding.fix.edits[0]
        before = join_lines(text[max(start - _AROUND, 0) : start])
        after = join_lines(text[end : end + _AROUND])
        view = RenderOptions(command="lint", lang=self._lang)
        streams.write_note(
            f"{format_path(document.source.path)}:{line}:{column}: {finding.rule} {format_message(finding, view)}"
        )
        streams.write_note(f"  {before}<<{join_lines(text[start:end])}=>{join_lines(words)}>>{after}")
        while True:
            streams.write_note(say("ask-fix", self._lang))
            answer = sys.stdin.readline()
            first = answer.strip().lower()[:1]
            if not answer or first == "q":
                self._rest = False
                return False
            if first == "a":
                self._rest = True
                return True
            if first in ("y", "n"):
                return first == "y"
