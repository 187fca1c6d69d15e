"""Tables of web pages whose cells stand one a line, each with a bar behind it, and whose head is lost.

>>> text = "床位（万张） |\\n47.1 |\\n69.2 |\\n预期性 |\\n入住率（%） |\\n84 |\\n94 |\\n约束性 |\\n机构（所） |\\n32 |\\n33 |\\n预期性 |\\n"
>>> [[cell.text for cell in row] for row in find_barred_tables(text)[0].rows()][0]
['床位（万张）', '47.1', '69.2', '预期性']
>>> find_barred_tables("床位 |\\n入住率 |\\n")
[]
"""

from collections.abc import Iterator, Sequence

from policytext.model.document import Cell, Span, Table
from policytext.text.hanzi import HAN
from policytext.text.lazy_patterns import LazyPattern

_CELL = LazyPattern(r"(?m)^([^|｜\n]*)[|｜][ \t\u3000]*$")
_SPACES = " \t\u3000"
_NAME = LazyPattern(f"(?=[^\n]*[{HAN}])(?!(?:约束|預期|预期|約束|指导)性$)[^\\d\n][^\n]{{0,39}}$")
_VALUE = LazyPattern(r"[><≥≤＞＜＋+]?\d[\d.,]*\s*[^\d\n]{0,6}$|[-—－–/]*$")
_DIGIT = LazyPattern(r"\d")
_OTHER = LazyPattern(r"(?:约束|預期|预期|約束|指导)性?$")
_FEWEST_ROWS = 3
_WIDTHS = range(3, 9)  # cells of a row


def find_barred_tables(text: str) -> list[Table]:
    """Find the tables with a bar behind each cell whose rows have one shape, in reading order."""
    if "|\n" not in text and "｜\n" not in text:
        return []
    return [table for run in _find_runs(text) if (table := _read_run(text, run))]


def _find_runs(text: str) -> Iterator[list[Span]]:
    """Yield the cells of adjacent lines that end with a bar and have no other."""
    run: list[Span] = []
    last = -1
    for match in _CELL.finditer(text):
        if match.start() != last + 1:
            yield run
            run = []
        words = match[1].rstrip(_SPACES)
        run.append(Span(match.start() + len(words) - len(words.lstrip(_SPACES)), match.start() + len(words)))
        last = match.end()
    yield run


def _read_run(text: str, run: Sequence[Span]) -> Table | None:
    """Return the table that begins within the first row of a run, if its rows have one shape."""
    for width in _WIDTHS:
        for first in range(min(width, len(run))):
            rows = _read_rows(text, run[first:], width)
            if len(rows) >= _FEWEST_ROWS:
                cells = tuple(
                    Cell(text[span[0] : span[1]], span, row, column, 1, 1)
                    for row, spans in enumerate(rows)
                    for column, span in enumerate(spans)
                )
                return Table(Span(cells[0].span[0], cells[-1].span[1]), cells)
    return None


def _read_rows(text: str, run: Sequence[Span], width: int) -> list[Sequence[Span]]:
    rows: list[Sequence[Span]] = []
    for at in range(0, len(run) - width + 1, width):
        row = run[at : at + width]
        if not _is_row(text, row):
            break
        rows.append(row)
    return rows


def _is_row(text: str, row: Sequence[Span]) -> bool:
    """Return whether cells are a name and values, of which one at least is a figure."""
    if not _NAME.compiled.match(text, *row[0]):
        return False
    cells = [text[start:end] for start, end in row[1:]]
    return any(map(_DIGIT.search, cells)) and all(_VALUE.match(cell) or _OTHER.match(cell) for cell in cells)
