"""PDF files for tests: lines of text at given places, in a Chinese font that every PDF library knows by name."""

import re
from collections.abc import Iterable, Sequence

Line = tuple[str, float, float, float]  # words, left, top, size
HEIGHT = 842


_ASCII = re.compile("([\x20-\x7e]+)")


def pdf(
    pages: Sequence[Iterable[Line]],
    trailer: str = "",
    *,
    latin: str = "",
    matrix: tuple[float, float, float, float] = (1, 0, 0, 1),
    scale: float = 1,
    drawn: str = "",
) -> bytes:
    """Return a PDF of these pages, 595 by 842 points.

    Args:
        pages: the lines of each page.
        trailer: what else the trailer holds.
        latin: the standard font of ASCII letters and digits, with widths of its own; otherwise they are as wide as Chinese.
        matrix: the first four numbers of the text matrix.
        drawn: operators before the text of each page.
        scale: by which the page is scaled, its sizes and places written larger accordingly.
    """
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font "
        "/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
        "/DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /Ascent 880 /Descent -120 "
        "/CapHeight 880 /StemV 93 /ItalicAngle 0 /FontBBox [-25 -254 1000 880] >> >>] >>"
    )
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", font]
    kids = []
    for lines in pages:
        turned = " ".join(str(number) for number in matrix)
        content = f"{drawn}\n{scale} 0 0 {scale} 0 0 cm\n" + "\n".join(
            f"BT {turned} {left / scale} {(HEIGHT - top) / scale} Tm {_shown(words, size / scale, bool(latin))} ET"
            for words, left, top, size in lines
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Contents {len(objects)} 0 R "
            f"/Resources << /Font << /F1 3 0 R /F2 << /Type /Font /Subtype /Type1 /BaseFont /{latin or 'Helvetica'} "
            "/Encoding /WinAnsiEncoding >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.7\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{written}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return (
        out
        + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    )


def _shown(words: str, size: float, latin: bool) -> str:
    """Return the operators that show a text, each script in its font."""
    return " ".join(
        f"/F2 {size} Tf <{piece.encode('ascii').hex()}> Tj"
        if latin and piece.isascii()
        else f"/F1 {size} Tf <{piece.encode('utf-16-be').hex()}> Tj"
        for piece in _ASCII.split(words)
        if piece
    )
