"""What was found as the plain records that JSON, JSON Lines and tables write: one file a noun.

A noun's module has ``NOUN``: the type it has in JSON Lines, the columns of its table, and how its parts are
written. Keys stand in the order of the published schema.

>>> noun("sections").type, noun("sections").columns[:3]
('section', ('kind', 'level', 'marker'))
"""

from collections.abc import Callable, Iterator, Sequence
from json.encoder import JSONEncoder, encode_basestring
from typing import Any, NamedTuple

from policytext.formats import Result
from policytext.messages import Lang
from policytext.model import Document, Source

Record = dict[str, Any]
Cell = str | int | float | None

quoted: Callable[[Any], str] = encode_basestring

# Compact, because an indent would switch off the encoder written in C; records are trees, never circles.
dumps: Callable[[Any], str] = JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode

# What a command answers, by its key in the JSON, and the module of the noun.
_MODULES = {
    "sections": "sections",
    "domains": "passages",
    "findings": "findings",
    "indicators": "indicators",
    "measures": "measures",
    "stats": "stats",
    "contexts": "contexts",
    "collocates": "collocates",
    "lines": "textlines",
}


class Noun(NamedTuple):
    """How one kind of part is written.

    Args:
        type: its type in JSON Lines.
        columns: the header of its table.
        rows: the cells of each part under the columns; parts below parts follow theirs.
        listed: the parts as the inside of a JSON list, with those below them nested.
        fields: each part as the inside of a JSON object, flat.
        single: whether there is one part to a result, which JSON holds as an object and not as a list.
    """

    type: str
    columns: tuple[str, ...]
    rows: Callable[[Sequence[Any], Source, Lang], Iterator[tuple[Cell, ...]]]
    listed: Callable[[Sequence[Any], Source, Lang], str]
    fields: Callable[[Sequence[Any], Source, Lang], Iterator[str]]
    single: bool = False


def noun(key: str) -> Noun:
    """How the parts under `key` are written, imported only now."""
    from importlib import import_module

    found: Noun = import_module(f"{__name__}.{_MODULES[key]}").NOUN
    return found


def located(record: Record, source: Source, offset: int) -> Record:
    """The record, with the paragraph, element or page of an offset if its text was extracted.

    >>> located({}, Source(text="一", locations=((0, "paragraph 3"),)), 0), located({}, Source(text="一"), 0)
    ({'location': 'paragraph 3'}, {})
    """
    if source.locations:
        record["location"] = source.location(offset)
    return record


def file_record(result: Result, lang: Lang) -> Record:
    """What is said of a file before what was found in it; an error has its code and its message in `lang`.

    >>> from policytext.errors import ReadError
    >>> record = file_record(Result(path="a.txt", error=ReadError("missing", path="a.txt")), "en")
    >>> record["status"], record["error"]["message"]
    ('error', 'no such file (check the name)')
    """
    if result.document is None:
        return {"path": result.path, "status": "error", "error": _error_record(result, lang)}
    return {"path": result.path, "status": "ok", **_document_record(result.document)}


def _error_record(result: Result, lang: Lang) -> Record | None:
    fault = result.error
    if fault is None:
        return None
    record: Record = {"code": fault.code, "message": fault.message(lang)}
    if fault.line is not None:
        record["line"] = fault.line
    return record


def _document_record(document: Document) -> Record:
    source = document.source
    return {
        "encoding": source.encoding,
        "script": document.script,
        "profile": document.profile,
        "characters": len(source.text),
        "lines": source.line_count,
        "title": document.title,
        "document_number": document.document_number,
        "issuer": document.issuer,
        "date": document.date,
    }
