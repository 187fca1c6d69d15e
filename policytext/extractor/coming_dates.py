"""The days from which on what a text says is to come: its earliest deadline, and the beginning of a plan that it announces.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.extractor.dates import find_dates
>>> from policytext.rulebook.packs import load_rules
>>> cues, text = load_cues(load_rules()[0]), "当局印发“十五五”健康规划,明确2030年指标"
>>> find_planned_from(text, find_dates(text, None, cues))
'2026-01-01'
"""

from collections.abc import Sequence

from policytext.extractor.cues import TargetCues
from policytext.extractor.dates import DateMention
from policytext.text.lazy_patterns import LazyPattern

_NEAR = 8  # characters on either side of a date in which a word says that it is to come
# A template: a slot in braces is a list in `rules/targets`.
_COMING = "将|要|力争|争取|确保|{forecast-cues}"
# 2030年全市床位将增加3万张, 2030年的工作目标: the same behind a year, in its clause.
_AHEAD = LazyPattern(
    "[^,。;:、\\n\\d]{0,20}?(?:(?<![已即曾])将(?![军近])|拟(?!用)|力争|目标(?!责任|[已均都完实]))"
)
_COUNTED_TO = "(?:{as-of-before})$"
_OPENING = 300  # characters at the beginning in which a plan is announced
_ANNOUNCED = LazyPattern(
    "(?:印发|公布|发布|出台|推出|审议通过|核定)[^。;\\n]{0,30}?(?:规划|方案|计划|纲要|蓝图)[^。;\\n]{0,12}?(?:明确|提出|要求|订明|列出|目标)"
)


def find_first_deadline(text: str, dates: Sequence[DateMention], cues: TargetCues) -> str | None:
    """Return the earliest day by which something is due, of the dates that have days; None without one."""
    coming = cues.patterns[_COMING]
    ends = (
        mention.when.end
        for mention in dates
        if not mention.named
        and (
            coming.search(text, max(mention.start - _NEAR, 0), mention.end + _NEAR)
            if mention.when.role == "deadline"
            else _is_year_ahead(text, mention)
        )
    )
    return min(filter(None, ends), default=None)


def _is_year_ahead(text: str, mention: DateMention) -> bool:
    """Return whether a clause says of its year that it is to come."""
    is_year = mention.when.role == "period" and mention.when.grain == "year" and not mention.compared
    return is_year and _AHEAD.match(text, mention.end) is not None


def find_latest_count(text: str, dates: Sequence[DateMention], cues: TargetCues) -> str:
    """Return the latest day up to which a text counts something: 截至2030年3月底; an empty string without one."""
    counted = cues.patterns[_COUNTED_TO]
    ends = (
        mention.when.end
        for mention in dates
        if mention.when.role == "as-of" and counted.search(text, max(mention.start - _NEAR, 0), mention.start)
    )
    return max(filter(None, ends), default="")


def find_last_plan(dates: Sequence[DateMention]) -> str:
    """Return the end of the latest plan period that a text names; an empty string without one."""
    return max((one.when.end or "" for one in dates if one.when.grain == "period"), default="")


def find_planned_from(text: str, dates: Sequence[DateMention]) -> str | None:
    """Return the first day of the plan that a text announces, or of the last year that it names; None without one."""
    announced = _ANNOUNCED.search(text, 0, _OPENING)
    if announced is None:
        return None
    starts = [(one, one.when.start) for one in dates if one.when.start]
    end = text.find("\n", announced.end())
    periods = (start for one, start in starts if one.when.grain == "period" and (end < 0 or one.start < end))
    return max(periods, default=None) or max(
        (start for one, start in starts if not one.compared), default=None
    )
