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
from collections.abc import Iterator
from typing import NamedTuple

from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.date_days import resolve_days
from policytext.model.annotations import DateRef, Grain, Role
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

__all__ = ["DateMention", "find_dates", "load_cues"]

_YEAR = r"(?:1[89]|20|21)\d\d"
_HAN = "一二三四五六七八九十"
# A template: a slot in braces is a list in `rules/targets`.
_JOIN = "(?:—{1,2}|–|-|~|～|至|到)"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = rf"(?:[12]\d|3[01]|0?[1-9]|三十一?|二?十[{_HAN[:9]}]?|[{_HAN[:9]}])日"
# 前7个月, 首五月, but not 前6月30日.
_FIRST_MONTHS = rf"[前首](?:[一两{_HAN}]|1[01]|\d)(?:个月|月(?![\d{_HAN}]{{0,3}}[日底末初前]))"
_PART = (
    rf"{_MONTH}月?{_JOIN}{_MONTH}月(?!\d)|{_MONTH}月(?:{_DAY}|[底末初])?"
    rf"|{{year-parts}}|{_FIRST_MONTHS}|第?[一二三四1-4](?:[、及和与]第?[一二三四1-4])?季度?[底末]?|年?[底末]|年?初|年中"
)
# Parts of the document's own year, which begin a clause: 上半年，…; 第一季度…; 1—6月….
_OPENING_PART = rf"{{year-parts}}|{_FIRST_MONTHS}|第?[一二三四]季度|{_MONTH}月?{_JOIN}{_MONTH}月份?|{_MONTH}月(?:{_DAY}(?:{_JOIN}{_DAY})?)?份?(?![底末初\d])"
_BEFORE_END = "(?={deadline-behind})"
_HAN_YEAR = "[一二][〇○零OＯ九][〇○零OＯ一二三四五六七八九]{2}"
# 2024/25学年, 2026财年, 2025年财政年度.
_YEAR_NAME = "{special-years}"
_DATE = (
    # Fiscal years without their word: 2014-15至2018-19.
    rf"(?P<fiscal_from>{_YEAR})[-—/]\d\d(?:年度)?[至到]{_YEAR}[-—/](?P<fiscal_until>\d\d)(?:年度|的?[{_HAN}\d]年)?(?:(?<=度)|(?!\d))"
    rf"|(?P<from>{_YEAR})年?(?:{_JOIN}|/(?=\d\d(?:{_YEAR_NAME}|年)))(?P<until>{_YEAR}|\d\d(?={_YEAR_NAME}|年))(?:年?(?:{_YEAR_NAME})|年度?)?(?:(?<=度)|(?!\d))"
    rf"|(?P<han_from>{_HAN_YEAR})年?(?:{_JOIN}|/)(?P<han_until>{_HAN_YEAR}|[〇○零OＯ一二三四五六七八九]{{2}})年度?"
    rf"|(?<!\d)(?P<roc_from>1[0-3]\d|[2-9]\d(?=年?度?{_JOIN}(?:1[0-3]|[2-9])\d年度))年?度?(?:{_JOIN}|/)(?P<roc_until>1[0-3]\d|[2-9]\d(?=年度))年度?"
    # 105及107年度; 106、108至110年度.
    rf"|(?<!\d)(?P<roc_years>1[0-3]\d(?:(?:年度?)?(?:[、和及与]|{_JOIN})1[0-3]\d)+)年度?"
    # From a month of one year to a month of another: 2018年7月至2019年6月.
    rf"|(?P<month_from>{_YEAR}年{_MONTH})月(?:{_DAY})?{_JOIN}(?P<month_until>{_YEAR}年{_MONTH})月(?:{_DAY}|底|末)?"
    # Garbled copies, whose year is still certain: 20216年6月, 2021和12年末.
    r"|(?<!\d)(?P<g_year>20[0-2]\d)(?P<g_digit>\d)年(?P=g_digit)月"
    r"|(?<!\d)(?P<h_year>20[0-2]\d)和(?P<h_month>1[0-2]|[1-9])年[底末]"
    rf"|(?:(?<!\d)(?P<year>{_YEAR})(?:年(?!均)(?:{_YEAR_NAME})?|{_YEAR_NAME}|全年)|(?P<han>{_HAN_YEAR})(?:年(?:{_YEAR_NAME})?|全年)"
    # 自明(115)年起, 今年(2012年)6月: the year in a bracket behind the word.
    r"|[本今明去](?:\((?:(?:民国)?(?P<roc_inside>[6-9]\d|1[0-3]\d)|(?P<inside>20\d\d))\)年|年度?\((?:民国)?(?:(?P<roc_behind>[6-9]\d|1[0-3]\d)|(?P<behind>20\d\d))年?\))"
    # 一一一年度: a year of the Republic in Chinese digits.
    r"|(?<![〇○零一二三四五六七八九十])(?P<han_roc>一[〇○零0一二三][〇○零0一二三四五六七八九])年(?!级)度?"
    rf"|(?P<era>民国)?(?<!\d)(?P<roc>1[0-3]\d|[2-9]\d)(?:年|(?:{_YEAR_NAME}))"
    rf"|(?!(?<=以)前年)(?P<word>{{relative-years}}))(?P<tail>{_PART}|度)?"
    r"|[“\"「](?P<plan>{five-year-plans})五[”\"」](?!普法)"
    rf"(?:(?P<plan_end>期?末)|(?:时期|期间)?的?(?P<plan_part>[前头后])(?P<plan_years>[两{_HAN}\d])年)?"
    r"|第(?P<nth>{five-year-plans})个五年(?=规划|计划)"
    # A month of the document's own year, only by or at its end: 11月底前, 6月30日前, 三季度末.
    rf"|(?<![\d{_HAN}年月/.])(?P<bare>{_MONTH}月(?:[底末]|(?:{_DAY})?{_BEFORE_END})|第?[一二三四]季度(?:[底末]|{_BEFORE_END})"
    rf"|年中{_BEFORE_END})"
    # 10月21日及12月30日: a day of the same year.
    rf"|(?<=日[、和及与])(?P<joined>{_MONTH}月{_DAY})"
    rf"|(?<![^\n,。;:、(])(?P<opening>{_OPENING_PART})(?=,|[\u4e00-\u9fff])"
    r"|(?P<own_month>{relative-months})[底末]?"
    rf"|(?P<relative>(?:{{coming-years}})(?P<coming>[{_HAN}\d]{{1,2}})年|(?<!将)(?:{{past-years}})(?P<past>[{_HAN}\d]{{1,2}})年"
    rf"|(?P<since>[{_HAN}\d])年(?=来)|近年(?=来)|(?<![\d{_HAN}])(?P<within>[两{_HAN}\d])年[之以]?内"
    r"|(?P<year_end>{year-ends})(?={year-end-sequels}|,|，)|{fixed-years})"
)
_SIGN = '年|五[”"」]|月|季|{fixed-years}'
# The name of a plan, which dates nothing: “十四五”规划, but “十四五”规划期.
_NAMED = "[^,。;:、“”\\n]{0,14}?(?:规划|纲要)(?!期)|(?:规划)?(?:计划|方案)"
# 2030年施政报告承诺, 2030-31年度财政预算案宣布: a speech of that year, as Hong Kong quotes it.
_ADDRESS = "(?:的|度)?(?:{speeches})[^,。;:\\n]{0,4}?(?:{announcing})"
# What a year is a measure of: 是2018年的2.4倍, 相当于2019年产值的12%.
_MEASURED = r"(?:{equated-before})$"
_MEASURE = r"度?(?:的|同期)?[^,。;\d]{0,14}?[\d.两一二三四五六七八九十]+多?(?:倍|%|成)"
_WINDOW = 18  # characters on either side of its sign that a date may extend to
_DEADLINE = "(?:{deadline-before})$"
_AS_OF = "(?:{as-of-before})$"
_AS_OF_BEHIND = "{as-of-behind}"
_FROM = "(?:{compared-before})$"
# 相较疫情前之108年度.
# 恢复至2030年同期的82%: the level that is reached again.
_REGAINED = LazyPattern("(?:[回恢][复升]|达|相当|接近|超过|等)[至到于]?$")
_LEVEL = LazyPattern(r"的?(?:同期|[约近逾超]?[\d.一二三四五六七八九]{1,5}(?:%|成)|水平)")
_FROM_FAR = "[比较][^,。;比较\\d]{1,8}[之的]$"
# 增加至2030年的5万个: what is reached in a year, not by it.
_CHANGED = LazyPattern("[增升提降减扩缩压涨跌][加高升少低大小短]?[至到]$")
_BEHIND = "{deadline-behind}"
_SINCE = "{since-behind}"
_NEAR = 4
_FAR = 12
_SPOKEN = 120  # characters behind a date in which a month is of its year
_TITLE = 60  # characters back to the mark that opens a title


class DateMention(NamedTuple):
    """A date at its place in the text.

    Args:
        start, end: Its offsets.
        when: The date; `ClauseView.locate_date` gives its span in the original.
        compared: Whether something is compared with it: 比2015年, 较上年, 是2018年的2.4倍.
        named: Whether it stands in the name of a plan or a document, and dates nothing.
    """

    start: int
    end: int
    when: DateRef
    compared: bool
    named: bool


def find_dates(
    text: str,
    year: int | None,
    cues: TargetCues,
    *,
    roc: bool = False,
    month: int | None = None,
    after: bool = False,
) -> list[DateMention]:
    """Find the dates and periods of a folded text, from left to right.

    Args:
        text: The text.
        year: The document's own year, or None.
        cues: The cues.
        roc: Whether bare years of two and three digits count from 1912, as in Taiwan: 113年.
        month: The month of the document's own date, or None.
        after: Whether 未来5年 are the years after the document's own, as in Hong Kong's speeches.
    """
    mentions: list[DateMention] = []
    for match in _find_matches(text, cues):
        if match["roc"] and not (roc or match["era"] or (match["tail"] == "度" and len(match["roc"]) == 3)):
            continue
        is_roc = match["roc_from"] or match["roc_years"] or match["han_roc"]
        own = year
        if match["joined"]:
            own = _find_year_spoken_of(text, match.start(), mentions, None) or year
        elif match["bare"] or match["opening"]:
            own = _find_year_spoken_of(text, match.start(), mentions, year)
        days = resolve_days(match, own, cues, month) if roc or not is_roc else None
        if days is None:
            continue
        first, last, grain = days
        if after and match["coming"] and last:
            last = f"{int(last[:4]) + 1}{last[4:]}"
        before = text[max(match.start() - _NEAR, 0) : match.start()]
        role = _decide_role(text, match, before, grain, cues)
        ranged = bool(mentions) and text[mentions[-1].end : match.start()] in ("至", "到")
        if role == "deadline" and ranged:
            role = "period"  # 2024年末至2025年: the end of a range, not a deadline
        when = DateRef(match[0], Span(*match.span()), first, last, grain, role)
        compared, named = _is_compared(text, match, before, cues), _is_named(text, match, cues)
        mention = DateMention(match.start(), match.end(), when, compared, named)
        whole = ranged and mentions[-1].end - mentions[-1].start <= _WINDOW  # no end of a range itself
        if whole and grain == mentions[-1].when.grain == "period":
            mention = _join_years(text, mentions.pop(), mention)
        mentions.append(mention)
    return mentions


def _find_year_spoken_of(text: str, at: int, mentions: list[DateMention], own: int | None) -> int | None:
    """Return the year that a month is of: that of the date before, or of the document: 2030年度截至6月底.

    In a document with a year of its own, an earlier one counts to the end of its line: 2030年,效益提升,1至11月实现利润5亿元.
    """
    last = next((one for one in reversed(mentions) if not one.compared and not one.named), None)
    if last is None or last.when.end is None or last.when.grain == "period" or at - last.end > _SPOKEN:
        return own
    spoken_of = int(last.when.end[:4])
    if own is None:
        return spoken_of
    is_over = spoken_of < own and last.when.role == "period" and last.when.grain in ("year", "month", "day")
    return spoken_of if is_over and text.find("\n", last.end, at) < 0 else own


def _join_years(text: str, first: DateMention, last: DateMention) -> DateMention:
    """Join the two ends of a range of years that have two numbers each: 2012-13年度至2017-18年度."""
    when = last.when._replace(
        text=text[first.start : last.end],
        span=Span(first.start, last.end),
        start=first.when.start,
        role="period",
    )
    return last._replace(start=first.start, when=when)


def _is_compared(text: str, match: re.Match[str], before: str, cues: TargetCues) -> bool:
    patterns = cues.patterns
    if compared := patterns[_FROM].search(before):
        # 由2030年10月至2031年9月 is a period, with both its ends.
        if compared[0][-1] in "从自由" and (match["month_from"] or _is_span(match) or match["roc_from"]):
            return False
        return not patterns[_SINCE].match(text, match.end())
    if _REGAINED.search(before) and _LEVEL.match(text, match.end()):
        return True
    if patterns[_FROM_FAR].search(text, max(match.start() - _FAR, 0), match.start()):
        return True
    return bool(patterns[_MEASURED].search(before) and patterns[_MEASURE].match(text, match.end()))


def _is_span(match: re.Match[str]) -> bool:
    """Return whether a range of years is more than one fiscal year: 2030-2034年, not 2030-31年度."""
    if match["from"] is None:
        return False
    return not (match[0].endswith("度") and int(match["until"][-2:]) == (int(match["from"]) + 1) % 100)


def _is_named(text: str, match: re.Match[str], cues: TargetCues) -> bool:
    start = match.start()
    if text.startswith(("《", "的《"), match.end()):  # 2030年《施政报告》提出
        return True
    if cues.patterns[_ADDRESS].match(text, match.end()):
        return True
    if text.rfind("《", max(start - _TITLE, 0), start) > text.rfind("》", max(start - _TITLE, 0), start):
        return True
    is_period = match["plan"] or match["nth"]
    return bool(is_period and cues.patterns[_NAMED].match(text, match.end()))


def _find_matches(text: str, cues: TargetCues) -> Iterator[re.Match[str]]:
    """Find the matches of `_DATE`, only around the signs that every match holds, to stay fast."""
    done, pattern = 0, cues.patterns[_DATE]
    for sign in cues.patterns[_SIGN].finditer(text):
        if sign.start() < done:
            continue
        for match in pattern.finditer(text, max(sign.start() - _WINDOW, done), sign.end() + _WINDOW):
            # A match behind the sign may be cut off by the window; its own sign finds it.
            if match.start() > sign.start():
                break
            if match.end() > sign.start():
                done = match.end()
                yield match
                break


def _decide_role(text: str, match: re.Match[str], before: str, grain: Grain, cues: TargetCues) -> Role:
    patterns = cues.patterns
    if patterns[_AS_OF].search(before) or patterns[_AS_OF_BEHIND].match(text, match.end()):
        return "as-of"
    if patterns[_SINCE].match(text, match.end()):
        return "from"
    if patterns[_BEHIND].match(text, match.end()) or (
        patterns[_DEADLINE].search(before)
        and (grain != "period" or match["plan_end"])
        and not _CHANGED.search(before)
    ):
        return "deadline"
    if match["within"]:
        return "deadline"
    if match["plan_end"] or match["g_year"] or match["h_year"] or match[0][-1:] in ("底", "末"):
        return "as-of"
    return "period"
