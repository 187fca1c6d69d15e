"""Figures that are no indicator: parts, conditions, votes, lists of bodies, lengths of time by which something is due."""

from policytext.extractor.cues import TargetCues
from policytext.extractor.quantities import Quantity
from policytext.extractor.quantity_context import QuantityContext
from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern

# 面积超过一百公顷的， opens a case and promises nothing.
_CONDITION = compile_pattern("[^,。;:、的]{0,6}的[,;:]")
# 产值10亿元以上的企业, 对单户担保金额500万元及以下的主体: which ones are meant.
_CLASS = compile_pattern("[的](?=[^,。;:、])")
_BRACKET = 300  # characters of the longest bracket that is looked through
_TITLED = compile_pattern("《[^》\n]{0,80}$")

# Templates: a slot stands for a list in `rules/targets`.
_MEASURED = "(?:{measured-durations})$"
_DUE = "{due-behind}"
_PARTED = "(?:{parting-words})$"
_VOTES = "{vote-words}"
_GIVEN = "(?:{giving-words})$"
_SCALED = "(?:{sizes})$"
_DUTY = "{duty-verbs}"
_PENALTY = "{penalty-words}"


def penal(text: str, sentence: Span, words: TargetCues) -> bool:
    """Whether a sentence speaks of penalties, whose figures nobody aims at."""
    return bool(words.patterns[_PENALTY].search(text, *sentence))


def is_excluded(text: str, place: QuantityContext, source: Quantity | None, words: TargetCues) -> bool:
    """Whether a figure is better left alone.

    Args:
        text: the text that is read.
        place: the figure in its surroundings.
        source: the figure that it comes from (从36%缩小到19%), None where there is none.
        words: the vocabulary.
    """
    figure, start = place.figure, place.clause[0]
    if figure.unit in words.durations and not (source or _measured(text, start, figure, words)):
        return True
    if _CONDITION.match(text, figure.last) or _quorum(text, figure, words) or _listed(text, figure, words):
        return True
    parted = words.patterns[_PARTED]
    return bool(_TITLED.search(text, start, figure.first) or parted.search(text, start, figure.first))


def _quorum(text: str, figure: Quantity, words: TargetCues) -> bool:
    """Whether it is a majority that votes: 过半数同意."""
    votes = words.patterns[_VOTES]
    return bool(figure.spelled and figure.unit == "%" and votes.search(text, figure.last, figure.last + 16))


def classing(text: str, clause: int, figure: Quantity, words: TargetCues) -> bool:
    """Whether a size with 以上 or 以下 only says which ones are meant."""
    return bool(
        figure.comparator in (">=", "<=", ">", "<")
        and figure.last > figure.end
        and words.patterns[_SCALED].search(figure.unit)
        and _CLASS.match(text, figure.last)
        and not words.patterns[_GIVEN].search(text, clause, figure.first)
    )


def _listed(text: str, figure: Quantity, words: TargetCues) -> bool:
    """Whether it stands among the bodies in the bracket that says who is responsible."""
    for left, right in ("()", "〔〕"):
        opening = text.rfind(left, max(figure.start - _BRACKET, 0), figure.start)
        if opening < 0 or text.find(right, opening, figure.start) >= 0:
            continue
        closing = text.find(right, figure.end, figure.end + _BRACKET)
        if words.patterns[_DUTY].search(text, opening, closing if closing >= 0 else figure.end + _BRACKET):
            return True
    return False


def _measured(text: str, clause: int, figure: Quantity, words: TargetCues) -> bool:
    """Whether a length of time is what is measured, and no deadline: 压缩至20个工作日."""
    if words.patterns[_DUE].match(text, figure.last) and figure.comparator == "=":
        return False
    if figure.spelled:
        return False
    measured = words.patterns[_MEASURED]
    return bool(
        measured.search(text, clause, figure.first) or words.change.search(text, clause, figure.first)
    )
