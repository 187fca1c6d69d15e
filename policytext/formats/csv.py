"""Comma-separated values with a header, one row for each record of the command's main answer."""

from collections.abc import Iterable, Iterator

from policytext.formats import FileResult, RenderOptions
from policytext.formats._table import write_rows


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Write the header, then each file's rows as one piece."""
    return write_rows(results, ",", options)
