"""When a figure holds: by a date in its sentence, earlier in its paragraph, in a line that leads in, or in a heading."""

from policytext.extractor.clauses import ClauseView
from policytext.extractor.dates import DateMention
from policytext.extractor.quantities import Quantity
from policytext.extractor.quantity_context import QuantityContext
from policytext.model.annotations import Baseline, DateRef, Status

_FROM_NEAR = 14  # characters before a point of departure among which its date stands
#: Characters of a sentence or a paragraph back to which a date governs a figure.
_REACH = 1_500


def link_date(
    reading: ClauseView, place: QuantityContext, source: Quantity | None
) -> tuple[DateRef | None, DateMention | None]:
    """When the figure holds, and the date that it is compared with."""
    compared: DateMention | None = None
    whole: DateMention | None = None
    if source:
        near = reading.dates_between(max(place.clause[0], source.first - _FROM_NEAR), source.first)
        compared = near[-1] if near else None
    for mention in reversed(
        reading.dates_between(max(place.sentence[0], place.figure.first - _REACH), place.figure.first)
    ):
        if mention == compared:
            continue
        if mention.compared:
            compared = compared or mention
            continue
        if _is_whole_year(mention):
            whole = whole or mention
            continue
        when = reading.placed(mention)
        # 缩小到2021年的19%: the year of what was reached, not a day by which.
        if source and mention.start > source.last:
            when = when._replace(role="as-of" if when.role == "as-of" else "period")
        return when, compared
    return _above(reading, place) or (reading.placed(whole) if whole else None), compared


def reported(reading: ClauseView, when: DateRef, status: Status) -> DateRef:
    """全年 of a work report's review: the year before the one that the report speaks in."""
    year = reading.year
    if when.text != "全年" or status != "achieved" or year is None or not reading.is_work_report:
        return when
    return (
        when._replace(start=f"{year - 1}-01-01", end=f"{year - 1}-12-31")
        if when.start == f"{year}-01-01"
        else when
    )


def _is_whole_year(mention: DateMention) -> bool:
    """Whether it says that a year is meant, but not which: 全年."""
    return mention.when.text == "全年"


def _above(reading: ClauseView, place: QuantityContext) -> DateRef | None:
    """The date that governs a sentence from above: earlier in its paragraph, or in a heading."""
    line = reading.line_start(place.sentence[0])
    first = max(line, place.sentence[0] - _REACH)
    for mention in reversed(reading.dates_between(first, place.sentence[0])):
        if not mention.compared and mention.when.role != "from" and not _is_whole_year(mention):
            return reading.placed(mention)
    if led := _led_in(reading, line):
        return reading.placed(led)
    for section in reversed(reading.chain(place.figure.start)):
        if section.kind == "title":
            continue
        for mention in reading.dates_between(*section.title_span) if reading.view.whole else ():
            if mention.when.end and not _is_whole_year(mention):
                return reading.placed(mention)
    return None


def _led_in(reading: ClauseView, line: int) -> DateMention | None:
    """The date in the line that leads in: 到2033年底，具体目标如下："""
    lead = reading.lead(line)
    dates = reading.dates_between(*lead) if lead else []
    return next((one for one in reversed(dates) if not one.compared), None)


def ended(reading: ClauseView, plan: DateMention) -> DateRef:
    """The end of the period that the document is a plan for."""
    return reading.placed(plan)._replace(role="deadline")


def baseline_of(
    reading: ClauseView, source: Quantity | None, compared: DateMention | None
) -> Baseline | None:
    """What a figure is compared with: another figure, a date, or both."""
    if source is None and compared is None:
        return None
    when = reading.placed(compared) if compared else None
    return Baseline(source.low if source else None, source.unit if source else "", when)
