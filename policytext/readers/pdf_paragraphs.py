"""The paragraphs of printed lines, joined by their places on the page and by the enumerators and stops of Chinese text.

>>> made = [PrintedLine("二、重点任务", 120, 204, 100, 14, 1, 1), PrintedLine("（一）推进一网通办，优化", 120, 502, 124, 14, 1, 2),
...         PrintedLine("政务流程。", 92, 162, 148, 14, 1, 3)]
>>> paragraphs = Paragraphs()
>>> [line.text for line in (*paragraphs.add(made), *paragraphs.end())]
['二、重点任务', '（一）推进一网通办，优化政务流程。']
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from policytext.readers.pdf_printed_lines import (
    PrintedLine,
    has_inner_enumerator,
    list_pieces,
    measure_right,
    starts_with_enumerator,
)
from policytext.readers.pdf_rows import PrintedText
from policytext.text.lazy_patterns import LazyPattern

#: What ends in a page number after leader dots is an entry of a contents page.
_LEADER = LazyPattern(
    r"(?:[.．·・…‥⋯_]\s?){3,}\s*(?:\d{1,4}|[ivxlcIVXLC]{1,7}|[-—–(（]\s?\d{1,4}\s?[-—–)）])$"
)
_ENDS = "。；：！？…;:.!?」』”）"
_WORD = LazyPattern(r"[A-Za-z0-9.,%+/-]+")
_LATIN = 0.6  # the width of a Latin letter, in letters
#: In letters: the smallest indent, the gap at the right of a short line, of one that ends in a stop, of a centred one.
_INDENT, _SHORT, _STOPPED, _CENTRED = 1.2, 2.5, 0.9, 2.5
_HANGING = 8.0  # in letters, the largest hanging indent
_ALIGNED = 0.5  # in letters, by which the starts of aligned lines may differ
_WIDER = 1.6  # the distance between paragraphs, as a multiple of the usual one
#: The same in a column whose lines are regular, their largest distance there, the share of others, and the fewest lines.
_WIDER_REGULAR, _REGULAR, _IRREGULAR_SHARE, _FEWEST_STEPS = 1.3, 1.05, 0.1, 8
_FULL, _FULL_SHARE = 3, 0.4  # the fewest lines at the right edge of a column, and their share
_STOPPED_SHARE = 0.8  # of the full lines that end in a stop where each line is a paragraph
_INNER = 40  # the lines in which an item inside of a paragraph is looked for
_WIDEST = 4.0  # in letters, the largest distance between two lines of a paragraph


class _Measures(NamedTuple):
    """The left and right edges of a column, the largest distance in a paragraph, whether a full line may end one."""

    left: float
    right: float
    widest: float
    stops: bool


class Paragraphs:
    """Joins lines to paragraphs, column by column; a paragraph may go on in the next column or on the next page."""

    def __init__(self) -> None:
        self._open: list[PrintedLine] = []
        #: The right edges of columns by their left edges, in points.
        self._edges: dict[int, float] = {}

    def add(self, column: Sequence[PrintedLine]) -> Iterator[PrintedText]:
        """Yield the paragraphs that end in a column, each with the page and the line where it begins.

        Args:
            column: its lines from the top to the bottom.
        """
        left, right = _find_edges(column)
        if not _is_filled(column, right):
            # Only short lines: the edge is that of a column before.
            right = max(right, self._edges.get(round(left), right))
        self._edges[round(left)] = right
        measures = _Measures(left, right, _find_widest(column), _are_sentences(column, right))
        for line in column:
            if self._open and not _continues(self._open, line, measures):
                yield from self.end()
            self._open.append(line)

    def end(self) -> Iterator[PrintedText]:
        """Yield the open paragraph."""
        if self._open:
            first = self._open[0]
            pieces = list_pieces(self._open)
            turns = tuple(
                (offset, line.page, line.number)
                for offset, before, line in zip(
                    accumulate(map(len, pieces)), self._open, self._open[1:], strict=False
                )
                if line.page != before.page
            )
            size = min(line.size for line in self._open)
            yield PrintedText("".join(pieces), first.page, first.number, turns, parts=first.parts, size=size)
            self._open = []


def _find_edges(column: Sequence[PrintedLine]) -> tuple[float, float]:
    """Return the left and right edges of a column."""
    lefts = Counter(round(line.left) for line in column)
    least = min(lefts)
    # The edge is the leftmost start that several lines share; a single line may be out of place.
    left = min((place for place, count in lefts.items() if count > 1), default=least)
    right = max(map(measure_right, column))
    return float(min(left, least + 2) if left - least > 60 else left), right


def _is_filled(column: Sequence[PrintedLine], right: float) -> bool:
    """Return whether several lines of a column end at its right edge."""
    full = sum(line.right > right - _STOPPED * line.size for line in column)
    return full >= max(_FULL, len(column) * _FULL_SHARE)


def _are_sentences(column: Sequence[PrintedLine], right: float) -> bool:
    """Return whether nearly every full line ends in a stop: each is a paragraph, since text breaks anywhere."""
    full = [line for line in column if line.right > right - _STOPPED * line.size]
    return len(full) >= _FULL and sum(line.text[-1:] in _ENDS for line in full) >= _STOPPED_SHARE * len(full)


def _find_widest(column: Sequence[PrintedLine]) -> float:
    """Return the largest distance between two lines of a paragraph; 0 if the column has only one line."""
    steps = sorted(below.top - above.top for above, below in pairwise(column) if below.top > above.top)
    if not steps:
        return 0.0
    usual = steps[(len(steps) - 1) // 3]
    # Where all lines of paragraphs are set at one distance, a slightly wider one separates paragraphs.
    between = sum(_REGULAR * usual < step < _WIDER_REGULAR * usual for step in steps)
    regular = len(steps) >= _FEWEST_STEPS and between <= _IRREGULAR_SHARE * len(steps)
    return usual * (_WIDER_REGULAR if regular else _WIDER)


def _continues(paragraph: Sequence[PrintedLine], line: PrintedLine, measures: _Measures) -> bool:
    """Return whether a line continues a paragraph."""
    last = paragraph[-1]
    left, right = measures.left, measures.right
    size = max(line.size, 1.0)
    if (
        abs(line.size - last.size) > 0.1 * size
        or line.parts
        or last.parts
        or _LEADER.search(last.text[-200:])
    ):
        return False
    same_column = last.page == line.page and line.top > last.top
    if same_column and line.top - last.top > min(measures.widest or size, _WIDEST * size):
        return False
    hangs = _hangs(paragraph, line)
    if not hangs and line.left - left > _CENTRED * size and right - line.right > _CENTRED * size:
        return False
    # In another column the edges belong to the new one, so only the lengths of the lines are comparable.
    short = right - last.right if same_column else right - left - last.right + last.left - _INDENT * 2 * size
    # An unbreakable word such as 40.9% would not have fitted on the line before.
    word = _WORD.match(line.text)
    allowance = _SHORT * size + (_LATIN * size * len(word[0]) if word else 0.0)
    stopped = last.text[-1:] in _ENDS
    if short > allowance or (stopped and (measures.stops or short > _STOPPED * size)):
        return False
    if line.left - left > _INDENT * size and not hangs:
        return False
    if stopped and len(paragraph) > 1 and _is_outdented(paragraph, line):
        return False
    if not (stopped and starts_with_enumerator(line.text)):
        return True
    return line.right > right - _SHORT * size and _is_item_inside(paragraph, line)


def _is_item_inside(paragraph: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Return whether a line that begins with an enumerator stands in a paragraph: it has no indent, unlike the paragraph,
    which holds other items.
    """
    if paragraph[0].left - line.left < _INDENT * line.size:
        return False
    return has_inner_enumerator("".join([part.text for part in paragraph[-_INNER:]]))


def _hangs(paragraph: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Return whether a line begins where the others of a paragraph with a hanging indent do."""
    first = paragraph[0]
    indent = line.left - first.left
    slack = _ALIGNED * line.size
    if not _INDENT * line.size < indent < _HANGING * line.size:
        return False
    if len(paragraph) > 1:
        return abs(line.left - paragraph[-1].left) <= slack
    return starts_with_enumerator(first.text) or first.text[-1:] not in _ENDS


def _is_outdented(paragraph: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Return whether a line begins left of the hanging lines before it, as the next item does."""
    last, first = paragraph[-1], paragraph[0]
    indent = _INDENT * line.size
    # Columns and pages may begin at other places: the line must begin where the paragraph did.
    same = first.page == last.page == line.page and line.top > last.top
    begins = same or abs(line.left - first.left) <= _ALIGNED * line.size
    return begins and last.left - first.left > indent and last.left - line.left > indent
