"""Blocks of a text, matched one at a time; their sentences are found when a rule first needs one.

>>> block = Block(0, 10, "推进改革。扩大开放。", None)
>>> block.find_sentence(6)
Span(start=5, end=10)
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from functools import cached_property

from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

# The ends of sentences in both widths; no gap of a phrase crosses them.
SENTENCE_ENDS = "。！？!?；;\n\r"
# A block ends at a sentence end if there is one within this many characters.
_SOON = 2_000
_SENTENCE = LazyPattern(f"[^{SENTENCE_ENDS}]+[{SENTENCE_ENDS}]{{0,8}}|[{SENTENCE_ENDS}]{{1,8}}")
_END = LazyPattern(f"[{SENTENCE_ENDS}](?![{SENTENCE_ENDS}])")
_FAR = 1 << 62
# How far back to look for the beginning of a sentence, in increasing steps.
_STEPS = (200, 4_000, 1 << 62)


class Block:
    """The text from `start` to `end`; `sentences` are its sentences, or None to find them by punctuation."""

    def __init__(self, start: int, end: int, shadow: str, sentences: Sequence[Span] | None) -> None:
        self.start = start
        self.end = end
        self._shadow = shadow
        self._given = sentences
        # The sentences found one by one, in order.
        self._known: list[Span] = []

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of the block in order; one that crosses its edge is cut there."""
        if self._given is None:
            matches = _SENTENCE.finditer(self._shadow, self.start, self.end)
            return [Span._make(match.span()) for match in matches]
        sentences = list(self._given)
        for edge in (0, -1) if sentences else ():  # no other sentence crosses an edge
            start, end = sentences[edge]
            sentences[edge] = Span(max(start, self.start), min(end, self.end))
        return sentences

    def find_sentence(self, position: int) -> Span | None:
        """Return the sentence at the position `position`, or None between sentences."""
        if self._given is None and "sentences" not in self.__dict__:
            # Most rules need only a few sentences, so the block is not split as a whole.
            return self._find_around(position) if self.start <= position < self.end else None
        number = bisect_right(self.sentences, (position, _FAR)) - 1
        if number < 0 or position >= self.sentences[number].end:
            return None
        return self.sentences[number]

    def _find_around(self, position: int) -> Span:
        index = bisect_right(self._known, (position, _FAR)) - 1
        if index >= 0 and position < self._known[index].end:
            return self._known[index]
        sentence = Span(self._find_start(position), self._find_end(position))
        insort(self._known, sentence)
        return sentence

    def _find_start(self, position: int) -> int:
        """Return the start of the sentence at `position`: after the nearest sentence end before it."""
        shadow = self._shadow
        while position > self.start and shadow[position] in SENTENCE_ENDS:
            position -= 1
        for size in _STEPS:
            low = max(self.start, position - size)
            preceding = shadow[low:position]
            last_end = max(map(preceding.rfind, SENTENCE_ENDS))
            if last_end >= 0 or low == self.start:
                return low + last_end + 1
        return self.start

    def _find_end(self, position: int) -> int:
        match = _END.search(self._shadow, position, self.end)
        return match.end() if match else self.end


def split_blocks(shadow: str, sentences: Sequence[Span] | None, size: int) -> Iterator[Block]:
    """Yield the text in blocks of about `size` characters that end between sentences if possible."""
    start, first = 0, 0
    while start < len(shadow):
        limit = min(len(shadow), start + size)
        if sentences is None:
            match = _END.search(shadow, limit, limit + _SOON)
            end = match.end() if match else limit if len(shadow) > limit + _SOON else len(shadow)
            yield Block(start, end, shadow, None)
        else:
            following = bisect_left(sentences, (limit,), first)
            end = sentences[following].start if following < len(sentences) else len(shadow)
            if end > limit + size:
                end = limit
            yield Block(start, end, shadow, sentences[first:following])
            first = following - 1 if following > first and sentences[following - 1].end > end else following
        start = end
