"""JSON Lines: a record for each file, then one for each part, flat, ``type`` first and ``path`` second.

``jq 'select(.type == "section")'`` or ``grep '^{"type":"section"'`` picks out one kind.
"""

from collections.abc import Iterable, Iterator

from policytext.formats import Result, View
from policytext.formats.records import dumps, noun, quoted
from policytext.formats.records.files import file_record


def render(results: Iterable[Result], view: View) -> Iterator[str]:
    """Each file's records as one piece."""
    for result in results:
        lines = []
        if result.kind == "file":
            lines.append(dumps({"type": "file", **file_record(result, view.lang)}))
        if result.document is not None:
            for key, parts in result.parts.items():
                kind = noun(key)
                name = kind.type if result.kind == "file" or not kind.single else result.kind
                head = f'{{"type":"{name}","path":{quoted(result.path)},'
                lines += [
                    f"{head}{fields}}}" for fields in kind.fields(parts, result.document.source, view.lang)
                ]
        lines.append("")
        yield "\n".join(lines)
