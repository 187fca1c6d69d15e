"""Explain why a rule does not hit a text that nearly matches it.

>>> from policytext.rulebook.compiler import EXAMPLE_PACK, compile_pack
>>> from policytext.rulebook.serialization import serialize_rules
>>> text = EXAMPLE_PACK.replace("    tests:", "    unless: 帐户簿\\n    tests:")
>>> book = Rulebook(serialize_rules(compile_pack(text, "my.yaml").rules))
>>> [miss.message("en") for miss in explain_misses(book, Subject("一本帐户簿", "一本帐户簿"))]
['"帐户" is excluded by unless: 帐户簿 (line 8)']
"""

import re
from collections.abc import Collection, Iterator
from typing import Any

from policytext.messages import Lang, say
from policytext.model.document import Span
from policytext.model.records import NamedTuple
from policytext.rulebook.blocks import SENTENCE_ENDS, Block
from policytext.rulebook.conditions import Conditions
from policytext.rulebook.matcher import Subject, match
from policytext.rulebook.phrase_expansion import GAP_REGEX
from policytext.rulebook.rule_types import Pattern
from policytext.rulebook.rulebook import Rulebook
from policytext.rulebook.word_boundaries import crosses_words

# The length of a gap in the test whether only its length stops the rule.
_FAR = 400


class MissedRule(NamedTuple):
    """The reason why a rule does not hit: the rule, the nearest place, and the code of the message."""

    rule: str
    span: Span
    code: str
    values: dict[str, Any]

    def message(self, lang: Lang) -> str:
        """Return the reason as a message."""
        return say(self.code, lang, **self.values)


def explain_misses(
    book: Rulebook, subject: Subject, only: Collection[str] | None = None
) -> tuple[MissedRule, ...]:
    """Return for each rule (of `only`) without a hit in a short text the first condition that stops it.

    Rules without a literal in the text are left out.
    """
    everything = frozenset(book.ids if only is None else only)
    hitting = {hit.rule for hit in match(book, subject, everything)}
    misses: list[MissedRule] = []
    block = Block(0, len(subject.shadow), subject.shadow, subject.sentences)
    conditions = Conditions(book, subject.shadow, subject.places)
    for number, name in enumerate(book.ids):
        if name not in everything:
            continue
        if name not in hitting:
            misses += list(_select_first(_find_misses(book, number, subject, block, conditions)))
        elif only is None and not book.enabled[number]:
            misses.append(MissedRule(name, Span(0, 0), "miss-off", {}))
    return tuple(misses)


def _select_first(misses: Iterator[MissedRule]) -> Iterator[MissedRule]:
    # A failed condition explains more than a pattern that does not match.
    order = (
        "miss-place",
        "miss-unless",
        "miss-crossed",
        "miss-words",
        "miss-script",
        "miss-gap",
        "miss-sentence",
        "miss-part",
    )
    ordered = sorted(misses, key=lambda miss: (order.index(miss.code), miss.span))
    return iter(ordered[:1])


def _find_misses(
    book: Rulebook, rule: int, subject: Subject, block: Block, conditions: Conditions
) -> Iterator[MissedRule]:
    name = book.ids[rule]
    for number, owner in enumerate(book.owners):
        if owner != rule:
            continue
        pattern = book.patterns[number]
        for span, code, values in _find_near_hits(book, pattern, subject, block):
            if code:
                yield MissedRule(name, span, code, values)
                continue
            text = subject.text[span.start : span.end]
            if book.of_domain[rule] and crosses_words(book.edges, subject.shadow, *span):
                yield MissedRule(name, span, "miss-crossed", {"value": text})
            elif not conditions.is_in_place(rule, span.start):
                places = ", ".join(book.get_rule(rule).finder.places)
                yield MissedRule(name, span, "miss-place", {"value": text, "places": places})
            elif unless := conditions.find_cancelling(rule, *span, block):
                values = {"value": text, "unless": unless.source, "line": unless.line}
                yield MissedRule(name, span, "miss-unless", values)
            elif book.at_word[rule]:
                yield MissedRule(name, span, "miss-words", {"value": text})


def _find_near_hits(
    book: Rulebook, pattern: Pattern, subject: Subject, block: Block
) -> Iterator[tuple[Span, str, dict[str, Any]]]:
    """Yield the places where a pattern hits (with an empty code) or nearly does (with the reason)."""
    if not pattern.regex:
        for literal in pattern.literals:
            for match in re.finditer(re.escape(literal), subject.shadow):
                span = Span(*match.span())
                mismatches = [
                    sign for offset, sign in pattern.checks if subject.text[span.start + offset] != sign
                ]
                values = {"value": subject.text[span.start : span.end], "wanted": pattern.source}
                yield span, "miss-script" if mismatches else "", values
        return
    text = subject.text if pattern.exact else subject.shadow
    hits = [
        Span(*match.span())
        for sentence in block.sentences
        for match in book.get_regex(pattern.regex).finditer(text, *sentence)
    ]
    if hits:
        yield from ((span, "", {}) for span in hits)
        return
    yield from _explain_regex(book, pattern, subject, text)


def _explain_regex(
    book: Rulebook, pattern: Pattern, subject: Subject, text: str
) -> Iterator[tuple[Span, str, dict[str, Any]]]:
    """Yield the reason why a regular expression fails at one of its literals."""
    longer = pattern.regex.replace(GAP_REGEX, f"[^{SENTENCE_ENDS}]{{0,{_FAR}}}?")
    across = pattern.regex.replace(GAP_REGEX, rf"[\s\S]{{0,{_FAR}}}?")
    attempts = [(longer, text, "miss-gap"), (across, text, "miss-sentence")]
    if pattern.exact:
        attempts.append((pattern.regex, subject.shadow, "miss-script"))
    for regex, searched, code in attempts:
        if match := book.get_regex(regex).search(searched):
            span = Span(*match.span())
            yield span, code, {"value": subject.text[span.start : span.end], "wanted": pattern.source}
            return
    for literal in pattern.literals:
        position = subject.shadow.find(literal)
        if position >= 0:
            yield (
                Span(position, position + len(literal)),
                "miss-part",
                {"value": literal, "wanted": pattern.source},
            )
            return
