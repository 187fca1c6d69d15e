"""Learning from an organisation's own archive: its n-grams join the model's, so that its terms are known.

An n-gram that occurs once is enough: learning the reports of seven provinces halves the false alarms on those of seven
others, which a minimum of two does not. Near misses of fixed phrases are errors, so their trigrams must occur twice.
Texts are counted in batches: memory grows with the number of different n-grams, not with the length of the texts.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from policytext.errors import PolicytextError
from policytext.typos import array_file
from policytext.typos.array_names import Counts, Hashes, Symbols
from policytext.typos.model import Model
from policytext.typos.ngram_counts import build_ngram_arrays, build_trigram_bits, count_ngrams
from policytext.typos.ngrams import ORDER, hash_windows
from policytext.typos.symbols import LINE_BREAK, encode_symbols, is_han

_BATCH = 4_000_000  # symbols counted together
_MINIMUM_TRIGRAM_COUNT = 2  # occurrences of a trigram that counts as correct
_MINIMUM_TERM_COUNT = 2
_TERMS_SHOWN = 10


class ArchiveSummary(NamedTuple):
    """What was learned from an archive.

    Args:
        texts: The number of texts.
        characters: Their length, without blanks.
        ngrams: The number of different n-grams in them.
        terms: The most frequent bigrams that the model does not know, each with its count.
    """

    texts: int
    characters: int
    ngrams: int
    terms: list[tuple[str, int]]


def learn_archive(shadows: Iterable[str], model: Model, path: str) -> ArchiveSummary:
    """Count the n-grams of an archive and write them to a file that the model reads.

    Args:
        shadows: The folded texts.
        model: The model that uses the file.
        path: The file, replaced only when the new one is complete.

    Raises:
        PolicytextError: The texts hold nothing to learn from, or the file can't be written.
    """
    ngrams: dict[int, tuple[Hashes, Counts]] = {}
    unknown: Counter[str] = Counter()
    texts = characters = 0
    bits = None
    for codes, count in _batch_texts(shadows, model.symbols):
        texts, characters = texts + count, characters + int((codes != LINE_BREAK).sum())
        for length, counts in count_ngrams(codes, (1,) * (ORDER + 1)).items():
            ngrams[length] = _merge_counts(ngrams[length], counts) if length in ngrams else counts
        unknown.update(_count_unknown_bigrams(codes, model))
        batch_bits = build_trigram_bits(codes, _MINIMUM_TRIGRAM_COUNT)
        bits = batch_bits if bits is None else bits | batch_bits
    if bits is None or not characters:
        raise PolicytextError("nothing-to-learn")
    size = sum(len(keys) for keys, _ in ngrams.values())
    terms = [
        (term, count) for term, count in unknown.most_common(_TERMS_SHOWN) if count >= _MINIMUM_TERM_COUNT
    ]
    record = {"texts": texts, "characters": characters, "ngrams": size}
    try:
        os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
        array_file.write_arrays(path, {**build_ngram_arrays(ngrams), "trigram.bits": bits}, record)
    except OSError as error:
        raise PolicytextError("cannot-keep", path=path, reason=error.strerror or str(error)) from None
    return ArchiveSummary(texts, characters, size, terms)


def _batch_texts(shadows: Iterable[str], table: Symbols) -> Iterator[tuple[Symbols, int]]:
    edge = np.array([LINE_BREAK], np.uint16)
    parts, size, count = [edge], 0, 0
    for shadow in shadows:
        codes = encode_symbols(shadow, table)[0]
        parts += [codes, edge]
        size, count = size + len(codes), count + 1
        if size >= _BATCH:
            yield np.concatenate(parts), count
            parts, size, count = [edge], 0, 0
    if count:
        yield np.concatenate(parts), count


def _merge_counts(first: tuple[Hashes, Counts], second: tuple[Hashes, Counts]) -> tuple[Hashes, Counts]:
    keys, index = np.unique(np.concatenate((first[0], second[0])), return_inverse=True)
    counts = np.zeros(len(keys), np.int64)
    np.add.at(counts, index, np.concatenate((first[1], second[1])))
    return keys, counts


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
