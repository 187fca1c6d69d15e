"""Series of consecutive numbers: 一是 … 二是 …, （一）…（二）… inside a line, and whole documents on one line.

One inline 一是 is a figure of speech; 一是 … 二是 … is a list. Every marker inside a line must belong to a series.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from policytext.outliner.false_markers import is_inline_citation, is_tautology
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import BOUNDARY, Marker
from policytext.text.lazy_patterns import LazyPattern

_SERIES_FORMS = frozenset({"shi", "yao", "order", "nth"})
_COLLAPSED_FORMS = ("han", "paren-han", "chapter", "section", "article")
_START = attrgetter("start")
_SHORT_TITLE = 20
_NUMERALS = frozenset("一二三四五六七八九十")
_SENTENCE_END = frozenset('。；;：:！!？?”"」』）)…】> \t\u3000\xa0\r\n')

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


# ------------------------------------------------------------------------------------ 一是 … 二是 …


@dataclass(slots=True)
class _Series:
    """An open series: its styles (是, 要, 首先, 第一，), its members, and the series around it."""

    members: list[Marker]
    styles: set[str]
    last: int
    parent: "_Series | None" = None
    continued: bool = False  # whether the parent continued after this series began
    depth: int = field(default=0)


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
            marker.ordinal == 1 and part and _touches_title(text, barriers[part - 1] + 3, marker.start)
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


# ------------------------------------------------------------------------- （一）…（二）… inside lines


def keep_collapsed_series(
    lines: LineViews, markers: Iterable[Marker], line_markers: Sequence[Marker]
) -> list[Marker]:
    """Return the headings inside lines: a series from 1, or one that continues a heading at a line's start.

    Args:
        lines: the text.
        markers: the result of `find_inline_markers`.
        line_markers: the accepted markers at line starts, in order.
    """
    # Markers at line starts are accepted or rejected by `false_markers`.
    line_starts = {marker.start for marker in line_markers}
    inline = [
        m
        for m in markers
        if m.form in _COLLAPSED_FORMS
        and m.start not in line_starts
        and lines.begins[lines.index(m.start)] != m.start
    ]
    pairs = [m.start for m in inline if m.form == "paren-han" and m.ordinal == 1]
    kept: list[Marker] = []
    for form in _COLLAPSED_FORMS:
        inside = [m for m in inline if m.form == form]
        if inside:
            merged = inside + [m for m in line_markers if m.form == form]
            merged.sort(key=_START)
            kept += _find_runs(lines, merged, pairs)
    kept += _find_first_of_pairs(lines.text, kept, inline)
    kept.sort(key=_START)
    return kept


def _find_runs(lines: LineViews, merged: list[Marker], pairs: list[int]) -> Iterator[Marker]:
    run: list[Marker] = []
    text = lines.text
    for marker in merged:
        number, last = marker.ordinal or 0, (run[-1].ordinal or 0) if run else 0
        if marker.at_line:
            if not run or number != last + 1:
                yield from _close_run(text, run, pairs)
                run = []
            run.append(marker)
        elif is_inline_citation(text, marker):
            continue
        elif run and number == last + 1 and _may_go_on(text, marker):
            run.append(marker)
        elif number == 1 and _may_begin(text, marker) and not _is_inside_same_form(lines, run, marker):
            yield from _close_run(text, run, pairs)
            run = [marker]
    yield from _close_run(text, run, pairs)


def _close_run(text: str, run: list[Marker], pairs: list[int]) -> Iterator[Marker]:
    alone = len(run) == 1 and not _opens_a_pair(text, run[0], pairs)
    if not alone:
        yield from (marker for marker in run if not marker.at_line)


def _opens_a_pair(text: str, marker: Marker, pairs: list[int]) -> bool:
    """Return whether （一） soon follows 一、, as in an excerpt that ends before 二、."""
    if marker.form != "han" or marker.at_line:
        return False
    place = bisect_right(pairs, marker.end)
    return (
        place < len(pairs)
        and 2 < pairs[place] - marker.end < 40
        and "。" not in text[marker.end : pairs[place]]
    )


def _find_first_of_pairs(text: str, kept: Sequence[Marker], inline: Iterable[Marker]) -> list[Marker]:
    """Return each （一） directly after the title of a kept 一、, as in an excerpt that ends before （二）."""
    kept_starts = {marker.start for marker in kept}
    openings = [marker.end for marker in kept if marker.form == "han"]
    pairs = []
    for marker in inline:
        if (
            marker.form == "paren-han"
            and marker.ordinal == 1
            and marker.start not in kept_starts
            and openings
        ):
            opening = openings[max(0, bisect_right(openings, marker.start) - 1)]
            if 2 < marker.start - opening < 40 and "。" not in text[opening : marker.start]:
                pairs.append(marker)
    return pairs


def _may_begin(text: str, marker: Marker) -> bool:
    before = text[marker.start - 1] if marker.start else "\n"
    if before in _SENTENCE_END:
        return text[marker.end : marker.end + 1] not in _NUMERALS or marker.form == "paren-han"
    return marker.form == "paren-han" and before not in "、，,0123456789"


def _may_go_on(text: str, marker: Marker) -> bool:
    if is_at_boundary(text, marker.start) or marker.form == "paren-han":
        return True
    return (
        marker.form == "han"
        and text[marker.end : marker.end + 1] not in _NUMERALS
        and text[marker.start - 1] not in "第、"
    )


def _is_inside_same_form(lines: LineViews, run: list[Marker], marker: Marker) -> bool:
    """Return whether a list restarts inside a section of the same form: （一）…包括（一）…；（二）…"""
    return bool(run) and run[-1].at_line and lines.index(run[-1].start) == lines.index(marker.start)


# ------------------------------------------------------------------------------ 1. … 2. … in one line


def keep_arabic_series(text: str, markers: Iterable[Marker], opened: int) -> list[Marker]:
    """Return the series 1. 2. 3. without gaps in one part of a collapsed line, each member at a boundary.

    Args:
        text: the text.
        markers: the result of `find_inline_arabic_markers` for the part.
        opened: the start of the title of the heading above, which may touch the first number.
    """
    kept: list[Marker] = []
    runs: dict[str, list[Marker]] = {}
    for marker in markers:
        before = text[marker.start - 1] if marker.start else "\n"
        run = runs.get(marker.form, [])
        if run and marker.ordinal == (run[-1].ordinal or 0) + 1 and before in _SENTENCE_END:
            run.append(marker)
        elif marker.ordinal == 1 and (before in _SENTENCE_END or _touches_title(text, opened, marker.start)):
            kept += run if len(run) > 1 else ()
            runs[marker.form] = [marker]
    for run in runs.values():
        kept += run if len(run) > 1 else ()
    kept.sort(key=_START)
    return kept


def _touches_title(text: str, opened: int, start: int) -> bool:
    """Return whether only a short title is between two markers: （二）招商条件1．金融机构."""
    return 2 <= start - opened <= _SHORT_TITLE and BOUNDARY.isdisjoint(text[opened:start])
