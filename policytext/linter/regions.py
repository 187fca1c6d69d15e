"""Adapt the rules to texts of Taiwan and Hong Kong: fewer hits, and no safe fix for a word.

Rules about words and about wrongly converted characters are measured on Simplified text, so in Traditional text their
fixes are unsafe. In a text that follows regional standards a hit is dropped if the text also uses the other character:
whoever writes 制度 and 製定 uses both on purpose. The condition `at: word` of the rules drops parts of other words.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [is_regional(parse(Source(text=text))) for text in ("各部門應當落實責任。", "各部门应当落实责任。")]
[True, False]
"""

from collections.abc import Collection, Iterable, Iterator

from policytext.linter.checks import CheckRule
from policytext.model.annotations import Finding
from policytext.model.document import Document
from policytext.rulebook.rule_types import Hit, LintRule
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

#: Rules about characters that a conversion between scripts leaves wrong.
CONVERSION_RULES = ("damage/over-converted", "damage/under-converted", "damage/financial-one")
_EXCERPT = 500  # characters of the longest text in which a few words may mislead about its region
_WORD_FAMILIES = ("typo", "term")
# How a mainland text in Traditional characters speaks of its own institutions.
_MAINLAND = LazyPattern("國務院|黨中央|中共中央|[省市縣級]人民政府|[我全][省市縣]|高質量發展")


def is_regional(document: Document, profile: str | None = None) -> bool:
    """Return whether a document is in Traditional characters, or follows Taiwan's or Hong Kong's standards."""
    return document.script in ("hant", "mixed") or (profile or document.profile) != "mainland"


def is_undecided(document: Document, profile: str | None = None) -> bool:
    """Return whether a Traditional text shows no region for certain, so that the standards of none apply.

    A short excerpt may show the mainland only by a word that Hong Kong uses too, such as 萬元.

    >>> from policytext.outliner import parse
    >>> from policytext.model.document import Source
    >>> is_undecided(parse(Source(text="本公司自2007-2008年度開始提供服務。")))
    True
    """
    if profile is not None or document.script != "hant":
        return False
    if document.frame.region is None:
        return True
    text = document.source.text
    is_excerpt = document.frame.region == "mainland" and document.title is None and len(text) < _EXCERPT
    return is_excerpt and not _MAINLAND.search(text)


def applies_to(rule: LintRule | CheckRule, document: Document, profile: str | None) -> bool:
    """Return whether a rule applies to a document; spelling rules of the mainland exclude Traditional text.

    The mainland's other rules exclude it where no region shows.

    Args:
        rule: the rule.
        document: the document.
        profile: the profile that the user sets; None if it is detected.
    """
    if rule.profiles != ("mainland",) or profile is not None or document.script != "hant":
        return True
    return rule.id.partition("/")[0] not in _WORD_FAMILIES and not is_undecided(document)


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
        if not (is_conversion and profile != "mainland" and _is_deliberate(hit, prepared.text)):
            yield hit


def _is_deliberate(hit: Hit, text: str) -> bool:
    """Return whether the text also uses the correct character, so that it uses both on purpose."""
    pairs = zip(hit.text, hit.fix or "", strict=True)
    return any(correct in text for wrong, correct in pairs if wrong != correct)
