"""A table of contents: nested lists that every Markdown reader shows as the outline.

Two spaces for each level. Whatever would be markup in a title is escaped, "1." at its beginning too, which
would open a list of its own.

>>> escaped("1. 建设*一网通办*[试点]")
'1\\\\. 建设\\\\*一网通办\\\\*\\\\[试点\\\\]'
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from policytext.formats import Result, View
from policytext.formats._plain import label
from policytext.model import Section
from policytext.text.display import one_line

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&$]")
_OPENING = re.compile(r"^(\d{1,9})(?=[.)])|^(?=[-+=])")


def render(results: Iterable[Result], view: View) -> Iterator[str]:
    """Each file's list as one piece, below a heading with its path if there are several."""
    first = True
    for result in results:
        if result.document is None:
            continue
        lines: list[str] = []
        if view.several:
            lines += [f"{'' if first else chr(10)}# {escaped(one_line(result.path))}", ""]
        first = False
        for parts in result.parts.values():
            lines += _items(parts)
        if lines:
            lines.append("")
            yield "\n".join(lines)


def escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is."""
    return _OPENING.sub(r"\1" + r"\\", _SPECIAL.sub(r"\\\g<0>", text))


def _items(sections: Sequence[Section], depth: int = 0) -> Iterator[str]:
    for section in sections:
        yield f"{'  ' * depth}- {escaped(''.join(label(section)))}"
        yield from _items(section.sections, depth + 1)
