"""Which n-grams are known and how often they were seen, in two bytes and a half each: a static function.

Three slots of a key, exclusive-or, give 16 bits: 11 of a fingerprint and 5 of a level of counts. The keys themselves are
not kept; one that was never seen passes for a known one once in 2,048 times. Building peels off, round by round, the keys
that have a slot to themselves, as xor filters do (Graf and Lemire 2020, doi 10.1145/3376122).

>>> keys = np.arange(1000, dtype=np.uint64)
>>> table = build(keys, levels(np.arange(1000) % 50 + 1))
>>> bool((table.levels(keys) == levels(np.arange(1000) % 50 + 1)).all())
True
>>> int((table.levels(keys + np.uint64(10**6)) > 0).sum()) < 10
True
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from policytext.typos.arrays import Hashes, Levels

_LEVEL_BITS = 5
_TOP = 2**_LEVEL_BITS
_ROOM = 1.23  # slots for a key: below about 1.22 peeling no longer ends
_TRIES = 8


def _scale() -> NDArray[np.float64]:
    first = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0]
    return np.array(first + [8.0 * 1.5**step for step in range(1, _TOP - len(first) + 1)])


#: The count that a level stands for.
COUNTS = _scale()
_BORDERS = np.sqrt(COUNTS[1:-1] * COUNTS[2:])


def levels(counts: NDArray[np.int64]) -> Levels:
    """The levels nearest to counts of at least 1."""
    return (np.searchsorted(_BORDERS, counts) + 1).astype(np.uint8)


class Table(NamedTuple):
    """A static function from keys to levels.

    Args:
        slots: what is combined, three blocks of the same length.
        block: that length.
        seed: what the keys were stirred with when peeling succeeded.
    """

    slots: NDArray[np.uint16]
    block: int
    seed: int

    def levels(self, keys: Hashes) -> Levels:
        """The level of each key, 0 for what is not known."""
        first, second, third, mark = _slots(keys, self.block, self.seed)
        value = self.slots[first] ^ self.slots[second] ^ self.slots[third]
        return np.where(value >> np.uint16(_LEVEL_BITS) == mark, value & np.uint16(_TOP - 1), 0).astype(
            np.uint8
        )


def _stirred(keys: Hashes) -> Hashes:
    keys = keys ^ (keys >> np.uint64(32))
    keys *= np.uint64(0xD6E8FEB86659FD93)
    keys ^= keys >> np.uint64(32)
    keys *= np.uint64(0xD6E8FEB86659FD93)
    keys ^= keys >> np.uint64(32)
    return keys


def _slots(
    keys: Hashes, block: int, seed: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.uint16]]:
    """A key's place in each block and its fingerprint, from 32 bits of a stirred key each: fewer are too coarse."""
    with np.errstate(over="ignore"):
        one = _stirred(keys + np.uint64(seed))
        other = (one ^ (one >> np.uint64(29))) * np.uint64(0x9E3779B97F4A7C15)
    low, half, size = np.uint64(0xFFFFFFFF), np.uint64(32), np.uint64(block)
    first = (((one & low) * size) >> half).astype(np.int64)
    second = (((one >> half) * size) >> half).astype(np.int64) + block
    third = (((other >> half) * size) >> half).astype(np.int64) + 2 * block
    return first, second, third, ((other >> np.uint64(21)) & np.uint64(0x7FF)).astype(np.uint16)


def build(keys: Hashes, values: Levels) -> Table:
    """A table of keys, each given once, and their levels.

    Raises:
        ValueError: a key is given twice.
    """
    block = int(_ROOM * len(keys) / 3) + 64
    for seed in range(_TRIES):
        slots = _peeled(keys, values, block, seed)
        if slots is not None:
            return Table(slots, block, seed)
    raise ValueError("a key is given twice")


def _peeled(keys: Hashes, values: Levels, block: int, seed: int) -> NDArray[np.uint16] | None:
    first, second, third, mark = _slots(keys, block, seed)
    places = (first, second, third)
    size = 3 * block
    degree = np.zeros(size, dtype=np.int64)
    for place in places:
        degree += np.bincount(place, minlength=size)
    whose = np.zeros(size, dtype=np.int64)
    numbers = np.arange(len(keys))
    for place in places:
        np.bitwise_xor.at(whose, place, numbers)
    rounds: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
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
    wanted = (mark << np.uint16(_LEVEL_BITS)) | values.astype(np.uint16)
    slots = np.zeros(size, dtype=np.uint16)
    for key, slot in reversed(rounds):
        slots[slot] = wanted[key] ^ slots[first[key]] ^ slots[second[key]] ^ slots[third[key]]
    return slots
