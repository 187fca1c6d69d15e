"""The days that a date or period covers; `dates` finds them.

>>> from policytext.rulebook.packs import load_rules
>>> from policytext.extractor.dates import find_dates, load_cues
>>> [mention.when.end for mention in find_dates("去年下半年,今年1-6月,11月底前", 2026, load_cues(load_rules()[0]))]
['2025-12-31', '2026-06-30', '2026-11-30']
"""

import re
from calendar import monthrange

from policytext.extractor.cues import TargetCues
from policytext.model.annotations import Grain
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import ROC_EPOCH, YEAR_DIGITS, parse_ordinal

_NUMBER = LazyPattern("\\d+|[一二三四五六七八九十]+")
_ROC_ITEM = LazyPattern("([、和及与]|[^\\d、和及与年度]*)(1[0-3]\\d|[2-9]\\d)(?!\\d)")
_QUARTER = LazyPattern("[一二三四1-4]")
_Days = tuple[str | None, str | None, Grain]


def resolve_days(
    match: re.Match[str], year: int | None, cues: TargetCues, month: int | None = None
) -> _Days | None:
    """Return the first and the last day of a match of the date pattern, or None if there are no such days.

    Args:
        match: The match.
        year: The document's own year, or None.
        cues: The cues.
        month: The month of the document's own date, or None.
    """
    if match["from"] or match["han_from"] or match["roc_from"]:
        return _resolve_range(match)
    if match["roc_years"]:
        years = list_roc_years(match["roc_years"])
        return (f"{years[0]}-01-01", f"{years[-1]}-12-31", "period") if years else None
    if match["fiscal_from"]:
        first, last = match["fiscal_from"], match["fiscal_from"][:2] + match["fiscal_until"]
        return (f"{first}-01-01", f"{last}-12-31", "period") if first < last else None
    if match["month_from"]:
        return _resolve_months(match)
    if match["year"]:
        return _resolve_part(int(match["year"]), match["tail"], cues)
    if inside := match["inside"] or match["behind"]:
        return _resolve_part(int(inside), match["tail"], cues)
    if roc := match["roc"] or match["roc_inside"] or match["roc_behind"]:
        return _resolve_part(int(roc) + ROC_EPOCH, match["tail"], cues)
    if match["han"]:
        return _resolve_part(int(match["han"].translate(YEAR_DIGITS)), match["tail"], cues)
    if match["han_roc"]:
        return _resolve_part(int(match["han_roc"].translate(YEAR_DIGITS)) + ROC_EPOCH, match["tail"], cues)
    if match["g_year"]:
        return _cover_month(int(match["g_year"]), int(match["g_digit"] or 0) or 1)
    if match["h_year"]:
        return _cover_month(int(match["h_year"]), int(match["h_month"]))
    if plan := match["plan"] or match["nth"]:
        return _resolve_plan(match, *cues.plans[plan])
    if match["own_month"]:
        return _resolve_own_month(year, month, cues.relative_months[match["own_month"]])
    if match["word"] or match["bare"] or match["joined"] or match["opening"]:
        offset = cues.relative_years.get(match["word"] or "", 0)
        if year is None:
            return None if match["opening"] or match["joined"] else (None, None, "year")
        part = match["tail"] or match["bare"] or match["joined"] or match["opening"]
        return _resolve_part(year + offset, part, cues)
    return _resolve_relative(match, year, cues)


def list_roc_years(words: str) -> list[int]:
    """Return the years that a list of years of the Republic names, in order; an empty list where they do not rise.

    >>> list_roc_years("106、108至110"), list_roc_years("107及105")
    ([2017, 2019, 2020, 2021], [])
    """
    years: list[int] = []
    for join, number in _ROC_ITEM.findall(words):
        year = int(number) + ROC_EPOCH
        if years and year <= years[-1]:
            return []
        years.extend(range(years[-1] + 1, year + 1) if years and join not in "、和及与" else (year,))
    return years


def _resolve_range(match: re.Match[str]) -> _Days | None:
    if match["from"]:
        first, until = int(match["from"]), match["until"]
    elif match["roc_from"]:
        first, until = int(match["roc_from"]) + ROC_EPOCH, str(int(match["roc_until"]) + ROC_EPOCH)
    else:
        first, until = (
            int(match["han_from"].translate(YEAR_DIGITS)),
            match["han_until"].translate(YEAR_DIGITS),
        )
    last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
    return (f"{first}-01-01", f"{last}-12-31", "period") if first <= last else None


def _resolve_months(match: re.Match[str]) -> _Days | None:
    """Return the days from a month of one year to a month of another: 2018年7月至2019年6月."""
    (first_year, low), (last_year, high) = (
        (int(year), parse_ordinal(month) or 0)
        for year, _, month in (match[name].partition("年") for name in ("month_from", "month_until"))
    )
    start, end = _cover_month(first_year, low)[0], _cover_month(last_year, high)[1]
    return (start, end, "period") if start <= end else None


def _resolve_own_month(year: int | None, month: int | None, offset: int) -> _Days:
    if year is None or month is None:
        return None, None, "month"
    years, index = divmod(month - 1 + offset, 12)
    return _cover_month(year + years, index + 1)


def _resolve_plan(match: re.Match[str], first: int, last: int) -> _Days:
    if match["plan_end"]:
        first = last
    elif match["plan_years"]:
        years = min(parse_ordinal(match["plan_years"]) or 1, last - first + 1)
        first, last = (last - years + 1, last) if match["plan_part"] == "后" else (first, first + years - 1)
    return f"{first}-01-01", f"{last}-12-31", "period"


def _resolve_part(year: int, part: str | None, cues: TargetCues) -> _Days | None:
    """Return the days of a part of a year: 6月底, 1—6月, 上半年, 三季度末, 年底."""
    part = part or ""
    if part in cues.year_parts:
        return cover_months(year, *cues.year_parts[part], "half-year")
    if part.startswith(("前", "首")) and part.endswith("月"):
        count = part[1:].removesuffix("月").removesuffix("个")
        return cover_months(year, 1, min(parse_ordinal(count) or 12, 12), "period")
    if "季" in part:
        quarters = [parse_ordinal(number) or 1 for number in _QUARTER.findall(part)]
        grain: Grain = "quarter" if len(quarters) == 1 else "period"
        return cover_months(year, 3 * quarters[0] - 2, 3 * quarters[-1], grain)
    if part == "年中":
        return cover_months(year, 6, 6, "month")
    months = [parse_ordinal(number) or 0 for number in _NUMBER.findall(part)]
    if len(months) in (2, 3) and part.endswith("日"):  # 8月14日, 8月11日至18日
        month, first, last = months[0], months[1], months[-1]
        if not first <= last <= monthrange(year, month)[1]:
            return None
        return f"{year}-{month:02}-{first:02}", f"{year}-{month:02}-{last:02}", "day"
    if months:
        low, high = months[0], months[-1]
        return cover_months(year, low, high, "month" if low == high else "period") if low <= high else None
    return f"{year:04}-01-01", f"{year:04}-12-31", "year"


def _cover_month(year: int, month: int) -> tuple[str, str, Grain]:
    return cover_months(year, month, month, "month")


def cover_months(year: int, low: int, high: int, grain: Grain) -> tuple[str, str, Grain]:
    """Return the days from one month of a year to another."""
    return f"{year:04}-{low:02}-01", f"{year:04}-{high:02}-{monthrange(year, high)[1]}", grain


def _resolve_relative(match: re.Match[str], year: int | None, cues: TargetCues) -> _Days | None:
    if fixed := cues.fixed_years.get(match["relative"]):
        return f"{fixed}-01-01", f"{fixed}-12-31", "year"
    if year is None:
        return (None, None, "year") if match["year_end"] else (None, None, "period")
    if match["year_end"]:
        return f"{year}-01-01", f"{year}-12-31", "year"
    if count := match["coming"] or match["within"]:
        return f"{year}-01-01", f"{year + (parse_ordinal(count) or 1) - 1}-12-31", "period"
    if count := match["past"] or match["since"]:
        return f"{year - (parse_ordinal(count) or 1)}-01-01", f"{year - 1}-12-31", "period"
    return f"{year - 3}-01-01", f"{year}-12-31", "period"
