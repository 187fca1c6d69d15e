"""Adapt the rules to texts of Taiwan and Hong Kong: fewer hits, and no safe fix for a word.

Rules about words and about wrongly converted characters are measured on Simplified text, so in Traditional text their
fixes are unsafe. A hit is dropped if a word ends inside it (校長|徵得), and, in a text that follows regional standards, if
the text also uses the other character: whoever writes 制度 and 製定 uses both on purpose.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [is_regional(parse(Source(text=text))) for text in ("各部門應當落實責任。", "各部门应当落实责任。")]
[True, False]
"""

from collections.abc import Collection, Iterable, Iterator

from policytext.model.annotations import Finding
from policytext.model.document import Document, Span
from policytext.rulebook.rule_types import Hit, LintRule
from policytext.text.prepared import PreparedDocument

#: Rules about characters that a conversion between scripts leaves wrong.
CONVERSION_RULES = ("damage/over-converted", "damage/under-converted", "damage/financial-one")
_WORD_FAMILIES = ("typo", "term")
# A hit is dropped if the log likelihood that a word ends inside it is above this. For correct words the highest value is
# -2.1 (只有); 87 of 100 hits in Taiwan's laws are above.
_LEAST_LIKELIHOOD = -2.0
# The same if a Traditional word before the boundary ends in the reported character: 船隻|有.
_LEAST_LIKELIHOOD_TRADITIONAL = -4.0


def is_regional(document: Document, profile: str | None = None) -> bool:
    """Return whether a document is in Traditional characters, or follows Taiwan's or Hong Kong's standards."""
    return document.script in ("hant", "mixed") or (profile or document.profile) != "mainland"


def applies_to(rule: LintRule, document: Document, profile: str | None) -> bool:
    """Return whether a rule applies to a document; spelling rules of the mainland exclude Traditional text.

    Args:
        rule: the rule.
        document: the document.
        profile: the profile that the user sets; None if it is detected.
    """
    spelling = rule.id.partition("/")[0] in _WORD_FAMILIES and rule.profiles == ("mainland",)
    return not spelling or profile is not None or document.script != "hant"


def adapt_fixes(findings: Iterable[Finding], regional: bool) -> Iterator[Finding]:
    """Yield the findings, in a regional document with unsafe fixes for words and converted characters."""
    for finding in findings:
        fix = finding.fix
        about_words = finding.rule in CONVERSION_RULES or finding.rule.partition("/")[0] in _WORD_FAMILIES
        if regional and about_words and fix is not None:
            yield finding._replace(fix=fix._replace(safety="unsafe"))
        else:
            yield finding


def drop_intended_hits(
    hits: Iterable[Hit], prepared: PreparedDocument, profile: str, rules: Collection[str]
) -> Iterator[Hit]:
    """Yield the hits without those on converted characters that are correct in this text.

    Args:
        hits: the hits of rules.
        prepared: the document.
        profile: the standards it follows.
        rules: the rules whose hits may be dropped.
    """
    for hit in hits:
        is_conversion = hit.rule in rules and hit.fix is not None and len(hit.fix) == len(hit.text)
        deliberate = is_conversion and profile != "mainland" and _is_deliberate(hit, prepared.text)
        if not (deliberate or (is_conversion and _crosses_words(hit, prepared))):
            yield hit


def _is_deliberate(hit: Hit, text: str) -> bool:
    """Return whether the text also uses the correct character, so that it uses both on purpose."""
    pairs = zip(hit.text, hit.fix or "", strict=True)
    return any(correct in text for wrong, correct in pairs if wrong != correct)


def _crosses_words(hit: Hit, prepared: PreparedDocument) -> bool:
    """Return whether a word of the text ends inside a hit of two characters."""
    from policytext.text.script import to_simplified
    from policytext.tokenizer.crossing_words import compute_crossing_odds, is_dictionary_word

    corrected = to_simplified(hit.fix or "")
    if len(corrected) != 2 or not is_dictionary_word(corrected):
        return False
    start, end = hit.span
    shadow = prepared.shadow
    around = shadow[max(start - _CONTEXT, 0) : start], shadow[end : end + _CONTEXT]
    place = Span(len(around[0]), len(around[0]) + 2)
    likelier = compute_crossing_odds(around[0] + corrected + around[1], *place)
    return likelier > _LEAST_LIKELIHOOD or (
        likelier > _LEAST_LIKELIHOOD_TRADITIONAL and _ends_traditional_word(hit, prepared.text)
    )


_CONTEXT = 16  # characters of context
_LONGEST = 4  # characters of a word that ends inside a hit


def _ends_traditional_word(hit: Hit, text: str) -> bool:
    """Return whether the reported character ends a Traditional word: 船隻|有."""
    from policytext.text.script import to_simplified, to_traditional
    from policytext.tokenizer.crossing_words import is_dictionary_word

    assert hit.fix is not None
    start = hit.span[0]
    if hit.text[0] == hit.fix[0]:
        return False
    for size in range(1, min(_LONGEST, start + 1)):
        written = text[start - size : start + 1]
        word = to_simplified(written)
        if written.isalpha() and is_dictionary_word(word) and to_traditional(word) == written:
            return True
    return False
