"""The outline for a person at a terminal: a tree, coloured by level, folded to the width of the window.

Titles are folded with a hanging indent and never cut; markers of the same list stand in one column; an article
without a title shows how it begins. Behind a title stands the domain that its section speaks of; above the
tree, where it was asked for, how much of the text speaks of each. Nothing in a text is taken as markup, and no
control character gets through.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import FileResult, RenderOptions
from policytext.formats._coverage import draw_badge, draw_bars, list_evidence
from policytext.formats._styles import paint
from policytext.formats.lines.sections import format_label
from policytext.messages import say
from policytext.model.document import Document, Section
from policytext.text.display import join_lines, wrap_text

# By level from 1; all six stand out on black and on white in the terminals' default palettes.
_MARKER_STYLES = ("bold cyan", "green", "magenta", "blue", "cyan", "red")
_TITLE_STYLES = {0: "bold", 1: "bold"}
_INLINE_STYLE = "dim"
_GUIDES = {"more": ("├─ ", "│  "), "last": ("└─ ", "   ")}

_LEAST_WIDTH = 10  # cells for a title, however deep it stands in however narrow a window
_WIDEST_COLUMN = 12  # cells; one odd marker must not push a whole list to the right
_PREVIEW = 60  # characters of an article's beginning; on a terminal no more than one row


_Why = Mapping[str, Sequence[tuple[Text, Text]]]


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the tree: where it stands, what leads to it, what it says."""

    number: int | None
    guide: str
    hang: str
    marker: Text
    title: Text
    cut: bool  # whether one row is enough
    badge: Text  # the domain, empty where there is none
    reasons: Sequence[tuple[Text, Text]]  # under the title: the sentences that decided it, and their sums


def render(results: Iterable[FileResult], view: RenderOptions) -> Iterator[str]:
    """Each file's tree as one piece; a file that could not be read has none."""
    first = True
    for result in results:
        if result.document is None:
            continue
        texts = [] if first else [Text()]
        texts += _page(result, result.document, view)
        first = False
        yield paint(texts, view)


def _page(result: FileResult, document: Document, view: RenderOptions) -> Iterator[Text]:
    found: Mapping[str, Sequence[Any]] = result.parts
    sections = list(found.get("sections", ()))
    passages = found.get("domains")
    if view.several:
        yield Text(result.name, style="bold underline")
    yield from _header(document, view.width)
    if passages is not None:
        yield from draw_bars(passages, view)
    if sections and _is_title(sections[0], document):
        sections = [*sections[0].sections, *sections[1:]]
    why = list_evidence(passages or (), view)
    yield from _reasons(why.get("", ()), "", view.width)
    if not sections:
        if passages is None:
            yield Text(say("no-sections", view.lang), style="dim")
        return
    lines = list(_lines(sections, document, view, why))
    digits = len(str(max(line.number or 0 for line in lines)))
    for line in lines:
        yield from _rows(line, view, digits)


def _header(document: Document, width: int | None) -> Iterator[Text]:
    if document.title:
        for line in _folded(join_lines(document.title), width):
            yield Text(line, style="bold")
    facts = [join_lines(fact) for fact in (document.document_number, document.issuer, document.date) if fact]
    if facts:
        for line in _folded("  ".join(facts), width):
            yield Text(line, style="dim")


def _folded(text: str, width: int | None) -> list[str]:
    return wrap_text(text, max(width, _LEAST_WIDTH), cell_len) if width else [text]


def _is_title(section: Section, document: Document) -> bool:
    """Whether the header has already said this section's title."""
    if section.kind != "title" or not document.title:
        return False
    return "".join(section.title.split()) == "".join(document.title.split())


def _lines(
    sections: Sequence[Section],
    document: Document,
    view: RenderOptions,
    why: _Why,
    hang: str = "",
) -> Iterator[_Line]:
    labels = [_label(section) for section in sections]
    column = min(max(cell_len(marker) for marker, _ in labels), _WIDEST_COLUMN)
    for index, (section, (marker, title)) in enumerate(zip(sections, labels, strict=True)):
        here, below = _GUIDES["last" if index == len(sections) - 1 else "more"]
        if marker:
            marker += " " * (column - cell_len(marker))
        number = document.source.position(section.span.start).line if view.line_numbers else None
        texts = _styled(section, marker, title, document)
        reasons = why.get(section.address, ())
        mark = draw_badge(section.domain, view)
        yield _Line(number, hang + here, hang + below, *texts, not title, mark, reasons)
        if section.sections:
            yield from _lines(section.sections, document, view, why, hang + below)


def _label(section: Section) -> tuple[str, str]:
    """Marker and title; without a title the words of the body follow, and they too stand off from 第一条."""
    marker, title = format_label(section)
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
    words = join_lines(body.strip().partition("\n")[0]).strip()
    sentence, stop, _ = words.partition("。")
    words = sentence + stop
    return words if len(words) <= _PREVIEW else f"{words[: _PREVIEW - 1]}…"


def _rows(line: _Line, view: RenderOptions, digits: int) -> Iterator[Text]:
    """A line of the tree in as many rows as the window needs, the later ones below the title's beginning."""
    gutter = "" if line.number is None else f"{line.number:>{digits}} "
    rows = [line.title.plain]
    if view.width:
        taken = len(gutter) + cell_len(line.guide) + cell_len(line.marker.plain)
        room = max(view.width - taken, _LEAST_WIDTH)
        rows = wrap_text(line.title.plain, room, cell_len)
        if line.cut and len(rows) > 1:
            rows = [wrap_text(line.title.plain, room - 1, cell_len)[0].rstrip("…，、；：") + "…"]
        if line.badge and cell_len(rows[-1]) + 1 + cell_len(line.badge.plain) > room:
            rows.append("")
    space = " " * cell_len(line.marker.plain)
    for index, row in enumerate(rows):
        lead = Text.assemble((gutter, "dim"), (line.guide, "dim"), line.marker)
        if index:
            lead = Text.assemble(" " * len(gutter), (line.hang, "dim"), space)
        lead.append(row, style=line.title.style)
        if line.badge and index == len(rows) - 1:
            lead.append(" " if row else "").append_text(line.badge)
        yield lead
    hang = Text.assemble(" " * len(gutter), (line.hang, "dim"), space)
    yield from _reasons(line.reasons, hang, view.width)


def _reasons(reasons: Sequence[tuple[Text, Text]], hang: Text | str, width: int | None) -> Iterator[Text]:
    """Sentences and their sums, folded and moved right."""
    lead = hang if isinstance(hang, Text) else Text(hang)
    room = max(width - cell_len(lead.plain), 2 * _LEAST_WIDTH) if width else None
    for pair in reasons:
        for text in pair:
            at = 0
            for row in wrap_text(text.plain, room, cell_len) if room else [text.plain]:
                start = text.plain.index(row, at)
                at = start + len(row)
                yield lead.copy().append_text(text[start:at])
