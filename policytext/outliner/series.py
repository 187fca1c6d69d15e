"""Series of consecutive numbers inside lines: 一是 … 二是 …, 首先 … 其次 …, 第一，… 第二，…

One inline 一是 is a figure of speech; 一是 … 二是 … is a list. Every marker inside a line must belong to a series.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from policytext.outliner.false_markers import is_tautology
from policytext.outliner.markers import BOUNDARY, Marker
from policytext.text.lazy_patterns import LazyPattern

_SERIES_FORMS = frozenset({"shi", "yao", "order", "nth"})
_START = attrgetter("start")
#: In characters: a title between two markers that touch it is no longer.
SHORT_TITLE = 20

#: The mark of a note between a sentence and the next member of a series: 先行一步。[53]第二，…
_NOTE_MARK = LazyPattern(r"(?:[\[［]\d{1,3}[\]］]|[⁰¹²³⁴-⁹]{1,3})\Z")
_NOTE_ENDS = frozenset("]］⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_NOTE_MARK = 5


def is_at_boundary(text: str, start: int) -> bool:
    """Return whether a clause may begin at `start`: after punctuation or a space, or at the text's start."""
    if start == 0 or text[start - 1] in BOUNDARY:
        return True
    if text[start - 1] not in _NOTE_ENDS:
        return False
    note = _NOTE_MARK.search(text, max(start - _LONGEST_NOTE_MARK, 0), start)
    return note is not None and (note.start() == 0 or text[note.start() - 1] in BOUNDARY)


@dataclass(slots=True)
class _Series:
    """An open series: its styles (是, 要, 首先, 第一，), its members, and the series around it."""

    members: list[Marker]
    styles: set[str]
    last: int
    parent: "_Series | None" = None
    continued: bool = False  # whether the parent continued after this series began
    depth: int = 0


def keep_series(
    text: str, markers: Iterable[Marker], barriers: Sequence[int]
) -> Iterator[tuple[Marker, int]]:
    """Yield the members of inline series, each with its depth of nesting from 0, in reading order.

    Args:
        text: the text.
        markers: the result of `find_inline_markers`.
        barriers: the offsets where sections open, ascending; no series crosses one.
    """
    runs: list[_Series] = []
    open_runs: list[_Series] = []
    open_part = -1
    for marker in markers:
        if marker.form not in _SERIES_FORMS or is_tautology(text, marker):
            continue
        part = bisect_right(barriers, marker.start)
        if not is_at_boundary(text, marker.start) and not (
            marker.ordinal == 1 and part and touches_title(text, barriers[part - 1] + 3, marker.start)
        ):
            continue
        if part != open_part:
            open_runs, open_part = [], part
        _assign_to_series(marker, open_runs, runs)
    kept: list[tuple[Marker, int]] = []
    for run in runs:
        if run.parent is not None and run.continued and len(run.parent.members) > 1:
            run.depth = run.parent.depth + 1
        if len(run.members) > 1:
            kept += ((member, run.depth) for member in run.members)
    kept.sort(key=lambda pair: pair[0].start)
    yield from kept


def _assign_to_series(marker: Marker, open_runs: list[_Series], runs: list[_Series]) -> None:
    style, number = marker.form, marker.ordinal or 0
    if number == 0:  # 最后 ends a series of 首先 … 其次
        if open_runs and "order" in open_runs[-1].styles and open_runs[-1].last > 1:
            marker.ordinal = open_runs[-1].last + 1
            _append(open_runs, len(open_runs) - 1, marker)
        return None
    for index in range(len(open_runs) - 1, -1, -1):
        run = open_runs[index]
        # A repeated or a missing number is an error of the text, not the end of the series.
        if style in run.styles and number > 1 and run.last <= number <= run.last + 2:
            return _append(open_runs, index, marker)
    for index in range(len(open_runs) - 1, -1, -1):
        run = open_runs[index]
        if number == run.last + 1 == 2:
            run.styles.add(style)
            return _append(open_runs, index, marker)
    if number == 1 or (number == 2 and style in ("shi", "yao")):
        for index, run in enumerate(open_runs):
            if style in run.styles:
                del open_runs[index:]
                break
        run = _Series([marker], {style}, number, open_runs[-1] if open_runs else None)
        open_runs.append(run)
        runs.append(run)
    return None


def _append(open_runs: list[_Series], index: int, marker: Marker) -> None:
    for inner in open_runs[index + 1 :]:
        if inner.parent is open_runs[index]:
            inner.continued = True
    del open_runs[index + 1 :]
    run = open_runs[index]
    run.members.append(marker)
    run.last = marker.ordinal or run.last


def touches_title(text: str, opened: int, start: int) -> bool:
    """Return whether only a short title is between two markers: （二）招商条件1．金融机构."""
    return 2 <= start - opened <= SHORT_TITLE and BOUNDARY.isdisjoint(text[opened:start])
