"""The lines of a text as offsets, without copies.

>>> lines = LineViews("一、总则\\n\\n  正文。\\n")
>>> [lines.text_of(i) for i in range(lines.count)]
['一、总则', '', '正文。', '']
>>> lines.previous(2), lines.begins[2]
(0, 8)
"""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence

from policytext.text.lazy_patterns import LazyPattern

#: The sign of a heading and a line of the front matter in Markdown.
_HEADING_SIGN = LazyPattern("#{1,6}[ \t]+")
_MATTER = LazyPattern(r"[\w-]+:(?:\s|$)|\s+\S|- |#")
_LONGEST_MATTER = 60
_BLANK = " \t\u3000\xa0\u2002\u2003\u200b\ufeff\r\n\f"
_SPACES = frozenset(_BLANK)


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
        self.begins = begins = [*starts]
        self.ends = ends = [after - 1 for after in starts[1:]]
        ends.append(len(text))
        if text[:3] == "---":
            rows = [text[start:end] for start, end in zip(begins[:_LONGEST_MATTER], ends, strict=False)]
            matter = _count_front_matter_lines(rows)
            ends[:matter] = begins[:matter]
        for number, (begin, end) in enumerate(zip(starts, ends, strict=True)):
            if begin < end:
                if text[end - 1] in _SPACES:
                    ends[number] = end = begin + len(text[begin:end].rstrip(_BLANK))
                if text[begin] in _SPACES and begin < end:
                    begins[number] = end - len(text[begin:end].lstrip(_BLANK))
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
