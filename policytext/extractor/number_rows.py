"""Rows of numbers: what is left of a table whose cells a copy has joined into a line, and whose columns are not known.

In 元朗 17 1 609 1 433 11.1% nothing says what each number is; the last would be called 元朗17. Such figures are left out.

>>> text = "各区学额:东区 17 1 464 1 243 11.9% 元朗 17 1 609 1 433 11.1%"
>>> [text[start:end] for start, end in find_number_rows(text)]
['东区 17 1 464 1 243 11.9% 元朗 17 1 609 1 433 11.1%']
>>> find_number_rows("产量由 16 400 吨增至 18 700 吨,增长 14% 。")
[]
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

_NUMBER = r"[(]?[-+]?\d[\d,]*(?:\.\d+)?%?[)]?[#^*]{0,2}"
_EMPTY = r"[-–—―─]{1,2}|不适用"
_CELLS = LazyPattern(
    rf"(?<![\d.,])(?:{_NUMBER}|{_EMPTY})(?:[ \u00a0]+(?:{_NUMBER}|{_EMPTY})|\(\d[\d.,]*%?\))+(?![\d.])"
)
# A number with blanks between its groups of digits is one cell: 16 400.
_CELL = LazyPattern(r"\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|[^ \u00a0]+")
# Only lines with two numbers side by side are read: most texts have none.
_HINT = LazyPattern(r"\d[%)]?(?:[ \u00a0]+[-+(\d–—―─]|\(\d)")
#: Cells beside each other that make a row by themselves.
_ROW = 3
#: Short rows with labels between them that make a table.
_ROWS = 3
_LABEL = 16  # characters of the longest label between two rows
_SIGN = LazyPattern("[。;:!?\n]")
# 2人 133 100 32 300: the label of a row may hold a number itself.
_HEAD = LazyPattern(r"(?:[^\s。,;:!?]{1,16}[ \u00a0]+|\d{1,2}[^\s\d。,;:!?()]{1,4})$")


def find_number_rows(text: str) -> list[Span]:
    """Find the stretches of a text that are rows of numbers.

    Args:
        text: The text, in its normalized form.
    """
    rows: list[Span] = []
    done = 0
    for hint in _HINT.finditer(text):
        if hint.start() < done:
            continue
        start = text.rfind("\n", done, hint.start()) + 1 or done
        done = text.find("\n", hint.end())
        done = len(text) if done < 0 else done
        rows += _join_rows(text, start, done)
    return rows


def is_in_rows(rows: Sequence[Span], offset: int) -> bool:
    """Return whether an offset is in one of the stretches."""
    at = bisect_right(rows, (offset, len(rows) and rows[-1][1] + 1)) - 1
    return at >= 0 and rows[at][0] <= offset < rows[at][1]


def _join_rows(text: str, first: int, last: int) -> Iterator[Span]:
    """Find the stretches between two offsets, the ends of a line."""
    start = end = rows = longest = 0
    for row in _CELLS.finditer(text, first, last):
        cells = len(_CELL.findall(row[0]))
        if cells == 1:
            continue
        between = text[end : row.start()]
        if rows and len(between) <= _LABEL and not _SIGN.search(between):
            end, rows, longest = row.end(), rows + 1, max(longest, cells)
            continue
        if longest >= _ROW or rows >= _ROWS:
            yield _include_label(text, start, end)
        start, end, rows, longest = row.start(), row.end(), 1, cells
    if longest >= _ROW or rows >= _ROWS:
        yield _include_label(text, start, end)


def _include_label(text: str, start: int, end: int) -> Span:
    head = _HEAD.search(text, max(start - _LABEL - 2, 0), start)
    return Span(head.start() if head else start, end)
