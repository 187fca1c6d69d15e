"""Cut text into words, as jieba does without its hidden Markov model.

The dictionary is jieba's, with the words of the packs added. Two engines give the same words: `best_path` unpacks only
the parts of the dictionary that a text needs, which suits a few documents; rjieba, if installed, suits many. Words are
cut in the folded text, which has the same length, so that Traditional text has the same words as Simplified text and
every word keeps its position.

>>> cutter = Tokenizer(("一网通办",))
>>> [word for word in cutter.cut("推进一网通办,覆盖率达98.5%。")]
['推进', '一网通办', ',', '覆盖率', '达', '98', '.', '5', '%', '。']
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from policytext.text.lazy_patterns import LazyPattern
from policytext.tokenizer.dictionary import load_dictionary
from policytext.tokenizer.lexicon import Dictionary

#: The number of characters from which loading the whole dictionary is worthwhile.
RAPID_THRESHOLD = 100_000
#: The number of characters cut at a time, and the characters that end a chunk. A line end may be two characters.
_CHUNK = 250_000
_STOP = LazyPattern("[。，；！？、,;!?]|\n")


class Tokenizer:
    """A tokenizer: it cuts folded texts into words.

    Args:
        vocabulary: Words that must stay whole although jieba's dictionary lacks them, folded.
        rapid: Whether to use rjieba; if None, it is used for large amounts of text if installed.
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
        position = 0
        for chunk in split_into_chunks(text):
            for piece in self.cut(chunk):
                if is_word(piece):
                    yield position, piece
                position += len(piece)


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
