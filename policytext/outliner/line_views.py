"""A text's lines, looked at without copying them.

>>> lines = LineViews("一、总则\\n\\n  正文。\\n")
>>> [lines.text_of(i) for i in range(lines.count)]
['一、总则', '', '正文。', '']
>>> lines.previous(2), lines.begins[2]
(0, 8)
"""

from bisect import bisect_right
from collections.abc import Sequence

from policytext.text.lazy_patterns import compile_pattern

#: What Markdown begins a heading with, and what stands in the block before a text.
_HEADING_SIGN = compile_pattern("#{1,6}[ \t]+")
_MATTER = compile_pattern(r"[\w-]+:(?:\s|$)|\s+\S|- |#")
_LONGEST_MATTER = 60
_BLANK = " \t\u3000\xa0\u2002\u2003\u200b\ufeff\r\n\f"


def _split_lines(text: str, starts: Sequence[int]) -> list[str]:
    if "\r" not in text:
        return text.split("\n")
    return [text[start:after] for start, after in zip(starts, [*starts[1:], len(text)], strict=True)]


def _count_front_matter_lines(lines: Sequence[str]) -> int:
    """How many lines at the beginning of a Markdown file are about the file: ``---``, keys and values, ``---``."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:_LONGEST_MATTER], 1):
        if line.rstrip() in ("---", "..."):
            return number + 1
        if line.strip() and not _MATTER.match(line):
            return 0
    return 0


class LineViews:
    """Line by line access by index from 0, for a text with its line starts.

    Args:
        text: the text.
        starts: the offset of each line's first character, ascending, as ``Source.line_starts`` gives it.

    Attributes:
        begins, ends: where each line's words begin and end, the space around them left out; equal on a blank line.
    """

    __slots__ = ("begins", "count", "ends", "starts", "tabular", "text")

    def __init__(self, text: str, starts: Sequence[int] | None = None) -> None:
        if starts is None:
            starts = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]
        self.text = text
        self.starts = starts
        self.count = len(starts)
        self.tabular = "\t" in text or "|" in text or "｜" in text
        self.begins: list[int] = []
        self.ends: list[int] = []
        pieces = _split_lines(text, starts)
        matter = _count_front_matter_lines(pieces)
        for number, (start, line) in enumerate(zip(starts, pieces, strict=True)):
            if number < matter:
                line = ""
            if line and (line[0] in _BLANK or line[-1] in _BLANK):
                words = line.strip(_BLANK)
                start += line.index(words[0]) if words else 0
                line = words
            if line[:1] == "#" and (sign := _HEADING_SIGN.match(line)):
                start, line = start + sign.end(), line[sign.end() :]
            self.begins.append(start)
            self.ends.append(start + len(line))

    def index(self, offset: int) -> int:
        """The line that holds `offset`."""
        return bisect_right(self.starts, offset) - 1

    def indent(self, offset: int) -> int:
        """How far `offset` stands from its line's start."""
        return offset - self.starts[self.index(offset)]

    def text_of(self, index: int) -> str:
        """The line's words."""
        return self.text[self.begins[index] : self.ends[index]]

    def is_blank(self, index: int) -> bool:
        return self.begins[index] == self.ends[index]

    def previous(self, index: int) -> int | None:
        """The nearest line above that is not blank."""
        for above in range(index - 1, -1, -1):
            if self.begins[above] != self.ends[above]:
                return above
        return None

    def next(self, index: int) -> int | None:
        """The nearest line below that is not blank."""
        for below in range(index + 1, self.count):
            if self.begins[below] != self.ends[below]:
                return below
        return None
