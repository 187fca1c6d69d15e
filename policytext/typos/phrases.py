"""Fixed phrases of official documents, and what is known to stand between their parts; needs no numpy.

Whether the three characters that begin at each place are known together is read from a table of bits for all places at
once: a long integer holds 32 bits for each character, and three products give all places' bits. What stands in a hole of a
phrase is looked up in a static function, as `table` builds it.
"""

from functools import lru_cache
from operator import itemgetter, mul

from policytext.typos import archive_model
from policytext.typos.array_file import ArrayFile
from policytext.typos.confusables import similar
from policytext.typos.model_file import opened
from policytext.typos.phrase_hashing import (
    ALL,
    BITS,
    FACTORS,
    LENGTH,
    WEIGHTS,
    around_place,
    bigram_place,
    hole_weight,
    trigram_place,
)

_LANE = 4  # bytes for a character
_SHIFT = 32 - BITS
_FREQUENT = 200  # occurrences of what may be missing or meant
_BIT_OF = bytes(1 << (low & 7) for low in range(256))
# What the characters around each hole are multiplied by.
_AROUND = tuple(WEIGHTS[:hole] + WEIGHTS[hole + 1 :] for hole in range(LENGTH))
_HOLE = tuple(map(hole_weight, range(LENGTH)))


class Phrases:
    """The phrases of a model's file.

    Args:
        kept: the open file.
        learned: the open file of what an organisation's archive has taught.
    """

    def __init__(self, kept: ArrayFile, learned: ArrayFile | None = None) -> None:
        self._kept = kept
        self._bits = bytes(kept["trigram.bits"])
        if learned:
            own = int.from_bytes(learned["trigram.bits"], "little") | int.from_bytes(self._bits, "little")
            self._bits = own.to_bytes(len(self._bits), "little")
        self._pairs, self._counts = kept["bigram.usual"], kept["symbol.count"]
        self._around = kept["phrase.around"]
        self._marks, self._symbols = kept["phrase.marks"], kept["phrase.symbols"]
        self._segments, self._width, self._seed = kept["phrase.about"].tolist()

    def known(self, joined: str) -> bytearray:
        """For each place but the last two a byte, 0 if the three characters from there are not known together."""
        size = len(joined) - 2
        letters = int.from_bytes(joined.encode("utf-32-le", "replace"), "little")
        places = (
            letters * FACTORS[0] + (letters >> 32) * FACTORS[1] + (letters >> 64) * FACTORS[2]
        ) >> _SHIFT
        low = (places & _lanes(7, size)).to_bytes(_LANE * size, "little")[::_LANE].translate(_BIT_OF)
        high = ((places >> 3) & _lanes((1 << (BITS - 3)) - 1, size)).to_bytes(_LANE * size, "little")
        found = bytes(itemgetter(*memoryview(high).cast("I"), 0)(self._bits)[:-1])
        both = int.from_bytes(found, "little") & int.from_bytes(low, "little")
        return bytearray(both.to_bytes(size, "little"))

    def knows(self, trigram: str) -> bool:
        """Whether three characters are known together."""
        place = trigram_place(*map(ord, trigram))
        return bool(self._bits[place >> 3] >> (place & 7) & 1)

    def usual(self, first: str, second: str) -> bool:
        """Whether two characters often stand together: then nothing need be missing between them."""
        place = bigram_place(ord(first), ord(second))
        return bool(self._pairs[place >> 3] >> (place & 7) & 1)

    def surrounds(self, before: str, after: str) -> bool:
        """Whether two characters before and two after a place may be those around a hole of some phrase."""
        if len(before) + len(after) < 4:
            return False
        place = around_place(ord(before[0]), ord(before[1]), ord(after[0]), ord(after[1]))
        return bool(self._around[place >> 3] >> (place & 7) & 1)

    def between(self, before: str, after: str) -> tuple[str, bool] | None:
        """What official texts have between the beginning and the end of a phrase, and whether it is never left out."""
        hole = len(before)
        key = sum(map(mul, _AROUND[hole], map(ord, before + after)), _HOLE[hole])
        first, second, third, mark = _slots(key & ALL, self._segments, self._width, self._seed)
        marks, symbols = self._marks, self._symbols
        value = marks[first] ^ marks[second] ^ marks[third]
        if value >> 1 != mark & 127:
            return None
        symbol = symbols[first] ^ symbols[second] ^ symbols[third]
        # A key that was never seen gives any symbol, and most symbols are rare.
        return (chr(symbol), not value & 1) if self._counts[symbol] >= _FREQUENT else None

    def similar(self, wrong: str, right: str) -> bool:
        """Whether one character may be mistaken for another.

        A Traditional character in a Simplified text is not: that is another fault, with another name.
        """
        return self._kept["symbol.of"][ord(wrong)] == ord(wrong) and similar(self._kept, wrong, right)


def phrases() -> Phrases:
    """The phrases that come with the program, and what was learned, if anything was.

    Raises:
        PolicytextError: a file is missing or broken.
    """
    return _phrases(archive_model.opened())


@lru_cache(maxsize=2)
def _phrases(own: ArrayFile | None) -> Phrases:
    return Phrases(opened(), own)


def _lanes(value: int, size: int) -> int:
    """A number repeated in so many lanes."""
    return int.from_bytes(value.to_bytes(_LANE, "little") * size, "little")


def _slots(key: int, segments: int, width: int, seed: int) -> tuple[int, int, int, int]:
    """As `policytext.typos.static_function` reckons them, without numpy."""
    one = (key + seed) & ALL
    one ^= one >> 32
    one = (one * 0xD6E8FEB86659FD93) & ALL
    one ^= one >> 32
    other = ((one ^ (one >> 29)) * 0x9E3779B97F4A7C15) & ALL
    size = 1 << width
    low = size - 1
    base = (((one >> 32) * (segments - 2)) >> 32) << width
    return (
        base | (one & low),
        base + size | ((other >> 8) & low),
        base + size + size | ((other >> 36) & low),
        (other >> 28) & 255,
    )
