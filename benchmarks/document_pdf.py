"""PDF files made from plain texts with reportlab, laid out as GB/T 9704 prescribes, for `documents.py`.

Three programs are imitated: one that draws whole lines, WPS (nominal sizes on a scaled page), and Word (a text object for each
run, kerned digits in a Latin font, a small gap beside them, justified lines).
"""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from document_files import PlainText

_HAN, _LATIN = "STSong-Light", "Times-Roman"
_LEFT, _WIDTH, _TOP, _BOTTOM, _LEADING = 79, 448, 716, 105, 28.95  # points; 22 lines of 28 characters
_SIZE, _TITLE_SIZE = 16, 22
_SCALE = 0.05  # of a page by WPS
_SPECIAL = re.compile(r"[()\\]")  # signs to escape in a string of a PDF
_HAN_SIGN = re.compile("[\u3400-\u9fff]")
_RUN = re.compile(r"[\x21-\x7e]+| +|[^\x20-\x7e]+")


class Page:
    """A canvas and the place of the next line.

    Args:
        path: the file to write.
        style: `lines`, `wps` or `word`.
    """

    def __init__(self, path: Path, style: str) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen.canvas import Canvas

        self.metrics: Any = pdfmetrics
        pdfmetrics.registerFont(UnicodeCIDFont(_HAN))
        self.canvas: Any = Canvas(str(path), pagesize=(595, 842))
        self.style, self.top, self.number = style, float(_TOP), 1
        self._start()

    def _start(self) -> None:
        self.scale = _SCALE if self.style == "wps" else 1.0
        if self.style == "wps":
            self.canvas.scale(_SCALE, _SCALE)

    def measure(self, run: str, size: float) -> float:
        """Return the width of a run in points."""
        font = _HAN if self.style == "lines" or not run.isascii() else _LATIN
        return float(self.metrics.stringWidth(run, font, size))

    def gap(self, before: str, after: str, size: float) -> float:
        """Return the space that Word adds between a Chinese character and a letter or digit."""
        beside = (_HAN_SIGN.match(before) and after.isalnum() and after.isascii()) or (
            before.isascii() and _HAN_SIGN.match(after)
        )
        return size / 4 if self.style == "word" and beside else 0.0

    def draw_line(self, line: str, left: float, size: float, stretch: float = 0.0) -> None:
        """Draw a line, with additional space after each Chinese character, and go to the next page if needed."""
        for run, after in pairwise([*self._split(line), "\n"]):
            self._draw_run(run, left, size, stretch)
            left += self.measure(run, size) + (0 if run.isascii() else stretch * len(run))
            left += self.gap(run[-1], after[0], size)
        self.top -= _LEADING * (1.25 if size > _SIZE else 1)
        if self.top < _BOTTOM:
            self.end_page()

    def _draw_run(self, run: str, left: float, size: float, stretch: float) -> None:
        latin = self.style != "lines" and run.isascii()
        text = self.canvas.beginText(left / self.scale, self.top / self.scale)
        text.setFont(_LATIN if latin else _HAN, size / self.scale)
        if latin and self.style == "word":
            escaped = [_SPECIAL.sub(r"\\\g<0>", sign) for sign in run]
            kerned = " ".join(f"({sign}) {(3, -4, 2)[at % 3]}" for at, sign in enumerate(escaped))
            text._code.append(f"[{kerned}] TJ")  # reportlab has no method for kerned text
        else:
            if stretch and not latin:
                text.setCharSpace(stretch)
            text.textOut(run)
            if stretch and not latin:
                text.setCharSpace(
                    0
                )  # it would hold for the text objects that follow, which Word does not space out
        self.canvas.drawText(text)

    def _split(self, line: str) -> list[str]:
        return [line] if self.style == "lines" else _RUN.findall(line)

    def end_page(self) -> None:
        """Draw the page number, and begin a new page."""
        self.top = 60.0
        number = f"— {self.number} —"
        self.number += 1
        left = 595 / 2 - self.measure(number, 14) / 2
        for run in self._split(number):
            self._draw_run(run, left, 14, 0)
            left += self.measure(run, 14)
        self.canvas.showPage()
        self._start()
        self.top = float(_TOP)

    def draw_paragraph(self, line: str, title: bool) -> None:
        """Draw a paragraph: a title centred, other text with a first-line indent."""
        size = _TITLE_SIZE if title else _SIZE
        rest, indent = line, 0 if title else 2 * _SIZE
        while rest:
            length = self._fit(rest, size, _WIDTH - indent)
            part, rest = rest[:length], rest[length:]
            runs = _RUN.findall(part)
            gaps = sum(self.gap(run[-1], after[0], size) for run, after in pairwise(runs))
            free = _WIDTH - indent - sum(self.measure(run, size) for run in runs) - gaps
            left = _LEFT + (free / 2 if title else indent)
            han = sum(not sign.isascii() for sign in part)
            justified = self.style == "word" and rest and not title and han
            self.draw_line(part, left, size, max(free, 0) / han if justified else 0.0)
            indent = 0

    def _fit(self, text: str, size: float, width: float) -> int:
        """Return how many characters fit into a line; numbers and words are not divided, closing signs don't begin a line."""
        used, length = 0.0, 0
        for run, after in pairwise([*_RUN.findall(text), "\n"]):
            parts = [run] if run.isascii() and len(run) < 20 else list(run)
            for part in parts:
                used += self.measure(part, size)
                if used > width and length and part not in "，。、；：）》”":
                    return length
                length += len(part)
            used += self.gap(run[-1], after[0], size)
        return length


def write_pdf(text: PlainText, path: Path, style: str) -> None:
    """Write a PDF in one of the styles `lines`, `wps` and `word`."""
    page = Page(path, style)
    for index, line in enumerate(text.lines):
        page.draw_paragraph(line, index in text.titles)
    page.end_page()
    page.canvas.save()
