"""A document as the extraction reads it: its sentences, clauses, dates, and the year that it speaks in.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> prepared = PreparedDocument(parse(Source(text="2026年工作要点\\n\\n到年底前,建成12个站点。")))
>>> view = ClauseView(prepared, load_cues(load_rules()[0]))
>>> view.year, [view.text[a:b] for a, b in view.clauses(*view.sentences[-1])]
(2026, ['到年底前', '建成12个站点'])
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from policytext.extractor import coming_dates
from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.dates import DateMention, find_dates
from policytext.extractor.document_year import (
    OPENING,
    find_budget_year,
    find_document_year,
    find_title_span,
    is_budget_book,
    is_promising,
    is_work_report,
)
from policytext.extractor.frame_map import Heading, ReportedPlan, TimeFrames
from policytext.extractor.responsibility import ResponsibilityBracket
from policytext.extractor.text_view import TextView
from policytext.model.annotations import DateRef
from policytext.model.document import Section, Span
from policytext.model.front_matter import Region
from policytext.text.cell_index import split_at_cells
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument
from policytext.text.shadow import normalize_character

__all__ = ["ClauseView", "load_cues"]

# A mark between clauses that is no part of a number: 10,800, 9:30.
_CLAUSE = LazyPattern(r"[；;。！？!?\n…,:](?:(?<!\d.)|(?<![,:])|(?!\d)|(?<=,)(?=\d{1,2}(?!\d)|\d{4}))")
_BREAK = LazyPattern("\n")
_LEADING = LazyPattern(":\r?\n")
_WORD = LazyPattern(r"\S")
_SHORT = 60  # characters of a line that may be a title
_LEAD = 2_000  # characters back in which a lead-in is looked for

# “十四五”数字经济发展规划, 第十三个五年规划纲要, 2021—2025年行动计划.
_PLAN = "[^,。;\n“]{0,24}?(?:{plan-titles})"
_KIND = "{indicator-kinds}"


class ClauseView:
    """One document for the extraction, with the results that several steps share.

    Args:
        prepared: The document.
        cues: The words of the rules.
    """

    def __init__(self, prepared: PreparedDocument, cues: TargetCues) -> None:
        self.prepared = prepared
        self.cues = cues
        self.text_view = TextView(prepared.shadow)
        self.text = self.text_view.text
        # Kept by `status`: the headings above a section, and whether they head a review.
        self.titles: dict[Span, tuple[Heading, ...]] = {}
        self.reviews: dict[tuple[Heading, ...], bool] = {}
        # Kept by `status_surroundings`: what the wording says, by the start of a paragraph and a part of it.
        self.wordings: dict[tuple[int, int], float] = {}
        # Set by `reported_plans`: the plan that the text reports, if any.
        self.reported: tuple[ReportedPlan, ...] | None = None
        # Set by `time_frames`, and kept by `date_links`: the paragraph above each item of a list with dashes.
        self.frames: TimeFrames | None = None
        self.list_heads: dict[int, Span | None] = {}
        # Set by `actors`: the brackets that name the responsible bodies.
        self.brackets: list[ResponsibilityBracket] | None = None
        self.bracket_ends: list[int] = []
        # Those in headings, by the offset of their section.
        self.heading_brackets: dict[int, ResponsibilityBracket] = {}
        self._lead_ins: dict[int, Span | None] = {}
        self._located: dict[int, DateRef] = {}
        self._first_words: dict[int, int] = {}

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, as spans of `text`."""
        if self.text_view.is_whole:
            tables = self.prepared.document.tables
            return split_at_cells(self.prepared.sentences, tables) if tables else self.prepared.sentences
        from policytext.text.sentences import find_sentence_spans

        return tuple(find_sentence_spans(self.text))

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.start() for match in _BREAK.finditer(self.text)]

    def line_start(self, offset: int) -> int:
        """Return the offset where the line of an offset begins."""
        index = bisect_left(self._breaks, offset)
        return self._breaks[index - 1] + 1 if index else 0

    def line_end(self, offset: int) -> int:
        """Return the offset where the line of an offset ends."""
        index = bisect_left(self._breaks, offset)
        return self._breaks[index] if index < len(self._breaks) else len(self.text)

    def find_first_word(self, line: int) -> int:
        """Return the offset of the first character that is no space from the beginning of a line on."""
        if line not in self._first_words:
            match = _WORD.search(self.text, line)
            self._first_words[line] = match.start() if match else len(self.text)
        return self._first_words[line]

    def find_lead_in(self, line: int) -> Span | None:
        """Find the nearest lead-in before the line at `line`: a line of the section around it that ends with a colon."""
        if line not in self._lead_ins:
            self._lead_ins[line] = self._search_lead_in(line)
        return self._lead_ins[line]

    def _search_lead_in(self, line: int) -> Span | None:
        chain = self.section_chain(line)
        around = self.text_view.shortened_offset(chain[-2].span[0]) if len(chain) > 1 else 0
        first = max(around, line - _LEAD)
        index = bisect_right(self._colons, line - len(":\n")) - 1
        if index < 0 or self._colons[index] < first:
            return None
        colon = self._colons[index]
        return Span(max(self.line_start(colon), first), colon)

    @cached_property
    def _colons(self) -> list[int]:
        """The offsets of the colons that end their line."""
        return [match.start() for match in _LEADING.finditer(self.text)]

    def clauses(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the clauses of a sentence, without the marks between them."""
        marks, at = self._clause_ends, start
        found = []
        for mark in marks[bisect_left(marks, start) : bisect_left(marks, end)]:
            if mark > at:
                found.append((at, mark))
            at = mark + 1
        if end > at:
            found.append((at, end))
        return found

    @cached_property
    def _clause_ends(self) -> list[int]:
        """The offsets of the marks between clauses."""
        return [match.start() for match in _CLAUSE.finditer(self.text)]

    @cached_property
    def region(self) -> Region:
        """Whose institutions speak; Macau's reports and budgets are written as Hong Kong's."""
        region = self.prepared.document.frame.region or self.prepared.document.profile
        return "hk" if region == "mo" else region

    @cached_property
    def year(self) -> int | None:
        """The document's own year: that of its date, its title, its headings, or of a day at its beginning."""
        return find_document_year(self.prepared, self.cues)

    @cached_property
    def budget_year(self) -> int | None:
        """The latest year that a text from Taiwan without a year of its own names a budget for: 113年度总预算."""
        is_bare = self.year is None and self.region == "tw"
        return find_budget_year(self.text, self.cues) if is_bare else self.year

    @cached_property
    def is_budget_book(self) -> bool:
        """Whether the text is a budget of Taiwan, whose sums are those of the year to come."""
        return self.region == "tw" and is_budget_book(self.text, self.cues)

    @cached_property
    def is_work_report(self) -> bool:
        """Whether the document is a government's work report: a review of the last year, then the tasks of this one."""
        return is_work_report(self.prepared, self.text, self.cues)

    @cached_property
    def is_promising(self) -> bool:
        """Whether the document is of a kind that promises: a plan, an opinion, a rule."""
        return is_promising(self.prepared, self.cues)

    @cached_property
    def dates(self) -> list[DateMention]:
        """All dates, in order."""
        document = self.prepared.document
        month = int(document.date[5:7]) if document.date and len(document.date) >= 7 else None
        region = self.region
        return find_dates(
            self.text, self.year, self.cues, roc=region == "tw", month=month, after=region == "hk"
        )

    @cached_property
    def indicator_kinds(self) -> tuple[list[int], list[str]]:
        """The words that call an indicator binding or expected: their offsets, and the words."""
        matches = list(self.cues.patterns[_KIND].finditer(self.text))
        return [match.start() for match in matches], [match[0] for match in matches]

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.dates]

    def dates_between(self, start: int, end: int) -> list[DateMention]:
        """Return the dates that begin between two offsets."""
        return self.dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_date_before(self, offset: int) -> DateMention | None:
        """Return the last date that begins at or before an offset, or None."""
        index = bisect_right(self._starts, offset) - 1
        return self.dates[index] if index >= 0 else None

    @property
    def section_edges(self) -> Iterator[int]:
        """The offsets where the innermost section changes, in order."""
        return map(self.text_view.shortened_offset, self.prepared.section_edges)

    def section_chain(self, offset: int) -> tuple[Section, ...]:
        """Return the sections around an offset, the outermost first."""
        return self.prepared.sections_at(self.text_view.original_offset(offset))

    @cached_property
    def title_span(self) -> Span:
        """The title, or the first line if that may be one; empty without either."""
        return find_title_span(self.prepared, self.text_view)

    @cached_property
    def plan_period(self) -> DateMention | None:
        """The period of the plan that the document is, if its title or its beginning names one."""
        title = self.title_span
        for mention in self.dates_between(0, OPENING):
            in_title = title[0] <= mention.start < title[1]
            if not in_title and self.line_end(mention.end) - self.line_start(mention.start) > _SHORT:
                continue  # a sentence that only mentions a plan
            if mention.when.grain == "period" and self.cues.patterns[_PLAN].match(self.text, mention.end):
                return mention
        return None

    def quote_original(self, words: str, start: int, end: int) -> str:
        """Return words found between two offsets as the original writes them, in its own script.

        Words that are not contiguous there (城镇 and 居民收入 of 城镇和农村居民收入) stay folded.
        """
        at = self.text.find(words, start, end) if words else -1
        if at < 0:
            return words
        if self.text_view.is_whole:
            return self.prepared.text[at : at + len(words)]
        # The pinyin of the last character belongs to it.
        first, last = self.text_view.original_span(at, at + len(words) + 1)
        return self.prepared.text[first : last - 1]

    @cached_property
    def first_deadline(self) -> str | None:
        """The earliest day by which something is due, of the dates that have days; None without one."""
        return coming_dates.find_first_deadline(self.text, self.dates, self.cues)

    @cached_property
    def latest_count(self) -> str:
        """The latest day up to which something is counted (截至2030年3月底); empty without one."""
        return coming_dates.find_latest_count(self.text, self.dates, self.cues)

    @cached_property
    def planned_from(self) -> str | None:
        """The first day that a plan which is announced is for; None where none is announced."""
        return coming_dates.find_planned_from(self.text, self.dates)

    def write_unit(self, unit: str, start: int, end: int) -> str:
        """Return the unit of a figure between two offsets in the document's own script: 個 of 12個, but % of ５％."""
        if not self.text_view.is_whole:
            return unit
        return "".join(map(normalize_character, self.quote_original(unit, start, end)))

    def locate_date(self, mention: DateMention) -> DateRef:
        """Return a mention's date with its span and text in the original."""
        date = self._located.get(mention.start)
        if date is None:
            span = self.text_view.original_span(mention.start, mention.end)
            date = mention.when._replace(span=span, text=self.prepared.text[span[0] : span[1]])
            self._located[mention.start] = date
        return date

    def quote(self, start: int, end: int) -> str:
        """Return the original text between two offsets."""
        if not self.text_view.is_whole:
            start, end = self.text_view.original_span(start, end)
        return self.prepared.text[start:end]

    def is_over(self, end: str) -> bool:
        """Return whether a day lies before the document's year or, if that is unknown, before a plan that it names."""
        if self.year is not None:
            return int(end[:4]) < self.year
        return end < self._last_plan

    @cached_property
    def _last_plan(self) -> str:
        return coming_dates.find_last_plan(self.dates)
