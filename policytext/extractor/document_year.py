"""The year that a document speaks in, and whether it is a government's work report.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> prepared = PreparedDocument(parse(Source(text="2026年工作要点\\n\\n到年底前,建成12个站点。")))
>>> find_document_year(prepared, prepared.shadow, load_cues(load_rules()[0]))
2026
"""

from policytext.extractor.cues import TargetCues
from policytext.extractor.dates import find_dates
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern, compile_pattern
from policytext.text.numerals import parse_ordinal
from policytext.text.prepared import PreparedDocument

_DAY = LazyPattern(r"((?:19|20)\d\d)年\d{1,2}月\d{1,2}日")
_HAN_DAY = LazyPattern(
    "(?m)^[^\\n。]{0,20}?([一二][〇○零九][〇○零一二三四五六七八九]{2})年[一二三四五六七八九十]{1,2}月[^\\n。]{0,40}$"
)
_FIRST_LINE = compile_pattern(r"\S[^\n]*")
_NO_TITLE = compile_pattern(r"[\t|]|[。;,:!?][”\"」]?\s*$")
_UPPER = 2  # levels of headings that may give a document's year
_LONG_TITLE = 60  # characters of a first line that may be a title
#: Characters at the beginning of a text in which a plan names its period.
OPENING = 300

# Templates: a slot in braces is a list in `rules/targets`.
# The headings of work reports without a title.
_TASKS = r".{0,8}?((?:19|20)\d\d)年.{0,8}?(?:{task-headings})"
_REVIEW = r".{0,8}?((?:19|20)\d\d)年.{0,12}?(?:{review-headings})"
_REPORT = "{work-report-titles}"
_SALUTATION = "{work-report-salutations}"


def find_document_year(prepared: PreparedDocument, text: str, cues: TargetCues) -> int | None:
    """Find the document's own year: that of its date, its title, its headings, or of a day at its beginning.

    Args:
        prepared: The document.
        text: The text that the extraction reads.
        cues: The cues.
    """
    document = prepared.document
    if document.date:
        return int(document.date[:4])
    if year := _find_title_year(prepared, text, cues):
        return year
    for section in document.walk():
        if section.level > _UPPER:
            continue
        start, end = section.title_span
        heading = prepared.shadow[start:end]
        if tasks := cues.patterns[_TASKS].match(heading):
            return int(tasks[1])
        if review := cues.patterns[_REVIEW].match(heading):
            return int(review[1]) + 1
    if day := _DAY.search(text, 0, OPENING):
        return int(day[1])
    # ——二〇二六年一月二十七日在…会议上.
    day = _HAN_DAY.search(text, 0, OPENING)
    return parse_ordinal(day[1]) if day else None


def _find_title_year(prepared: PreparedDocument, text: str, cues: TargetCues) -> int | None:
    """Return the latest year of the title, or the first one of the period that a plan is for."""
    start, end = find_title_span(prepared, text)
    dates = find_dates(text[start:end], None, cues, roc=prepared.document.profile == "tw")
    years = [int((date.when.start if date.when.grain == "period" else date.when.end)[:4])
             for date in dates if date.when.start and date.when.end and not date.compared]  # fmt: skip
    return max(years, default=None)


def find_title_span(prepared: PreparedDocument, text: str) -> Span:
    """Find the title in the text, or its first line if that may be one; an empty span without either."""
    title = next((section for section in prepared.document.sections if section.kind == "title"), None)
    if title and len(text) == len(prepared.shadow):
        return title.title_span
    line = _FIRST_LINE.search(text)
    if line is None or not 0 < len(line[0]) <= _LONG_TITLE or _NO_TITLE.search(line[0]):
        return Span(0, 0)
    return Span(0, 0) if prepared.sections_at(line.start()) else Span(*line.span())


def is_work_report(prepared: PreparedDocument, text: str, cues: TargetCues) -> bool:
    """Return whether the document is a government's work report: a review of last year, then this year's tasks."""
    title = prepared.document.title or ""
    report, salutation = cues.patterns[_REPORT], cues.patterns[_SALUTATION]
    return bool(
        report.search(prepared.shadow, 0, len(title) + OPENING) or salutation.search(text, 0, OPENING)
    )
