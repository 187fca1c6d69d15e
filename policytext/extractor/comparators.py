"""The comparator of a figure: its own, one some words before it, or one that it shares with a list: 超过3万、2万和1万户.

>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> text = "分别超过700亿元、490亿元和240亿元"
>>> [figure.comparator for figure in share_comparators(text, 0, list(find_quantities(text, cues)))]
['>', '>', '>']
"""

from collections.abc import Sequence
from typing import cast

from policytext.extractor.changes import invert_comparator
from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.quantities import Quantity, find_quantities
from policytext.model.annotations import Comparator
from policytext.text.lazy_patterns import LazyPattern

__all__ = ["decide_comparator", "find_quantities", "load_cues", "share_comparators"]

_ABOUT = "(?:{approximators})(?:{approximator-links}){1,3}$"  # slots in braces are lists in `rules/targets`
_REACH = 12  # characters before a figure in which this is looked for
_JOIN = LazyPattern("[、和及与]")
_RESPECTIVELY = "分别"
# 0.2%的开支上限: the limit is named behind its value.
_LIMIT = LazyPattern("的[^,。;:、的\\d]{0,10}?([上下])限")


def share_comparators(text: str, clause: int, figures: Sequence[Quantity]) -> Sequence[Quantity]:
    """Return the figures of a clause; those of a list have the comparator that stands before the first of them.

    Args:
        text: The text.
        clause: The offset where the clause begins.
        figures: Its figures, in order.
    """
    if len(figures) < 2 or all(figure.comparator == "=" for figure in figures):
        return figures
    shared = list(figures)
    carried: Comparator | None = None
    for place, figure in enumerate(shared):
        listed = place and _are_listed(text, shared[place - 1], figure)
        if listed and carried and _is_plain(figure):
            shared[place] = figure._replace(comparator=carried)
        elif not listed or not _is_plain(figure):
            # What stands behind a figure is its own.
            carried = figure.comparator if figure.first < figure.start and figure.last == figure.end else None
    if text.find(_RESPECTIVELY, clause, figures[0].first) < 0:
        return shared
    carried = None
    for place in range(len(shared) - 1, -1, -1):
        figure = shared[place]
        listed = place + 1 < len(shared) and _are_listed(text, figure, shared[place + 1])
        if listed and carried and _is_plain(figure):
            shared[place] = figure._replace(comparator=carried)
        else:
            carried = figure.comparator if figure.last > figure.end else None
    return shared


def _is_plain(figure: Quantity) -> bool:
    return figure.comparator == "=" and figure.first == figure.start and figure.last == figure.end


def _are_listed(text: str, figure: Quantity, following: Quantity) -> bool:
    """Return whether two figures of one unit follow each other in a list."""
    return figure.unit == following.unit and bool(_JOIN.fullmatch(text, figure.last, following.first))


def decide_comparator(text: str, clause: int, figure: Quantity, cues: TargetCues) -> Comparator:
    """Return the comparator of a figure: its own, a distant one, or the reverse of a prohibited one."""
    if figure.high is not None:
        return "range"
    if figure.comparator == "=":
        if limit := _LIMIT.match(text, figure.last):
            return "<=" if limit[1] == "上" else ">="
        distant = cues.distant.search(text, clause, figure.first)
        if distant:
            return cast(Comparator, cues.comparators_before[distant[1]])
        about = cues.patterns[_ABOUT].search(text, max(figure.first - _REACH, clause), figure.first)
        return "~" if about else "="
    if cues.prohibitions.search(text, clause, figure.first):
        return invert_comparator(figure.comparator, text[figure.first : figure.start])
    return figure.comparator
