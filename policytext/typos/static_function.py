"""Which n-grams are known and how often they were seen, in 1.7 bytes each: a static function.

Three slots of a key, exclusive-or, give 8 bits of a fingerprint and 4 of a level of counts. The keys themselves are not
kept; one that was never seen passes for a known one once in 256 times, but an n-gram is looked up only if both of its
parts are known. The slots of a key lie in three segments that follow each other, so that peeling begins at both ends and
needs 1.13 slots for a key: binary fuse filters (Graf and Lemire 2022, doi 10.1145/3510449).

>>> keys = np.arange(1000, dtype=np.uint64)
>>> table = build_function(keys, levels(np.arange(1000) % 50 + 1))
>>> bool((table.levels(keys) == levels(np.arange(1000) % 50 + 1)).all())
True
>>> int((table.levels(keys + np.uint64(10**6)) > 0).sum()) < 15
True
"""

from collections.abc import Callable
from math import ceil, log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from policytext.typos.array_names import Counts, Hashes, Levels, Numbers, Places

#: The count that a level stands for; level 0 are n-grams that are not known.
COUNTS: Numbers = np.array([0, 1, 2, 3, 4, 6, 9, 14, 22, 36, 60, 110, 220, 500, 1500, 6000], np.float64)
_BORDERS = np.sqrt(COUNTS[1:-1] * COUNTS[2:])
_ROOM = 1.125  # slots for a key where there are millions
_TRIES = 12
_HALF = np.uint64(32)


def levels(counts: Counts) -> Levels:
    """The levels nearest to counts of at least 1."""
    return (np.searchsorted(_BORDERS, counts) + 1).astype(np.uint8)


class StaticFunction(NamedTuple):
    """A static function from keys to levels.

    Args:
        marks: a byte of fingerprint for each slot.
        halves: the levels' slots, two to a byte.
        segments: how many segments there are.
        bits: of how many bits the number of a slot in its segment is.
        seed: what the keys were stirred with when peeling succeeded.
    """

    marks: NDArray[np.uint8]
    halves: NDArray[np.uint8]
    segments: int
    bits: int
    seed: int

    def levels(self, keys: Hashes) -> Levels:
        """The level of each key, 0 for what is not known."""
        first, second, third, mark = _slots(keys, self.segments, self.bits, self.seed)
        found = np.flatnonzero(self.marks[first] ^ self.marks[second] ^ self.marks[third] == mark)
        value = self._half(first[found]) ^ self._half(second[found]) ^ self._half(third[found])
        given = np.zeros(len(keys), np.uint8)
        given[found] = value
        return given

    def _half(self, slots: Places) -> Levels:
        shift = (slots & 1).astype(np.uint8) << np.uint8(2)
        half: Levels = (self.halves[slots >> 1] >> shift) & np.uint8(15)
        return half

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """The table as files hold it: ``NAME.marks``, ``.halves`` and ``.about``."""
        about = np.array([self.segments, self.bits, self.seed], np.uint32)
        return {f"{name}.marks": self.marks, f"{name}.halves": self.halves, f"{name}.about": about}


def _stirred(keys: Hashes) -> Hashes:
    keys = keys ^ (keys >> _HALF)
    keys *= np.uint64(0xD6E8FEB86659FD93)
    keys ^= keys >> _HALF
    return keys


def _slots(keys: Hashes, segments: int, bits: int, seed: int) -> tuple[Places, Places, Places, Levels]:
    """A key's slots in three segments that follow each other, and its fingerprint."""
    with np.errstate(over="ignore"):
        one = _stirred(keys + np.uint64(seed))
        other = (one ^ (one >> np.uint64(29))) * np.uint64(0x9E3779B97F4A7C15)
    low = np.uint64((1 << bits) - 1)
    segment = ((one >> _HALF) * np.uint64(segments - 2)) >> _HALF
    base = segment << np.uint64(bits)
    size = np.uint64(1 << bits)
    first = (base | (one & low)).astype(np.int64)
    second = (base + size | ((other >> np.uint64(8)) & low)).astype(np.int64)
    third = (base + size + size | ((other >> np.uint64(36)) & low)).astype(np.int64)
    return first, second, third, (other >> np.uint64(28)).astype(np.uint8)


def build_function(keys: Hashes, values: Levels) -> StaticFunction:
    """A table of keys, each given once, and their levels.

    Raises:
        ValueError: a key is given twice.
    """

    def wanted(mark: Levels) -> NDArray[np.uint32]:
        return (mark.astype(np.uint32) << np.uint32(4)) | values

    slots, segments, bits, seed = _built(keys, wanted)
    marks, halves = (slots >> np.uint32(4)).astype(np.uint8), (slots & np.uint32(15)).astype(np.uint8)
    return StaticFunction(marks, halves[::2] | (halves[1::2] << np.uint8(4)), segments, bits, seed)


def peeled_values(
    keys: Hashes, values: NDArray[np.uint32]
) -> tuple[Levels, NDArray[np.uint16], NDArray[np.uint32]]:
    """A static function from keys to 17 bits, with 7 bits of a fingerprint, for readers without numpy.

    Args:
        keys: each given once.
        values: below 2^17.

    Returns:
        the fingerprints with the value's top bit, the rest of the value, and segments, bits and seed.

    Raises:
        ValueError: a key is given twice.
    """

    def wanted(mark: Levels) -> NDArray[np.uint32]:
        return ((mark & np.uint8(127)).astype(np.uint32) << np.uint32(17)) | values

    slots, segments, bits, seed = _built(keys, wanted)
    marks, rest = (slots >> np.uint32(16)).astype(np.uint8), (slots & np.uint32(0xFFFF)).astype(np.uint16)
    return marks, rest, np.array([segments, bits, seed], np.uint32)


def _built(
    keys: Hashes, wanted: Callable[[Levels], NDArray[np.uint32]]
) -> tuple[NDArray[np.uint32], int, int, int]:
    """The slots whose exclusive-or gives what is wanted, how many segments and bits they have, and the seed."""
    count = max(len(keys), 2)
    bits = max(2, int(log(count) / log(3.33) + 2.25))
    room = max(_ROOM, 0.875 + 0.25 * log(1e6) / log(count))
    for seed in range(_TRIES):
        segments = max(3, ceil(count * room * 1.02**seed / (1 << bits)))
        slots = _peeled(keys, wanted, segments, bits, seed)
        if slots is not None:
            return slots, segments, bits, seed
    raise ValueError("a key is given twice")


def _peeled(
    keys: Hashes, wanted: Callable[[Levels], NDArray[np.uint32]], segments: int, bits: int, seed: int
) -> NDArray[np.uint32] | None:
    first, second, third, mark = _slots(keys, segments, bits, seed)
    places = (first, second, third)
    size = segments << bits
    degree = np.zeros(size, dtype=np.int64)
    whose = np.zeros(size, dtype=np.int64)
    numbers = np.arange(len(keys))
    for place in places:
        degree += np.bincount(place, minlength=size)
        np.bitwise_xor.at(whose, place, numbers)
    rounds: list[tuple[Places, Places]] = []
    left, alone = len(keys), np.flatnonzero(degree == 1)
    while len(alone):
        alone = alone[degree[alone] == 1]
        key, index = np.unique(whose[alone], return_index=True)
        if not len(key):
            break
        rounds.append((key, alone[index]))
        left -= len(key)
        touched = np.concatenate([place[key] for place in places])
        np.subtract.at(degree, touched, 1)
        np.bitwise_xor.at(whose, touched, np.concatenate([key, key, key]))
        alone = np.unique(touched)
    if left:
        return None
    values = wanted(mark)
    slots = np.zeros(size, dtype=np.uint32)
    for key, slot in reversed(rounds):
        slots[slot] = values[key] ^ slots[first[key]] ^ slots[second[key]] ^ slots[third[key]]
    return slots
