"""What was found in a text without its wraps, moved to the offsets of the original.

>>> from policytext.model.annotations import Term
>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> line = "各级人民政府应当加强，数字经济发展工作的组织领导建立健全协调机"
>>> document = parse(Source(text=f"{line}\\n制统筹推进{line[5:]}\\n{line}\\n制。\\n"))
>>> joined = document.joined.document.source.text
>>> at = joined.index("协调机制")
>>> to_original(Term(Span(at, at + 4), "协调机制", 1.0, "government"), document)
Term(span=Span(start=28, end=33), text='协调机\\n制', weight=1.0, domain='government')
"""

from typing import Any, TypeVar

from policytext.model.annotations import Edit, Finding, Fix
from policytext.model.document import Document, JoinedText, Section, Span

_Record = TypeVar("_Record")


def to_original(record: _Record, document: Document) -> _Record:
    """Return a record, or a tuple of records, with its spans in the original and the text that stands there.

    A fix whose place has a wrap in it is left out: what to do with the line break is not known.

    Args:
        record: what was found in the joined text: a named tuple of spans, texts, records and tuples of these.
        document: the document; without wraps the record stays as it is.
    """
    if document.joined is None:
        return record
    return _move(record, document.joined, document.source.text)  # type: ignore[no-any-return]


def _move(part: Any, joined: JoinedText, original: str) -> Any:
    if isinstance(part, Span):
        return Span(*joined.offsets.original_span(*part))
    if not isinstance(part, tuple):
        return part
    if not hasattr(part, "_fields"):
        return tuple([_move(below, joined, original) for below in part])
    record: Any = part
    moved = type(record)(*[_move(below, joined, original) for below in record])
    if isinstance(record, Edit):
        return moved
    if isinstance(record, Finding) and record.fix and not _is_intact(record.fix, joined):
        moved = moved._replace(fix=None)
    # A record that quotes its text quotes the original; a name stays as it was read.
    text, span = ("title", "title_span") if isinstance(record, Section) else ("text", "span")
    if text in record._fields and span in record._fields:
        before, after = getattr(record, span), getattr(moved, span)
        if joined.document.source[before] == getattr(record, text):
            return moved._replace(**{text: original[after[0] : after[1]]})
    return moved


def _is_intact(fix: Fix, joined: JoinedText) -> bool:
    """Return whether the places of a fix have no wrap in them."""
    spans = ((edit.span, joined.offsets.original_span(*edit.span)) for edit in fix.edits)
    return all(after[1] - after[0] == before[1] - before[0] for before, after in spans)
