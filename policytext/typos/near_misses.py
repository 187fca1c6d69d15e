"""Near misses of fixed phrases: one confusable character, one missing or one doubled character away. Needs no numpy.

Two filters leave little to look up. Whether the three characters that begin at each place are known together is read from
a table of bits for all places at once: a long integer holds 32 bits for each character, and three products give all
places' bits. A slip leaves its mark there: three unknown places in a row around a wrong character, two around a gap. Only
then the six characters around are looked up: a static function gives what stands between them in official texts, if only
one thing does.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter, mul
from typing import Any, Literal, NamedTuple

from policytext.model import Span
from policytext.typos.confusables import similar
from policytext.typos.model_file import opened
from policytext.typos.store import Store

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

_ALL = 2**64 - 1
_LANE = 4  # bytes for a character
_SHIFT = 32 - BITS
_AROUND_SHIFT = 9
# The first three together below 2^16, so that no sum of three products leaves its 32 bits.
_FACTORS = (24_593, 20_101, 18_803, 60_013)
_FREQUENT = 200  # occurrences of what may be missing or meant
_DOUBLED = re.compile("([\u4e00-\u9fff])\\1")
_CHUNK = 8_192  # characters at once
_RUN = re.compile(f"[\u4e00-\u9fff]{{{LENGTH - 1},}}")
_UNKNOWN = re.compile(rb"\0+")
_BIT_OF = bytes(1 << (low & 7) for low in range(256))

Kind = Literal["wrong", "missing", "doubled"]


class Miss(NamedTuple):
    """A near miss.

    Args:
        kind: what is amiss.
        span: the place in the text; around a gap its two neighbours.
        right: what should stand there.
        phrase: the phrase that is meant.
    """

    kind: Kind
    span: Span
    right: str
    phrase: str


def hole_weight(hole: int) -> int:
    """What tells the holes of the same characters apart."""
    return (0xD1B54A32D192ED03 * (hole + 1)) & _ALL


#: The same for each hole without its place, for quick sums.
_AROUND = tuple(WEIGHTS[:hole] + WEIGHTS[hole + 1 :] for hole in range(LENGTH))
_HOLE = tuple(map(hole_weight, range(LENGTH)))


def trigram_place(first: Any, second: Any, third: Any) -> Any:
    """The number of a trigram's bit, of code points or of arrays of them."""
    whole = first * _FACTORS[0] + second * _FACTORS[1] + third * _FACTORS[2]
    return (whole >> _SHIFT) & ((1 << BITS) - 1)


def bigram_place(first: Any, second: Any) -> Any:
    """The number of the bit of two characters, of code points or of arrays of them."""
    return ((first * _FACTORS[0] + second * _FACTORS[1]) >> 2) & ((1 << PAIR_BITS) - 1)


def around_place(*letters: Any) -> Any:
    """The number of the bit of the four characters around a hole, of code points or of arrays of them."""
    whole = (
        letters[0] * _FACTORS[0]
        + letters[1] * _FACTORS[1]
        + letters[2] * _FACTORS[2]
        + letters[3] * _FACTORS[3]
    )
    return (whole >> _AROUND_SHIFT) & ((1 << AROUND_BITS) - 1)


class Phrases:
    """The phrases of a model's file.

    Args:
        kept: the open file.
    """

    def __init__(self, kept: Store) -> None:
        self._kept = kept
        self._bits = bytes(kept["trigram.bits"])
        self._pairs, self._counts = kept["bigram.usual"], kept["symbol.count"]
        self._around = kept["phrase.around"]
        self._marks, self._symbols = kept["phrase.marks"], kept["phrase.symbols"]
        self._segments, self._width, self._seed = kept["phrase.about"].tolist()

    def known(self, joined: str) -> bytearray:
        """For each place but the last two a byte, 0 if the three characters from there are not known together."""
        size = len(joined) - 2
        letters = int.from_bytes(joined.encode("utf-32-le", "replace"), "little")
        places = (
            letters * _FACTORS[0] + (letters >> 32) * _FACTORS[1] + (letters >> 64) * _FACTORS[2]
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
        first, second, third, mark = _slots(key & _ALL, self._segments, self._width, self._seed)
        marks, symbols = self._marks, self._symbols
        value = marks[first] ^ marks[second] ^ marks[third]
        if value >> 1 != mark & 127:
            return None
        symbol = symbols[first] ^ symbols[second] ^ symbols[third]
        # A key that was never seen gives any symbol, and most symbols are rare.
        return (chr(symbol), not value & 1) if self._counts[symbol] >= _FREQUENT else None

    def similar(self, wrong: str, right: str) -> bool:
        """Whether one character may be mistaken for another."""
        return similar(self._kept, wrong, right)


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The phrases that come with the program.

    Raises:
        PolicytextError: their file is missing or broken.
    """
    return Phrases(opened())


def near_misses(shadow: str, phrases: Phrases) -> Iterator[Miss]:
    """The near misses of a text, in order.

    Args:
        shadow: the text, folded character for character.
        phrases: the phrases.
    """
    runs: list[tuple[int, int]] = []
    size = 0
    for found in _RUN.finditer(shadow):
        start, end = found.span()
        # A run that is longer than a chunk is cut; what a cut hides is a miss.
        for first in range(start, end, _CHUNK):
            runs.append((first, min(first + _CHUNK, end)))
            size += runs[-1][1] - first + 1
        if size >= _CHUNK:
            yield from _in_runs(shadow, runs, phrases)
            runs, size = [], 0
    if runs:
        yield from _in_runs(shadow, runs, phrases)


def _in_runs(shadow: str, runs: Sequence[tuple[int, int]], phrases: Phrases) -> Iterator[Miss]:
    joined = "\n".join([shadow[start:end] for start, end in runs])
    if len(joined) < LENGTH - 1:
        return
    known = phrases.known(joined)
    moved: list[tuple[int, int]] = []
    at = 0
    for start, end in runs:
        moved.append((at, start - at))
        at += end - start + 1
        # No three characters stand across two runs.
        known[max(at - 3, 0) : at] = (
            b"\1" * (at - max(at - 3, 0)) if at <= len(known) else b"\1" * max(len(known) - at + 3, 0)
        )
    found = list(_all_doubled(joined, known, phrases))
    for gap in _UNKNOWN.finditer(known):
        found += _judged(joined, *gap.span(), phrases)
    starts = [start for start, _ in moved]
    seen: set[Span] = set()
    for miss in sorted(found, key=itemgetter(1)):
        by = moved[bisect_right(starts, miss.span.start) - 1][1]
        span = Span(miss.span.start + by, miss.span.end + by)
        if span not in seen and not _repeated(shadow, span):
            seen.add(span)
            yield miss._replace(span=span)


def _all_doubled(joined: str, known: bytearray, phrases: Phrases) -> Iterator[Miss]:
    """Characters that stand twice where a phrase has them once."""
    for twice in _DOUBLED.finditer(joined):
        at = twice.start()
        if not all(known[max(at - 1, 0) : at + 1]):
            yield from _doubled(joined, at, phrases)


def _judged(joined: str, first: int, last: int, phrases: Phrases) -> Iterator[Miss]:
    """What a stretch of unknown places may come from.

    Args:
        joined: the text.
        first, last: the stretch.
        phrases: the phrases.
    """
    length = last - first
    if length == 1:
        # One of the two around a gap may be known by chance.
        yield from _missing(joined, first + 1, phrases)
        yield from _missing(joined, first + 2, phrases)
    elif length == 2:
        yield from _missing(joined, first + 2, phrases)
        # So may one of a wrong character's three.
        yield from _wrong(joined, first + 1, phrases)
        yield from _wrong(joined, first + 2, phrases)
    else:
        # Of a longer one only an end can be a slip beside known words.
        yield from _wrong(joined, first + 2, phrases)
        yield from _missing(joined, first + 2, phrases)
        yield from _missing(joined, last, phrases)
        if length > 3:
            yield from _wrong(joined, last - 1, phrases)


def _wrong(joined: str, at: int, phrases: Phrases) -> Iterator[Miss]:
    there = joined[at]
    if phrases.surrounds(joined[at - 2 : at], joined[at + 1 : at + 3]):
        for whole, hole, _ in _filled(joined, at, at + 1, phrases):
            if whole[hole] != there and phrases.similar(there, whole[hole]):
                yield Miss("wrong", Span(at, at + 1), whole[hole], whole)


def _missing(joined: str, at: int, phrases: Phrases) -> Iterator[Miss]:
    before, after = joined[at - 2 : at], joined[at : at + 2]
    if phrases.surrounds(before, after) and not phrases.usual(before[1], after[0]):
        for whole, hole, needed in _filled(joined, at, at, phrases):
            if needed:
                yield Miss("missing", Span(at - 1, at + 1), before[1] + whole[hole] + after[0], whole)


def _doubled(joined: str, at: int, phrases: Phrases) -> Iterator[Miss]:
    for whole, hole, _ in _filled(joined, at, at + 2, phrases):
        if whole[hole] == joined[at]:
            yield Miss("doubled", Span(at, at + 2), joined[at], whole)


def _filled(joined: str, start: int, end: int, phrases: Phrases) -> Iterator[tuple[str, int, bool]]:
    """Phrases with something else between `start` and `end`: each whole, where its hole was, whether it is needed."""
    for hole in HOLES:
        before, after = joined[max(start - hole, 0) : start], joined[end : end + LENGTH - 1 - hole]
        if len(before) + len(after) == LENGTH - 1 and "\n" not in before + after:
            found = phrases.between(before, after)
            if found:
                whole = before + found[0] + after
                if _credible(whole, hole, phrases):
                    yield whole, hole, found[1]


def _credible(whole: str, hole: int, phrases: Phrases) -> bool:
    """Whether a phrase that was put together is one: a key that was never seen gives anything."""
    first, last = max(hole - 2, 0), min(hole, LENGTH - 3)
    return all(phrases.knows(whole[place : place + 3]) for place in range(first, last + 1))


def _repeated(shadow: str, span: Span) -> bool:
    """Whether the document writes it like this again: then it is meant."""
    words = shadow[max(span.start - 2, 0) : span.end + 2]
    return shadow.count(words) > 1


def _lanes(value: int, size: int) -> int:
    """A number repeated in so many lanes."""
    return int.from_bytes(value.to_bytes(_LANE, "little") * size, "little")


def _slots(key: int, segments: int, width: int, seed: int) -> tuple[int, int, int, int]:
    """As `policytext.typos.table` reckons them, without numpy."""
    one = (key + seed) & _ALL
    one ^= one >> 32
    one = (one * 0xD6E8FEB86659FD93) & _ALL
    one ^= one >> 32
    other = ((one ^ (one >> 29)) * 0x9E3779B97F4A7C15) & _ALL
    size = 1 << width
    low = size - 1
    base = (((one >> 32) * (segments - 2)) >> 32) << width
    return (
        base | (one & low),
        base + size | ((other >> 8) & low),
        base + size + size | ((other >> 36) & low),
        (other >> 28) & 255,
    )
