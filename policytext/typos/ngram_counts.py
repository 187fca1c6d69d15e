"""Counts of n-grams as the arrays of a model file: those of the training texts and those of an archive."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policytext.typos.array_names import Counts, Flags, Hashes, Levels, Symbols
from policytext.typos.ngrams import ORDER, SALTS, build_bit_filter, count_windows
from policytext.typos.phrase_hashing import TRIGRAM_BITS, hash_trigram
from policytext.typos.static_function import build_function, quantize_counts
from policytext.typos.symbols import LINE_BREAK, encode_symbols, is_han


def concatenate_texts(shadows: Iterable[str], table: Symbols) -> Symbols:
    """Return the symbols of several texts, with a line break before, between and after them.

    Args:
        shadows: The folded texts.
        table: The symbol of each code point, shape (65536,).
    """
    edge = np.array([LINE_BREAK], np.uint16)
    parts = [edge]
    for shadow in shadows:
        parts += [encode_symbols(shadow, table)[0], edge]
    return np.concatenate(parts)


def count_ngrams(codes: Symbols, minimums: tuple[int, ...]) -> dict[int, tuple[Hashes, Counts]]:
    """Count the n-grams of a text, by length; `minimums` gives the least count to keep for each length."""
    return {length: count_windows(codes, length, minimums[length]) for length in range(2, ORDER + 1)}


def build_ngram_arrays(ngrams: dict[int, tuple[Hashes, Counts]]) -> dict[str, NDArray[Any]]:
    """Build the arrays of n-grams and their counts: ``ngram.marks``, ``.halves`` and ``.about``, and ``bigram.bits``."""
    keys = np.concatenate([hashes ^ SALTS[length] for length, (hashes, _) in ngrams.items()])
    values = np.concatenate([quantize_counts(counts) for _, counts in ngrams.values()])
    unique, index = np.unique(keys, return_index=True)
    return {
        **build_function(unique, values[index]).to_arrays("ngram"),
        "bigram.bits": build_bit_filter(ngrams[2][0]),
    }


def find_han_runs(codes: Symbols, length: int) -> Flags:
    """Return for each index whether `length` Chinese characters begin there."""
    totals = np.concatenate(([0], np.cumsum(is_han(codes))))
    runs: Flags = totals[length:] - totals[:-length] == length
    return runs


def build_trigram_bits(codes: Symbols, minimum: int) -> Levels:
    """Build the packed bits of the trigrams of Chinese characters that occur at least `minimum` times."""
    distinct, counts = count_trigrams(codes)
    return pack_trigrams(distinct[counts >= minimum])


def count_trigrams(codes: Symbols) -> tuple[Hashes, Counts]:
    """Count the trigrams of Chinese characters; each is one number, in ascending order."""
    starts = np.flatnonzero(find_han_runs(codes, 3))
    letters = [codes[starts + offset].astype(np.uint64) for offset in range(3)]
    trigrams = (letters[0] << np.uint64(32)) | (letters[1] << np.uint64(16)) | letters[2]
    distinct, counts = np.unique(trigrams, return_counts=True)
    return distinct, counts


def pack_trigrams(trigrams: Hashes) -> Levels:
    """Build the packed bits of trigrams, as `count_trigrams` returns them."""
    low = np.uint64(0xFFFF)
    bits = hash_trigram(trigrams >> np.uint64(32), (trigrams >> np.uint64(16)) & low, trigrams & low)
    flags = np.zeros(1 << TRIGRAM_BITS, np.bool_)
    flags[bits.astype(np.int64)] = True
    return np.packbits(flags, bitorder="little")
