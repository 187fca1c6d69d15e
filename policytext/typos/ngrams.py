"""N-grams as 64-bit numbers, all those of a text at once.

The number of a window is a polynomial of its symbols, so a window one longer is one multiplication away, and the same
window with another symbol in it one addition: nothing is hashed twice.

>>> codes = np.array([ord(character) for character in "政务服务"], dtype=np.uint16)
>>> two = windows(codes, 2)[2]
>>> other = windows(np.array([ord("政"), ord("治")], dtype=np.uint16), 2)[2]
>>> len(two), bool(two[0] + change(codes[1:2], np.array([ord("治")], dtype=np.uint16))[0] == other[0])
(3, True)
"""

import numpy as np

from policytext.typos.array_names import Counts, Flags, Hashes, Levels, Symbols
from policytext.typos.symbols import LINE, is_han

#: The longest n-gram that is counted, in symbols.
ORDER = 4
_FACTOR = 0x9E3779B97F4A7C15  # odd, its bits without a pattern: 2^64 over the golden ratio
_SALT = 0xD1B54A32D192ED03
_POWERS = np.array([pow(_FACTOR, power, 2**64) for power in range(ORDER + 3)], dtype=np.uint64)
#: What tells n-grams of different lengths apart, and words from what merely stands together.
SALTS = np.array([(_SALT * (length + 1)) % 2**64 | 1 for length in range(ORDER + 1)], dtype=np.uint64)
WORDS = np.uint64(0xA5A5F00DCAFE1237)


def windows(codes: Symbols, longest: int = ORDER) -> list[Hashes]:
    """The numbers of all windows, by their length; item 1 are the symbols, item 0 is empty.

    Args:
        codes: symbols, along the first axis.
        longest: the longest windows wanted.
    """
    one = codes.astype(np.uint64) + np.uint64(1)
    found = [one[:0], one]
    with np.errstate(over="ignore"):
        for length in range(2, longest + 1):
            found.append(found[-1][:-1] * _POWERS[1] + one[length - 1 :])
    return found


def change(old: Symbols, new: Symbols) -> Hashes:
    """What a window's number changes by when `new` stands for `old` as its last symbol."""
    with np.errstate(over="ignore"):
        changed: Hashes = new.astype(np.uint64) - old.astype(np.uint64)
    return changed


def shifted(changed: Hashes, after: int) -> Hashes:
    """The same change with `after` symbols behind it in the window."""
    with np.errstate(over="ignore"):
        moved: Hashes = changed * _POWERS[after]
    return moved


def counted(codes: Symbols, length: int, least: int) -> tuple[Hashes, Counts]:
    """The n-grams of one length and how often each stands in a text.

    Left out are those without a Chinese character, and those with a line break inside, which nobody wrote.

    Args:
        codes: the text, texts parted by line breaks.
        length: how many symbols.
        least: how often an n-gram must stand there to be given.
    """
    found = windows(codes, length)[length]
    size = len(found)
    line, han = codes == LINE, is_han(codes)
    wanted = np.zeros(size, dtype=np.bool_)
    for offset in range(length):
        wanted |= han[offset : offset + size]
    for offset in range(1, length - 1):
        wanted &= ~line[offset : offset + size]
    found = np.sort(found[wanted])
    if not len(found):
        return found, np.zeros(0, dtype=np.int64)
    starts = np.flatnonzero(np.concatenate(([True], found[1:] != found[:-1])))
    counts = np.diff(np.append(starts, len(found)))
    kept = counts >= least
    return found[starts[kept]], counts[kept]


_BITS = 21  # 2 million bits, a seventh of them set: small enough to stay near the processor


def _bit(found: Hashes) -> Hashes:
    with np.errstate(over="ignore"):
        place: Hashes = (found * np.uint64(_SALT)) >> np.uint64(64 - _BITS)
    return place


def marked(found: Hashes) -> Levels:
    """Bits that tell quickly which n-grams are certainly not among these.

    >>> bits = marked(np.arange(1000, dtype=np.uint64))
    >>> bool(may_be_among(np.arange(1000, dtype=np.uint64), bits).all()), len(bits)
    (True, 262144)
    """
    places = np.unique(_bit(found)).astype(np.int64)
    flags = np.zeros(1 << _BITS, dtype=np.bool_)
    flags[places] = True
    return np.packbits(flags, bitorder="little")


def may_be_among(found: Hashes, bits: Levels) -> Flags:
    """Which n-grams may be among those that were marked; one in seven is without being there."""
    places = _bit(found)
    among: Flags = (bits[places >> np.uint64(3)] >> (places & np.uint64(7)).astype(np.uint8)) & np.uint8(
        1
    ) != 0
    return among
