"""Headings that begin with 第一， or 第一、: a run of them at line starts, most of them alone on their lines.

Members of a series inside paragraphs are found by `series`; it knows no 第一、, which also begins 第一、第二产业.

>>> from policytext.outliner.markers import find_line_markers
>>> lines = LineViews("第一、关于基本建设\\n今年加快建设。\\n第二、关于工业生产\\n生产继续增长。")
>>> len(find_ordinal_headings(lines, list(find_line_markers(lines))))
2
"""

from collections.abc import Iterator, Sequence

from policytext.outliner.line_kinds import FINISHED
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker

_LONGEST = 60
#: The share of a run's members that must be alone on their lines.
_ALONE = 2 / 3
_STOPS = frozenset("。；;，,、：:")


def find_ordinal_headings(lines: LineViews, markers: Sequence[Marker]) -> set[int]:
    """Return the starts of the markers 第一， and 第一、 that open sections.

    Args:
        lines: the text.
        markers: the markers at line starts, in order.
    """
    found: set[int] = set()
    for run in _find_runs(markers):
        alone = sum(_is_alone(lines, marker) for marker in run)
        if alone >= _ALONE * len(run) or (alone and run[0].marker[-1] == "、"):
            found.update(marker.start for marker in run)
    return found


def _find_runs(markers: Sequence[Marker]) -> Iterator[list[Marker]]:
    """Yield the runs of two members and more with consecutive numbers that no heading above them interrupts."""
    run: list[Marker] = []
    above = before = ""
    for marker in markers:
        if marker.form != "nth":
            if run and marker.form == above:
                if len(run) > 1:
                    yield run
                run = []
            before = marker.form
            continue
        if run and marker.ordinal == (run[-1].ordinal or 0) + 1 and marker.marker[-1] == run[0].marker[-1]:
            run.append(marker)
            continue
        if len(run) > 1:
            yield run
        run, above = ([marker], before) if marker.ordinal == 1 else ([], "")
    if len(run) > 1:
        yield run


def _is_alone(lines: LineViews, marker: Marker) -> bool:
    """Return whether a title without a stop is alone on its line, above a paragraph and below a finished one."""
    index = marker.line or 0
    start, end = marker.end, lines.ends[index]
    above, below = lines.previous(index), lines.next(index)
    if not 1 < end - start <= _LONGEST or lines.text[end - 1] in _STOPS or "。" in lines.text[start:end]:
        return False
    if above is None or below is None or lines.text[lines.begins[below]] == "第":
        return False
    return lines.text[lines.ends[above] - 1] in FINISHED
