"""Blocks of a text, matched one at a time; their sentences are found when a rule first needs one.

>>> block = Block(0, 10, "推进改革。扩大开放。", None)
>>> block.sentence(6)
Span(start=5, end=10)
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from functools import cached_property

from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern

# The ends of sentences in both widths; no gap of a phrase crosses them.
SENTENCE_ENDS = "。！？!?；;\n\r"
# A block ends at a sentence end if there is one within this many characters.
_SOON = 2_000
_SENTENCE = compile_pattern(f"[^{SENTENCE_ENDS}]+[{SENTENCE_ENDS}]{{0,8}}|[{SENTENCE_ENDS}]{{1,8}}")
_END = compile_pattern(f"[{SENTENCE_ENDS}](?![{SENTENCE_ENDS}])")
_FAR = 1 << 62
# How far back to look for the beginning of a sentence, in increasing steps.
_STEPS = (200, 4_000, 1 << 62)


class Block:
    """The text from `start` to `end`; `given` are its sentences, or None to find them by punctuation."""

    def __init__(self, start: int, end: int, shadow: str, given: Sequence[Span] | None) -> None:
        self.start = start
        self.end = end
        self._shadow = shadow
        self._given = given
        # The sentences found one by one, in order.
        self._known: list[Span] = []

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the block in order; one that crosses its edge is cut there."""
        if self._given is None:
            found = _SENTENCE.finditer(self._shadow, self.start, self.end)
            return [Span._make(match.span()) for match in found]
        return [Span(max(start, self.start), min(end, self.end)) for start, end in self._given]

    def sentence(self, at: int) -> Span | None:
        """Return the sentence at the position `at`, or None between sentences."""
        if self._given is None and "sentences" not in self.__dict__:
            # Most rules need only a few sentences, so the block is not split as a whole.
            return self._around(at) if self.start <= at < self.end else None
        number = bisect_right(self.sentences, (at, _FAR)) - 1
        if number < 0 or at >= self.sentences[number].end:
            return None
        return self.sentences[number]

    def _around(self, at: int) -> Span:
        index = bisect_right(self._known, (at, _FAR)) - 1
        if index >= 0 and at < self._known[index].end:
            return self._known[index]
        found = Span(self._begin(at), self._end(at))
        insort(self._known, found)
        return found

    def _begin(self, at: int) -> int:
        """Return the start of the sentence at `at`: after the nearest sentence end before it."""
        shadow = self._shadow
        while at > self.start and shadow[at] in SENTENCE_ENDS:
            at -= 1
        for size in _STEPS:
            low = max(self.start, at - size)
            near = shadow[low:at]
            last = max(map(near.rfind, SENTENCE_ENDS))
            if last >= 0 or low == self.start:
                return low + last + 1
        return self.start

    def _end(self, at: int) -> int:
        found = _END.search(self._shadow, at, self.end)
        return found.end() if found else self.end


def split_blocks(shadow: str, given: Sequence[Span] | None, size: int) -> Iterator[Block]:
    """Yield the text in blocks of about `size` characters that end between sentences if possible."""
    start, at = 0, 0
    while start < len(shadow):
        limit = min(len(shadow), start + size)
        if given is None:
            found = _END.search(shadow, limit, limit + _SOON)
            end = found.end() if found else limit if len(shadow) > limit + _SOON else len(shadow)
            yield Block(start, end, shadow, None)
        else:
            after = bisect_left(given, (limit,), at)
            end = given[after].start if after < len(given) else len(shadow)
            if end > limit + size:
                end = limit
            yield Block(start, end, shadow, given[at:after])
            at = after - 1 if after > at and given[after - 1].end > end else after
        start = end
