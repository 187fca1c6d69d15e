"""Where the error tier's arrays keep what they hold: numbers that building and reading share. Needs no numpy.

Each function takes code points, or arrays of them, or one long integer with a code point in every 32 bits.
"""

from typing import Any

#: The length of a phrase, and where in it something may be amiss; the middle, which has most around it, first.
LENGTH = 7
HOLES = (3, 2, 4)
#: Numerals, and what is right in two ways: never a hole.
KEPT_OUT = "〇零一二三四五六七八九十百千万亿两几的地得他她它做作在再"
#: What may as well be left out.
OPTIONAL = "及和与或的了并等均都也又各其该省市县区级有对将应可要已在照者以出于当第中而"
#: Set in the value of a hole that texts also leave out.
NO_GAP = 1 << 16
#: What a phrase's characters are multiplied by, from the golden ratio's digits.
WEIGHTS = tuple(
    (0x9E3779B97F4A7C15 * (2 * place + 3) * (place + 7)) & (2**64 - 1) | 1 for place in range(LENGTH)
)
#: How many bits number the places of the table of three characters.
BITS = 23
PAIR_BITS = 20
AROUND_BITS = 21
ALL = 2**64 - 1
# The first three together below 2^16, so that no sum of three products leaves its 32 bits.
FACTORS = (24_593, 20_101, 18_803, 60_013)

_SHIFT = 32 - BITS
_AROUND_SHIFT = 9


def hole_weight(hole: int) -> int:
    """What tells the holes of the same characters apart."""
    return (0xD1B54A32D192ED03 * (hole + 1)) & ALL


def trigram_place(first: Any, second: Any, third: Any) -> Any:
    """The number of a trigram's bit, of code points or of arrays of them."""
    whole = first * FACTORS[0] + second * FACTORS[1] + third * FACTORS[2]
    return (whole >> _SHIFT) & ((1 << BITS) - 1)


def bigram_place(first: Any, second: Any) -> Any:
    """The number of the bit of two characters, of code points or of arrays of them."""
    return ((first * FACTORS[0] + second * FACTORS[1]) >> 2) & ((1 << PAIR_BITS) - 1)


def around_place(*letters: Any) -> Any:
    """The number of the bit of the four characters around a hole, of code points or of arrays of them."""
    whole = (
        letters[0] * FACTORS[0] + letters[1] * FACTORS[1] + letters[2] * FACTORS[2] + letters[3] * FACTORS[3]
    )
    return (whole >> _AROUND_SHIFT) & ((1 << AROUND_BITS) - 1)
