"""One line a section, for grep and its kin: nothing folded, cut or coloured.

Two spaces for each level, the marker, the title; ``LINE:`` before them if line numbers are asked for. Line
breaks inside a title are folded away and control characters made visible, so a line is always one section;
JSON has the title untouched. With several files each begins with ``==> PATH <==``, as head and tail write
it.
"""

from collections.abc import Iterable, Iterator, Sequence

from policytext.formats import Result, View
from policytext.formats._plain import label
from policytext.model import Section, Source
from policytext.text.display import printable


def render(results: Iterable[Result], view: View) -> Iterator[str]:
    """Each file's lines as one piece; a file that could not be read has none."""
    first = True
    for result in results:
        if result.document is None:
            continue
        lines: list[str] = []
        if view.several:
            lines.append(f"{'' if first else chr(10)}==> {printable(result.path)} <==")
        first = False
        for parts in result.parts.values():
            lines += _lines(parts, result.document.source, view.line_numbers)
        if lines:
            lines.append("")
            yield "\n".join(lines)


def _lines(sections: Sequence[Section], source: Source, numbers: bool, depth: int = 0) -> Iterator[str]:
    indent = "  " * depth
    for section in sections:
        place = f"{source.place(section.span.start).line}:" if numbers else ""
        yield f"{place}{indent}{''.join(label(section))}"
        if section.sections:
            yield from _lines(section.sections, source, numbers, depth + 1)
