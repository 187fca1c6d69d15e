"""The tree of sections, built from markers in order: a stack of open sections gives levels, spans and kinds."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from policytext.model.document import Kind, Section, Span
from policytext.model.records import dataclass
from policytext.outliner.annexes import find_annex_title
from policytext.outliner.boxes import OpenBox, find_body_below
from policytext.outliner.levels import NESTED, TOPIC, infer_levels
from policytext.outliner.line_views import LineViews
from policytext.outliner.markdown_headings import rank_markers
from policytext.outliner.markers import Marker
from policytext.outliner.section_titles import find_section_title
from policytext.outliner.selection import Selection
from policytext.outliner.titles import Title

_TITLE_RANK = 0.0
_SERIES_RANK = 200.0
_BLANK = " \t\u3000\xa0\r\n"
#: The number of siblings compared.
_SIBLINGS = 20
#: A number from here on counts paragraphs, not headings.
_PARAGRAPH = 100
#: In characters: a longer sentence with a full stop is an item of a list.
_LONGEST_HEADING = 45
# A corpus has very many sections, and this takes half the time of calling their class.
_new = tuple.__new__


@dataclass(slots=True)
class _OpenSection:
    """A section whose end and children are not known yet."""

    start: int
    marker: Marker | None
    rank: float
    title: Title
    kind: Kind = "heading"
    level: int = 0
    end: int = 0
    in_article: bool = False
    children: "list[_OpenSection] | None" = None


def build_tree(lines: LineViews, titles: Sequence[Span], selection: Selection) -> tuple[Section, ...]:
    """Build the tree of sections.

    Args:
        lines: the text.
        titles: the spans of document titles, in order.
        selection: the markers that open sections.
    """
    nodes = _create_nodes(lines, titles, selection)
    top: list[_OpenSection] = []
    stack: list[_OpenSection] = []
    forms = {marker.form for marker in selection.headings}
    box = OpenBox() if "box" in forms else None
    nested = NESTED in forms
    body: int | None = None
    for node in nodes:
        if box is not None and node.marker is not None:
            if body is not None and node.start >= body:
                _close_box(stack, body)
                box.close()
                body = None
            if box.ends_at(node.marker):
                _close_box(stack, node.start)
            if node.marker.form == "box" and node.marker.line is not None:
                body = find_body_below(lines, node.marker.line)
        while stack and (stack[-1].rank >= node.rank or (nested and _is_over(lines, stack[-1], node))):
            stack.pop().end = node.start
        if node.marker is not None and node.marker.form == "dash":
            _close_finished_sections(lines, stack, node)
        node.level = 1 + stack[-1].level if stack else int(node.rank > _TITLE_RANK)
        _set_kind(node, stack, lines.text)
        if not stack:
            top.append(node)
        elif stack[-1].children is None:
            stack[-1].children = [node]
        else:
            stack[-1].children.append(node)
        stack.append(node)
    if body is not None:
        _close_box(stack, body)
    for node in stack:
        node.end = len(lines.text)
    return tuple(_build_sections(lines.original, top, "", {}))


def _close_box(stack: list[_OpenSection], end: int) -> None:
    """Close the open box and the sections in it."""
    if any(node.marker is not None and node.marker.form == "box" for node in stack):
        while True:
            last = stack.pop()
            last.end = end
            if last.marker is not None and last.marker.form == "box":
                return


def _create_nodes(lines: LineViews, titles: Sequence[Span], selection: Selection) -> list[_OpenSection]:
    titled = {span.start for span in titles}
    headings = [m for m in selection.headings if m.start not in titled] if titled else selection.headings
    nodes = [
        _OpenSection(m.start, m, _TITLE_RANK, find_annex_title(lines, m, headings), "title")
        for m in headings
        if m.form == "annex"
    ]
    annexes = {node.title.start for node in nodes}
    nodes += [
        _OpenSection(span.start, None, _TITLE_RANK, Title(*span, True), "title")
        for span in titles
        if span.start not in annexes
    ]
    opened = [m.start for m in headings]
    if selection.series:
        opened = sorted([*opened, *(m.start for m, _ in selection.series)])
    following = dict(zip(opened, [*opened[1:], len(lines.text)], strict=False))
    for part in _split_at(headings, sorted(node.start for node in nodes)):
        numbered = [marker for marker in part if marker.form not in selection.ranks]
        ranks = rank_markers(lines, part, {**infer_levels(numbered), **selection.ranks})
        for marker in part:
            title = find_section_title(lines, marker, following[marker.start])
            kind: Kind = "topic" if marker.form == TOPIC else "heading"
            nodes.append(_OpenSection(marker.start, marker, ranks[marker.start], title, kind))
    for marker, depth in selection.series:
        title = find_section_title(lines, marker, following[marker.start])
        nodes.append(_OpenSection(marker.start, marker, _SERIES_RANK + depth, title, "inline"))
    nodes.sort(key=attrgetter("start"))
    return nodes


def _split_at(headings: Sequence[Marker], borders: Sequence[int]) -> Iterator[list[Marker]]:
    """Yield the headings of the body, of each attached document and of each annex, which have levels of their own."""
    part: list[Marker] = []
    place = 0
    for marker in headings:
        if place < len(borders) and borders[place] <= marker.start:
            yield part
            part = []
            while place < len(borders) and borders[place] <= marker.start:
                place += 1
        if marker.form != "annex":
            part.append(marker)
    yield part


def _is_over(lines: LineViews, last: _OpenSection, node: _OpenSection) -> bool:
    """Return whether a list inside a sentence ends before a section, which begins on another line."""
    inside = last.marker is not None and last.marker.form == NESTED and not last.marker.at_line
    return inside and lines.index(last.start) != lines.index(node.start)


def _close_finished_sections(lines: LineViews, stack: list[_OpenSection], node: _OpenSection) -> None:
    """Close a run-in section before a —— item that follows a plain paragraph.

    Where （十） and its body are on one line, like all its siblings, a paragraph "五年来，…" after it belongs to the part
    around （十）, and so do the —— items after the paragraph.
    """
    while len(stack) > 1 and stack[-1].kind == "run-in":
        last = stack[-1]
        between = lines.next(lines.index(last.start))
        if between is None or lines.starts[between] >= lines.starts[lines.index(node.start)]:
            return
        siblings = (stack[-2].children or [])[-_SIBLINGS:]
        if any(lines.next(lines.index(a.start)) != lines.index(b.start) for a, b in pairwise(siblings)):
            return
        stack.pop().end = lines.starts[between]


def _is_list_sentence(node: _OpenSection, text: str) -> bool:
    """Return whether a standalone title is a sentence of a list: it ends in ；, or is long and ends in 。"""
    stop = text[node.title.end : node.title.end + 1]
    return stop in ("；", ";") or (stop == "。" and node.title.end - node.title.start > _LONGEST_HEADING)


def _follows_item(node: _OpenSection, stack: Sequence[_OpenSection]) -> bool:
    """Return whether the section before is an item of the same list inside a sentence; the last one ends in 。"""
    before = (stack[-1].children if stack else None) or []
    last = before[-1].marker if before and before[-1].kind == "item" else None
    return last is not None and node.marker is not None and last.form == node.marker.form and not last.at_line


def _set_kind(node: _OpenSection, stack: Sequence[_OpenSection], text: str) -> None:
    if node.kind != "heading" or node.marker is None:
        return
    form = node.marker.form
    if form == "article":
        node.kind = "article"
    elif stack and stack[-1].kind in ("article", "item") and stack[-1].in_article:
        node.kind = "item"
        node.in_article = True
    elif (
        (form == "arab" and (node.marker.ordinal or 0) >= _PARAGRAPH)
        or (form == NESTED and not node.marker.at_line)
        or (not node.marker.at_line and _follows_item(node, stack))
    ):
        node.kind = "item"
    elif not node.title.standalone:
        node.kind = "run-in"
    elif _is_list_sentence(node, text):
        node.kind = "item"
    node.in_article = node.in_article or node.kind == "article"


def _build_sections(
    text: str, nodes: Iterable[_OpenSection], address: str, used: dict[str, int]
) -> list[Section]:
    frozen: list[Section] = []
    for node in nodes:
        start, end, mark = node.start, node.end, node.marker
        while end > start and text[end - 1] in _BLANK:
            end -= 1
        title_start, title_end, _ = node.title
        marker, ordinal = (mark.marker, mark.ordinal) if mark else ("", None)
        title = text[title_start:title_end]
        name = "".join((marker or title).split())
        if "/" in name:
            name = name.replace("/", "")
        here = f"{address}/{name}" if address and node.level else name
        used[here] = seen = used.get(here, 0) + 1
        if seen > 1:
            here = f"{here}#{seen}"
        children = node.children
        values = (
            node.kind,
            node.level,
            marker,
            ordinal,
            title,
            _new(Span, (start, end)),
            _new(Span, (title_start, title_end)),
            here,
            tuple(_build_sections(text, children, here if node.level else address, used)) if children else (),
            None,
        )
        frozen.append(_new(Section, values))
    return frozen
