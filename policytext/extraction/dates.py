"""Dates and periods as a text writes them, as the days that they cover.

Relative ones (今年, 年底前) are resolved against the year that the document speaks in; where that is not known
they stay without days.

>>> found = dates("到2025年,截至2020年6月底,“十四五”期间,今年", 2024)
>>> [(one.start, one.end, one.role) for one in (mention.when for mention in found)][:2]
[('2025-01-01', '2025-12-31', 'deadline'), ('2020-06-01', '2020-06-30', 'as-of')]
>>> [one.when.end for one in found][2:]
['2025-12-31', '2024-12-31']
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from policytext.marks import Grain, Role, When
from policytext.model import Span
from policytext.text.numerals import ordinal
from policytext.text.patterns import compiled

#: The first plan began in 1953; since 1966 each takes five years.
_PLANS = {
    "一": (1953, 1957), "二": (1958, 1962), "三": (1966, 1970), "四": (1971, 1975), "五": (1976, 1980),
    "六": (1981, 1985), "七": (1986, 1990), "八": (1991, 1995), "九": (1996, 2000), "十": (2001, 2005),
    "十一": (2006, 2010), "十二": (2011, 2015), "十三": (2016, 2020), "十四": (2021, 2025), "十五": (2026, 2030),
}  # fmt: skip
_PLAN = "十[一二三四五]?|[一二三四五六七八九]"
_YEAR = r"(?:1[89]|20|21)\d\d"
_PART = "上半年|下半年|前三季度|[第]?[一二三四1-4]季度|年?[底末]|年?初"
_DATE = compiled(
    rf"(?P<from>{_YEAR})年?(?:—{{1,2}}|–|-|~|～|至|到)(?P<until>{_YEAR}|\d\d(?=年))年?(?!\d)"
    rf"|(?<!\d)(?P<year>{_YEAR})年(?:(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])日|(?P<month_part>[底末初]))?|(?P<part>{_PART}))?"
    # What copies garble: 20216年6月, 2021和12年末. The year is still certain.
    r"|(?<!\d)(?P<g_year>20[0-2]\d)(?P<g_digit>\d)年(?P=g_digit)月"
    r"|(?<!\d)(?P<h_year>20[0-2]\d)和(?P<h_month>1[0-2]|[1-9])年[底末]"
    r"|(?P<han>[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?:年?[底末])?"
    r"|(?P<era>民国)?(?<!\d)(?P<roc>1[0-3]\d|[2-9]\d)年(?:度|(?P<roc_month>1[0-2]|0?[1-9])月(?:(?P<roc_day>[12]\d|3[01]|0?[1-9])日)?|年?[底末])?"
    rf"|[“\"「](?P<plan>{_PLAN})五[”\"」](?!普法)(?P<plan_end>末)?|第(?P<nth>{_PLAN})个五年(?=规划|计划)"
    r"|(?P<relative>今后(?P<next>[一二三四五六七八九十\d])年|未来(?P<future>[一二三四五六七八九十\d])年|过去(?P<past>[一二三四五六七八九十\d])年"
    r"|(?P<since>[一二三四五六七八九十\d])年(?=来)|近年(?=来)|(?<![\d一二三四五六七八九十])(?P<within>[一二两三四五六七八九十\d])年[之以]?内|今年|本年度?|明年|去年|上年度?|前年|年(?:底|末|内)(?=前|完成|,|，|实现|基本)|本世纪中叶|全年)"
)
_SIGN = compiled('年|五[”"」]|世纪中叶')
_WINDOW = 14  # characters around its sign that a date takes
_DEADLINE = compiled("(?:到|至|力争|争取|确保|力争到)$")
_AS_OF = compiled("截[至止]到?$")
_FROM = compiled("(?:从|自|自从|由|比|较|同|与)$")
_BEHIND = compiled("以?前|之前|底前|末前")
_SINCE = compiled("(?:时期)?以来|起")
_NEAR = 4
#: Year 1 of the Republic of China is 1912.
_ROC = 1911
_HALVES = {"上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9)}


class Mention(NamedTuple):
    """A date where it stands in the text that was read.

    Args:
        start, end: its place.
        when: what it says; its span is filled in the original by who reads the mention.
        compared: whether it is what something is compared with: 比2015年, 较上年.
    """

    start: int
    end: int
    when: When
    compared: bool


def dates(text: str, year: int | None, *, roc: bool = False) -> list[Mention]:
    """All dates and periods of a folded text, from left to right.

    Args:
        text: the text.
        year: the year it speaks in, None where that is not known.
        roc: whether bare years of two and three digits count from 1912, as in Taiwan: 113年.
    """
    found = []
    for match in _matches(text):
        days = _days(match, year) if roc or match["era"] or not match["roc"] else None
        if days is None:
            continue
        first, last, grain = days
        before = text[max(match.start() - _NEAR, 0) : match.start()]
        role = _role(text, match, before, grain)
        when = When(match[0], Span(*match.span()), first, last, grain, role)
        compared = bool(_FROM.search(before)) and not _SINCE.match(text, match.end())
        found.append(Mention(match.start(), match.end(), when, compared))
    return found


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_DATE`, which are only looked for around what each of them holds."""
    done = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < done:
            continue
        for match in _DATE.finditer(text, max(sign.start() - _WINDOW, done), sign.end() + _WINDOW):
            if match.end() > sign.start():
                done = match.end()
                yield match
                break


def _role(text: str, match: re.Match[str], before: str, grain: Grain) -> Role:
    if _AS_OF.search(before):
        return "as-of"
    if _SINCE.match(text, match.end()):
        return "from"
    if _BEHIND.match(text, match.end()) or (_DEADLINE.search(before) and grain != "period"):
        return "deadline"
    if match["within"]:
        return "deadline"
    if match["plan_end"] or match["g_year"] or match["h_year"] or (match["part"] or "")[-1:] in ("底", "末"):
        return "as-of"
    return "period"


def _days(match: re.Match[str], year: int | None) -> tuple[str | None, str | None, Grain] | None:
    if match["from"]:
        first, until = int(match["from"]), match["until"]
        last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
        return (f"{first}-01-01", f"{last}-12-31", "period") if first <= last else None
    if match["year"]:
        return _in_year(int(match["year"]), match)
    if match["roc"]:
        return _in_year(int(match["roc"]) + _ROC, match, "roc_")
    if match["han"]:
        return _whole(ordinal(match["han"]) or 0)
    if match["g_year"]:
        return _month(int(match["g_year"]), int(match["g_digit"] or 0) or 1)
    if match["h_year"]:
        return _month(int(match["h_year"]), int(match["h_month"]))
    if plan := match["plan"] or match["nth"]:
        first, last = _PLANS[plan]
        return f"{last if match['plan_end'] else first}-01-01", f"{last}-12-31", "period"
    return _relative(match, year)


def _in_year(year: int, match: re.Match[str], kind: str = "") -> tuple[str, str, Grain] | None:
    if match[f"{kind}month"]:
        month = int(match[f"{kind}month"])
        if not match[f"{kind}day"]:
            return _month(year, month)
        day = int(match[f"{kind}day"])
        if day > monthrange(year, month)[1]:
            return None
        return f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day:02}", "day"
    part = (match["part"] or "") if not kind else ""
    if part in _HALVES:
        low, high = _HALVES[part]
        return _months(year, low, high, "half-year")
    if part.endswith("季度"):
        quarter = ordinal(part.removeprefix("第")[0]) or 1
        return _months(year, 3 * quarter - 2, 3 * quarter, "quarter")
    return _whole(year)


def _whole(year: int) -> tuple[str, str, Grain]:
    return f"{year:04}-01-01", f"{year:04}-12-31", "year"


def _month(year: int, month: int) -> tuple[str, str, Grain]:
    return _months(year, month, month, "month")


def _months(year: int, low: int, high: int, grain: Grain) -> tuple[str, str, Grain]:
    return f"{year}-{low:02}-01", f"{year}-{high:02}-{monthrange(year, high)[1]}", grain


_OFFSETS = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "全年": 0,
    "年底": 0,
    "年末": 0,
    "年内": 0,
    "明年": 1,
    "去年": -1,
}
_EARLIER = {"上年": -1, "上年度": -1, "前年": -2}


def _relative(match: re.Match[str], year: int | None) -> tuple[str | None, str | None, Grain] | None:
    words = match["relative"]
    if words == "本世纪中叶":
        return "2050-01-01", "2050-12-31", "year"
    offset = _OFFSETS.get(words, _EARLIER.get(words))
    if year is None:
        return (None, None, "year") if offset is not None else (None, None, "period")
    if offset is not None:
        return f"{year + offset}-01-01", f"{year + offset}-12-31", "year"
    if count := match["next"] or match["future"] or match["within"]:
        return f"{year}-01-01", f"{year + (ordinal(count) or 1) - 1}-12-31", "period"
    if count := match["past"] or match["since"]:
        return f"{year - (ordinal(count) or 1)}-01-01", f"{year - 1}-12-31", "period"
    return f"{year - 3}-01-01", f"{year}-12-31", "period"
