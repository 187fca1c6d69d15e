"""Dates that 分别 distributes over figures: 到2027年、2030年分别达到60%、70%; 2027—2028年，分别达到…

>>> [days[1] for days in list_days("105及107年度", None)]
['2016-12-31', '2018-12-31']
>>> [days[1] for days in list_days("112年第3、4季", "2023-07-01")]
['2023-09-30', '2023-12-31']
"""

from collections.abc import Sequence
from itertools import pairwise

from policytext.extractor.clauses import ClauseView
from policytext.extractor.date_days import cover_months, list_roc_years
from policytext.extractor.dates import DateMention
from policytext.extractor.quantity_context import QuantityContext
from policytext.model.annotations import DateRef, Grain
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import parse_ordinal

_LISTED = LazyPattern("[、和及与]")
_EACH = LazyPattern("分别|各为|各是|各达|依序")
#: What stands between the dates of a list.
JOINS = ("、", "和", "及", "与", "、到", "和到", "底和", "底、", "底")
# 第1期(81-86年度)、第2期(87-92年度): each name with its years behind it.
_NAMED_JOIN = LazyPattern("\\)?[、和及与][^,;。:()、]{0,24}\\(?")
_ROC_LIST = LazyPattern("1[0-3]\\d(?:年度?)?[^\\d月]{1,2}(?:1[0-3]\\d[^\\d月]{0,3})+$")
_QUARTERS = LazyPattern("第?([一二三四1-4])[、及和与]第?([一二三四1-4])季")
_Days = tuple[str, str, Grain]


def find_paired_date(
    view: ClauseView, place: QuantityContext, mentions: Sequence[DateMention]
) -> DateRef | None:
    """Return the date of a figure where each of its clause has its own, or None.

    Args:
        view: The document.
        place: The figure in its surroundings.
        mentions: The dates before it in its sentence.
    """
    each = _EACH.search(view.text, *place.clause) if place.places > 1 and mentions else None
    if each is None:
        return None
    listed = mentions[-place.places :]
    if len(listed) == place.places and all(_is_joined(view, *pair) for pair in pairwise(listed)):
        return view.locate_date(listed[place.place])._replace(role=listed[0].when.role)
    last = mentions[-1]
    # 未来5年,甲、乙、丙公司分别更换…: the figures are those of the names.
    if len(_LISTED.findall(view.text, last.end, max(each.start(), last.end))) >= place.places - 1:
        return None
    if last.when.grain != "period" or not last.when.start or not last.when.end:
        return None
    days = list_days(view.text[last.start : last.end], last.when.start, last.when.end)
    if len(days) != place.places:
        return None
    start, end, grain = days[place.place]
    return view.locate_date(last)._replace(start=start, end=end, grain=grain)


def list_days(words: str, start: str | None, end: str | None = None) -> list[_Days]:
    """Return the days of each year or quarter that a date in words names, in order.

    Args:
        words: The date as the folded text writes it.
        start, end: The days that it covers as a whole.
    """
    if _ROC_LIST.match(words):
        return [(f"{year}-01-01", f"{year}-12-31", "year") for year in list_roc_years(words)]
    if start and (quarters := _QUARTERS.search(words)):
        numbers = [parse_ordinal(number) or 1 for number in quarters.groups()]
        return [cover_months(int(start[:4]), 3 * nth - 2, 3 * nth, "quarter") for nth in numbers]
    first, last = int((start or "0")[:4]), int((end or "0")[:4])
    return [(f"{year}-01-01", f"{year}-12-31", "year") for year in range(first, last + 1)]


def _is_joined(view: ClauseView, one: DateMention, other: DateMention) -> bool:
    between = view.text[one.end : other.start].strip(" ")
    return between in JOINS or bool(_NAMED_JOIN.fullmatch(between))
