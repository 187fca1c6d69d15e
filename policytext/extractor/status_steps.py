"""The kinds of evidence for the status of a figure: each says what it finds, or nothing.

`rules/targets/status.yaml` weighs them; `status.decide_status` asks them in that order.

>>> sorted(STEPS)[:3]
['budget', 'clause', 'comparison']
"""

import re
from collections.abc import Callable, Iterable, Iterator

from policytext.extractor.status_evidence import (
    DONE_SURELY,
    WILL,
    Case,
    Found,
    continue_forecast,
    decide_by_budget,
    decide_by_date,
    decide_by_goal,
    lies_ahead,
)
from policytext.extractor.status_surroundings import (
    decide_by_imperative,
    decide_by_kind,
    decide_by_last_year,
    decide_by_part,
    decide_by_past_year,
    decide_by_promise_behind,
    decide_by_reported_plan,
    decide_by_wording,
    inherit,
    is_review,
)
from policytext.extractor.time_frames import find_frames
from policytext.text.lazy_patterns import LazyPattern

# Templates: a slot in braces is a list in `rules/targets`.
_DONE = f"{DONE_SURELY}|{{accumulating-cues}}"
_ACCUMULATING = "{accumulating-cues}"
_MUST = "{clause-target-cues}"
_COMING = "(?:{coming-years})[两一二三四五六七八九十\\d]{1,2}个?年|下一?个[两一二三四五六七八九十\\d]{1,2}年"
# 规划115年开放2万名, 规划增设5处: what is planned in Taiwan.
_PLANNED = (
    "(?<![”市土体原都如按依])规划(?=[于在自]|1[0-3]\\d年|20[2-9]\\d年|[明今来]年|未来|(?:{counting-verbs}))"
    "|预定(?=[于在]|1[0-3]\\d年|20[2-9]\\d年|[明今来]年)"
)
# Cues that promise even in a review.
_REVIEW_MUST = "{review-target-cues}"
_PRESENT = "(?<![从由自较比至到])(?:{present-words})"
_INTENDED = LazyPattern("计划|规划|[拟达]|会(?![展议员计社所场长费])|预(?!期寿命|算|防)")
# 提前达成今年35%目标: a goal that is reached.
_MET = LazyPattern(
    "(?:超额|提前|提早|如期|已|均|皆|都|成功|顺利|正式|圆满|全面)(?:达成|达到|完成|突破)[^,;。]{0,28}目标"
)
_LEAD_IN = "{lead-in-cues}"
# 总人口将升至800万人; 如果全部落实,可以提供9000个名额: what comes of itself, or on a condition.
_PROJECTED = "(?:{projected-nouns})[^,。;:]{0,12}?[将会][^,。;]{0,24}$|(?:如果|若果?|倘若|一旦)[^。;]{2,48}?,[^。;]{0,24}?(?:可以?|能够?)(?=提供|增加|节省|容纳|释出)"

_COMPARED = LazyPattern(
    "(?:相?(?:比|较)(?![重例率值达])|[高低多少优]于|不如)[^,。;多少高低大小快慢增减升降长短提]{1,24}"
)
# 较2030年改善5.5%: a change, though its verb names no direction.
_BETTERED = LazyPattern("(?:改善|恶化|进步|退步|收窄|收敛|好转)了?约?$")
_DISTANCE = LazyPattern(r"[\d.]+\s*多?个百分点")
_GROUND = LazyPattern("[^,。;]{1,24}?的?基础上")
_IN_NAME = LazyPattern("“[^”,。;:]*$")
_LONGEST_NAME = 10  # characters on either side of a cue that a quoted name extends to
_AIMS = ("目标", "力争", "争取")
_OF_PLAN = LazyPattern("占[^,。;:、占]{0,8}$")
# 完成年度计划的96%, 为调整预算(9亿元)的98%: a share of a plan is a result.
_KEPT = LazyPattern(
    "(?:[占为](?!国家|总)|完成|达到?|超过?)(?![^,。;:]{0,8}(?:力争|确保))[^,。;:、占为]{0,14}"
    "(?:预算|计划|目标|任务|时序?进度)[数值]?(?:\\([^()]{1,40}\\))?的?[近约超]?过?$"
)
_SHARE = LazyPattern(r"[\d.,]+ ?%")
_NEAR = 16  # characters on either side of a figure in which a normative word counts
_LEAD = 120  # characters at the end of a lead-in that are searched


def _decide_by_quotation(case: Case) -> Found:
    quoted = case.view.cues.quoted.search(case.view.text, case.sentence[0], case.figure)
    return ("quoted", quoted[0]) if quoted else None


def _decide_by_forecast(case: Case) -> Found:
    text = case.view.text
    forecast = case.view.cues.forecast.search(text, case.sentence[0], case.figure)
    if not forecast and case.view.region != "mainland":
        forecast = case.view.cues.patterns[_PROJECTED].search(text, case.sentence[0], case.figure)
    if not forecast or "目标" in text[forecast.start() : case.figure]:
        return None
    # 预计年底通车,截至8月底进度达93%: what is expected in an earlier clause is another one's.
    comma = text.find(",", forecast.end(), case.figure)
    if comma >= 0 and case.view.cues.patterns[DONE_SURELY].search(text, comma, case.figure):
        return None
    return "forecast", forecast[0]


def _decide_by_share_of_plan(case: Case) -> Found:
    """Return ``achieved`` for a share of a plan or a budget, unless its clause or its date promises it."""
    text, start = case.view.text, case.clause[0]
    kept = _KEPT.search(text, start, case.figure) if _SHARE.match(text, case.figure) else None
    if kept is None or (case.frame and case.frame.part == "plan"):
        return None
    before = text[start : kept.start()]
    is_promised = any(pattern.search(before) for pattern in _find_target_patterns(case))
    is_ahead = decide_by_date(case.when, case.view.year, case.frame) == "target"
    return None if is_promised or is_ahead else ("achieved", kept[0])


def _decide_by_comparison(case: Case) -> Found:
    """Return ``baseline`` for a figure that others are only compared with: 较今年3亿元有所增加, 在1200元的基础上."""
    text, (start, end), figure = case.view.text, case.clause, case.figure
    compared = _COMPARED.fullmatch(text, start, figure)
    # 高于全国1.7个百分点: the distance is an indicator of its own.
    changed = compared and (case.view.cues.changing.search(compared[0]) or _BETTERED.search(compared[0]))
    if compared and not _DISTANCE.match(text, figure) and not changed:
        return "baseline", compared[0]
    grounded = _GROUND.match(text, figure, end)
    return ("baseline", "基础上") if grounded and "在" in text[start:figure] else None


def _decide_by_norm(case: Case) -> Found:
    normative = case.view.cues.normative.search(
        case.view.text, max(case.clause[0], case.figure - _NEAR), min(case.figure + _NEAR, case.clause[1])
    )
    binds = normative and (
        case.when is None or case.when.role in ("deadline", "from") or case.view.is_promising
    )
    return ("target", normative[0]) if normative and binds else None


def _decide_by_date(case: Case) -> Found:
    frame = case.frame or find_frames(case.view).document
    status = decide_by_date(case.when, case.view.year, frame)
    # 2030年度审计工作报告: 2030年7月至2031年6月 is over, since the review comes in the next year.
    if status == "target" and frame and frame.part == "review" and case.when and case.when.end:
        status = None if int(case.when.end[:4]) == (case.view.year or 0) + 1 else status
    # 至110年累计8万个,送托率成长至17%: what is reached at one date is reached in the next clause, too.
    if status == "target" and case.view.year is None and case.is_continued and case.inherited == "achieved":
        status = "achieved"
    # 统计至108年12月底达76%; 截至109年3月底达45%: what lies before the day of the report is over.
    if (
        status == "target"
        and case.when
        and case.view.year is None
        and (case.when.end or "") < case.view.latest_count
    ):
        status = "achieved"
    if status is None and case.when and case.when.end is None and (years := lies_ahead(case.view, case.when)):
        status = "target" if years > 0 else "achieved"
    return (status, case.when.text) if status and case.when else None


def _decide_by_clause(case: Case) -> Found:
    """Return the status that the cues of the figure's own clause give."""
    view, cues, frame, clause = case.view, case.view.cues, case.frame, case.text
    # 确保, 争取 and 将 also tell what was done; only a few cues promise in a review.
    in_review = frame is not None and frame.part == "review"
    patterns = _find_target_patterns(case)
    # 目前约15GW、年底目标为18GW: what is promised behind the figure is another one's.
    if present := cues.patterns[_PRESENT].search(view.text, case.clause[0], case.figure):
        intended = (*patterns, _INTENDED.compiled)
        if not any(pattern.search(view.text, case.clause[0], case.figure) for pattern in intended):
            return "achieved", present[0]
    if met := _MET.search(clause):
        return "achieved", met[0]
    if promise := next(
        (cue for pattern in patterns for cue in _find_cues(pattern, clause, 0, len(clause))), None
    ):
        return "target", promise[0]
    done = cues.patterns[_DONE].search(clause)
    if not done:
        coming = None if in_review else cues.patterns[_COMING].search(clause)
        return ("target", coming[0]) if coming else None
    # 到2030年累计降低17%: a sum may still be in the future.
    by_date = decide_by_date(case.when, view.year, frame) if view.year is not None else None
    ahead = by_date == "target" or (by_date is None and frame is not None and frame.part == "plan")
    if cues.patterns[_DONE].search(cues.patterns[_ACCUMULATING].sub("", clause)):
        return "achieved", done[0]
    # A list of tasks adds up what is to be built: 新增20户(累计30户).
    if not ahead and frame is None and by_date is None and view.is_promising:
        return None
    return "target" if ahead else "achieved", done[0]


def _find_target_patterns(case: Case) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of the cues that make a figure a target where it stands."""
    view, cues = case.view, case.view.cues
    if case.frame and case.frame.part == "review":
        return (cues.patterns[_REVIEW_MUST],)
    # 争取 and 确保 tell what was done in a document that reviews, 要 does not.
    if case.frame is None and is_review(view):
        return cues.patterns[_MUST], cues.patterns[_REVIEW_MUST]
    patterns = (cues.patterns[_MUST], cues.target)
    if view.region == "mainland":
        return patterns
    return (*patterns, cues.patterns[WILL if view.region == "hk" else _PLANNED])


def _decide_by_cue(case: Case) -> Found:
    """Return the status that the last cue before the figure in its sentence gives."""
    text, cues, figure = case.view.text, case.view.cues, case.figure
    if _follows_target_lead_in(case):
        return "target", "目标"
    part = case.frame.part if case.frame else None
    # In a plan, 取得 and 首次 tell of what is to come; in a review, 确保 of what was done.
    done_cues = cues.patterns[DONE_SURELY] if part == "plan" else cues.achieved
    must_cues = _find_target_patterns(case)
    done = _find_last_cue((done_cues,), text, case.sentence[0], figure)
    must = _find_last_cue(must_cues, text, case.sentence[0], figure)
    if done[0] == must[0]:
        return None
    return ("achieved", done[1]) if done[0] > must[0] else ("target", must[1])


def _find_last_cue(patterns: Iterable[re.Pattern[str]], text: str, start: int, end: int) -> tuple[int, str]:
    """Return the end of the last match of some patterns, and its words; -1 without any."""
    cues = (cue for pattern in patterns for cue in _find_cues(pattern, text, start, end))
    return max(((cue.end(), cue[0]) for cue in cues), default=(-1, ""))


def _find_cues(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the matches of a cue, but none inside a quoted name (“两个确保”) or in what a share is of (占年度目标的90%)."""
    for cue in pattern.finditer(text, start, end):
        name = text.find("”", cue.end(), min(cue.end() + _LONGEST_NAME, end))
        is_quoted = name >= 0 and _IN_NAME.search(text, max(cue.start() - _LONGEST_NAME, start), cue.start())
        of_plan = cue[0] in _AIMS and _OF_PLAN.search(
            text, max(cue.start() - _LONGEST_NAME, start), cue.start()
        )
        if not is_quoted and not of_plan:
            yield cue


def _follows_target_lead_in(case: Case) -> bool:
    """Return whether a lead-in such as 主要预期目标是： stands before the line, or above its list of items."""
    view, sentence = case.view, case.sentence
    text = view.text
    line = view.line_start(sentence[0])
    lead_in = view.find_lead_in(line)
    if lead_in is None:
        return False
    chain = view.section_chain(sentence[0])
    item = bool(chain) and view.text_view.shortened_offset(chain[-1].span[0]) >= line
    if not item and (text.count("\n", lead_in[1], line) > 1 or view.find_first_word(line) < sentence[0]):
        return False
    words_before = re.split("。", text[max(lead_in[0], lead_in[1] - _LEAD) : lead_in[1]])[-1]
    promises = (*_find_target_patterns(case), case.view.cues.patterns[_LEAD_IN])
    return any(promise.search(words_before) for promise in promises)


#: The kinds of evidence; the table `status-evidence` weighs them.
STEPS: dict[str, Callable[[Case], Found]] = {
    "quotation": _decide_by_quotation,
    "share-of-plan": _decide_by_share_of_plan,
    "comparison": _decide_by_comparison,
    "forecast": _decide_by_forecast,
    "budget": decide_by_budget,
    "forecast-continued": continue_forecast,
    "clause": _decide_by_clause,
    "norm": _decide_by_norm,
    "date": _decide_by_date,
    "goal": decide_by_goal,
    "sentence": _decide_by_cue,
    "part": decide_by_part,
    "past-year": decide_by_past_year,
    "last-year": decide_by_last_year,
    "promise-behind": decide_by_promise_behind,
    "wording": decide_by_wording,
    "reported-plan": decide_by_reported_plan,
    "figure-before": inherit,
    "imperative-heading": decide_by_imperative,
    "kind-of-document": decide_by_kind,
}
