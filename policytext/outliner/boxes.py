"""The end of a box (专栏) in a plan: the next heading that continues a list of the body, or its next paragraph.

>>> box = OpenBox()
>>> signs = [("arab", 1), ("box", 1), ("arab", 1), ("arab", 2), ("arab", 3)]
>>> [box.ends_at(Marker(i, i + 1, "", form, n, i)) for i, (form, n) in enumerate(signs)]
[False, False, False, False, False]
>>> signs = [("arab", 1), ("box", 1), ("arab", 1), ("arab", 2), ("arab", 2)]
>>> [box.ends_at(Marker(i, i + 1, "", form, n, i)) for i, (form, n) in enumerate(signs)]
[False, False, False, False, True]
"""

from policytext.outliner.levels import RANKS
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker
from policytext.text.lazy_patterns import LazyPattern

#: In characters, the shortest paragraph of the body below a box.
_PARAGRAPH = 30
#: The fewest lines of a box below its title.
_LONGEST = 100  # lines of a box
_FEWEST = 2
_MARKED = LazyPattern("[0-9０-９]+[.．、]|[（(][一二三四五六七八九十0-9]+[）)]|[①-⑳•●■◆▪—-]")


class OpenBox:
    """The box that is open while the markers of a text are read in order."""

    __slots__ = ("_before", "_inside", "_is_open")

    def __init__(self) -> None:
        self._before: dict[str, int] = {}
        self._inside: dict[str, int] = {}
        self._is_open = False

    def ends_at(self, marker: Marker) -> bool:
        """Take the next marker, and return whether the open box ends at it."""
        form, number = marker.form, marker.ordinal or 0
        if form == "box":
            self._is_open, self._inside = True, {}
            return False
        if not self._is_open:
            self._set(self._before, form, number)
            return False
        goes_on = number > 1 and self._before.get(form) == number - 1
        if RANKS.get(form, 0) < RANKS["box"] or (goes_on and self._inside.get(form) != number - 1):
            self._is_open = False
            self._set(self._before, form, number)
            return goes_on
        self._set(self._inside, form, number)
        return False

    def close(self) -> None:
        """Note that the box has ended at a paragraph."""
        self._is_open = False

    @staticmethod
    def _set(last: dict[str, int], form: str, number: int) -> None:
        rank = RANKS.get(form, 100)
        for lower in [other for other in last if RANKS.get(other, 100) > rank]:
            del last[lower]
        last[form] = number


def find_body_below(lines: LineViews, index: int) -> int | None:
    """Return where the body goes on below a box: the first paragraph after a blank line, if the box itself has none.

    Args:
        lines: the text.
        index: the line of the box's title.
    """
    below = index + 1
    last = min(lines.count, index + _LONGEST)
    while below < last and not lines.is_blank(below):
        below += 1
    body = lines.next(below) if index + _FEWEST < below < index + _LONGEST else None
    if body is None or lines.ends[body] - lines.begins[body] < _PARAGRAPH:
        return None
    start, end = lines.begins[body], lines.ends[body]
    return None if lines.text[end - 1] != "。" or _MARKED.match(lines.text, start, end) else start
