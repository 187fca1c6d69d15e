"""A text without some of its characters, and where the others stood.

>>> shorter = OffsetMap([(2, 5)])
>>> shorter.cut("达到   5%"), shorter.original_offset(2), shorter.original_span(1, 3)
('达到5%', 5, (1, 6))
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate


class OffsetMap:
    """The offsets of a text without some of its characters.

    Args:
        cuts: the spans that are left out, in order and apart from each other.
    """

    def __init__(self, cuts: Sequence[tuple[int, int]]) -> None:
        self._cuts = tuple(cuts)
        self._begins = [start for start, _ in self._cuts]
        self._gone = [0, *accumulate(end - start for start, end in self._cuts)]
        # The offset in the shortened text of each cut.
        self._starts = [start - gone for (start, _), gone in zip(self._cuts, self._gone[:-1], strict=True)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left out, so that the offsets are the same."""
        return not self._starts

    def cut(self, text: str) -> str:
        """Return the text without those characters."""
        pieces, done = [], 0
        for start, end in self._cuts:
            pieces.append(text[done:start])
            done = end
        return "".join((*pieces, text[done:]))

    def original_offset(self, offset: int) -> int:
        """Return the offset in the original of the character at `offset`."""
        return offset + self._gone[bisect_right(self._starts, offset)] if self._starts else offset

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original of the characters from `start` to `end`."""
        if not self._starts:
            return start, end
        first = self.original_offset(start)
        return first, self.original_offset(end - 1) + 1 if end > start else first

    def shortened_offset(self, offset: int) -> int:
        """Return the offset in the shortened text of an offset in the original; that of its start within a cut.

        >>> OffsetMap([(2, 5)]).shortened_offset(3), OffsetMap([(2, 5)]).shortened_offset(6)
        (2, 3)
        """
        index = bisect_left(self._begins, offset) - 1
        if index < 0:
            return offset
        end = self._cuts[index][1]
        return self._starts[index] + max(offset - end, 0)
