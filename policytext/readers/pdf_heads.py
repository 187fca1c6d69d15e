"""Running heads and page numbers of printed pages.

A running head stands at the same place of many pages, and has the text of its neighbours: it may change with each chapter,
and between odd and even pages.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from policytext.readers.pdf_printed_lines import PrintedLine
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import HAN_NUMERALS

_NUMBER = rf"(?:\d{{1,5}}|[ivxlc]{{1,7}}|[{HAN_NUMERALS}]{{1,5}})"
_LABELLED = rf"第{_NUMBER}[页頁]|{_NUMBER}[页頁]|[共总總]计?{_NUMBER}[页頁]|[页頁][码碼]?[:：]?{_NUMBER}|(?:page|pg?\.|p)\.?{_NUMBER}"
_MARKS = r"[—–―－\-·•.~～*|【】\[\]()（）<>《》]*"
#: A page number, matched after spaces are removed: a pattern with many optional spaces is slow on a long line.
_PAGE_NUMBER = LazyPattern(
    rf"{_MARKS}(?:\d{{1,5}}(?:(?:[/／]|of)\d{{1,5}})?[页頁]?|[ivxlc]{{1,7}}"
    rf"|(?:{_LABELLED})(?:(?:[/／,，;；]|of)?(?:{_LABELLED}|\d{{1,5}}))?){_MARKS}",
    re.I,
)
_BARE = LazyPattern(r"\d{1,5}")
_DIGITS = LazyPattern(r"\d+")
#: The share of a page's height at both ends that may hold running heads, and its limit in points.
_MARGIN, _HIGHEST = 0.1, 110.0
_SAME = 4.0  # points by which a running head may move between pages
_REPEATED = 3  # the fewest pages of a running head
_SHARE = 0.5  # the smallest share of all pages, and of the pages with a line at one place
_NEIGHBOURS = (-2, -1, 1, 2)
_APART, _APART_ALIKE = (
    1.5,
    2.2,
)  # in letters, the smallest distance between a running head and text of another or its size
_LONGEST = 40  # characters of a page number

Place = tuple[bool, int]


def find_heads(
    pages: Mapping[int, Sequence[PrintedLine]], heights: Mapping[int, float]
) -> frozenset[PrintedLine]:
    """Return the lines of pages that are running heads or page numbers.

    Args:
        pages: the lines of each page, by its number.
        heights: the heights of the pages in points.
    """
    margins = {
        page: [line for line in lines if _is_in_margin(line, heights[page])] for page, lines in pages.items()
    }
    numbers = _find_page_numbers(margins)
    repeated = (_find_repeated(margins) | _find_changing(margins, heights)) - numbers
    return numbers | {
        line for page, lines in pages.items() for line in _remove_text(lines, repeated, heights[page])
    }


def _remove_text(
    lines: Sequence[PrintedLine], repeated: frozenset[PrintedLine], height: float
) -> Iterator[PrintedLine]:
    """Yield the repeated lines that stand apart from the text: footnotes and tables may repeat words too."""
    for below in (False, True):
        inner: PrintedLine | None = None
        # From the middle of the page to its edge.
        half = [line for line in lines if (line.top > height / 2) == below]
        for line in sorted(half, key=lambda line: line.top if below else -line.top):
            if line not in repeated:
                inner = line
            elif inner is None or _is_apart(line, inner):
                yield line
            else:
                inner = line


def _is_apart(line: PrintedLine, inner: PrintedLine) -> bool:
    """Return whether a line is not the next one of the text inside of it."""
    distance = abs(line.top - inner.top) / line.size
    alike = abs(line.size - inner.size) <= 0.1 * line.size
    return distance > (_APART_ALIKE if alike else _APART) or distance < 0.5


def is_page_number(text: str) -> bool:
    """Return whether a text is a page number.

    >>> [is_page_number(text) for text in ("— 1 —", "第1页 共9页", "1/9", "Page 1 of 9", "iv", "2030年", "第一章")]
    [True, True, True, True, True, False, False]
    """
    return len(text) <= _LONGEST and bool(_PAGE_NUMBER.fullmatch("".join(text.split())))


def _is_in_margin(line: PrintedLine, height: float) -> bool:
    margin = min(_MARGIN * height, _HIGHEST)
    return line.top < margin or line.top > height - margin


def _normalize(line: PrintedLine) -> str:
    words = _DIGITS.sub("", line.text).strip()
    return words if sum(map(str.isalpha, words)) > 1 else line.text


def _find_repeated(margins: Mapping[int, Sequence[PrintedLine]]) -> frozenset[PrintedLine]:
    """Return the lines that are on most pages at the same height."""
    seen: Counter[tuple[str, int]] = Counter()
    for lines in margins.values():
        seen.update({(_normalize(line), round(line.top / _SAME)) for line in lines})
    # Of two pages both must have it.
    least = max(min(_REPEATED, max(len(margins), 2)), _SHARE * len(margins))
    heads = {head for head, count in seen.items() if count >= least and head[0]}
    return frozenset(
        line
        for lines in margins.values()
        for line in lines
        if any((_normalize(line), round(line.top / _SAME) + step) in heads for step in (-1, 0, 1))
    )


def _find_changing(
    margins: Mapping[int, Sequence[PrintedLine]], heights: Mapping[int, float]
) -> frozenset[PrintedLine]:
    """Return the lines at places where most pages repeat the text of a neighbouring page."""
    places: dict[Place, dict[int, list[PrintedLine]]] = defaultdict(lambda: defaultdict(list))
    for page, lines in margins.items():
        for line in lines:
            below = line.top > heights[page] / 2
            # Feet are measured from the lower edge: pages may have different heights.
            at = heights[page] - line.top if below else line.top
            places[below, round(at / _SAME)][page].append(line)
    found: set[PrintedLine] = set()
    for pages in places.values():
        texts = {page: {_normalize(line) for line in lines} - {""} for page, lines in pages.items()}
        same = [
            page for page in pages if any(texts[page] & texts.get(page + step, set()) for step in _NEIGHBOURS)
        ]
        if len(same) >= max(_REPEATED, _SHARE * len(pages)):
            size = Counter(round(line.size) for page in same for line in pages[page]).most_common(1)[0][0]
            found |= {line for lines in pages.values() for line in lines if abs(line.size - size) <= 1}
    return frozenset(found)


def _find_page_numbers(margins: Mapping[int, Sequence[PrintedLine]]) -> frozenset[PrintedLine]:
    """Return the page numbers; bare figures count only where they grow with the pages."""
    found: set[PrintedLine] = set()
    bare: dict[PrintedLine, int] = {}
    for page, lines in margins.items():
        for line in lines:
            if is_page_number(line.text):
                text = line.text.strip()
                if _BARE.fullmatch(text):
                    bare[line] = int(text) - page
                else:
                    found.add(line)
    steps = Counter(bare.values())
    pages = {line.page for line in bare}
    found |= {line for line, step in bare.items() if steps[step] > 1 or len(pages) == 1}
    return frozenset(found)
