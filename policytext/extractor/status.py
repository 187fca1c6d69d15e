"""The status of a figure: target, achieved, baseline, forecast or quoted, decided by the weightiest evidence.

Each kind of evidence has a weight in `rules/targets/status.yaml`; they are asked in the order of their weights, and the first
that says something decides.
"""

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues
from policytext.extractor.status_evidence import Case
from policytext.extractor.status_headings import decide_by_heading, find_headings
from policytext.extractor.status_steps import STEPS
from policytext.extractor.time_frames import find_frames
from policytext.model.annotations import DateRef, Evidence, Status
from policytext.model.document import Span
from policytext.model.records import NamedTuple

_REACH = 400  # characters on either side of a figure that are searched, however long its sentence


class Decision(NamedTuple):
    """The status of a figure, and the evidence that decided it, with its weight from 0 to 100."""

    status: Status
    evidence: Evidence
    weight: int


def decide_status(
    view: ClauseView,
    clause: Span,
    sentence: Span,
    figure: int,
    when: DateRef | None,
    inherited: Status | None,
    *,
    is_continued: bool = False,
) -> Decision:
    """Decide the status of a figure by the weightiest evidence that there is.

    Args:
        view: The document.
        clause, sentence: The spans around the figure.
        figure: The offset where it begins.
        when: Its date, or None.
        inherited: The status of the figure before it in the same paragraph, or None.
        is_continued: Whether that figure has the same date.
    """
    sentence = Span(max(sentence[0], figure - _REACH), sentence[1])
    clause_text = view.text[max(clause[0], figure - _REACH) : min(clause[1], figure + _REACH)]
    frame = find_frames(view).frame_at(figure)
    case = Case(view, Span(*clause), sentence, clause_text, figure, when, inherited, is_continued, frame)
    for kind, weight in view.cues.status_evidence:
        if kind in STEPS and (found := STEPS[kind](case)):
            status, words = found
            return Decision(status, Evidence(kind, words), weight)
    return Decision("achieved", Evidence("none", ""), 0)


def reports_the_past(view: ClauseView, offset: int, cues: TargetCues) -> bool:
    """Return whether an offset is in a review: by its headings, or by the year in one of them."""
    if frame := find_frames(view).frame_at(offset):
        return frame.part == "review"
    titles = find_headings(view, offset)
    is_review = view.reviews.get(titles)
    if is_review is None:
        found = decide_by_heading(view, offset, cues)
        # 发展成就和主要目标 heads both.
        is_review = found is not None and found[0] == "achieved" and not cues.target_headings.search(found[1])
        view.reviews[titles] = is_review
    return is_review
