"""The date of a figure: in its sentence, earlier in its paragraph, in a lead-in, or in a heading."""

from policytext.extractor.clauses import ClauseView
from policytext.extractor.dates import DateMention
from policytext.extractor.quantities import Quantity
from policytext.extractor.quantity_context import QuantityContext
from policytext.model.annotations import Baseline, DateRef, Status

_FROM_NEAR = 14  # characters before a starting value in which its date is looked for
#: Characters of a sentence or a paragraph back in which a date governs a figure.
_REACH = 1_500


def link_date(
    view: ClauseView, place: QuantityContext, source: Quantity | None
) -> tuple[DateRef | None, DateMention | None]:
    """Find the date of a figure, and the date that it is compared with.

    Args:
        view: The document.
        place: The figure in its surroundings.
        source: The starting value of the change, or None.
    """
    compared: DateMention | None = None
    whole_year: DateMention | None = None
    if source:
        nearby = view.dates_between(max(place.clause[0], source.first - _FROM_NEAR), source.first)
        compared = nearby[-1] if nearby else None
    for mention in reversed(
        view.dates_between(max(place.sentence[0], place.figure.first - _REACH), place.figure.first)
    ):
        if mention == compared:
            continue
        if mention.compared:
            compared = compared or mention
            continue
        if _is_whole_year(mention):
            whole_year = whole_year or mention
            continue
        when = view.locate_date(mention)
        # 缩小到2021年的19%: the year in which the value was reached, not a deadline.
        if source and mention.start > source.last:
            when = when._replace(role="as-of" if when.role == "as-of" else "period")
        return when, compared
    return _find_governing_date(view, place) or (
        view.locate_date(whole_year) if whole_year else None
    ), compared


def resolve_reviewed_year(view: ClauseView, when: DateRef, status: Status) -> DateRef:
    """Resolve 全年 in a work report's review to the year before the report's own."""
    year = view.year
    if when.text != "全年" or status != "achieved" or year is None or not view.is_work_report:
        return when
    return (
        when._replace(start=f"{year - 1}-01-01", end=f"{year - 1}-12-31")
        if when.start == f"{year}-01-01"
        else when
    )


def _is_whole_year(mention: DateMention) -> bool:
    """Return whether the mention is a whole year without a number: 全年."""
    return mention.when.text == "全年"


def _find_governing_date(view: ClauseView, place: QuantityContext) -> DateRef | None:
    """Find the date that governs a sentence: earlier in its paragraph, in its lead-in, or in a heading."""
    line = view.line_start(place.sentence[0])
    first = max(line, place.sentence[0] - _REACH)
    for mention in reversed(view.dates_between(first, place.sentence[0])):
        if not mention.compared and mention.when.role != "from" and not _is_whole_year(mention):
            return view.locate_date(mention)
    if lead_in := _find_lead_in_date(view, line):
        return view.locate_date(lead_in)
    for section in reversed(view.section_chain(place.figure.start)):
        if section.kind == "title":
            continue
        for mention in view.dates_between(*section.title_span) if view.text_view.is_whole else ():
            if mention.when.end and not _is_whole_year(mention):
                return view.locate_date(mention)
    return None


def _find_lead_in_date(view: ClauseView, line: int) -> DateMention | None:
    """Find the last date of the lead-in: 到2033年底，具体目标如下："""
    lead_in = view.find_lead_in(line)
    dates = view.dates_between(*lead_in) if lead_in else []
    return next((mention for mention in reversed(dates) if not mention.compared), None)


def find_plan_end(view: ClauseView, plan: DateMention) -> DateRef:
    """Return the end of the plan's period as a deadline."""
    return view.locate_date(plan)._replace(role="deadline")


def build_baseline(
    view: ClauseView, source: Quantity | None, compared: DateMention | None
) -> Baseline | None:
    """Build the baseline of a figure: its starting value, a date, or both; None without either."""
    if source is None and compared is None:
        return None
    when = view.locate_date(compared) if compared else None
    return Baseline(source.low if source else None, source.unit if source else "", when)
