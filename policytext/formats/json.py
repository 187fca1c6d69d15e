"""One JSON object for the whole run, written file by file.

The envelope is written by hand around each file's record, so that a folder of a hundred thousand files is
never held in memory. Compact into a pipe, indented for a person at a terminal.
"""

from collections.abc import Iterable, Iterator

from policytext.formats import SCHEMA, FileResult, RenderOptions
from policytext.formats.fields import dumps, load_record_type, quoted
from policytext.formats.fields.files import write_file
from policytext.version import __version__


def render(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """The envelope's beginning, each file's record, the summary; valid JSON also when nothing was read."""
    head = dumps({"schema": SCHEMA, "command": view.command, "version": __version__})[:-1]
    yield f'{_indented(head + "}")[:-2]},\n  "files": [' if view.terminal else f'{head},"files":['
    files = failed = 0
    groups: list[str] = []
    total = ""
    for result in results:
        if result.kind != "file":
            answers = _answers(result, view)
            if result.kind == "total":
                total = answers
            else:
                groups.append(f'{{"name":{quoted(result.path)}{answers}}}')
            continue
        comma = "," if files else ""
        record = _record(result, view)
        yield f"{comma}\n    {_indented(record, 4)}" if view.terminal else f"{comma}\n{record}"
        files += 1
        failed += result.document is None
    summary = dumps({"files": files, "failed": failed})[:-1]
    summary += f',"groups":[{",".join(groups)}]' if groups else ""
    summary += f"{total}}}"
    if view.terminal:
        end = "\n  " if files else ""
        yield f'{end}],\n  "summary": {_indented(summary, 2)}\n}}\n'
    else:
        yield f'],"summary":{summary}}}\n'


def _record(result: FileResult, view: RenderOptions) -> str:
    return f"{{{write_file(result, view.lang)}{_answers(result, view)}}}"


def _answers(result: FileResult, view: RenderOptions) -> str:
    """What was found, as further keys of an object."""
    if result.document is None:
        return ""
    answers = ""
    for key, parts in result.parts.items():
        record_type = load_record_type(key)
        records = record_type.json_list(parts, result.document.source, view.lang)
        answers += f',"{key}":{records or "null"}' if record_type.single else f',"{key}":[{records}]'
    return answers


def _indented(record: str, depth: int = 0) -> str:
    """Compact JSON for people, its later lines moved right by `depth`: no string in it holds a line break."""
    from json import dumps as dumps_indented
    from json import loads

    return dumps_indented(loads(record), ensure_ascii=False, indent=2).replace("\n", "\n" + " " * depth)
