"""The frame of a document: what it is, the year that it speaks in, the years that it reviews and plans, its region.

>>> find_years("东川市养老三年行动计划（2030—2032年）"), find_years("“十五五”规划"), find_years("2026-27年度财政预算案")
([Years(first=2030, last=2032)], [Years(first=2026, last=2030)], [Years(first=2026, last=2027)])
>>> find_years("第十五个五年规划和二〇三五年远景目标纲要"), find_years("114年度施政重點", roc=True)
([Years(first=2026, last=2030)], [Years(first=2025, last=2025)])
"""

from collections.abc import Iterator, Sequence

from policytext.model.document import Section
from policytext.model.front_matter import DocumentKind, Frame, Region, Years
from policytext.outliner.document_kinds import find_issued_kind, find_kind, find_kind_of_opening
from policytext.outliner.front_matter import FrontMatter
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import ROC_EPOCH, WIDE_DIGITS, YEAR_DIGITS, parse_ordinal
from policytext.text.spacing import remove_spaces

_HAN_YEAR = LazyPattern(
    "[一二][〇○零一二三四五六七八九]{3}(?:(?:[—－–/／]|年?至)[〇○零一二三四五六七八九]{2,4})?(?=年|[—－–/／至])"
)
#: Goals beyond the period of a plan, and those that a headline of the press names: 2030年目标：覆盖率达80%.
_VISION = LazyPattern(r"[和与及、]?\d{4}年(?:[远遠]景[^，。]*|目[标標](?=[\s：:，,]|[^\W\d_]{0,12}\d))")
_YEARS = LazyPattern(
    r"(?P<first>(?<!\d)(?:19|20)\d\d)年?(?:[度\s]*)[—－–~～至到/／-]+\s?(?P<last>(?:19|20)\d\d|\d\d(?=年度|[)）]|\b))"
    r"|(?P<plan>(?:十[一二三四五六七八九]?|[六七八九])五)(?=[”\"」』]|规划|規劃|时期|時期|期间|末|計畫|计划)|第(?P<ordinal>十?[一二三四五六七八九十])[个個]五年"
    r"|(?P<year>(?<!\d)(?:19|20)\d\d)(?=年)|(?P<roc>(?<!\d)(?:[5-9]\d|1[0-4]\d))(?=年度?)"
)
_ANY_YEAR = LazyPattern(r"[\d五]")
#: From the third five-year plan on, which began in 1966, each begins five years after the one before.
_FIRST_PLAN = 1951
#: What a title says of the years before these words.
_DONE = LazyPattern(
    r"^[^\d，。]{0,16}?(?:执行|執行|完成|[决決]算|[总總][结結]|[回][顾顧]|[进進]展|落[实實]|辦理情形|公[报報]|年[报報]|[实實]施(?:情[况況]|情形)|成就|成效|[评評]估)"
)
_TO_COME = LazyPattern(
    r"^[^\d，。]{0,16}?(?:草案|[计計][划劃畫]|[预預]算|安排|[规規][划劃]|方案|要[点點]|行[动動]|任务|任務|[实實]事|[纲綱]要|重[点點]|方[针針])"
)
_WORK_REPORT = LazyPattern(r"工作[报報]告|施政[报報]告")
#: The beginning of a work report without a title.
_SALUTATION = LazyPattern(
    r"各位代表\s*[：:,，](?=[\s\S]{0,300}(?:政府工作|工作[报報]告|过去(?:的)?[一五]年|過去(?:的)?[一五]年|本届政府))"
)
#: The headings of a report; the number of years of a government's term.
_REVIEW = LazyPattern(
    r"(?:(?P<year>(?:19|20)\d\d)年|(?P<term>过去五年|過去五年|五年[来來]|本届政府)|(?P<last>过去一年|過去一年|一年[来來]|去年))[^，。]{0,12}?(?:回[顾顧]|[总總][结結]|(?:执行|執行|完成)情[况況])"
)
_TASKS = LazyPattern(
    r"(?P<year>(?:19|20)\d\d)年[^，。]{0,8}?(?:工作(?:的)?(?:[总總][体體])?(?:要求|安排|部署|任[务務]|目[标標]|思路|重[点點]|建[议議])|(?:重[点點]|主要|政府)工作)"
)
_FIRST_LINE = LazyPattern(r"\s*([^\s|](?:[^\n。；;|\t]*[^\s。；;|])?)(?<![：:，,！!？?])[ \u3000\r]*(?:\n|$)")
_TERM = 5
_UPPER = 2
_LONGEST = 60
#: A day, but none that tells when something happened: 自2030年7月12日发生地震后.
_DAY = LazyPattern(r"(?:19|20)(?<![自从從][12][09])\d\d年\d{1,2}月\d{1,2}日(?!以来|以來|起|至|到|前|后|後)")
#: A line near the top that ends with a date, or with the time of day behind it: 2031.01.03, 日期：120-02-09, 記者 台北 2031-01-03 10:49,
#: 03/01/2031 17:20; words may follow the date behind a label: 日期:120-02-09資料來源:某部.
_CALENDAR_DAY = r"[-./](?:1[0-2]|0?[1-9])[-./](?:[12]\d|3[01]|0?[1-9])"
_NUMBERS = rf"(?P<year>(?:19|20)\d\d|1[0-4]\d){_CALENDAR_DAY}"
_DATED_LINE = LazyPattern(
    rf"^(?:[^\n\d:：。，,；;]{{0,24}}(?:[:： ]|(?<=[\u4e00-\u9fff])))?\s*(?:{_NUMBERS}|(?:[12]\d|3[01]|0?[1-9])/(?:1[0-2]|0?[1-9])/(?P<year_behind>(?:19|20)\d\d))"
    r"(?:[ T]+\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?: ?[A-Z]{3})?)?\s*$",
    8,
)
#: A line of a web page with the time of its publication: 2031-03-08 11:21 来源：某网, 来源：某网 | 发布时间：2031-03-08.
_POSTED_LINE = LazyPattern(
    rf"^(?:[^\n，。；]{{0,60}}?(?:发布|發佈|更新)?(?:时间|時間|日期)[:：]\s*(?P<posted>(?:19|20)\d\d){_CALENDAR_DAY}(?!\d)"
    rf"|[^\n，。；]{{0,60}}?(?<!\d)(?P<year>(?:19|20)\d\d){_CALENDAR_DAY}[ \u3000]{{0,4}}\d{{1,2}}[:：]\d\d(?!\d))",
    8,
)
_LABELLED_DAY = LazyPattern(
    rf"^\s*(?:[^\n\d:：]{{0,4}}(?:日期|時間|时间)\s*[:：]|date:?) ?{_NUMBERS}(?!\d)", 10
)
#: Said in a plan for a year that is to come.
_NEXT_YEAR = LazyPattern("明年|来年度|來年度")
_OPENING = 300
_REACH = 2_000  # characters in which a budget names its year
_STATUTE: DocumentKind = "law"
_REPORT: DocumentKind = "report"
_PLANS: tuple[DocumentKind, ...] = ("plan", "budget")
_REPORTS: tuple[DocumentKind, ...] = ("report", "communique", "budget", "speech")


def find_frame(text: str, front: FrontMatter, sections: Sequence[Section], region: Region | None) -> Frame:
    """Find the frame of a document.

    Args:
        text: the text.
        front: its front matter.
        sections: its outline.
        region: whose institutions speak.
    """
    kind = _find_kind(text, front, sections)
    attached = _find_attached_kind(front)
    titles = [title.text for title in front.titles if title.role != "annex"] or _find_first_line(
        text, sections
    )
    # What follows reads years and days, which some editors set apart or in wide digits: 2030 年, １９９８年.
    titles, text = [_plain(title) for title in titles], _plain(text[:_REACH])
    roc = region == "tw"
    named = [(years, done) for title in titles for years, done in _read_title(title, roc=roc)]
    is_report = bool(_WORK_REPORT.search(front.title or "") or _SALUTATION.search(text, 0, _OPENING))
    headings = list(_read_headings(sections)) if is_report or not front.date else []
    year = _find_year(text, front, named, headings, elsewhere=region in ("hk", "mo", "tw"))
    review = next((years for years, done in named if done), None)
    plan = next((years for years, done in named if done is False), None)
    if is_report and year:
        return Frame(kind or _REPORT, attached, year, *_find_report_years(year, headings), region)
    if named and review is None and plan is None:
        carried = attached or kind
        if carried in _PLANS:
            plan = named[0][0]
        elif carried in _REPORTS and (not front.date or named[0][0].last < int(front.date[:4])):
            review = named[0][0]
    if kind == "budget" and review is None and plan is None:
        plan = _find_fiscal_year(text, year)
    return Frame(kind, attached, year, review, plan, region)


def _plain(text: str) -> str:
    return remove_spaces(text).translate(WIDE_DIGITS)


def _find_fiscal_year(text: str, year: int | None) -> Years | None:
    """Return the fiscal year that a budget without years in its title names first: 2030/31年度, not one that is over."""
    opening = _write_years_in_digits(text[:_REACH])
    for match in _YEARS.finditer(opening):
        years = _read_years(match.groupdict(), roc=False) if opening.startswith("年度", match.end()) else None
        if years and years.last == years.first + 1 and (year is None or years.last > year):
            return years
    return None


def _find_first_line(text: str, sections: Sequence[Section]) -> list[str]:
    """Return the first line of a text without a title, if it may name the years that it is for."""
    line = _FIRST_LINE.match(text)
    if line is None or len(line[1]) > _LONGEST or (sections and sections[0].span[0] < line.end()):
        return []
    return [line[1]]


def _find_kind(text: str, front: FrontMatter, sections: Sequence[Section]) -> DocumentKind | None:
    kinds = (find_kind(title.text) for title in front.titles if title.role in ("main", "subtitle"))
    kind: DocumentKind | None = next(filter(None, kinds), None)
    if kind is None:
        kind = find_kind_of_opening(text)
    # Taiwan calls ordinances standards.
    if kind == "standard" and any(
        part.kind == "article" for section in sections[:3] for part in section.walk()
    ):
        return _STATUTE
    return kind


def find_years(title: str, *, roc: bool = False) -> list[Years]:
    """Return the years and periods that a title names, in order.

    Args:
        title: the title.
        roc: whether 114年 is a year of the Republic of China.
    """
    return [years for years, _ in _read_title(title, roc=roc)]


def _write_years_in_digits(words: str) -> str:
    """Return words with their years in Arabic digits: 二〇三五年 as 2035年."""
    return _HAN_YEAR.compiled.sub(lambda year: year[0].translate(YEAR_DIGITS), words)


def _read_title(title: str, *, roc: bool) -> Iterator[tuple[Years, bool | None]]:
    """Yield the years that a title names, and whether it reviews them; None where it does not say."""
    title = _VISION.compiled.sub("", _write_years_in_digits(title))
    for match in _YEARS.finditer(title) if _ANY_YEAR.search(title) else ():
        years = _read_years(match.groupdict(), roc=roc)
        if years is not None:
            behind = title[match.end() :].lstrip('年度-—–)）”"」 ')
            done = True if _DONE.match(behind) else False if _TO_COME.match(behind) else None
            yield years, done


def _read_years(found: dict[str, str | None], *, roc: bool) -> Years | None:
    if first := found["first"]:
        last = int(f"{first[:2]}{found['last']}" if len(found["last"] or "") == 2 else found["last"] or first)
        return Years(int(first), last) if int(first) < last <= int(first) + 50 else None
    if plan := (found["plan"] or "").removesuffix("五") or found["ordinal"]:
        number = parse_ordinal(plan) or 0
        start = _FIRST_PLAN + 5 * number
        return Years(start, start + 4) if number > 2 else None
    if found["roc"]:
        year = int(found["roc"]) + ROC_EPOCH
        return Years(year, year) if roc else None
    return Years(int(found["year"] or 0), int(found["year"] or 0))


def _find_attached_kind(front: FrontMatter) -> DocumentKind | None:
    """Return what a document issues: by the title of what is attached, or by its own title."""
    attached = next((title.text for title in front.titles if title.role == "attached"), None)
    if attached and (kind := find_kind(attached)):
        return kind
    return find_issued_kind(front.titles[0].text) if front.titles else None


def _find_year(
    text: str,
    front: FrontMatter,
    named: Sequence[tuple[Years, bool | None]],
    headings: Sequence[tuple[str, int]],
    *,
    elsewhere: bool,
) -> int | None:
    """Return the year that a document speaks in: of its date, title, headings, of a day at its beginning, or of its name."""
    own = front.date or next(
        (date.date for date in front.dates if date.role in ("delivered", "issued")), None
    )
    if own:
        return int(own[:4])
    if dated := _DATED_LINE.search(text, 0, _OPENING) or _LABELLED_DAY.search(text, 0, _OPENING):
        written = dated["year"] or dated["year_behind"]
        return int(written) + (ROC_EPOCH if len(written) == 3 else 0)
    if posted := _POSTED_LINE.search(text, 0, _OPENING):
        return int(posted["posted"] or posted["year"])
    # On the mainland the plan of a year is made in that year.
    if elsewhere and (ahead := _find_year_ahead(text, named)):
        return ahead - 1
    if named:
        return max(map(_find_year_of, named))
    for role, year in headings:
        if role in ("tasks", "review"):
            return year + (role == "review")
    if day := _DAY.search(text, 0, _OPENING):
        return int(day[0][:4])
    if stated := next((date.date for date in front.dates if date.role in ("published", "file-name")), None):
        return int(stated[:4])
    return None


def _find_year_of(named: tuple[Years, bool | None]) -> int:
    """Return the year in which the years of a name are spoken of."""
    years, done = named
    # A plan for several years is made in, or before, the first of them, a review of them in the last or after it;
    # figures of one fiscal year (2030至31年度财务状况) are known at its end.
    is_fiscal = done is None and years.last == years.first + 1
    return years.last if done or is_fiscal else years.first


def _find_year_ahead(text: str, named: Sequence[tuple[Years, bool | None]]) -> int | None:
    """Return the year of a plan that speaks of it as the next one: 2031年度预算案, 预计明年度收入."""
    if len(named) != 1 or named[0][1] is not False:
        return None
    years = named[0][0]
    return years.first if years.last == years.first and _NEXT_YEAR.search(text, 0, _REACH) else None


def _read_headings(sections: Sequence[Section]) -> Iterator[tuple[str, int]]:
    """Yield what the upper headings review or plan: ("review", 2025), ("tasks", 2026), ("term", 0)."""
    for section in sections:
        if section.level < _UPPER:
            yield from _read_headings(section.sections)
        if section.title_span[1] - section.title_span[0] > _LONGEST:
            continue
        title = section.title.replace(" ", "").translate(WIDE_DIGITS)
        if "年" not in title and "本届政府" not in title:
            continue
        title = _write_years_in_digits(title)
        if tasks := _TASKS.search(title):
            yield "tasks", int(tasks["year"])
        elif review := _REVIEW.search(title):
            if review["year"]:
                yield "review", int(review["year"])
            elif review["term"]:
                yield "term", 0


def _find_report_years(year: int, headings: Sequence[tuple[str, int]]) -> tuple[Years, Years]:
    """Return the years that a work report of a year reviews and plans."""
    roles = {role for role, _ in headings}
    reviewed = next((number for role, number in headings if role == "review" and number < year), year - 1)
    first = year - _TERM if "term" in roles else reviewed
    return Years(first, max(reviewed, first)), Years(year, year)
