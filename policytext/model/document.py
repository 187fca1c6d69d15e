"""A text, positions in it, and its outline; `annotations` has what analysers find in it.

All types are frozen. Offsets count Unicode code points of the text as it was read, half-open, from 0, and
``source[part.span] == part.text`` holds for every part.

>>> source = Source(text="一、总体要求\\n（一）指导思想。")
>>> source[Span(2, 6)]
'总体要求'
>>> source.position(7)
Position(line=2, column=1)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from policytext.model.front_matter import DocumentDate, DocumentTitle, Frame
from policytext.model.front_matter import StatedFields as StatedFields
from policytext.model.span import Span as Span

Script = Literal["hans", "hant", "mixed", "none"]
Profile = Literal["mainland", "tw", "hk"]
Medium = Literal["text", "docx", "html", "pdf", "markdown", "table"]
EncodingOrigin = Literal["detected", "bom", "option", "given"]
Kind = Literal["title", "heading", "run-in", "article", "item", "inline", "topic"]

#: In `Source.headings`, the level of a line that only looks like a heading.
SET_OFF = 10

if TYPE_CHECKING:
    from policytext.model.offset_map import OffsetMap

# Not str.splitlines(): it also breaks at form feeds, U+0085 and U+2028, where no editor does.
_LINE_END = r"\r\n?|\n"


class Position(NamedTuple):
    """A position as editors count it: line and column from 1, columns in code points."""

    line: int
    column: int


class Cell(NamedTuple):
    """A cell of a table.

    Args:
        text: its text, without the space around it.
        span: the span of that text; empty where the cell has none.
        row: its row, from 0; a merged cell has the first row that it covers.
        column: its column, from 0; a merged cell has the first column that it covers.
        row_span: the number of rows that it covers.
        column_span: the number of columns that it covers.
    """

    text: str
    span: Span
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Table(NamedTuple):
    """A table of a text.

    >>> cells = (Cell("指标", Span(0, 2), 0, 0, 1, 2), Cell("率", Span(3, 4), 1, 0), Cell("40%", Span(7, 10), 1, 1))
    >>> [[cell and cell.text for cell in row] for row in Table(Span(0, 10), cells).rows()]
    [['指标', '指标'], ['率', '40%']]

    Args:
        span: from the first cell's text to the last one's.
        cells: each cell once, in reading order.
    """

    span: Span
    cells: tuple[Cell, ...]

    @property
    def height(self) -> int:
        """The number of rows."""
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    def rows(self) -> list[list[Cell | None]]:
        """Return the rows, all of the same length; a merged cell stands at every place that it covers."""
        width = self.width  # counted over all cells, so once
        grid: list[list[Cell | None]] = [[None] * width for _ in range(self.height)]
        for cell in self.cells:
            for row in grid[cell.row : cell.row + cell.row_span]:
                row[cell.column : cell.column + cell.column_span] = [cell] * cell.column_span
        return grid


_NOTHING_STATED = StatedFields()


@dataclass(frozen=True, kw_only=True)
class Source:
    """A text exactly as it was read, and its origin.

    Args:
        text: the decoded text with its line ends; a byte order mark is not part of it.
        path: the name the user gave, ``-`` for standard input, empty for a string in a program.
        encoding: the codec that decoded it, in Python's spelling ("utf-8", "gb18030", "big5hkscs", "utf-16-le").
        encoding_origin: how that codec was found.
        bom: whether the file began with a byte order mark.
        medium: the type of file; the text of every type but plain text was extracted.
        locations: for an extracted text, pairs of an offset and the place in the file ("paragraph 12") from there on,
            in order.
        dropped: the number of lines left out because they are not part of the text: navigation, footers.
        pictures: the number of pictures in the file, whose text is not read.
        picture_pages: the numbers of the pages that have only pictures, whose text is not read.
        replaced: the number of characters U+FFFD in place of bytes that are not valid in the encoding.
        tables: the tables that the file marks as such, in reading order; those of plain text are found by the outliner.
        headings: for a file whose format marks headings, pairs of a line's offset and its level, in order: 0 for the
            document's title, 1 to 9, or `SET_OFF` for a line that only looks like one, bold or larger than the others.
        stated: what the file states about the document outside its text.
    """

    text: str
    path: str = ""
    encoding: str = "utf-8"
    encoding_origin: EncodingOrigin = "given"
    bom: bool = False
    medium: Medium = "text"
    locations: tuple[tuple[int, str], ...] = ()
    dropped: int = 0
    pictures: int = 0
    picture_pages: tuple[int, ...] = ()
    replaced: int = 0
    tables: tuple[Table, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    stated: StatedFields = _NOTHING_STATED

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character. CRLF, CR and LF each end one line."""
        if "\r" in self.text:
            return [0, *(line_end.end() for line_end in re.finditer(_LINE_END, self.text))]
        lengths = [len(line) + 1 for line in self.text.split("\n")]
        return list(accumulate(lengths[:-1], initial=0))

    @property
    def line_count(self) -> int:
        """The number of lines as editors show it: a line break at the end starts no further line."""
        starts = self.line_starts
        return len(starts) - (starts[-1] == len(self.text))

    def position(self, offset: int) -> Position:
        """Return the line and column of `offset` (0 <= offset <= len(text))."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def location(self, offset: int) -> str | None:
        """Return the place of `offset` in the file that the text was extracted from, None for plain text."""
        index = bisect_right(self.locations, offset, key=_get_offset) - 1
        return self.locations[index][1] if index >= 0 else None


def _get_offset(location: tuple[int, str]) -> int:
    return location[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with its closing punctuation and quotes, without the space around it."""

    span: Span
    text: str


class Section(NamedTuple):
    """One node of the outline; a named tuple because a corpus has hundreds of millions of them.

    Args:
        kind: a document title, a heading alone on its line, a heading followed by its body (run-in), an article (条),
            an item of a statute's list, an inline 一是, or an unmarked topic sentence.
        level: the depth in this document; a document title has 0.
        marker: the enumerator as written ("（一）", "第壹,"), empty without one.
        ordinal: the number that the marker stands for, None where it has none ("——").
        title: the heading as written, without closing punctuation; articles may have an empty one.
        span: from the first character of the marker, or of the title, to the end of the section.
        title_span: the span of the title.
        address: the markers from the top down to this one, joined by "/"; unique in the document.
        sections: the sections below, in reading order.
        domain: the service domain of the section, where it was decided.
    """

    kind: Kind
    level: int
    marker: str
    ordinal: int | None
    title: str
    span: Span
    title_span: Span
    address: str
    sections: tuple[Section, ...] = ()
    domain: str | None = None

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


NO_FRAME = Frame()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with its outline and the facts of its front matter.

    Args:
        source: the text.
        script: Simplified, Traditional, both, or no Han characters.
        profile: the region whose standards it follows.
        title: the document's title on one line, None where none was recognised.
        document_number: as written, "国发〔2021〕29号".
        issuer: the issuing body as written.
        date: ISO 8601, the date of the document.
        sections: the outline's top sections.
        tables: the tables, in reading order.
        titles: all titles, the main one first.
        issuers: all issuing bodies in order; `issuer` is the first. A statute has the body that adopted it.
        dates: all dates of the front matter and the closing article, with their roles.
        frame: what the document is, and the years and the region that it speaks of.
        joined: the same text without the line breaks of a fixed width, which analysers read; None if it has none.
    """

    source: Source
    script: Script
    profile: Profile
    title: str | None
    document_number: str | None
    issuer: str | None
    date: str | None
    sections: tuple[Section, ...]
    tables: tuple[Table, ...] = ()
    titles: tuple[DocumentTitle, ...] = ()
    issuers: tuple[str, ...] = ()
    dates: tuple[DocumentDate, ...] = ()
    frame: Frame = NO_FRAME
    joined: JoinedText | None = None

    def walk(self) -> Iterator[Section]:
        """Yield all sections in reading order."""
        for section in self.sections:
            yield from section.walk()


class JoinedText(NamedTuple):
    """A text whose broken words are joined: without its wraps, or without the spaces around its figures.

    Args:
        document: the document of the joined text.
        offsets: where its characters stand in the original.
    """

    document: Document
    offsets: OffsetMap
