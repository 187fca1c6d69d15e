"""JSON Lines: a record for each file, then one for each section, flat, ``type`` first and ``path`` second.

``jq 'select(.type == "section")'`` or ``grep '^{"type":"section"'`` picks out one kind.
"""

from collections.abc import Iterable, Iterator

from policytext.formats import Result, View
from policytext.formats._records import dumps, file_record, flat, quoted, section_fields


def render(results: Iterable[Result], view: View) -> Iterator[str]:
    """Each file's records as one piece."""
    for result in results:
        lines = [dumps({"type": "file", **file_record(result, view.lang)})]
        if result.document is not None:
            starts = result.document.source.line_starts
            head = f'{{"type":"section","path":{quoted(result.path)},'
            for parts in result.parts.values():
                lines += [f"{head}{section_fields(section, starts)}}}" for section in flat(parts)]
        lines.append("")
        yield "\n".join(lines)
