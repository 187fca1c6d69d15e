"""An extracted text built line by line, each line with its place in the original file.

>>> lines = LocatedLines()
>>> lines.add("一、总体要求", "paragraph 1")
>>> lines.add("坚持便民。", "paragraph 3")
>>> source = lines.source("html", path="a.html")
>>> source.text, source.location(7), source.medium
('一、总体要求\\n坚持便民。\\n', 'paragraph 3', 'html')

A row of a table is a line, and its cells are spans of it:

>>> start = lines.length
>>> lines.add("指标 | 2030年", "table 1 row 1")
>>> lines.add_cell(1, (0, 0, 1, 1, start, start + 2))
>>> lines.add_cell(1, (0, 1, 1, 1, start + 5, start + 10))
>>> [cell.text for cell in lines.source("html", path="a.html").tables[0].cells]
['指标', '2030年']
"""

from policytext.model.document import Cell, Medium, Source, Span, Table

_MAX_CELLS = 1_000_000  # places that a table's cells may cover; a larger one is read as lines only


#: The position of a cell: its row and column from 0, the rows and columns it covers, and its start and end in the text.
#: A plain tuple, because a table may have a million cells.
CellPlace = tuple[int, int, int, int, int, int]


class LocatedLines:
    """A text that a reader builds line by line.

    Attributes:
        length: the number of characters so far, which is the offset of the next line.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._locations: list[tuple[int, str]] = []
        self._tables: dict[int, list[CellPlace]] = {}
        self._headings: list[tuple[int, int]] = []
        self.length = 0

    def add(self, line: str, location: str, level: int | None = None) -> None:
        """Append a line; line breaks inside it are kept.

        Args:
            line: its text, without a break at the end.
            location: its place in the original, such as "paragraph 3".
            level: as in ``Source.headings``, None for a line that is not marked.
        """
        if level is not None:
            self._headings.append((self.length, level))
        if not self._locations or self._locations[-1][1] != location:
            self._locations.append((self.length, location))
        self._lines.append(line)
        self.length += len(line) + 1

    def add_location(self, start: int, location: str) -> None:
        """Record that the last line goes on at another place of the original.

        Args:
            start: the offset from which on it stands there.
            location: the place, as in `add`.
        """
        self._locations.append((start, location))

    def add_cell(self, table: int, place: CellPlace) -> None:
        """Record that a part of the text is a cell of a table.

        Args:
            table: the table's number.
            place: where the cell stands.
        """
        self._tables.setdefault(table, []).append(place)

    def source(self, medium: Medium, *, path: str, encoding: str = "utf-8") -> Source:
        """Return the text as a source that knows its places.

        Args:
            medium: the type of the file.
            path: the file as messages name it.
            encoding: the codec of the file.
        """
        text = replace_surrogates("".join([f"{line}\n" for line in self._lines]))
        tables = (_build_table(text, places) for places in self._tables.values())
        return Source(
            text=text,
            path=path,
            encoding=encoding,
            encoding_origin="detected",
            medium=medium,
            locations=tuple(self._locations),
            headings=tuple(self._headings),
            tables=tuple(sorted(table for table in tables if table is not None)),
        )


def _build_table(text: str, places: list[CellPlace]) -> Table | None:
    """Build a table from its cells; None for one of a single column, which only frames its text."""
    height = max([row + row_span for row, _, row_span, _, _, _ in places])
    width = max([column + column_span for _, column, _, column_span, _, _ in places])
    if width < 2 or height * width > _MAX_CELLS:
        return None
    cells = []
    first, last = len(text), 0
    for row, column, row_span, column_span, start, end in sorted(places):
        part = text[start:end]
        bare = part.strip()
        size = len(bare)
        if size != len(part):
            start += len(part) - len(part.lstrip())
        if size:
            first, last = min(first, start), max(last, start + size)
        cells.append(Cell(bare, Span(start, start + size), row, column, row_span, column_span))
    return Table(Span(first, last), tuple(cells)) if last else None


def replace_surrogates(text: str) -> str:
    """Return a text with lone surrogates replaced by question marks; Python could not encode them.

    >>> replace_surrogates("一\\ud800二")
    '一?二'
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text
