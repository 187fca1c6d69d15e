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
MANY = 100_000
#: Characters that are cut at a time, and where no word goes on. A line end may be two characters.
_CHUNK = 250_000
_STOP = re.compile("[。，；！？、,;!?]|\n")


class Tokenizer:
    """Cuts texts into words.

    Args:
        vocabulary: words that jieba's dictionary lacks and that must stay whole, folded.
        rapid: whether to use rjieba: always, never, or (None) where it is installed and there is much to cut.
    """

    def __init__(self, vocabulary: Sequence[str] = (), *, rapid: bool | None = None) -> None:
        self._vocabulary = tuple(dict.fromkeys(vocabulary))
        self._rapid = rapid
        self._seen = 0

    @cached_property
    def _lexicon(self) -> Dictionary:
        return load_dictionary(self._vocabulary)

    def cut(self, text: str) -> list[str]:
        """The words of a folded text and what stands between them; joined they are the text.

        Args:
            text: the text.
        """
        self._seen += len(text)
        if self._rapid or (self._rapid is None and self._seen >= MANY):
            from policytext.tokenizer import rjieba_engine

            engine = rjieba_engine.engine(self._lexicon)
            if engine is not None:
                return engine(text)
        from policytext.tokenizer.best_path import cut_words

        return cut_words(text, self._lexicon)

    def counted(self, text: str) -> Counter[str]:
        """How often each word stands in a folded text; what holds no letter and no digit is none."""
        found: Counter[str] = Counter()
        for chunk in chunks(text):
            found.update(self.cut(chunk))
        for piece in [piece for piece in found if not is_word(piece)]:
            del found[piece]
        return found

    def places(self, text: str) -> Iterator[tuple[int, str]]:
        """Each word of a folded text with the offset where it begins."""
        at = 0
        for chunk in chunks(text):
            for piece in self.cut(chunk):
                if is_word(piece):
                    yield at, piece
                at += len(piece)


def chunks(text: str) -> Iterator[str]:
    """A text in parts of bounded size, so that its words are never in memory all at once; no part ends inside a word.

    >>> text = "推进。" * 200_000
    >>> parts = list(chunks(text))
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
    """Whether a piece holds a letter or a digit.

    >>> is_word("5G"), is_word("——")
    (True, False)
    """
    return piece.isalnum() or any(map(str.isalnum, piece))
