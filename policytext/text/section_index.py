"""The sections of a document by what a citation calls them: chapters, articles, items, annexes and boxes.

Numbers count within a part of the document: the body, an attached document, an annex.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from policytext.model.document import Section
from policytext.model.records import NamedTuple
from policytext.text.citations import KINDS, Citation, Place
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import parse_ordinal

_UNIT = LazyPattern("(部分|分[编編]|[编編篇章节節条條])(?=[^部分编編篇章节節条條]*$)")
_WITHIN = LazyPattern(r"[之\-][ \u3000]*([^\s条條]{1,3})\s*[条條]?$")
_ANNEX = LazyPattern("附[ \u3000]*[件表录錄]")
_BOX = LazyPattern("[专專].{0,6}[栏欄]")
#: No citation of a range names more sections than this; of a longer one only the ends are given.
_MOST = 100
_FIRST_SIGNS = frozenset("第附专專")
_DIVISIONS = ("part", "chapter", "section")


class _Numbered(NamedTuple):
    """A numbered section, the outermost section around it, and the one directly above."""

    section: Section
    part: str
    parent: str


class SectionIndex:
    """The numbered sections of a document.

    Args:
        sections: the top sections.
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        #: The enumerators that are written like citations, by their offset.
        self.markers: dict[int, str] = {}
        self._found: dict[tuple[str, int, int], list[_Numbered]] = {}
        self._articles: dict[str, list[Section]] = {}
        self._numbers: dict[str, list[tuple[int, int]]] = {}
        self._walk(sections, "", "")

    def _walk(self, sections: Sequence[Section], part: str, parent: str) -> None:
        for section in sections:
            here, over = (part, parent) if section.level else (section.address, section.address)
            if section.marker[:1] in _FIRST_SIGNS:
                self.markers[section.span.start] = section.marker
                kind = read_kind(section)
                if kind is not None and section.ordinal is not None:
                    self._add(section, kind, "" if kind == "annex" else part, parent)
                if kind in _DIVISIONS:
                    over = section.address
            if section.sections:
                self._walk(section.sections, here, over)

    def _add(self, section: Section, kind: str, part: str, parent: str) -> None:
        number = (section.ordinal or 0, _read_within(section.marker) if kind == "article" else 0)
        self._found.setdefault((kind, *number), []).append(_Numbered(section, part, parent))
        if kind == "article":
            self._articles.setdefault(part, []).append(section)
            self._numbers.setdefault(part, []).append(number)

    def find(self, citation: Citation, chain: Sequence[Section]) -> tuple[tuple[str, ...], bool]:
        """Return the addresses of the cited sections, and whether the part has numbers of this kind, so that a missing one is missed.

        Args:
            citation: a citation of this document.
            chain: the sections around it, the outermost first.
        """
        part = chain[0].address if chain and chain[0].level == 0 else ""
        if citation.kind in ("annex", "box"):
            return self._find_all(citation.places[0], "" if citation.kind == "annex" else part, None)
        if citation.until:
            return self._find_range(citation, part)
        around = self._find_anchor(citation, chain, part)
        if citation.anchor in ("here", "before"):
            if not around or not citation.places:
                return tuple(section.address for section in around), False
            if len(around) > 1:
                return (), False
        places = list(citation.places)
        current = around[0] if around else None
        found: tuple[str, ...] = (current.address,) if current else ()
        while places and places[0].kind in (*_DIVISIONS, "article"):
            place = places.pop(0)
            found, complete = self._find_all(place, part, current)
            if len(found) != 1:
                return ((), complete) if places or not found else (found, complete)
            current = self._by_address(place, found[0])
        if not places:
            return found, bool(found)
        if current is None:
            current = next((s for s in reversed(chain) if s.kind == "article"), None)
        return (_find_items(current, places), False) if current is not None else ((), False)

    def _by_address(self, place: Place, address: str) -> Section | None:
        key = (place.kind, place.ranges[0][0], place.within)
        return next((n.section for n in self._found.get(key, ()) if n.section.address == address), None)

    def _find_all(self, place: Place, part: str, around: Section | None) -> tuple[tuple[str, ...], bool]:
        """Return the sections of a place, one for each number, where each number has one."""
        found: list[str] = []
        for first, last in place.ranges:
            for number in range(first, min(last, first + _MOST) + 1):
                section = self._find_one((place.kind, number, place.within), part, around)
                if section is None:
                    return (), place.kind == "article" and part in self._articles
                found.append(section.address)
        return tuple(found), True

    def _find_one(self, key: tuple[str, int, int], part: str, around: Section | None) -> Section | None:
        candidates = [n for n in self._found.get(key, ())[:_MOST] if n.part == part]
        if around is not None and key[0] != "article":
            candidates = [n for n in candidates if n.parent == around.address]
        return candidates[0].section if len(candidates) == 1 else None

    def _find_range(self, citation: Citation, part: str) -> tuple[tuple[str, ...], bool]:
        ends = [self._find_all(place, part, None) for place in (citation.places[0], citation.until[0])]
        addresses = [found[0] for found, _ in ends if len(found) == 1]
        if len(addresses) < 2:
            return (), all(complete for _, complete in ends)
        listed = [article.address for article in self._articles[part]]
        numbers = self._numbers[part]
        places = [(p.ranges[0][0], p.within) for p in (citation.places[0], citation.until[0])]
        first, last = bisect_left(numbers, places[0]), bisect_right(numbers, places[1])
        between = listed[first:last]
        if between[:1] != addresses[:1] or between[-1:] != addresses[1:] or len(between) > _MOST:
            return tuple(addresses), True
        return tuple(between), True

    def _find_anchor(self, citation: Citation, chain: Sequence[Section], part: str) -> list[Section]:
        """Return the sections that 本条, 前款 or 前两条 stands for; bare numbers of sections count in their chapter."""
        if citation.anchor == "here":
            kind = citation.anchor_kind
            wanted = "article" if kind in ("paragraph", "item", "subitem") else kind
            return [s for s in reversed(chain) if read_kind(s) == wanted][:1]
        if citation.anchor == "before":
            return self._find_before(citation, chain, part)
        if citation.places and citation.places[0].kind == "section" and len(citation.places) == 1:
            return [s for s in reversed(chain) if read_kind(s) == "chapter"][:1]
        return []

    def _find_before(self, citation: Citation, chain: Sequence[Section], part: str) -> list[Section]:
        kind = citation.anchor_kind
        article = next((s for s in reversed(chain) if s.kind == "article"), None)
        if article is None:
            return []
        if kind == "item":
            return _find_items_before(article, chain, parse_ordinal(citation.name[1:-1]) or 1) or [article]
        if kind == "paragraph":
            return [article]
        if kind != "article":
            return []
        articles = self._articles[part]
        at = bisect_left(articles, article.span, key=lambda section: section.span)
        count = parse_ordinal(citation.name[1:-1]) or 1
        return articles[at - count : at] if at >= count else []


def read_kind(section: Section) -> str | None:
    """Return the kind of a numbered section as citations name it, None for another."""
    if section.kind == "article":
        return "article"
    marker = section.marker
    if marker[:1] in ("附", "专", "專"):
        return "annex" if _ANNEX.match(marker) else "box" if _BOX.match(marker) else None
    unit = _UNIT.search(marker) if marker[:1] == "第" else None
    return KINDS[unit[1]] if unit else None


def _read_within(marker: str) -> int:
    """Return the number behind the article's own: 第二十条之一, 第 15-1 條."""
    found = _WITHIN.search(marker) if "之" in marker or "-" in marker else None
    return (parse_ordinal(found[1]) or 0) if found else 0


def _find_items_before(article: Section, chain: Sequence[Section], count: int) -> list[Section]:
    """Return the items of the article directly before the one around a citation, if there are as many."""
    below = chain[chain.index(article) + 1 :]
    if not below or not below[0].ordinal:
        return []
    at = bisect_left(article.sections, below[0].span, key=lambda section: section.span)
    before = list(article.sections[max(0, at - count) : at])
    numbers = [*range(below[0].ordinal - count, below[0].ordinal)]
    return before if [section.ordinal for section in before] == numbers else []


def _find_items(article: Section, places: Sequence[Place]) -> tuple[str, ...]:
    """Return the item of an article that has exactly one of its number, else the article."""
    items = [place for place in places if place.kind in ("item", "paragraph")]
    number = items[-1].ranges if items and items[-1].kind == "item" else ()
    found: list[str] = []
    for first, last in number:
        for wanted in range(first, min(last, first + _MOST) + 1):
            below = [s.address for s in article.sections if s.ordinal == wanted and s.kind != "inline"]
            if len(below) != 1:
                return (article.address,)
            found += below
    return tuple(found) or (article.address,)
