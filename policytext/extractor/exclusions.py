"""Exclusions: figures that are no indicator, such as parts, conditions, votes, lists of bodies and time limits."""

from policytext.extractor.cues import TargetCues
from policytext.extractor.quantities import Quantity
from policytext.extractor.quantity_context import QuantityContext
from policytext.extractor.scope_figures import is_scope_figure
from policytext.extractor.spelled_counts import AGES
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

_CONDITION = LazyPattern("[^,。;:、的]{0,6}的[,;:]|之?间?者(?![^\\W\\d_]?[均都皆])")
# 如建筑物高度超过4.57米,须获批准: a case that a rule speaks of.
_SUPPOSED = LazyPattern(
    "\\s*(?:\\([一二三四五六七八九十\\d]{1,2}\\))?(?:如(?![期实同何下上意数此今])|若(?!干)|倘若?|一旦)"
)
# 如果联网有1 200人轮候: what is only supposed, by whatever figure.
_IMAGINED = LazyPattern("\\s*(?:例如,?)?(?:如果|假如|假设|倘若)")
_BOUNDS = (">", ">=", "<", "<=")
_MANY = 1000  # parts that nothing is divided into
_BRACKET = 300  # characters of the longest bracket that is searched
_RECORD = LazyPattern("以?来|同期|的?(?:新?[高低]位?|新[高低]|最)")
_TITLED = LazyPattern("《[^》\n]{0,80}$")

# Templates: a slot in braces is a list in `rules/targets`.
_MEASURED = "(?:{measured-durations})$"
_DUE = "{due-behind}"
_PARTED = "(?:{parting-words})[^,。;:\\d]{0,16}$"
_VOTES = "{vote-words}"
_DUTY = "{duty-verbs}"
_PENALTY = "{penalty-words}"
_ENFORCED = "(?:{enforcement-words})[^,。;、]{0,12}?\\d"


def is_penal(text: str, sentence: Span, cues: TargetCues) -> bool:
    """Return whether a sentence speaks of penalties, whose figures are no targets."""
    if not cues.patterns[_PENALTY].search(text, *sentence):
        return False
    # 执法检查企业312家,立案65起,罚款49万元: what was done is no rule.
    return not cues.patterns[_ENFORCED].search(text, *sentence)


def is_time_limit(text: str, place: QuantityContext, source: Quantity | None, cues: TargetCues) -> bool:
    """Return whether a length of time only says by when something is due, or for how long: 15日内, 为期3年.

    Args:
        text: The text.
        place: The figure in its surroundings.
        source: The starting value (从36天缩短到19天), or None.
        cues: The cues.
    """
    figure = place.figure
    if figure.unit not in cues.durations or source or place.continues:
        return False
    return not _is_measured_duration(text, place.clause[0], figure, cues)


def is_condition(text: str, place: QuantityContext) -> bool:
    """Return whether a figure states a condition: 面积超过一百公顷的，; 如高度超过4.57米，."""
    figure = place.figure
    if _CONDITION.match(text, figure.last):
        return True
    if _IMAGINED.match(text, place.clause[0], figure.first):
        return True
    return figure.comparator in _BOUNDS and bool(_SUPPOSED.match(text, place.clause[0], figure.first))


def is_excluded(text: str, place: QuantityContext, cues: TargetCues) -> bool:
    """Return whether a figure counts nothing: of a vote, of responsible bodies, of a title, of the parts of something.

    Args:
        text: The text.
        place: The figure in its surroundings.
        cues: The cues.
    """
    figure, start = place.figure, place.clause[0]
    if _is_quorum(text, figure, cues) or _is_in_body_list(text, figure, cues):
        return True
    if is_scope_figure(text, place, cues):
        return True
    parted = cues.patterns[_PARTED]
    # 分为3类, but not 分为17.6万个单位.
    is_few = figure.high is None and figure.low < _MANY
    return bool(
        _TITLED.search(text, start, figure.first) or (is_few and parted.search(text, start, figure.first))
    )


def _is_quorum(text: str, figure: Quantity, cues: TargetCues) -> bool:
    """Return whether a figure is the majority of a vote: 过半数同意."""
    votes = cues.patterns[_VOTES]
    return bool(figure.spelled and figure.unit == "%" and votes.search(text, figure.last, figure.last + 16))


def _is_in_body_list(text: str, figure: Quantity, cues: TargetCues) -> bool:
    """Return whether a figure is in a bracket that lists the responsible bodies."""
    for left, right in ("()", "〔〕"):
        opening = text.rfind(left, max(figure.start - _BRACKET, 0), figure.start)
        if opening < 0 or text.find(right, opening, figure.start) >= 0:
            continue
        closing = text.find(right, figure.end, figure.end + _BRACKET)
        if cues.patterns[_DUTY].search(text, opening, closing if closing >= 0 else figure.end + _BRACKET):
            return True
    return False


def _is_measured_duration(text: str, clause: int, figure: Quantity, cues: TargetCues) -> bool:
    """Return whether a length of time is what is measured, not a time limit: 压缩至20个工作日."""
    if cues.patterns[_DUE].match(text, figure.last) and figure.comparator == "=":
        return False
    if _RECORD.match(text, figure.last):  # 为5年来新低, 近35年同期最高, 为18年的高位
        return False
    if figure.spelled and figure.unit not in AGES:
        return False
    measured = cues.patterns[_MEASURED]
    return bool(measured.search(text, clause, figure.first) or cues.change.search(text, clause, figure.first))
