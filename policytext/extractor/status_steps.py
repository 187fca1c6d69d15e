"""The kinds of evidence for the status of a figure: each says what it finds, or nothing.

`rules/targets/status.yaml` weighs them; `status.decide_status` asks them in that order.

>>> sorted(STEPS)[:3]
['budget', 'clause', 'comparison']
"""

import re
from collections.abc import Callable, Iterable

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues
from policytext.extractor.heading_commands import commands
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
from policytext.extractor.status_headings import decide_by_heading, find_headings, is_in_article
from policytext.extractor.time_frames import find_frames
from policytext.model.annotations import Status
from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern

# Templates: a slot in braces is a list in `rules/targets`.
_DONE = f"{DONE_SURELY}|{{accumulating-cues}}"
_ACCUMULATING = "{accumulating-cues}"
_MUST = "{clause-target-cues}"
_COMING = "(?:{coming-years})[两一二三四五六七八九十\\d]{1,2}个?年|下一?个[两一二三四五六七八九十\\d]{1,2}年"
# 规划115年开放2万名, 规划增设5处: what is planned in Taiwan.
_PLANNED = (
    "(?<![”市土体原都])规划(?=[于在自]|1[0-3]\\d年|20[2-9]\\d年|[明今来]年|未来|(?:{counting-verbs}))"
    "|预定(?=[于在]|1[0-3]\\d年|20[2-9]\\d年|[明今来]年)"
)
# Cues that promise even in a review.
_REVIEW_MUST = "{review-target-cues}"
_PRESENT = "(?<![从由自较比至到])(?:{present-words})"
_INTENDED = compile_pattern("计划|规划|[拟会达]|预(?!期寿命|算|防)")
_RISING = compile_pattern("(?:按年|按季|按月)(?:实质)?[上下增减升跌]|年[增减](?!长率|幅)")
# 提前达成今年35%目标: a goal that is reached.
_MET = compile_pattern("(?:提前|提早|如期|已|均|皆|都|成功|顺利)(?:达成|达到|完成)[^,;。]{0,16}目标")
_DEMANDING = ("law", "standard")
_LEAD_IN = "{lead-in-cues}"
_STATUS: dict[str, Status] = {"review": "achieved", "plan": "target"}

_COMPARED = compile_pattern(
    "(?:相?(?:比|较)(?![重例率值达])|[高低多少优]于|不如)[^,。;多少高低大小快慢增减升降长短提]{1,24}"
)
_GROUND = compile_pattern("[^,。;]{1,24}?的?基础上")
_CHANGED = compile_pattern("[从由]\\S{1,24}?(?:增|升|降|减|提高|缩短|下跌|上涨)(?:加|少|低|高)?[至到为]")
_NEAR = 16  # characters on either side of a figure in which a normative word counts
_LEAD = 120  # characters at the end of a lead-in that are searched


def _decide_by_quotation(case: Case) -> Found:
    quoted = case.view.cues.quoted.search(case.view.text, case.sentence[0], case.figure)
    return ("quoted", quoted[0]) if quoted else None


def _decide_by_forecast(case: Case) -> Found:
    text = case.view.text
    forecast = case.view.cues.forecast.search(text, case.sentence[0], case.figure)
    if not forecast or "目标" in text[case.sentence[0] : case.figure]:
        return None
    # 预计年底通车,截至8月底进度达93%: what is expected in an earlier clause is another one's.
    comma = text.find(",", forecast.end(), case.figure)
    if comma >= 0 and case.view.cues.patterns[DONE_SURELY].search(text, comma, case.figure):
        return None
    return "forecast", forecast[0]


def _decide_by_comparison(case: Case) -> Found:
    """Return ``baseline`` for a figure that others are only compared with: 较今年3亿元有所增加, 在1200元的基础上."""
    text, (start, end), figure = case.view.text, case.clause, case.figure
    compared = _COMPARED.fullmatch(text, start, figure)
    if compared and not case.view.cues.changing.search(compared[0]):
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
    # 至110年累计8万个,送托率成长至17%: what is reached at one date is reached in the next clause, too.
    if status == "target" and case.view.year is None and case.is_continued and case.inherited == "achieved":
        status = "achieved"
    if status is None and case.when and case.when.end is None and (years := lies_ahead(case.view, case.when)):
        status = "target" if years > 0 else "achieved"
    return (status, case.when.text) if status and case.when else None


def _decide_by_part(case: Case) -> Found:
    if case.frame:
        return _STATUS[case.frame.part], case.frame.when.when.text if case.frame.when else ""
    return decide_by_heading(case.view, case.figure, case.view.cues)


def _decide_by_last_year(case: Case) -> Found:
    """Return ``achieved`` behind what is promised in another sentence, where a sentence compares with last year."""
    if case.inherited != "target" or case.view.region == "mainland":
        return None
    mentions = case.view.dates_between(case.sentence[0], min(case.sentence[1], case.figure + _LEAD))
    past = next((one for one in mentions if one.compared and lies_ahead(case.view, one.when) < 0), None)
    if past:
        return "achieved", past.when.text
    rising = _RISING.search(case.view.text, case.clause[0], case.figure)
    return ("achieved", rising[0]) if rising else None


def _inherit(case: Case) -> Found:
    return (case.inherited, "") if case.inherited else None


def _decide_by_clause(case: Case) -> Found:
    """Return the status that the cues of the figure's own clause give."""
    view, cues, frame, clause = case.view, case.view.cues, case.frame, case.text
    # 确保, 争取 and 将 also tell what was done; only a few cues promise in a review.
    in_review = frame is not None and frame.part == "review"
    patterns = (cues.patterns[_REVIEW_MUST],) if in_review else _find_target_patterns(view, cues)
    # 目前约15GW、年底目标为18GW: what is promised behind the figure is another one's.
    if present := cues.patterns[_PRESENT].search(view.text, case.clause[0], case.figure):
        intended = (*patterns, _INTENDED)
        if not any(pattern.search(view.text, case.clause[0], case.figure) for pattern in intended):
            return "achieved", present[0]
    if met := _MET.search(clause):
        return "achieved", met[0]
    for pattern in patterns:
        if promise := pattern.search(clause):
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


def _find_target_patterns(view: ClauseView, cues: TargetCues) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of the cues that make a figure of this document a target."""
    patterns = (cues.patterns[_MUST], cues.target)
    if view.region == "mainland":
        return patterns
    return (*patterns, cues.patterns[WILL if view.region == "hk" else _PLANNED])


def _decide_by_cue(case: Case) -> Found:
    """Return the status that the last cue before the figure in its sentence gives."""
    text, cues, figure = case.view.text, case.view.cues, case.figure
    if _follows_target_lead_in(case.view, case.sentence, cues):
        return "target", "目标"
    part = case.frame.part if case.frame else None
    # In a plan, 取得 and 首次 tell of what is to come; in a review, 确保 of what was done.
    done_cues = cues.patterns[DONE_SURELY] if part == "plan" else cues.achieved
    must_cues = (cues.patterns[_REVIEW_MUST],) if part == "review" else _find_target_patterns(case.view, cues)
    done = _find_last_cue((done_cues,), text, case.sentence[0], figure)
    must = _find_last_cue(must_cues, text, case.sentence[0], figure)
    if done[0] == must[0]:
        return None
    return ("achieved", done[1]) if done[0] > must[0] else ("target", must[1])


def _find_last_cue(patterns: Iterable[re.Pattern[str]], text: str, start: int, end: int) -> tuple[int, str]:
    """Return the end of the last match of some patterns, and its words; -1 without any."""
    cues = (cue for pattern in patterns for cue in pattern.finditer(text, start, end))
    return max(((cue.end(), cue[0]) for cue in cues), default=(-1, ""))


def _follows_target_lead_in(view: ClauseView, sentence: Span, cues: TargetCues) -> bool:
    """Return whether a lead-in such as 主要预期目标是： stands before the line, or above its list of items."""
    text = view.text
    line = view.line_start(sentence[0])
    lead_in = view.find_lead_in(line)
    if lead_in is None:
        return False
    chain = view.section_chain(sentence[0])
    item = bool(chain) and chain[-1].span[0] >= line
    if not item and (text.count("\n", lead_in[1], line) > 1 or view.find_first_word(line) < sentence[0]):
        return False
    words_before = re.split("。", text[max(lead_in[0], lead_in[1] - _LEAD) : lead_in[1]])[-1]
    promises = (*_find_target_patterns(view, cues), cues.patterns[_LEAD_IN])
    return any(promise.search(words_before) for promise in promises)


def _decide_by_imperative(case: Case) -> Found:
    """Return ``target`` under an imperative heading; weak evidence, since reports of the past have them too."""
    for title in find_headings(case.view, case.figure):
        # The chapters of Hong Kong's and Macau's addresses begin so in every part.
        told = case.view.region == "mainland" and commands(title, case.view.cues)
        if told or case.view.cues.imperative_headings.search(title):
            return "target", title
    return None


def _decide_by_past_year(case: Case) -> Found:
    """Return ``achieved`` for a year in a document that promises nothing and has no year of its own."""
    when = case.when
    if when is None or when.end is None or when.grain == "period" or when.role == "from":
        return None
    view = case.view
    if view.year is not None or view.is_promising:
        return None
    # 预计至2030年将…; 2050年占比达60%: a later year than one that is to come is to come, too.
    is_ahead = view.first_deadline is not None and when.end >= view.first_deadline and when.role != "as-of"
    return ("target" if is_ahead else "achieved"), when.text


def _decide_by_kind(case: Case) -> Found:
    """Return the status that figures of this kind of document have where nothing else decides."""
    view, cues = case.view, case.view.cues
    if frame := find_frames(view).document:
        return _STATUS[frame.part], ""
    # Articles of statutes and clauses of standards demand.
    if view.prepared.document.frame.kind in _DEMANDING or is_in_article(view, case.figure):
        return "target", ""
    if view.prepared.document.title:
        return "target" if view.is_promising else "achieved", ""
    # Without a title, a clause in the imperative is a target, but not one that tells of a change: 经费从5亿元增至9亿元.
    if _CHANGED.search(case.text):
        return "achieved", ""
    verb = cues.verbs.match(case.text, cues.adverbs.match(case.text).end())  # type: ignore[union-attr]
    return "target" if view.plan_period or verb else "achieved", ""


#: The kinds of evidence; the table `status-evidence` weighs them.
STEPS: dict[str, Callable[[Case], Found]] = {
    "quotation": _decide_by_quotation,
    "comparison": _decide_by_comparison,
    "forecast": _decide_by_forecast,
    "budget": decide_by_budget,
    "forecast-continued": continue_forecast,
    "clause": _decide_by_clause,
    "norm": _decide_by_norm,
    "date": _decide_by_date,
    "goal": decide_by_goal,
    "sentence": _decide_by_cue,
    "part": _decide_by_part,
    "past-year": _decide_by_past_year,
    "last-year": _decide_by_last_year,
    "figure-before": _inherit,
    "imperative-heading": _decide_by_imperative,
    "kind-of-document": _decide_by_kind,
}
