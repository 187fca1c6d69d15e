"""Sections and documents as the plain records that JSON, JSON Lines and tables write.

Keys stand in the order of the published schema. A text has one section every 150 characters, and at 20 MB/s
reading, outlining and writing share 22 microseconds for it; so writing must take few.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from json.encoder import JSONEncoder, encode_basestring
from typing import Any

from policytext.formats import Result
from policytext.messages import Lang
from policytext.model import Document, Section

Record = dict[str, Any]

# The columns of a table and the keys of a JSON Lines record; a JSON record has "sections" besides.
SECTION_KEYS = (
    "kind",
    "level",
    "marker",
    "ordinal",
    "title",
    "start",
    "end",
    "title_start",
    "title_end",
    "line",
    "column",
    "address",
    "domain",
)

quoted: Callable[[Any], str] = encode_basestring

# Compact, because an indent would switch off the encoder written in C; records are trees, never circles.
dumps: Callable[[Any], str] = JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode


def section_values(section: Section, starts: Sequence[int]) -> tuple[str | int | None, ...]:
    """One section's values in the order of ``SECTION_KEYS``. `starts` is its source's ``line_starts``.

    >>> from policytext.model import Section, Span
    >>> section = Section(kind="heading", level=1, marker="一、", ordinal=1, title="总则", span=Span(3, 7),
    ...                   title_span=Span(5, 7), address="一、")
    >>> section_values(section, [0, 3])
    ('heading', 1, '一、', 1, '总则', 3, 7, 5, 7, 2, 1, '一、', None)
    """
    kind, level, marker, ordinal, title, (start, end), (title_start, title_end), address, _, domain = section
    line = bisect_right(starts, start)
    column = start - starts[line - 1] + 1
    places = (start, end, title_start, title_end, line, column)
    return (kind, level, marker, ordinal, title, *places, address, domain)


def section_fields(section: Section, starts: Sequence[int]) -> str:
    """One section's keys and values as JSON, without the braces around them.

    Written by hand: 2 microseconds a section, where a dictionary and the encoder take 6.
    """
    kind, level, marker, ordinal, title, (start, end), (title_start, title_end), address, _, domain = section
    line = bisect_right(starts, start)
    return (
        f'"kind":"{kind}","level":{level},"marker":{quoted(marker)},'
        f'"ordinal":{"null" if ordinal is None else ordinal},"title":{quoted(title)},'
        f'"start":{start},"end":{end},"title_start":{title_start},"title_end":{title_end},'
        f'"line":{line},"column":{start - starts[line - 1] + 1},'
        f'"address":{quoted(address)},"domain":{"null" if domain is None else quoted(domain)}'
    )


def sections_json(sections: Iterable[Section], starts: Sequence[int]) -> str:
    """Sections with those below them under "sections", as the inside of a JSON list."""
    return ",".join(
        [
            f'{{{section_fields(section, starts)},"sections":['
            f"{sections_json(section.sections, starts) if section.sections else ''}]}}"
            for section in sections
        ]
    )


def flat(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections and all below them, in reading order."""
    for section in sections:
        yield from section.walk()


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
