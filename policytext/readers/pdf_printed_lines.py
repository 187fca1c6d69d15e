"""A printed line of a page, and how the texts of lines are joined.

>>> line = PrintedLine("（一）推进一网通办，优化", 120, 502, 124, 14, 1)
>>> starts_with_enumerator(line.text), measure_right(line)
(True, 502.0)
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import HAN_NUMERALS

#: The enumerators of headings, articles and items.
_ENUMERATOR = LazyPattern(
    rf"第[{HAN_NUMERALS}\d]+[章节節编編条條款]|[{HAN_NUMERALS}]+、|[（(][一二三四五六七八九十\d]{{1,3}}[)）]"
    r"|\d{1,2}[.．、](?!\d)|附[件表录錄注]|——|[①-⑳⑴-⒇•●■◆▪]"
)
_INNER_ENUMERATOR = LazyPattern(rf"[。；：！？;:]\s?(?:{_ENUMERATOR.pattern})")
_HUNG = "，。、；：！？”’）》〉】」』"
_LATIN_END, _LATIN_START = re.compile(r"[A-Za-z0-9,.;:!?%)]"), re.compile("[A-Za-z0-9(]")
_HYPHEN = LazyPattern("[A-Za-z]-$")


Gap = tuple[int, float, float]


class PrintedPart(NamedTuple):
    """A cell of a row: its start and end in the row's text, and its left and right edges, in points."""

    start: int
    end: int
    left: float
    right: float


class PrintedLine(NamedTuple):
    """A printed line, or a part of one that a wide gap or a ruled line separates.

    Args:
        text: its text.
        left, right: its start and end, in points.
        top: the distance of its baseline from the page's upper edge.
        size: the size of its letters.
        page: the number of the page, from 1.
        number: the number of the line on its page, from 1.
        spaced: whether a space is drawn after it.
        gaps: its wide spaces: the offset in the text, and the left and right edges.
        parts: the cells whose texts it has, if it is a row of cells.
    """

    text: str
    left: float
    right: float
    top: float
    size: float
    page: int
    number: int = 0
    spaced: bool = False
    gaps: tuple[Gap, ...] = ()
    parts: tuple[PrintedPart, ...] = ()


def is_enumerator(text: str) -> bool:
    """Return whether a line is only an enumerator, after which a wide gap does not separate cells.

    >>> is_enumerator("第三条"), is_enumerator("3."), is_enumerator("指标")
    (True, True, False)
    """
    return bool(_ENUMERATOR.fullmatch(text))


def starts_with_enumerator(text: str) -> bool:
    """Return whether a line begins with an enumerator."""
    return bool(_ENUMERATOR.match(text))


def measure_right(line: PrintedLine) -> float:
    """Return the end of a line, without a full-width mark, which may stand outside of the column."""
    return line.right - (line.size if line.text[-1:] in _HUNG else 0.0)


def has_inner_enumerator(text: str) -> bool:
    """Return whether an enumerator follows a stop inside of a text.

    >>> has_inner_enumerator("一、主要目标。（一）到2030年"), has_inner_enumerator("主要目标（一）")
    (True, False)
    """
    return bool(_INNER_ENUMERATOR.search(text))


def join_lines(lines: Sequence[PrintedLine]) -> str:
    """Return the text of wrapped lines: a space between Latin words, none beside Chinese characters."""
    return "".join(list_pieces(lines))


def list_pieces(lines: Sequence[PrintedLine]) -> list[str]:
    """Return what each wrapped line adds to their text."""
    pieces: list[str] = []
    spaced = False
    for line in lines:
        text = line.text
        before = pieces[-1] if pieces else ""
        space = ""
        if _HYPHEN.search(before[-2:]) and text[:1].islower():
            pieces[-1] = before[:-1]
        elif before[-1:].isdecimal():
            # A figure of two words may be wrapped between them, as in 10⏎500.
            space = " " if spaced and text[:1].isdecimal() else ""
        elif _LATIN_END.match(before[-1:]) and _LATIN_START.match(text):
            # After a comma a figure goes on: 1,⏎114.
            within_figure = before[-2:-1].isdecimal() and before[-1:] in ".," and text[:1].isdecimal()
            space = "" if within_figure else " "
        pieces.append(space + text)
        spaced = line.spaced
    return pieces
