"""The reader of web pages: the main text as a browser shows it, lists with their numbers, tables as rows.

A page is parsed in one pass whatever its depth. Where trafilatura is installed, it selects the main text; without it,
only elements marked as navigation, footer and the like are left out.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from policytext.errors import PolicytextError, ReadError
from policytext.model.document import Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, ReadOptions
from policytext.readers.html_lines import HtmlLine, find_lines
from policytext.readers.text import decode
from policytext.text.located_lines import LocatedLines

# At most eight spaces, because two adjacent unlimited runs take quadratic time.
_CHARSET = re.compile(rb"""charset\s{0,8}=\s{0,8}["']?\s{0,8}([A-Za-z0-9_.:-]{2,30})""", re.I)
_HEAD = 8_192  # bytes among which a page names its encoding
_SPACES = re.compile(r"[\s|]+")
#: If trafilatura returns a smaller share of the text outside navigation and footer, it has missed the main text.
_MIN_SHARE = 0.25
_MAX_CHARACTERS = 30_000_000  # characters of a page that trafilatura is asked about


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """Extract the text of a web page.

    Args:
        data: the page.
        path: the file as messages name it.
        options: `raw` keeps navigation and footers.

    Raises:
        ReadError: the encoding is unknown, or the page has no text.
    """
    page = _decode_page(data, path)
    all_lines = find_lines(page.text)
    kept = all_lines if options.raw else _select_main_text(page.text, all_lines)
    if not any(line.text.strip() for line in kept):
        raise ReadError("no-text", path=path)
    lines = LocatedLines()
    for line in kept:
        lines.add(line.text, line.path)
    source = lines.source("html", path=path, encoding=page.encoding)
    return replace(source, dropped=len(all_lines) - len(kept))


def _decode_page(data: bytes, path: str) -> Source:
    """Decode the page by its byte order mark, by its declared encoding if that fits, or like any text."""
    declared = _CHARSET.search(data, 0, _HEAD)
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return decode(data, path=path, encoding=declared[1].decode("ascii"))
        except PolicytextError:
            pass  # pages declare wrong and unknown encodings
    return decode(data, path=path)


def _select_main_text(page: str, all_lines: Sequence[HtmlLine]) -> Sequence[HtmlLine]:
    """Return the lines of the main text, or in case of doubt all that are not navigation or the like."""
    body = [line for line in all_lines if not line.furniture]
    if not any(line.text.strip() for line in body):
        return all_lines
    wanted = _run_trafilatura(page)
    named = [number for number, line in enumerate(all_lines) if _strip_line(line.text) in wanted]
    size = sum(len(_strip_line(all_lines[number].text)) for number in named)
    if not named or size < _MIN_SHARE * sum(len(_strip_line(line.text)) for line in body):
        return body
    first, last = named[0], named[-1]
    # trafilatura leaves out the title above the text as the title of the page.
    while first and all_lines[first - 1].heading and not all_lines[first - 1].furniture:
        first -= 1
    chosen = set(named)
    return [
        line
        for number, line in enumerate(all_lines)
        if number in chosen or (first <= number <= last and not line.furniture)
    ]


def _run_trafilatura(page: str) -> frozenset[str]:
    """Return the lines of trafilatura's main text without spaces and list marks; none if it is not installed."""
    if len(page) > _MAX_CHARACTERS:
        return frozenset()
    try:
        from trafilatura import extract as main_text
    except ImportError:
        return frozenset()
    try:
        text = main_text(page, favor_recall=True, include_tables=True, include_comments=False) or ""
    except Exception:  # the library fails on some damaged pages
        return frozenset()
    return frozenset(bare for line in text.splitlines() if (bare := _strip_line(line)))


_MARK = re.compile(r"^(?:[-*•]\s+|\d{1,3}\.\s+)")


def _strip_line(line: str) -> str:
    """Return a line without spaces, table bars and list marks, which two parsers of a page write differently."""
    return _SPACES.sub("", _MARK.sub("", line))
