"""Near misses of fixed phrases: one confusable, missing or doubled character away from them; needs no numpy.

Two filters leave little to look up. A wrong character makes three trigrams in a row unknown, a gap two; and the two
characters on either side must be those around a hole of some phrase. Only then the six characters around are looked up,
and the result is accepted if official texts have one character between them and no other.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Literal, NamedTuple

from policytext.model.document import Span
from policytext.typos.phrase_hashing import HOLES, LENGTH
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
        known_trigrams[max(offset - 3, 0) : offset] = (
            b"\1" * (offset - max(offset - 3, 0))
            if offset <= len(known_trigrams)
            else b"\1" * max(len(known_trigrams) - offset + 3, 0)
        )
    misses = list(_find_doubled_characters(joined, known_trigrams, phrases))
    for unknown in _UNKNOWN.finditer(known_trigrams):
        misses += _explain_unknown(joined, *unknown.span(), phrases)
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


def _explain_unknown(joined: str, first: int, last: int, phrases: Phrases) -> Iterator[NearMiss]:
    """Find the near misses that explain a run of unknown trigrams.

    Args:
        joined: The runs of Chinese characters, joined by line breaks.
        first, last: The start of the first unknown trigram, and that of the first known one behind it.
        phrases: The fixed phrases.
    """
    length = last - first
    # A run of exactly the expected length needs one phrase; any other needs two that agree.
    if length == 1:
        # One of the two trigrams around a gap may be known by chance.
        yield from _find_missing(joined, first + 1, phrases, 2)
        yield from _find_missing(joined, first + 2, phrases, 2)
    elif length == 2:
        yield from _find_missing(joined, first + 2, phrases, 1)
        # So may one of the three around a wrong character.
        yield from _find_wrong(joined, first + 1, phrases, 2)
        yield from _find_wrong(joined, first + 2, phrases, 2)
    else:
        # In a longer run only the characters at its ends are next to known words.
        yield from _find_wrong(joined, first + 2, phrases, 1 if length == 3 else 2)
        yield from _find_missing(joined, first + 2, phrases, 2)
        yield from _find_missing(joined, last, phrases, 2)
        if length > 3:
            yield from _find_wrong(joined, last - 1, phrases, 2)


def _find_wrong(joined: str, at: int, phrases: Phrases, minimum: int) -> Iterator[NearMiss]:
    wrong = joined[at]
    if phrases.may_surround_hole(joined[at - 2 : at], joined[at + 1 : at + 3]):
        for right, phrase in _find_agreed(joined, at, at + 1, phrases, minimum):
            if right != wrong and phrases.are_confusable(wrong, right):
                yield NearMiss("wrong", Span(at, at + 1), right, phrase)


def _find_missing(joined: str, at: int, phrases: Phrases, minimum: int) -> Iterator[NearMiss]:
    before, after = joined[at - 2 : at], joined[at : at + 2]
    if phrases.may_surround_hole(before, after) and not phrases.is_frequent_bigram(before[1], after[0]):
        for missing, phrase in _find_agreed(joined, at, at, phrases, minimum, required=True):
            yield NearMiss("missing", Span(at - 1, at + 1), before[1] + missing + after[0], phrase)


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
