"""Groups of numbered sibling sections, shared by the checks of numbering."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from policytext.model.document import Document, Section, Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import ARABIC_DIGITS, FINANCIAL_NUMERALS, HAN_NUMERALS
from policytext.text.prepared import PreparedDocument

_NUMERAL = LazyPattern(f"[{ARABIC_DIGITS}{HAN_NUMERALS}{FINANCIAL_NUMERALS} ]+|[①-⑳⒈-⒛㈠-㈩⑴-⒇]")
_ARABIC_NUMBER, _HAN_NUMBER = LazyPattern(f"[{ARABIC_DIGITS}]+"), LazyPattern(f"[{HAN_NUMERALS}]+")
_WIDEST_INDENT = 40
_WIDTHS = str.maketrans("（）．，", "().,")


def get_marker_form(section: Section) -> str:
    """Return the marker of a section with "n" for its number, in half-width punctuation.

    >>> from policytext.outliner import parse
    >>> from policytext.model.document import Source
    >>> [get_marker_form(section) for section in parse(Source(text="一、甲\\n（一）乙\\n（二）丙\\n二、丁\\n")).walk()]
    ['n、', '(n)', '(n)', 'n、']
    """
    return _get_form(section.marker)


@lru_cache(maxsize=4096)
def _get_form(marker: str) -> str:
    """Return the form of a marker; a document repeats few of them, and several checks ask."""
    return _NUMERAL.compiled.sub("n", marker.translate(_WIDTHS))


def get_spelling(section: Section) -> str:
    """Return the marker with "A" for Arabic digits, "H" for Chinese ones: 第 9 條 is spelt otherwise than 第九條.

    >>> from policytext.outliner import parse
    >>> from policytext.model.document import Source
    >>> [get_spelling(section) for section in parse(Source(text="第 8 條\\n甲。\\n第 10 條\\n乙。\\n")).walk()]
    ['第 A 條', '第 A 條']
    """
    return _HAN_NUMBER.compiled.sub("H", _ARABIC_NUMBER.compiled.sub("A", section.marker))


def opens_line(section: Section, text: str) -> bool:
    """Return whether nothing stands before the marker on its line."""
    start = section.span[0]
    before = text[max(start - _WIDEST_INDENT, 0) : start].rsplit("\n", 1)
    return not before[-1].strip() and (len(before) > 1 or start <= _WIDEST_INDENT)


def get_sibling_groups(prepared: PreparedDocument) -> Sequence[tuple[Section, ...]]:
    """Return the numbered sections at the top and below each section; computed once for all checks."""
    groups: list[tuple[Section, ...]] | None = prepared.check_results.get("groups")
    if groups is None:
        groups = prepared.check_results["groups"] = list(_find_sibling_groups(prepared.document))
    return groups


def _find_sibling_groups(document: Document) -> Iterator[tuple[Section, ...]]:
    def below(sections: tuple[Section, ...]) -> Iterator[tuple[Section, ...]]:
        numbered = tuple([section for section in sections if section.ordinal is not None and section.marker])
        if numbered:
            yield numbered
        for section in sections:
            if section.sections:
                yield from below(section.sections)

    yield from below(document.sections)


def get_marker_span(section: Section) -> Span:
    """Return the span of the marker of a section."""
    return Span(section.span[0], section.span[0] + len(section.marker))
