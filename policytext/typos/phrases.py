"""Fixed phrases of official documents, and the characters that fill a hole in them; needs no numpy.

Whether a trigram is known is read from a table of bits, for all trigrams of a text at once: a long integer holds 32 bits
for each character, and three products give the index of every bit. The character that fills a hole is looked up in a static
function, as `policytext.typos.static_function` builds it.
"""

from functools import lru_cache
from operator import itemgetter, mul

from policytext.typos import archive_model
from policytext.typos.array_file import ArrayFile
from policytext.typos.confusables import are_confusable
from policytext.typos.model_file import open_model_file
from policytext.typos.phrase_hashing import (
    ALL_BITS,
    FACTORS,
    LENGTH,
    TRIGRAM_BITS,
    WEIGHTS,
    compute_hole_weight,
    hash_bigram,
    hash_trigram,
    repeat_in_lanes,
)

_LANE_BYTES = 4  # bytes for a character
_SHIFT = 32 - TRIGRAM_BITS
_MINIMUM_COUNT = 200  # occurrences, in the training texts, of a character that may fill a hole
_PLACE_MASK = (1 << TRIGRAM_BITS) - 1
_IS_SET = bytes(value != 0 for value in range(256))
_BIT_OF = bytes(1 << (low & 7) for low in range(256))
# The factors of the characters around each hole.
_CONTEXT_WEIGHTS = tuple(WEIGHTS[:hole] + WEIGHTS[hole + 1 :] for hole in range(LENGTH))
_HOLE_WEIGHTS = tuple(map(compute_hole_weight, range(LENGTH)))


class Phrases:
    """The fixed phrases of a model file.

    Args:
        file: The open model file.
        learned: The open file of an organisation's archive.
    """

    def __init__(self, file: ArrayFile, learned: ArrayFile | None = None) -> None:
        self._file = file
        self._trigram_bits = bytes(file["trigram.bits"])
        if learned:
            bits = int.from_bytes(learned["trigram.bits"], "little") | int.from_bytes(
                self._trigram_bits, "little"
            )
            self._trigram_bits = bits.to_bytes(len(self._trigram_bits), "little")
        self._bigram_bits, self._symbol_counts = file["bigram.usual"], file["symbol.count"]
        #: The bits of the pairs of characters that surround a hole, by `hash_context`.
        self.context_bits = file["phrase.around"]
        self._fingerprints, self._symbols = file["phrase.marks"], file["phrase.symbols"]
        self._segments, self._slot_bits, self._seed = file["phrase.about"].tolist()

    def find_known_trigrams(self, letters: bytes | bytearray) -> int:
        """Return a byte for each trigram, 1 if it is known.

        Args:
            letters: the code points of a text, four bytes each, none above 65,535.
        """
        size = len(letters) // _LANE_BYTES - 2
        number = int.from_bytes(letters, "little")
        places = (number * FACTORS[0] + (number >> 32) * FACTORS[1] + (number >> 64) * FACTORS[2]) >> _SHIFT
        low = (places & repeat_in_lanes(7, size)).to_bytes(_LANE_BYTES * size, "little")
        high = ((places >> 3) & repeat_in_lanes(_PLACE_MASK >> 3, size)).to_bytes(
            _LANE_BYTES * size, "little"
        )
        table_bytes = bytes(itemgetter(*memoryview(high).cast("I"), 0)(self._trigram_bits)[:-1])
        known = int.from_bytes(table_bytes, "little") & int.from_bytes(
            low[::_LANE_BYTES].translate(_BIT_OF), "little"
        )
        return int.from_bytes(known.to_bytes(size, "little").translate(_IS_SET), "little")

    def has_trigram(self, trigram: str) -> bool:
        """Return whether a trigram is known."""
        place = hash_trigram(*map(ord, trigram))
        return bool(self._trigram_bits[place >> 3] >> (place & 7) & 1)

    def is_frequent_bigram(self, first: str, second: str) -> bool:
        """Return whether two characters are often adjacent, so that probably none is missing between them."""
        place = hash_bigram(ord(first), ord(second))
        return bool(self._bigram_bits[place >> 3] >> (place & 7) & 1)

    def find_between(self, before: str, after: str) -> tuple[str, bool] | None:
        """Find the character between the beginning and the end of a phrase, and whether texts never omit it."""
        hole = len(before)
        key = sum(map(mul, _CONTEXT_WEIGHTS[hole], map(ord, before + after)), _HOLE_WEIGHTS[hole])
        first, second, third, mark = _find_slots(key & ALL_BITS, self._segments, self._slot_bits, self._seed)
        marks, symbols = self._fingerprints, self._symbols
        value = marks[first] ^ marks[second] ^ marks[third]
        if value >> 1 != mark & 127:
            return None
        symbol = symbols[first] ^ symbols[second] ^ symbols[third]
        # An unknown key gives an arbitrary symbol, and most symbols are rare.
        return (chr(symbol), not value & 1) if self._symbol_counts[symbol] >= _MINIMUM_COUNT else None

    def are_confusable(self, wrong: str, right: str) -> bool:
        """Return whether `wrong` may be typed for `right`.

        A Traditional character in a Simplified text is excluded: other rules report it.
        """
        return self._file["symbol.of"][ord(wrong)] == ord(wrong) and are_confusable(self._file, wrong, right)


def load_phrases(learned: bool = True) -> Phrases:
    """Load the phrases that come with the program.

    Args:
        learned: Whether learned trigrams are added, if there are any.

    Raises:
        PolicytextError: A file is missing or broken.
    """
    return _load_cached(archive_model.open_learned_file() if learned else None)


@lru_cache(maxsize=2)
def _load_cached(learned: ArrayFile | None) -> Phrases:
    return Phrases(open_model_file(), learned)


def _find_slots(key: int, segments: int, width: int, seed: int) -> tuple[int, int, int, int]:
    """Return the slots and the fingerprint of a key, as `policytext.typos.static_function` computes them."""
    mixed = (key + seed) & ALL_BITS
    mixed ^= mixed >> 32
    mixed = (mixed * 0xD6E8FEB86659FD93) & ALL_BITS
    mixed ^= mixed >> 32
    mixed_again = ((mixed ^ (mixed >> 29)) * 0x9E3779B97F4A7C15) & ALL_BITS
    size = 1 << width
    low = size - 1
    base = (((mixed >> 32) * (segments - 2)) >> 32) << width
    return (
        base | (mixed & low),
        base + size | ((mixed_again >> 8) & low),
        base + size + size | ((mixed_again >> 36) & low),
        (mixed_again >> 28) & 255,
    )
