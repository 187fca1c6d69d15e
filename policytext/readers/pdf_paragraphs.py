"""The paragraphs of printed lines, joined by their places on the page and by the enumerators and stops of Chinese text.

>>> made = [PrintedLine("二、重点任务", 120, 204, 100, 14, 1), PrintedLine("（一）推进一网通办，优化", 120, 502, 124, 14, 1),
...         PrintedLine("政务流程。", 92, 162, 148, 14, 1), PrintedLine("— 1 —", 280, 315, 800, 10, 1)]
>>> [(text, page, line) for text, page, line in join_paragraphs(made, {1: 842})]
[('二、重点任务', 1, 1), ('（一）推进一网通办，优化政务流程。', 1, 2)]
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from policytext.text.numerals import HAN_NUMERALS


class PrintedLine(NamedTuple):
    """A printed line.

    Args:
        text: its text; a wide gap is two spaces.
        left, right: its start and end, in points.
        top: the distance of its baseline from the page's upper edge.
        size: the size of its letters.
        page: the number of the page, from 1.
    """

    text: str
    left: float
    right: float
    top: float
    size: float
    page: int


#: A page number, matched after spaces are removed: a pattern with many optional spaces is slow on a long line.
_PAGE_NUMBER = re.compile(
    r"[—–\-·.]*第?\d{1,4}[页頁]?(?:[/／,，]?(?:共|of)?\d{1,4}[页頁]?)?[—–\-·.]*|[—–-]*[ivxlc]{1,7}[—–-]*",
    re.I,
)
_DIGITS = re.compile(r"\d+")
#: The enumerators of headings, articles and items.
_ENUMERATOR = re.compile(
    rf"第[{HAN_NUMERALS}\d]+[章节節编編条條款]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]{{1,3}}[)）]"
    r"|\d{1,2}[.．、](?!\d)|附[件表录錄注]|——|[①-⑳⑴-⒇•●■◆▪]"
)
_ENDS = "。；：！？…;:.!?」』”）"
_LATIN_END, _LATIN_START = re.compile(r"[A-Za-z0-9,.;:!?%)]$"), re.compile("[A-Za-z0-9(]")
_WORD = re.compile(r"[A-Za-z0-9.,%+/-]+")
_LATIN = 0.6  # the width of a Latin letter, in letters
_HYPHEN = re.compile("[A-Za-z]-$")
_GAP = "  "
#: The share of a page's height at both ends that may hold running heads.
_MARGIN = 0.1
_SAME = 4.0  # points by which a running head may move between pages
_REPEATED = 3  # the fewest pages of a running head
_SHARE = 0.5  # the smallest share of all pages
#: In letters: the smallest indent, the gap at the right of a short line, of one that ends in a stop, of a centred one.
_INDENT, _SHORT, _STOPPED, _CENTRED = 1.2, 2.5, 0.9, 2.5
_WIDER = 1.6  # the distance between paragraphs, as a multiple of the usual one
_COLUMN = 5  # the fewest lines of a column


def join_paragraphs(
    lines: Iterable[PrintedLine], heights: Mapping[int, float]
) -> Iterator[tuple[str, int, int]]:
    """Yield the paragraphs, each with the page and the line on it where it begins.

    Args:
        lines: the printed lines, page by page.
        heights: the heights of the pages in points.
    """
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    running = _find_running_heads(pages, heights)
    open_text, start = "", (0, 0)
    last: PrintedLine | None = None
    for page in pages:
        kept = [line for line in page if not _is_running_head(line, heights, running)]
        for column in _split_columns(kept):
            edges = _find_edges(column)
            distance = _find_line_distance(column)
            for line in column:
                if last is not None and _continues_paragraph(last, line, edges, distance):
                    open_text = _join_lines(open_text, line.text)
                else:
                    if open_text:
                        yield open_text, *start
                    open_text, start = line.text, (line.page, page.index(line) + 1)
                last = line
            # Where a column ends a paragraph may go on, but nothing is known of the next one's edges.
    if open_text:
        yield open_text, *start


def _find_running_heads(
    pages: Sequence[Sequence[PrintedLine]], heights: Mapping[int, float]
) -> frozenset[tuple[str, int]]:
    """Return the running heads, which are on most pages: their text without numbers, and their height."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_normalize_head(line) for line in page if _is_in_margin(line, heights)})
    least = max(_REPEATED, _SHARE * len(pages))
    return frozenset(head for head, count in seen.items() if count >= least)


def is_enumerator(text: str) -> bool:
    """Return whether a line is only an enumerator, after which a wide gap does not separate cells.

    >>> is_enumerator("第三条"), is_enumerator("3."), is_enumerator("指标")
    (True, True, False)
    """
    return bool(_ENUMERATOR.fullmatch(text))


def _normalize_head(line: PrintedLine) -> tuple[str, int]:
    return _DIGITS.sub("", line.text).strip(), round(line.top / _SAME)


def _is_in_margin(line: PrintedLine, heights: Mapping[int, float]) -> bool:
    height = heights.get(line.page, 842.0)
    return line.top < _MARGIN * height or line.top > (1 - _MARGIN) * height


def _is_running_head(
    line: PrintedLine, heights: Mapping[int, float], running: frozenset[tuple[str, int]]
) -> bool:
    if not _is_in_margin(line, heights):
        return False
    words, height = _normalize_head(line)
    near = any((words, height + step) in running for step in (-1, 0, 1))
    return near or bool(_PAGE_NUMBER.fullmatch("".join(line.text.split())))


def _split_columns(page: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Yield the columns of a page in reading order; a line across both columns ends those above it."""
    lines = sorted(page, key=lambda line: (round(line.top / 2), line.left))
    gutter = _find_gutter(lines)
    if gutter is None:
        if lines:
            yield lines
        return
    left: list[PrintedLine] = []
    right: list[PrintedLine] = []
    for line in lines:
        if line.right <= gutter:
            left.append(line)
        elif line.left >= gutter:
            right.append(line)
        else:
            yield from (column for column in (left, right) if column)
            yield [line]
            left, right = [], []
    yield from (column for column in (left, right) if column)


def _find_gutter(lines: Sequence[PrintedLine]) -> float | None:
    """Return the middle between two columns: few lines cross it, and both sides have enough lines; None without columns."""
    if len(lines) < 2 * _COLUMN:
        return None
    low, high = min(line.left for line in lines), max(line.right for line in lines)
    middle = (low + high) / 2
    left = [line for line in lines if line.right <= middle]
    right = [line for line in lines if line.left >= middle]
    crossing = len(lines) - len(left) - len(right)
    if min(len(left), len(right)) < _COLUMN or crossing > 0.2 * len(lines):
        return None
    # The columns must be side by side and fill their halves; the cells of a table are short.
    overlap = min(left[-1].top, right[-1].top) - max(left[0].top, right[0].top)
    if overlap < 0.5 * (lines[-1].top - lines[0].top):
        return None
    filled = sum(line.right - line.left > 0.35 * (high - low) for line in (*left, *right))
    return middle if filled > 0.6 * (len(left) + len(right)) else None


def _find_edges(column: Sequence[PrintedLine]) -> tuple[float, float]:
    """Return the left and right edges of a column."""
    lefts = Counter(round(line.left) for line in column)
    least = min(lefts)
    # The edge is the leftmost start that several lines share; a single line may be out of place.
    left = min((place for place, count in lefts.items() if count > 1), default=least)
    return float(min(left, least + 2) if left - least > 60 else left), max(line.right for line in column)


def _find_line_distance(column: Sequence[PrintedLine]) -> float:
    """Return the usual distance between two lines."""
    steps = sorted(below.top - above.top for above, below in pairwise(column) if below.top > above.top)
    return steps[(len(steps) - 1) // 3] if steps else 0.0


def _continues_paragraph(
    last: PrintedLine, line: PrintedLine, edges: tuple[float, float], distance: float
) -> bool:
    """Return whether a line continues the paragraph of the line before."""
    left, right = edges
    size = max(line.size, 1.0)
    if abs(line.size - last.size) > 0.1 * size or _GAP in line.text or _GAP in last.text:
        return False
    if line.left - left > _CENTRED * size and right - line.right > _CENTRED * size:
        return False
    short = right - last.right
    same_column = last.page == line.page and line.top > last.top
    if not same_column:
        # The edges belong to the new column, so only the lengths of the lines are comparable.
        short = (right - left) - (last.right - last.left) - _INDENT * 2 * size
    # An unbreakable word such as 40.9% would not have fitted on the line before.
    word = _WORD.match(line.text)
    allowance = _SHORT * size + (_LATIN * size * len(word[0]) if word else 0.0)
    if short > allowance or (last.text[-1:] in _ENDS and short > _STOPPED * size):
        return False
    if line.left - left > _INDENT * size:
        return False
    if same_column and distance and line.top - last.top > _WIDER * distance:
        return False
    return not (_ENUMERATOR.match(line.text) and last.text[-1:] in _ENDS)


def _join_lines(before: str, words: str) -> str:
    if _HYPHEN.search(before) and words[:1].islower():
        return before[:-1] + words
    parted = _LATIN_END.search(before) and _LATIN_START.match(words) and not before[-1:].isdecimal()
    return f"{before} {words}" if parted else before + words
