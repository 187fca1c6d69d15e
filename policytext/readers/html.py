"""The reader of web pages: the main text as a browser shows it, lists with their numbers, tables as rows.

A page is parsed in one pass whatever its depth. The main text is the element that content systems name as the article;
without one, what trafilatura selects, if it is installed; else all but elements marked as navigation, footer and the like.
What stands around a text on every page (its path, counters, buttons, the box of facts) is left out in each case.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from policytext.errors import PolicytextError, ReadError
from policytext.model.document import SET_OFF, Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, ReadOptions
from policytext.readers.html_facts import find_surroundings, find_title_lines, read_stated_fields
from policytext.readers.html_lines import HtmlPage, read_page
from policytext.readers.text import decode
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.located_lines import LocatedLines

# At most eight spaces, because two adjacent unlimited runs take quadratic time.
_CHARSET = re.compile(rb"""charset\s{0,8}=\s{0,8}["']?\s{0,8}([A-Za-z0-9_.:-]{2,30})""", re.I)
_HEAD = 8_192  # bytes among which a page names its encoding
#: trafilatura copies merged cells, in quadratic time.
_SPANS = LazyPattern(r"\b(?:row|col)span\s{0,4}=", re.I)
_SPACES = LazyPattern(r"[\s|]+")
#: If trafilatura returns a smaller share of the text outside navigation and footer, it has missed the main text.
_MIN_SHARE = 0.25
_MAX_PLACES = 200_000  # rows times columns of a table; a larger one is read as lines only
#: Characters and tags of a page that trafilatura is asked about; a page with more tags is a table of data.
_MAX_CHARACTERS, _MAX_TAGS = 30_000_000, 100_000


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """Extract the text of a web page.

    Args:
        data: the page.
        path: the file as messages name it.
        options: `raw` keeps navigation, footers and the facts about the page.

    Raises:
        ReadError: the encoding is unknown, or the page has no text.
    """
    decoded = _decode_page(data, path)
    page = read_page(decoded.text)
    surroundings = find_surroundings(page.lines)
    if options.raw:
        kept = list(range(len(page.lines)))
    else:
        selected = _select_main_text(decoded.text, page, surroundings.dropped)
        kept = [number for number in selected if number not in surroundings.dropped] or selected
    if not kept:
        raise ReadError("no-text", path=path)
    source = _join_lines(page, kept).source("html", path=path, encoding=decoded.encoding)
    stated = read_stated_fields(page, surroundings.pairs)
    return replace(source, dropped=len(page.lines) - len(kept), stated=stated)


def _join_lines(page: HtmlPage, kept: Sequence[int]) -> LocatedLines:
    """Join the lines of the text, and record the cells of its tables."""
    lines = LocatedLines()
    for at, number in enumerate(kept):
        line = page.lines[number]
        for cell in line.cells:
            grid = page.tables[cell.table]
            if grid.layout or grid.rows * grid.width > _MAX_PLACES:
                continue
            end = lines.length + cell.end
            if cell.more and kept[at + cell.more : at + cell.more + 1] == [number + cell.more]:
                end += sum(len(page.lines[number + below].text) + 1 for below in range(1, cell.more + 1))
            place = (cell.row, cell.column, *grid.clip(cell), lines.length + cell.start, end)
            lines.add_cell(cell.table, place)
        lines.add(line.text, line.path, line.heading or (SET_OFF if line.bold else None))
    return lines


def _decode_page(data: bytes, path: str) -> Source:
    """Decode the page by its byte order mark, by its declared encoding if that fits, or like any text."""
    declared = _CHARSET.search(data, 0, _HEAD)
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return decode(data, path=path, encoding=declared[1].decode("ascii"))
        except PolicytextError:
            pass  # pages declare wrong and unknown encodings
    return decode(data, path=path)


def _select_main_text(markup: str, page: HtmlPage, dropped: Collection[int]) -> list[int]:
    """Return the lines of the main text by number, or in case of doubt all that are not navigation or the like."""
    lines = page.lines
    body = [number for number, line in enumerate(lines) if not line.furniture]
    if not body:
        return list(range(len(lines)))
    size = sum(len(_strip_line(lines[number].text)) for number in body)
    for content, share in ((2, 0.0), (1, _MIN_SHARE)):
        article = [number for number in body if lines[number].content >= content]
        if sum(len(lines[number].text) for number in article if number not in dropped) > share * size:
            return [*find_title_lines(page, article[0], dropped), *article]
    wanted = _run_trafilatura(markup)
    named = [number for number, line in enumerate(lines) if _strip_line(line.text) in wanted]
    if not named or sum(len(_strip_line(lines[number].text)) for number in named) < _MIN_SHARE * size:
        return body
    first, last = named[0], named[-1]
    # trafilatura leaves out the title above the text as the title of the page.
    title = find_title_lines(page, first, dropped)
    chosen = {*named, *title}
    return [
        number
        for number, line in enumerate(lines)
        if number in chosen or (first <= number <= last and not line.furniture)
    ]


def _run_trafilatura(page: str) -> frozenset[str]:
    """Return the lines of trafilatura's main text without spaces and list marks; none if it is not installed."""
    if len(page) > _MAX_CHARACTERS or page.count("<") > _MAX_TAGS:
        return frozenset()
    try:
        from trafilatura import extract as main_text
    except ImportError:
        return frozenset()
    try:
        text = (
            main_text(_SPANS.sub("", page), favor_recall=True, include_tables=True, include_comments=False)
            or ""
        )
    except Exception:  # the library fails on some damaged pages
        return frozenset()
    return frozenset(bare for line in text.splitlines() if (bare := _strip_line(line)))


_MARK = LazyPattern(r"^(?:[-*•]\s+|\d{1,3}\.\s+)")


def _strip_line(line: str) -> str:
    """Return a line without spaces, table bars and list marks, which two parsers of a page write differently."""
    return _SPACES.sub("", _MARK.sub("", line))
