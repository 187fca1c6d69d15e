"""The tables of a plain text: rows with bars, tabs or aligned columns, and tables with one cell a line.

A table that is not certain is left out.

>>> text = "指标 | 单位 | 2030年\\n床位 | 张 | 2600\\n普及率 | % | 95\\n"
>>> [[cell.text for cell in row] for row in find_tables(text)[0].rows()]
[['指标', '单位', '2030年'], ['床位', '张', '2600'], ['普及率', '%', '95']]
>>> find_tables("几  个  问  题\\n加快发展。\\n")
()
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from policytext.model.document import Cell, Span, Table
from policytext.model.records import NamedTuple
from policytext.outliner.barred_cells import find_barred_tables
from policytext.outliner.listed_tables import find_listed_tables
from policytext.outliner.spaced_tables import find_spaced_tables
from policytext.text.lazy_patterns import LazyPattern

_BARS = "|｜│┃║\t"
#: The signs that may split a line: a bar, a tab, or a gap behind a character. Each is searched for by itself, because
#: the engine finds a literal in a tenth of the time of a choice.
_SIGNS = tuple(
    (sign, LazyPattern(source))
    for sign, source in (
        *((bar, f"[{bar}]") for bar in _BARS),
        ("  ", r"  (?<=\S  )"),
        ("\u3000", "\u3000(?<=\\S\u3000)"),
    )
)
_LONGEST = 4_000  # characters of a line that may be a row
_SEPARATORS = (
    ("|", LazyPattern(r"(?<!\\)[|｜│┃║]")),
    ("\t", LazyPattern(r"\t")),
    (" ", LazyPattern(r" {2,}|\u3000[ \u3000]*")),
)
#: The line below a Markdown header, and the lines of a frame drawn with signs.
_RULER = LazyPattern(r"[\s|:\-—+=\u2500-\u257f]+$")
_ENUMERATOR = LazyPattern(r"[(（]?[一二三四五六七八九十\d]{1,4}[)）、.．]?$|第.{1,5}[章节条编]$|[-•·●]$")
_PAGE = LazyPattern(r"[-—·.…\s]*\d{1,3}$")
_FIGURE = LazyPattern(r"[><≥≤＞＜约]?\d[\d,.％%]{0,12}\S{0,3}$")
_STOPS = "。；：！？;:"
_SENTENCE = LazyPattern(f"[{_STOPS}]$")
_MIN_ALIGNED_ROWS = 3
_ALIGNED_CELL = 30  # characters of a cell between gaps


class _Block(NamedTuple):
    """Adjacent lines split by one sign, and whether a ruler parts their header from the rest."""

    sign: str
    rows: list[tuple[Span, ...]]
    ruled: bool = False


def find_tables(text: str, marked: tuple[Table, ...] = ()) -> tuple[Table, ...]:
    """Find the tables of a text, in reading order.

    Args:
        text: the text.
        marked: the tables that the file marks as such, which are kept as they are.
    """
    tables = [*marked]
    _add_separate(tables, find_listed_tables(text))
    _add_separate(tables, find_barred_tables(text))
    blocks = (block for block in _find_blocks(text) if _is_table(text, block))
    _add_separate(tables, [_build_table(text, block.rows) for block in blocks])
    _add_separate(tables, find_spaced_tables(text))
    return tuple(sorted(tables))


def _add_separate(tables: list[Table], others: Sequence[Table]) -> None:
    """Add the tables that don't overlap those found before."""
    spans = sorted(table.span for table in tables)
    for table in others:
        at = bisect_left(spans, (table.span[1], 0))
        if not at or spans[at - 1][1] <= table.span[0]:
            tables.append(table)


def _find_blocks(text: str) -> Iterator[_Block]:
    """Yield the runs of lines that the same sign splits; one blank line between two rows is allowed."""
    parted = any(sign in text for sign in _BARS)
    for lines in _find_runs(text):
        # Most are the articles of a statute: sentences with a gap behind their number.
        if not parted and all(text[end - 1] in _STOPS for _, end in lines):
            continue
        block = _Block("", [])
        last = lines[0][0]
        for start, end in lines:
            sign, cells = _split_line(text, start, end)
            between = text[last:start]
            ruled = bool(between.strip()) and _is_ruler(between)
            if sign and sign == block.sign and (ruled or not between.strip()) and between.count("\n") < 3:
                block = block._replace(ruled=block.ruled or (ruled and len(block.rows) == 1))
                block.rows.append(cells)
            elif sign or not _is_ruler(text[start:end]):
                yield block
                block = _Block(sign, [cells] if sign else [])
            else:
                continue
            last = end
        yield block


def _find_runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines with a sign that may split them, at least two with nothing but rulers between them."""
    run: list[tuple[int, int]] = []
    for start, end in _find_lines(text):
        if run and not (start - run[-1][1] < _LONGEST and _RULER.fullmatch(text, run[-1][1], start)):
            if len(run) > 1:
                yield run
            run = []
        run.append((start, end))
    if len(run) > 1:
        yield run


def _find_lines(text: str) -> list[tuple[int, int]]:
    """Return the spans of the lines with a sign that may split them."""
    lines: set[tuple[int, int]] = set()
    returns = "\r" in text
    for sign, pattern in _SIGNS:
        at = 0 if sign in text else len(text)
        while found := pattern.search(text, at):
            first, last = found.span()
            start = text.rfind("\n", at, first) + 1 or at
            at = text.find("\n", last)
            if at < 0:
                at = len(text)
            if returns:
                start = max(start, text.rfind("\r", start, first) + 1)
                line_end = text.find("\r", last, at)
                at = at if line_end < 0 else line_end
            if at - start < _LONGEST:
                lines.add((start, at))
    return sorted(lines)


def _is_ruler(lines: str) -> bool:
    return bool(_RULER.match(lines))


def _split_line(text: str, start: int, end: int) -> tuple[str, tuple[Span, ...]]:
    """Return the sign that splits a line, and its cells; an empty sign if there are not two cells."""
    first, last = _strip(text, start, end)
    if first == last or _RULER.match(text, first, last):
        return "", ()
    for sign, separator in _SEPARATORS:
        signs = list(separator.finditer(text, first, last))
        if not signs:
            continue
        at, cells = first, []
        for found in signs:
            cells.append(Span(*_strip(text, at, found.start())))
            at = found.end()
        cells.append(Span(*_strip(text, at, last)))
        # A bar at the edge frames the row; a tab there follows or precedes an empty cell.
        if sign == "|":
            cells = cells[signs[0].start() == first : len(cells) - (at == last)]
        filled = sum(cell[0] < cell[1] for cell in cells)
        if len(cells) > 1 and (filled > 1 or sign == "|"):
            return sign, tuple(cells)
        return "", ()
    return "", ()


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the spaces at its ends; tabs at the end are cells."""
    while start < end and text[start] in " \u3000\xa0":
        start += 1
    while end > start and text[end - 1] in " \u3000\xa0":
        end -= 1
    return start, end


def _is_table(text: str, block: _Block) -> bool:
    """Return whether the lines are certainly rows of a table."""
    rows = block.rows
    if len(rows) < 2:
        return False
    widths = {len(row) for row in rows}
    if block.sign == "|":
        return block.ruled or min(widths) > 2 or (len(rows) > 2 and len(widths) == 1)
    words = [[text[cell[0] : cell[1]] for cell in row] for row in rows]
    if _is_contents(words) or len(widths) > 2:
        return False
    if block.sign == "\t":
        return len(widths) == 1 or min(widths) > 2
    return _is_aligned(words)


def _is_contents(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the rows are numbered lines, or the entries of a contents page."""
    return all(len(row) == 2 and (_ENUMERATOR.match(row[0]) or _PAGE.match(row[1])) for row in rows)


def _is_aligned(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether gaps between words are those of columns: short cells, as many in each row, with figures."""
    if len(rows) < _MIN_ALIGNED_ROWS or len({len(row) for row in rows}) > 1:
        return False
    if any(len(cell) > _ALIGNED_CELL or _SENTENCE.search(cell) for row in rows for cell in row):
        return False
    with_figure = [any(_FIGURE.match(cell) for cell in row[1:]) for row in rows]
    return all(with_figure[1:]) and any(len(cell) > 1 for cell in rows[0])


def _build_table(text: str, rows: Sequence[Sequence[Span]]) -> Table:
    cells = [
        Cell(text[span[0] : span[1]], span, row, column)
        for row, spans in enumerate(rows)
        for column, span in enumerate(spans)
    ]
    filled = [cell.span for cell in cells if cell.text] or [cells[0].span]
    return Table(Span(filled[0][0], filled[-1][1]), tuple(cells))
