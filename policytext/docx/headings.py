"""The lines that a Word document marks as headings: by their style, by an outline level, or by their letters.

A style is a heading by its outline level or by its name. A line that is bold, larger than the text, or in a font of
titles where the text is not, only looks like a heading.

>>> _read_look(b'<w:rPr><w:rFonts w:eastAsia="SimHei"/><w:b/><w:bCs/><w:sz w:val="32"/></w:rPr>')
{'font': 'SimHei', 'b': '', 'sz': '32'}
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from policytext.docx.lines import Line
from policytext.docx.numbering import Style
from policytext.docx.package import Package
from policytext.model.document import SET_OFF
from policytext.text.lazy_patterns import LazyPattern

_LONGEST = 60  # characters of a heading
_STYLES = 10  # styles based on each other
_OFF = frozenset(("0", "false", "off"))
_OUTLINE = re.compile(rb"""<(?:\w+:)?outlineLvl\s[^>]*?val=["'](\d)""")
_STYLE = re.compile(rb"""<(?:\w+:)?[pr]Style\s[^>]*?val=["']([^"']*)""")
_CHANGED = re.compile(rb"<(?:\w+:)?[pr]PrChange\b")
_LOOKS = {
    "font": re.compile(rb"""<(?:\w+:)?rFonts\s[^>]*?eastAsia=["']([^"']*)"""),
    "b": re.compile(rb"""<(?:\w+:)?b(?=[\s/>])(?:[^>]*?val=["'](\w*))?"""),
    "sz": re.compile(rb"""<(?:\w+:)?sz\s[^>]*?val=["'](\d+)"""),
}
#: Fonts of titles; official documents have their headings in one of these at the size of the text.
_TITLE_FONTS = LazyPattern("黑体|黑體|小标宋|小標宋|hei|xbs", re.I)

#: Whether letters are bold, their size in half points (0 where nothing states it), and whether their font is one of titles.
Look = tuple[bool, int, bool]


def find_headings(
    lines: Sequence[Line], package: Package, styles: Mapping[str, Style], default: str
) -> Iterator[int | None]:
    """Yield for each line its level as in ``Source.headings``, None where it is text.

    Args:
        lines: the lines of the document.
        package: the file.
        styles: the styles by id.
        default: the style of paragraphs without one.
    """
    looks = _Looks(package, styles, default)
    usual = _find_usual_look(lines, looks)
    for line in lines:
        size = sum([len(piece.text) for piece in line.pieces])
        if line.cells or not size or line.place.startswith(("footnote", "endnote")):
            yield None
            continue
        level = looks.find_outline(line)
        if (
            level is None
            and size <= _LONGEST
            and all(_stands_out(look, usual) for look in looks.list_looks(line))
        ):
            level = SET_OFF
        yield level if level is not None and level <= SET_OFF and line.text.strip() else None


def _find_usual_look(lines: Sequence[Line], looks: "_Looks") -> Look:
    """Return the look of most of the text, judged by the first letters of long lines and of sentences."""
    found: Counter[Look] = Counter()
    for line in lines:
        size = sum([len(piece.text) for piece in line.pieces])
        if size and not line.cells and (size > _LONGEST or line.pieces[-1].text.endswith("。")):
            found[next(looks.list_looks(line), (False, 0, False))] += size
    return max(found, key=lambda look: found[look], default=(True, 1_000, True))


def _stands_out(look: Look, usual: Look) -> bool:
    bold, size, titling = look
    return (
        (bold and not usual[0]) or (titling and not usual[2]) or bool(size and usual[1] and size > usual[1])
    )


class _Looks:
    """The properties of paragraphs and runs, read from their bytes, each kind once."""

    def __init__(self, package: Package, styles: Mapping[str, Style], default: str) -> None:
        self._package, self._styles, self._default = package, styles, default
        self._parts: dict[str, bytes] = {}
        self._outlines: dict[bytes, tuple[int | None, str]] = {}
        self._runs: dict[tuple[bytes, str], Look] = {}

    def find_outline(self, line: Line) -> int | None:
        """Return the level of a line by its paragraph's outline level or style, more than 9 for text."""
        return self._read_paragraph(self._bytes(line, _find_paragraph(line)))[0]

    def list_looks(self, line: Line) -> Iterator[Look]:
        """Yield the looks of a line's letters."""
        style = self._read_paragraph(self._bytes(line, _find_paragraph(line)))[1]
        for piece in line.pieces:
            if piece.byte >= 0 and not piece.text.isspace():
                key = self._bytes(line, piece.run.properties), style
                look = self._runs.get(key)
                if look is None:
                    look = self._runs[key] = self._read_run(*key)
                yield look

    def _bytes(self, line: Line, place: tuple[int, int]) -> bytes:
        if place[1] <= place[0]:
            return b""
        part = self._parts.get(line.part)
        if part is None:
            part = self._parts[line.part] = self._package.part(line.part)
        return part[place[0] : place[1]]

    def _read_paragraph(self, properties: bytes) -> tuple[int | None, str]:
        """Return the outline level and the style of a paragraph."""
        found = self._outlines.get(properties)
        if found is None:
            own = _cut_changes(properties)
            name = _STYLE.search(own)
            style = name[1].decode("utf-8", "replace") if name else self._default
            outline = _OUTLINE.search(own)
            if outline:
                level: int | None = 1 + int(outline[1])
            else:
                level = next((s.outline for s in self._list_styles(style) if s.outline is not None), None)
            found = self._outlines[properties] = level, style
        return found

    def _read_run(self, properties: bytes, style: str) -> Look:
        own = _cut_changes(properties)
        look = _read_look(own)
        name = _STYLE.search(own)
        above = [*self._list_styles(name[1].decode("utf-8", "replace") if name else "")]
        for other in (*above, *self._list_styles(style)):
            look = {**other.look, **look}
        size = look.get("sz", "")
        return (
            "b" in look and look["b"] not in _OFF,
            int(size) if size.isdecimal() else 0,
            bool(_TITLE_FONTS.search(look.get("font", ""))),
        )

    def _list_styles(self, style: str) -> Iterator[Style]:
        """Yield a style and those that it is based on."""
        for _ in range(_STYLES):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = found.based


def _find_paragraph(line: Line) -> tuple[int, int]:
    return next((piece.run.paragraph for piece in line.pieces if piece.byte >= 0), (0, 0))


def _cut_changes(properties: bytes) -> bytes:
    """Return properties without those from before a tracked change."""
    changed = _CHANGED.search(properties)
    return properties[: changed.start()] if changed else properties


def _read_look(properties: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, pattern in _LOOKS.items():
        value = pattern.search(properties)
        if value is not None:
            found[name] = (value[1] or b"").decode("utf-8", "replace")
    return found
