"""JSON Lines: a record for each file, then one for each part, flat, ``type`` first and ``path`` second.

``jq 'select(.type == "section")'`` or ``grep '^{"type":"section"'`` picks out one kind.
"""

from collections.abc import Iterable, Iterator

from policytext.formats import FileResult, RenderOptions
from policytext.formats.fields import load_record_type, quoted
from policytext.formats.fields.files import write_file


def render(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """Each file's records as one piece."""
    for result in results:
        lines = []
        if result.kind == "file":
            lines.append(f'{{"type":"file",{write_file(result, view.lang)}}}')
        if result.document is not None:
            for key, parts in result.parts.items():
                record_type = load_record_type(key)
                name = record_type.name if result.kind == "file" or not record_type.single else result.kind
                head = f'{{"type":"{name}","path":{quoted(result.path)},'
                records = record_type.json_objects(parts, result.document.source, view.lang)
                lines += [f"{head}{record}}}" for record in records]
        lines.append("")
        yield "\n".join(lines)
