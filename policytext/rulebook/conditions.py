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
        self._phrases, self._other_phrases, self._conditions = (
            book.phrases,
            book.other_phrases,
            book.conditions,
        )

    def are_met(self, rule: int, start: int, end: int, block: Block) -> bool:
        """Return whether the hit of `rule` at [start, end) meets its conditions."""
        places, cancelling, other_phrases = self._get_conditions(rule)
        if places and not self.is_in_place(rule, start):
            return False
        if not cancelling:
            return True
        shadow = self._shadow
        for offset, unless in self._find_around(rule, shadow[start:end], cancelling):
            if start >= offset and shadow.startswith(unless.literal, start - offset):
                return False
        return not other_phrases or self._find_cancelling(other_phrases, start, end, block) is None

    def _get_conditions(self, rule: int) -> tuple[Collection[str], Sequence[Unless], Sequence[Unless]]:
        """Return the places and phrases of a rule, and the phrases that `_find_around` does not cover."""
        conditions = self._conditions.get(rule)
        if conditions is None:
            finder = self._book.get_rule(rule).finder
            conditions = self._conditions[rule] = (
                finder.places,
                finder.unless,
                self._get_other_phrases(rule, finder.unless),
            )
        return conditions

    def is_in_place(self, rule: int, start: int) -> bool:
        """Return whether the rule applies to the part of the document at `start`."""
        places = self._book.get_rule(rule).finder.places
        return not places or self._places is None or not set(places).isdisjoint(self._places(start))

    def find_cancelling(self, rule: int, start: int, end: int, block: Block) -> Unless | None:
        """Return the first `unless:` phrase of `rule` that cancels its hit at [start, end), or None."""
        cancelling = self._book.get_rule(rule).finder.unless
        if not cancelling:
            return None
        for offset, unless in self._find_around(rule, self._shadow[start:end], cancelling):
            if start >= offset and self._shadow.startswith(unless.literal, start - offset):
                return unless
        other_phrases = self._get_other_phrases(rule, cancelling)
        return self._find_cancelling(other_phrases, start, end, block) if other_phrases else None

    def _find_cancelling(
        self, phrases: Sequence[Unless], start: int, end: int, block: Block
    ) -> Unless | None:
        """Return the first of the phrases that cancels a hit in its sentence, or None."""
        sentence = block.find_sentence(start) or Span(start, end)
        if sentence != self._sentence:
            self._sentence = sentence
            self._found = {}
        for unless in phrases:
            spans = self._find_spans(unless)
            if unless.inside:
                # The spans do not overlap: only the last one that starts before the hit can contain it.
                index = bisect_right(spans, (start, _FAR)) - 1
                spans = [span for span in spans[max(index, 0) : index + 1] if end <= span.end]
            if spans:
                return unless
        return None

    def _find_around(self, rule: int, text: str, cancelling: Sequence[Unless]) -> list[tuple[int, Unless]]:
        """Return the literal phrases that contain the text of a hit, each with the offset of the hit."""
        key = (rule, text)
        phrases = self._phrases.get(key)
        if phrases is None:
            if len(self._phrases) >= _MANY:
                self._phrases.clear()
            inside = [unless for unless in cancelling if unless.inside and unless.literal]
            phrases = self._phrases[key] = [
                (offset, unless)
                for unless in inside
                for offset in range(len(unless.literal) - len(text) + 1)
                if unless.literal.startswith(text, offset)
            ]
        return phrases

    def _get_other_phrases(self, rule: int, cancelling: Sequence[Unless]) -> Sequence[Unless]:
        """Return the phrases that are not literals around a hit."""
        phrases = self._other_phrases.get(rule)
        if phrases is None:
            phrases = self._other_phrases[rule] = [
                unless for unless in cancelling if not (unless.inside and unless.literal)
            ]
        return phrases

    def _find_spans(self, unless: Unless) -> list[Span]:
        """Return the spans of a phrase in the current sentence; only the first one of a literal."""
        key = (unless.literal, unless.regex)
        spans = self._found.get(key)
        if spans is None:
            low, high = self._sentence
            if unless.literal:
                position = self._shadow.find(unless.literal, low, high)
                spans = [Span(position, position + len(unless.literal))] if position >= 0 else []
            else:
                regex = self._book.get_regex(unless.regex)
                spans = [Span(*match.span()) for match in regex.finditer(self._shadow, low, high)]
            self._found[key] = spans
        return spans
