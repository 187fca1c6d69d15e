"""PDF files: the text of their pages as paragraphs. PDFium reads them, through pypdfium2, an extra.

A page's characters come with their boxes; what is a line, a column, a running head and a paragraph is told from these.
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

#: No policy document is longer; a file that claims to be is meant to keep a reader busy.
MAX_PAGES, MAX_CHARACTERS = 20_000, 50_000_000
_SAME_LINE = 0.5  # of a letter's size between two baselines
_GAP = 1.8  # letters of nothing inside a line that part two cells of a table
_SPACE = 0.8  # letters of nothing that are a space between Chinese characters; less is justification
_LATIN_SPACE = 0.18  # the same between Latin letters and digits, whose narrowest space is a fifth of a letter
_OVERLAP = 0.35  # of a letter's size by which neighbours may overlap
_EMPTY = (
    0.5  # the share of a full-width mark's box that is empty: what follows or precedes it may be set there
)
_EITHER = "“”‘’—…·"
_CLOSING, _OPENING = "，。、；：！？”’）》〉】」』", "“‘（《〈【「『"
_INVISIBLE = "\x00\u00ad\ufffe\uffff\ufeff\u200b"


class _Letter(NamedTuple):
    """A character as it is set.

    Args:
        sign: the character.
        left, right: from its origin to where the next one is due, in points. Its ink may be far narrower.
        base: its baseline.
        size: as it is drawn, not as the font's size says before the page is scaled.
    """

    sign: str
    left: float
    right: float
    base: float
    size: float


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """The text of a PDF.

    Args:
        data: the file.
        path: what messages call it.
        options: how to read it; raw keeps each printed line as it is, running heads and page numbers too.

    Raises:
        ReadError: pypdfium2 is not installed; or the file is damaged, locked, too long, or holds only pictures of text.
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
    """All lines of all pages, and the pages' heights."""
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
    """The characters of a page where they stand; those that PDFium makes up between words and lines are left out."""
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
        # The loose box: between the ink of two digits there is as much white as a space takes.
        raw.FPDFText_GetLooseCharBox(page, index, at_box)
        raw.FPDFText_GetCharOrigin(page, index, at_x, at_y)
        raw.FPDFText_GetMatrix(page, index, at_matrix)
        size = raw.FPDFText_GetFontSize(page, index) * _compute_scale(matrix.a, matrix.b, matrix.c, matrix.d)
        yield _Letter(sign, box.left, max(box.right, box.left), y.value, max(size, 1.0))


def _compute_scale(a: float, b: float, c: float, d: float) -> float:
    """How many times its nominal height a letter is drawn: across its line, whether it is turned, slanted or narrowed."""
    along = hypot(a, b)
    return abs(a * d - b * c) / along if along else 1.0


def _group_rows(letters: Iterator[_Letter]) -> Iterator[list[_Letter]]:
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


def _merge_rows(rows: Iterator[list[_Letter]]) -> Iterator[list[_Letter]]:
    """Rows with what was set into their gaps: letters of another font, quotes above all, are drawn by themselves."""
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
    """Whether two rows reach into each other, the letters of one standing in gaps of the other."""
    if row[-1].right < inner[0].left or inner[-1].right < row[0].left:
        return False
    lefts = [letter.left for letter in row]
    for letter in inner:
        at = bisect_right(lefts, letter.left + _OVERLAP * letter.size)
        if (at and _overlap(row[at - 1], letter)) or (at < len(row) and _overlap(letter, row[at])):
            return False
    return True


def _overlap(before: _Letter, after: _Letter) -> bool:
    """Whether a letter reaches so far into the next that both can't belong to one line."""
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
    """Whether two neighbours are Chinese, so that only a wide gap is a space; marks of both scripts are what is beside them."""
    return max(before, after) >= "\u2e80" or (before in _EITHER and after in _EITHER)


def _number_lines(printed: list[PrintedLine]) -> Iterator[tuple[int, PrintedLine]]:
    """The lines with their numbers on their pages."""
    page = number = 0
    for line in printed:
        page, number = line.page, number + 1 if line.page == page else 1
        yield number, line
