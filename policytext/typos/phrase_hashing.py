"""Hashes of fixed phrases, bigrams and trigrams, shared by training and look-up; needs no numpy.

Each function takes code points, arrays of them, or one long integer with a code point in every 32 bits.
"""

from typing import Any

#: The length of a phrase in characters, and the indices of its holes; the middle one has the most context and comes first.
LENGTH = 7
HOLES = (3, 2, 4)
#: Characters that are never a hole: numerals, and characters with two correct forms.
NEVER_HOLES = "〇零一二三四五六七八九十百千万亿两几的地得他她它做作在再"
#: Characters that may as well be omitted.
OPTIONAL_CHARACTERS = "及和与或的了并等均都也又各其该省市县区级有对将应可要已在照者以出于当第中而"
#: The bit set in the value of a hole whose character some texts omit.
MAY_BE_OMITTED = 1 << 16
#: The factors of a phrase's characters, from the golden ratio's digits.
WEIGHTS = tuple(
    (0x9E3779B97F4A7C15 * (2 * place + 3) * (place + 7)) & (2**64 - 1) | 1 for place in range(LENGTH)
)
#: The number of bits of each hash.
TRIGRAM_BITS = 23
BIGRAM_BITS = 20
CONTEXT_BITS = 21
ALL_BITS = 2**64 - 1
# The sum of the first three is below 2^16, so that a sum of three products fits into its 32 bits.
FACTORS = (24_593, 20_101, 18_803, 60_013)

_TRIGRAM_SHIFT = 32 - TRIGRAM_BITS
#: How the sum of the products of the characters around a hole gives the index of a bit.
CONTEXT_SHIFT, CONTEXT_MASK = 9, (1 << CONTEXT_BITS) - 1
_FIRST, _SECOND, _THIRD, _FOURTH = FACTORS


def compute_hole_weight(hole: int) -> int:
    """Return the number that keeps apart phrases that differ only in the index of the hole."""
    return (0xD1B54A32D192ED03 * (hole + 1)) & ALL_BITS


def hash_trigram(first: Any, second: Any, third: Any) -> Any:
    """Return the index of a trigram's bit."""
    total = first * FACTORS[0] + second * FACTORS[1] + third * FACTORS[2]
    return (total >> _TRIGRAM_SHIFT) & ((1 << TRIGRAM_BITS) - 1)


def hash_bigram(first: Any, second: Any) -> Any:
    """Return the index of a bigram's bit."""
    return ((first * FACTORS[0] + second * FACTORS[1]) >> 2) & ((1 << BIGRAM_BITS) - 1)


def hash_context(first: Any, second: Any, third: Any, fourth: Any) -> Any:
    """Return the index of the bit of the four characters around a hole."""
    total = first * _FIRST + second * _SECOND + third * _THIRD + fourth * _FOURTH
    return (total >> CONTEXT_SHIFT) & CONTEXT_MASK


def repeat_in_lanes(value: int, size: int) -> int:
    """Return a long integer with `value` in each of `size` lanes of 32 bits."""
    return int.from_bytes(value.to_bytes(4, "little") * size, "little")
