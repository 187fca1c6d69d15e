"""Footnotes: the small lines with a mark at the foot of a page."""

from collections import Counter
from collections.abc import Sequence

from policytext.readers.pdf_printed_lines import PrintedLine
from policytext.text.lazy_patterns import LazyPattern

_MARK = LazyPattern(
    r"[①-⑳⓪¹²³⁰⁴-⁹*＊†]|[\[［〔]\s?\d{1,3}\s?[\]］〕]|\d{1,3}(?![\d.．、,，:：年月日/%％])\s?(?=[^\d\s])"
)
_ENDS = "。！？.!?"
_SMALLER = 0.93  # the largest size of a footnote, in that of the text
_FEWEST = 3  # the fewest lines of text above footnotes


def split_footnotes(
    lines: Sequence[PrintedLine], before: Sequence[PrintedLine]
) -> tuple[list[PrintedLine], list[list[PrintedLine]]]:
    """Return the lines of a page's text, and those of each of its footnotes.

    Args:
        lines: the lines of the page without running heads.
        before: the last footnote of the page before, which the first one here continues if it has no mark.
    """
    ordered = sorted(lines, key=lambda line: line.top)
    sizes: Counter[float] = Counter()
    for line in ordered:
        sizes[round(line.size, 1)] += len(line.text)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    first = len(ordered)
    while first and ordered[first - 1].size <= _SMALLER * usual:
        first -= 1
    # A mark begins the first of them; smaller text without one belongs to the text.
    while first < len(ordered) and not (_MARK.match(ordered[first].text) or _is_cut(before, ordered[first])):
        first += 1
    if first == len(ordered) or first < _FEWEST:
        return list(lines), []
    notes: list[list[PrintedLine]] = []
    for line in ordered[first:]:
        if not notes or _MARK.match(line.text):
            notes.append([])
        notes[-1].append(line)
    small = set(ordered[first:])
    return [line for line in lines if line not in small], notes


def _is_cut(before: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Return whether a footnote of the page before may go on in a line."""
    return bool(before) and before[-1].page == line.page - 1 and before[-1].text[-1:] not in _ENDS


def starts_with_mark(line: PrintedLine) -> bool:
    """Return whether a line begins with the mark of a footnote."""
    return bool(_MARK.match(line.text))
