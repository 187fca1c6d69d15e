"""jieba's dictionary, read without jieba: its own loader takes half a second, and keeps a cache in a shared folder.

It is compiled once into the user's cache folder: for each two characters the words that begin with them, packed
within what their first one begins, so that only those are opened that a text holds.

>>> found = load_dictionary(("一网通办",))
>>> found.bucket("一网")["通办"] is not None, found.bucket("一网")[""] is None
(True, True)
"""

import marshal
import os
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from policytext import disk_cache
from policytext.errors import PolicytextError
from policytext.tokenizer.best_path import cut_words
from policytext.tokenizer.lexicon import Dictionary


@lru_cache(maxsize=4)
def load_dictionary(vocabulary: tuple[str, ...] = ()) -> Dictionary:
    """jieba's dictionary and more words.

    Args:
        vocabulary: words that must stay whole.

    Raises:
        PolicytextError: jieba is not installed.
    """
    path = _path()
    about = os.stat(path)
    stamp = f"{about.st_size}:{about.st_mtime_ns}".encode()
    key = disk_cache.make_key(
        [(path, stamp), ("", "\n".join(vocabulary).encode("utf-8", "replace"))], "tokenizer"
    )
    kept = disk_cache.load(key, "words")
    if kept is None:
        kept = _compiled(path, vocabulary)
        disk_cache.save(key, kept, "words")
    return Dictionary(*kept)


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
    base = _packed(frequencies)
    judge = Dictionary(*base, total, [])
    for word in vocabulary:
        frequency = _suggested(word, frequencies, judge)
        if frequency != frequencies.get(word):
            added.append((word, frequency))
            words[word] = frequency
    # As jieba counts it: what is added comes on top.
    total += sum(frequency for _, frequency in added)
    return *_packed(words), total, added


def _suggested(word: str, frequencies: dict[str, int], judge: Dictionary) -> int:
    """The least frequency with which a word stays whole by itself, as jieba's `suggest_freq` reckons it."""
    share = 1.0
    for piece in cut_words(word, judge):
        share *= frequencies.get(piece, 1) / judge.total
    return max(int(share * judge.total) + 1, frequencies.get(word, 1))


def _packed(frequencies: dict[str, int]) -> tuple[dict[str, int], dict[str, tuple[int, int]], bytes]:
    """The words of one character; and the others by their first character and their second, packed, with an index."""
    singles: dict[str, int] = {}
    buckets: dict[str, dict[str, dict[str, int]]] = {}
    for word, frequency in frequencies.items():
        if len(word) == 1:
            singles[word] = frequency
            continue
        bucket = buckets.setdefault(word[0], {}).setdefault(word[1], {})
        bucket[word[2:]] = frequency
        for end in range(2, len(word)):
            bucket.setdefault(word[2:end], 0)
    index: dict[str, tuple[int, int]] = {}
    packed = bytearray()
    for first, inner in buckets.items():
        start = len(packed)
        packed += marshal.dumps({second: marshal.dumps(bucket) for second, bucket in inner.items()})
        index[first] = start, len(packed)
    return singles, index, bytes(packed)
