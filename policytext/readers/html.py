"""Web pages: the main text as the reader sees it, lists with their numbers, tables as rows.

The page is read by Python's own parser, in one pass whatever its depth. Which lines are its main text says trafilatura,
where it is installed; without it only what marks itself as navigation, footer and the like is left out.
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

# At most eight spaces: two unlimited runs of them side by side take quadratic time.
_CHARSET = re.compile(rb"""charset\s{0,8}=\s{0,8}["']?\s{0,8}([A-Za-z0-9_.:-]{2,30})""", re.I)
_HEAD = 8_192  # bytes among which a page names its encoding
_SPACES = re.compile(r"[\s|]+")
#: The share of the text outside of navigation and footer below which trafilatura must have missed the text.
_MIN_SHARE = 0.25
_MAX_CHARACTERS = 30_000_000  # characters of a page that trafilatura is asked about


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """The text of a web page.

    Args:
        data: the page.
        path: what messages call it.
        options: how to read it; raw keeps what is not its main text.

    Raises:
        ReadError: its encoding can't be told, or there is no text in it.
    """
    page = _decode_page(data, path)
    found = find_lines(page.text)
    kept = found if options.raw else _select_main_text(page.text, found)
    if not any(line.text.strip() for line in kept):
        raise ReadError("no-text", path=path)
    lines = LocatedLines()
    for line in kept:
        lines.add(line.text, line.path)
    source = lines.source("html", path=path, encoding=page.encoding)
    return replace(source, dropped=len(found) - len(kept))


def _decode_page(data: bytes, path: str) -> Source:
    """The page's markup: by its mark, by what it declares if that fits, or as any text."""
    declared = _CHARSET.search(data, 0, _HEAD)
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return decode(data, path=path, encoding=declared[1].decode("ascii"))
        except PolicytextError:
            pass  # pages lie, and name encodings that never were
    return decode(data, path=path)


def _select_main_text(page: str, found: Sequence[HtmlLine]) -> Sequence[HtmlLine]:
    """The lines of the main text; all that is no furniture where in doubt."""
    body = [line for line in found if not line.furniture]
    if not any(line.text.strip() for line in body):
        return found
    wanted = _run_trafilatura(page)
    named = [number for number, line in enumerate(found) if _strip_line(line.text) in wanted]
    size = sum(len(_strip_line(found[number].text)) for number in named)
    if not named or size < _MIN_SHARE * sum(len(_strip_line(line.text)) for line in body):
        return body
    first, last = named[0], named[-1]
    # The title above the text, which trafilatura takes for the page's own.
    while first and found[first - 1].heading and not found[first - 1].furniture:
        first -= 1
    chosen = set(named)
    return [
        line
        for number, line in enumerate(found)
        if number in chosen or (first <= number <= last and not line.furniture)
    ]


def _run_trafilatura(page: str) -> frozenset[str]:
    """The lines that trafilatura finds to be the main text, bare; none where it is not installed."""
    if len(page) > _MAX_CHARACTERS:
        return frozenset()
    try:
        from trafilatura import extract as main_text
    except ImportError:
        return frozenset()
    try:
        text = main_text(page, favor_recall=True, include_tables=True, include_comments=False) or ""
    except Exception:  # a page that breaks it is read without it
        return frozenset()
    return frozenset(bare for line in text.splitlines() if (bare := _strip_line(line)))


_MARK = re.compile(r"^(?:[-*•]\s+|\d{1,3}\.\s+)")


def _strip_line(line: str) -> str:
    """A line without what two readers of a page write differently: spaces, bars of tables, marks of lists."""
    return _SPACES.sub("", _MARK.sub("", line))
