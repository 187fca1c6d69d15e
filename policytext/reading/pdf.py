"""PDF files: the text of their pages as paragraphs. PDFium reads them, through pypdfium2, an extra.

A page's characters come with their boxes; what is a line, a column, a running head and a paragraph is told from these.
"""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import closing
from ctypes import byref, c_double
from typing import Any, NamedTuple

from policytext.errors import ReadError
from policytext.model import Source
from policytext.reading.extracting import Lines
from policytext.reading.manner import PLAIN, Manner
from policytext.reading.pages import Printed, is_enumerator, paragraphs

#: No policy document is longer; a file that claims to be is meant to keep a reader busy.
PAGES, CHARACTERS = 20_000, 50_000_000
_SAME_LINE = 0.5  # of a letter's size between two baselines
_GAP = 1.8  # letters of nothing inside a line that part two cells of a table
_SPACE = 0.8  # letters of nothing that are a space between Chinese characters; less is justification
_OVERLAP = 0.35  # of a letter's size by which neighbours may overlap
_UNSEEN = "\x00\u00ad\ufffe\uffff\ufeff\u200b"


class _Letter(NamedTuple):
    sign: str
    left: float
    right: float
    base: float
    size: float


def extract(data: bytes, *, path: str, manner: Manner = PLAIN) -> Source:
    """The text of a PDF.

    Args:
        data: the file.
        path: what messages call it.
        manner: how to read it; raw keeps each printed line as it is, running heads and page numbers too.

    Raises:
        ReadError: pypdfium2 is not installed; or the file is damaged, locked, too long, or holds only pictures of text.
    """
    try:
        import pypdfium2
    except ImportError:
        raise ReadError("needs-reader", path=path, name="pypdfium2", extra="pdf") from None
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            if len(document) > PAGES:
                raise ReadError("too-long-pdf", path=path, pages=PAGES)
            printed, heights = _printed(document, path)
    except pypdfium2.PdfiumError as error:
        raise ReadError(
            "locked-pdf" if "password" in str(error).lower() else "damaged-pdf", path=path
        ) from None
    if not printed:
        raise ReadError("no-text-pdf", path=path)
    lines = Lines()
    if manner.raw:
        for number, line in _numbered(printed):
            lines.add(line.text, f"page {line.page} line {number}")
        return lines.source("pdf", path=path)
    for text, page, number in paragraphs(printed, heights):
        lines.add(text.replace("  ", " | "), f"page {page} line {number}")
    return lines.source("pdf", path=path)


def _printed(document: Any, path: str) -> tuple[list[Printed], dict[int, float]]:
    """All lines of all pages, and the pages' heights."""
    found: list[Printed] = []
    heights: dict[int, float] = {}
    size = 0
    for number in range(1, len(document) + 1):
        with closing(document[number - 1]) as page, closing(page.get_textpage()) as text:
            heights[number] = float(page.get_height())
            size += text.count_chars()
            if size > CHARACTERS:
                raise ReadError("too-long-pdf", path=path, pages=PAGES)
            for row in _whole(_rows(_letters(text))):
                found += _line(row, number, heights[number])
    return found, heights


def _letters(text: Any) -> Iterator[_Letter]:
    """The characters of a page where they stand; those that PDFium makes up between words and lines are left out."""
    from pypdfium2 import raw

    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    x, y = c_double(), c_double()
    page, half = text.raw, 0
    for index in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(page, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(page, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a rare character
            half = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, half = (0x10000 + ((half - 0xD800) << 10) + (code - 0xDC00) if half else 0xFFFD), 0
        sign = chr(code)
        if sign in _UNSEEN or sign in "\r\n\t":
            continue
        raw.FPDFText_GetCharBox(page, index, byref(left), byref(right), byref(bottom), byref(top))
        raw.FPDFText_GetCharOrigin(page, index, byref(x), byref(y))
        size = raw.FPDFText_GetFontSize(page, index)
        # A font of size one, scaled by the page.
        height = top.value - bottom.value
        yield _Letter(
            sign, left.value, max(right.value, left.value), y.value, size if size > 2 else max(height, 1.0)
        )


def _rows(letters: Iterator[_Letter]) -> Iterator[list[_Letter]]:
    """Letters put together as stretches of lines, in the order in which the page sets them."""
    row: list[_Letter] = []
    for letter in letters:
        if row and (
            abs(letter.base - row[-1].base) > _SAME_LINE * max(letter.size, row[-1].size)
            or letter.left < row[-1].left - letter.size
        ):
            yield row
            row = []
        row.append(letter)
    if row:
        yield row


def _whole(rows: Iterator[list[_Letter]]) -> Iterator[list[_Letter]]:
    """Rows with what was set into their gaps: letters of another font, quotes above all, are drawn by themselves."""
    found: list[list[_Letter]] = []
    by_height: dict[int, list[int]] = {}
    for row in rows:
        height = round(row[0].base)
        near = (at for step in (0, -1, 1) for at in by_height.get(height + step, ()))
        host = next((at for at in near if _fits(found[at], row)), None)
        if host is None:
            by_height.setdefault(height, []).append(len(found))
            found.append(row)
        else:
            found[host] = sorted((*found[host], *row), key=lambda letter: letter.left)
    yield from found


def _fits(row: list[_Letter], inner: list[_Letter]) -> bool:
    """Whether two rows reach into each other, the letters of one standing in gaps of the other."""
    if row[-1].right < inner[0].left or inner[-1].right < row[0].left:
        return False
    lefts = [letter.left for letter in row]
    for letter in inner:
        at = bisect_right(lefts, letter.left + _OVERLAP * letter.size)
        if at and row[at - 1].right - letter.left > _OVERLAP * letter.size:
            return False
        if at < len(row) and letter.right - row[at].left > _OVERLAP * letter.size:
            return False
    return True


def _line(row: list[_Letter], page: int, height: float) -> Iterator[Printed]:
    shown = [letter for letter in row if not letter.sign.isspace()]
    if not shown:
        return
    size = max(sorted(letter.size for letter in shown)[len(shown) // 2], 1.0)
    text = ""
    before: _Letter | None = None
    spaced = False
    for letter in row:
        if letter.sign.isspace():
            spaced = spaced or before is not None
            continue
        if before is not None:
            gap = letter.left - before.right
            wide = _is_wide(before.sign) or _is_wide(letter.sign)
            if gap > _GAP * size and not is_enumerator(text):
                text += "  "
            elif gap > (_SPACE if wide else 0.25) * size or (spaced and not wide):
                text += " "
        text += letter.sign
        before, spaced = letter, False
    yield Printed(text, shown[0].left, shown[-1].right, height - shown[0].base, size, page)


def _is_wide(sign: str) -> bool:
    return sign >= "\u2e80" or sign in "“”‘’—…·"


def _numbered(printed: list[Printed]) -> Iterator[tuple[int, Printed]]:
    """The lines with their numbers on their pages."""
    page = number = 0
    for line in printed:
        page, number = line.page, number + 1 if line.page == page else 1
        yield number, line
