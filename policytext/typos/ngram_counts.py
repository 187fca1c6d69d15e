"""N-grams counted in texts, as files of arrays hold them: the model's own and those of an organisation's archive."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policytext.typos.array_names import Counts, Flags, Hashes, Levels, Symbols
from policytext.typos.ngrams import ORDER, SALTS, counted, marked
from policytext.typos.phrase_hashing import BITS, trigram_place
from policytext.typos.static_function import build_function, levels
from policytext.typos.symbols import LINE, is_han, symbols


def sequence(shadows: Iterable[str], table: Symbols) -> Symbols:
    """Texts one after another, a line break around each.

    Args:
        shadows: the texts, folded character for character.
        table: for each code point its symbol.
    """
    edge = np.array([LINE], np.uint16)
    parts = [edge]
    for shadow in shadows:
        parts += [symbols(shadow, table)[0], edge]
    return np.concatenate(parts)


def ngrams(codes: Symbols, least: tuple[int, ...]) -> dict[int, tuple[Hashes, Counts]]:
    """The n-grams of a text, by their length, that stand there at least as often as `least` says for it."""
    return {length: counted(codes, length, least[length]) for length in range(2, ORDER + 1)}


def arrays(found: dict[int, tuple[Hashes, Counts]]) -> dict[str, NDArray[Any]]:
    """N-grams and how often each was seen: ``ngram.marks``, ``.halves`` and ``.about``, and ``bigram.bits``."""
    keys = np.concatenate([some ^ SALTS[length] for length, (some, _) in found.items()])
    values = np.concatenate([levels(counts) for _, counts in found.values()])
    unique, index = np.unique(keys, return_index=True)
    return {**build_function(unique, values[index]).arrays("ngram"), "bigram.bits": marked(found[2][0])}


def all_han(codes: Symbols, length: int) -> Flags:
    """For each place whether so many Chinese characters begin there."""
    seen = np.concatenate(([0], np.cumsum(is_han(codes))))
    whole: Flags = seen[length:] - seen[:-length] == length
    return whole


def trigram_bits(codes: Symbols, least: int) -> Levels:
    """Bits of the three Chinese characters that stand together at least so often, for `near_misses`."""
    places = np.flatnonzero(all_han(codes, 3))
    letters = [codes[places + offset].astype(np.uint64) for offset in range(3)]
    whole = (letters[0] << np.uint64(32)) | (letters[1] << np.uint64(16)) | letters[2]
    distinct, counts = np.unique(whole, return_counts=True)
    often = distinct[counts >= least]
    low = np.uint64(0xFFFF)
    bits = trigram_place(often >> np.uint64(32), (often >> np.uint64(16)) & low, often & low)
    flags = np.zeros(1 << BITS, np.bool_)
    flags[bits.astype(np.int64)] = True
    return np.packbits(flags, bitorder="little")
