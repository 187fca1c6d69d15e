"""The words that stand near a term, as records."""

from collections.abc import Iterator, Sequence

from policytext.formats.records import Cell, Noun, Record, Schema, Values, dumps, valued
from policytext.messages import Lang
from policytext.model.document import Source
from policytext.model.statistics import Collocate

COLUMNS = ("term", "count", "elsewhere", "log_likelihood", "log_ratio")


def record(one: Collocate) -> Record:
    """One word.

    >>> record(Collocate("推进", 12, 40, 33.333, 2.5))
    {'term': '推进', 'count': 12, 'elsewhere': 40, 'log_likelihood': 33.33, 'log_ratio': 2.5}
    """
    return {
        "term": one.term,
        "count": one.frequency,
        "elsewhere": one.elsewhere,
        "log_likelihood": round(one.log_likelihood, 2),
        "log_ratio": round(one.log_ratio, 2),
    }


def _rows(found: Sequence[Collocate], source: Source, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    del source, lang
    for one in found:
        yield tuple(record(one).values())


def _listed(found: Sequence[Collocate], source: Source, lang: Lang) -> str:
    del source, lang
    return ",".join([dumps(record(one)) for one in found])


def _fields(found: Sequence[Collocate], source: Source, lang: Lang) -> Iterator[str]:
    del source, lang
    return (dumps(record(one))[1:-1] for one in found)


SCHEMA: Schema = {
    "term": "text",
    "count": "int",
    "elsewhere": "int",
    "log_likelihood": "float",
    "log_ratio": "float",
}


def _values(found: Sequence[Collocate], source: Source, lang: Lang) -> Iterator[Values]:
    del source, lang
    return valued(map(record, found), SCHEMA)


NOUN = Noun("collocate", COLUMNS, _rows, _listed, _fields, SCHEMA, _values)
