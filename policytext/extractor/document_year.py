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
from policytext.text.lazy_patterns import LazyPattern, compile_pattern
from policytext.text.numerals import parse_ordinal
from policytext.text.prepared import PreparedDocument

_TITLE_YEAR = LazyPattern(r"((?:19|20)\d\d)年")
_HAN_YEAR = compile_pattern("([一二][〇○零九][〇○零一二三四五六七八九]{2})年")
_DAY = LazyPattern(r"((?:19|20)\d\d)年\d{1,2}月\d{1,2}日")
_UPPER = 2  # levels of headings that may give a document's year
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
    title = document.title or ""
    years = [int(year) for year in _TITLE_YEAR.compiled.findall(title)]
    # 二零二五年施政報告.
    years += [parse_ordinal(year) or 0 for year in _HAN_YEAR.findall(title)]
    if years:
        return max(years)
    for section in document.walk():
        if section.level > _UPPER:
            continue
        start, end = section.title_span
        heading = prepared.shadow[start:end]
        if tasks := cues.patterns[_TASKS].match(heading):
            return int(tasks[1])
        if review := cues.patterns[_REVIEW].match(heading):
            return int(review[1]) + 1
    day = _DAY.search(text, 0, OPENING)
    return int(day[1]) if day else None


def is_work_report(prepared: PreparedDocument, text: str, cues: TargetCues) -> bool:
    """Return whether the document is a government's work report: a review of last year, then this year's tasks."""
    title = prepared.document.title or ""
    report, salutation = cues.patterns[_REPORT], cues.patterns[_SALUTATION]
    return bool(
        report.search(prepared.shadow, 0, len(title) + OPENING) or salutation.search(text, 0, OPENING)
    )
