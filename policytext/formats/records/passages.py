"""Passages as records: what a sentence speaks of, and why."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from policytext.formats.records import Cell, Noun, Record, Schema, Values, dumps, located
from policytext.messages import Lang
from policytext.model.annotations import Passage
from policytext.model.document import Source

COLUMNS = (
    "domain",
    "score",
    "margin",
    "start",
    "end",
    "address",
    "terms",
    "topic",
    "prior",
    "line",
    "column",
    "text",
)


def record(passage: Passage, source: Source) -> Record:
    """A passage with its terms.

    >>> from policytext.model.annotations import Term
    >>> from policytext.model.document import Span
    >>> term = Term(Span(0, 4), "一网通办", 3, "government")
    >>> found = record(Passage(Span(0, 4), "一网通办", "government", 3, 3, "", (term,)), Source(text="一网通办"))
    >>> found["terms"], found["score"]
    ([{'text': '一网通办', 'start': 0, 'end': 4, 'weight': 3, 'domain': 'government'}], 3)
    """
    return dict(zip(COLUMNS, _in_columns(passage, source.line_starts), strict=True))


def _in_columns(passage: Passage, starts: Sequence[int]) -> Values:
    """What stands in the columns, in their order."""
    start, end = passage.span
    line = bisect_right(starts, start)
    terms = [
        {
            "text": term.text,
            "start": term.span[0],
            "end": term.span[1],
            "weight": _plain(term.weight),
            "domain": term.domain,
        }
        for term in passage.terms
    ]
    return (
        passage.domain,
        _plain(passage.score),
        _plain(passage.margin),
        start,
        end,
        passage.address,
        terms,
        passage.topic,
        passage.prior,
        line,
        start - starts[line - 1] + 1,
        passage.text,
    )


def _plain(number: float) -> float:
    """3 rather than 3.0, as the packs have it."""
    return int(number) if number == int(number) else round(number, 3)


def _rows(passages: Sequence[Passage], source: Source, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    del lang
    for passage in passages:
        cells = record(passage, source)
        cells["terms"] = "; ".join(f"{term['text']} {term['weight']:g}" for term in cells["terms"])
        yield tuple(cells.values())


def _listed(passages: Sequence[Passage], source: Source, lang: Lang) -> str:
    del lang
    return ",".join(
        [dumps(located(record(passage, source), source, passage.span[0])) for passage in passages]
    )


def _fields(passages: Sequence[Passage], source: Source, lang: Lang) -> Iterator[str]:
    del lang
    return (dumps(located(record(passage, source), source, passage.span[0]))[1:-1] for passage in passages)


SCHEMA: Schema = {
    "domain": "text",
    "score": "number",
    "margin": "number",
    "start": "int",
    "end": "int",
    "address": "text",
    "terms": [{"text": "text", "start": "int", "end": "int", "weight": "number", "domain": "text"}],
    "topic": "text",
    "prior": "text",
    "line": "int",
    "column": "int",
    "text": "text",
    "location": "text",
}


def _values(passages: Sequence[Passage], source: Source, lang: Lang) -> Iterator[Values]:
    del lang
    starts, extracted = source.line_starts, bool(source.locations)
    for one in passages:
        yield (*_in_columns(one, starts), source.location(one.span[0]) if extracted else None)


NOUN = Noun("domain", COLUMNS, _rows, _listed, _fields, SCHEMA, _values, sometimes=("location",))
