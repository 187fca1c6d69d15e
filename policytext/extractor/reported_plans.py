"""The plan that a text reports, as the press does: 印发《…方案》; 《…规划》提出; “十五五”规划纲要草案有关内容.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> text = "某市日前印发《养老服务三年行动方案（2030—2032年）》。\\n新增床位600张。"
>>> view = ClauseView(PreparedDocument(parse(Source(text=text))), load_cues(load_rules()[0]))
>>> find_reported_plan(view).year
2032
"""

from policytext.extractor.clauses import ClauseView, load_cues
from policytext.extractor.frame_map import ReportedPlan
from policytext.extractor.time_frames import find_frames
from policytext.model.document import Span

__all__ = ["ClauseView", "ReportedPlan", "find_reported_plan", "load_cues"]

_OPENING = 400  # characters in which a report says what was issued
# Templates: a slot in braces is a list in `rules/targets`.
_NAME = (
    "(?:《[^《》\\n]{2,60}?(?:{promising-titles})(?:\\([^()》]{1,20}\\))?》"
    '|[“"](?:{five-year-plans})五[”"][^,。;:《\\n]{0,16}?规划(?:纲要)?)'
)
_REPORTED = f"(?:{{issuing-verbs}})[^,。;:《\\n]{{0,16}}{_NAME}|{_NAME}[^。;《\\n]{{0,24}}?(?:{{issuing-verbs}}|{{reporting-verbs}})"


def find_reported_plan(view: ClauseView) -> ReportedPlan | None:
    """Find the plan that a text reports from its beginning, once; None in a document of a kind of its own."""
    if view.reported is None:
        found = None if _has_kind(view) else view.cues.patterns[_REPORTED].search(view.text, 0, _OPENING)
        dates = view.dates_between(*found.span()) if found else []
        last = max((one for one in dates if one.when.end), key=lambda one: one.when.end or "", default=None)
        view.reported = (ReportedPlan(Span(*found.span()), found[0], last),) if found else ()
    return next(iter(view.reported), None)


def _has_kind(view: ClauseView) -> bool:
    frame = view.prepared.document.frame
    return find_frames(view).document is not None or frame.kind is not None or view.is_work_report
