"""The status of a figure: target, achieved, forecast or quoted, decided by the nearest evidence.

The evidence, in order: the cues of its clause, its date against the document's own year, the cues of its sentence, the
headings, the figures before it, and the kind of document.
"""

import re

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues
from policytext.extractor.frame_map import TimeFrame
from policytext.extractor.status_evidence import (
    DONE_SURELY,
    WILL,
    continues_forecast,
    decide_by_budget,
    decide_by_date,
    decide_by_goal,
)
from policytext.extractor.time_frames import find_frames
from policytext.model.annotations import DateRef, Status
from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern

# Templates: a slot in braces is a list in `rules/targets`.
_DONE = f"{DONE_SURELY}|{{accumulating-cues}}"
_ACCUMULATING = "{accumulating-cues}"
_MUST = "{clause-target-cues}"
# Cues that promise even in a review.
_REVIEW_MUST = "{review-target-cues}"
_STATUS: dict[str, Status] = {"review": "achieved", "plan": "target"}
_HEADING_DONE = "[^\\W\\d]了(?!解)|“十[一二三四]?五”.{0,8}(?:{plan-review-nouns})"
_REVIEW = "{review-headings}"

_FORMAL_END = compile_pattern(r"(?:\([^()]{1,12}\)|[》\s.。])+$")
_NEAR = 16  # characters on either side of a figure in which a normative word counts
_LONG_TITLE = 60
_REACH = 400  # characters on either side of a figure that are searched, however long its sentence
_LEAD = 120  # characters at the end of a lead-in that are searched


def decide_status(
    view: ClauseView,
    clause: Span,
    sentence: Span,
    figure: int,
    when: DateRef | None,
    cues: TargetCues,
    inherited: Status | None,
) -> Status:
    """Decide the status of a figure.

    Args:
        view: The document.
        clause, sentence: The spans around the figure.
        figure: The offset where it begins.
        when: Its date, or None.
        cues: The cues.
        inherited: The status of the figure before it in the same paragraph, or None.
    """
    text = view.text
    sentence = Span(max(sentence[0], figure - _REACH), sentence[1])
    clause_text = text[max(clause[0], figure - _REACH) : min(clause[1], figure + _REACH)]
    if cues.quoted.search(text, sentence[0], figure):
        return "quoted"
    if cues.forecast.search(text, sentence[0], figure) and "目标" not in text[sentence[0] : figure]:
        return "forecast"
    frame = find_frames(view).frame_at(figure)
    if status := decide_by_budget(view, Span(*clause), sentence, figure, when, frame, cues):
        return status
    if inherited == "forecast" and continues_forecast(view, sentence, clause_text, figure, when, cues):
        return "forecast"
    if status := _decide_by_clause(view, clause_text, when, cues, frame):
        return status
    normative = cues.normative.search(text, max(clause[0], figure - _NEAR), min(figure + _NEAR, clause[1]))
    if normative and (
        when is None or when.role in ("deadline", "from") or _is_promising_document(view, cues)
    ):
        return "target"
    return (
        decide_by_date(when, view.year, frame or find_frames(view).document)
        or decide_by_goal(view, figure, cues)
        or _decide_by_cue(view, sentence, figure, cues, frame)
        or (_STATUS[frame.part] if frame else _decide_by_heading(view, figure, cues))
        or _decide_by_past_year(view, when, cues)
        or inherited
        or _decide_by_imperative(view, figure, cues)
        or _decide_by_document(view, clause_text, cues)
    )


def _decide_by_clause(
    view: ClauseView, clause: str, when: DateRef | None, cues: TargetCues, frame: TimeFrame | None
) -> Status | None:
    """Return the status that the cues of the figure's own clause give."""
    if frame and frame.part == "review":
        # 确保, 争取 and 将 also tell what was done; only a few cues promise in a review.
        if cues.patterns[_REVIEW_MUST].search(clause):
            return "target"
    elif any(pattern.search(clause) for pattern in _find_target_patterns(view, cues)):
        return "target"
    if not cues.patterns[_DONE].search(clause):
        return None
    # 到2030年累计降低17%: a sum may still be in the future.
    by_date = decide_by_date(when, view.year, frame) if view.year is not None else None
    ahead = by_date == "target" or (by_date is None and frame is not None and frame.part == "plan")
    ahead = ahead and not cues.patterns[_DONE].search(cues.patterns[_ACCUMULATING].sub("", clause))
    return "target" if ahead else "achieved"


def _find_target_patterns(view: ClauseView, cues: TargetCues) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of the cues that make a figure of this document a target."""
    patterns = (cues.patterns[_MUST], cues.target)
    return (*patterns, cues.patterns[WILL]) if view.region == "hk" else patterns


def _decide_by_cue(
    view: ClauseView, sentence: Span, figure: int, cues: TargetCues, frame: TimeFrame | None
) -> Status | None:
    """Return the status that the last cue before the figure in its sentence gives."""
    text = view.text
    if _follows_target_lead_in(view, sentence, cues):
        return "target"
    part = frame.part if frame else None
    # In a plan, 取得 and 首次 tell of what is to come; in a review, 确保 of what was done.
    done_cues = cues.patterns[DONE_SURELY] if part == "plan" else cues.achieved
    must_cues = (cues.patterns[_REVIEW_MUST],) if part == "review" else _find_target_patterns(view, cues)
    done = max((match.end() for match in done_cues.finditer(text, sentence[0], figure)), default=-1)
    must = max(
        (match.end() for pattern in must_cues for match in pattern.finditer(text, sentence[0], figure)),
        default=-1,
    )
    if done == must:
        return None
    return "achieved" if done > must else "target"


def _follows_target_lead_in(view: ClauseView, sentence: Span, cues: TargetCues) -> bool:
    """Return whether a lead-in such as 主要预期目标是： stands before the line, or above its list of items."""
    text = view.text
    line = view.line_start(sentence[0])
    lead_in = view.find_lead_in(line)
    if lead_in is None:
        return False
    chain = view.section_chain(sentence[0])
    item = bool(chain) and chain[-1].span[0] >= line
    if not item and (lead_in[1] + 2 < line or view.find_first_word(line) < sentence[0]):
        return False
    words_before = re.split("。", text[max(lead_in[0], lead_in[1] - _LEAD) : lead_in[1]])[-1]
    return any(cues.search(words_before) for cues in _find_target_patterns(view, cues))


def _decide_by_heading(view: ClauseView, figure: int, cues: TargetCues) -> Status | None:
    """Return the status of the nearest heading that gives one: 主要目标, 工作回顾; a review's heading outweighs others."""
    nearest: Status | None = None
    for title in _find_headings(view, figure):
        aims = cues.target_headings.search(title)
        if cues.achieved_headings.search(title) or cues.patterns[_HEADING_DONE].search(title):
            if nearest is None or (cues.patterns[_REVIEW].search(title) and not aims):
                return "achieved"
        elif aims:
            nearest = nearest or "target"
    return nearest


def reports_the_past(view: ClauseView, offset: int, cues: TargetCues) -> bool:
    """Return whether an offset is in a review: by its headings, or by the year in one of them."""
    if frame := find_frames(view).frame_at(offset):
        return frame.part == "review"
    titles = _find_headings(view, offset)
    is_review = view.reviews.get(titles)
    if is_review is None:
        is_review = view.reviews[titles] = _decide_by_heading(view, offset, cues) == "achieved"
    return is_review


def _decide_by_imperative(view: ClauseView, figure: int, cues: TargetCues) -> Status | None:
    """Return ``target`` under an imperative heading; weak evidence, since reports of the past have them too."""
    titles = _find_headings(view, figure)
    return "target" if any(cues.imperative_headings.search(title) for title in titles) else None


def _find_headings(view: ClauseView, figure: int) -> tuple[str, ...]:
    """Return the short headings above a figure, the nearest first."""
    chain = view.section_chain(figure)
    if not chain:
        return ()
    titles = view.titles.get(chain[-1].span)
    if titles is None:
        shadow = view.prepared.shadow
        titles = view.titles[chain[-1].span] = tuple(
            [
                shadow[section.title_span[0] : section.title_span[1]]
                for section in reversed(chain)
                if section.kind not in ("title", "article")
                and section.title_span[1] - section.title_span[0] <= _LONG_TITLE
            ]
        )
    return titles


def _decide_by_past_year(view: ClauseView, when: DateRef | None, cues: TargetCues) -> Status | None:
    """Return ``achieved`` for a year in a document that promises nothing and has no year of its own."""
    dated = when is not None and when.end is not None and when.grain != "period" and when.role != "from"
    return "achieved" if dated and view.year is None and not _is_promising_document(view, cues) else None


def _decide_by_document(view: ClauseView, clause: str, cues: TargetCues) -> Status:
    if frame := find_frames(view).document:
        return _STATUS[frame.part]
    if view.prepared.document.title:
        return "target" if _is_promising_document(view, cues) else "achieved"
    # Without a title, a clause in the imperative is a target.
    verb = cues.verbs.match(clause, cues.adverbs.match(clause).end())  # type: ignore[union-attr]
    return "target" if view.plan_period or verb else "achieved"


def _is_promising_document(view: ClauseView, cues: TargetCues) -> bool:
    """Return whether the document is of a kind that promises: a plan, an opinion, a rule."""
    title = view.prepared.document.title
    if not title:
        return False
    from policytext.text.shadow import fold

    return _FORMAL_END.sub("", fold(title)).endswith(cues.promising_titles)
