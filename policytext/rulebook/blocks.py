"""A stretch of text worked through at a time, and the sentences in it, found only when a rule asks for one.

>>> block = Block(0, 10, "推进改革。扩大开放。", None)
>>> block.sentence(6)
Span(start=5, end=10)
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from policytext.model import Span

# Where a sentence ends, in either width; no gap of a phrase crosses it.
ENDS = "。！？!?；;\n\r"
# A sentence of a table or of collapsed text may never end; patterns see it in pieces of this many characters.
LONGEST_SENTENCE = 2_000
_SENTENCE = re.compile(f"[^{ENDS}]{{1,{LONGEST_SENTENCE}}}[{ENDS}]{{0,8}}|[{ENDS}]{{1,8}}")
_END = re.compile(f"[{ENDS}](?![{ENDS}])")
_FAR = 1 << 62


def sentence_end(shadow: str, at: int) -> int:
    """The first sentence end from `at` on, or `LONGEST_SENTENCE` characters on if none comes before."""
    found = _END.search(shadow, at, at + LONGEST_SENTENCE)
    return found.end() if found else min(len(shadow), at + LONGEST_SENTENCE)


class Block:
    """The text from `start` to `end`; `sentences` are those that were given, or None."""

    def __init__(self, start: int, end: int, shadow: str, sentences: Sequence[Span] | None) -> None:
        self.start = start
        self.end = end
        self._shadow = shadow
        self._given = sentences

    @cached_property
    def sentences(self) -> list[Span]:
        """The block's sentences in order, none longer than `LONGEST_SENTENCE` (and its closing marks)."""
        if self._given is None:
            found = _SENTENCE.finditer(self._shadow, self.start, self.end)
            return [Span._make(one.span()) for one in found]
        pieces: list[Span] = []
        for start, end in self._given:
            steps = range(start, end, LONGEST_SENTENCE)
            pieces += [Span(step, min(end, step + LONGEST_SENTENCE)) for step in steps]
        return pieces

    def sentence(self, at: int) -> Span | None:
        """The sentence that holds the character `at`, None between sentences."""
        number = bisect_right(self.sentences, (at, _FAR)) - 1
        if number < 0 or at >= self.sentences[number].end:
            return None
        return self.sentences[number]
