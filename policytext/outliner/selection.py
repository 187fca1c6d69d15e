"""The selection of the markers that open a section, among all that are written like enumerators.

>>> from policytext.outliner.line_views import LineViews
>>> text = "一、总体要求\\n依照第五条规定。\\n第五条规定的事项\\n二、主要任务"
>>> [marker.marker for marker in select_markers(LineViews(text)).headings]
['一、', '二、']
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from operator import attrgetter

from policytext.model.records import NamedTuple
from policytext.outliner import false_markers
from policytext.outliner.collapsed_series import keep_arabic_series, keep_collapsed_series
from policytext.outliner.contents import find_listed_headings
from policytext.outliner.doubtful_units import continues_line_above, remove_doubtful_units
from policytext.outliner.inline_markers import (
    find_first_inside,
    find_inline_arabic_markers,
    find_inline_markers,
)
from policytext.outliner.line_views import LineViews
from policytext.outliner.markdown_headings import find_unnumbered_headings
from policytext.outliner.marker_order import (
    mark_nested,
    remove_announced_lists,
    remove_contents_pages,
    remove_inner_annexes,
    remove_intruders,
)
from policytext.outliner.markers import Marker, find_line_markers
from policytext.outliner.missing_markers import find_missing_markers
from policytext.outliner.named_markers import find_lone_names
from policytext.outliner.neighbours import keep_with_neighbours
from policytext.outliner.ordinal_headings import find_ordinal_headings
from policytext.outliner.run_on_items import find_run_on_items
from policytext.outliner.series import keep_series
from policytext.outliner.titles import find_title

#: The forms that `_repair_forms` may change or drop.
_REPAIRED = frozenset({"financial", "nth", "roman"})


class Selection(NamedTuple):
    """The markers that open sections: headings in order, and members of inline series with their depth.

    `ranks` has the ranks of the forms that stand in `headings` and in no general order of forms.
    """

    headings: list[Marker]
    series: list[tuple[Marker, int]]
    ranks: Mapping[str, float] = {}


def select_markers(lines: LineViews) -> Selection:
    """Select the markers of the text that open a section."""
    text = lines.text
    inline_markers = find_inline_markers(text)
    if lines.rows:
        inline_markers = [m for m in inline_markers if lines.index(m.start) not in lines.rows]
    found = list(find_line_markers(lines))
    entries = false_markers.find_contents_entries(lines, found)
    entry_lines = {entry.line for entry in entries}
    line_markers = [
        m for m in found if m.line not in entry_lines and not false_markers.is_false_marker(lines, m)
    ]
    if lone := find_lone_names(lines, line_markers):
        line_markers = [marker for marker in line_markers if marker.start not in lone]
    marks = [lines_of for lines_of in (lines.headings, lines.items, lines.styled) if lines_of]
    marked = [m for m in line_markers if any(m.line in lines_of for lines_of in marks)] if marks else []
    line_markers = remove_contents_pages(text, remove_doubtful_units(lines, line_markers))
    line_markers = keep_with_neighbours(lines, list(_repair_forms(lines, line_markers)))
    numbers = {(m.form, m.ordinal) for m in line_markers}
    line_markers = remove_inner_annexes(line_markers)
    line_markers = remove_intruders([m for m in line_markers if not _is_wrapped(lines, m, numbers)])
    if listed := find_listed_headings(lines, entries):
        opened = {marker.line for marker in line_markers}
        line_markers = sorted(
            (*line_markers, *(m for m in listed if m.line not in opened)), key=attrgetter("start")
        )
    if lines.headings or marked:
        line_markers = _add_marked(lines, line_markers, marked)
    collapsed = keep_collapsed_series(lines, inline_markers, line_markers)
    collapsed += _find_arabic_inside(lines, line_markers, collapsed)
    collapsed += _find_first_items(lines, line_markers)
    if run_on := find_run_on_items(lines, found):
        taken = {marker.start for marker in (*line_markers, *collapsed)}
        collapsed += [marker for marker in run_on if marker.start not in taken]
    headings = sorted(
        (*line_markers, *collapsed, *find_missing_markers(lines, line_markers)), key=attrgetter("start")
    )
    headings = mark_nested(remove_announced_lists(text, remove_contents_pages(text, headings)), lines)
    heading_starts = [marker.start for marker in headings]
    series = [
        pair
        for pair in keep_series(text, inline_markers, heading_starts)
        if not _contains(heading_starts, pair[0].start)
    ]
    return Selection(headings, series)


def _add_marked(lines: LineViews, line_markers: list[Marker], marked: list[Marker]) -> list[Marker]:
    """Return the markers with those that Markdown marks as a heading or as an item of a list."""
    kept = {marker.start for marker in line_markers}
    markers = [*line_markers, *(marker for marker in marked if marker.start not in kept)]
    markers += find_unnumbered_headings(lines, markers)
    return sorted(markers, key=attrgetter("start"))


def _contains(ordered: list[int], value: int) -> bool:
    place = bisect_left(ordered, value)
    return place < len(ordered) and ordered[place] == value


def _repair_forms(lines: LineViews, line: list[Marker]) -> Iterator[Marker]:
    """Change the form of 第一， and 壹、 to that of 一、 where they are a damaged 一、; drop members of inline series."""
    if not any(marker.form in _REPAIRED for marker in line):
        yield from line
        return
    han = {marker.ordinal for marker in line if marker.form == "han"}
    chapters = [marker for marker in line if marker.form == "financial"]
    damaged = {m.ordinal or 0 for m in chapters}
    financial_is_damage = (
        len(damaged) == 1 and not damaged & han and any({n - 1, n + 1} & han for n in damaged)
    )
    series = {marker.ordinal for marker in line if marker.form == "nth"}
    ordinals = find_ordinal_headings(lines, line) if series else ()
    letter = 0
    for marker in line:
        if marker.form == "roman" and ord(marker.marker[0]) - ord("A") == letter > 0:
            marker.form, marker.ordinal = "latin", letter + 1  # the I. after H.
        if marker.form == "latin":
            letter = marker.ordinal or 0
        if marker.start in ordinals:
            marker.form = "worded"
        elif marker.form == "nth":
            if {(marker.ordinal or 0) - 1, (marker.ordinal or 0) + 1} & series:
                continue  # `keep_series` finds 第一，… 第二，… at line starts
            title = find_title(lines.text, marker.end, lines.ends[_find_line(lines, marker)])
            if not (title.standalone and title.end - title.start <= 60 and han and marker.ordinal not in han):
                continue  # `keep_series` finds members of inline series
            marker.form = "han"
        elif marker.form == "financial" and financial_is_damage:
            marker.form = "han"
        yield marker


def _is_wrapped(lines: LineViews, marker: Marker, numbers: set[tuple[str, int | None]]) -> bool:
    """Return whether the line continues an unfinished one above and its number fits no neighbour."""
    ordinal = marker.ordinal or 0
    if (marker.form, ordinal - 1) in numbers or (marker.form, ordinal + 1) in numbers:
        return False
    if not marker.line or marker.form in ("dash", "box", "annex"):
        return False
    return continues_line_above(lines, marker.line)


def _find_line(lines: LineViews, marker: Marker) -> int:
    return marker.line if marker.line is not None else lines.index(marker.start)


def _find_arabic_inside(
    lines: LineViews, line_markers: list[Marker], collapsed: list[Marker]
) -> list[Marker]:
    """Find 1. 2. 3. between the headings of a collapsed line."""
    markers: list[Marker] = []
    if not collapsed:
        return markers
    opened = sorted((*line_markers, *collapsed), key=attrgetter("start"))
    inside = {marker.start for marker in collapsed}
    for index, marker in enumerate(opened):
        if marker.start not in inside:
            continue
        line_end = lines.ends[_find_line(lines, marker)]
        end = min(line_end, opened[index + 1].start) if index + 1 < len(opened) else line_end
        markers += keep_arabic_series(
            lines.text, find_inline_arabic_markers(lines.text, marker.end, end), marker.end
        )
    return markers


def _find_first_items(lines: LineViews, line_markers: list[Marker]) -> list[Marker]:
    """Find the （1） inside the paragraph above a （2） at a line's start."""
    items: list[Marker] = []
    last: dict[str, int] = {}
    for marker in line_markers:
        if marker.ordinal == 2 and marker.form in ("arab", "paren-arab") and last.get(marker.form) != 1:
            above = lines.previous(_find_line(lines, marker))
            if above is not None:
                first = find_first_inside(
                    lines.text, marker.form, max(lines.begins[above], marker.start - 1_000), lines.ends[above]
                )
                items += [first] if first is not None else []
        last[marker.form] = marker.ordinal or 0
    return items
