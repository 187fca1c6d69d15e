"""jieba's dictionary, read without jieba: its own loader takes half a second, and keeps a cache in a shared folder.

It is compiled once into the user's cache folder: for each first character its words with their probabilities and
the beginnings of longer words, packed, so that only those are opened that a text holds.

>>> found = lexicon(("一网通办",))
>>> found.bucket("一")["一网通办"] is not None, "一网" in found.bucket("一")
(True, True)
"""

import marshal
import os
from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import Any

from policytext import caching
from policytext.errors import PolicytextError

#: For each word that begins with one character its log-probability, None for what only begins longer ones.
Bucket = dict[str, float | None]


class Lexicon:
    """A dictionary of words.

    Args:
        packed: the buckets, each packed, by their first character.
        total: the sum of all frequencies.
        added: the words that jieba's dictionary lacks, with their frequencies.
    """

    def __init__(self, packed: dict[str, bytes], total: int, added: list[tuple[str, int]]) -> None:
        self._packed, self._buckets = packed, dict[str, Bucket]()
        self.total, self.added = total, added
        #: What a character counts that is in no dictionary.
        self.unknown = -log(total)

    def bucket(self, first: str) -> Bucket:
        """The words that begin with a character."""
        found = self._buckets.get(first)
        if found is None:
            packed = self._packed.get(first)
            found = self._buckets[first] = marshal.loads(packed) if packed else {}
        return found


@lru_cache(maxsize=4)
def lexicon(vocabulary: tuple[str, ...] = ()) -> Lexicon:
    """jieba's dictionary and more words.

    Args:
        vocabulary: words that must stay whole.

    Raises:
        PolicytextError: jieba is not installed.
    """
    path = _path()
    about = os.stat(path)
    stamp = f"{about.st_size}:{about.st_mtime_ns}".encode()
    key = caching.key_of([(path, stamp), ("", "\n".join(vocabulary).encode("utf-8", "replace"))], "words")
    kept = caching.load(key, "words")
    if kept is None:
        kept = _compiled(path, vocabulary)
        caching.save(key, kept, "words")
    return Lexicon(*kept)


def _path() -> str:
    from importlib.util import find_spec

    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise PolicytextError("needs-package", name="jieba")
    return os.path.join(spec.submodule_search_locations[0], "dict.txt")


def _compiled(path: str, vocabulary: Sequence[str]) -> tuple[Any, ...]:
    frequencies: dict[str, int] = {}
    total = 0
    with open(path, encoding="utf-8") as file:
        for line in file:
            word, _, rest = line.partition(" ")
            frequency = int(rest.partition(" ")[0])
            frequencies[word] = frequency
            total += frequency
    words = dict(frequencies)
    added: list[tuple[str, int]] = []
    base = _packed(frequencies, total)
    judge = Lexicon(base, total, [])
    for word in vocabulary:
        frequency = _suggested(word, frequencies, judge)
        if frequency != frequencies.get(word):
            added.append((word, frequency))
            words[word] = frequency
    # As jieba counts it: what is added comes on top.
    total += sum(frequency for _, frequency in added)
    return _packed(words, total), total, added


def _suggested(word: str, frequencies: dict[str, int], judge: Lexicon) -> int:
    """The least frequency with which a word stays whole by itself, as jieba's `suggest_freq` reckons it."""
    from policytext.words.route import cut

    share = 1.0
    for piece in cut(word, judge):
        share *= frequencies.get(piece, 1) / judge.total
    return max(int(share * judge.total) + 1, frequencies.get(word, 1))


def _packed(frequencies: dict[str, int], total: int) -> dict[str, bytes]:
    whole = log(total)
    buckets: dict[str, Bucket] = {}
    for word, frequency in frequencies.items():
        bucket = buckets.setdefault(word[0], {})
        bucket[word] = log(frequency) - whole if frequency else None
        for end in range(1, len(word)):
            bucket.setdefault(word[:end], None)
    return {first: marshal.dumps(bucket) for first, bucket in buckets.items()}
