"""A document taken apart for the extraction: its clauses, its dates, and what its headings say of time.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> prepared = PreparedDocument(parse(Source(text="2026年工作要点\\n\\n到年底前,建成12个站点。")))
>>> reading = ClauseView(prepared, load_cues(load_rules()[0]))
>>> reading.year, [reading.text[a:b] for a, b in reading.clauses(*reading.sentences[-1])]
(2026, ['到年底前', '建成12个站点'])
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.dates import DateMention, find_dates
from policytext.extractor.text_view import TextView
from policytext.model.annotations import DateRef
from policytext.model.document import Section, Span
from policytext.text.lazy_patterns import LazyPattern, compile_pattern
from policytext.text.numerals import parse_ordinal
from policytext.text.prepared import PreparedDocument

__all__ = ["ClauseView", "load_cues"]

if TYPE_CHECKING:
    from policytext.extractor.actors import Bracket

# A mark that parts clauses, and no part of a number: 10,800, 9:30.
_CLAUSE = compile_pattern(r"[；;。！？!?\n…,:](?:(?<![,:])|(?<!\d.)|(?!\d)|(?<=,)(?=\d{1,2}(?!\d)|\d{4}))")
_TITLE_YEAR = LazyPattern(r"((?:19|20)\d\d)年")
_HAN_YEAR = compile_pattern("([一二][〇○零九][〇○零一二三四五六七八九]{2})年")
_DAY = LazyPattern(r"((?:19|20)\d\d)年\d{1,2}月\d{1,2}日")
_BREAK = compile_pattern("\n")
_LEADING = compile_pattern(":\n")
_WORD = compile_pattern(r"\S")
_LEAD = 2_000  # characters back among which a line leads in
_UPPER = 2  # levels of headings that tell a document's year
_PLAN_TITLE = 300  # characters at a text's beginning where a plan names its period

# Templates: a slot stands for a list in `rules/targets`.
# The headings of work reports without a title.
_TASKS = r".{0,8}?((?:19|20)\d\d)年.{0,8}?(?:{task-headings})"
_REVIEW = r".{0,8}?((?:19|20)\d\d)年.{0,12}?(?:{review-headings})"
# “十四五”数字经济发展规划, 第十三个五年规划纲要, 2021—2025年行动计划.
_PLAN = "[^,。;\n“]{0,24}?(?:{plan-titles})"
_KIND = "{indicator-kinds}"
_REPORT = "{work-report-titles}"
_SALUTATION = "{work-report-salutations}"


class ClauseView:
    """What the extraction asks of one document.

    Args:
        prepared: the document.
        words: the vocabulary.
    """

    def __init__(self, prepared: PreparedDocument, words: TargetCues) -> None:
        self.prepared = prepared
        self.words = words
        self.view = TextView(prepared.shadow)
        self.text = self.view.text
        # What `status` remembers of headings: those above a section, and whether they head a review.
        self.titles: dict[Span, tuple[str, ...]] = {}
        self.reviews: dict[tuple[str, ...], bool] = {}
        # What `actors` found: the brackets that say who is responsible.
        self.brackets: list[Bracket] | None = None
        self.bracket_ends: list[int] = []
        # What `tables` remembers of lines: whether they are rows.
        self.rows: dict[tuple[int, int], bool] = {}
        self._leads: dict[int, Span | None] = {}
        self._placed: dict[int, DateRef] = {}
        self._first_places: dict[str, int] = {}
        self._first_words: dict[int, int] = {}

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in the text that is read."""
        if self.view.whole:
            return self.prepared.sentences
        from policytext.text.sentences import find_sentence_spans

        return tuple(find_sentence_spans(self.text))

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in _BREAK.finditer(self.text)]

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        index = bisect_left(self._breaks, offset)
        return self._breaks[index - 1] + 1 if index else 0

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends."""
        index = bisect_left(self._breaks, offset)
        return self._breaks[index] if index < len(self._breaks) else len(self.text)

    def first_word(self, line: int) -> int:
        """Where the first character that is no space stands behind the beginning of a line."""
        if line not in self._first_words:
            found = _WORD.search(self.text, line)
            self._first_words[line] = found.start() if found else len(self.text)
        return self._first_words[line]

    def first_place(self, words: str) -> int:
        """Where words stand first, -1 where they don't."""
        if words not in self._first_places:
            self._first_places[words] = self.text.find(words)
        return self._first_places[words]

    def lead(self, line: int) -> Span | None:
        """The nearest line before the one at `line`, in the section around it, that leads in with a colon."""
        if line not in self._leads:
            self._leads[line] = self._lead(line)
        return self._leads[line]

    def _lead(self, line: int) -> Span | None:
        if not self.view.whole:
            return None
        chain = self.chain(line)
        around = chain[-2].span[0] if len(chain) > 1 else 0
        first = max(around, line - _LEAD)
        index = bisect_right(self._colons, line - len(":\n")) - 1
        if index < 0 or self._colons[index] < first:
            return None
        colon = self._colons[index]
        return Span(max(self.line_start(colon), first), colon)

    @cached_property
    def _colons(self) -> list[int]:
        """Where the colons stand that end their line."""
        return [found.start() for found in _LEADING.finditer(self.text)]

    def clauses(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The clauses of a sentence, without the marks that part them."""
        marks, at = self._marks, start
        for index in range(bisect_left(marks, start), bisect_left(marks, end)):
            mark = marks[index]
            if mark > at:
                yield at, mark
            at = mark + 1
        if end > at:
            yield at, end

    @cached_property
    def _marks(self) -> list[int]:
        """Where the marks stand that part clauses."""
        return [found.start() for found in _CLAUSE.finditer(self.text)]

    @cached_property
    def year(self) -> int | None:
        """The year that the document speaks in: of its date, its title, its headings, or of a day at its beginning."""
        document = self.prepared.document
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
            title = self.prepared.shadow[start:end]
            if found := self.words.patterns[_TASKS].match(title):
                return int(found[1])
            if found := self.words.patterns[_REVIEW].match(title):
                return int(found[1]) + 1
        found = _DAY.search(self.text, 0, _PLAN_TITLE)
        return int(found[1]) if found else None

    @cached_property
    def is_work_report(self) -> bool:
        """Whether a government reports to its deputies: on the last year, and then on the tasks of this one."""
        title = self.prepared.document.title or ""
        report, salutation = self.words.patterns[_REPORT], self.words.patterns[_SALUTATION]
        return bool(
            report.search(self.prepared.shadow, 0, len(title) + _PLAN_TITLE)
            or salutation.search(self.text, 0, _PLAN_TITLE)
        )

    @cached_property
    def dates(self) -> list[DateMention]:
        """All dates, in order."""
        return find_dates(self.text, self.year, self.words, roc=self.prepared.document.profile == "tw")

    @cached_property
    def years(self) -> dict[str, DateMention]:
        """The first date that names a whole year, by the year's first day."""
        whole = (one for one in reversed(self.dates) if one.when.grain == "year")
        return {one.when.start: one for one in whole if one.when.start}

    @cached_property
    def kinds(self) -> tuple[list[int], list[str]]:
        """Where it is said that an indicator binds or is expected, and which."""
        found = list(self.words.patterns[_KIND].finditer(self.text))
        return [one.start() for one in found], [one[0] for one in found]

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.dates]

    def dates_between(self, start: int, end: int) -> list[DateMention]:
        """The dates that begin in a stretch."""
        return self.dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_date_before(self, offset: int) -> DateMention | None:
        """The date that begins last before an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self.dates[index] if index >= 0 else None

    def chain(self, offset: int) -> tuple[Section, ...]:
        """The sections around an offset of the text that is read, the outermost first."""
        return self.prepared.sections_at(self.view.at(offset))

    @cached_property
    def plan(self) -> DateMention | None:
        """The period that the document is a plan for, where its title or its beginning names one."""
        for mention in self.dates_between(0, _PLAN_TITLE):
            if mention.when.grain == "period" and self.words.patterns[_PLAN].match(self.text, mention.end):
                return mention
        return None

    def written(self, words: str, start: int, end: int) -> str:
        """Words of the text that is read as the original writes them between two offsets, in its own script.

        Words that stand there in pieces only (城镇 and 居民收入 of 城镇和农村居民收入) stay folded.
        """
        at = self.text.find(words, start, end) if words else -1
        return self.quote(at, at + len(words)) if at >= 0 else words

    def placed(self, mention: DateMention) -> DateRef:
        """What a date says, at its place in the original."""
        known = self._placed.get(mention.start)
        if known is None:
            span = self.view.span(mention.start, mention.end)
            known = mention.when._replace(span=span, text=self.prepared.text[span[0] : span[1]])
            self._placed[mention.start] = known
        return known

    def quote(self, start: int, end: int) -> str:
        """The original's words for a stretch of the text that is read."""
        if not self.view.whole:
            start, end = self.view.span(start, end)
        return self.prepared.text[start:end]

    def is_over(self, end: str) -> bool:
        """Whether a day lies before the document's time; without a year of its own, before a later plan it names."""
        if self.year is not None:
            return int(end[:4]) < self.year
        return end < self._latest

    @cached_property
    def _latest(self) -> str:
        """The end of the latest plan period that the text names."""
        return max((one.when.end or "" for one in self.dates if one.when.grain == "period"), default="")
