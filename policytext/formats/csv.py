"""Comma-separated values with a header, one row a part of the command's main answer."""

from collections.abc import Iterable, Iterator

from policytext.formats import FileResult, RenderOptions
from policytext.formats._table import write_rows


def render(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """The header at once, then each file's rows as one piece."""
    return write_rows(results, ",", view)
