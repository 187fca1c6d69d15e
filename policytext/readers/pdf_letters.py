"""The letters of a PDF page: their places, their drawn sizes, and the direction in which most of them are written.

A letter reaches from its origin to the origin of the next one; its ink may be far narrower. A page is read in the direction
of most of its letters, so that a turned page reads like any other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from ctypes import addressof, byref, c_double, c_float
from math import hypot
from typing import Any

from policytext.model.records import NamedTuple
from policytext.readers.pdf_objects import Matrix, PlacedObject, multiply, read_matrix

#: PDFium's sign for a hyphen at the end of a line, and the soft hyphen: both are drawn as hyphens.
_HYPHENS = frozenset({0x02, 0xAD})
_HYPHENLESS = 0.05  # a soft hyphen narrower than this, in its size, is not drawn
_INVISIBLE = frozenset("\t\n\r\ufffe\uffff\ufeff\u200b\u200c\u200d\u2060")
#: What stands for a letter whose font does not say which character it is.
UNKNOWN = "\ufffd"
_STRAIGHT = 0.05  # the largest sine of the angle between a line and its direction
#: Right, up, left and down: the directions of lines on an unturned page.
_DIRECTIONS = ((1, 0), (0, 1), (-1, 0), (0, -1))
_SLANTED = len(_DIRECTIONS)


class Letter(NamedTuple):
    """A letter at its place on the page, turned so that its line runs to the right.

    Args:
        sign: the character.
        left, right: its start and end, in points.
        base: its baseline.
        size: its size on the page, after scaling.
        run: the number of the text object that draws it.
    """

    sign: str
    left: float
    right: float
    base: float
    size: float
    run: int


class PageLetters(NamedTuple):
    """The letters of a page.

    Args:
        letters: those in the direction of most letters, in the order of the content stream.
        turned: those in other directions, one list for each direction.
        direction: the direction of most letters, as a vector.
        box: the page's left, lower, right and upper edges, turned like the letters.
    """

    letters: list[Letter]
    turned: list[list[Letter]]
    direction: tuple[int, int]
    box: tuple[float, float, float, float]

    @property
    def height(self) -> float:
        """The height of the page as it is read."""
        return self.box[3] - self.box[1]


class Run(NamedTuple):
    """What the letters of one text object have in common: the number of their direction, size and baseline."""

    direction: int
    size: float
    base: float
    bottom: float


def read_letters(page: Any, text: Any, drawn: Sequence[PlacedObject]) -> PageLetters:
    """Return the letters that are drawn on a page.

    Args:
        page: the page.
        text: its text page.
        drawn: its text objects.
    """
    from pypdfium2 import raw

    edges = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, byref(edges))
    corners = (edges.left, edges.bottom, edges.right, edges.top)
    found: list[list[Letter]] = [[] for _ in range(_SLANTED + 1)]
    runs: dict[int, int] = {}
    for direction, letter in _read(text, runs):
        found[direction].append(letter)
    if len(runs) < len(drawn):
        _add_spaces(found, drawn, runs)
    order = sorted(range(_SLANTED), key=lambda at: -len(found[at]))
    boxes = [turn_box(corners, vector) for vector in _DIRECTIONS]
    kept = [_keep_on_page(found[at], boxes[at]) for at in order]
    return PageLetters(
        kept[0], [letters for letters in kept[1:] if letters], _DIRECTIONS[order[0]], boxes[order[0]]
    )


def turn_box(
    box: tuple[float, float, float, float], direction: tuple[int, int]
) -> tuple[float, float, float, float]:
    """Return a rectangle turned so that lines in a direction run to the right.

    >>> turn_box((0, 0, 10, 20), (0, 1))
    (0, -10, 20, 0)
    """
    x, y = direction
    left, bottom, right, top = box
    along = (left * x + bottom * y, right * x + top * y)
    across = (bottom * x - left * y, top * x - right * y)
    return min(along), min(across), max(along), max(across)


def _keep_on_page(letters: list[Letter], box: tuple[float, float, float, float]) -> list[Letter]:
    """Return the letters of the text objects that are on the page; one that only runs over its edge is kept whole."""
    left, bottom, right, top = box
    shown = {
        letter.run
        for letter in letters
        if letter.right >= left
        and letter.left <= right
        and bottom <= letter.base + letter.size
        and letter.base <= top
    }
    return [letter for letter in letters if letter.run in shown]


def _read(text: Any, runs: dict[int, int]) -> Iterator[tuple[int, Letter]]:
    """Yield each letter with its direction, without those that PDFium adds between words and lines.

    Args:
        text: the text page.
        runs: takes the numbers of the text objects, by their addresses.
    """
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    at_box = byref(box)
    page, half, last, number = text.raw, 0, None, 0
    get_object, get_unicode, get_box = (
        raw.FPDFText_GetTextObject,
        raw.FPDFText_GetUnicode,
        raw.FPDFText_GetLooseCharBox,
    )
    run = Run(0, 1.0, 0.0, 0.0)
    for index in range(text.count_chars()):
        drawn = get_object(page, index)
        if not drawn:
            continue
        code = get_unicode(page, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a rare character
            half = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, half = (0x10000 + ((half - 0xD800) << 10) + (code - 0xDC00) if half else 0xFFFD), 0
        get_box(page, index, at_box)
        place = (box.left, box.bottom, box.right, box.top)
        address = addressof(drawn.contents)
        if address != last:
            last, number = address, number + 1
            runs[address] = number
            run = _read_run(page, index, place)
        if run.direction:
            place = turn_box(place, _DIRECTIONS[run.direction % _SLANTED])
        left, bottom, right, _ = place
        sign = _decode(code, (right - left) / run.size)
        if sign:
            # All letters of a text object stand on one line, except where it is written downwards.
            yield run.direction, Letter(sign, left, right, run.base + bottom - run.bottom, run.size, number)


def _add_spaces(found: list[list[Letter]], drawn: Sequence[PlacedObject], runs: dict[int, int]) -> None:
    """Add the spaces that are text objects of their own: PDFium leaves them out, as nothing is drawn.

    Args:
        found: the letters by their direction, in order.
        drawn: the text objects.
        runs: the numbers of the text objects with letters, by their addresses.
    """
    spaces: dict[int, list[tuple[int, Letter]]] = defaultdict(list)
    run = 0
    for item, outer in drawn:
        number = runs.get(addressof(item.contents))
        if number is None:
            spaces[run].append(_read_space(item, outer, run))
        else:
            run = number
    for at, letters in enumerate(found):
        added: list[Letter] = []
        for index, letter in enumerate(letters):
            added.append(letter)
            if letter.run in spaces and (index + 1 == len(letters) or letters[index + 1].run != letter.run):
                added += [space for direction, space in spaces[letter.run] if direction == at]
        letters[:] = added


def _read_space(item: Any, outer: Matrix, run: int) -> tuple[int, Letter]:
    """Return the direction of a text object without letters, and a space in its place."""
    from pypdfium2 import raw

    size = c_float()
    raw.FPDFTextObj_GetFontSize(item, byref(size))
    a, b, c, d, x, y = multiply(read_matrix(item), outer)
    direction, scale = _measure(a, b, c, d)
    right, up = _DIRECTIONS[direction % _SLANTED]
    left = x * right + y * up
    return direction, Letter(" ", left, left, y * right - x * up, max(size.value * scale, 1.0), run)


def _read_run(page: Any, index: int, place: tuple[float, float, float, float]) -> Run:
    """Return the direction, the drawn size and the baseline of the text object of a letter."""
    from pypdfium2 import raw

    matrix, x, y = raw.FS_MATRIX(), c_double(), c_double()
    raw.FPDFText_GetMatrix(page, index, byref(matrix))
    raw.FPDFText_GetCharOrigin(page, index, byref(x), byref(y))
    direction, scale = _measure(matrix.a, matrix.b, matrix.c, matrix.d)
    size = max(raw.FPDFText_GetFontSize(page, index) * scale, 1.0)
    right, up = _DIRECTIONS[direction % _SLANTED]
    return Run(direction, size, y.value * right - x.value * up, turn_box(place, (right, up))[1])


def _measure(a: float, b: float, c: float, d: float) -> tuple[int, float]:
    """Return the direction of text with a matrix, and the factor on its size."""
    along = hypot(a, b)
    direction = next(
        (
            at
            for at, (right, up) in enumerate(_DIRECTIONS)
            if a * right + b * up > 0 and abs(b * right - a * up) <= _STRAIGHT * along
        ),
        _SLANTED if along else 0,
    )
    # Measured across its line, also if it is turned, slanted or narrowed.
    return direction, abs(a * d - b * c) / along if along else 1.0


def _decode(code: int, width: float) -> str:
    """Return the character that a reader sees, or nothing."""
    if code in _HYPHENS:
        return "-" if width > _HYPHENLESS else ""
    if code < 0x20 and code not in (9, 10, 13):
        return UNKNOWN
    sign = chr(code)
    return "" if sign in _INVISIBLE else sign
