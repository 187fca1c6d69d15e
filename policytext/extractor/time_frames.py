"""The time frame of each part of a document: whether it reviews or plans, and which year or period it speaks of.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> text = "一、2025年工作回顾\\n新增学校7所。\\n二、2026年主要工作\\n新增学校9所。"
>>> view = ClauseView(PreparedDocument(parse(Source(text=text))), load_cues(load_rules()[0]))
>>> [(frame.part, frame.when.when.end) for frame in map(find_frames(view).frame_at, (12, 30))]
[('review', '2025-12-31'), ('plan', '2026-12-31')]
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from policytext.extractor.clauses import ClauseView, load_cues
from policytext.extractor.dates import DateMention
from policytext.extractor.frame_map import TimeFrame, TimeFrames
from policytext.extractor.heading_commands import commands
from policytext.model.document import Span
from policytext.model.front_matter import Years
from policytext.text.lazy_patterns import LazyPattern

__all__ = ["ClauseView", "find_frames", "load_cues"]

_OPENING_TEXT = 2_000  # characters in which a budget names its year
_LONG = 60  # characters that a heading may have
_OPENING = 14  # characters at the beginning of a paragraph in which a phrase opens a review or a plan
_SHORT = 40  # characters of a paragraph whose every phrase opens a part
_OPENING_TITLE = LazyPattern(
    "[ 　\\n]*(?:([^\\n,:。;]{2,40}):(?=[^\\n])|([^\\n,:。;]{4,30}?(?:工作|行动|实施)(?:计划|要点|方案|安排))(?=(?:20|19)\\d\\d年|为|根据|一、))"
)
_LINE = LazyPattern("[^\n]+")
_SENTENCE_END = LazyPattern(r"[。;,:!?][”\"」]?\s*$")

# Templates: a slot in braces is a list in `rules/targets`.
_REVIEW = "{review-headings}"
_PLAN = "{plan-headings}"
_REVIEW_OPENING = "{review-openings}"
_PLAN_OPENING = "{plan-openings}"
_SALUTATION = r"\s*(?:{work-report-salutations})[,:!。]?\s*"
_REVIEW_TITLE = "(?:{review-titles})(?:\\([^()]{1,12}\\))?\\s*$"
_PLAN_TITLE = "{plan-frame-titles}"
_TITLE_END = "(?:{plan-frame-titles})$"
_MIXED_TITLE = "(?<!审计)(?:{mixed-titles})"
_COMING = "{coming-words}"


#: What documents of a kind do as a whole.
_PARTS: dict[str, Literal["review", "plan"]] = {"plan": "plan", "budget": "plan", "communique": "review"}


class _Mark(NamedTuple):
    """A place where a frame begins.

    Args:
        start: Its offset.
        end: Where it ends; None for a line outside the outline, whose frame ends at the next such line.
        frame: The frame.
        line_end: For an opening phrase, the end of its paragraph: all that it covers in a part of the other kind.
    """

    start: int
    end: int | None
    frame: TimeFrame
    line_end: int | None = None


def find_frames(view: ClauseView) -> TimeFrames:
    """Find the frames of a document, once."""
    if view.frames is None:
        view.frames = TimeFrames(_find_document_frame(view), *_find_changes(view))
    return view.frames


def _find_document_frame(view: ClauseView) -> TimeFrame | None:
    span = view.title_span
    title = view.text[span[0] : span[1]]
    patterns = view.cues.patterns
    if not title and (opening := _OPENING_TITLE.match(view.text)):
        span, title = Span(*opening.span(opening.lastindex or 1)), opening[opening.lastindex or 1]
        # 农业工作要点:粮食面积…: a title before a colon, in a text without paragraphs.
        if not patterns[_TITLE_END].search(title):
            return None
    if not title or patterns[_MIXED_TITLE].search(title):
        return None
    mentions = _find_years(view, *span)
    when = mentions[-1] if mentions else None
    plan = view.prepared.document.frame.plan
    if when is None and plan:
        when = _find_plan_years(view, plan)
    if patterns[_REVIEW_TITLE].search(title):
        return TimeFrame("review", when)
    if patterns[_PLAN_TITLE].search(title):
        return TimeFrame("plan", when)
    frame = view.prepared.document.frame
    part = _PARTS.get(frame.attached or frame.kind or "")
    return TimeFrame(part, when) if part else None


def _find_plan_years(view: ClauseView, plan: Years) -> DateMention | None:
    """Find the place near the beginning that names the years which a budget without years in its title is for."""
    days = (f"{plan.first}-01-01", f"{plan.last}-12-31")
    mentions = view.dates_between(0, _OPENING_TEXT)
    return next(
        (one for one in mentions if (one.when.start, one.when.end) == days and not one.compared), None
    )


def _find_changes(view: ClauseView) -> tuple[list[int], list[TimeFrame | None]]:
    """Return the offsets where the frame changes, and the frame from there on."""
    starts: list[int] = [0]
    frames: list[TimeFrame | None] = [None]
    open_marks: list[_Mark] = []

    def change(offset: int) -> None:
        frame = open_marks[-1].frame if open_marks else None
        if frame is not frames[-1]:
            starts.append(offset)
            frames.append(frame)

    def close(offset: int) -> None:
        while open_marks and (end := open_marks[-1].end) is not None and end <= offset:
            open_marks.pop()
            change(end)

    for mark in sorted(_find_marks(view), key=lambda mark: (mark.start, -(mark.end or 0))):
        close(mark.start)
        if mark.end is None:
            open_marks.clear()
        elif mark.line_end is not None and open_marks:
            if open_marks[-1].frame.part == mark.frame.part:
                continue
            if open_marks[-1].line_end is None:
                mark = mark._replace(end=mark.line_end)
            else:
                open_marks.pop()
        open_marks.append(mark)
        change(mark.start)
    close(len(view.text))
    return starts, frames


def _find_marks(view: ClauseView) -> Iterator[_Mark]:
    headings = set()
    title = view.title_span
    place = view.text_view.shortened_span
    for section in view.prepared.sections:
        start, end = place(section.title_span)
        headings.add(view.line_start(start))
        # The title of an annex is a heading too.
        if start >= title[1] and end - start <= _LONG and (frame := _read_heading(view, start, end)):
            # Headings without numbers seem to be siblings of those below them.
            is_bare = section.level == 1 and not section.marker
            # （二）实施概况 above 一、: in an excerpt a heading seems to stand beside what stands below it.
            below = view.prepared.text[section.title_span[1] : section.span[1]]
            is_bare = is_bare or (frame.part == "review" and not below.strip())
            yield _Mark(start, None if is_bare else place(section.span)[1], frame)
    opens = any(
        view.cues.patterns[template].search(view.text) for template in (_REVIEW_OPENING, _PLAN_OPENING)
    )
    for line in _LINE.finditer(view.text, title[1]):
        start, end = line.span()
        if opens and (frame := _read_opening(view, start, end)):
            chain = view.section_chain(start)
            until = place(chain[-1].span)[1] if chain else len(view.text)
            yield _Mark(start, until, frame, end)
            continue
        is_heading = start not in headings and end - start <= _LONG and not _SENTENCE_END.search(line[0])
        if is_heading and (frame := _read_heading(view, start, end)):
            yield _Mark(start, None, frame)


def _read_heading(view: ClauseView, start: int, end: int) -> TimeFrame | None:
    """Return the frame that a heading gives: 2025年工作回顾, 2026年主要工作, “十五五”时期主要目标."""
    patterns = view.cues.patterns
    mentions = _find_years(view, start, end)
    review = patterns[_REVIEW].search(view.text, start, end)
    plan = patterns[_PLAN].search(view.text, start, end)
    when = mentions[-1] if mentions else None
    clause = view.text.rfind(",", start, review.start()) + 1 or start if review else start
    if review and not commands(view.text[clause:end], view.cues):
        # 2025年计划执行情况与2026年计划草案 is neither.
        ahead = when and when.when.end and view.year and int(when.when.end[:4]) >= view.year
        return None if plan and ahead else TimeFrame("review", when)
    if plan and (when is None or when.when.end is None) and patterns[_COMING].search(view.text, start, end):
        return TimeFrame("plan", None)
    # The title of a numbered paragraph is its first sentence: a year in a later clause frames nothing.
    alone = plan and view.line_end(start) == end
    if when is None or when.when.end is None or (not alone and "," in view.text[start : when.start]):
        return None
    last = int(when.when.end[:4])
    if view.budget_year is None:
        return TimeFrame("plan", when) if plan else None
    if last < view.budget_year:
        return TimeFrame("review", when)
    return TimeFrame("plan", when) if plan or last > view.budget_year else None


def _find_years(view: ClauseView, start: int, end: int) -> list[DateMention]:
    """Find the years and periods between two offsets; a day is no frame: （2016年2月6日修订）."""
    mentions = view.dates_between(start, end)
    return [one for one in mentions if not one.compared and one.when.grain not in ("day", "month")]


def _read_opening(view: ClauseView, start: int, end: int) -> TimeFrame | None:
    """Return the frame that the first words of a paragraph give: 过去一年, 今年要重点做好."""
    patterns = view.cues.patterns
    if salutation := patterns[_SALUTATION].match(view.text, start, end):
        start = salutation.end()
    end = min(end, start + _OPENING) if end - start > _SHORT else end
    if patterns[_REVIEW_OPENING].search(view.text, start, end):
        return TimeFrame("review", None)
    return TimeFrame("plan", None) if patterns[_PLAN_OPENING].search(view.text, start, end) else None
