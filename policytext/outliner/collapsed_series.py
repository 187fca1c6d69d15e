"""Headings inside lines, in documents that lost their line breaks: 一、…（一）…1.…2.…

Every marker inside a line must belong to a series, which begins at 1 or continues a heading at a line's start.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from policytext.outliner.false_markers import is_inline_citation
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker
from policytext.outliner.series import SHORT_TITLE, is_at_boundary, touches_title

_START = attrgetter("start")
_COLLAPSED_FORMS = ("han", "paren-han", "chapter", "section", "article")
#: A run that begins directly after a word, as 措施一、, has at least this number of members.
_FEWEST_AFTER_NAME = 3
#: 统一、规范 and 第一、二条 are no enumerators.
_NEVER_BEFORE_ONE = frozenset("统統唯专專合同单單万萬之一划劃第其每十百千零〇星期周週初不归歸如逐任")
_NUMERALS = frozenset("一二三四五六七八九十")
_PARAGRAPH_END = frozenset("。 \u3000\xa0\r\n")
_SENTENCE_END = frozenset('。；;：:！!？?”"」』）)…】> \t\u3000\xa0\r\n')


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
        elif (run and number == last + 1 and _may_go_on(text, marker)) or (
            run and number == last + 2 and _goes_on_after_gap(lines, run[-1], marker)
        ):
            run.append(marker)
        elif number == 1 and _may_begin(text, marker) and not _is_inside_same_form(lines, run, marker):
            yield from _close_run(text, run, pairs)
            run = [marker]
        elif number == 1 and _touches_name(text, marker) and (not run or _is_weak_run(run, text)):
            run = [marker]
    yield from _close_run(text, run, pairs)


def _is_weak_run(run: Sequence[Marker], text: str) -> bool:
    """Return whether a run has only a first member that touches the word before it."""
    return len(run) == 1 and not run[0].at_line and _touches_name(text, run[0])


def _touches_name(text: str, marker: Marker) -> bool:
    """Return whether a first 一、 follows a title without a space, as in 若干措施一、健全机制."""
    before = text[marker.start - 1 : marker.start]
    return (
        marker.form == "han"
        and "\u4e00" <= before <= "\u9fff"
        and before not in _NEVER_BEFORE_ONE
        and text[marker.end : marker.end + 1] not in _NUMERALS
    )


def _is_certain(text: str, run: Sequence[Marker]) -> bool:
    """Return whether the members after one that touches a name are enough, and each begins a sentence."""
    return len(run) >= _FEWEST_AFTER_NAME and all(text[m.start - 1] in _SENTENCE_END for m in run[1:])


def _goes_on_after_gap(lines: LineViews, last: Marker, marker: Marker) -> bool:
    """Return whether a heading of a collapsed line follows where conversion lost the number between."""
    text = lines.text
    return (
        marker.form == "han"
        and marker.start - last.start > SHORT_TITLE
        and text[marker.start - 1] in _PARAGRAPH_END
        and text[marker.end : marker.end + 1] not in _NUMERALS
        and lines.index(last.start) == lines.index(marker.start)
    )


def _close_run(text: str, run: list[Marker], pairs: list[int]) -> Iterator[Marker]:
    if run and not run[0].at_line and _touches_name(text, run[0]) and not _is_certain(text, run):
        return
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
        elif marker.ordinal == 1 and (before in _SENTENCE_END or touches_title(text, opened, marker.start)):
            kept += run if len(run) > 1 else ()
            runs[marker.form] = [marker]
    for run in runs.values():
        kept += run if len(run) > 1 else ()
    kept.sort(key=_START)
    return kept
