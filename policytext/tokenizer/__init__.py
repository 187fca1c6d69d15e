"""Words: a text cut as jieba cuts it without its hidden Markov model, by whichever engine is quickest.

The dictionary is jieba's, with the words of the packs added; the cut is the likeliest one. Two engines give the
same words: one that opens only the parts of the dictionary that a text asks for, which suits a few documents,
and rjieba, where it is installed, for many. Words are cut in the folded text, character for character, so that
Traditional text has the words of Simplified and every word has its place in the original.

>>> cutter = Tokenizer(("一网通办",))
>>> [word for word in cutter.cut("推进一网通办,覆盖率达98.5%。")]
['推进', '一网通办', ',', '覆盖率', '达', '98', '.', '5', '%', '。']
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from policytext.tokenizer.dictionary import load_dictionary
from policytext.tokenizer.lexicon import Dictionary

#: Characters from which on it pays to load the whole dictionary at once.
RAPID_THRESHOLD = 100_000
#: Characters that are cut at a time, and where no word goes on. A line end may be two characters.
_CHUNK = 250_000
_STOP = re.compile("[。，；！？、,;!?]|\n")


class Tokenizer:
    """A tokenizer: it cuts folded texts into words.

    Args:
        vocabulary: Words that must stay whole although jieba's dictionary lacks them, folded.
        rapid: Whether to use rjieba; None uses it where it is installed and there is much to cut.
    """

    def __init__(self, vocabulary: Sequence[str] = (), *, rapid: bool | None = None) -> None:
        self._vocabulary = tuple(dict.fromkeys(vocabulary))
        self._rapid = rapid
        self._seen = 0

    @cached_property
    def _lexicon(self) -> Dictionary:
        return load_dictionary(self._vocabulary)

    def cut(self, text: str) -> list[str]:
        """Return the words of a folded text and the characters between them; joined they are the text."""
        self._seen += len(text)
        if self._rapid or (self._rapid is None and self._seen >= RAPID_THRESHOLD):
            from policytext.tokenizer import rjieba_engine

            engine = rjieba_engine.load_engine(self._lexicon)
            if engine is not None:
                return engine(text)
        from policytext.tokenizer.best_path import cut_words

        return cut_words(text, self._lexicon)

    def count_words(self, text: str) -> Counter[str]:
        """Count the words of a folded text; punctuation and blanks are no words."""
        counts: Counter[str] = Counter()
        for chunk in split_into_chunks(text):
            counts.update(self.cut(chunk))
        for piece in [piece for piece in counts if not is_word(piece)]:
            del counts[piece]
        return counts

    def locate_words(self, text: str) -> Iterator[tuple[int, str]]:
        """Return each word of a folded text with the offset where it begins."""
        at = 0
        for chunk in split_into_chunks(text):
            for piece in self.cut(chunk):
                if is_word(piece):
                    yield at, piece
                at += len(piece)


def split_into_chunks(text: str) -> Iterator[str]:
    """Split a text at punctuation into chunks of bounded size, so that not all of its words are in memory at once.

    >>> text = "推进。" * 200_000
    >>> parts = list(split_into_chunks(text))
    >>> len(parts), "".join(parts) == text, {part[-1] for part in parts}
    (3, True, {'。'})
    """
    start = 0
    while len(text) - start > _CHUNK:
        stop = _STOP.search(text, start + _CHUNK)
        if stop is None:
            break
        yield text[start : stop.end()]
        start = stop.end()
    if start < len(text) or not text:
        yield text[start:]


def is_word(piece: str) -> bool:
    """Return whether a piece has a letter or a digit.

    >>> is_word("5G"), is_word("——")
    (True, False)
    """
    return piece.isalnum() or any(map(str.isalnum, piece))
