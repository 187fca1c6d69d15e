"""Doubtful 第N条 and 第N章, which may be citations or the rest of a wrapped sentence: the numbering decides.

>>> from policytext.outliner.markers import find_line_markers
>>> lines = LineViews("第一条 甲。\\n第二条在乙地适用。\\n第五条以外的，从其规定。\\n第三条 丙。")
>>> [marker.marker for marker in remove_doubtful_units(lines, list(find_line_markers(lines)))]
['第一条', '第二条', '第三条']
"""

from collections.abc import Mapping, Sequence

from policytext.outliner.false_markers import is_doubtful_unit
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import UNIT_FORMS, Marker

_HEADINGS = UNIT_FORMS - {"article"}
#: In characters: a shorter line was not wrapped, unless all lines of the text are as short.
FULL_LINE = 25
_LONGEST_WRAPPED = 60
_RAGGED = 2
_FINISHED = frozenset('。；;：:！!？?”"」』）)》】…>')
_OPEN = frozenset("，,、")
_Number = tuple[int, int]


def remove_doubtful_units(lines: LineViews, markers: list[Marker]) -> list[Marker]:
    """Remove the doubtful units whose number is not the next one, or comes again without doubt.

    Args:
        lines: the text.
        markers: the markers at line starts, in order.
    """
    doubtful = [marker.form in UNIT_FORMS and _is_doubtful(lines, marker) for marker in markers]
    if not any(doubtful):
        return markers
    confirmed = _find_confirmed(markers, doubtful)
    full = _find_full_length(lines)
    headings = {marker.line for marker in markers if marker.form in _HEADINGS}
    kept: list[Marker] = []
    last: dict[str, Marker] = {}
    for index, marker in enumerate(markers):
        above = (marker.line or 0) - 1
        if doubtful[index] and not (
            confirmed[index]
            and (above in headings or not continues_line_above(lines, above + 1, full))
            and (
                _is_next(lines, last.get(marker.form), marker) or _opens_part(last, marker, above in headings)
            )
        ):
            continue
        if marker.form in UNIT_FORMS:
            last[marker.form] = marker
            if marker.form in ("part", "chapter"):
                last.pop("section", None)
        kept.append(marker)
    return kept


def continues_line_above(lines: LineViews, line: int, full: int = FULL_LINE) -> bool:
    """Return whether a line continues an unfinished sentence on the line directly above, which must be a full line.

    Args:
        lines: the text.
        line: the index of the line.
        full: the length of a full line in characters.
    """
    if not line:
        return False
    start, end = lines.begins[line - 1], lines.ends[line - 1]
    if start == end or lines.text[end - 1] in _FINISHED:
        return False
    # A line such as ——2026年1月31日在…会议上 is complete without a stop.
    return end - start >= full and lines.text[start] not in "—（("


def _is_doubtful(lines: LineViews, marker: Marker) -> bool:
    if is_doubtful_unit(lines, marker):
        return True
    has_no_gap = lines.text[marker.end : marker.end + 1].isalpha()
    return has_no_gap and continues_line_above(lines, marker.line or 0)


def _get_number(marker: Marker) -> _Number:
    return marker.ordinal or 0, marker.sub


def _find_confirmed(markers: Sequence[Marker], doubtful: Sequence[bool]) -> list[bool]:
    """Return for each marker whether those after it allow it: its number does not recur without doubt, and a 2 follows a 1."""
    confirmed = [False] * len(markers)
    ahead: dict[str, set[_Number]] = {form: set() for form in UNIT_FORMS}
    following: dict[str, int | None] = {}
    for index in range(len(markers) - 1, -1, -1):
        marker = markers[index]
        form, number = marker.form, _get_number(marker)
        if form not in UNIT_FORMS:
            continue
        confirmed[index] = number not in ahead[form] and (number != (1, 0) or following.get(form) == 2)
        following[form] = marker.ordinal
        if not doubtful[index]:
            if number == (1, 0):
                ahead[form].clear()
            ahead[form].add(number)
            if form in ("part", "chapter"):
                ahead["section"].clear()
    return confirmed


def _is_next(lines: LineViews, last: Marker | None, marker: Marker) -> bool:
    number, sub = _get_number(marker)
    if number == 1 and not sub:
        return True
    if last is None:
        return False
    before, sub_before = _get_number(last)
    if (number, sub) != ((before, sub_before + 1) if sub else (before + 1, 0)):
        return False
    if _is_arabic(last) is not _is_arabic(marker):
        return False  # 第十三條之一之罪 below 第 13-3 條
    # Where articles are indented, a wrapped line is not.
    return not lines.indent(last.start) or bool(lines.indent(marker.start))


def _opens_part(last: Mapping[str, Marker], marker: Marker, below_heading: bool) -> bool:
    """Return whether an article is the first below a chapter's heading, where an excerpt leaves out those before."""
    before = last.get("article")
    return (
        below_heading
        and marker.form == "article"
        and before is not None
        and (before.ordinal or 0) < (marker.ordinal or 0)
    )


def _is_arabic(marker: Marker) -> bool:
    return any(character.isdecimal() for character in marker.marker)


def _find_full_length(lines: LineViews) -> int:
    """Return the length from which a line counts as wrapped."""
    lengths = [end - start for start, end in zip(lines.begins, lines.ends, strict=True) if end > start]
    longest = max(lengths, default=0)
    if longest <= _LONGEST_WRAPPED and sum(length >= longest - _RAGGED for length in lengths) * 3 >= len(
        lengths
    ):
        return min(FULL_LINE, longest - _RAGGED)
    return FULL_LINE
