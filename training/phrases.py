"""Fixed phrases, mined from the training texts, as the error tier looks them up: with a hole in them.

A phrase are seven Chinese characters that stand together at least ten times. For some of its places the model keeps what
stands there, by what stands around it, provided that the training texts have nothing else there.
"""

from collections.abc import Iterator, Sequence
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

_LEAST = 10  # occurrences of a phrase
_SURE = 100  # occurrences of a phrase that one other reading does not make doubtful
_LEAST_TRIGRAM = 4
_LEAST_USUAL = 400


def arrays(codes: Symbols) -> dict[str, NDArray[Any]]:
    """What the error tier needs: ``phrase.*`` and ``trigram.bits``."""
    keys, values, around = _holes(codes)
    marks, symbols, about = build_portable_function(keys, values)
    return {
        "phrase.marks": marks,
        "phrase.symbols": symbols,
        "phrase.about": about,
        "trigram.bits": build_trigram_bits(codes, _LEAST_TRIGRAM),
        "bigram.usual": _usual(codes),
        "phrase.around": around,
    }


def _sums(codes: Symbols, weights: Sequence[int], offsets: Sequence[int]) -> Hashes:
    """For each place the sum of some symbols after it, each times its weight."""
    size = len(codes) - max(offsets)
    whole = np.zeros(size, np.uint64)
    with np.errstate(over="ignore"):
        for weight, offset in zip(weights, offsets, strict=True):
            whole += codes[offset : offset + size].astype(np.uint64) * np.uint64(weight)
    return whole


def _holes(codes: Symbols) -> tuple[Hashes, NDArray[np.uint32], NDArray[np.uint8]]:
    """The keys of phrases with a hole; what stands there, with a mark if it may be left out; bits of what is around."""
    places = np.flatnonzero(find_han_runs(codes, LENGTH))
    whole = _sums(codes, WEIGHTS, range(LENGTH))[places]
    order = np.argsort(whole, kind="stable")
    starts = np.flatnonzero(np.concatenate(([True], whole[order][1:] != whole[order][:-1])))
    counts = np.diff(np.append(starts, len(order)))
    often = counts >= _LEAST
    phrases, seen = places[order[starts[often]]], counts[often]
    keys: list[Hashes] = []
    values: list[NDArray[np.uint32]] = []
    around_flags = np.zeros(1 << CONTEXT_BITS, np.bool_)
    for hole in HOLES:
        # Symbols are 16 bits: one that is numbered 0 stands for the hole.
        around = [offset for offset in range(LENGTH) if offset != hole]
        every = _sums(codes, [WEIGHTS[offset] for offset in around], around)[: len(codes) - LENGTH + 1]
        with np.errstate(over="ignore"):
            mine = every[phrases] + np.uint64(compute_hole_weight(hole))
            all_keys = every[places] + np.uint64(compute_hole_weight(hole))
        right = codes[phrases + hole]
        sure = _unique(mine, right, seen, all_keys, codes[places + hole])
        sure &= ~np.isin(right, [ord(sign) for sign in NEVER_HOLES])
        closed = _gap_seen(codes, phrases, hole) | np.isin(right, [ord(sign) for sign in OPTIONAL_CHARACTERS])
        beside = [codes[phrases[sure] + hole + offset].astype(np.uint64) for offset in (-2, -1, 1, 2)]
        around_flags[hash_context(*beside).astype(np.int64)] = True
        mine, index = np.unique(mine[sure], return_index=True)
        keys.append(mine)
        values.append(
            (right[sure].astype(np.uint32) | np.where(closed[sure], np.uint32(MAY_BE_OMITTED), 0))[index]
        )
    together, index = np.unique(np.concatenate(keys), return_index=True)
    return together, np.concatenate(values)[index], np.packbits(around_flags, bitorder="little")


def _unique(mine: Hashes, right: Symbols, seen: Counts, keys: Hashes, there: Symbols) -> Flags:
    """Which holes the texts fill in one way only: nothing else, or once something else where the phrase is frequent."""
    order = np.argsort(mine, kind="stable")
    ranked = mine[order]
    first = np.searchsorted(ranked, keys)
    hit = np.flatnonzero(ranked[np.minimum(first, len(ranked) - 1)] == keys)
    others = np.zeros(len(mine), np.int64)
    # Several phrases can share a key: then they differ, and each is another reading of the others.
    last = np.searchsorted(ranked, keys[hit], "right")
    for step in range(int((last - first[hit]).max(initial=0))):
        index = first[hit] + step
        inside = index < last
        phrase = order[index[inside]]
        np.add.at(others, phrase, right[phrase] != there[hit[inside]])
    enough: Flags = (others == 0) | ((others == 1) & (seen >= _SURE))
    return enough


def _gap_seen(codes: Symbols, phrases: NDArray[np.int64], hole: int) -> Flags:
    """Which phrases the texts also have without what stands in the hole."""
    weights = [WEIGHTS[offset] for offset in range(LENGTH) if offset != hole]
    shorter = np.unique(_sums(codes, weights, range(LENGTH - 1))[find_han_runs(codes, LENGTH - 1)])
    around = [offset for offset in range(LENGTH) if offset != hole]
    mine = _sums(codes, weights, around)[: len(codes) - LENGTH + 1][phrases]
    index = np.minimum(np.searchsorted(shorter, mine), len(shorter) - 1)
    found: Flags = shorter[index] == mine
    return found


def _usual(codes: Symbols) -> NDArray[np.uint8]:
    """Bits of the two characters that often stand together."""
    places = np.flatnonzero(find_han_runs(codes, 2))
    whole = (codes[places].astype(np.uint64) << np.uint64(16)) | codes[places + 1]
    distinct, counts = np.unique(whole, return_counts=True)
    often = distinct[counts >= _LEAST_USUAL]
    flags = np.zeros(1 << BIGRAM_BITS, np.bool_)
    flags[hash_bigram(often >> np.uint64(16), often & np.uint64(0xFFFF)).astype(np.int64)] = True
    return np.packbits(flags, bitorder="little")


def phrases_in(codes: Symbols) -> Iterator[str]:
    """The phrases of a text, for people who want to read them."""
    places = np.flatnonzero(find_han_runs(codes, LENGTH))
    whole = _sums(codes, WEIGHTS, range(LENGTH))[places]
    _, index, counts = np.unique(whole, return_index=True, return_counts=True)
    for place in places[index[counts >= _LEAST]]:
        yield "".join(map(chr, codes[place : place + LENGTH]))
