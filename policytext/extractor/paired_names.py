"""Names that 分别 distributes over figures: 城镇和农村居民收入分别增长4.3%、5.5%.

>>> split_names("城镇和农村居民收入", 2), split_names("教育和文化支出、卫生支出", 2)
(['城镇居民收入', '农村居民收入'], ['教育和文化支出', '卫生支出'])
>>> split_names("公路、水路货运量", 3)
[]
"""

from collections.abc import Sequence

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues
from policytext.extractor.known_names import KnownNames
from policytext.extractor.name_subjects import find_subject, mask_dates
from policytext.extractor.noun_phrases import find_name_before
from policytext.extractor.quantities import Quantity
from policytext.extractor.quantity_context import QuantityContext
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

_RESPECTIVELY = "分别"
_MOST_PAIRED = 40  # figures of a clause that 分别 pairs with names
_SHORT = 4  # characters of a word that shares its ending with another one
_AND = LazyPattern("[、和及与與]|以及")
_DEED = "(?:{counting-verbs})"  # a template: the slot is a list in `rules/targets`
_COMMA = LazyPattern("、")
_WORD_AND = LazyPattern("和|与|與|及(?!其)|以及")


def split_names(phrase: str, number: int) -> list[str]:
    """Return the names of a phrase that lists as many as there are figures; an empty list if it does not."""
    for names in (_AND.split(phrase), _COMMA.split(phrase), _WORD_AND.split(phrase), _split_last(phrase)):
        if len(names) == number and all(names):
            return _share_ending(names)
    return []


def _split_last(phrase: str) -> list[str]:
    """Return the parts between 、, the last one cut in two at its first 和."""
    *first, last = _COMMA.split(phrase)
    return [*first, *_WORD_AND.split(last, 1)]


def _share_ending(names: list[str]) -> list[str]:
    """Return the names with the ending of the last one that belongs to each: 公路、水路货运量."""
    last = names[-1]
    shared = []
    for name in names:
        rest = last[len(name) :]
        if "的" in rest:  # 商铺、写字楼及分层厂厦的价格
            rest = ""
        alike = len(last) > len(name) and last[len(name) - 1] == name[-1]
        shared.append(name + rest if rest and (alike or (len(rest) > 2 and len(name) < _SHORT)) else name)
    return shared


def find_paired_name(
    view: ClauseView,
    place: QuantityContext,
    figures: Sequence[Quantity],
    cues: TargetCues,
    known: KnownNames,
) -> str:
    """Return the name of one figure of several: 城镇和农村居民收入分别增长4.3%、5.5%."""
    start, figure = place.clause[0], place.figure
    at = view.text.rfind(_RESPECTIVELY, start, figure.first)
    if (at < 0 and not known.group) or len(figures) > _MOST_PAIRED:
        return ""
    paired = _leave_bracket(view.text, [other for other in figures if other.first > max(at, start - 1)])
    if figure not in paired or len(paired) < 2:
        return ""
    nth = paired.index(figure)
    if at < 0:
        # 分别增长4倍和10倍,达到12亿元和21亿元: the same names once more.
        same = len(known.group) == len(paired) and not find_name_before(
            view.text[start : paired[0].first], cues
        )
        return known.group[nth] if same else ""
    if nth:
        return known.group[nth] if len(known.group) == len(paired) else ""
    known.group = _list_names(
        view, Span(max(start, known.end if known.end > start else start), at), place, paired, cues, known
    )
    return known.group[0] if known.group else ""


def _leave_bracket(text: str, paired: list[Quantity]) -> list[Quantity]:
    """Return the figures without those of a bracket behind two of them: 分别为3万人及5亿元(包括补助款4亿元)."""
    opening = text.find("(", paired[0].last, paired[-1].first) if paired else -1
    outside = [other for other in paired if other.first < opening]
    return outside if len(outside) > 1 and text.find(")", opening, paired[-1].first) < 0 else paired


def _list_names(
    view: ClauseView,
    before: Span,
    place: QuantityContext,
    paired: Sequence[Quantity],
    cues: TargetCues,
    known: KnownNames,
) -> list[str]:
    """Return the names that 分别 distributes: those listed before it, or those of the figures before."""
    phrase = find_name_before(mask_dates(view, before), cues)
    if not phrase and len(known.subjects) >= len(paired):
        return known.subjects[-len(paired) :]
    if not phrase:  # 甲、乙和丙的上限,将会较2030年分别削减1%、2%和3%
        return split_names(find_subject(view, place, cues, known), len(paired))
    behind = find_name_before(view.text[before[1] + len(_RESPECTIVELY) : paired[0].first], cues)
    if cues.patterns[_DEED].fullmatch(behind):  # 财政储备和基金会分别拨出4亿及1亿元
        behind = ""
    # 货物贸易和对外投资分别占比达30%、20%.
    return [view.quote_original(name, *before) + behind for name in split_names(phrase, len(paired))]
