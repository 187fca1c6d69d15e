"""Tab-separated values with a header, one row a part of the command's main answer."""

from collections.abc import Iterable, Iterator

from policytext.formats import Result, View
from policytext.formats._table import rows


def render(results: Iterable[Result], view: View) -> Iterator[str]:
    """The header at once, then each file's rows as one piece."""
    return rows(results, "\t", view)
