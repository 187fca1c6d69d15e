"""What a figure is, if no target: the sum of a fine, a subsidy or a fee, a threshold, a time limit.

>>> from policytext.extractor.quantities import find_quantities, load_cues
>>> from policytext.model.document import Span
>>> from policytext.rulebook.packs import load_rules
>>> cues, text = load_cues(load_rules()[0]), "处5万元罚款"
>>> place = QuantityContext(Span(0, 7), Span(0, 7), next(iter(find_quantities(text, cues))), None)
>>> classify_figure(text, place, None, True, cues)
'fine'
"""

from policytext.extractor.cues import TargetCues
from policytext.extractor.exclusions import is_condition, is_excluded, is_time_limit
from policytext.extractor.quantities import Quantity
from policytext.extractor.quantity_context import QuantityContext
from policytext.extractor.scope_figures import is_size_class
from policytext.model.annotations import Change, FigureClass, Status
from policytext.text.lazy_patterns import LazyPattern

# Templates: a slot in braces is a list in `rules/targets`.
_GRANTED = "{subsidy-words}"
_POOLED = "{pool-words}"
_RULED = "{grant-words}"
_CHARGED = "{fee-words}"
#: What a size must be: 透光率应≥70%, 间距宜为3米至4.5米.
_REQUIRED = LazyPattern("[应宜]当?(?:为|在|达到?|控制在|保持在)?$")
_BEFORE = 6  # characters before a size in which this is looked for
_MONEY = "元"
_LARGE = 100_000_000  # 元 that nobody is given
_NEAR = 12  # characters on either side of a sum in which a word says what it is


def classify_figure(
    text: str, place: QuantityContext, source: Quantity | None, penal: bool, cues: TargetCues
) -> FigureClass | None:
    """Return what a figure is; None for one that counts nothing, such as a part of a name.

    Args:
        text: The text.
        place: The figure in its surroundings.
        source: The starting value (从36%缩小到19%), or None.
        penal: Whether its sentence speaks of penalties.
        cues: The cues.
    """
    figure = place.figure
    if penal:
        return "fine" if figure.unit.endswith(_MONEY) else None
    if is_size_class(text, place, cues):
        return "threshold"
    if is_time_limit(text, place, source, cues):
        return "duration"
    if is_condition(text, place):
        return "threshold"
    return None if is_excluded(text, place, cues) else "target"


def classify_sum(text: str, place: QuantityContext, status: Status, cues: TargetCues) -> FigureClass:
    """Return whether a sum that is promised is a subsidy for each who applies, or a fee.

    Args:
        text: The text.
        place: The sum in its surroundings.
        status: Its status; what was paid is a result.
        cues: The cues.
    """
    figure, (start, end) = place.figure, place.clause
    if not figure.unit.partition("/")[0].endswith(_MONEY):
        return "target"
    if figure.low >= _LARGE:
        return "target"
    # A word in a bracket says nothing of the sum behind it: 收入(扣除补助)为5亿元.
    before = text[max(start, figure.first - _NEAR) : figure.first].rpartition(")")[2]
    around = before + text[figure.first : min(end, figure.last + _NEAR)].partition("(")[0]
    patterns = cues.patterns
    if status != "target" and not patterns[_RULED].search(around):
        return "target"
    if patterns[_POOLED].search(around) or cues.change.search(text, start, figure.first):
        return "target"
    if patterns[_GRANTED].search(around):
        return "subsidy"
    return "fee" if patterns[_CHARGED].search(around) else "target"


def is_standard(text: str, place: QuantityContext, change: Change, cues: TargetCues) -> bool:
    """Return whether a figure in an article of a statute is a standard, not a threshold of its cases."""
    start, end = place.clause
    if change != "level" or cues.normative.search(text, start, end):
        return True
    figure = place.figure
    if figure.unit not in cues.sizes:
        return False
    return bool(_REQUIRED.search(text, max(figure.first - _BEFORE, start), figure.first))
