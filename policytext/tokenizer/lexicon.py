"""A dictionary of words with their probabilities; parts are unpacked when a text needs them.

>>> lexicon = Dictionary({"一": 5}, {"一": (0, 0)}, b"", 10, [])
>>> lexicon.open_bucket("一网"), round(lexicon.singles["一"], 2)
({}, -0.69)
"""

import marshal
from math import log

#: The endings of the words that begin with two characters, with the log-probability of each word; None for an ending
#: that is only the beginning of longer ones.
Bucket = dict[str, float | None]


class Dictionary:
    """A dictionary of words and their log-probabilities.

    Args:
        singles: The frequencies of words of one character.
        index, packed: For each first character the span in `packed` of its words, by their second character, each bucket
            packed again.
        total: The sum of all frequencies.
        added: The words added to jieba's dictionary, with their frequencies.
    """

    def __init__(
        self,
        singles: dict[str, int],
        index: dict[str, tuple[int, int]],
        packed: bytes,
        total: int,
        added: list[tuple[str, int]],
    ) -> None:
        self._index, self._packed = index, packed
        self._opened: dict[str, dict[str, bytes]] = {}
        self.total, self.added = total, added
        self._whole = log(total)
        #: The log-probability of a character that is not in the dictionary.
        self.unknown = -self._whole
        self.singles = {
            word: log(frequency) - self._whole for word, frequency in singles.items() if frequency
        }
        #: The buckets opened so far, by their two characters.
        self.buckets: dict[str, Bucket] = {}

    def open_bucket(self, pair: str) -> Bucket:
        """Return the words that begin with two characters, by the rest of each."""
        first = pair[0]
        opened = self._opened.get(first)
        if opened is None:
            start, end = self._index.get(first, (0, 0))
            opened = self._opened[first] = marshal.loads(self._packed[start:end]) if end else {}
        inner = opened.get(pair[1])
        log_total = self._whole
        bucket_words: Bucket = {}
        if inner:
            for ending, frequency in marshal.loads(inner).items():
                bucket_words[ending] = log(frequency) - log_total if frequency else None
        self.buckets[pair] = bucket_words
        return bucket_words
