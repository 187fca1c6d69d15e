"""Evidence for the status of a figure from its date, a list of goals, and the words of budgets."""

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues
from policytext.extractor.frame_map import TimeFrame
from policytext.model.annotations import DateRef, Status
from policytext.model.document import Span

_NEAR = 16  # characters after a figure in which a word of budgets counts
_FAR = 400  # characters back to the beginning of a list of goals
# Templates: a slot in braces is a list in `rules/targets`.
_BUDGET = "{budget-cues}"
_SPENT = "{budget-done-cues}"
_SUMS = "开支|支出|收入|预算|盈余|赤字|储备"
_GOAL = "目标[^。;:\\n]{0,16}?(?::|是|为)"
#: Will, as Hong Kong's government promises.
WILL = "(?:{promising-subjects})(?:{promising-will})"
#: Cues that promise; a clause without them may continue a forecast.
_PROMISES = f"{WILL}|{{clause-achieved-cues}}|{{target-cues}}"
#: Cues that tell of results even in a plan.
DONE_SURELY = "[^\\W\\d]了(?!解)|{clause-achieved-cues}"


def decide_by_date(when: DateRef | None, year: int | None, frame: TimeFrame | None) -> Status | None:
    """Return the status that a date gives against the document's year; that year itself is decided by the frame."""
    if when is None or when.end is None:
        return None
    reviewed = frame is not None and frame.part == "review"
    if year is None:
        planned = frame.when.when.start if frame and frame.part == "plan" and frame.when else None
        if planned and when.end < planned:
            return "achieved"
        due: Status | None = "target" if when.role == "deadline" and not reviewed else None
        return "achieved" if when.role == "as-of" else due
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


def decide_by_goal(view: ClauseView, figure: int, cues: TargetCues) -> Status | None:
    """Return ``target`` behind 主要预期目标：, to the end of the sentence, however many semicolons it holds."""
    text = view.text
    first = max(view.line_start(figure), figure - _FAR)
    first = max(first, text.rfind("。", first, figure) + 1)
    return "target" if cues.patterns[_GOAL].search(text, first, figure) else None


def decide_by_budget(
    view: ClauseView, clause: Span, sentence: Span, figure: int, when: DateRef | None, frame: TimeFrame | None,
    cues: TargetCues,
) -> Status | None:  # fmt: skip
    """Return the status of a sum that a budget sets for a year to come: a target, in Hong Kong a forecast."""
    patterns, text = cues.patterns, view.text
    if not patterns[_BUDGET].search(text, sentence[0], min(clause[1], figure + _NEAR)):
        return None
    if patterns[_SPENT].search(text, sentence[0], clause[1]) or (frame and frame.part == "review"):
        return None
    if when and when.end and when.end[:4] < str(view.year or ""):
        return None
    is_dated = when is not None and when.end is not None
    if view.region == "mainland" and (not is_dated or patterns[DONE_SURELY].search(text, *clause)):
        return None
    return "forecast" if view.region == "hk" else "target"


def continues_forecast(
    view: ClauseView, sentence: Span, clause: str, figure: int, when: DateRef | None, cues: TargetCues
) -> bool:
    """Return whether a figure continues a forecast of Hong Kong's budget, whose 将 promises nothing."""
    patterns = cues.patterns
    if view.region != "hk" or patterns[_PROMISES].search(clause):
        return False
    if decide_by_date(when, view.year, None) == "achieved":
        return False
    return bool(patterns[_SUMS].search(view.text, sentence[0], figure))
