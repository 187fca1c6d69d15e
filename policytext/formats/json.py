"""One JSON object for the whole run, written file by file.

The envelope is written by hand around each file's record, so that a folder of a hundred thousand files is
never held in memory. Compact into a pipe, indented for a person at a terminal.
"""

from collections.abc import Iterable, Iterator

from policytext.formats import SCHEMA, FileResult, RenderOptions
from policytext.formats.fields import dumps, load_record_type, quote
from policytext.formats.fields.files import write_file
from policytext.version import __version__


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Write the head of the envelope, each file's record and the summary; valid JSON even if nothing was read."""
    head = dumps({"schema": SCHEMA, "command": options.command, "version": __version__})[:-1]
    yield f'{_indent(head + "}")[:-2]},\n  "files": [' if options.terminal else f'{head},"files":['
    files = failed = 0
    groups: list[str] = []
    total = ""
    for result in results:
        if result.kind != "file":
            answers = _write_answers(result, options)
            if result.kind == "total":
                total = answers
            else:
                groups.append(f'{{"name":{quote(result.path)}{answers}}}')
            continue
        comma = "," if files else ""
        record = _write_record(result, options)
        yield f"{comma}\n    {_indent(record, 4)}" if options.terminal else f"{comma}\n{record}"
        files += 1
        failed += result.document is None
    summary = dumps({"files": files, "failed": failed})[:-1]
    summary += f',"groups":[{",".join(groups)}]' if groups else ""
    summary += f"{total}}}"
    if options.terminal:
        end = "\n  " if files else ""
        yield f'{end}],\n  "summary": {_indent(summary, 2)}\n}}\n'
    else:
        yield f'],"summary":{summary}}}\n'


def _write_record(result: FileResult, options: RenderOptions) -> str:
    return f"{{{write_file(result, options.lang)}{_write_answers(result, options)}}}"


def _write_answers(result: FileResult, options: RenderOptions) -> str:
    """Write the records of a result as further keys of an object."""
    if result.document is None:
        return ""
    answers = ""
    for key, parts in result.parts.items():
        record_type = load_record_type(key)
        records = record_type.json_list(parts, result.document.source, options.lang)
        answers += f',"{key}":{records or "null"}' if record_type.single else f',"{key}":[{records}]'
    return answers


def _indent(record: str, depth: int = 0) -> str:
    """Indent compact JSON, and its later lines by `depth` more: no string in it holds a line break."""
    from json import dumps as dumps_indented
    from json import loads

    return dumps_indented(loads(record), ensure_ascii=False, indent=2).replace("\n", "\n" + " " * depth)
