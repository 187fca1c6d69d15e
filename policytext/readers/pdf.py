"""The reader of PDF files: the text of their pages as paragraphs and rows of tables. The import point of pypdfium2, an extra.

PDFium returns the letters of a page with their boxes (`pdf_letters`) and its paths (`pdf_rules`), from which printed lines
(`pdf_lines`), tables (`pdf_tables`), columns, footnotes and running heads (`pdf_pages`) and paragraphs (`pdf_paragraphs`) are
derived.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any

from policytext.errors import ReadError
from policytext.model.document import SET_OFF, Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, ReadOptions
from policytext.model.records import replace
from policytext.readers.pdf_fonts import use_box_font
from policytext.readers.pdf_heads import is_page_number
from policytext.readers.pdf_letters import UNKNOWN, PageLetters, read_letters
from policytext.readers.pdf_lines import PageFrame, build_lines
from policytext.readers.pdf_objects import PageObjects, read_objects
from policytext.readers.pdf_pages import PrintedPage, join_pages
from policytext.readers.pdf_printed_lines import PrintedLine
from policytext.readers.pdf_rows import PrintedText
from policytext.readers.pdf_rules import read_rules
from policytext.readers.pdf_tables import find_ruled_tables
from policytext.text.located_lines import LocatedLines

#: No policy document is longer; a file beyond these limits is an attack or damaged.
MAX_PAGES, MAX_CHARACTERS = 20_000, 50_000_000
#: No page of text has more text objects; PDFium's time grows with their square.
MAX_TEXTS = 30_000
#: A heading is larger than the text by this factor.
_LARGER = 1.1
#: The largest share of letters whose fonts do not say which characters they are.
_MAX_UNKNOWN = 0.1

_Page = tuple[int, PageObjects, PageLetters]


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
    lines = LocatedLines()
    picture_pages: list[int] = []
    sizes: list[tuple[int, int, float]] = []
    try:
        with use_box_font(), closing(pypdfium2.PdfDocument(data)) as document:
            if len(document) > MAX_PAGES:
                raise ReadError("too-long-pdf", path=path, pages=MAX_PAGES)
            read = _read_raw if options.raw else _read_paragraphs
            for line in read(_read_pages(document, path, picture_pages)):
                at = lines.length
                for row, column, rows, columns, start, end in line.cells:
                    lines.add_cell(line.table, (row, column, rows, columns, at + start, at + end))
                sizes.append((at, len(line.text), line.size))
                lines.add(line.text, f"page {line.page} line {line.number}")
                for offset, page, number in line.turns:
                    lines.add_location(at + offset, f"page {page} line {number}")
    except pypdfium2.PdfiumError as error:
        raise ReadError(
            "locked-pdf" if "password" in str(error).lower() else "damaged-pdf", path=path
        ) from None
    if not lines.length:
        raise ReadError("no-text-pdf", path=path)
    source = replace(lines.source("pdf", path=path), headings=tuple(_find_larger(sizes)))
    if source.text.count(UNKNOWN) > _MAX_UNKNOWN * len(source.text):
        raise ReadError("no-characters-pdf", path=path)
    return replace(source, picture_pages=tuple(picture_pages))


def _find_larger(sizes: Sequence[tuple[int, int, float]]) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the lines whose letters are larger than those of most of the text, as in `Source.headings`."""
    letters: Counter[int] = Counter()
    for _, length, size in sizes:
        letters[round(size)] += length if size else 0
    usual = max(letters, key=lambda size: letters[size], default=0)
    yield from ((offset, SET_OFF) for offset, _, size in sizes if usual and size > _LARGER * usual)


def _read_paragraphs(pages: Iterable[_Page]) -> Iterator[PrintedText]:
    return join_pages([_lay_out(*page) for page in pages])


def _read_raw(pages: Iterable[_Page]) -> Iterator[PrintedText]:
    """Yield the rows of all pages as they are drawn."""
    for number, _, letters in pages:
        count = 0
        for part in (letters.letters, *letters.turned):
            for row in build_lines(part, PageFrame(number, letters.box[3], ()), count + 1):
                count += 1
                yield PrintedText(" | ".join([line.text for line in row]), number, count)


def _read_pages(document: Any, path: str, picture_pages: list[int]) -> Iterator[_Page]:
    """Yield the number, the objects and the letters of each page.

    Args:
        document: the document.
        path: the file as messages name it.
        picture_pages: takes the numbers of the pages that have pictures and no words.
    """
    size = 0
    for number in range(1, len(document) + 1):
        with closing(document[number - 1]) as page:
            objects = read_objects(page)
            if len(objects.texts) > MAX_TEXTS:
                raise ReadError("crowded-pdf", path=path, page=number, texts=MAX_TEXTS)
            with closing(page.get_textpage()) as text:
                size += text.count_chars()
                if size > MAX_CHARACTERS:
                    raise ReadError("too-long-pdf", path=path, pages=MAX_PAGES)
                letters = read_letters(page, text, objects.texts)
                if objects.pictures and _is_blank(letters):
                    picture_pages.append(number)
                yield number, objects, letters


def _is_blank(letters: PageLetters) -> bool:
    """Return whether nothing is written on a page, apart from a page number."""
    words = "".join([letter.sign for part in (letters.letters, *letters.turned) for letter in part])
    return not words.strip() or is_page_number(words)


def _lay_out(number: int, objects: PageObjects, letters: PageLetters) -> PrintedPage:
    """Return the lines, tables and boxes of a page."""
    rules = read_rules(objects, letters.direction)
    top = letters.box[3]
    rows = list(build_lines(letters.letters, PageFrame(number, top, rules.upright)))
    turned: list[PrintedLine] = []
    for part in letters.turned:
        for row in build_lines(part, PageFrame(number, top, ()), len(rows) + len(turned) + 1):
            turned += row
    tables, frames, rest = find_ruled_tables([line for row in rows for line in row], rules, top)
    return PrintedPage(number, letters.height, rest, tables, frames, turned)
