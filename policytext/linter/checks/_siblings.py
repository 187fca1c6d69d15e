"""Sections that stand beside each other, as the checks of numbering see them."""

from collections.abc import Iterator, Sequence

from policytext.model.document import Document, Section, Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import ARABIC_DIGITS, FINANCIAL_NUMERALS, HAN_NUMERALS
from policytext.text.prepared import PreparedDocument

_NUMERAL = LazyPattern(f"[{ARABIC_DIGITS}{HAN_NUMERALS}{FINANCIAL_NUMERALS} ]+|[①-⑳⒈-⒛㈠-㈩⑴-⒇]")
_WIDTHS = str.maketrans("（）．，", "().,")


def marker_form(section: Section) -> str:
    """The shape of a section's marker with "n" for its number; widths make no difference.

    >>> from policytext.outliner import parse
    >>> from policytext.model.document import Source
    >>> [marker_form(one) for one in parse(Source(text="一、甲\\n（一）乙\\n（二）丙\\n二、丁\\n")).walk()]
    ['n、', '(n)', '(n)', 'n、']
    """
    return _NUMERAL.compiled.sub("n", section.marker.translate(_WIDTHS))


def sibling_groups(prepared: PreparedDocument) -> Sequence[tuple[Section, ...]]:
    """The numbered sections below each section, and the top ones; found once for all checks."""
    found: list[tuple[Section, ...]] | None = prepared.check_results.get("groups")
    if found is None:
        found = prepared.check_results["groups"] = list(_groups(prepared.document))
    return found


def _groups(document: Document) -> Iterator[tuple[Section, ...]]:
    def below(sections: tuple[Section, ...]) -> Iterator[tuple[Section, ...]]:
        numbered = tuple([one for one in sections if one.ordinal is not None and one.marker])
        if numbered:
            yield numbered
        for section in sections:
            if section.sections:
                yield from below(section.sections)

    yield from below(document.sections)


def marker_span(section: Section) -> Span:
    """Where a section's marker stands."""
    return Span(section.span[0], section.span[0] + len(section.marker))
