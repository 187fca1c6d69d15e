"""N-grams as 64-bit hashes, computed for all windows of a text at once.

The hash is a polynomial of the symbols: a longer window costs one multiplication, a replaced symbol one addition. Sums and
products of arrays wrap without a warning.

>>> codes = np.array([ord(character) for character in "政务服务"], dtype=np.uint16)
>>> two = hash_windows(codes, 2)[2]
>>> other = hash_windows(np.array([ord("政"), ord("治")], dtype=np.uint16), 2)[2]
>>> len(two), bool(two[0] + compute_hash_change(codes[1:2], np.array([ord("治")], dtype=np.uint16))[0] == other[0])
(3, True)
"""

import numpy as np

from policytext.typos.array_names import Counts, Flags, Hashes, Levels, Symbols
from policytext.typos.symbols import LINE_BREAK, is_han

#: The longest n-gram that is counted, in symbols.
ORDER = 4
_FACTOR = 0x9E3779B97F4A7C15  # odd, its bits without a pattern: 2^64 over the golden ratio
_SALT = 0xD1B54A32D192ED03
_POWERS = np.array([pow(_FACTOR, power, 2**64) for power in range(ORDER + 3)], dtype=np.uint64)
#: Salts that keep apart the n-grams of different lengths, and the words of the dictionary.
SALTS = np.array([(_SALT * (length + 1)) % 2**64 | 1 for length in range(ORDER + 1)], dtype=np.uint64)
WORD_SALT = np.uint64(0xA5A5F00DCAFE1237)


def hash_windows(codes: Symbols, longest: int = ORDER) -> list[Hashes]:
    """Return the hashes of all windows, by their length; item 1 are the symbols, item 0 is empty.

    Args:
        codes: The symbols, along the first axis.
        longest: The length of the longest windows.
    """
    units = codes.astype(np.uint64) + np.uint64(1)
    hashes = [units[:0], units]
    for length in range(2, longest + 1):
        hashes.append(hashes[-1][:-1] * _POWERS[1] + units[length - 1 :])
    return hashes


def compute_hash_change(old: Symbols, new: Symbols) -> Hashes:
    """Return the change of a window's hash when `new` replaces `old` as its last symbol."""
    changed: Hashes = new.astype(np.uint64) - old.astype(np.uint64)
    return changed


def shift_hash_change(changed: Hashes, after: int) -> Hashes:
    """Return the change of the hash when `after` more symbols follow the replaced one in the window."""
    moved: Hashes = changed * _POWERS[after]
    return moved


def count_windows(codes: Symbols, length: int, minimum: int) -> tuple[Hashes, Counts]:
    """Count the n-grams of one length, without those that hold no Chinese character or span a line break.

    Args:
        codes: The texts, separated by line breaks.
        length: The number of symbols.
        minimum: The least count to keep.

    Returns:
        The hashes in ascending order, and their counts.
    """
    hashes = hash_windows(codes, length)[length]
    size = len(hashes)
    line, han = codes == LINE_BREAK, is_han(codes)
    wanted = np.zeros(size, dtype=np.bool_)
    for offset in range(length):
        wanted |= han[offset : offset + size]
    for offset in range(1, length - 1):
        wanted &= ~line[offset : offset + size]
    hashes = np.sort(hashes[wanted])
    if not len(hashes):
        return hashes, np.zeros(0, dtype=np.int64)
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    counts = np.diff(np.append(starts, len(hashes)))
    frequent = counts >= minimum
    return hashes[starts[frequent]], counts[frequent]


_FILTER_BITS = 21  # 2 million bits, a seventh of them set: small enough for the processor's cache
_SALT_FACTOR, _FILTER_SHIFT = np.uint64(_SALT), np.uint64(64 - _FILTER_BITS)


def _bit_indices(hashes: Hashes) -> Hashes:
    indices: Hashes = (hashes * _SALT_FACTOR) >> _FILTER_SHIFT
    return indices


def build_bit_filter(hashes: Hashes) -> Levels:
    """Build the packed bits of a filter that excludes n-grams which are not among these (a Bloom filter of one hash).

    >>> bits = build_bit_filter(np.arange(1000, dtype=np.uint64))
    >>> bool(may_be_in_filter(np.arange(1000, dtype=np.uint64), bits).all()), len(bits)
    (True, 262144)
    """
    flags = np.zeros(1 << _FILTER_BITS, dtype=np.bool_)
    flags[np.unique(_bit_indices(hashes)).astype(np.int64)] = True
    return np.packbits(flags, bitorder="little")


def may_be_in_filter(hashes: Hashes, bits: Levels) -> Flags:
    """Return which n-grams may be in the filter; one in seven of those that are not passes."""
    indices = _bit_indices(hashes)
    shifts = (indices & np.uint64(7)).astype(np.uint8)
    passes: Flags = (bits[indices >> np.uint64(3)] >> shifts) & np.uint8(1) != 0
    return passes
