"""Learning from an organisation's own archive: its n-grams join the model's, so that its terms are known.

What three different texts have is a term; what one or two have may be a typo of their own, or of a template. Texts are
counted one by one and merged in batches: memory grows with the number of different n-grams, not with the length of the texts.
"""

import os
from collections import Counter
from collections.abc import Iterable

import numpy as np

from policytext.digests import blake2b
from policytext.errors import PolicytextError
from policytext.model.records import NamedTuple
from policytext.typos import array_file
from policytext.typos.array_names import Counts, Hashes, Symbols
from policytext.typos.model import Model
from policytext.typos.ngram_counts import (
    build_ngram_arrays,
    concatenate_texts,
    count_ngrams,
    count_trigrams,
    pack_trigrams,
)
from policytext.typos.ngrams import ORDER, hash_windows
from policytext.typos.symbols import LINE_BREAK, is_han

#: The least number of different texts that have a term.
LEAST_TEXTS = 3
_BATCH = 4_000_000  # n-grams merged together
_TERMS_SHOWN = 10


class ArchiveSummary(NamedTuple):
    """What was learned from an archive.

    Args:
        texts: The number of different texts.
        characters: Their length, without blanks.
        ngrams: The number of different n-grams that were learned.
        terms: The most frequent learned bigrams that the model does not know, each with its count.
    """

    texts: int
    characters: int
    ngrams: int
    terms: list[tuple[str, int]]


class _Tally:
    """For each key the number of times that it occurs, and the number of texts that have it."""

    def __init__(self) -> None:
        self._pending: list[tuple[Hashes, Counts, Counts]] = []
        self._size = 0

    def add(self, keys: Hashes, counts: Counts) -> None:
        """Add the distinct keys of one text."""
        self._pending.append((keys, counts, np.ones(len(keys), np.int64)))
        self._size += len(keys)
        if self._size >= _BATCH:
            self._merge()

    def _merge(self) -> None:
        keys, index = np.unique(np.concatenate([part[0] for part in self._pending]), return_inverse=True)
        sums = [np.zeros(len(keys), np.int64) for _ in range(2)]
        for number, total in enumerate(sums, 1):
            np.add.at(total, index, np.concatenate([part[number] for part in self._pending]))
        self._pending, self._size = [(keys, sums[0], sums[1])], 0

    def select(self) -> tuple[Hashes, Counts]:
        """Return the keys that enough texts have, with their counts."""
        self._merge()
        keys, counts, texts = self._pending[0]
        return keys[texts >= LEAST_TEXTS], counts[texts >= LEAST_TEXTS]


def learn_archive(shadows: Iterable[str], model: Model, path: str) -> ArchiveSummary:
    """Count the n-grams of an archive and write them to a file that the model reads.

    Args:
        shadows: The folded texts.
        model: The model that uses the file.
        path: The file, replaced only when the new one is complete.

    Raises:
        PolicytextError: There are fewer than three different texts, they have nothing in common, or the file can't be written.
    """
    tallies = {length: _Tally() for length in range(2, ORDER + 1)}
    trigrams = _Tally()
    unknown: Counter[str] = Counter()
    having: Counter[str] = Counter()
    seen: set[bytes] = set()
    characters = 0
    for shadow in shadows:
        digest = blake2b(shadow.encode("utf-8", "replace"), digest_size=16).digest()
        codes = concatenate_texts([shadow], model.symbols)
        length = int((codes != LINE_BREAK).sum())
        if not length or digest in seen:
            continue
        seen.add(digest)
        characters += length
        for size, counts in count_ngrams(codes, (1,) * (ORDER + 1)).items():
            tallies[size].add(*counts)
        trigrams.add(*count_trigrams(codes))
        terms = _count_unknown_bigrams(codes, model)
        unknown.update(terms)
        having.update(terms.keys())
    if not seen:
        raise PolicytextError("nothing-to-learn")
    if len(seen) < LEAST_TEXTS:
        raise PolicytextError("learn-too-few", texts=len(seen))
    ngrams = {size: tally.select() for size, tally in tallies.items()}
    size = sum(len(keys) for keys, _ in ngrams.values())
    if not size:
        raise PolicytextError("nothing-to-learn")
    record = {"texts": len(seen), "characters": characters, "ngrams": size}
    try:
        os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
        bits = pack_trigrams(trigrams.select()[0])
        array_file.write_arrays(path, {**build_ngram_arrays(ngrams), "trigram.bits": bits}, record)
    except OSError as error:
        raise PolicytextError("cannot-keep", path=path, reason=error.strerror or str(error)) from None
    known = [(term, count) for term, count in unknown.most_common() if having[term] >= LEAST_TEXTS]
    return ArchiveSummary(len(seen), characters, size, known[:_TERMS_SHOWN])


def _count_unknown_bigrams(codes: Symbols, model: Model) -> dict[str, int]:
    """Count the bigrams of Chinese characters that the model does not know."""
    pairs = hash_windows(codes, 2)[2]
    han = is_han(codes)
    places = np.flatnonzero(han[:-1] & han[1:])
    keys, index, counts = np.unique(pairs[places], return_index=True, return_counts=True)
    unknown = np.flatnonzero(model.levels(keys, 2) == 0)
    return {
        chr(codes[place]) + chr(codes[place + 1]): int(count)
        for place, count in zip(places[index[unknown]].tolist(), counts[unknown].tolist(), strict=True)
    }
