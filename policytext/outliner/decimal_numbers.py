"""Decimal numbering of standards and emergency plans: 1, 1.1, 1.1.1. Single decimals, as in a table, are no numbering.

>>> from policytext.outliner.line_views import LineViews
>>> from policytext.outliner.markers import find_line_markers
>>> markers = list(find_line_markers(LineViews("1 总则\\n1.1 目的\\n2.5 亿元\\n1.2 适用范围\\n2 职责\\n2.1 牵头部门")))
>>> [marker.marker for marker in markers if marker.start not in find_stray_decimals(markers)]
['1', '1.1', '1.2', '2', '2.1']
"""

import re
from collections.abc import Sequence

from policytext.outliner.markers import Marker
from policytext.text.numerals import parse_ordinal

#: The forms of decimal numbering; "bare" is its first level, a number and a space.
DECIMAL_FORMS = frozenset({"bare", "multi2", "multi3", "multi4", "multi5"})
_FIRST_LEVEL = ("bare", "arab")
#: A series has at least this number of members, and this number of them are decimals.
_FEWEST = 3
_FEWEST_DECIMALS = 2
#: The largest step between siblings: conversions lose headings.
_STEP = 2
#: The number of series that a marker may continue.
_OPEN = 4

_Path = tuple[int, ...]
_Run = list[tuple[_Path, Marker]]


def find_stray_decimals(markers: Sequence[Marker]) -> set[int]:
    """Return the starts of the markers in decimal form that belong to no series; 1. above 1.1 gets the form "bare".

    Args:
        markers: the markers at line starts, in order.
    """
    if not any(marker.form in DECIMAL_FORMS for marker in markers):
        return set()
    runs: list[_Run] = []
    open_runs: list[_Run] = []
    for marker in markers:
        if marker.form not in DECIMAL_FORMS and marker.form != "arab":
            continue
        path = get_path(marker)
        run = _find_run(open_runs, path)
        if run is None:
            run = []
            runs.append(run)
        else:
            open_runs.remove(run)
        run.append((path, marker))
        open_runs = [run, *open_runs[: _OPEN - 1]]
    series = [marker for run in runs if _is_series(run) for _, marker in run]
    for marker in series:
        if marker.form == "arab":
            marker.form = "bare"  # the 1. above 1.1, not that of a list inside it
    kept = {marker.start for marker in series}
    return {m.start for m in markers if m.form in DECIMAL_FORMS and m.start not in kept}


def get_path(marker: Marker) -> _Path:
    """Return the numbers of a marker, as (5, 1, 2) of 5.1.2."""
    if marker.form in _FIRST_LEVEL:
        return (marker.ordinal or 0,)
    return tuple(parse_ordinal(number) or 0 for number in re.findall("[0-9０-９]+", marker.marker))


def _find_run(open_runs: Sequence[_Run], path: _Path) -> _Run | None:
    for step in range(1, _STEP + 1):
        for run in open_runs:
            if _follows(run[-1][0], path, step):
                return run
    return None


def _follows(last: _Path, path: _Path, step: int) -> bool:
    """Return whether `path` is the first child of `last`, or follows it or one of its parents, as 3.1 follows 2.4."""
    same = 0
    while same < min(len(path), len(last)) and path[same] == last[same]:
        same += 1
    rest = path[same:]
    if same == len(last):
        return bool(rest) and set(rest) == {1}
    return bool(rest) and rest[0] - last[same] == step and set(rest[1:]) <= {1}


def _is_series(run: _Run) -> bool:
    decimals = [path for path, _ in run if len(path) > 1]
    return (
        len(run) >= _FEWEST and len(decimals) >= _FEWEST_DECIMALS and any(path[-1] == 1 for path in decimals)
    )
