"""One JSON object for the whole run, written file by file.

The envelope is written by hand around each file's record, so that a folder of a hundred thousand files is
never held in memory. Compact into a pipe, indented for a person at a terminal.
"""

from collections.abc import Iterable, Iterator

from policytext import __version__
from policytext.formats import SCHEMA, Result, View
from policytext.formats.records import dumps, file_record, noun


def render(results: Iterable[Result], view: View) -> Iterator[str]:
    """The envelope's beginning, each file's record, the summary; valid JSON also when nothing was read."""
    head = dumps({"schema": SCHEMA, "command": view.command, "version": __version__})[:-1]
    yield f'{_indented(head + "}")[:-2]},\n  "files": [' if view.terminal else f'{head},"files":['
    files = failed = 0
    for result in results:
        comma = "," if files else ""
        record = _record(result, view)
        yield f"{comma}\n    {_indented(record, 4)}" if view.terminal else f"{comma}\n{record}"
        files += 1
        failed += result.document is None
    summary = dumps({"files": files, "failed": failed})
    if view.terminal:
        end = "\n  " if files else ""
        yield f'{end}],\n  "summary": {_indented(summary, 2)}\n}}\n'
    else:
        yield f'],"summary":{summary}}}\n'


def _record(result: Result, view: View) -> str:
    record = dumps(file_record(result, view.lang))
    if result.document is None:
        return record
    source = result.document.source
    answers = [
        f',"{key}":[{noun(key).listed(parts, source, view.lang)}]' for key, parts in result.parts.items()
    ]
    return f"{record[:-1]}{''.join(answers)}}}"


def _indented(record: str, depth: int = 0) -> str:
    """Compact JSON for people, its later lines moved right by `depth`: no string in it holds a line break."""
    from json import dumps as dumps_indented
    from json import loads

    return dumps_indented(loads(record), ensure_ascii=False, indent=2).replace("\n", "\n" + " " * depth)
