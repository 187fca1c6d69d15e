"""Near misses of fixed phrases: one confusable character, one missing or one doubled character away. Needs no numpy.

Two filters leave little to look up. A slip leaves three unknown places in a row around a wrong character, two around a gap,
where the text goes on otherwise as texts do; and the two characters on either side must be those around a hole of some
phrase. Only then the six around are looked up, and believed if official texts have one thing between them and no other.
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
_CHUNK = 8_192  # characters at once
_NEAR = 20_000  # characters in which a repetition is looked for
_RUN = re.compile(f"[\u4e00-\u9fff]{{{LENGTH - 1},}}")
_UNKNOWN = re.compile(rb"\0+")

Kind = Literal["wrong", "missing", "doubled"]


class NearMiss(NamedTuple):
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


def find_near_misses(shadow: str, phrases: Phrases) -> Iterator[NearMiss]:
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


def _in_runs(shadow: str, runs: Sequence[tuple[int, int]], phrases: Phrases) -> Iterator[NearMiss]:
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


def _all_doubled(joined: str, known: bytearray, phrases: Phrases) -> Iterator[NearMiss]:
    """Characters that stand twice where a phrase has them once."""
    for twice in _DOUBLED.finditer(joined):
        at = twice.start()
        if not all(known[max(at - 1, 0) : at + 1]):
            yield from _doubled(joined, at, phrases)


def _judged(joined: str, first: int, last: int, phrases: Phrases) -> Iterator[NearMiss]:
    """What a stretch of unknown places may come from.

    Args:
        joined: the text.
        first, last: the stretch.
        phrases: the phrases.
    """
    length = last - first
    # Where a slip leaves its exact mark, one phrase is enough; elsewhere two must agree.
    if length == 1:
        # One of the two around a gap may be known by chance.
        yield from _missing(joined, first + 1, phrases, 2)
        yield from _missing(joined, first + 2, phrases, 2)
    elif length == 2:
        yield from _missing(joined, first + 2, phrases, 1)
        # So may one of a wrong character's three.
        yield from _wrong(joined, first + 1, phrases, 2)
        yield from _wrong(joined, first + 2, phrases, 2)
    else:
        # Of a longer one only an end can be a slip beside known words.
        yield from _wrong(joined, first + 2, phrases, 1 if length == 3 else 2)
        yield from _missing(joined, first + 2, phrases, 2)
        yield from _missing(joined, last, phrases, 2)
        if length > 3:
            yield from _wrong(joined, last - 1, phrases, 2)


def _wrong(joined: str, at: int, phrases: Phrases, least: int) -> Iterator[NearMiss]:
    there = joined[at]
    if phrases.surrounds(joined[at - 2 : at], joined[at + 1 : at + 3]):
        for right, whole in _agreed(joined, at, at + 1, phrases, least):
            if right != there and phrases.similar(there, right):
                yield NearMiss("wrong", Span(at, at + 1), right, whole)


def _missing(joined: str, at: int, phrases: Phrases, least: int) -> Iterator[NearMiss]:
    before, after = joined[at - 2 : at], joined[at : at + 2]
    if phrases.surrounds(before, after) and not phrases.usual(before[1], after[0]):
        for lost, whole in _agreed(joined, at, at, phrases, least, needed=True):
            yield NearMiss("missing", Span(at - 1, at + 1), before[1] + lost + after[0], whole)


def _agreed(
    joined: str, start: int, end: int, phrases: Phrases, least: int, needed: bool = False
) -> Iterator[tuple[str, str]]:
    """What at least so many phrases have between `start` and `end`, and the first of them."""
    by_symbol: dict[str, list[str]] = {}
    for whole, hole, is_needed in _filled(joined, start, end, phrases):
        if is_needed or not needed:
            by_symbol.setdefault(whole[hole], []).append(whole)
    for symbol, wholes in by_symbol.items():
        if len(wholes) >= least:
            yield symbol, wholes[0]


def _doubled(joined: str, at: int, phrases: Phrases) -> Iterator[NearMiss]:
    for whole, hole, _ in _filled(joined, at, at + 2, phrases):
        if whole[hole] == joined[at]:
            yield NearMiss("doubled", Span(at, at + 2), joined[at], whole)


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
    # Not farther than this, or a text that is full of slips would be read again for each.
    return shadow.count(words, max(span.start - _NEAR, 0), span.end + _NEAR) > 1
