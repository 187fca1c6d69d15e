"""Text of Taiwan and Hong Kong under rules that were measured on the mainland's: fewer hits, no safe fix.

Rules about words and about characters of a conversion were measured on Simplified text. In Traditional text their
fixes are proposals. A hit is none where words of the text end inside it (校長|徵得), and in a text of the region's own
none where the text knows the other character as well: who writes 制度 and 製定 means both.

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

#: Rules whose characters come from a conversion, and families of rules about words.
CONVERSION = ("damage/over-converted", "damage/under-converted", "damage/financial-one")
_WORDS = ("typo", "term")
#: The likelihood, as a logarithm, up to which words that end inside a hit speak against it. Of right words none comes
#: nearer than -2.1 (只有), 87 of 100 hits in Taiwan's laws do.
_LEAST = -2.0
#: The same where one of these words is written with the doubted character: 船隻|有.
_LEAST_WRITTEN = -4.0


def is_regional(document: Document, profile: str | None = None) -> bool:
    """Whether a document is written in Traditional characters, or by the standards of Taiwan or Hong Kong."""
    return document.script in ("hant", "mixed") or (profile or document.profile) != "mainland"


def applies(rule: LintRule, document: Document, profile: str | None) -> bool:
    """Whether a rule speaks of texts like this one: the mainland's spelling is no rule for Traditional text.

    Args:
        rule: the rule.
        document: the document.
        profile: the profile that a user chose, None where it was guessed.
    """
    spelling = rule.id.partition("/")[0] in _WORDS and rule.profiles == ("mainland",)
    return not spelling or profile is not None or document.script != "hant"


def proposed(findings: Iterable[Finding], regional: bool) -> Iterator[Finding]:
    """The findings of a document; of a regional one no fix of a word or a converted character is safe."""
    for finding in findings:
        fix = finding.fix
        doubted = finding.rule in CONVERSION or finding.rule.partition("/")[0] in _WORDS
        if regional and doubted and fix is not None:
            yield finding._replace(fix=fix._replace(safety="unsafe"))
        else:
            yield finding


def standing(
    hits: Iterable[Hit], prepared: PreparedDocument, profile: str, rules: Collection[str]
) -> Iterator[Hit]:
    """The hits, without those of converted characters that the text itself explains.

    Args:
        hits: what rules hit.
        prepared: the document.
        profile: whose standards it follows.
        rules: the rules whose hits are looked at.
    """
    for hit in hits:
        looked_at = hit.rule in rules and hit.fix is not None and len(hit.fix) == len(hit.text)
        meant = looked_at and profile != "mainland" and _is_meant(hit, prepared.text)
        if not (meant or (looked_at and _is_parted(hit, prepared))):
            yield hit


def _is_meant(hit: Hit, text: str) -> bool:
    """Whether the text writes the other character elsewhere, so that it chose this one."""
    pairs = zip(hit.text, hit.fix or "", strict=True)
    return any(right in text for wrong, right in pairs if wrong != right)


def _is_parted(hit: Hit, prepared: PreparedDocument) -> bool:
    """Whether words of the text end inside a hit of two characters."""
    from policytext.text.script import to_simplified
    from policytext.tokenizer.crossing_words import crossing, is_word

    right = to_simplified(hit.fix or "")
    if len(right) != 2 or not is_word(right):
        return False
    start, end = hit.span
    shadow = prepared.shadow
    around = shadow[max(start - _AROUND, 0) : start], shadow[end : end + _AROUND]
    place = Span(len(around[0]), len(around[0]) + 2)
    likelier = crossing(around[0] + right + around[1], *place)
    return likelier > _LEAST or (likelier > _LEAST_WRITTEN and _is_written(hit, prepared.text))


_AROUND = 16  # characters of context
_LONGEST = 4  # characters of a word that ends inside


def _is_written(hit: Hit, text: str) -> bool:
    """Whether the doubted character ends a word that Traditional text writes with it: 船隻|有."""
    from policytext.text.script import to_simplified, to_traditional
    from policytext.tokenizer.crossing_words import is_word

    assert hit.fix is not None
    at = hit.span[0]
    if hit.text[0] == hit.fix[0]:
        return False
    for size in range(1, min(_LONGEST, at + 1)):
        written = text[at - size : at + 1]
        word = to_simplified(written)
        if written.isalpha() and is_word(word) and to_traditional(word) == written:
            return True
    return False
