"""From the enumerators in order to the tree: levels by a stack of open sections, scopes, kinds, addresses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from policytext.model import Kind, Section, Span
from policytext.outlining.ladder import infer_ranks
from policytext.outlining.lines import Lines
from policytext.outlining.markers import Marker
from policytext.outlining.selection import Selection
from policytext.outlining.titles import Title, title_of

_TITLE_RANK = 0.0
_SERIES_RANK = 200.0
_BLANK = " \t\u3000\xa0\r\n"
#: Behind a bare 第十条 stands its text, not a title.
_UNTITLED = frozenset({"article"})
#: From here on a number counts paragraphs, not headings.
_PARAGRAPH = 100


@dataclass(slots=True)
class _Node:
    """A section while its children are still being found."""

    start: int
    marker: Marker | None
    rank: float
    title: Title
    kind: Kind = "heading"
    level: int = 0
    end: int = 0
    children: list["_Node"] = field(default_factory=list)


def build(lines: Lines, titles: Sequence[Span], selection: Selection) -> tuple[Section, ...]:
    """The tree of sections.

    Args:
        lines: the text.
        titles: where document titles stand, in order.
        selection: what opens sections.
    """
    nodes = _nodes(lines, titles, selection)
    top: list[_Node] = []
    stack: list[_Node] = []
    for node in nodes:
        while stack and stack[-1].rank >= node.rank:
            stack.pop().end = node.start
        if node.marker is not None and node.marker.form == "dash":
            _leave_finished(lines, stack, node)
        node.level = 1 + stack[-1].level if stack else int(node.rank > _TITLE_RANK)
        _settle_kind(node, stack)
        (stack[-1].children if stack else top).append(node)
        stack.append(node)
    for node in stack:
        node.end = len(lines.text)
    return tuple(_freeze(lines.text, top, "", {}))


def _nodes(lines: Lines, titles: Sequence[Span], selection: Selection) -> list[_Node]:
    ranks = infer_ranks(selection.headings)
    nodes = [_Node(span.start, None, _TITLE_RANK, Title(*span, True), "title") for span in titles]
    inside_title = {offset for span in titles for offset in (span.start,)}
    markers = [m for m in selection.headings if m.start not in inside_title]
    opened = [*(m.start for m in markers), *(m.start for m, _ in selection.series)]
    opened.sort()
    following = dict(zip(opened, [*opened[1:], len(lines.text)], strict=False))
    for marker in markers:
        title = _title(lines, marker, following[marker.start])
        rank = _TITLE_RANK if marker.form == "annex" else ranks[marker.form]
        nodes.append(_Node(marker.start, marker, rank, title, "title" if marker.form == "annex" else "heading"))
    for marker, depth in selection.series:
        title = _title(lines, marker, following[marker.start])
        nodes.append(_Node(marker.start, marker, _SERIES_RANK + depth, title, "inline"))
    nodes.sort(key=lambda node: node.start)
    return nodes


def _title(lines: Lines, marker: Marker, following: int) -> Title:
    line_end = lines.end(lines.index(marker.start))
    if marker.form in _UNTITLED:
        return _article_title(lines.text, marker.end, line_end)
    title = title_of(lines.text, marker.end, min(line_end, following), collapsed=not marker.at_line)
    # On a collapsed line the body may follow in the next sentence: only the line's own end makes it stand alone.
    return title._replace(standalone=title.standalone and following >= line_end) if marker.at_line else title


def _article_title(text: str, start: int, end: int) -> Title:
    """第一条（目的） and 第一条【目的】 name the article; anything else is its body."""
    while start < end and text[start] in _BLANK:
        start += 1
    closing = {"（": "）", "(": ")", "【": "】", "〔": "〕"}.get(text[start : start + 1])
    stop = text.find(closing, start, min(end, start + 30)) if closing else -1
    return Title(start + 1, stop, False) if stop > start + 1 else Title(start, start, False)


def _leave_finished(lines: Lines, stack: list[_Node], node: _Node) -> None:
    """—— belongs to the part, not to the run-in section before it, where a plain paragraph stands between.

    （十） and its body on one line, like all its siblings, then "五年来，…" and —— items: the paragraph has already
    left （十）.
    """
    while len(stack) > 1 and stack[-1].kind == "run-in":
        last = stack[-1]
        between = lines.next(lines.index(last.start))
        if between is None or lines.starts[between] >= lines.starts[lines.index(node.start)]:
            return
        siblings = stack[-2].children
        if any(lines.next(lines.index(a.start)) != lines.index(b.start) for a, b in zip(siblings, siblings[1:], strict=False)):
            return
        stack.pop().end = lines.starts[between]


def _settle_kind(node: _Node, stack: Sequence[_Node]) -> None:
    if node.kind in ("title", "inline") or node.marker is None:
        return
    form = node.marker.form
    if form == "article":
        node.kind = "article"
    elif any(above.kind == "article" for above in stack) or (form == "arab" and (node.marker.ordinal or 0) >= _PARAGRAPH):
        node.kind = "item"
    elif not node.title.standalone:
        node.kind = "run-in"


def _freeze(text: str, nodes: Iterable[_Node], address: str, used: dict[str, int]) -> list[Section]:
    frozen: list[Section] = []
    for node in nodes:
        end = node.end
        while end > node.start and text[end - 1] in _BLANK:
            end -= 1
        marker = node.marker.marker if node.marker else ""
        title = text[node.title.start : node.title.end]
        here = _address(address, node, marker, title, used)
        frozen.append(
            Section(
                kind=node.kind,
                level=node.level,
                marker=marker,
                ordinal=node.marker.ordinal if node.marker else None,
                title=title,
                span=Span(node.start, end),
                title_span=Span(node.title.start, node.title.end),
                address=here,
                sections=tuple(_freeze(text, node.children, here if node.level else address, used)),
            )
        )
    return frozen


def _address(above: str, node: _Node, marker: str, title: str, used: dict[str, int]) -> str:
    """The marker without its spaces below `above`; the title where there is none; #2 for a second of its name."""
    name = "".join((marker or title).split()).replace("/", "")
    address = f"{above}/{name}" if above and node.level else name
    used[address] = used.get(address, 0) + 1
    return address if used[address] == 1 else f"{address}#{used[address]}"
