"""The outline on a terminal: a tree, coloured by level, folded to the width of the window.

Titles are folded with a hanging indent and never cut; markers of one list are aligned; an article without a title shows
its first words. A title is followed by its section's domain; with domains, bars above the tree show the share of each.
Nothing in a text is taken as markup, and no control character is written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from policytext.formats import FileResult, RenderOptions
from policytext.formats._coverage import draw_badge, draw_bars, list_evidence
from policytext.formats._styles import paint
from policytext.formats.lines.passages import find_coverage
from policytext.formats.lines.sections import format_label
from policytext.messages import Lang, say
from policytext.model.document import Document, Section
from policytext.model.front_matter import Frame
from policytext.model.records import dataclass
from policytext.text.display import join_lines, wrap_text

# By level from 1; all six stand out on black and on white in the terminals' default palettes.
_MARKER_STYLES = ("bold cyan", "green", "magenta", "blue", "cyan", "red")
_TITLE_STYLES = {0: "bold", 1: "bold"}
_INLINE_STYLE = "dim"
_GUIDES = {"more": ("├─ ", "│  "), "last": ("└─ ", "   ")}

_LEAST_WIDTH = 10  # cells for a title, however deep it stands in however narrow a window
_WIDEST_COLUMN = 12  # cells; one long marker must not move a whole list to the right
_PREVIEW = 60  # characters of an article's beginning; on a terminal no more than one row


_Evidence = Mapping[str, Sequence[tuple[Text, Text]]]


@dataclass(frozen=True, slots=True)
class _Line:
    """One section of the tree: its line number, the guides before it, its text."""

    number: int | None
    guide: str
    hang: str
    marker: Text
    title: Text
    cut: bool  # whether it is cut to one row
    badge: Text  # the domain; empty if there is none
    reasons: Sequence[tuple[Text, Text]]  # the sentences that decided the domain, and their sums


def render(results: Iterable[FileResult], options: RenderOptions) -> Iterator[str]:
    """Draw each file's tree as one piece; a file that could not be read has none."""
    first = True
    for result in results:
        if result.document is None:
            continue
        texts = [] if first else [Text()]
        texts += _draw_page(result, result.document, options)
        first = False
        yield paint(texts, options)


def _draw_page(result: FileResult, document: Document, options: RenderOptions) -> Iterator[Text]:
    parts: Mapping[str, Sequence[Any]] = result.parts
    sections = list(parts.get("sections", ()))
    passages = parts.get("domains")
    if options.several:
        yield Text(result.name, style="bold underline")
    if not options.summary:
        yield from _draw_header(document, options)
    if passages is not None:
        yield from draw_bars(find_coverage(result, options), options)
    if options.summary:
        return
    if sections and _is_title(sections[0], document):
        sections = [*sections[0].sections, *sections[1:]]
    evidence = list_evidence(passages or (), options)
    yield from _draw_reasons(evidence.get("", ()), "", options.width)
    if not sections:
        if passages is None:
            yield Text(say("no-sections", options.lang), style="dim")
        return
    lines = list(_make_lines(sections, document, options, evidence))
    digits = len(str(max(line.number or 0 for line in lines)))
    for line in lines:
        yield from _draw_rows(line, options, digits)


def _draw_header(document: Document, options: RenderOptions) -> Iterator[Text]:
    if document.title:
        for line in _fold(join_lines(document.title), options.width):
            yield Text(line, style="bold")
    issuers = "、".join(document.issuers) or document.issuer
    facts = [join_lines(fact) for fact in (document.document_number, issuers, document.date) if fact]
    if facts or document.title:
        facts += _describe_frame(document.frame, options.lang)
    if facts:
        for line in _fold("  ".join(facts), options.width):
            yield Text(line, style="dim")


def _describe_frame(frame: Frame, lang: Lang) -> list[str]:
    """Return what a document is, and the years that it reviews and plans."""
    kinds = [say(f"kind-{kind}", lang) for kind in (frame.kind, frame.attached) if kind]
    facts = ["/".join(dict.fromkeys(kinds))] if kinds else []
    for key, years in (("years-reviewed", frame.review), ("years-planned", frame.plan)):
        if years is not None:
            written = f"{years.first}" if years.first == years.last else f"{years.first}—{years.last}"
            facts.append(say(key, lang, years=written))
    return facts


def _fold(text: str, width: int | None) -> list[str]:
    return wrap_text(text, max(width, _LEAST_WIDTH), cell_len) if width else [text]


def _is_title(section: Section, document: Document) -> bool:
    """Return whether the header already shows this section's title."""
    if section.kind != "title" or not document.title:
        return False
    return "".join(section.title.split()) == "".join(document.title.split())


def _make_lines(
    sections: Sequence[Section],
    document: Document,
    options: RenderOptions,
    evidence: _Evidence,
    hang: str = "",
) -> Iterator[_Line]:
    labels = [_split_label(section) for section in sections]
    column = min(max(cell_len(marker) for marker, _ in labels), _WIDEST_COLUMN)
    for index, (section, (marker, title)) in enumerate(zip(sections, labels, strict=True)):
        here, below = _GUIDES["last" if index == len(sections) - 1 else "more"]
        if marker:
            marker += " " * (column - cell_len(marker))
        number = document.source.position(section.span.start).line if options.line_numbers else None
        texts = _style_label(section, marker, title, document)
        reasons = evidence.get(section.address, ())
        badge = draw_badge(section.domain, options)
        yield _Line(number, hang + here, hang + below, *texts, not title, badge, reasons)
        if section.sections:
            yield from _make_lines(section.sections, document, options, evidence, hang + below)


def _split_label(section: Section) -> tuple[str, str]:
    """Return marker and title; without a title the marker ends with a space, since the body follows it."""
    marker, title = format_label(section)
    return (marker, title) if title or not marker else (f"{marker} ", title)


def _style_label(section: Section, marker: str, title: str, document: Document) -> tuple[Text, Text]:
    if section.kind == "inline":
        return Text(marker, style=_INLINE_STYLE), Text(title, style=_INLINE_STYLE)
    style = _MARKER_STYLES[(section.level - 1) % len(_MARKER_STYLES)] if section.level else "bold"
    if title:
        return Text(marker, style=style), Text(title, style=_TITLE_STYLES.get(section.level, ""))
    return Text(marker, style=style), Text(_quote_beginning(section, document), style="dim")


def _quote_beginning(section: Section, document: Document) -> str:
    """Return the first words of a section without a title, up to the end of a sentence or the first section below."""
    start = max(section.title_span.end, section.span.start + len(section.marker))
    end = section.sections[0].span.start if section.sections else section.span.end
    body = document.source.text[start : min(end, start + 4 * _PREVIEW)]
    words = join_lines(body.strip().partition("\n")[0]).strip()
    sentence, stop, _ = words.partition("。")
    words = sentence + stop
    return words if len(words) <= _PREVIEW else f"{words[: _PREVIEW - 1]}…"


def _draw_rows(line: _Line, options: RenderOptions, digits: int) -> Iterator[Text]:
    """Draw a section in as many rows as it needs, the later ones aligned with the title."""
    gutter = "" if line.number is None else f"{line.number:>{digits}} "
    rows = [line.title.plain]
    if options.width:
        used_width = len(gutter) + cell_len(line.guide) + cell_len(line.marker.plain)
        width = max(options.width - used_width, _LEAST_WIDTH)
        rows = wrap_text(line.title.plain, width, cell_len)
        if line.cut and len(rows) > 1:
            rows = [wrap_text(line.title.plain, width - 1, cell_len)[0].rstrip("…，、；：") + "…"]
        if line.badge and cell_len(rows[-1]) + 1 + cell_len(line.badge.plain) > width:
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
    yield from _draw_reasons(line.reasons, hang, options.width)


def _draw_reasons(
    reasons: Sequence[tuple[Text, Text]], hang: Text | str, width: int | None
) -> Iterator[Text]:
    """Draw sentences and their sums, folded and indented."""
    lead = hang if isinstance(hang, Text) else Text(hang)
    available = max(width - cell_len(lead.plain), 2 * _LEAST_WIDTH) if width else None
    for pair in reasons:
        for text in pair:
            offset = 0
            for row in wrap_text(text.plain, available, cell_len) if available else [text.plain]:
                start = text.plain.index(row, offset)
                offset = start + len(row)
                yield lead.copy().append_text(text[start:offset])
