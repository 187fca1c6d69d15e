"""The order in which printed pages are read: columns, boxes, tables and footnotes, without running heads and page numbers."""

from collections.abc import Iterable, Iterator, Sequence

from policytext.model.records import NamedTuple
from policytext.readers.pdf_aligned import join_aligned
from policytext.readers.pdf_cells import group_rows
from policytext.readers.pdf_footnotes import split_footnotes, starts_with_mark
from policytext.readers.pdf_heads import find_heads
from policytext.readers.pdf_paragraphs import Paragraphs
from policytext.readers.pdf_printed_lines import PrintedLine, join_lines
from policytext.readers.pdf_rows import PrintedText, RuledTables, place_aligned
from policytext.readers.pdf_tables import PrintedBox, PrintedTable

_COLUMN = 5  # the fewest lines of a column
_SAME_HEIGHT = 4.0  # points by which lines side by side may differ in height
#: The places, as shares of the width, where the space between two columns is searched.
_GUTTERS = (0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56, 0.42, 0.58, 0.4, 0.6, 0.37, 0.63, 0.34, 0.66)


class PrintedPage(NamedTuple):
    """What stands on a page.

    Args:
        number: its number, from 1.
        height: its height, in points.
        lines: the lines outside of tables and boxes, in the order of the content stream.
        tables, frames: its ruled tables and boxes.
        turned: its lines in other directions.
    """

    number: int
    height: float
    lines: Sequence[PrintedLine]
    tables: Sequence[PrintedTable] = ()
    frames: Sequence[PrintedBox] = ()
    turned: Sequence[PrintedLine] = ()


class _Item(NamedTuple):
    """A line, a table or a box, at its place."""

    left: float
    right: float
    top: float
    content: PrintedLine | PrintedTable | PrintedBox


def join_pages(pages: Iterable[PrintedPage]) -> Iterator[PrintedText]:
    """Yield the paragraphs and rows of pages, each with the page and the line on it where it begins; footnotes come last.

    Args:
        pages: the pages.
    """
    tables = RuledTables()
    return place_aligned(_read_pages(list(pages), tables), tables.numbers)


def _read_pages(pages: Sequence[PrintedPage], tables: RuledTables) -> Iterator[PrintedText]:
    heads = find_heads(
        {page.number: (*page.lines, *page.turned) for page in pages},
        {page.number: page.height for page in pages},
    )
    paragraphs = Paragraphs()
    notes: list[list[PrintedLine]] = []
    for page in pages:
        kept = [line for line in page.lines if line not in heads]
        body, found = split_footnotes(kept, notes[-1] if notes else ())
        if found and not starts_with_mark(found[0][0]):
            notes[-1] += found.pop(0)
        notes += found
        contents: list[PrintedLine | PrintedTable | PrintedBox] = [*body, *page.tables, *page.frames]
        items = [_Item(content.left, content.right, content.top, content) for content in contents]
        for column in _split_columns(items):
            yield from _read_column(column, paragraphs, tables)
        turned = [line for line in page.turned if line not in heads]
        if turned:
            yield from paragraphs.end()
            tables.end()
            yield from (PrintedText(line.text, line.page, line.number) for line in turned)
    yield from paragraphs.end()
    for note in notes:
        yield PrintedText(join_lines(note), note[0].page, note[0].number)


def _read_column(
    column: Sequence[_Item], paragraphs: Paragraphs, tables: RuledTables
) -> Iterator[PrintedText]:
    """Yield the paragraphs and rows of a column; a paragraph does not go on across a table or a box."""
    lines: list[PrintedLine] = []
    for item in column:
        if isinstance(item.content, PrintedLine):
            lines.append(item.content)
            continue
        if lines or isinstance(item.content, PrintedBox):
            tables.end()
        yield from _read_lines(lines, paragraphs)
        lines = []
        yield from paragraphs.end()
        if isinstance(item.content, PrintedTable):
            yield from tables.read(item.content)
        else:
            yield from _read_lines(item.content.lines, paragraphs)
            yield from paragraphs.end()
    if lines:
        tables.end()
    yield from _read_lines(lines, paragraphs)


def _read_lines(lines: Sequence[PrintedLine], paragraphs: Paragraphs) -> Iterator[PrintedText]:
    if lines:
        yield from paragraphs.add(list(join_aligned(group_rows(lines))))


def _split_columns(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Yield the columns of a page in reading order; a line across both columns ends those above it."""
    ordered = sorted(items, key=lambda item: (round(item.top / 2), item.left))
    gutter = _find_gutter(ordered)
    if gutter is None:
        if ordered:
            yield ordered
        return
    left: list[_Item] = []
    right: list[_Item] = []
    across: list[_Item] = []
    for row in _group_items(ordered):
        beside = [item for item in row if item.right <= gutter], [item for item in row if item.left >= gutter]
        # Columns begin where lines are side by side, or at a line of the right one; a short line at the left before that
        # belongs to the text across both.
        if sum(map(len, beside)) == len(row) and (left or right or beside[1]):
            if across:
                yield across
                across = []
            left += beside[0]
            right += beside[1]
        else:
            yield from (column for column in (left, right) if column)
            left, right = [], []
            across += row
    yield from (column for column in (left, right, across) if column)


def _group_items(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Yield the items that begin at the same height."""
    row: list[_Item] = []
    for item in items:
        if row and item.top - row[0].top > _SAME_HEIGHT:
            yield row
            row = []
        row.append(item)
    if row:
        yield row


def _find_gutter(items: Sequence[_Item]) -> float | None:
    """Return a place between two columns: enough lines are side by side there, and fill both sides; None without columns."""
    lines = [item for item in items if isinstance(item.content, PrintedLine)]
    if len(lines) < 2 * _COLUMN:
        return None
    low, high = min(line.left for line in lines), max(line.right for line in lines)
    place = max(
        (low + share * (high - low) for share in _GUTTERS),
        key=lambda place: sum(not line.left < place < line.right for line in lines),
    )
    left = [line for line in lines if line.right <= place]
    right = [line for line in lines if line.left >= place]
    if min(len(left), len(right)) < _COLUMN:
        return None
    # The columns must be side by side and fill their halves; the cells of a table are short.
    top, bottom = max(left[0].top, right[0].top), min(left[-1].top, right[-1].top)
    beside = [line for line in (*left, *right) if top <= line.top <= bottom]
    filled = sum(
        line.right - line.left > 0.7 * (place - low if line.right <= place else high - place)
        for line in beside
    )
    sides = {line.right <= place for line in beside}
    return place if len(sides) == 2 and len(beside) >= _COLUMN and filled > 0.6 * len(beside) else None
