"""Evidence for the status of a figure from what stands around it: its part, the figure before, the headings, the document."""

from policytext.extractor.clauses import ClauseView
from policytext.extractor.heading_commands import commands
from policytext.extractor.reported_plans import find_reported_plan
from policytext.extractor.status_evidence import Case, Found, lies_ahead
from policytext.extractor.status_headings import decide_by_heading, find_headings, is_in_article
from policytext.extractor.time_frames import find_frames
from policytext.model.annotations import Status
from policytext.text.lazy_patterns import LazyPattern

_RISING = LazyPattern("(?:按年|按季|按月)(?:实质)?[上下增减升跌]|年[增减](?!长率|幅)")
# 轮候时间为5.3年,目标在明年降至4.5年: a goal behind what there is.
_THEN_GOAL = LazyPattern(
    "(?:目标|预计|预期|计划|力争|争取|期望|并将|将)[^,。;:]{0,14}?[降增升提减缩扩][低加高升少短大]?[至到]"
)
_DEMANDING = ("law", "standard")
_STATUS: dict[str, Status] = {"review": "achieved", "plan": "target"}
_CHANGED = LazyPattern("[从由]\\S{1,24}?(?:增|升|降|减|提高|缩短|下跌|上涨)(?:加|少|低|高)?[至到为]")
_SET = LazyPattern(
    "控制在(?!了)|(?:任务|计划)[^,。;:]{0,16}?(?:安排|确定|设定)为|下达[^,。;]{2,24}?(?:任务|计划|指标)"
)
_PROMISE = LazyPattern("(?<=[,，;、])(?:确保|力争)(?!了)")
_OPENING = 300  # characters in which such a line stands
_SINCE = LazyPattern("(?m)^[^,。;:\n]{0,12}年以来[,，]?$")
_MARGIN = 1.0  # log-odds from which the wording of a paragraph decides: see `rules/targets/wording.yaml`
_BLOCK = 400  # characters: a paragraph is weighed with this much on either side of a block of this size
_LEAD = 120  # characters behind a figure in which its sentence may compare it with last year


def decide_by_part(case: Case) -> Found:
    """Return the status of the figures in a part that reviews or plans."""
    if case.frame:
        return _STATUS[case.frame.part], case.frame.when.when.text if case.frame.when else ""
    return decide_by_heading(case.view, case.figure, case.view.cues)


def decide_by_last_year(case: Case) -> Found:
    """Return ``achieved`` behind what is promised in another sentence, where a sentence compares with last year."""
    if case.inherited != "target" or case.view.region == "mainland":
        return None
    mentions = case.view.dates_between(case.sentence[0], min(case.sentence[1], case.figure + _LEAD))
    past = next((one for one in mentions if one.compared and lies_ahead(case.view, one.when) < 0), None)
    if past:
        return "achieved", past.when.text
    # 轮候时间为5.3年,目标在明年降至4.5年: what there is, before a goal for it.
    end = case.clause[1]
    if case.view.text.startswith(",", end) and (goal := _THEN_GOAL.match(case.view.text, end + 1)):
        return "achieved", goal[0]
    rising = _RISING.search(case.view.text, case.clause[0], case.figure)
    return ("achieved", rising[0]) if rising else None


def decide_by_wording(case: Case) -> Found:
    """Return the status that the wording of the paragraph gives where no heading and no title says which part it is of."""
    view = case.view
    # The words were weighed in reports of the mainland; a title and the articles of a statute say more.
    if view.region != "mainland" or case.frame or find_frames(view).document:
        return None
    if view.prepared.document.frame.kind in _DEMANDING or is_in_article(view, case.figure):
        return None
    weight = _weigh_paragraph(view, case.figure)
    if abs(weight) < _MARGIN:
        # The paragraphs beside it say what one alone does not.
        weight += sum(_weigh_paragraph(view, offset) for offset in _find_neighbours(view, case.figure))
        if abs(weight) < _MARGIN:
            return None
    return ("target" if weight > 0 else "achieved"), f"{weight:+.1f}"


def _find_neighbours(view: ClauseView, offset: int) -> list[int]:
    """Return an offset in the paragraph before, and one in the paragraph behind, where there are such."""
    start, end = view.line_start(offset), view.line_end(offset)
    return [*((start - 2,) if start > 1 else ()), *((end + 1,) if end + 1 < len(view.text) else ())]


def _weigh_paragraph(view: ClauseView, offset: int) -> float:
    """Return the log-odds that the paragraph of an offset plans, from its wording near the offset."""
    start, end = view.line_start(offset), view.line_end(offset)
    block = (offset - start) // _BLOCK
    weight = view.wordings.get((start, block))
    if weight is None:
        middle = start + block * _BLOCK
        text = view.text[max(start, middle - _BLOCK) : min(end, middle + 2 * _BLOCK)]
        weight = view.wordings[start, block] = view.cues.wording.weigh(text)
    return weight


def inherit(case: Case) -> Found:
    """Return the status of the figure before in the same paragraph."""
    return (case.inherited, "") if case.inherited else None


def decide_by_promise_behind(case: Case) -> Found:
    """Return ``target`` where the sentence goes on with a promise: 完成建设4千亩,确保面积在27万亩以上."""
    view = case.view
    if view.region != "mainland" or case.frame or is_review(view):
        return None
    promise = _PROMISE.search(view.text, case.figure, min(case.sentence[1], case.figure + _LEAD))
    return ("target", promise[0]) if promise else None


def decide_by_imperative(case: Case) -> Found:
    """Return ``target`` under an imperative heading; weak evidence, since reports of the past have them too."""
    if is_review(case.view, of_a_year=True):
        return None
    for title, _ in find_headings(case.view, case.figure):
        # The chapters of Hong Kong's and Macau's addresses begin so in every part.
        told = case.view.region == "mainland" and commands(title, case.view.cues)
        if told or case.view.cues.imperative_headings.search(title):
            return "target", title
    return None


def decide_by_reported_plan(case: Case) -> Found:
    """Return ``target`` in a report on a plan, an opinion or a notice that was issued: it tells what that demands."""
    reported = None if case.frame else find_reported_plan(case.view)
    if reported is None or case.figure < reported.span.end:
        return None
    return "target", reported.words


def is_review(view: ClauseView, *, of_a_year: bool = False) -> bool:
    """Return whether a document reviews as a whole, and with `of_a_year` names the year that it reviews."""
    document = find_frames(view).document
    return document is not None and document.part == "review" and (document.when is not None or not of_a_year)


def decide_by_past_year(case: Case) -> Found:
    """Return ``achieved`` for a year in a document that promises nothing and has no year of its own."""
    when = case.when
    if when is None or when.end is None or when.grain == "period" or when.role == "from":
        return None
    view = case.view
    if view.year is not None or view.is_promising:
        return None
    # 印发「十五五」规划,明确2030年指标: what a plan that is announced sets.
    if view.planned_from and when.end >= view.planned_from and when.role != "as-of":
        return "target", when.text
    # 2030年,城市人口控制在30万人以内: what is set.
    if bound := _SET.search(view.text, case.sentence[0], case.figure):
        return "target", bound[0]
    if reported := find_reported_plan(view):
        # 《“健康…2030”规划纲要》: its own year, and later ones, are to come.
        is_to_come = reported.year is not None and int(when.end[:4]) >= reported.year
        return (("target" if is_to_come else "achieved"), when.text) if reported.year else None
    # 预计至2030年将…; 2050年占比达60%: a later year than one that is to come is to come, too.
    is_ahead = view.first_deadline is not None and when.end >= view.first_deadline and when.role != "as-of"
    return ("target" if is_ahead else "achieved"), when.text


def decide_by_kind(case: Case) -> Found:
    """Return the status that figures of this kind of document have where nothing else decides."""
    view, cues = case.view, case.view.cues
    if frame := find_frames(view).document:
        return _STATUS[frame.part], ""
    # Articles of statutes and clauses of standards demand.
    if view.prepared.document.frame.kind in _DEMANDING or is_in_article(view, case.figure):
        return "target", ""
    if view.prepared.document.title:
        return "target" if view.is_promising else "achieved", ""
    # 2031年以来⏎新建学校3所: what a list of deeds is headed by.
    if _SINCE.search(view.text, 0, min(case.figure, _OPENING)):
        return "achieved", ""
    # Without a title, a clause in the imperative is a target, but not one that tells of a change: 经费从5亿元增至9亿元.
    if _CHANGED.search(case.text):
        return "achieved", ""
    verb = cues.verbs.match(case.text, cues.adverbs.match(case.text).end())  # type: ignore[union-attr]
    return "target" if view.plan_period or verb else "achieved", ""
