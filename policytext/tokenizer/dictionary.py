"""Read jieba's dictionary without jieba, whose loader takes half a second and keeps a cache in a shared folder.

The dictionary is compiled once into the user's cache folder. Words are packed by their first two characters, so that
only the parts that a text needs are read.

>>> dictionary = load_dictionary(("一网通办",))
>>> dictionary.open_bucket("一网")["通办"] is not None, dictionary.open_bucket("一网")[""] is None
(True, True)
"""

import marshal
import os
from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import Any

from policytext import disk_cache
from policytext.errors import PolicytextError
from policytext.tokenizer.best_path import cut_words
from policytext.tokenizer.lexicon import Bucket, Dictionary, PackedBuckets


@lru_cache(maxsize=4)
def load_dictionary(vocabulary: tuple[str, ...] = ()) -> Dictionary:
    """Load jieba's dictionary with additional words.

    Args:
        vocabulary: words that must stay whole.

    Raises:
        PolicytextError: jieba is not installed.
    """
    path = _find_jieba_file()
    status = os.stat(path)
    stamp = f"{status.st_size}:{status.st_mtime_ns}".encode()
    key = disk_cache.make_key(
        [(path, stamp), ("", "\n".join(vocabulary).encode("utf-8", "replace"))], "tokenizer"
    )
    stored = disk_cache.Parts(key, "words")
    head = stored.get("")
    if head is not None:
        singles, total, added = head
        return Dictionary(singles, stored.get, total, added)
    singles, buckets, total, added = _compile_dictionary(path, vocabulary)
    stored.save({"": (singles, total, added), **buckets})
    return Dictionary(singles, buckets.get, total, added)


def _find_jieba_file() -> str:
    from importlib.util import find_spec

    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise PolicytextError("needs-package", name="jieba")
    return os.path.join(spec.submodule_search_locations[0], "dict.txt")


def _compile_dictionary(path: str, vocabulary: Sequence[str]) -> tuple[Any, ...]:
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
    singles, buckets = pack_words(frequencies, total)
    dictionary = Dictionary(singles, buckets.get, total, [])
    for word in vocabulary:
        frequency = _suggest_frequency(word, frequencies, dictionary)
        if frequency != frequencies.get(word):
            added.append((word, frequency))
            words[word] = frequency
    # As in jieba, the frequencies of added words are added to the total.
    total += sum(frequency for _, frequency in added)
    return *pack_words(words, total), total, added


def _suggest_frequency(word: str, frequencies: dict[str, int], dictionary: Dictionary) -> int:
    """Return the minimum frequency with which a word stays whole, as jieba's `suggest_freq` computes it."""
    share = 1.0
    for piece in cut_words(word, dictionary):
        share *= frequencies.get(piece, 1) / dictionary.total
    return max(int(share * dictionary.total) + 1, frequencies.get(word, 1))


def pack_words(frequencies: dict[str, int], total: int) -> tuple[dict[str, float], dict[str, PackedBuckets]]:
    """Return the words of one character, and the buckets of all others by their first character."""
    singles: dict[str, float] = {}
    buckets: dict[str, dict[str, Bucket]] = {}
    log_total = log(total)
    for word, frequency in frequencies.items():
        score = log(frequency) - log_total if frequency else None
        if len(word) == 1:
            if score is not None:
                singles[word] = score
            continue
        bucket = buckets.setdefault(word[0], {}).setdefault(word[1], {})
        bucket[word[2:]] = score
        for end in range(2, len(word)):
            bucket.setdefault(word[2:end], None)
    return singles, {
        first: {second: marshal.dumps(bucket) for second, bucket in inner.items()}
        for first, inner in buckets.items()
    }
