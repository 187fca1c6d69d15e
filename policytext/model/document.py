"""A text, the places in it, and its outline; what analysers find in it is in `annotations`.

Everything here is frozen. Offsets count Unicode code points of the text as it was read, half-open, from 0.
One law binds all parts and marks: ``source[part.span] == part.text``.

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
from typing import Literal, NamedTuple

Script = Literal["hans", "hant", "mixed", "none"]
Profile = Literal["mainland", "tw", "hk"]
Medium = Literal["text", "docx", "html", "pdf", "markdown", "table"]
EncodingOrigin = Literal["detected", "bom", "option", "given"]
Kind = Literal["title", "heading", "run-in", "article", "item", "inline", "topic"]

# Not str.splitlines(): it also breaks at form feeds, U+0085 and U+2028, where no editor does.
_LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A half-open stretch of text, in code points from 0."""

    start: int
    end: int


class Position(NamedTuple):
    """A position as people count it: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, kw_only=True)
class Source:
    """A text exactly as it was read, and where it came from.

    Args:
        text: the decoded text, line ends and all; a byte order mark is not part of it.
        path: the name the user gave, ``-`` for standard input, empty for a string in a program.
        encoding: the codec that decoded it, in Python's spelling ("utf-8", "gb18030", "big5hkscs", "utf-16-le").
        encoding_origin: how that codec was found.
        bom: whether a byte order mark stood before the text.
        medium: what kind of file it was read from; everything but plain text had to be extracted.
        locations: for an extracted text where its stretches stand in the original: the offset from which on, and
            the paragraph, element or page in words ("paragraph 12"), in order.
        dropped: how many lines of a page were left out as no part of its text: navigation, footers, running heads.
    """

    text: str
    path: str = ""
    encoding: str = "utf-8"
    encoding_origin: EncodingOrigin = "given"
    bom: bool = False
    medium: Medium = "text"
    locations: tuple[tuple[int, str], ...] = ()
    dropped: int = 0

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character. CRLF, CR and LF each end one line."""
        if "\r" in self.text:
            return [0, *(found.end() for found in _LINE_END.finditer(self.text))]
        lengths = [len(line) + 1 for line in self.text.split("\n")]
        return list(accumulate(lengths[:-1], initial=0))

    @property
    def line_count(self) -> int:
        """Lines as ``wc -l`` and editors agree on them: an ending line break opens no further line."""
        starts = self.line_starts
        return len(starts) - (starts[-1] == len(self.text))

    def position(self, offset: int) -> Position:
        """The line and column of `offset` (0 <= offset <= len(text))."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def location(self, offset: int) -> str | None:
        """Where `offset` stands in the file that the text was extracted from; None for plain text."""
        index = bisect_right(self.locations, offset, key=_first) - 1
        return self.locations[index][1] if index >= 0 else None


def _first(location: tuple[int, str]) -> int:
    return location[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with its closing marks and quotes, without the space around it."""

    span: Span
    text: str


class Section(NamedTuple):
    """One node of the outline. A named tuple, because a corpus makes them by the hundred million.

    Args:
        kind: what it is: a document title, a heading alone on its line, a heading with its body behind it
            (run-in), an article (条), an item of a statute's list, an inline 一是, an unmarked topic sentence.
        level: depth in this document; a document title has 0.
        marker: the enumerator as written ("（一）", "第壹,"), empty where there is none.
        ordinal: the number that the marker stands for, None where it has none ("——").
        title: the heading's words as written, without closing punctuation; may be empty (articles).
        span: from the marker's first character (the title's, without a marker) to where the scope ends.
        title_span: where the title stands.
        address: the markers from the top down to this one, joined by "/"; unique in the document.
        sections: the sections below, in reading order.
        domain: the service domain it speaks of, where one was decided.
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
        """This section and everything below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with what was read out of it: its outline and what it says of itself.

    Args:
        source: the text.
        script: Simplified, Traditional, both, or no Han at all.
        profile: whose standards it follows.
        title: the document's title with line breaks folded away, None where none was recognised.
        document_number: as written, "国发〔2021〕29号".
        issuer: the issuing body as written.
        date: ISO 8601, the date of the document.
        sections: the outline's top sections.
    """

    source: Source
    script: Script
    profile: Profile
    title: str | None
    document_number: str | None
    issuer: str | None
    date: str | None
    sections: tuple[Section, ...]

    def walk(self) -> Iterator[Section]:
        """All sections, in reading order."""
        for section in self.sections:
            yield from section.walk()
