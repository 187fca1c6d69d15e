"""A dictionary of words with their probabilities; parts are read when a text needs them.

>>> lexicon = Dictionary({"一": -0.69}, {}.get, 10, [])
>>> lexicon.open_bucket("一网"), lexicon.singles["一"]
({}, -0.69)
"""

import marshal
from collections.abc import Callable, Mapping
from math import log

#: The endings of the words that begin with two characters, with the log-probability of each word; None for an ending
#: that is only the beginning of longer ones.
Bucket = dict[str, float | None]
#: The buckets of the words that begin with one character, by their second character, each packed.
PackedBuckets = Mapping[str, bytes]


class Dictionary:
    """A dictionary of words and their log-probabilities.

    Args:
        singles: The log-probabilities of words of one character.
        find_buckets: Returns the buckets of a first character, None if no word begins so.
        total: The sum of all frequencies.
        added: The words added to jieba's dictionary, with their frequencies.
    """

    def __init__(
        self,
        singles: dict[str, float],
        find_buckets: Callable[[str], PackedBuckets | None],
        total: int,
        added: list[tuple[str, int]],
    ) -> None:
        self.singles, self._find_buckets = singles, find_buckets
        self._found: dict[str, PackedBuckets] = {}
        self.total, self.added = total, added
        #: The log-probability of a character that is not in the dictionary.
        self.unknown = -log(total)
        #: The buckets opened so far, by their two characters.
        self.buckets: dict[str, Bucket] = {}

    def open_bucket(self, pair: str) -> Bucket:
        """Return the words that begin with two characters, by the rest of each."""
        first = pair[0]
        found = self._found.get(first)
        if found is None:
            found = self._found[first] = self._find_buckets(first) or {}
        packed = found.get(pair[1])
        bucket: Bucket = marshal.loads(packed) if packed else {}
        self.buckets[pair] = bucket
        return bucket
