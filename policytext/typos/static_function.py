"""A static function from n-grams to quantised counts, in 1.7 bytes for each n-gram.

The exclusive or of a key's three slots gives 8 bits of a fingerprint and 4 of a level. The keys themselves are not stored:
an unknown key passes for a known one once in 256 times, but an n-gram is looked up only if both of its parts are known.
The slots of a key are in three neighbouring segments, so that peeling begins at both ends and needs 1.13 slots a key:
binary fuse filters (Graf and Lemire 2022, doi 10.1145/3510449).

>>> keys = np.arange(1000, dtype=np.uint64)
>>> table = build_function(keys, quantize_counts(np.arange(1000) % 50 + 1))
>>> bool((table.look_up(keys) == quantize_counts(np.arange(1000) % 50 + 1)).all())
True
>>> int((table.look_up(keys + np.uint64(10**6)) > 0).sum()) < 15
True
"""

from collections.abc import Callable
from math import ceil, log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policytext.model.records import NamedTuple
from policytext.typos.array_names import Counts, Floats, Hashes, Indices, Levels

#: The count that each level stands for; level 0 is an n-gram that is not known.
LEVEL_COUNTS: Floats = np.array([0, 1, 2, 3, 4, 6, 9, 14, 22, 36, 60, 110, 220, 500, 1500, 6000], np.float64)
_LEVEL_BORDERS = np.sqrt(LEVEL_COUNTS[1:-1] * LEVEL_COUNTS[2:])
_SLOTS_PER_KEY = 1.125  # for millions of keys
_TRIES = 12
_HALF = np.uint64(32)


def quantize_counts(counts: Counts) -> Levels:
    """Return the levels nearest to counts of at least 1."""
    return (np.searchsorted(_LEVEL_BORDERS, counts) + 1).astype(np.uint8)


class StaticFunction(NamedTuple):
    """A static function from keys to levels.

    Args:
        fingerprints: The fingerprint of each slot.
        packed_levels: The level of each slot, two to a byte.
        segments: The number of segments.
        bits: The number of bits of a slot's index in its segment.
        seed: The seed of the hash with which peeling succeeded.
    """

    fingerprints: NDArray[np.uint8]
    packed_levels: NDArray[np.uint8]
    segments: int
    bits: int
    seed: int

    def look_up(self, keys: Hashes) -> Levels:
        """Return the level of each key, 0 for those that are not known."""
        first, second, third, fingerprint = _find_slots(keys, self.segments, self.bits, self.seed)
        (known,) = (
            self.fingerprints[first] ^ self.fingerprints[second] ^ self.fingerprints[third] == fingerprint
        ).nonzero()
        levels = np.zeros(len(keys), np.uint8)
        if len(known):
            parts = self._unpack(np.concatenate((first[known], second[known], third[known])))
            size = len(known)
            levels[known] = parts[:size] ^ parts[size : 2 * size] ^ parts[2 * size :]
        return levels

    def _unpack(self, slots: Indices) -> Levels:
        shift = (slots & 1).astype(np.uint8) << np.uint8(2)
        levels: Levels = (self.packed_levels[slots >> 1] >> shift) & np.uint8(15)
        return levels

    def to_arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """Return the arrays of a model file: ``NAME.marks``, ``.halves`` and ``.about``."""
        about = np.array([self.segments, self.bits, self.seed], np.uint32)
        return {
            f"{name}.marks": self.fingerprints,
            f"{name}.halves": self.packed_levels,
            f"{name}.about": about,
        }


def _mix_bits(keys: Hashes) -> Hashes:
    keys = keys ^ (keys >> _HALF)
    keys *= np.uint64(0xD6E8FEB86659FD93)
    keys ^= keys >> _HALF
    return keys


def _find_slots(
    keys: Hashes, segments: int, bits: int, seed: int
) -> tuple[Indices, Indices, Indices, Levels]:
    """Return the keys' slots in three neighbouring segments, and their fingerprints."""
    mixed = _mix_bits(keys + np.uint64(seed))
    mixed_again = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0x9E3779B97F4A7C15)
    low = np.uint64((1 << bits) - 1)
    segment = ((mixed >> _HALF) * np.uint64(segments - 2)) >> _HALF
    base = segment << np.uint64(bits)
    size = np.uint64(1 << bits)
    first = (base | (mixed & low)).astype(np.int64)
    second = (base + size | ((mixed_again >> np.uint64(8)) & low)).astype(np.int64)
    third = (base + size + size | ((mixed_again >> np.uint64(36)) & low)).astype(np.int64)
    return first, second, third, (mixed_again >> np.uint64(28)).astype(np.uint8)


def build_function(keys: Hashes, values: Levels) -> StaticFunction:
    """Build a static function from distinct keys to their levels.

    Raises:
        ValueError: A key occurs twice.
    """

    def combine(fingerprints: Levels) -> NDArray[np.uint32]:
        return (fingerprints.astype(np.uint32) << np.uint32(4)) | values

    slots, segments, bits, seed = _build_slots(keys, combine)
    fingerprints = (slots >> np.uint32(4)).astype(np.uint8)
    levels = (slots & np.uint32(15)).astype(np.uint8)
    return StaticFunction(fingerprints, levels[::2] | (levels[1::2] << np.uint8(4)), segments, bits, seed)


def build_portable_function(
    keys: Hashes, values: NDArray[np.uint32]
) -> tuple[Levels, NDArray[np.uint16], NDArray[np.uint32]]:
    """Build a static function from keys to 17 bits, with 7 bits of a fingerprint, for readers without numpy.

    Args:
        keys: Distinct keys.
        values: Their values, below 2^17.

    Returns:
        The fingerprints with the value's top bit, the rest of the value, and segments, bits and seed.

    Raises:
        ValueError: A key occurs twice.
    """

    def combine(fingerprints: Levels) -> NDArray[np.uint32]:
        return ((fingerprints & np.uint8(127)).astype(np.uint32) << np.uint32(17)) | values

    slots, segments, bits, seed = _build_slots(keys, combine)
    top, rest = (slots >> np.uint32(16)).astype(np.uint8), (slots & np.uint32(0xFFFF)).astype(np.uint16)
    return top, rest, np.array([segments, bits, seed], np.uint32)


def _build_slots(
    keys: Hashes, combine: Callable[[Levels], NDArray[np.uint32]]
) -> tuple[NDArray[np.uint32], int, int, int]:
    """Return slots whose exclusive or gives each key's combined value, the number of segments and bits, and the seed."""
    count = max(len(keys), 2)
    bits = max(2, int(log(count) / log(3.33) + 2.25))
    slots_per_key = max(_SLOTS_PER_KEY, 0.875 + 0.25 * log(1e6) / log(count))
    for seed in range(_TRIES):
        segments = max(3, ceil(count * slots_per_key * 1.02**seed / (1 << bits)))
        slots = _peel(keys, combine, segments, bits, seed)
        if slots is not None:
            return slots, segments, bits, seed
    raise ValueError("a key is given twice")


def _peel(
    keys: Hashes, combine: Callable[[Levels], NDArray[np.uint32]], segments: int, bits: int, seed: int
) -> NDArray[np.uint32] | None:
    """Assign the slots key by key, beginning with slots that one key uses alone; return None if that gets stuck."""
    first, second, third, fingerprints = _find_slots(keys, segments, bits, seed)
    places = (first, second, third)
    size = segments << bits
    degree = np.zeros(size, dtype=np.int64)
    users = np.zeros(size, dtype=np.int64)
    numbers = np.arange(len(keys))
    for place in places:
        degree += np.bincount(place, minlength=size)
        np.bitwise_xor.at(users, place, numbers)
    rounds: list[tuple[Indices, Indices]] = []
    left, alone = len(keys), np.flatnonzero(degree == 1)
    while len(alone):
        alone = alone[degree[alone] == 1]
        key, index = np.unique(users[alone], return_index=True)
        if not len(key):
            break
        rounds.append((key, alone[index]))
        left -= len(key)
        touched = np.concatenate([place[key] for place in places])
        np.subtract.at(degree, touched, 1)
        np.bitwise_xor.at(users, touched, np.concatenate([key, key, key]))
        alone = np.unique(touched)
    if left:
        return None
    values = combine(fingerprints)
    slots = np.zeros(size, dtype=np.uint32)
    for key, slot in reversed(rounds):
        slots[slot] = values[key] ^ slots[first[key]] ^ slots[second[key]] ^ slots[third[key]]
    return slots
