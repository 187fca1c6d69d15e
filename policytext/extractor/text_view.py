"""The text that the extraction reads: the folded text without the pinyin that some pages put between characters.

>>> view = TextView("达(dá)到5%")
>>> view.text, view.original_span(0, 4)
('达到5%', Span(start=0, end=8))
"""

from bisect import bisect_right
from itertools import accumulate

from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern

_TONES = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹ"
_MARKED = compile_pattern(f"[{_TONES}]")
_PINYIN = compile_pattern(rf"(?<=[^\W\x00-\x7f])[(（][a-zü{_TONES}]{{1,6}}[)）]")


class TextView:
    """A text without pinyin, and the offsets of its characters in the original.

    Args:
        shadow: The document's folded text.
    """

    def __init__(self, shadow: str) -> None:
        self.text = shadow
        self._starts: list[int] = []
        if _MARKED.search(shadow):
            cuts = [match.span() for match in _PINYIN.finditer(shadow) if _MARKED.search(match[0])]
            self._cut(shadow, cuts)

    def _cut(self, shadow: str, cuts: list[tuple[int, int]]) -> None:
        pieces, done = [], 0
        for start, end in cuts:
            pieces.append(shadow[done:start])
            done = end
        self.text = "".join((*pieces, shadow[done:]))
        self._gone = [0, *accumulate(end - start for start, end in cuts)]
        # The offset in the shortened text of each cut.
        self._starts = [start - gone for (start, _), gone in zip(cuts, self._gone[:-1], strict=True)]

    @property
    def is_whole(self) -> bool:
        """Whether nothing was removed, so that offsets are those of the original."""
        return not self._starts

    def original_offset(self, offset: int) -> int:
        """Return the offset in the original of the character at `offset`."""
        return offset + self._gone[bisect_right(self._starts, offset)] if self._starts else offset

    def original_span(self, start: int, end: int) -> Span:
        """Return the span in the original of the characters from `start` to `end`."""
        if not self._starts:
            return Span(start, end)
        return (
            Span(self.original_offset(start), self.original_offset(end - 1) + 1)
            if end > start
            else Span(self.original_offset(start), self.original_offset(start))
        )
