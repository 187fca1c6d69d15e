"""Fixed phrases of the training texts, stored with a hole in them for the look-up of near misses.

A phrase is seven Chinese characters that occur together at least ten times. For each hole the model stores the character by
the six around it, provided that the training texts have no other character there.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policytext.typos.array_names import Counts, Flags, Hashes, Symbols
from policytext.typos.ngram_counts import build_trigram_bits, find_han_runs
from policytext.typos.phrase_hashing import (
    BIGRAM_BITS,
    CONTEXT_BITS,
    HOLES,
    LENGTH,
    MAY_BE_OMITTED,
    NEVER_HOLES,
    OPTIONAL_CHARACTERS,
    WEIGHTS,
    compute_hole_weight,
    hash_bigram,
    hash_context,
)
from policytext.typos.static_function import build_portable_function

_MINIMUM_COUNT = 10  # occurrences of a phrase
_CERTAIN_COUNT = 100  # occurrences of a phrase that remains certain with one exception
_MINIMUM_TRIGRAM_COUNT = 4
_MINIMUM_BIGRAM_COUNT = 400


def build_phrase_arrays(codes: Symbols) -> dict[str, NDArray[Any]]:
    """Build the arrays for near misses: ``phrase.*``, ``trigram.bits`` and ``bigram.usual``."""
    keys, values, around = _find_holes(codes)
    marks, symbols, about = build_portable_function(keys, values)
    return {
        "phrase.marks": marks,
        "phrase.symbols": symbols,
        "phrase.about": about,
        "trigram.bits": build_trigram_bits(codes, _MINIMUM_TRIGRAM_COUNT),
        "bigram.usual": _build_bigram_bits(codes),
        "phrase.around": around,
    }


def _sum_products(codes: Symbols, weights: Sequence[int], offsets: Sequence[int]) -> Hashes:
    """Return for each index the sum of the symbols at some offsets from it, each times its weight."""
    size = len(codes) - max(offsets)
    whole = np.zeros(size, np.uint64)
    with np.errstate(over="ignore"):
        for weight, offset in zip(weights, offsets, strict=True):
            whole += codes[offset : offset + size].astype(np.uint64) * np.uint64(weight)
    return whole


def _find_holes(codes: Symbols) -> tuple[Hashes, NDArray[np.uint32], NDArray[np.uint8]]:
    """Return the keys of phrases with a hole, their values (symbol and omission bit), and the bits of the contexts."""
    places = np.flatnonzero(find_han_runs(codes, LENGTH))
    whole = _sum_products(codes, WEIGHTS, range(LENGTH))[places]
    order = np.argsort(whole, kind="stable")
    starts = np.flatnonzero(np.concatenate(([True], whole[order][1:] != whole[order][:-1])))
    counts = np.diff(np.append(starts, len(order)))
    often = counts >= _MINIMUM_COUNT
    phrases, seen = places[order[starts[often]]], counts[often]
    keys: list[Hashes] = []
    values: list[NDArray[np.uint32]] = []
    around_flags = np.zeros(1 << CONTEXT_BITS, np.bool_)
    for hole in HOLES:
        # The hole counts as the symbol 0.
        around = [offset for offset in range(LENGTH) if offset != hole]
        every = _sum_products(codes, [WEIGHTS[offset] for offset in around], around)[
            : len(codes) - LENGTH + 1
        ]
        with np.errstate(over="ignore"):
            mine = every[phrases] + np.uint64(compute_hole_weight(hole))
            all_keys = every[places] + np.uint64(compute_hole_weight(hole))
        right = codes[phrases + hole]
        sure = _is_unique(mine, right, seen, all_keys, codes[places + hole])
        sure &= ~np.isin(right, [ord(sign) for sign in NEVER_HOLES])
        closed = _is_omitted(codes, phrases, hole) | np.isin(
            right, [ord(sign) for sign in OPTIONAL_CHARACTERS]
        )
        beside = [codes[phrases[sure] + hole + offset].astype(np.uint64) for offset in (-2, -1, 1, 2)]
        around_flags[hash_context(*beside).astype(np.int64)] = True
        mine, index = np.unique(mine[sure], return_index=True)
        keys.append(mine)
        values.append(
            (right[sure].astype(np.uint32) | np.where(closed[sure], np.uint32(MAY_BE_OMITTED), 0))[index]
        )
    together, index = np.unique(np.concatenate(keys), return_index=True)
    return together, np.concatenate(values)[index], np.packbits(around_flags, bitorder="little")


def _is_unique(mine: Hashes, right: Symbols, seen: Counts, keys: Hashes, there: Symbols) -> Flags:
    """Return which holes the texts fill in one way only, with one exception allowed where the phrase is frequent."""
    order = np.argsort(mine, kind="stable")
    ranked = mine[order]
    first = np.searchsorted(ranked, keys)
    hit = np.flatnonzero(ranked[np.minimum(first, len(ranked) - 1)] == keys)
    others = np.zeros(len(mine), np.int64)
    # Phrases that share a key differ in the hole, so each is an exception to the others.
    last = np.searchsorted(ranked, keys[hit], "right")
    for step in range(int((last - first[hit]).max(initial=0))):
        index = first[hit] + step
        inside = index < last
        phrase = order[index[inside]]
        np.add.at(others, phrase, right[phrase] != there[hit[inside]])
    enough: Flags = (others == 0) | ((others == 1) & (seen >= _CERTAIN_COUNT))
    return enough


def _is_omitted(codes: Symbols, phrases: NDArray[np.int64], hole: int) -> Flags:
    """Return which phrases the texts also have without the character in the hole."""
    weights = [WEIGHTS[offset] for offset in range(LENGTH) if offset != hole]
    shorter = np.unique(_sum_products(codes, weights, range(LENGTH - 1))[find_han_runs(codes, LENGTH - 1)])
    around = [offset for offset in range(LENGTH) if offset != hole]
    mine = _sum_products(codes, weights, around)[: len(codes) - LENGTH + 1][phrases]
    index = np.minimum(np.searchsorted(shorter, mine), len(shorter) - 1)
    found: Flags = shorter[index] == mine
    return found


def _build_bigram_bits(codes: Symbols) -> NDArray[np.uint8]:
    """Build the bits of the frequent bigrams."""
    places = np.flatnonzero(find_han_runs(codes, 2))
    whole = (codes[places].astype(np.uint64) << np.uint64(16)) | codes[places + 1]
    distinct, counts = np.unique(whole, return_counts=True)
    often = distinct[counts >= _MINIMUM_BIGRAM_COUNT]
    flags = np.zeros(1 << BIGRAM_BITS, np.bool_)
    flags[hash_bigram(often >> np.uint64(16), often & np.uint64(0xFFFF)).astype(np.int64)] = True
    return np.packbits(flags, bitorder="little")
