"""The sentences and clauses of a text, with their spans.

A sentence ends at 。！？；or …… and at every line break; closing quotes and brackets after the mark belong to it.
A mark inside quotes or brackets that soon close again does not end the sentence around them.
Half-width marks, which crawled copies have, count between Han characters; a dot in a number never does.

>>> [sentence.text for sentence in find_sentences("他说：“好。”大家同意。增长3.5%；请看（见附件。）一节")]
['他说：“好。”大家同意。', '增长3.5%；', '请看（见附件。）一节']
>>> text = "加强统筹,稳步推进，到2025年达到1,200个"
>>> [text[a:b] for a, b in find_clauses(text)]
['加强统筹', '稳步推进', '到2025年达到1,200个']
"""

import re
from collections.abc import Iterable, Iterator

from policytext.model.document import Sentence, Span
from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern

_CLOSING = "”’」』）)》〉】〕\"'"
# One character class comes first, so that the engine skips from mark to mark; `_is_sentence_end` checks half-width marks.
_STOP = LazyPattern(rf"[\r\n。！？；!?…;.](?:(?<=[\r\n])[\r\n]*|(?<=[^\r\n])[。！？；!?…;.]*[{_CLOSING}]*)")
_BEFORE_HALF_WIDTH = LazyPattern(rf"(?:{LETTER}|[\d”）)》%％])")
_AFTER_DOT = LazyPattern(rf"\s|(?:{LETTER}|[“《])")
_ANY_OPENING = LazyPattern("[“‘「『（(《【]")
_CLAUSE = LazyPattern(r"[，；。！？：;!?\r\n]|,(?!\d{3})|:(?!\d|//)|…{2,}")
_OPENING = {"”": "“", "’": "‘", "」": "「", "』": "『", "）": "（", ")": "(", "》": "《", "】": "【"}
_BLANK = " \t\u3000\xa0\u2002\u2003\u200b\ufeff\r\n\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029"

#: A quotation with a full stop that closes within this number of characters is part of its sentence.
_MAX_EMBEDDED = 120


def find_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Sentence]:
    """Find the sentences of ``text[start:end]``, in order, disjoint, and covering all but white space.

    Args:
        text: the text.
        start, end: the range to read, in code points; spans count from the text's beginning.
    """
    for span in find_sentence_spans(text, start, end):
        yield Sentence(span=span, text=text[span[0] : span[1]])


def find_sentence_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Find the spans of the sentences of ``text[start:end]``; see `find_sentences`."""
    limit = len(text) if end is None else end
    upcoming = (opening.start() for opening in _ANY_OPENING.finditer(text, start, limit))
    position, opened = start, -1
    following = next(upcoming, limit)
    for match in _STOP.finditer(text, start, limit):
        mark, stop = match.span()
        while following < mark:
            opened, following = following, next(upcoming, limit)
        sign = text[mark]
        if sign in "\r\n":
            stop = mark
        elif (sign not in "。；" and not _is_sentence_end(text, match, limit)) or (
            opened >= max(position, mark - _MAX_EMBEDDED) and _is_embedded(text, position, match, limit)
        ):
            continue
        span = _trim(text, position, stop)
        position = match.end()
        if span is not None:
            yield span
    span = _trim(text, position, limit)
    if span is not None:
        yield span


def _is_sentence_end(text: str, match: re.Match[str], limit: int) -> bool:
    """Return whether the marks end a sentence: a dot may belong to a number, an abbreviation or an address."""
    start = match.start()
    mark = text[start]
    if mark == "…":
        return len(match[0].rstrip(_CLOSING)) > 1
    if mark not in ".;":
        return True
    if start == 0 or not _BEFORE_HALF_WIDTH.match(text, start - 1):
        return False
    if mark == ";" or text[start + 1 : start + 2] in ("。", "！", "？", "；"):
        return True
    return not text[start - 1].isdecimal() and (
        match.end() >= limit or bool(_AFTER_DOT.match(text, match.end()))
    )


def _is_embedded(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Return whether the mark is inside quotes or brackets, or at their end with the sentence going on."""
    earliest = max(start, match.start() - _MAX_EMBEDDED)
    mark = match[0].rstrip(_CLOSING)
    closing = match[0][len(mark) :]
    inside = text[earliest : match.start()]
    for close, opening in _OPENING.items():
        if opening not in inside or inside.count(opening) <= inside.count(close):
            continue
        if close in closing:
            # “好。”他说: words follow the closing mark, and words stand before the opening one.
            following = text[match.end() : match.end() + 1]
            return (
                match.end() < limit
                and following not in _BLANK
                and inside.rfind(opening) > 0
                and following not in _OPENS
            )
        line = text.find("\n", match.end(), match.end() + _MAX_EMBEDDED)
        stop = min(limit, match.end() + _MAX_EMBEDDED if line < 0 else line)
        return text.find(close, match.end(), stop) >= 0 and not (opening == "“" and mark[-1] == "；")
    return False


_OPENS = "“‘「『（(《〈【〔"


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return Span(start, end) if start < end else None


#: Marks inside a sentence (GB/T 15834-2011, 4.4-4.7): a line that ends in one goes on in the next.
_INSIDE = "；;，,、：:"


def count_full_sentences(text: str, spans: Iterable[tuple[int, int]]) -> int:
    """Count the sentences by GB/T 15834: those of `find_sentences`, where ；and an ellipsis inside a line end none.

    >>> text = "有下列情形的：\\n（一）未报告；\\n（二）未改正。\\n附则"
    >>> count_full_sentences(text, find_sentence_spans(text))
    2
    """
    count, going_on = 0, False
    for start, end in spans:
        last = end - 1
        while last > start and text[last] in _CLOSING:
            last -= 1
        mark = text[last]
        going_on = mark in _INSIDE or (mark == "…" and _goes_on_after_ellipsis(text, start, last, end))
        count += not going_on
    return count + going_on


def _goes_on_after_ellipsis(text: str, start: int, last: int, end: int) -> bool:
    """Return whether an ellipsis leaves out a part of a sentence: no full stop before it, and text behind it."""
    while last > start and text[last] == "…":
        last -= 1
    return text[last] not in "。！？!?" and end < len(text) and text[end] not in _BLANK


def find_clauses(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Find the clauses of ``text[start:end]``: the parts between commas, colons and full stops, without the marks."""
    limit = len(text) if end is None else end
    position = start
    for match in _CLAUSE.finditer(text, start, limit):
        span = _trim(text, position, match.start())
        position = match.end()
        if span is not None:
            yield span
    span = _trim(text, position, limit)
    if span is not None:
        yield span


def count_clauses(text: str) -> int:
    """Count the clauses of a text; see `find_clauses`.

    >>> count_clauses("加强统筹,稳步推进，到2025年达到1,200个")
    3
    """
    return sum(1 for part in _CLAUSE.compiled.split(text) if part.strip(_BLANK))
