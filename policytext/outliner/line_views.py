"""The lines of a text as offsets, without copies.

>>> lines = LineViews("一、总则\\n\\n  正文。\\n")
>>> [lines.text_of(i) for i in range(lines.count)]
['一、总则', '', '正文。', '']
>>> lines.previous(2), lines.begins[2]
(0, 8)
"""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from operator import add

from policytext.text.lazy_patterns import compile_pattern

#: The sign of a heading and a line of the front matter in Markdown.
_HEADING_SIGN = compile_pattern("#{1,6}[ \t]+")
_MATTER = compile_pattern(r"[\w-]+:(?:\s|$)|\s+\S|- |#")
_LONGEST_MATTER = 60
_BLANK = " \t\u3000\xa0\u2002\u2003\u200b\ufeff\r\n\f"


def _split_lines(text: str, starts: Sequence[int]) -> list[str]:
    if "\r" not in text:
        return text.split("\n")
    return [text[start:after] for start, after in zip(starts, [*starts[1:], len(text)], strict=True)]


def _count_front_matter_lines(lines: Sequence[str]) -> int:
    """Return the number of lines of YAML front matter in a Markdown file: ``---``, keys and values, ``---``."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:_LONGEST_MATTER], 1):
        if line.rstrip() in ("---", "..."):
            return number + 1
        if line.strip() and not _MATTER.match(line):
            return 0
    return 0


class LineViews:
    """The lines of a text by index from 0.

    Args:
        text: the text; of Markdown the prose, with spaces in place of markup.
        starts: the offset of each line's first character, as in ``Source.line_starts``.

    Attributes:
        original: the text as it is written.
        headings: the levels of the headings that Markdown marks, by line.
        items: the lines on which Markdown marks the items of numbered lists.
        rows: the lines that Markdown marks as rows of tables.
        titles: the lines of the headings that are titles of the document, or of documents in it.
        styled: the levels of the headings that a file marks by their style, by line; see `styled_headings`.
        set_off: the lines that are bold, or larger than the text.
        begins, ends: the start and end of each line without the space around it; equal on a blank line.
    """

    __slots__ = (
        "begins",
        "count",
        "ends",
        "headings",
        "items",
        "original",
        "rows",
        "set_off",
        "starts",
        "styled",
        "tabular",
        "text",
        "titles",
    )

    def __init__(self, text: str, starts: Sequence[int] | None = None) -> None:
        if starts is None:
            starts = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]
        self.text = self.original = text
        self.headings: Mapping[int, int] = {}
        self.items: Collection[int] = ()
        self.rows: Collection[int] = ()
        self.titles: Sequence[int] = ()
        self.styled: Mapping[int, int] = {}
        self.set_off: Collection[int] = ()
        self.starts = starts
        self.count = len(starts)
        self.tabular = "\t" in text or "|" in text or "｜" in text
        pieces = _split_lines(text, starts)
        self.begins = begins = [*starts]
        self.ends = ends = [*map(add, starts, map(len, pieces))]
        for number in range(_count_front_matter_lines(pieces)):
            pieces[number] = ""
            ends[number] = begins[number]
        for number, line in enumerate(pieces):
            if line:
                if line[-1] in _BLANK:
                    line = line.rstrip(_BLANK)
                    ends[number] = begins[number] + len(line)
                if line[:1] in _BLANK:
                    begins[number] = ends[number] - len(line.lstrip(_BLANK))
        if "#" in text:
            self._leave_out_signs()

    def _leave_out_signs(self) -> None:
        """Leave out the sign of a heading at the start of a line."""
        for number, begin in enumerate(self.begins):
            if self.text[begin : begin + 1] == "#":
                sign = _HEADING_SIGN.match(self.text, begin, self.ends[number])
                self.begins[number] = sign.end() if sign else begin

    def index(self, offset: int) -> int:
        """Return the index of the line that contains `offset`."""
        return bisect_right(self.starts, offset) - 1

    def indent(self, offset: int) -> int:
        """Return the distance of `offset` from the start of its line."""
        return offset - self.starts[self.index(offset)]

    def text_of(self, index: int) -> str:
        """Return the text of a line without the space around it."""
        return self.text[self.begins[index] : self.ends[index]]

    def is_blank(self, index: int) -> bool:
        """Return whether a line has nothing but white space."""
        return self.begins[index] == self.ends[index]

    def previous(self, index: int) -> int | None:
        """Return the nearest line above that is not blank, None without one."""
        for above in range(index - 1, -1, -1):
            if self.begins[above] != self.ends[above]:
                return above
        return None

    def next(self, index: int) -> int | None:
        """Return the nearest line below that is not blank, None without one."""
        for below in range(index + 1, self.count):
            if self.begins[below] != self.ends[below]:
                return below
        return None
