"""Near misses of fixed phrases: one confusable, missing or doubled character away from them; needs no numpy.

Two filters leave little to look up. A wrong character makes three trigrams in a row unknown, a gap two; and the two
characters on either side must be those around a hole of some phrase. Only then the six characters around are looked up,
and the result is accepted if official texts have one character between them and no other.
"""

from collections.abc import Iterator
from operator import itemgetter
from typing import Literal

from policytext.model.document import Span
from policytext.model.records import NamedTuple
from policytext.typos.hole_places import MOST, Piece, find_doubled, find_holes, read_piece
from policytext.typos.phrase_hashing import HOLES, LENGTH
from policytext.typos.phrases import Phrases

_ENDS = "\n。，；、"  # where a piece may end
_REPEAT_WINDOW = 20_000  # characters on either side in which a repetition counts

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
    start, size = 0, len(shadow)
    while size - start >= LENGTH - 1:
        end = _find_end(shadow, start)
        yield from _search_piece(shadow, start, end, phrases)
        start = end


def _find_end(shadow: str, start: int) -> int:
    """Return where a piece ends: behind a mark; without one it is cut, and a near miss across the cut is not found."""
    limit = start + MOST
    if limit >= len(shadow):
        return len(shadow)
    end = max(shadow.rfind(mark, start, limit) for mark in _ENDS) + 1
    return end if end > start else limit


def _search_piece(shadow: str, start: int, end: int, phrases: Phrases) -> Iterator[NearMiss]:
    if end - start < LENGTH - 1:
        return
    piece = read_piece(shadow[start:end], phrases)
    misses = [miss for at in find_doubled(piece) for miss in _find_doubled(piece, at, phrases)]
    for at, gap, minimum in find_holes(piece, phrases):
        misses += (_find_wrong if gap else _find_missing)(piece, at, phrases, minimum)
    reported: set[Span] = set()
    for miss in sorted(misses, key=itemgetter(1)):
        span = Span(miss.span.start + start, miss.span.end + start)
        if span not in reported and not _is_repeated(shadow, span):
            reported.add(span)
            yield miss._replace(span=span)


def _find_wrong(piece: Piece, at: int, phrases: Phrases, minimum: int) -> Iterator[NearMiss]:
    wrong = piece.text[at]
    for right, phrase in _find_agreed(piece, at, at + 1, phrases, minimum):
        if right != wrong and phrases.are_confusable(wrong, right):
            yield NearMiss("wrong", Span(at, at + 1), right, phrase)


def _find_missing(piece: Piece, at: int, phrases: Phrases, minimum: int) -> Iterator[NearMiss]:
    before, after = piece.text[at - 1], piece.text[at]
    if not phrases.is_frequent_bigram(before, after):
        for missing, phrase in _find_agreed(piece, at, at, phrases, minimum, required=True):
            yield NearMiss("missing", Span(at - 1, at + 1), before + missing + after, phrase)


def _find_agreed(
    piece: Piece, start: int, end: int, phrases: Phrases, minimum: int, required: bool = False
) -> Iterator[tuple[str, str]]:
    """Find the characters that at least `minimum` phrases have between `start` and `end`, each with the first phrase."""
    by_character: dict[str, list[str]] = {}
    for phrase, hole, is_required in _fill_holes(piece, start, end, phrases):
        if is_required or not required:
            by_character.setdefault(phrase[hole], []).append(phrase)
    for character, agreeing in by_character.items():
        if len(agreeing) >= minimum:
            yield character, agreeing[0]


def _find_doubled(piece: Piece, at: int, phrases: Phrases) -> Iterator[NearMiss]:
    for phrase, hole, _ in _fill_holes(piece, at, at + 2, phrases):
        if phrase[hole] == piece.text[at]:
            yield NearMiss("doubled", Span(at, at + 2), piece.text[at], phrase)


def _fill_holes(piece: Piece, start: int, end: int, phrases: Phrases) -> Iterator[tuple[str, int, bool]]:
    """Find the phrases with one character between `start` and `end`: phrase, index of the hole, whether it is required."""
    for hole in HOLES:
        first, last = start - hole, end + LENGTH - 1 - hole
        if piece.is_chinese(first, last):
            before, after = piece.text[first:start], piece.text[end:last]
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
