"""Dates and periods of a text, as the days that they cover.

Relative ones (今年, 年底前) are resolved against the document's own year; without one they have no days.

>>> from policytext.rulebook.packs import load_rules
>>> mentions = find_dates("到2025年,截至2020年6月底,“十四五”期间,今年", 2024, load_cues(load_rules()[0]))
>>> [(date.start, date.end, date.role) for date in (mention.when for mention in mentions)][:2]
[('2025-01-01', '2025-12-31', 'deadline'), ('2020-06-01', '2020-06-30', 'as-of')]
>>> [mention.when.end for mention in mentions][2:]
['2025-12-31', '2024-12-31']
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from policytext.extractor.cues import TargetCues, load_cues
from policytext.model.annotations import DateRef, Grain, Role
from policytext.model.document import Span
from policytext.text.numerals import parse_ordinal

__all__ = ["DateMention", "find_dates", "load_cues"]

_YEAR = r"(?:1[89]|20|21)\d\d"
_HAN = "一二三四五六七八九十"
# A template: a slot in braces is a list in `rules/targets`.
_DATE = (
    rf"(?P<from>{_YEAR})年?(?:—{{1,2}}|–|-|~|～|至|到)(?P<until>{_YEAR}|\d\d(?=年))年?(?!\d)"
    rf"|(?<!\d)(?P<year>{_YEAR})年(?:(?P<month>1[0-2]|0?[1-9])月"
    r"(?:(?P<day>[12]\d|3[01]|0?[1-9])日|(?P<month_part>[底末初]))?"
    r"|(?P<part>{year-parts}|[第]?[一二三四1-4]季度|年?[底末]|年?初))?"
    # Garbled copies, whose year is still certain: 20216年6月, 2021和12年末.
    r"|(?<!\d)(?P<g_year>20[0-2]\d)(?P<g_digit>\d)年(?P=g_digit)月"
    r"|(?<!\d)(?P<h_year>20[0-2]\d)和(?P<h_month>1[0-2]|[1-9])年[底末]"
    r"|(?P<han>[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?:年?[底末])?"
    r"|(?P<era>民国)?(?<!\d)(?P<roc>1[0-3]\d|[2-9]\d)年"
    r"(?:度|(?P<roc_month>1[0-2]|0?[1-9])月(?:(?P<roc_day>[12]\d|3[01]|0?[1-9])日)?|年?[底末])?"
    r"|[“\"「](?P<plan>{five-year-plans})五[”\"」](?!普法)(?P<plan_end>末)?"
    r"|第(?P<nth>{five-year-plans})个五年(?=规划|计划)"
    rf"|(?P<relative>(?:{{coming-years}})(?P<coming>[{_HAN}\d])年|(?:{{past-years}})(?P<past>[{_HAN}\d])年"
    rf"|(?P<since>[{_HAN}\d])年(?=来)|近年(?=来)|(?<![\d{_HAN}])(?P<within>[两{_HAN}\d])年[之以]?内"
    r"|{relative-years}|(?P<year_end>{year-ends})(?={year-end-sequels}|,|，)|{fixed-years})"
)
_SIGN = '年|五[”"」]|{fixed-years}'
_WINDOW = 14  # characters on either side of its sign that a date may extend to
_DEADLINE = "(?:{deadline-before})$"
_AS_OF = "(?:{as-of-before})$"
_FROM = "(?:{compared-before})$"
_BEHIND = "{deadline-behind}"
_SINCE = "{since-behind}"
_NEAR = 4
#: Year 1 of the Republic of China is 1912.
_ROC = 1911


class DateMention(NamedTuple):
    """A date at its place in the text.

    Args:
        start, end: Its offsets.
        when: The date; `ClauseView.locate_date` gives its span in the original.
        compared: Whether something is compared with it: 比2015年, 较上年.
    """

    start: int
    end: int
    when: DateRef
    compared: bool


def find_dates(text: str, year: int | None, cues: TargetCues, *, roc: bool = False) -> list[DateMention]:
    """Find the dates and periods of a folded text, from left to right.

    Args:
        text: The text.
        year: The document's own year, or None.
        cues: The cues.
        roc: Whether bare years of two and three digits count from 1912, as in Taiwan: 113年.
    """
    mentions = []
    compared_with, since = cues.patterns[_FROM], cues.patterns[_SINCE]
    for match in _find_matches(text, cues):
        days = _resolve_days(match, year, cues) if roc or match["era"] or not match["roc"] else None
        if days is None:
            continue
        first, last, grain = days
        before = text[max(match.start() - _NEAR, 0) : match.start()]
        role = _decide_role(text, match, before, grain, cues)
        when = DateRef(match[0], Span(*match.span()), first, last, grain, role)
        compared = bool(compared_with.search(before)) and not since.match(text, match.end())
        mentions.append(DateMention(match.start(), match.end(), when, compared))
    return mentions


def _find_matches(text: str, cues: TargetCues) -> Iterator[re.Match[str]]:
    """Find the matches of `_DATE`, only around the signs that every match holds, to stay fast."""
    done, pattern = 0, cues.patterns[_DATE]
    for sign in cues.patterns[_SIGN].finditer(text):
        if sign.start() < done:
            continue
        for match in pattern.finditer(text, max(sign.start() - _WINDOW, done), sign.end() + _WINDOW):
            if match.end() > sign.start():
                done = match.end()
                yield match
                break


def _decide_role(text: str, match: re.Match[str], before: str, grain: Grain, cues: TargetCues) -> Role:
    patterns = cues.patterns
    if patterns[_AS_OF].search(before):
        return "as-of"
    if patterns[_SINCE].match(text, match.end()):
        return "from"
    if patterns[_BEHIND].match(text, match.end()) or (
        patterns[_DEADLINE].search(before) and grain != "period"
    ):
        return "deadline"
    if match["within"]:
        return "deadline"
    if match["plan_end"] or match["g_year"] or match["h_year"] or (match["part"] or "")[-1:] in ("底", "末"):
        return "as-of"
    return "period"


def _resolve_days(
    match: re.Match[str], year: int | None, cues: TargetCues
) -> tuple[str | None, str | None, Grain] | None:
    if match["from"]:
        first, until = int(match["from"]), match["until"]
        last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
        return (f"{first}-01-01", f"{last}-12-31", "period") if first <= last else None
    if match["year"]:
        return _resolve_in_year(int(match["year"]), match, cues)
    if match["roc"]:
        return _resolve_in_year(int(match["roc"]) + _ROC, match, cues, "roc_")
    if match["han"]:
        return _cover_year(parse_ordinal(match["han"]) or 0)
    if match["g_year"]:
        return _cover_month(int(match["g_year"]), int(match["g_digit"] or 0) or 1)
    if match["h_year"]:
        return _cover_month(int(match["h_year"]), int(match["h_month"]))
    if plan := match["plan"] or match["nth"]:
        first, last = cues.plans[plan]
        return f"{last if match['plan_end'] else first}-01-01", f"{last}-12-31", "period"
    return _resolve_relative(match, year, cues)


def _resolve_in_year(
    year: int, match: re.Match[str], cues: TargetCues, kind: str = ""
) -> tuple[str, str, Grain] | None:
    if match[f"{kind}month"]:
        month = int(match[f"{kind}month"])
        if not match[f"{kind}day"]:
            return _cover_month(year, month)
        day = int(match[f"{kind}day"])
        if day > monthrange(year, month)[1]:
            return None
        return f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day:02}", "day"
    part = (match["part"] or "") if not kind else ""
    if part in cues.year_parts:
        low, high = cues.year_parts[part]
        return _cover_months(year, low, high, "half-year")
    if part.endswith("季度"):
        quarter = parse_ordinal(part.removeprefix("第")[0]) or 1
        return _cover_months(year, 3 * quarter - 2, 3 * quarter, "quarter")
    return _cover_year(year)


def _cover_year(year: int) -> tuple[str, str, Grain]:
    return f"{year:04}-01-01", f"{year:04}-12-31", "year"


def _cover_month(year: int, month: int) -> tuple[str, str, Grain]:
    return _cover_months(year, month, month, "month")


def _cover_months(year: int, low: int, high: int, grain: Grain) -> tuple[str, str, Grain]:
    return f"{year}-{low:02}-01", f"{year}-{high:02}-{monthrange(year, high)[1]}", grain


def _resolve_relative(
    match: re.Match[str], year: int | None, cues: TargetCues
) -> tuple[str | None, str | None, Grain] | None:
    if fixed := cues.fixed_years.get(match["relative"]):
        return _cover_year(fixed)
    offset = 0 if match["year_end"] else cues.relative_years.get(match["relative"])
    if year is None:
        return (None, None, "year") if offset is not None else (None, None, "period")
    if offset is not None:
        return f"{year + offset}-01-01", f"{year + offset}-12-31", "year"
    if count := match["coming"] or match["within"]:
        return f"{year}-01-01", f"{year + (parse_ordinal(count) or 1) - 1}-12-31", "period"
    if count := match["past"] or match["since"]:
        return f"{year - (parse_ordinal(count) or 1)}-01-01", f"{year - 1}-12-31", "period"
    return f"{year - 3}-01-01", f"{year}-12-31", "period"
