"""JSON Lines: a record for each file, then one for each record, flat, ``type`` first and ``path`` second.

``jq 'select(.type == "section")'`` or ``grep '^{"type":"section"'`` selects one type.
"""

from collections.abc import Iterable, Iterator

from policytext.formats import FileResult, RenderOptions
from policytext.formats.fields import load_record_type, quote
from policytext.formats.fields.files import write_file


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Write each file's records as one piece."""
    for result in results:
        lines = []
        if result.kind == "file":
            lines.append(f'{{"type":"file",{write_file(result, options.lang)}}}')
        if result.document is not None:
            for key, parts in result.parts.items():
                record_type = load_record_type(key)
                name = record_type.name if result.kind == "file" or not record_type.single else result.kind
                head = f'{{"type":"{name}","path":{quote(result.path)},'
                records = record_type.json_objects(parts, result.document.source, options.lang)
                lines += [f"{head}{record}}}" for record in records]
        lines.append("")
        yield "\n".join(lines)
