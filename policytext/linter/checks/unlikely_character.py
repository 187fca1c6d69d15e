"""An unlikely, missing or extra character found by a language model of official documents: 统筹安牌, 高等教内涵, 教育育工作.

The check runs when it is selected or when the user sets a rate of false positives, in texts of regions and genres that the
model has learned. Its findings are warnings with a probability, and its fixes are never safe.

>>> RULE.enabled, RULE.severity
(False, 'warning')
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import quote_in_context
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.prepared import PreparedDocument
from policytext.tokenizer.word_table import Script

RULE = CheckRule(
    id="typo/unlikely-character",
    title=Message("疑有别字", "unlikely character"),
    severity="warning",
    confidence=0.9,
    why=Message(
        "公文语言模型认为此处更可能是另一个音近或形近的字词，或者漏了、多了一字；新词、专名可能误报，可用 rules learn 学习本单位文稿。",
        "A language model of official documents expects another character here, one that sounds or looks alike, or one character more or less. New terms and names may be false positives: rules learn teaches it your documents.",
    ),
    basis=None,
    record="2.2 M characters of official text held back, at rate 0.2: 34 of laws, 2 of documents false; see rules/RECORD.md and benchmarks/typos.md",
    hits=(
        "各地要统筹安<<牌=>排>>各项工作。",
        "要加强重点学<<可=>科>>建设，提高人才培养质量。",
        "各有关部门要密切配合，确保各项<<正=>政>>策措施落实到位。",
    ),
    silent=(
        "各地要统筹安排各项工作。",
        "党员干部要勤学善思，知行合一。",
        "王璟琛、古丽巴哈尔·买买提到会。",
        "满招损，谦受益，时乃天道。",
        "但不得低於十分之一。",
    ),
    enabled=False,
    needs=("numpy",),
    extra="typos",
)

# By the sign of the change in length.
_MESSAGES = {
    0: Message("“{written}”疑为“{intended}”", "{written} is probably {intended}"),
    1: Message(
        "“{written}”疑漏一字，应为“{intended}”", "{written} probably lacks a character; read {intended}"
    ),
    -1: Message(
        "“{written}”疑多一字，应为“{intended}”",
        "{written} probably has one character too many; read {intended}",
    ),
}

#: The default number of false positives in 10,000 characters of clean text.
DEFAULT_RATE = 0.2


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find the characters that the model considers less likely than a similar one.

    Raises:
        PolicytextError: the model or the learned profile is missing or damaged.
    """
    from policytext.typos.calibration import find_genre, find_least_probability
    from policytext.typos.model import load_model
    from policytext.typos.unlikely_characters import find_suspects

    document = prepared.document
    rate = DEFAULT_RATE if prepared.alarm_rate is None else prepared.alarm_rate
    least = find_least_probability(document.frame.region, find_genre(document.frame.kind), rate)
    if least is None:
        return
    script: Script = "hant" if document.script == "hant" else "hans"
    suspects = find_suspects(prepared.text, prepared.shadow, script, load_model(prepared.learned), least)
    for start, end, new, probability in suspects:
        fix = _to_document_script(start, end, new, prepared)
        if _differs_in_script_only(prepared.text[start:end], fix):
            continue  # other rules report a character of the other script
        quoted, intended = quote_in_context(prepared.text, start, end, fix)
        message = _MESSAGES[(len(fix) > end - start) - (len(fix) < end - start)]
        yield Problem(
            Span(start, end),
            message=Message(
                message.zh.format(written=quoted, intended=intended),
                message.en.format(written=quoted, intended=intended),
            ),
            fix=fix,
            confidence=round(probability, 3),
        )


def _differs_in_script_only(written: str, fix: str) -> bool:
    """Return whether a correction is the Simplified or the Traditional form of what is written: 於, 于."""
    from policytext.text.script import to_simplified

    return to_simplified(written) == to_simplified(fix)


def _to_document_script(start: int, end: int, new: str, prepared: PreparedDocument) -> str:
    """Convert a correction of [start, end) to Traditional characters if the document is Traditional."""
    if prepared.document.script != "hant":
        return new
    from policytext.text.script import to_traditional

    text = prepared.text
    if len(new) == end - start:
        return to_traditional(new)
    # With one character more or less, its neighbours stay as they are written.
    return text[start] if len(new) == 1 else text[start] + to_traditional(new)[1:-1] + text[end - 1]
