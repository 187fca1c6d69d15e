"""Footnotes: the small lines with a mark at the foot of a page."""

import re
from collections import Counter
from collections.abc import Sequence

from policytext.readers.pdf_paragraphs import PrintedLine

_MARK = re.compile(
    r"[①-⑳⓪¹²³⁰⁴-⁹*＊†]|[\[［〔]\s?\d{1,3}\s?[\]］〕]|\d{1,3}(?![\d.．、,，:：年月日/%％])\s?(?=[^\d\s])"
)
_SMALLER = 0.93  # the largest size of a footnote, in that of the text
_FEWEST = 3  # the fewest lines of text above footnotes


def split_footnotes(lines: Sequence[PrintedLine]) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Return the lines of a page's text, and those of its footnotes.

    Args:
        lines: the lines of the page without running heads.
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
    while first < len(ordered) and not _MARK.match(ordered[first].text):
        first += 1
    if first == len(ordered) or first < _FEWEST:
        return list(lines), []
    notes = set(ordered[first:])
    return [line for line in lines if line not in notes], ordered[first:]
