"""Workflow commands, which GitHub shows beside the lines of a pull request; the most severe first."""

from collections.abc import Iterable, Iterator

from policytext.formats import FileResult, RenderOptions
from policytext.formats.lines.findings import format_message
from policytext.model.annotations import Finding
from policytext.text.display import replace_controls

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_ORDER = ("error", "warning", "info")


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Write each file's commands as one piece."""
    for result in results:
        if result.document is None:
            continue
        findings = result.select("findings", Finding)
        findings.sort(key=lambda finding: _ORDER.index(finding.severity))
        place = result.document.source.position
        lines = []
        for finding in findings:
            (line, column), (end_line, end_column) = place(finding.span[0]), place(finding.span[1])
            values = {"file": result.path, "line": line, "endLine": end_line, "title": finding.rule}
            if line == end_line:
                values |= {"col": column, "endColumn": end_column}
            written = ",".join(f"{key}={_escape_property(str(value))}" for key, value in values.items())
            lines.append(
                f"::{_COMMANDS[finding.severity]} {written}::{_escape_data(format_message(finding, options))}\n"
            )
        if lines:
            yield "".join(lines)


def _escape_data(words: str) -> str:
    """Escape the message of a command.

    >>> _escape_data("100%\\n")
    '100%25%0A'
    """
    words = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return replace_controls(words)  # GitHub has an escape for line breaks only


def _escape_property(words: str) -> str:
    return _escape_data(words).replace(":", "%3A").replace(",", "%2C")
