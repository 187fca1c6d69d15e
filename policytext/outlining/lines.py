"""A text's lines, looked at without copying them.

>>> lines = Lines("一、总则\\n\\n正文。\\n")
>>> [lines.text_of(i) for i in range(lines.count)]
['一、总则', '', '正文。', '']
>>> lines.previous(2)
0
"""

from bisect import bisect_right
from collections.abc import Sequence

_BLANK = " \t\u3000\xa0\u2002\u2003\u200b\ufeff\r\n\f"


class Lines:
    """Line by line access by index from 0, for a text with its line starts."""

    __slots__ = ("_last_end", "count", "starts", "text")

    def __init__(self, text: str, starts: Sequence[int] | None = None) -> None:
        if starts is None:
            starts = [0]
            for line in text.split("\n"):
                starts.append(starts[-1] + len(line) + 1)
            starts.pop()
        self.text = text
        self.starts = starts
        self.count = len(starts)
        self._last_end = (-1, 0)

    def index(self, offset: int) -> int:
        """The line that holds `offset`."""
        return bisect_right(self.starts, offset) - 1

    def end(self, index: int) -> int:
        """Where the line's words end, its line break and closing spaces left out."""
        # Remembered for one line: many markers on one line must not strip its closing spaces again and again.
        if self._last_end[0] != index:
            end = self.starts[index + 1] if index + 1 < self.count else len(self.text)
            start = self.starts[index]
            while end > start and self.text[end - 1] in _BLANK:
                end -= 1
            self._last_end = (index, end)
        return self._last_end[1]

    def begin(self, index: int) -> int:
        """Where the line's words begin."""
        start, end = self.starts[index], self.end(index)
        while start < end and self.text[start] in _BLANK:
            start += 1
        return start

    def indent(self, offset: int) -> int:
        """How far `offset` stands from its line's start."""
        return offset - self.starts[self.index(offset)]

    def text_of(self, index: int) -> str:
        """The line's words."""
        return self.text[self.begin(index) : self.end(index)]

    def is_blank(self, index: int) -> bool:
        return self.begin(index) == self.end(index)

    def previous(self, index: int) -> int | None:
        """The nearest line above that is not blank."""
        for above in range(index - 1, -1, -1):
            if not self.is_blank(above):
                return above
        return None

    def next(self, index: int) -> int | None:
        """The nearest line below that is not blank."""
        for below in range(index + 1, self.count):
            if not self.is_blank(below):
                return below
        return None
