"""Sections as records.

A text has one section every 150 characters, and at 20 MB/s
reading, outlining and writing share 22 microseconds for it; so writing must take few.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from policytext.formats.records import Cell, Noun, Schema, Values, quoted
from policytext.messages import Lang
from policytext.model.document import Section, Source

# The columns of a table and the keys of a JSON Lines record; a JSON record has "sections" besides.
COLUMNS = (
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


def values(section: Section, starts: Sequence[int]) -> tuple[str | int | None, ...]:
    """One section's values in the order of ``COLUMNS``. `starts` is its source's ``line_starts``.

    >>> from policytext.model.document import Section, Span
    >>> section = Section(kind="heading", level=1, marker="一、", ordinal=1, title="总则", span=Span(3, 7),
    ...                   title_span=Span(5, 7), address="一、")
    >>> values(section, [0, 3])
    ('heading', 1, '一、', 1, '总则', 3, 7, 5, 7, 2, 1, '一、', None)
    """
    kind, level, marker, ordinal, title, (start, end), (title_start, title_end), address, _, domain = section
    line = bisect_right(starts, start)
    column = start - starts[line - 1] + 1
    places = (start, end, title_start, title_end, line, column)
    return (kind, level, marker, ordinal, title, *places, address, domain)


def fields(section: Section, starts: Sequence[int], source: Source | None = None) -> str:
    """One section's keys and values as JSON, without the braces around them, and its place in an extracted text.

    Written by hand: 2 microseconds a section, where a dictionary and the encoder take 6.
    """
    kind, level, marker, ordinal, title, (start, end), (title_start, title_end), address, _, domain = section
    line = bisect_right(starts, start)
    location = f',"location":{quoted(source.location(start) or "")}' if source else ""
    return (
        f'"kind":"{kind}","level":{level},"marker":{quoted(marker)},'
        f'"ordinal":{"null" if ordinal is None else ordinal},"title":{quoted(title)},'
        f'"start":{start},"end":{end},"title_start":{title_start},"title_end":{title_end},'
        f'"line":{line},"column":{start - starts[line - 1] + 1},'
        f'"address":{quoted(address)},"domain":{"null" if domain is None else quoted(domain)}{location}'
    )


def listed(sections: Iterable[Section], starts: Sequence[int], source: Source | None = None) -> str:
    """Sections with those below them under "sections", as the inside of a JSON list."""
    return ",".join(
        [
            f'{{{fields(section, starts, source)},"sections":['
            f"{listed(section.sections, starts, source) if section.sections else ''}]}}"
            for section in sections
        ]
    )


def flat(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections and all below them, in reading order."""
    for section in sections:
        yield from section.walk()


def _rows(sections: Iterable[Section], source: Source, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    del lang
    return (values(section, source.line_starts) for section in flat(sections))


def _fields(sections: Iterable[Section], source: Source, lang: Lang) -> Iterator[str]:
    del lang
    extracted = source if source.locations else None
    return (fields(section, source.line_starts, extracted) for section in flat(sections))


def _listed(sections: Iterable[Section], source: Source, lang: Lang) -> str:
    del lang
    return listed(sections, source.line_starts, source if source.locations else None)


_TEXTS = ("kind", "marker", "title", "address", "domain")
SCHEMA: Schema = {**{name: "text" if name in _TEXTS else "int" for name in COLUMNS}, "location": "text"}


def _values(sections: Iterable[Section], source: Source, lang: Lang) -> Iterator[Values]:
    del lang
    starts, extracted = source.line_starts, bool(source.locations)
    for section in flat(sections):
        location = source.location(section.span[0]) if extracted else None
        yield (*values(section, starts), (location or "") if extracted else None)


NOUN = Noun("section", COLUMNS, _rows, _listed, _fields, SCHEMA, _values, sometimes=("location",))
