"""The paragraphs of printed lines, joined by their places on the page and by the enumerators and stops of Chinese text.

>>> made = [PrintedLine("二、重点任务", 120, 204, 100, 14, 1, 1), PrintedLine("（一）推进一网通办，优化", 120, 502, 124, 14, 1, 2),
...         PrintedLine("政务流程。", 92, 162, 148, 14, 1, 3)]
>>> paragraphs = Paragraphs()
>>> [*paragraphs.add(made), *paragraphs.end()]
[('二、重点任务', 1, 1), ('（一）推进一网通办，优化政务流程。', 1, 2)]
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from policytext.text.numerals import HAN_NUMERALS


class PrintedLine(NamedTuple):
    """A printed line, or a part of one that a wide gap or a ruled line separates.

    Args:
        text: its text.
        left, right: its start and end, in points.
        top: the distance of its baseline from the page's upper edge.
        size: the size of its letters.
        page: the number of the page, from 1.
        number: the number of the line on its page, from 1.
        row: whether the text is that of several cells.
        spaced: whether a space is drawn after it.
    """

    text: str
    left: float
    right: float
    top: float
    size: float
    page: int
    number: int = 0
    row: bool = False
    spaced: bool = False


#: The enumerators of headings, articles and items.
_ENUMERATOR = re.compile(
    rf"第[{HAN_NUMERALS}\d]+[章节節编編条條款]|[{HAN_NUMERALS}]+、|[（(][一二三四五六七八九十\d]{{1,3}}[)）]"
    r"|\d{1,2}[.．、](?!\d)|附[件表录錄注]|——|[①-⑳⑴-⒇•●■◆▪]"
)
#: What ends in a page number after leader dots is an entry of a contents page.
_LEADER = re.compile(
    r"(?:[.．·・…‥⋯_]\s?){3,}\s*(?:\d{1,4}|[ivxlcIVXLC]{1,7}|[-—–(（]\s?\d{1,4}\s?[-—–)）])$"
)
_ENDS = "。；：！？…;:.!?」』”）"
_HUNG = "，。、；：！？”’）》〉】」』"
_LATIN_END, _LATIN_START = re.compile(r"[A-Za-z0-9,.;:!?%)]"), re.compile("[A-Za-z0-9(]")
_WORD = re.compile(r"[A-Za-z0-9.,%+/-]+")
_LATIN = 0.6  # the width of a Latin letter, in letters
_HYPHEN = re.compile("[A-Za-z]-$")
#: In letters: the smallest indent, the gap at the right of a short line, of one that ends in a stop, of a centred one.
_INDENT, _SHORT, _STOPPED, _CENTRED = 1.2, 2.5, 0.9, 2.5
_HANGING = 8.0  # in letters, the largest hanging indent
_ALIGNED = 0.5  # in letters, by which the starts of aligned lines may differ
_WIDER = 1.6  # the distance between paragraphs, as a multiple of the usual one
_FULL, _FULL_SHARE = 3, 0.4  # the fewest lines at the right edge of a column, and their share
_STOPPED_SHARE = 0.8  # of the full lines that end in a stop where each line is a paragraph
_WIDEST = 4.0  # in letters, the largest distance between two lines of a paragraph


class _Measures(NamedTuple):
    """The left and right edges of a column, the distance between its lines, whether a full line may end a paragraph."""

    left: float
    right: float
    distance: float
    stops: bool


class Paragraphs:
    """Joins lines to paragraphs, column by column; a paragraph may go on in the next column or on the next page."""

    def __init__(self) -> None:
        self._open: list[PrintedLine] = []
        #: The right edges of columns by their left edges, in points.
        self._edges: dict[int, float] = {}

    def add(self, column: Sequence[PrintedLine]) -> Iterator[tuple[str, int, int]]:
        """Yield the paragraphs that end in a column, each with the page and the line where it begins.

        Args:
            column: its lines from the top to the bottom.
        """
        left, right = _find_edges(column)
        if not _is_filled(column, right):
            # Only short lines: the edge is that of a column before.
            right = max(right, self._edges.get(round(left), right))
        self._edges[round(left)] = right
        measures = _Measures(left, right, _find_line_distance(column), _are_sentences(column, right))
        for line in column:
            if self._open and not _continues(self._open, line, measures):
                yield from self.end()
            self._open.append(line)

    def end(self) -> Iterator[tuple[str, int, int]]:
        """Yield the open paragraph."""
        if self._open:
            first = self._open[0]
            yield join_lines(self._open), first.page, first.number
            self._open = []


def is_enumerator(text: str) -> bool:
    """Return whether a line is only an enumerator, after which a wide gap does not separate cells.

    >>> is_enumerator("第三条"), is_enumerator("3."), is_enumerator("指标")
    (True, True, False)
    """
    return bool(_ENUMERATOR.fullmatch(text))


def starts_with_enumerator(text: str) -> bool:
    """Return whether a line begins with an enumerator."""
    return bool(_ENUMERATOR.match(text))


def join_lines(lines: Sequence[PrintedLine]) -> str:
    """Return the text of wrapped lines: a space between Latin words, none beside Chinese characters."""
    parts: list[str] = []
    spaced = False
    for line in lines:
        text = line.text
        before = parts[-1] if parts else ""
        if _HYPHEN.search(before[-2:]) and text[:1].islower():
            parts[-1] = before[:-1]
        elif before[-1:].isdecimal():
            # A figure of two words may be wrapped between them, as in 10⏎500.
            parts.append(" " if spaced and text[:1].isdecimal() else "")
        elif _LATIN_END.match(before[-1:]) and _LATIN_START.match(text):
            # After a comma a figure goes on: 1,⏎114.
            within_figure = before[-2:-1].isdecimal() and before[-1:] in ".," and text[:1].isdecimal()
            parts.append("" if within_figure else " ")
        parts.append(text)
        spaced = line.spaced
    return "".join(parts)


def _find_edges(column: Sequence[PrintedLine]) -> tuple[float, float]:
    """Return the left and right edges of a column."""
    lefts = Counter(round(line.left) for line in column)
    least = min(lefts)
    # The edge is the leftmost start that several lines share; a single line may be out of place.
    left = min((place for place, count in lefts.items() if count > 1), default=least)
    # A full-width mark at the end of a line may stand outside of the column.
    right = max(line.right - (line.size if line.text[-1:] in _HUNG else 0.0) for line in column)
    return float(min(left, least + 2) if left - least > 60 else left), right


def _is_filled(column: Sequence[PrintedLine], right: float) -> bool:
    """Return whether several lines of a column end at its right edge."""
    full = sum(line.right > right - _STOPPED * line.size for line in column)
    return full >= max(_FULL, len(column) * _FULL_SHARE)


def _are_sentences(column: Sequence[PrintedLine], right: float) -> bool:
    """Return whether nearly every full line ends in a stop: each is a paragraph, since text breaks anywhere."""
    full = [line for line in column if line.right > right - _STOPPED * line.size]
    return len(full) >= _FULL and sum(line.text[-1:] in _ENDS for line in full) >= _STOPPED_SHARE * len(full)


def _find_line_distance(column: Sequence[PrintedLine]) -> float:
    """Return the usual distance between two lines."""
    steps = sorted(below.top - above.top for above, below in pairwise(column) if below.top > above.top)
    return steps[(len(steps) - 1) // 3] if steps else 0.0


def _continues(paragraph: Sequence[PrintedLine], line: PrintedLine, measures: _Measures) -> bool:
    """Return whether a line continues a paragraph."""
    last = paragraph[-1]
    left, right, distance, stops = measures
    size = max(line.size, 1.0)
    if abs(line.size - last.size) > 0.1 * size or line.row or last.row or _LEADER.search(last.text[-200:]):
        return False
    same_column = last.page == line.page and line.top > last.top
    if same_column and line.top - last.top > min(_WIDER * distance or size, _WIDEST * size):
        return False
    hangs = same_column and _hangs(paragraph, line)
    if not hangs and line.left - left > _CENTRED * size and right - line.right > _CENTRED * size:
        return False
    # In another column the edges belong to the new one, so only the lengths of the lines are comparable.
    short = right - last.right if same_column else right - left - last.right + last.left - _INDENT * 2 * size
    # An unbreakable word such as 40.9% would not have fitted on the line before.
    word = _WORD.match(line.text)
    allowance = _SHORT * size + (_LATIN * size * len(word[0]) if word else 0.0)
    stopped = last.text[-1:] in _ENDS
    if short > allowance or (stopped and (stops or short > _STOPPED * size)):
        return False
    if line.left - left > _INDENT * size and not hangs:
        return False
    if stopped and len(paragraph) > 1 and same_column and _is_outdented(paragraph, line):
        return False
    return not (stopped and _ENUMERATOR.match(line.text))


def _hangs(paragraph: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Return whether a line begins where the others of a paragraph with a hanging indent do."""
    first = paragraph[0]
    indent = line.left - first.left
    slack = _ALIGNED * line.size
    if not _INDENT * line.size < indent < _HANGING * line.size:
        return False
    if len(paragraph) > 1:
        return abs(line.left - paragraph[-1].left) <= slack
    return bool(_ENUMERATOR.match(first.text)) or first.text[-1:] not in _ENDS


def _is_outdented(paragraph: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Return whether a line begins left of the hanging lines before it, as the next item does."""
    last, first = paragraph[-1], paragraph[0]
    indent = _INDENT * line.size
    return last.page == first.page and last.left - first.left > indent and last.left - line.left > indent
