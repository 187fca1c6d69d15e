"""The objects that a PDF page draws, in order: paths, text objects and pictures, those inside of form objects too."""

from ctypes import byref
from typing import Any

from policytext.model.records import NamedTuple

#: The first objects of a page are read, and the first of its paths; more belong to a drawing.
_MAX_OBJECTS, _MAX_PATHS, _MAX_DEPTH = 200_000, 20_000, 4

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
#: An object of PDFium, and the matrix of the form around it.
PlacedObject = tuple[Any, Matrix]


class PageObjects(NamedTuple):
    """The paths, the text objects and the pictures of a page, each in drawing order."""

    paths: list[PlacedObject]
    texts: list[PlacedObject]
    pictures: list[PlacedObject]


def read_objects(page: Any) -> PageObjects:
    """Return the paths, text objects and pictures of a page.

    Args:
        page: the page.
    """
    from pypdfium2 import raw

    objects = PageObjects([], [], [])
    get_object, get_type = raw.FPDFPage_GetObject, raw.FPDFPageObj_GetType
    count = min(raw.FPDFPage_CountObjects(page.raw), _MAX_OBJECTS)
    seen = 0
    for index in range(count):
        stack: list[tuple[Any, Matrix, int]] = [(get_object(page.raw, index), _IDENTITY, 0)]
        while stack and seen < _MAX_OBJECTS:
            drawn, outer, depth = stack.pop()
            seen += 1
            kind = get_type(drawn)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                if len(objects.paths) < _MAX_PATHS:
                    objects.paths.append((drawn, outer))
            elif kind == raw.FPDF_PAGEOBJ_TEXT:
                objects.texts.append((drawn, outer))
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                objects.pictures.append((drawn, outer))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                inner = multiply(read_matrix(drawn), outer)
                parts = min(raw.FPDFFormObj_CountObjects(drawn), _MAX_OBJECTS - seen)
                stack += [
                    (raw.FPDFFormObj_GetObject(drawn, part), inner, depth + 1)
                    for part in reversed(range(parts))
                ]
    return objects


def read_matrix(drawn: Any) -> Matrix:
    """Return the matrix of an object."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(drawn, byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def multiply(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that applies `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def transform(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """Return a point after a matrix is applied to it.

    >>> transform(1, 2, (2, 0, 0, 2, 10, 20))
    (12, 24)
    """
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
