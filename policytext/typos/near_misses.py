"""Near misses of fixed phrases: one confusable, missing or doubled character away from them; needs no numpy.

Two filters leave little to look up. A wrong character makes three trigrams in a row unknown, a gap two; and the two
characters on either side must be those around a hole of some phrase. Only then the six characters around are looked up,
and the result is accepted if official texts have one character between them and no other.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Literal, NamedTuple

from policytext.model.document import Span
from policytext.typos.phrase_hashing import HOLES, LENGTH, hash_context
from policytext.typos.phrases import Phrases

_DOUBLED = re.compile("([\u4e00-\u9fff])\\1")
_CHUNK = 8_192  # characters searched together
_REPEAT_WINDOW = 20_000  # characters on either side in which a repetition counts
_RUN = re.compile(f"[\u4e00-\u9fff]{{{LENGTH - 1},}}")
_UNKNOWN = re.compile(rb"\0+")

Kind = Literal["wrong", "missing", "doubled"]


class NearMiss(NamedTuple):
    """A near miss of a fixed phrase.

    Args:
        kind: Whether a character is wrong, missing or doubled.
        span: The characters in the text; for a missing character its two neighbours.
        right: The correct text of the span.
        phrase: The fixed phrase.
    """

    kind: Kind
    span: Span
    right: str
    phrase: str


def find_near_misses(shadow: str, phrases: Phrases) -> Iterator[NearMiss]:
    """Find the near misses of a text, in order.

    Args:
        shadow: The folded text.
        phrases: The fixed phrases.
    """
    runs: list[tuple[int, int]] = []
    size = 0
    for run in _RUN.finditer(shadow):
        start, end = run.span()
        # A longer run is cut; a near miss across a cut is not found.
        for first in range(start, end, _CHUNK):
            runs.append((first, min(first + _CHUNK, end)))
            size += runs[-1][1] - first + 1
        if size >= _CHUNK:
            yield from _search_runs(shadow, runs, phrases)
            runs, size = [], 0
    if runs:
        yield from _search_runs(shadow, runs, phrases)


def _search_runs(shadow: str, runs: Sequence[tuple[int, int]], phrases: Phrases) -> Iterator[NearMiss]:
    joined = "\n".join([shadow[start:end] for start, end in runs])
    if len(joined) < LENGTH - 1:
        return
    known_trigrams = phrases.find_known_trigrams(joined)
    shifts: list[tuple[int, int]] = []
    offset = 0
    for start, end in runs:
        shifts.append((offset, start - offset))
        offset += end - start + 1
        # A trigram across two runs is none, so it counts as known.
        if offset <= len(joined):
            known_trigrams[offset - 3 : offset] = b"\1\1\1"
    misses = list(_find_doubled_characters(joined, known_trigrams, phrases))
    for at, gap, minimum in _find_possible_holes(joined, known_trigrams, phrases):
        misses += (_find_wrong if gap else _find_missing)(joined, at, phrases, minimum)
    starts = [start for start, _ in shifts]
    reported: set[Span] = set()
    for miss in sorted(misses, key=itemgetter(1)):
        shift = shifts[bisect_right(starts, miss.span.start) - 1][1]
        span = Span(miss.span.start + shift, miss.span.end + shift)
        if span not in reported and not _is_repeated(shadow, span):
            reported.add(span)
            yield miss._replace(span=span)


def _find_doubled_characters(joined: str, known_trigrams: bytearray, phrases: Phrases) -> Iterator[NearMiss]:
    """Find characters that are doubled where a phrase has them once."""
    for doubled in _DOUBLED.finditer(joined):
        position = doubled.start()
        if not all(known_trigrams[max(position - 1, 0) : position + 1]):
            yield from _find_doubled(joined, position, phrases)


def _find_possible_holes(
    joined: str, known_trigrams: bytearray, phrases: Phrases
) -> Iterator[tuple[int, int, int]]:
    """Find the places where a wrong or a missing character may explain a run of unknown trigrams.

    Nearly all places end here: few pairs of characters surround a hole of some phrase.

    Args:
        joined: The runs of Chinese characters, joined by line breaks.
        known_trigrams: For each trigram whether it is known.
        phrases: The fixed phrases.

    Returns:
        The place, 1 for a wrong and 0 for a missing character, and the number of phrases that must agree.
    """
    letters = memoryview(joined.encode("utf-32-le", "replace")).cast("I")
    surrounding, last = phrases.context_bits, len(letters) - 2
    for unknown in _UNKNOWN.finditer(known_trigrams):
        first, end = unknown.span()
        for shift, gap, minimum in _list_places(end - first):
            at = first + shift
            after = at + gap
            if at > 1 and after <= last:
                bit = hash_context(letters[at - 2], letters[at - 1], letters[after], letters[after + 1])
                if surrounding[bit >> 3] >> (bit & 7) & 1:
                    yield at, gap, minimum


@lru_cache(maxsize=1024)
def _list_places(length: int) -> tuple[tuple[int, int, int], ...]:
    """List where characters may be wrong or missing, by the number of unknown trigrams in a row.

    A run of exactly the expected length needs one phrase; any other needs two that agree. One of the two trigrams around a
    gap, or of the three around a wrong character, may be known by chance. In a longer run only the characters at its ends
    are next to known words.

    Returns:
        The shift from the first trigram, 1 for a wrong and 0 for a missing character, and the number of phrases.
    """
    if length == 1:
        return (1, 0, 2), (2, 0, 2)
    if length == 2:
        return (2, 0, 1), (1, 1, 2), (2, 1, 2)
    places = (2, 1, 1 if length == 3 else 2), (2, 0, 2), (length, 0, 2)
    return places if length == 3 else (*places, (length - 1, 1, 2))


def _find_wrong(joined: str, at: int, phrases: Phrases, minimum: int) -> Iterator[NearMiss]:
    wrong = joined[at]
    for right, phrase in _find_agreed(joined, at, at + 1, phrases, minimum):
        if right != wrong and phrases.are_confusable(wrong, right):
            yield NearMiss("wrong", Span(at, at + 1), right, phrase)


def _find_missing(joined: str, at: int, phrases: Phrases, minimum: int) -> Iterator[NearMiss]:
    before, after = joined[at - 1], joined[at]
    if not phrases.is_frequent_bigram(before, after):
        for missing, phrase in _find_agreed(joined, at, at, phrases, minimum, required=True):
            yield NearMiss("missing", Span(at - 1, at + 1), before + missing + after, phrase)


def _find_agreed(
    joined: str, start: int, end: int, phrases: Phrases, minimum: int, required: bool = False
) -> Iterator[tuple[str, str]]:
    """Find the characters that at least `minimum` phrases have between `start` and `end`, each with the first phrase."""
    by_character: dict[str, list[str]] = {}
    for phrase, hole, is_required in _fill_holes(joined, start, end, phrases):
        if is_required or not required:
            by_character.setdefault(phrase[hole], []).append(phrase)
    for character, agreeing in by_character.items():
        if len(agreeing) >= minimum:
            yield character, agreeing[0]


def _find_doubled(joined: str, at: int, phrases: Phrases) -> Iterator[NearMiss]:
    for phrase, hole, _ in _fill_holes(joined, at, at + 2, phrases):
        if phrase[hole] == joined[at]:
            yield NearMiss("doubled", Span(at, at + 2), joined[at], phrase)


def _fill_holes(joined: str, start: int, end: int, phrases: Phrases) -> Iterator[tuple[str, int, bool]]:
    """Find the phrases with one character between `start` and `end`: phrase, index of the hole, whether it is required."""
    for hole in HOLES:
        before, after = joined[max(start - hole, 0) : start], joined[end : end + LENGTH - 1 - hole]
        if len(before) + len(after) == LENGTH - 1 and "\n" not in before + after:
            filling = phrases.find_between(before, after)
            if filling:
                phrase = before + filling[0] + after
                if _is_known_phrase(phrase, hole, phrases):
                    yield phrase, hole, filling[1]


def _is_known_phrase(phrase: str, hole: int, phrases: Phrases) -> bool:
    """Return whether all trigrams over the hole are known; the static function answers for unknown keys, too."""
    first, last = max(hole - 2, 0), min(hole, LENGTH - 3)
    return all(phrases.has_trigram(phrase[start : start + 3]) for start in range(first, last + 1))


def _is_repeated(shadow: str, span: Span) -> bool:
    """Return whether the document has the same text again nearby: what it repeats is no typo."""
    words = shadow[max(span.start - 2, 0) : span.end + 2]
    # A bounded window keeps the search linear in a text that is full of typos.
    return shadow.count(words, max(span.start - _REPEAT_WINDOW, 0), span.end + _REPEAT_WINDOW) > 1
