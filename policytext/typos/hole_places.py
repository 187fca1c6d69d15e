"""Places where a character may be wrong, missing or doubled, found for all characters of a piece of text at once; needs no numpy.

A long integer holds a byte for each character, so that one operation asks the same of all of them. A trigram that official
texts do not know is unlikely; a wrong character makes three of them in a row, a missing one two.
"""

from collections.abc import Iterator
from itertools import compress

from policytext.model.records import NamedTuple
from policytext.typos.phrase_hashing import CONTEXT_MASK, CONTEXT_SHIFT, FACTORS, repeat_in_lanes
from policytext.typos.phrases import Phrases

#: The most characters of a piece.
MOST = 8_192
_INDICES = tuple(range(MOST))  # faster to walk than a range
_OUTSIDE = bytes(not 0x4E <= high <= 0x9F for high in range(256))
_IS_SET = bytes(value != 0 for value in range(256))
_IS_ZERO = bytes(value == 0 for value in range(256))
_FIRST, _SECOND, _THIRD, _FOURTH = FACTORS


class Piece(NamedTuple):
    """A piece of a text.

    Args:
        text: its characters.
        letters: their code points; those beyond the plane have only their lower half.
        outside: a byte for each character, 1 for what is not Chinese.
        unknown: a byte for each trigram of Chinese characters, 1 for one that is not known.
    """

    text: str
    letters: "memoryview[int]"
    outside: bytes
    unknown: int

    def is_chinese(self, start: int, end: int) -> bool:
        """Return whether [start, end) lies in the piece and has only Chinese characters."""
        return start >= 0 and end <= len(self.text) and self.outside.find(1, start, end) < 0


class Place(NamedTuple):
    """A place where a character may be wrong or missing.

    Args:
        at: the wrong character, or the one behind the gap.
        gap: 1 for a wrong and 0 for a missing character.
        minimum: the number of phrases that must agree.
    """

    at: int
    gap: int
    minimum: int


def read_piece(text: str, phrases: Phrases) -> Piece:
    """Prepare a piece of text of three characters or more."""
    encoded = bytearray(text.encode("utf-32-le", "replace"))
    planes = encoded[2::4]
    outside = int.from_bytes(encoded[1::4].translate(_OUTSIDE), "little")
    if any(planes):
        outside |= int.from_bytes(planes.translate(_IS_SET), "little")
        encoded[2::4] = bytes(len(text))
    known = phrases.find_known_trigrams(encoded)
    inside = int.from_bytes(b"\1" * (len(text) - 2), "little") & ~(outside | outside >> 8 | outside >> 16)
    letters = memoryview(bytes(encoded)).cast("I")
    return Piece(text, letters, outside.to_bytes(len(text), "little"), inside & ~known)


def find_doubled(piece: Piece) -> Iterator[int]:
    """Find the first of two equal characters in trigrams that are not known."""
    letters = int.from_bytes(piece.letters, "little")
    size = len(piece.text)
    differences = (letters ^ letters >> 32).to_bytes(4 * size, "little")
    equal = int.from_bytes(differences[::4].translate(_IS_ZERO), "little")
    equal &= int.from_bytes(differences[1::4].translate(_IS_ZERO), "little")
    found = equal & (piece.unknown | piece.unknown << 8)
    return compress(range(size), found.to_bytes(size + 1, "little"))


def find_holes(piece: Piece, phrases: Phrases) -> Iterator[Place]:
    """Find the places where the two characters on either side are those around a hole of some phrase.

    A run of unknown trigrams of exactly the expected length needs one phrase; any other needs two that agree. One of the
    two trigrams around a gap, or of the three around a wrong character, may be known by chance. In a longer run only the
    characters at its ends are next to known words.
    """
    unknown = piece.unknown
    first = unknown & ~(unknown << 8)
    two_or_more = first & unknown >> 8
    one, two = first & ~two_or_more, two_or_more & ~(unknown >> 16)
    more = two_or_more & ~two
    three = more & ~(unknown >> 24)
    # The characters behind a run of three or more, and the last but one of a run of four or more.
    behind = unknown << 8 & unknown << 16 & unknown << 24 & ~unknown
    late = (behind & unknown << 32) >> 8
    missing = (one | two << 8 | more << 8) << 8 | one << 16 | behind
    wrong = two << 8 | (two | more) << 16 | late
    outer, inner = _weigh_neighbours(piece)
    yield from _select_places(piece, missing, two << 16, 0, outer + (inner >> 64), phrases)
    yield from _select_places(piece, wrong, three << 16, 1, outer + (inner >> 96), phrases)


def _weigh_neighbours(piece: Piece) -> tuple[int, int]:
    """Return for each character what it and the next add to `hash_context`, before a hole and behind it."""
    letters, size = int.from_bytes(piece.letters, "little"), len(piece.text)
    # With 30 bits each, the sum of all four stays within 32.
    mask = repeat_in_lanes((1 << 30) - 1, size)
    following = letters >> 32
    before = (letters * _FIRST + following * _SECOND) & mask
    return before, (letters * _THIRD & mask) + (following * _FOURTH & mask)


def _select_places(
    piece: Piece, places: int, exact: int, gap: int, sums: int, phrases: Phrases
) -> Iterator[Place]:
    """Yield those of the places whose neighbours surround a hole; a place in `exact` needs only one phrase."""
    bits, count = phrases.context_bits, len(piece.text) - 3 - gap
    if count <= 0:
        return
    # Two characters stand before a place and two behind it.
    selected = b"\0\0" + places.to_bytes(len(piece.text) + 4, "little")[2 : 2 + count]
    lanes = ((sums >> CONTEXT_SHIFT) & repeat_in_lanes(CONTEXT_MASK, count)).to_bytes(4 * count, "little")
    bit_indices = memoryview(lanes).cast("I")
    for at in compress(_INDICES, selected):
        bit = bit_indices[at - 2]
        if bits[bit >> 3] >> (bit & 7) & 1:
            yield Place(at, gap, 1 if exact >> 8 * at & 1 else 2)
