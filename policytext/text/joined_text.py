"""A text whose broken words are joined, and what was found in it moved to the offsets of the original.

>>> from policytext.model.annotations import Term
>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> line = "各级人民政府应当加强，数字经济发展工作的组织领导建立健全协调机"
>>> document = parse(Source(text=f"{line}\\n制统筹推进{line[5:]}\\n{line}\\n制。\\n"))
>>> joined = document.joined.document.source.text
>>> at = joined.index("协调机制")
>>> to_original(Term(Span(at, at + 4), "协调机制", 1.0, "government"), document.joined, document.source.text)
Term(span=Span(start=28, end=33), text='协调机\\n制', weight=1.0, domain='government')
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from policytext.model.annotations import Edit, Evidence, Finding, Fix, Message
from policytext.model.document import Document, JoinedText, Section, Span
from policytext.model.offset_map import OffsetMap
from policytext.model.records import replace

_Record = TypeVar("_Record")
#: Records of words alone.
_WITHOUT_OFFSETS = (Evidence, Message)


def join_text(document: Document, cuts: Sequence[tuple[int, int]]) -> JoinedText:
    """Return a document without some characters, with its sections and tables moved to the new offsets.

    Args:
        document: the document.
        cuts: the spans that are left out, in order and apart from each other.
    """
    offsets = OffsetMap(cuts)
    before = document.source.text
    after = offsets.cut(before)

    def shorten(span: Span) -> Span:
        return Span(offsets.shortened_offset(span[0]), offsets.shortened_offset(span[1]))

    parts = (document.sections, document.tables, document.titles, document.dates)
    sections, tables, titles, dates = _move(parts, shorten, before, after)
    source = replace(document.source, text=after, tables=())
    shortened = replace(
        document, source=source, sections=sections, tables=tables, titles=titles, dates=dates, joined=None
    )
    return JoinedText(shortened, offsets)


def to_original(record: _Record, joined: JoinedText | None, original: str) -> _Record:
    """Return a record, or a tuple of records, with its spans in the original and the text that stands there.

    A fix whose place has a cut in it is left out: what to do with a line break there is not known.

    Args:
        record: what was found in the joined text: a named tuple of spans, texts, records and tuples of these.
        joined: the joined text; without one the record stays as it is.
        original: the original text.
    """
    if joined is None:
        return record
    offsets = joined.offsets

    def restore(span: Span) -> Span:
        return Span(*offsets.original_span(*span))

    moved: _Record = _move(record, restore, joined.document.source.text, original)
    return moved


def _move(part: Any, move_span: Callable[[Span], Span], before: str, after: str) -> Any:
    if isinstance(part, Span):
        return move_span(part)
    if isinstance(part, Section):
        return _move_section(part, move_span, before, after)
    # Most parts are words and numbers, which have no offsets.
    parts = [
        below
        if not isinstance(below, tuple) or not below or isinstance(below, _WITHOUT_OFFSETS)
        else move_span(below)
        if isinstance(below, Span)
        else _move(below, move_span, before, after)
        for below in part
    ]
    if not hasattr(part, "_fields"):
        return tuple(parts)
    record: Any = part
    moved = type(record)(*parts)
    if isinstance(record, Edit):
        return moved
    if isinstance(record, Finding) and record.fix and not _is_intact(record.fix, move_span):
        moved = moved._replace(fix=None)
    # A record that quotes its text quotes the new one; a name stays as it was read.
    if "text" in record._fields and "span" in record._fields:
        old, new = record.span, moved.span
        if old is not None and before[old[0] : old[1]] == record.text:
            return moved._replace(text=after[new[0] : new[1]])
    return moved


def _move_section(section: Section, move_span: Callable[[Span], Span], before: str, after: str) -> Section:
    old, new = section.title_span, move_span(section.title_span)
    quotes = before[old[0] : old[1]] == section.title
    return section._replace(
        title=after[new[0] : new[1]] if quotes else section.title,
        span=move_span(section.span),
        title_span=new,
        sections=tuple([_move_section(below, move_span, before, after) for below in section.sections]),
    )


def _is_intact(fix: Fix, move_span: Callable[[Span], Span]) -> bool:
    """Return whether the places of a fix have no cut in them."""
    spans = ((edit.span, move_span(edit.span)) for edit in fix.edits)
    return all(new[1] - new[0] == old[1] - old[0] for old, new in spans)
