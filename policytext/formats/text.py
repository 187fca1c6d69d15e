"""One line a part, for grep and its kin: nothing folded, cut or coloured.

Line breaks inside words are folded away and control characters made visible, so a line is always one part;
JSON has the words untouched. With several files each begins with ``==> PATH <==``, as head and tail write it.
"""

from collections.abc import Iterable, Iterator

from policytext.formats import FileResult, RenderOptions
from policytext.formats.lines import format_lines, names_its_file
from policytext.model.statistics import TextLine


def render(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """Each file's lines as one piece; a file that could not be read has none."""
    first = True
    key = view.answers[0]
    for result in results:
        if result.document is None or (view.grouped and result.kind == "file"):
            continue
        if key not in result.parts and result.kind == "total":
            continue
        if key == "lines" and not (view.map or view.several or view.line_numbers or view.terminal):
            # Exactly what was read, line ends and all, so that offsets can be checked.
            yield "".join([one.text for one in result.parts.get(key, ()) if isinstance(one, TextLine)])
            continue
        written: list[str] = []
        if view.several and not names_its_file(key):
            written.append(f"{'' if first else chr(10)}==> {result.name} <==")
        first = False
        for key in view.answers if view.command == "targets" else view.answers[:1]:
            written += format_lines(key, result.parts.get(key, ()), result.document.source, view)
        if written:
            written.append("")
            yield "\n".join(written)
