"""The printed lines of a page: letters on one baseline, with spaces where a reader sees them.

A wide gap, or a ruled line of a table, ends a line: each cell is a line of its own, and so is each column.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from policytext.model.records import NamedTuple
from policytext.readers.pdf_letters import Letter
from policytext.readers.pdf_printed_lines import Gap, PrintedLine, is_enumerator
from policytext.readers.pdf_rules import RuledLine
from policytext.text.raised import SUPERSCRIPTS

# Distances in the size of a letter.
_SAME_LINE = 0.5  # the largest distance between two baselines of one line
_GAP = 1.8  # the narrowest gap between two cells of a table
_SPACE = 0.8  # the narrowest space between Chinese characters; less is justification
_WIDE = 0.6  # the narrowest space that may separate the cells of an aligned table
_LATIN_SPACE = 0.13  # the narrowest space between Latin letters, or between digits
_DRAWN_SPACE, _HAN_SPACE = (
    0.08,
    0.18,
)  # the same, and beside a Chinese character, where the file has a space character
_OVERLAP = 0.35  # the largest overlap of neighbours
_EMPTY = 0.5  # the empty share of a full-width mark's box, which a neighbour may overlap
_SMALL, _RAISED = 0.8, 0.15  # the largest size and the lowest baseline of a superscript
_TWICE = 0.3  # in its width, how far a letter is moved that is drawn twice to look bold
_EITHER = "“”‘’—…·"
_CLOSING, _OPENING = "，。、；：！？”’）》〉】」』", "“‘（《〈【「『"


class PageFrame(NamedTuple):
    """How letters become lines of a page.

    Args:
        page: the number of the page.
        top: its upper edge, in the direction of its lines.
        rules: the upright ruled lines, which separate cells.
    """

    page: int
    top: float
    rules: Sequence[RuledLine]


def build_lines(letters: Iterable[Letter], frame: PageFrame, first: int = 1) -> Iterator[list[PrintedLine]]:
    """Yield the rows of a page, each with its lines from left to right.

    Args:
        letters: the letters in the order of the content stream.
        frame: the page.
        first: the number of the first row.
    """
    number = first
    for row in _merge_rows(_group_rows(letters)):
        shown = [letter for letter in row if not letter.sign.isspace()]
        if shown:
            yield list(_split_row(row, shown, frame, number))
            number += 1


def _group_rows(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Group letters into parts of lines, in the order of the page's content stream."""
    row: list[Letter] = []
    for letter in letters:
        if row:
            last = row[-1]
            if (
                abs(letter.base - last.base) > _SAME_LINE * max(letter.size, last.size)
                or letter.left < last.left - letter.size
            ):
                yield row
                row = []
            elif _is_drawn_twice(last, letter):
                continue
        row.append(letter)
    if row:
        yield row


def _is_drawn_twice(one: Letter, other: Letter) -> bool:
    """Return whether a letter is drawn again at nearly the same place, as bold letters of a font without them are."""
    near = _TWICE * (one.right - one.left)
    return (
        one.sign == other.sign
        and one.run != other.run
        and abs(one.left - other.left) <= near
        and abs(one.base - other.base) <= near
    )


def _merge_rows(rows: Iterable[list[Letter]]) -> Iterable[list[Letter]]:
    """Merge rows with the letters set into their gaps: letters of another font, often quotes, come separately."""
    found: list[list[Letter]] = []
    by_height: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        height = round(row[0].base)
        # A superscript that is drawn by itself stands above its line.
        steps = (0, -1, 1, *range(-2, -round(row[0].size), -1)) if len(row) <= 4 else (0, -1, 1)
        near = (found[at] for step in steps for at in by_height.get(height + step, ()))
        host = next((host for host in near if _can_merge(host, row, height)), None)
        if host is None:
            by_height[height].append(len(found))
            found.append(row)
        elif not _is_row_drawn_twice(host, row):
            host[:] = sorted((*host, *row), key=lambda letter: letter.left)
    return found


def _can_merge(host: list[Letter], inner: list[Letter], height: int) -> bool:
    """Return whether the letters of one row fit into gaps of the other, or are the same again."""
    raised = abs(height - round(host[0].base)) > 1
    if raised and inner[0].size > _SMALL * host[0].size:
        return False
    slack = 0.5 * inner[0].size if raised else 0.0
    if host[-1].right + slack < inner[0].left or inner[-1].right < host[0].left:
        return False
    lefts = [letter.left for letter in host]
    for letter in inner:
        at = bisect_right(lefts, letter.left + _OVERLAP * letter.size)
        if (at and _overlap(host[at - 1], letter)) or (at < len(host) and _overlap(letter, host[at])):
            return _is_row_drawn_twice(host, inner)
    return True


def _is_row_drawn_twice(host: list[Letter], row: list[Letter]) -> bool:
    lefts = [letter.left for letter in host]
    for letter in row:
        near = _TWICE * (letter.right - letter.left)
        around = host[bisect_left(lefts, letter.left - near) : bisect_right(lefts, letter.left + near)]
        if not any(_is_drawn_twice(other, letter) for other in around):
            return False
    return True


def _overlap(before: Letter, after: Letter) -> bool:
    """Return whether a letter overlaps the next one so far that both can't belong to one line."""
    empty = _EMPTY * ((before.sign in _CLOSING) + (after.sign in _OPENING))
    return before.right - after.left > (_OVERLAP + empty) * after.size


def _split_row(
    row: Sequence[Letter], shown: Sequence[Letter], frame: PageFrame, number: int
) -> Iterator[PrintedLine]:
    """Yield the lines of a row, separated by wide gaps and by ruled lines."""
    middle = sorted(shown, key=lambda letter: letter.size)[len(shown) // 2]
    size, base = middle.size, middle.base
    tight, stretched = _measure_spacing(row)
    text, first, before, spaced = "", shown[0], shown[0], False
    gaps: list[Gap] = []
    for letter in row:
        if letter.sign.isspace():
            spaced = True
            continue
        if text:
            gap = letter.left - before.right
            if (gap > _GAP * size and not is_enumerator(text)) or _is_ruled(before, letter, frame.rules):
                yield PrintedLine(
                    text,
                    first.left,
                    before.right,
                    frame.top - base,
                    size,
                    frame.page,
                    number,
                    gaps=tuple(gaps),
                )
                text, first, gaps = "", letter, []
            elif _is_space(before.sign, letter.sign, gap / size, spaced, (tight / size, stretched / size)):
                if gap > _WIDE * size:
                    gaps.append((len(text), before.right, letter.left))
                text += " "
        raised = letter.size < _SMALL * size and letter.base > base + _RAISED * size
        text += letter.sign.translate(SUPERSCRIPTS) if raised and text else letter.sign
        before, spaced = letter, False
    yield PrintedLine(
        text, first.left, before.right, frame.top - base, size, frame.page, number, spaced, tuple(gaps)
    )


def _is_space(before: str, after: str, gap: float, spaced: bool, spacing: tuple[float, float]) -> bool:
    """Return whether a reader sees a space in a gap; the gap and the spacing of the row are in letters."""
    tight, stretched = spacing
    wide = _are_wide(before, after)
    digits = before.isdigit() and after.isdigit()
    if spaced:
        return gap > (_DRAWN_SPACE if digits or not wide else _HAN_SPACE + stretched)
    if wide:
        return gap - stretched > (_LATIN_SPACE if digits else _SPACE)
    return gap - tight > _LATIN_SPACE


def _measure_spacing(row: Sequence[Letter]) -> tuple[float, float]:
    """Return by how much the narrow and the wide letters of a row are spaced out, at least.

    A line may be spaced out as a whole; then a gap is a space only where it is wider than the others.
    """
    narrow: list[float] = []
    wide: list[float] = []
    for before, after in pairwise(row):
        if not (before.sign.isspace() or after.sign.isspace()):
            gaps = wide if _are_wide(before.sign, after.sign) else narrow
            gaps.append(after.left - before.right)
    usual = _find_quartile(narrow if len(narrow) > 1 else narrow + wide)
    return usual, _find_quartile(wide)


def _find_quartile(gaps: list[float]) -> float:
    return max(sorted(gaps)[len(gaps) // 4], 0.0) if len(gaps) > 1 else 0.0


def _is_ruled(before: Letter, after: Letter, rules: Sequence[RuledLine]) -> bool:
    """Return whether an upright ruled line stands between two letters."""
    if not rules:
        return False
    at = bisect_left(rules, before.left + 0.5 * (before.right - before.left), key=lambda rule: rule.at)
    middle = before.base + 0.3 * before.size
    end = after.left + 0.5 * (after.right - after.left)
    while at < len(rules) and rules[at].at < end:
        if rules[at].start <= middle <= rules[at].end:
            return True
        at += 1
    return False


def _are_wide(before: str, after: str) -> bool:
    """Return whether two neighbours are Chinese, so that only a wide gap is a space; shared marks follow their neighbour."""
    return max(before, after) >= "\u2e80" or (before in _EITHER and after in _EITHER)
