"""A font that stands in for Chinese fonts that a PDF names and does not contain, so that no text depends on the machine.

PDFium leaves out a single character whose font is neither in the file nor on the machine, because it then has no outline. The
font made here has one outline, a box, for every character; the widths of letters come from the file as always.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from struct import pack
from typing import Any

#: The Windows numbers of the Japanese, two Korean and the two Chinese character sets.
_CHARSETS = (128, 129, 130, 134, 136)
_NAME = b"PolicytextBox\0"
_CALLBACKS = (
    "Release", "EnumFonts", "MapFont", "GetFont", "GetFontData", "GetFaceName", "GetFontCharset", "DeleteFont",
)  # fmt: skip


@contextmanager
def use_box_font() -> Iterator[None]:
    """Let PDFium draw Chinese fonts that are not in a file with boxes; afterwards it looks for them on the machine again."""
    from pypdfium2 import raw

    raw.FPDF_SetSystemFontInfo(ctypes.byref(_make_font_source()))
    try:
        yield
    finally:
        raw.FPDF_SetSystemFontInfo(raw.FPDF_GetDefaultSystemFontInfo())


@cache
def _make_font_source() -> Any:
    """Return the structure by which PDFium asks for fonts. It is kept for ever, as PDFium may keep its address."""
    from pypdfium2 import raw

    tables = _make_tables()
    whole = _make_font(tables)

    functions = (
        lambda *_: None,
        lambda *_: None,
        lambda *arguments: 1 if arguments[3] in _CHARSETS else None,
        lambda *_: None,
        lambda *arguments: _copy(
            tables.get(pack(">I", arguments[2]), b"") if arguments[2] else whole, *arguments[3:]
        ),
        lambda *arguments: _copy(_NAME, *arguments[2:]),
        lambda *_: _CHARSETS[-2],
        lambda *_: None,
    )
    types = dict(raw.FPDF_SYSFONTINFO._fields_)
    source = raw.FPDF_SYSFONTINFO()
    source.version = 1
    for name, function in zip(_CALLBACKS, functions, strict=True):
        setattr(source, name, types[name](function))
    return source


def _copy(data: bytes, buffer: Any, size: int) -> int:
    if buffer and size >= len(data):
        ctypes.memmove(buffer, data, len(data))
    return len(data)


def _make_tables() -> dict[bytes, bytes]:
    """Return the tables of a TrueType font of 1,000 units: glyph 1 is a box, and stands for every character."""
    # Narrow, since PDFium widens the place of a letter to hold its outline.
    box = pack(">5h2H", 1, 0, -120, 100, 880, 3, 0) + bytes([1, 1, 1, 1])
    box += pack(">8h", 0, 100, 0, -100, -120, 0, 1000, 0)
    box += bytes(-len(box) % 4)
    os2 = pack(">Hh2H12h", 3, 1000, 400, 5, *[0] * 12) + bytes(26) + b"BOX "
    os2 += pack(">3H3h2H2I", 0x40, 0x20, 0xFFFF, 880, -120, 0, 880, 120, 0xFFFFFFFF, 0xFFFFFFFF)
    return {
        b"OS/2": os2,
        # One range of format 13, in which all characters have the same glyph.
        b"cmap": pack(">4HI2H6I", 0, 1, 3, 10, 12, 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1),
        b"glyf": box,
        b"head": pack(">4I2H2Q4h2H3h", 1 << 16, 1 << 16, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, -120, 1000, 880, 0, 8, 2, 0, 0),
        b"hhea": pack(">I3hH11hH", 1 << 16, 880, -120, 0, 1000, 0, 0, 1000, 1, *[0] * 7, 1),
        b"hmtx": pack(">H2h", 1000, 0, 0),
        b"loca": pack(">3H", 0, 0, len(box) // 2),
        b"maxp": pack(">I14H", 1 << 16, 2, 4, 1, 0, 0, 1, *[0] * 8),
        b"name": pack(">3H", 0, 0, 6),
        b"post": pack(">2I2h5I", 3 << 16, 0, 0, 0, *[0] * 5),
    }  # fmt: skip


def _make_font(tables: dict[bytes, bytes]) -> bytes:
    head, body = pack(">I4H", 1 << 16, len(tables), 128, 3, 16 * len(tables) - 128), b""
    for name, data in sorted(tables.items()):
        head += name + pack(">3I", 0, 12 + 16 * len(tables) + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return head + body
