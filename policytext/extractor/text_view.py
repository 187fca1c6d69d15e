"""The text that the extraction reads: the shadow, without the pinyin that a damaged page put between characters.

>>> view = TextView("达(dá)到5%")
>>> view.text, view.span(0, 4)
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
    """A text for reading and the way back to the original.

    Args:
        shadow: the document's shadow.
    """

    def __init__(self, shadow: str) -> None:
        self.text = shadow
        self._starts: list[int] = []
        if _MARKED.search(shadow):
            cuts = [found.span() for found in _PINYIN.finditer(shadow) if _MARKED.search(found[0])]
            self._cut(shadow, cuts)

    def _cut(self, shadow: str, cuts: list[tuple[int, int]]) -> None:
        pieces, done = [], 0
        for start, end in cuts:
            pieces.append(shadow[done:start])
            done = end
        self.text = "".join((*pieces, shadow[done:]))
        self._gone = [0, *accumulate(end - start for start, end in cuts)]
        # Where in the shortened text each cut was made.
        self._starts = [start - gone for (start, _), gone in zip(cuts, self._gone[:-1], strict=True)]

    @property
    def whole(self) -> bool:
        """Whether nothing was left out, so that offsets are the same."""
        return not self._starts

    def at(self, offset: int) -> int:
        """Where the character at `offset` stands in the original."""
        return offset + self._gone[bisect_right(self._starts, offset)] if self._starts else offset

    def span(self, start: int, end: int) -> Span:
        """Where the characters from `start` to `end` stand in the original."""
        if not self._starts:
            return Span(start, end)
        return (
            Span(self.at(start), self.at(end - 1) + 1)
            if end > start
            else Span(self.at(start), self.at(start))
        )
