"""The conditions of a hit: its part of the document, and the `unless:` phrases in its sentence."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence

from policytext.model.document import Span
from policytext.rulebook.blocks import Block
from policytext.rulebook.rule_types import Unless
from policytext.rulebook.rulebook import Rulebook

_FAR = 1 << 62
_MANY = 20_000  # cached texts of hits
Places = Callable[[int], Collection[str]]


class Conditions:
    """The conditions of the rules on one text; the phrases of a sentence are cached until the next one.

    Args:
        book: the rules.
        shadow: the folded text.
        places: the parts of the document at an offset; None to ignore `in:`.
    """

    def __init__(self, book: Rulebook, shadow: str, places: Places | None) -> None:
        self._book = book
        self._shadow = shadow
        self._places = places
        self._sentence = Span(0, 0)
        self._found: dict[tuple[str, str], list[Span]] = {}
        # These caches do not depend on the text, so the rulebook owns them.
        self._phrases, self._rest, self._kept = book.phrases, book.rest, book.kept

    def hold(self, rule: int, start: int, end: int, block: Block) -> bool:
        """Return whether the hit of `rule` at [start, end) meets its conditions."""
        wanted, cancelling, others = self._of(rule)
        if wanted and not self.in_place(rule, start):
            return False
        if not cancelling:
            return True
        shadow = self._shadow
        for offset, unless in self._around(rule, shadow[start:end], cancelling):
            if start >= offset and shadow.startswith(unless.literal, start - offset):
                return False
        return not others or self._cancelled_by(others, start, end, block) is None

    def _of(self, rule: int) -> tuple[Collection[str], Sequence[Unless], Sequence[Unless]]:
        """Return the places and phrases of a rule, and the phrases that `_around` does not cover."""
        found = self._kept.get(rule)
        if found is None:
            finder = self._book.rule_at(rule).finder
            found = self._kept[rule] = finder.places, finder.unless, self._others(rule, finder.unless)
        return found

    def in_place(self, rule: int, start: int) -> bool:
        """Return whether the rule applies to the part of the document at `start`."""
        wanted = self._book.rule_at(rule).finder.places
        return not wanted or self._places is None or not set(wanted).isdisjoint(self._places(start))

    def cancelled(self, rule: int, start: int, end: int, block: Block) -> Unless | None:
        """Return the first `unless:` phrase of `rule` that cancels its hit at [start, end), or None."""
        cancelling = self._book.rule_at(rule).finder.unless
        if not cancelling:
            return None
        for offset, unless in self._around(rule, self._shadow[start:end], cancelling):
            if start >= offset and self._shadow.startswith(unless.literal, start - offset):
                return unless
        others = self._others(rule, cancelling)
        return self._cancelled_by(others, start, end, block) if others else None

    def _cancelled_by(self, others: Sequence[Unless], start: int, end: int, block: Block) -> Unless | None:
        """Return the first of the phrases that cancels a hit in its sentence, or None."""
        sentence = block.sentence(start) or Span(start, end)
        if sentence != self._sentence:
            self._sentence = sentence
            self._found = {}
        for unless in others:
            spans = self._spans(unless)
            if unless.inside:
                # The spans do not overlap: only the last one that starts before the hit can contain it.
                at = bisect_right(spans, (start, _FAR)) - 1
                spans = [one for one in spans[max(at, 0) : at + 1] if end <= one.end]
            if spans:
                return unless
        return None

    def _around(self, rule: int, text: str, cancelling: Sequence[Unless]) -> list[tuple[int, Unless]]:
        """Return the literal phrases that contain the text of a hit, each with the offset of the hit."""
        key = (rule, text)
        found = self._phrases.get(key)
        if found is None:
            if len(self._phrases) >= _MANY:
                self._phrases.clear()
            literal = [one for one in cancelling if one.inside and one.literal]
            found = self._phrases[key] = [
                (offset, one)
                for one in literal
                for offset in range(len(one.literal) - len(text) + 1)
                if one.literal.startswith(text, offset)
            ]
        return found

    def _others(self, rule: int, cancelling: Sequence[Unless]) -> Sequence[Unless]:
        """Return the phrases that are not literals around a hit."""
        found = self._rest.get(rule)
        if found is None:
            found = self._rest[rule] = [one for one in cancelling if not (one.inside and one.literal)]
        return found

    def _spans(self, unless: Unless) -> list[Span]:
        """Return the spans of a phrase in the current sentence; only the first one of a literal."""
        key = (unless.literal, unless.regex)
        found = self._found.get(key)
        if found is None:
            low, high = self._sentence
            if unless.literal:
                at = self._shadow.find(unless.literal, low, high)
                found = [Span(at, at + len(unless.literal))] if at >= 0 else []
            else:
                regex = self._book.regex(unless.regex)
                found = [Span(*one.span()) for one in regex.finditer(self._shadow, low, high)]
            self._found[key] = found
        return found
