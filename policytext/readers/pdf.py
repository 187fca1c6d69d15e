"""The reader of PDF files: the text of their pages as paragraphs. The import point of pypdfium2, an extra.

PDFium returns the characters of a page with their boxes, from which lines, columns, running heads and paragraphs are
derived.
"""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import closing
from ctypes import byref, c_double
from math import hypot
from typing import Any, NamedTuple

from policytext.errors import ReadError
from policytext.model.document import Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, ReadOptions
from policytext.readers.pdf_paragraphs import PrintedLine, is_enumerator, join_paragraphs
from policytext.text.located_lines import LocatedLines

#: No policy document is longer; a file beyond these limits is an attack or damaged.
MAX_PAGES, MAX_CHARACTERS = 20_000, 50_000_000
# Distances in the size of a letter.
_SAME_LINE = 0.5  # the largest distance between two baselines of one line
_GAP = 1.8  # the narrowest gap between two cells of a table
_SPACE = 0.8  # the narrowest space between Chinese characters; less is justification
_LATIN_SPACE = 0.18  # the narrowest space between Latin letters and digits
_OVERLAP = 0.35  # the largest overlap of neighbours
_EMPTY = 0.5  # the empty share of a full-width mark's box, which a neighbour may overlap
_EITHER = "“”‘’—…·"
_CLOSING, _OPENING = "，。、；：！？”’）》〉】」』", "“‘（《〈【「『"
_INVISIBLE = "\x00\u00ad\ufffe\uffff\ufeff\u200b"


class _Letter(NamedTuple):
    """A character at its place on the page.

    Args:
        sign: the character.
        left, right: from its origin to the origin of the next one, in points; its ink may be far narrower.
        base: its baseline.
        size: its size on the page, after scaling.
    """

    sign: str
    left: float
    right: float
    base: float
    size: float


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """Extract the text of a PDF.

    Args:
        data: the file.
        path: the file as messages name it.
        options: `raw` keeps each printed line as it is, with running heads and page numbers.

    Raises:
        ReadError: pypdfium2 is not installed; or the file is damaged, locked, too long, or has only pictures of text.
    """
    try:
        import pypdfium2
    except ImportError:
        raise ReadError("needs-reader", path=path, name="pypdfium2", extra="pdf") from None
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            if len(document) > MAX_PAGES:
                raise ReadError("too-long-pdf", path=path, pages=MAX_PAGES)
            printed, heights = _read_printed_lines(document, path)
    except pypdfium2.PdfiumError as error:
        raise ReadError(
            "locked-pdf" if "password" in str(error).lower() else "damaged-pdf", path=path
        ) from None
    if not printed:
        raise ReadError("no-text-pdf", path=path)
    lines = LocatedLines()
    if options.raw:
        for number, line in _number_lines(printed):
            lines.add(line.text, f"page {line.page} line {number}")
        return lines.source("pdf", path=path)
    for text, page, number in join_paragraphs(printed, heights):
        lines.add(text.replace("  ", " | "), f"page {page} line {number}")
    return lines.source("pdf", path=path)


def _read_printed_lines(document: Any, path: str) -> tuple[list[PrintedLine], dict[int, float]]:
    """Return the lines of all pages, and the heights of the pages."""
    found: list[PrintedLine] = []
    heights: dict[int, float] = {}
    size = 0
    for number in range(1, len(document) + 1):
        with closing(document[number - 1]) as page, closing(page.get_textpage()) as text:
            heights[number] = float(page.get_height())
            size += text.count_chars()
            if size > MAX_CHARACTERS:
                raise ReadError("too-long-pdf", path=path, pages=MAX_PAGES)
            for row in _merge_rows(_group_rows(_read_letters(text))):
                found += _build_line(row, number, heights[number])
    return found, heights


def _read_letters(text: Any) -> Iterator[_Letter]:
    """Yield the characters of a page with their places, without those that PDFium adds between words and lines."""
    from pypdfium2 import raw

    box, matrix, x, y = raw.FS_RECTF(), raw.FS_MATRIX(), c_double(), c_double()
    at_box, at_matrix, at_x, at_y = byref(box), byref(matrix), byref(x), byref(y)
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
        if sign in _INVISIBLE or sign in "\r\n\t":
            continue
        # The loose box, because the ink of two digits may be as far apart as a space is wide.
        raw.FPDFText_GetLooseCharBox(page, index, at_box)
        raw.FPDFText_GetCharOrigin(page, index, at_x, at_y)
        raw.FPDFText_GetMatrix(page, index, at_matrix)
        size = raw.FPDFText_GetFontSize(page, index) * _compute_scale(matrix.a, matrix.b, matrix.c, matrix.d)
        yield _Letter(sign, box.left, max(box.right, box.left), y.value, max(size, 1.0))


def _compute_scale(a: float, b: float, c: float, d: float) -> float:
    """Return the scale of a letter's height, measured across its line, also if it is turned, slanted or narrowed."""
    along = hypot(a, b)
    return abs(a * d - b * c) / along if along else 1.0


def _group_rows(letters: Iterator[_Letter]) -> Iterator[list[_Letter]]:
    """Group letters into parts of lines, in the order of the page's content stream."""
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


def _merge_rows(rows: Iterator[list[_Letter]]) -> Iterator[list[_Letter]]:
    """Merge rows with the letters set into their gaps: letters of another font, often quotes, come separately."""
    found: list[list[_Letter]] = []
    by_height: dict[int, list[int]] = {}
    for row in rows:
        height = round(row[0].base)
        near = (at for step in (0, -1, 1) for at in by_height.get(height + step, ()))
        host = next((at for at in near if _can_merge(found[at], row)), None)
        if host is None:
            by_height.setdefault(height, []).append(len(found))
            found.append(row)
        else:
            found[host] = sorted((*found[host], *row), key=lambda letter: letter.left)
    yield from found


def _can_merge(row: list[_Letter], inner: list[_Letter]) -> bool:
    """Return whether the letters of one row fit into gaps of the other."""
    if row[-1].right < inner[0].left or inner[-1].right < row[0].left:
        return False
    lefts = [letter.left for letter in row]
    for letter in inner:
        at = bisect_right(lefts, letter.left + _OVERLAP * letter.size)
        if (at and _overlap(row[at - 1], letter)) or (at < len(row) and _overlap(letter, row[at])):
            return False
    return True


def _overlap(before: _Letter, after: _Letter) -> bool:
    """Return whether a letter overlaps the next one so far that both can't belong to one line."""
    empty = _EMPTY * ((before.sign in _CLOSING) + (after.sign in _OPENING))
    return before.right - after.left > (_OVERLAP + empty) * after.size


def _build_line(row: list[_Letter], page: int, height: float) -> Iterator[PrintedLine]:
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
            wide = _are_wide(before.sign, letter.sign)
            if gap > _GAP * size and not is_enumerator(text):
                text += "  "
            elif gap > (_SPACE if wide else _LATIN_SPACE) * size or (spaced and not wide):
                text += " "
        text += letter.sign
        before, spaced = letter, False
    yield PrintedLine(text, shown[0].left, shown[-1].right, height - shown[0].base, size, page)


def _are_wide(before: str, after: str) -> bool:
    """Return whether two neighbours are Chinese, so that only a wide gap is a space; shared marks follow their neighbour."""
    return max(before, after) >= "\u2e80" or (before in _EITHER and after in _EITHER)


def _number_lines(printed: list[PrintedLine]) -> Iterator[tuple[int, PrintedLine]]:
    """Yield the lines with their numbers on their pages."""
    page = number = 0
    for line in printed:
        page, number = line.page, number + 1 if line.page == page else 1
        yield number, line
