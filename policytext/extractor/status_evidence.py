"""Evidence for the status of a figure from its date, a list of goals, and the words of budgets."""

from typing import NamedTuple

from policytext.extractor.clauses import ClauseView
from policytext.extractor.frame_map import TimeFrame
from policytext.model.annotations import DateRef, Status
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

_NEAR = 16  # characters after a figure in which a word of budgets counts
_RESULT_REACH = 160  # characters behind a figure in which a word says how its budget was kept
_FAR = 400  # characters back to the beginning of a list of goals
# Templates: a slot in braces is a list in `rules/targets`.
_BUDGET = "{budget-cues}"
_SPENT = "{budget-done-cues}"
#: The same, but not where the sum is only compared: 较119年度决算数40万元增加10万元.
_SPENT_FIRST = "[^较比]*?(?:{budget-done-cues})"
_SUMS = "开支|支出|收入|预算|盈余|赤字|储备"
#: Words of what a sum comes to: 储备将达3000亿元.
_RESULT = "将(?:达|为|录得|增至|减至|有)"
_PLANNED_SUM = "(?<![比占达到成])(?:{planned-sums})$"
_GIVEN = "{budget-deeds}"
#: What came of a budget in Taiwan: 决算数, 应付数, 执行率.
_RESULTING = "[^较比]*?({budget-results})"
#: 财政预算案提出措施,包括豁免牌照费: what a budget proposes is promised.
_PROPOSED = LazyPattern("预算案[中内]?[亦并已]?(?:提出|建议|宣布|公布|推出)")
_SAME_PERIOD = LazyPattern("[较比][去上]年(?:度)?同期")
_GOAL = "目标[^。;:\\n]{0,16}?(?::|是|为)|(?:计划|总体|经济|年度|中期|长期)目标,"
#: Words behind a figure that is aimed at: 以维持空置率低于1.5%为目标.
AIM = "为目标"
_AIMED = LazyPattern("指标|目标")
_ACCOUNT = LazyPattern("决算")
#: Will, as Hong Kong's government promises: 我们会, and at the beginning of a clause 会 or 建议增拨.
WILL = (
    "(?:{promising-subjects})(?:{promising-will})|{promising-words}"
    "|(?:政府|当局|我们|局|署)计划(?=[本今明未在于会将再新推发兴设投扩提向拨增把就进申斥])"
    "|(?<![^,。;:、\\n])(?:会(?![议员展同见计谈商晤场址长费社])|建议(?=[再向把将由每在为额增拨注发提宽延调]))"
)
#: Cues that promise; a clause without them may continue a forecast.
_PROMISES = f"{WILL}|{{clause-achieved-cues}}|{{target-cues}}"
#: Cues that tell of results even in a plan.
# 提高了质量, but not 为了, 除了, 了解; 免除了.
COMPLETED = "[^\\W\\d](?<![为罢])(?<!(?<![免废清解消拆排])除)了(?![解结然])"
DONE_SURELY = f"{COMPLETED}|{{clause-achieved-cues}}"


#: A status, and the words that gave it; None without any.
Found = tuple[Status, str] | None


class Case(NamedTuple):
    """A figure as the kinds of evidence see it.

    Args:
        view: The document.
        clause, sentence: The spans around the figure, bounded.
        text: The clause, bounded.
        figure: The offset where the figure begins.
        when: Its date, or None.
        inherited: The status of the figure before it in the same paragraph, or None.
        is_continued: Whether the figure before has the same date.
        frame: The time frame of its place, or None.
    """

    view: ClauseView
    clause: Span
    sentence: Span
    text: str
    figure: int
    when: DateRef | None
    inherited: Status | None
    is_continued: bool
    frame: TimeFrame | None


def decide_by_date(when: DateRef | None, year: int | None, frame: TimeFrame | None) -> Status | None:
    """Return the status that a date gives against the document's year; that year itself is decided by the frame."""
    if when is None or when.end is None:
        return None
    if when.text.startswith("首") and when.role != "deadline":  # 首三季度: what is counted so far
        return "achieved"
    reviewed = frame is not None and frame.part == "review"
    if year is None:
        planned = frame.when.when.start if frame and frame.part == "plan" and frame.when else None
        if planned and when.end < planned:
            return "achieved"
        due: Status | None = "target" if when.role == "deadline" and not reviewed else None
        # “十四五”期末 may be to come.
        return "achieved" if when.role == "as-of" and when.grain != "period" else due
    last = int(when.end[:4])
    if last < year:
        return "achieved"
    if last > year and (when.role in ("deadline", "as-of") or int((when.start or when.end)[:4]) >= year):
        return "target"
    # A day of the document's own year: due, unless its part is a review.
    if when.role == "deadline":
        return None if reviewed else "target"
    if when.role == "as-of":
        return None if frame and frame.part == "plan" else "achieved"
    return None


def lies_ahead(view: ClauseView, when: DateRef) -> int:
    """Return by how many years a word for a year lies ahead: 1 for 明年, -1 for 去年; 0 for other dates."""
    words = view.text[slice(*when.span)] if view.text_view.is_whole else when.text
    years = view.cues.relative_years
    return next((years[words[:size]] for size in range(len(words), 1, -1) if words[:size] in years), 0)


def decide_by_goal(case: Case) -> Found:
    """Return ``target`` behind 主要预期目标：, to the end of the sentence, however many semicolons it holds."""
    view, text, figure = case.view, case.view.text, case.figure
    first = max(view.line_start(figure), figure - _FAR)
    first = max(first, text.rfind("。", first, figure) + 1)
    if view.cues.patterns[_GOAL].search(text, first, figure):
        return "target", "目标"
    return ("target", AIM) if text.find(AIM, figure, min(case.clause[1], figure + _NEAR)) >= 0 else None


def decide_by_budget(case: Case) -> Found:
    """Return the status of a sum that a budget sets for a year to come: a target, in Hong Kong a forecast."""
    view, text, (start, end), when = case.view, case.view.text, case.clause, case.when
    patterns = view.cues.patterns
    if view.region == "mainland" and (sum_ := patterns[_PLANNED_SUM].search(text, start, case.figure)):
        return "target", sum_[0]
    # 较去年同期减少2亿元: what came in or was spent so far.
    if _SAME_PERIOD.search(text, start, case.figure):
        return None
    named = patterns[_BUDGET].search(text, case.sentence[0], min(end, case.figure + _NEAR))
    if not named and not _estimates(case) and not view.is_budget_book:
        return None
    result = patterns[_RESULTING].match(text, start, case.figure) if view.region == "tw" else None
    if result and not result[1].endswith("余"):  # 岁入岁出賸余209亿元: what a budget leaves
        return None if patterns[_PROMISES].search(case.text) else ("achieved", result[1])
    if when and lies_ahead(view, when) < 0:
        return None
    if view.region == "tw" and (kept := _find_result_behind(case)):
        return "achieved", kept
    if view.region == "hk" and (proposed := _PROPOSED.search(text, case.sentence[0], case.figure)):
        return "target", proposed[0]
    search_spent = patterns[_SPENT_FIRST].match if view.region == "tw" else patterns[_SPENT].search
    if search_spent(text, case.sentence[0] if named else start, end) or (
        case.frame and case.frame.part == "review"
    ):
        return None
    if when and when.end and when.end[:4] < str(view.budget_year or ""):
        return None
    is_dated = when is not None and when.end is not None
    if view.region == "mainland" and (
        not is_dated or patterns[DONE_SURELY].search(text, start, end) or _is_account(view, case.figure)
    ):
        return None
    # 编列3亿元,迄3月底已办理5处: what was done in another clause.
    if view.region == "tw" and patterns[DONE_SURELY].search(text, start, case.figure):
        return None
    return ("forecast" if view.region == "hk" else "target"), ""


def _is_account(view: ClauseView, figure: int) -> bool:
    """Return whether a heading says that a budget's accounts follow: 一般公共预算收支决算情况."""
    return any(
        _ACCOUNT.search(view.text, *view.text_view.shortened_span(one.title_span))
        for one in view.section_chain(figure)
    )


def _find_result_behind(case: Case) -> str:
    """Return the word behind a figure that says how its budget was kept: 预算数5亿元,办理8项计划,累计实现数3亿元."""
    view, text, figure = case.view, case.view.text, case.figure
    last = min(case.sentence[1], figure + _RESULT_REACH)
    result = view.cues.patterns[_RESULTING].match(text, figure, last)
    if result is None or result[1].endswith("余"):  # 以历年岁计賸余3亿元弥平: where money is to come from
        return ""
    ends = [one.when.end for one in view.dates_between(figure, result.end()) if one.when.end]
    # 131年度续编5亿元,惟截至130年底执行率50%: a budget for a later year.
    own = (
        case.when
        if case.when and view.text_view.original_offset(case.sentence[0]) <= case.when.span[0]
        else None
    )
    later = own and own.end and ends and own.end[:4] > min(ends)[:4]
    return "" if later else result[1]


def _estimates(case: Case) -> bool:
    """Return whether a figure is a sum that Hong Kong's government estimates for a year to come, not one that it gives."""
    view, when, patterns = case.view, case.when, case.view.cues.patterns
    is_ahead = when and when.end and view.year and int(when.end[:4]) > view.year
    if view.region != "hk" or not (is_ahead or patterns[_RESULT].search(case.text)):
        return False
    return bool(
        patterns[_SUMS].search(view.text, case.sentence[0], case.figure)
        and not patterns[_GIVEN].search(view.text, case.clause[0], case.figure)
        and not patterns[WILL].search(case.text)
        and not _AIMED.search(view.text, case.sentence[0], case.figure)
    )


def continue_forecast(case: Case) -> Found:
    """Return ``forecast`` for a figure that continues one of Hong Kong's budget, whose 将 promises nothing."""
    view, patterns = case.view, case.view.cues.patterns
    if case.inherited != "forecast" or view.region != "hk" or patterns[_PROMISES].search(case.text):
        return None
    if decide_by_date(case.when, view.year, None) == "achieved":
        return None
    return ("forecast", "") if patterns[_SUMS].search(view.text, case.sentence[0], case.figure) else None
