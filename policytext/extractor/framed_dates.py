"""The date that a part of a document gives its figures: the year that it reviews, or the end of the plan's period.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> text = "一、2030年工作回顾\\n新增学校7所。"
>>> view = ClauseView(PreparedDocument(parse(Source(text=text))), load_cues(load_rules()[0]))
>>> find_framed_date(view, 14, "achieved").end
'2030-12-31'
"""

from policytext.extractor.clauses import ClauseView, load_cues
from policytext.extractor.dates import DateMention
from policytext.extractor.document_year import OPENING
from policytext.extractor.reported_plans import find_reported_plan
from policytext.extractor.time_frames import find_frames
from policytext.model.annotations import DateRef, Status
from policytext.text.lazy_patterns import LazyPattern

__all__ = [
    "ClauseView",
    "find_framed_date",
    "find_plan_end",
    "is_still_running",
    "load_cues",
    "resolve_reviewed_year",
]

# Characters of an excerpt: a whole report without headings also tells of years long past.
_EXCERPT = 3_000
# Dates in the year that is spoken of.
_OWN_YEAR = LazyPattern(
    r"全年|[上下]半年|前[^年]|年[底末中]|\d{1,2}[—–~至到-]*\d{0,2}月|第[一二三四]|[一二三四五六七八九十]+[月季]"
)


def find_framed_date(view: ClauseView, offset: int, status: Status) -> DateRef | None:
    """Find the year or period that the heading or title around a figure is for, if its status fits their part."""
    part = {"target": "plan", "forecast": "plan", "achieved": "review"}.get(status)
    frames = find_frames(view)
    nearest, document = frames.frame_at(offset), frames.document
    # 一、主要指标完成情况, in a report on 2031: the heading says that it reviews, the title which year.
    same_part = nearest and document and nearest.part == document.part and nearest.when is None
    frame = document if same_part else nearest or document
    when = frame.when if frame and frame.part == part else None
    if when is None and nearest is None and status == "target":
        reported = find_reported_plan(view)
        when = view.plan_period or (reported.when if reported and reported.span.end <= offset else None)
    if when is None:
        fits = nearest.part == part and nearest.when is None if nearest else len(view.text) <= _EXCERPT
        return _find_report_date(view, status) if fits else None
    is_end = part == "plan" and when.when.grain == "period"
    return find_plan_end(view, when) if is_end else view.locate_date(when)


def _find_report_date(view: ClauseView, status: Status) -> DateRef | None:
    """Return the year that a work report reviews or plans, from the date that its title or its opening gives."""
    if view.year is None or not view.is_work_report:
        return None
    own = str(view.year)
    dates = view.dates_between(0, OPENING)
    named = next((one for one in dates if one.when.end and one.when.end.startswith(own)), None)
    if named is None:
        return None
    year = view.year - (status == "achieved")
    return view.locate_date(named)._replace(
        start=f"{year}-01-01", end=f"{year}-12-31", grain="year", role="period"
    )


def find_plan_end(view: ClauseView, plan: DateMention | None) -> DateRef | None:
    """Return the end of a plan's period as a deadline, None without a plan."""
    return view.locate_date(plan)._replace(role="deadline") if plan else None


def resolve_reviewed_year(view: ClauseView, when: DateRef, status: Status, offset: int) -> DateRef:
    """Resolve 全年 or 6月底 in a review to the year reviewed; in a work report, the one before its own."""
    year = view.year
    if not _OWN_YEAR.match(when.text) or status != "achieved" or year is None:
        return when
    frame = find_frames(view).frame_at(offset)
    reviewed = frame.when.when.end if frame and frame.part == "review" and frame.when else None
    if reviewed is None and not view.is_work_report:
        return when
    last = reviewed[:4] if reviewed else str(year - 1)
    return (
        when._replace(start=last + when.start[4:], end=last + when.end[4:])
        if when.start and when.end and when.start.startswith(str(year))
        else when
    )


def is_still_running(view: ClauseView, when: DateRef, status: Status) -> bool:
    """Return whether a period ends behind the document's year, in which nothing is reached at its end: 实施“十二五”方案."""
    if status != "achieved" or when.grain != "period" or not when.end or view.year is None:
        return False
    return int(when.end[:4]) > view.year
