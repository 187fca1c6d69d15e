"""The captures of a statement, checked and read by the readers of amounts, dates and bodies.

A capture at the beginning or the end of a statement may be longer or shorter than its pattern found it: the reader
decides where a body begins and where an amount ends. What a reader does not recognise is no capture of its type.
"""

import re
from functools import lru_cache

from policytext.extractor.bodies import find_body_ends, is_body, match_verb, split_bodies
from policytext.extractor.clauses import ClauseView
from policytext.extractor.dates import DateMention, find_dates
from policytext.extractor.quantities import Quantity, find_quantities
from policytext.model.document import Span
from policytext.model.extractions import Capture
from policytext.text.amounts import parse_amount
from policytext.text.lazy_patterns import LazyPattern

_MONEY = ("元", "欧元", "英镑", "新台币")
# What stands before the first word of a clause, where the name of a body may begin; not 、, behind which a list goes on.
_BOUNDARY = LazyPattern(r"[\s,，。;；:：!！?？()（）]|由|请|[0-9][.．]")
_MARKER = LazyPattern(r"[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．][ \u3000]?")
_DIGIT = LazyPattern("[0-9]")
_OPENING = 3  # characters
_PLACES = "省市县区乡镇州旗"
_LONGER = 6  # characters that make a name longer


class CaptureReader:
    """Reads the captures of one document.

    Args:
        view: the document as the extraction reads it.
        text: its folded text, with the offsets of the captures.
    """

    def __init__(self, view: ClauseView, text: str) -> None:
        self._view, self._text = view, text
        self._quantities = lru_cache(maxsize=8)(self._find_quantities)
        self._dates = lru_cache(maxsize=8)(self._find_dates)

    def read(self, capture: Capture, hit: Span, sentence: Span) -> Capture | None:
        """Return a capture with its value and its exact span, None if it is not of its type.

        Args:
            capture: as the pattern found it.
            hit: the whole statement.
            sentence: the sentence around it.
        """
        if capture.type in ("number", "money"):
            return self._read_amount(capture, hit, sentence)
        if capture.type == "date":
            return self._read_date(capture, hit, sentence)
        if capture.type == "body":
            return self._read_body(capture, hit)
        return capture

    def _read_amount(self, capture: Capture, hit: Span, sentence: Span) -> Capture | None:
        start, end = capture.span
        for quantity in self._quantities(sentence):
            if not (
                quantity.first <= start <= quantity.start or start <= quantity.start <= start + _OPENING
            ) or (capture.type == "money" and not _is_money(quantity)):
                continue
            last = quantity.last if end == hit.end and quantity.last >= end else end
            if capture.type == "money" and last < quantity.end:
                return None
            return capture._replace(
                span=Span(start, last),
                value=quantity.low,
                value_high=quantity.high,
                unit=quantity.unit,
                comparator=quantity.comparator,
            )
        # 一 of 一网通办 is no number; digits without a unit are.
        bare = capture.type == "number" and _DIGIT.search(self._text, start, end)
        value = parse_amount(self._text[start:end]) if bare else None
        return None if value is None else capture._replace(value=value, comparator="=")

    def _read_date(self, capture: Capture, hit: Span, sentence: Span) -> Capture:
        start, end = capture.span
        for mention in self._dates(sentence):
            if mention.start <= start < mention.end:
                if end == hit.end and mention.start == start:
                    end = max(end, mention.end)
                return capture._replace(span=Span(start, end), start=mention.when.start, end=mention.when.end)
        return capture

    def _read_body(self, capture: Capture, hit: Span) -> Capture | None:
        start, end = capture.span
        cues, text = self._view.cues, self._text
        ends = [start + offset for offset in find_body_ends(text[start:end], cues)]
        if end == hit.end:
            ends = [self._end_list(start, ends)] if start != hit.start else ends
        elif end not in ends:
            return None
        else:
            ends = [end]
        starts = self._list_starts(start, end) if start == hit.start else [start]
        for first in starts:
            for last in ends:
                if first < last and is_body(text, first, last, cues):
                    return capture._replace(span=Span(first, last))
        return None

    def _end_list(self, start: int, ends: list[int]) -> int:
        """Return where the first body or list of bodies ends that begins at `start`; `start` itself without one."""
        cues, text, found = self._view.cues, self._text, start
        for end in ends:
            parts = split_bodies(text, start, end)
            if not parts or not is_body(text, start, end, cues) or not is_body(text, *parts[-1], cues):
                continue
            first = parts[-1][0]
            if start < found <= first:
                goes_on = first - found <= 1  # the next name of the list
            else:  # a longer ending of the same name: 市|财政局, 市财政局|办公室
                is_place = text[found - 1] in _PLACES
                goes_on = (
                    found == start
                    or is_place
                    or (end - found <= _LONGER and match_verb(text, found, end, cues) is None)
                )
            if not goes_on:
                break
            found = end
        return found

    def _list_starts(self, start: int, end: int) -> list[int]:
        """Return the offsets at which a name that opens the statement may begin, the first one first."""
        before = self._text[max(start - _OPENING, 0) : start]
        opens = start == 0 or bool(re.search(rf"(?:{_BOUNDARY.pattern})$", before))
        if marker := _MARKER.match(self._text, start, end):
            start, opens = marker.end(), True
        return [
            *([start] if opens else []),
            *(found.end() for found in _BOUNDARY.finditer(self._text, start, end)),
        ]

    def _find_quantities(self, sentence: Span) -> list[Quantity]:
        low = sentence.start
        return [
            _shift(quantity, low)
            for quantity in find_quantities(self._text[low : sentence.end], self._view.cues)
        ]

    def _find_dates(self, sentence: Span) -> list[DateMention]:
        view, low = self._view, sentence.start
        document = view.prepared.document
        month = int(document.date[5:7]) if document.date and len(document.date) >= 7 else None
        found = find_dates(
            self._text[low : sentence.end],
            view.year,
            view.cues,
            roc=view.region == "tw",
            month=month,
            after=view.region == "hk",
        )
        return [mention._replace(start=mention.start + low, end=mention.end + low) for mention in found]


def _is_money(quantity: Quantity) -> bool:
    return quantity.unit.endswith(_MONEY)


def _shift(quantity: Quantity, by: int) -> Quantity:
    return quantity._replace(
        start=quantity.start + by,
        end=quantity.end + by,
        first=quantity.first + by,
        last=quantity.last + by,
    )
