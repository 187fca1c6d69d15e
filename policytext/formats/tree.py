"""The outline for a person at a terminal: a tree, coloured by level, folded to the width of the window.

The only module that imports Rich. Titles are folded with a hanging indent and never cut; markers of the same
list stand in one column; an article without a title shows how it begins. Colours are the terminal's own, so
they suit a light background and a dark one. Nothing in a text is taken as markup, and no control character
gets through.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from policytext.formats import Result, View
from policytext.formats._plain import label
from policytext.messages import say
from policytext.model import Document, Section
from policytext.text.display import fold, one_line, printable

# By level from 1; all six stand out on black and on white in the terminals' default palettes.
_MARKER_STYLES = ("bold cyan", "green", "magenta", "blue", "cyan", "red")
_TITLE_STYLES = {0: "bold", 1: "bold"}
_INLINE_STYLE = "dim"
_GUIDES = {"more": ("├─ ", "│  "), "last": ("└─ ", "   ")}

_LEAST_WIDTH = 10  # cells for a title, however deep it stands in however narrow a window
_WIDEST_COLUMN = 12  # cells; one odd marker must not push a whole list to the right
_PREVIEW = 60  # characters of an article's beginning; on a terminal no more than one row


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the tree: where it stands, what leads to it, what it says."""

    number: int | None
    guide: str
    hang: str
    marker: Text
    title: Text
    cut: bool  # whether one row is enough


def render(results: Iterable[Result], view: View) -> Iterator[str]:
    """Each file's tree as one piece; a file that could not be read has none."""
    first = True
    for result in results:
        if result.document is None:
            continue
        texts = [] if first else [Text()]
        texts += _page(result, result.document, view)
        first = False
        yield _painted(texts, view)


def _painted(texts: Iterable[Text], view: View) -> str:
    """Lines as the terminal wants them, with its colour codes where colour may be."""
    out = StringIO()
    console = Console(
        file=out,
        width=view.width or 80,
        force_terminal=view.color,
        color_system="standard" if view.color else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for text in texts:
        console.print(text, soft_wrap=True)  # already folded; Rich must not fold again
    return out.getvalue()


def _page(result: Result, document: Document, view: View) -> Iterator[Text]:
    sections = [section for parts in result.parts.values() for section in parts]
    if view.several:
        yield Text(printable(result.path), style="bold underline")
    yield from _header(document, view.width)
    if sections and _is_title(sections[0], document):
        sections = [*sections[0].sections, *sections[1:]]
    if not sections:
        yield Text(say("no-sections", view.lang), style="dim")
        return
    lines = list(_lines(sections, document, view))
    digits = len(str(max(line.number or 0 for line in lines)))
    for line in lines:
        yield from _rows(line, view, digits)


def _header(document: Document, width: int | None) -> Iterator[Text]:
    if document.title:
        for line in _folded(one_line(document.title), width):
            yield Text(line, style="bold")
    facts = [one_line(fact) for fact in (document.document_number, document.issuer, document.date) if fact]
    if facts:
        for line in _folded("  ".join(facts), width):
            yield Text(line, style="dim")


def _folded(text: str, width: int | None) -> list[str]:
    return fold(text, max(width, _LEAST_WIDTH), cell_len) if width else [text]


def _is_title(section: Section, document: Document) -> bool:
    """Whether the header has already said this section's title."""
    if section.kind != "title" or not document.title:
        return False
    return "".join(section.title.split()) == "".join(document.title.split())


def _lines(sections: Sequence[Section], document: Document, view: View, hang: str = "") -> Iterator[_Line]:
    labels = [_label(section) for section in sections]
    column = min(max(cell_len(marker) for marker, _ in labels), _WIDEST_COLUMN)
    for index, (section, (marker, title)) in enumerate(zip(sections, labels, strict=True)):
        here, below = _GUIDES["last" if index == len(sections) - 1 else "more"]
        if marker:
            marker += " " * (column - cell_len(marker))
        number = document.source.place(section.span.start).line if view.line_numbers else None
        texts = _styled(section, marker, title, document)
        yield _Line(number, hang + here, hang + below, *texts, cut=not title)
        if section.sections:
            yield from _lines(section.sections, document, view, hang + below)


def _label(section: Section) -> tuple[str, str]:
    """Marker and title; without a title the words of the body follow, and they too stand off from 第一条."""
    marker, title = label(section)
    return (marker, title) if title or not marker else (f"{marker} ", title)


def _styled(section: Section, marker: str, title: str, document: Document) -> tuple[Text, Text]:
    if section.kind == "inline":
        return Text(marker, style=_INLINE_STYLE), Text(title, style=_INLINE_STYLE)
    style = _MARKER_STYLES[(section.level - 1) % len(_MARKER_STYLES)] if section.level else "bold"
    if title:
        return Text(marker, style=style), Text(title, style=_TITLE_STYLES.get(section.level, ""))
    return Text(marker, style=style), Text(_beginning(section, document), style="dim")


def _beginning(section: Section, document: Document) -> str:
    """The first words of a section without a title, up to the end of a clause or the first section below."""
    start = max(section.title_span.end, section.span.start + len(section.marker))
    end = section.sections[0].span.start if section.sections else section.span.end
    body = document.source.text[start : min(end, start + 4 * _PREVIEW)]
    words = one_line(body.strip().partition("\n")[0]).strip()
    sentence, stop, _ = words.partition("。")
    words = sentence + stop
    return words if len(words) <= _PREVIEW else f"{words[: _PREVIEW - 1]}…"


def _rows(line: _Line, view: View, digits: int) -> Iterator[Text]:
    """A line of the tree in as many rows as the window needs, the later ones below the title's beginning."""
    gutter = "" if line.number is None else f"{line.number:>{digits}} "
    rows = [line.title.plain]
    if view.width:
        taken = len(gutter) + cell_len(line.guide) + cell_len(line.marker.plain)
        room = max(view.width - taken, _LEAST_WIDTH)
        rows = fold(line.title.plain, room, cell_len)
        if line.cut and len(rows) > 1:
            rows = [fold(line.title.plain, room - 1, cell_len)[0].rstrip("…，、；：") + "…"]
    for index, row in enumerate(rows):
        if index == 0:
            lead = Text.assemble((gutter, "dim"), (line.guide, "dim"), line.marker)
        else:
            space = " " * cell_len(line.marker.plain)
            lead = Text.assemble(" " * len(gutter), (line.hang, "dim"), space)
        yield lead.append(row, style=line.title.style)
