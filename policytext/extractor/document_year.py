"""The year that a document speaks in, whether it is a government's work report, and whether it is of a kind that promises.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> prepared = PreparedDocument(parse(Source(text="2026年工作要点\\n\\n到年底前,建成12个站点。")))
>>> find_document_year(prepared, load_cues(load_rules()[0]))
2026
"""

from policytext.extractor.cues import TargetCues
from policytext.extractor.text_view import TextView
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import ROC_EPOCH, parse_ordinal
from policytext.text.prepared import PreparedDocument
from policytext.text.shadow import fold_words

_FIRST_LINE = LazyPattern(r"\S[^\n]*")
_NO_TITLE = LazyPattern(r"[\t|]|[。;,:!?][”\"」]?\s*$")
_FORMAL_END = LazyPattern(r"(?:\([^()]{1,12}\)|[》\s.。])+$")
_UPPER = 2  # levels of headings that may give a document's year
_LONG_TITLE = 60  # characters of a first line that may be a title
#: Characters at the beginning of a text in which a plan names its period.
OPENING = 300

# Templates: a slot in braces is a list in `rules/targets`.
# The headings of work reports without a title.
_TASKS = r".{0,8}?((?:19|20)\d\d)年.{0,8}?(?:{task-headings})"
_REVIEW = r".{0,8}?((?:19|20)\d\d)年.{0,12}?(?:{review-headings})"
_SALUTATION = "{work-report-salutations}"
_BUDGET_OF_YEAR = "(1[0-3]\\d)年度[^,。;\\n]{0,12}?(?:{budget-cues})(?!{budget-results})"
# Titles of budgets in Taiwan, and words of those that tell how one was kept.
_BUDGET_TITLE = "{budget-titles}"
_KEPT = "{mixed-titles}|{budget-done-cues}"
_TITLE_LINES = 3
_REPORTED = "(?<!\\d)((?:19|20)\\d\\d)年度?[^,。;:\\n\\d]{0,24}(?:{yearly-reports})"
_LAST_YEAR = LazyPattern("去年(?!同期)")
# 今(113)年, 明年度(115): what the year is that the word means.
_BRACKETED = LazyPattern(
    r"([本今明去上])(?:\((?:民国)?([6-9]\d|1[0-3]\d)\)年|年度?\((?:民国)?([6-9]\d|1[0-3]\d)(?:年度?)?\))"
)
# 中华民国八十四年度: the year of a budget book.
_FISCAL_YEAR = LazyPattern("民国 ?([2-9]\\d|1[0-3]\\d|[一二三四五六七八九十百零〇]{2,6}) ?年度")
_OFFSETS = {"本": 0, "今": 0, "明": 1, "去": -1, "上": -1}


def find_document_year(prepared: PreparedDocument, cues: TargetCues) -> int | None:
    """Find the document's own year: that of its frame, or of a heading by the words of the rules.

    Args:
        prepared: The document.
        cues: The cues.
    """
    document = prepared.document
    if document.frame.year is not None:
        return document.frame.year
    for section in prepared.sections:
        if section.level > _UPPER:
            continue
        start, end = section.title_span
        heading = prepared.shadow[start:end]
        if tasks := cues.patterns[_TASKS].match(heading):
            return int(tasks[1])
        if review := cues.patterns[_REVIEW].match(heading):
            return int(review[1]) + 1
    # 公布《2030年度统计公报》显示,去年…: the report is of the year before.
    reported = cues.patterns[_REPORTED].search(prepared.shadow, 0, OPENING)
    if reported and _LAST_YEAR.search(prepared.shadow):
        return int(reported[1]) + 1
    if republic := _FISCAL_YEAR.search(prepared.shadow, 0, OPENING):
        return (parse_ordinal(republic[1]) or 0) + ROC_EPOCH
    if bracketed := _BRACKETED.search(prepared.shadow):
        return int(bracketed[2] or bracketed[3]) + ROC_EPOCH - _OFFSETS[bracketed[1]]
    return None


def find_budget_year(text: str, cues: TargetCues) -> int | None:
    """Return the latest year of the Republic that a text names a budget for, or None: 113年度总预算.

    Args:
        text: The folded text.
        cues: The cues.
    """
    years = [int(match[1]) for match in cues.patterns[_BUDGET_OF_YEAR].finditer(text)]
    return max(years) + ROC_EPOCH if years else None


def is_budget_book(text: str, cues: TargetCues) -> bool:
    """Return whether a text begins with the title of a budget, and not with that of a report on one.

    Args:
        text: The folded text.
        cues: The cues.
    """
    lines = [
        line[0] for line, _ in zip(_FIRST_LINE.finditer(text, 0, OPENING), range(_TITLE_LINES), strict=False)
    ]
    titles = [line for line in lines if len(line) <= _LONG_TITLE and not _NO_TITLE.search(line)]
    patterns = cues.patterns
    return any(map(patterns[_BUDGET_TITLE].search, titles)) and not any(map(patterns[_KEPT].search, titles))


def find_title_span(prepared: PreparedDocument, view: TextView) -> Span:
    """Find the title in the text, or its first line if that may be one; an empty span without either.

    Args:
        prepared: The document.
        view: Its text as the extraction reads it.
    """
    title = next((title.span for title in prepared.document.titles if title.span), None)
    if title:
        return view.shortened_span(title)
    line = _FIRST_LINE.search(view.text)
    if line is None or not 0 < len(line[0]) <= _LONG_TITLE or _NO_TITLE.search(line[0]):
        return Span(0, 0)
    at_start = prepared.sections_at(view.original_offset(line.start()))
    return Span(0, 0) if at_start else Span(*line.span())


def is_work_report(prepared: PreparedDocument, text: str, cues: TargetCues) -> bool:
    """Return whether the document is a government's work report: a review of last year, then this year's tasks."""
    frame = prepared.document.frame
    if frame.kind == "report" and frame.review and frame.plan:
        return True
    return cues.patterns[_SALUTATION].search(text, 0, OPENING) is not None


def is_promising(prepared: PreparedDocument, cues: TargetCues) -> bool:
    """Return whether the document is of a kind that promises: a plan, an opinion, a rule."""
    title = fold_words(prepared.document.title or "")
    return _FORMAL_END.sub("", title).endswith(cues.promising_titles)
