"""What a web page states about its document, and the lines around the text that are no part of it.

>>> from policytext.readers.html_lines import read_page
>>> page = read_page("<title>关于开展普查的通知_江口市人民政府</title><p>索引号：012<p>发布日期：2026-05-06<h1>关于开展普查的通知</h1><p>打印")
>>> found = find_surroundings(page.lines)
>>> sorted(found.dropped), read_stated_fields(page, found.pairs)[:2]
([0, 1, 3], ('关于开展普查的通知', '2026-05-06'))
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from policytext.model.document import StatedFields
from policytext.readers.html_labels import COMMON, COUNTERS, LABELS, LINK_LIST, is_chrome, read_pairs
from policytext.readers.html_lines import HtmlPage
from policytext.readers.html_tables import HtmlLine
from policytext.text.lazy_patterns import LazyPattern

_PROSE = 60  # characters; facts about the page stand above the first longer line
_TITLE_DISTANCE = 15  # lines between a title and the text
_TITLE_LINES = 4
_MAX_TITLE = 200
_DATE = LazyPattern(r"(?<!\d)((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
_NOTHING = frozenset(("", "无", "暂无", "無", "-", "--", "—", "null", "None"))
#: The names of the head's ``meta`` elements, the most reliable first.
_META = {
    "title": ("articletitle", "dc.title", "og:title"),
    "source": ("contentsource",),
    "date": ("pubdate", "article:published_time", "dc.date", "publishdate"),
}
_SITE = LazyPattern(
    r"\s*(?:[_|｜].*|\s[-–—]+\s[^-–—]*|[-–—]+[^-–—]*)(?:网|網|网站|網站|门户|政府|平台|频道|网站群|公报)$"
)
_SEPARATOR = LazyPattern(r"[_|｜]|[-–—]+")


class Surroundings(NamedTuple):
    """The lines that are no text, by number, and the facts among them as labels and values."""

    dropped: frozenset[int]
    pairs: list[tuple[str, str]]


def find_surroundings(lines: Sequence[HtmlLine]) -> Surroundings:
    """Find the lines around a text: facts about the page, its path, counters, buttons, lists of links.

    Args:
        lines: all lines of the page.
    """
    dropped: set[int] = set()
    pairs: list[tuple[str, str]] = []
    common: list[int] = []
    above, listed, number = True, False, -1
    while number + 1 < len(lines):
        number += 1
        line = lines[number]
        if listed and line.linked:
            dropped.add(number)
            continue
        listed = bool(LINK_LIST.fullmatch(line.text)) and any(
            below.linked for below in lines[number + 1 : number + 2]
        )
        if listed or is_chrome(line.text):
            dropped.add(number)
            continue
        found = read_pairs(line.text)
        if found is None:
            above = above and len(line.text) <= _PROSE
            continue
        if not _states_facts(found, line, above):
            if above and line.content < 2:
                common.append(number)
            continue
        value = _find_value_below(lines, number) if len(found) == 1 and not found[0][1] else None
        dropped.add(number)
        if value is not None:
            found, number = [(found[0][0], value)], number + 1
            dropped.add(number)
        pairs += found
    for number in common:  # 来源：… counts beside 发布时间：…
        if number - 1 in dropped or number + 1 in dropped:
            dropped.add(number)
            pairs += read_pairs(lines[number].text) or []
    return Surroundings(frozenset(dropped), pairs)


def _states_facts(pairs: Sequence[tuple[str, str]], line: HtmlLine, above: bool) -> bool:
    """Return whether labels and values describe the page and not something in its text."""
    if any(COUNTERS.fullmatch(f"{label}：{value}") for label, value in pairs if label not in COMMON):
        return True
    named = [label for label, _ in pairs if label not in COMMON]
    if all(label in ("责任编辑", "责编") for label, _ in pairs):
        return True
    if not above or (line.content == 2 and len(named) < 2):
        return False
    return bool(named)


def _find_value_below(lines: Sequence[HtmlLine], number: int) -> str | None:
    """Return the line below a label alone on its line, None if that is a label or text itself."""
    below = lines[number + 1].text if number + 1 < len(lines) else ""
    if not below or len(below) > _PROSE or read_pairs(below) is not None or below.rstrip("：:") in LABELS:
        return None
    return below


def find_title_lines(page: HtmlPage, first: int, dropped: Collection[int]) -> list[int]:
    """Return the lines of the title above the text, by number; none if the text begins with it.

    Args:
        page: the page.
        first: the first line of the text.
        dropped: the lines that are no text.
    """
    names = [_squeeze(name) for name in _list_titles(page)]
    opening = _squeeze("".join([line.text for line in page.lines[first : first + _TITLE_LINES]]))
    if any(len(name) > 3 and opening.startswith(name) for name in names):
        return []
    found: list[int] = []
    for number in range(first - 1, max(first - _TITLE_DISTANCE, 0) - 1, -1):
        line = page.lines[number]
        text = _squeeze(line.text)
        is_title = line.heading or (len(text) > 3 and any(text in name for name in names))
        if is_title and not line.furniture and number not in dropped and not opening.startswith(text):
            found.append(number)
            if len(found) == _TITLE_LINES:
                break
        elif found:
            break
    return found[::-1]


def read_stated_fields(page: HtmlPage, pairs: Sequence[tuple[str, str]]) -> StatedFields:
    """Read what the page states about the document.

    Args:
        page: the page.
        pairs: the facts among its lines.
    """
    facts: dict[str, str] = {}
    for label, value in pairs:
        if value.strip() not in _NOTHING:
            facts.setdefault(LABELS[label], value.strip())
    written = {_squeeze(line.text) for line in page.lines}
    titles = [title for title in _list_titles(page) if _squeeze(title) in written]
    stated = page.stated.get("articletitle", "").strip()
    title = facts.get("title") or (_strip_site(stated) if stated else None) or (titles[0] if titles else None)
    days = (facts.get("date"), facts.get("published"), *(page.stated.get(name) for name in _META["date"]))
    dates = (_parse_date(day) for day in days if day)
    source = facts.get("source") or page.stated.get("contentsource", "").strip()
    return StatedFields(
        title=" ".join(title.split()) if title and len(title) <= _MAX_TITLE else None,
        date=next(filter(None, dates), None),
        issuer=facts.get("issuer"),
        source=source if source and source not in _NOTHING else None,
        document_number=facts.get("document_number"),
    )


def _list_titles(page: HtmlPage) -> list[str]:
    """Return the titles that the head states, each also without what follows a separator, the longest first."""
    titles: list[str] = []
    for name in (*_META["title"], "title"):
        title = page.stated.get(name, "").strip()[:_MAX_TITLE]
        parts = [title[: found.start()].strip() for found in _SEPARATOR.finditer(title)]
        titles += [part for part in (title, *reversed(parts)) if part]
    return titles


def _strip_site(title: str) -> str:
    """Return a title without the name of the site behind it.

    >>> _strip_site("关于开展普查的通知_统计_江口市人民政府门户网站"), _strip_site("办法-江口市人民政府")
    ('关于开展普查的通知', '办法')
    """
    site = _SITE.search(title)
    return title[: site.start()] if site and site.start() > 1 else title


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _parse_date(text: str) -> str | None:
    """Return the date in a text in ISO 8601, None without a valid one."""
    found = _DATE.search(text)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
