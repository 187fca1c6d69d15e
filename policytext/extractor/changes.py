"""The change that a figure expresses, and the comparator that a prohibition demands."""

from policytext.extractor.cues import TargetCues
from policytext.extractor.quantities import SIGNS
from policytext.extractor.quantity_context import QuantityContext
from policytext.model.annotations import Change, Comparator
from policytext.text.lazy_patterns import LazyPattern

_POINTS = "个百分点"
_OBJECT = LazyPattern("(?![率值幅量额数])[^,;:()\\d为达占至到是有]{2,16}")
_HIGHER, _LOWER = LazyPattern("[高快多大升]"), LazyPattern("[低慢少小降]")


def decide_change(
    text: str, clause: int, head: str, place: QuantityContext, cues: TargetCues, before: Change | None
) -> Change:
    """Decide the change of a figure from the words before it.

    Args:
        text: The text.
        clause: The offset where the figure's clause begins.
        head: The words between the figure before, or the clause's beginning, and the figure.
        place: The figure in its surroundings.
        cues: The cues.
        before: The change of the figure before it in the clause, or None.
    """
    figure = place.figure
    if figure.times:
        return "multiply"
    if sign := SIGNS.get(text[figure.first : figure.first + 2]):
        return sign
    change = cues.change.search(text, max(clause, figure.first - 16), figure.first)
    if change:
        if change[2]:
            return "level"
        return "increase" if change[1] in cues.increases else "decrease"
    # 分别增长4.3%、5.5%: the change of the first figure holds for the next ones.
    same = place.before is not None and place.before.unit == figure.unit
    if before and same and head.strip("和及与以 ") in ("", "、"):
        return before
    if figure.unit == _POINTS:
        verbs = cues.changing.findall(head)
        if verbs:
            return "increase" if verbs[-1] in cues.increases else "decrease"
        return "decrease" if _LOWER.search(head) and not _HIGHER.search(head) else "increase"
    # 压减纸质材料四成: the verb, its object, and by how much.
    if figure.unit == "%" and (verb := _find_verb_of_object(head, cues)):
        return "increase" if verb in cues.increases else "decrease"
    if figure.unit not in cues.measuring and cues.adding.search(text, clause, figure.first):
        return "increase"
    return "level"


def _find_verb_of_object(head: str, cues: TargetCues) -> str:
    """Return the verb of change whose object stands before a share: 增加 of 当局会增加津贴金额(15%)."""
    if verb := cues.changing.match(head.lstrip(" 、要应须将")):
        return verb[0]
    for verb in cues.changing.finditer(head):
        if len(verb[0]) > 1 and _OBJECT.fullmatch(head, verb.end()):
            return verb[0]
    return ""


def invert_comparator(comparator: Comparator, word: str) -> Comparator:
    """Return the comparator that a prohibition demands; one such as 不得低于 demands it already."""
    if not word or word[0] in "不最至":
        return comparator
    inverse: dict[Comparator, Comparator] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
    return inverse.get(comparator, comparator)
