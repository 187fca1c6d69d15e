"""Workflow commands, which GitHub shows beside the lines of a pull request; the gravest first."""

from collections.abc import Iterable, Iterator

from policytext.formats import FileResult, RenderOptions
from policytext.formats.lines.findings import format_message
from policytext.model.annotations import Finding
from policytext.text.display import replace_controls

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_ORDER = ("error", "warning", "info")


def render(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """Each file's commands as one piece."""
    for result in results:
        if result.document is None:
            continue
        found = [one for one in result.parts.get("findings", ()) if isinstance(one, Finding)]
        found.sort(key=lambda one: _ORDER.index(one.severity))
        place = result.document.source.position
        lines = []
        for one in found:
            (line, column), (end_line, end_column) = place(one.span[0]), place(one.span[1])
            values = {"file": result.path, "line": line, "endLine": end_line, "title": one.rule}
            if line == end_line:
                values |= {"col": column, "endColumn": end_column}
            written = ",".join(f"{key}={_property(str(value))}" for key, value in values.items())
            lines.append(f"::{_COMMANDS[one.severity]} {written}::{_data(format_message(one, view))}\n")
        if lines:
            yield "".join(lines)


def _data(words: str) -> str:
    """
    >>> _data("100%\\n")
    '100%25%0A'
    """
    words = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return replace_controls(words)  # GitHub has an escape for line breaks only


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
