"""A fixed phrase of official documents with one wrong, missing or doubled character: 人民政俯.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [(problem.fix, tuple(problem.span)) for problem in check(PreparedDocument(parse(Source(text="报本级人民代表大会会常务委员会备案。"))))]
[('会', (8, 10))]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import quote_in_context
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.prepared import PreparedDocument
from policytext.tokenizer.word_table import Script

RULE = CheckRule(
    id="typo/near-miss",
    title=Message("与固定表述相差一字", "one character off a fixed phrase"),
    severity="error",
    confidence=0.95,
    why=Message(
        "与公文常用的固定表述仅差一字：误写为音近、形近字，或漏字、重字。",
        "It differs in one character from a phrase that official documents repeat: one that sounds or looks alike, one missing, or one typed twice.",
    ),
    basis=None,
    record="2.2 M characters of official text held back: 3 false, 2 right; see benchmarks/typos.md",
    hits=(
        "县级以上地方人民政<<俯=>府>>应当加强领导。",
        "报县人民<<代大=>代表大>>会常务委员会备案。",
        "报本级人民代表大<<会会=>会>>常务委员会备案。",
    ),
    silent=(
        "县级以上地方人民政府应当加强领导。",
        "报县人民代表大会常务委员会备案。",
        "人民代表大会会议期间，代表可以提出询问。",
    ),
)
_MESSAGES = {
    "wrong": Message("“{written}”疑为“{intended}”", "{written} is probably {intended}"),
    "missing": Message(
        "“{written}”疑漏一字，应为“{intended}”", "{written} probably lacks a character; read {intended}"
    ),
    "doubled": Message(
        "“{written}”多打一字，应为“{intended}”", "{written} repeats a character; read {intended}"
    ),
}


# The least gain of the words around (see `compute_gain`) that makes the phrase the better explanation. With a character
# added words become less probable, so a gap needs little; the texts of regions have other phrases, and need more.
_LEAST_GAINS = {"wrong": 6.0, "missing": 2.0, "doubled": 2.0}
_REGIONAL_GAINS = {"wrong": 10.0, "missing": 2.0, "doubled": 8.0}
# Between two whole words a character is missing only with a gain of this.
_GAIN_BETWEEN_WORDS = 10.0


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find near misses of fixed phrases that make no other sense.

    Raises:
        PolicytextError: the phrase file is missing or damaged.
    """
    from policytext.typos.near_misses import find_near_misses
    from policytext.typos.phrases import load_phrases

    traditional = prepared.document.script == "hant"
    for kind, span, corrected, phrase in find_near_misses(prepared.shadow, load_phrases(prepared.learned)):
        fix = corrected
        if traditional:
            from policytext.text.script import to_traditional

            # Only the whole phrase decides between several Traditional characters.
            converted = to_traditional(phrase)
            offset = phrase.find(corrected)
            fix = converted[offset : offset + len(corrected)]
        if not _is_typo(prepared, kind, Span(*span), corrected, fix):
            continue
        message = _MESSAGES[kind]
        quoted, intended = quote_in_context(prepared.text, *span, fix)
        yield Problem(
            Span(*span),
            message=Message(
                message.zh.format(written=quoted, intended=intended),
                message.en.format(written=quoted, intended=intended),
            ),
            fix=fix,
        )


def _is_typo(prepared: PreparedDocument, kind: str, span: Span, folded: str, fix: str) -> bool:
    """Return whether a near miss is more likely a typo than other words.

    Args:
        prepared: the document.
        kind: what is wrong.
        span: the place.
        folded, fix: the correction, in Simplified characters and in those of the document.
    """
    from policytext.tokenizer.written_words import compute_gain, is_between_words, is_inside_word
    from policytext.typos.protected_words import is_protected_change

    hant = prepared.document.script == "hant"
    text = prepared.text if hant else prepared.shadow
    if is_protected_change(prepared.shadow, *span, folded):
        return False
    gain = compute_gain(text, *span, fix, "hant" if hant else "hans")
    least = _REGIONAL_GAINS if hant or prepared.document.profile != "mainland" else _LEAST_GAINS
    if gain < least[kind]:
        return False
    if kind != "missing":
        return True
    script: Script = "hant" if hant else "hans"
    # A word that the phrase lacks is no gap: 从业员 beside 从业人员.
    if is_inside_word(text, span.start + 1, script):
        return False
    return gain >= _GAIN_BETWEEN_WORDS or not is_between_words(text, span.start + 1, script)
