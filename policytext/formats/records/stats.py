"""Counts as records; in tables what is nested stands in columns of its own.

Shares of domains have no columns, since packs may name any; they stand in JSON, and in one column as text.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from policytext.formats.records import Cell, Noun, Record, Schema, Values, dumps, valued
from policytext.messages import Lang
from policytext.model.document import Source
from policytext.model.statistics import KeyTerm, Statistics

#: The name of what speaks of no domain, as ``--domain`` has it.
NONE = "none"
STATUSES = ("target", "achieved", "baseline", "forecast", "quoted")
SEVERITIES = ("error", "warning", "info")

COLUMNS = (
    "files", "year", "characters", "han", "without_spaces", "words_as_word_processors_count", "lines", "paragraphs",
    "sentences", "clauses", "mean_sentence", "sections", "articles", "tokens", "types", "top_terms", "key_terms",
    "domains", *STATUSES, "measures", *SEVERITIES, "errors_per_10k",
)  # fmt: skip


def record(one: Statistics) -> Record:
    """Everything that was counted; what was not is null.

    >>> found = record(Statistics(characters=20, sentences=2, without_spaces=18))
    >>> found["characters"], found["mean_sentence"], found["tokens"]
    ({'all': 20, 'han': 0, 'without_spaces': 18}, 9.0, None)
    """
    return {
        "files": one.files,
        "year": one.year,
        "characters": {"all": one.characters, "han": one.han, "without_spaces": one.without_spaces},
        "words_as_word_processors_count": one.counted_as_words,
        "lines": one.lines,
        "paragraphs": one.paragraphs,
        "sentences": one.sentences,
        "clauses": one.clauses,
        "mean_sentence": round(one.mean_sentence, 1),
        "sections": sum((one.sections or {}).values()),
        "sections_by_level": {str(level): count for level, count in (one.sections or {}).items()},
        "articles": one.articles,
        "tokens": one.tokens,
        "types": one.types,
        "top_terms": [{"term": term, "count": count} for term, count in one.top_terms],
        "key_terms": [_key_record(term) for term in one.key_terms],
        "new_terms": [_key_record(term) for term in one.new_terms],
        "gone_terms": [_key_record(term) for term in one.gone_terms],
        "domains": None if one.domains is None else {
            domain or NONE: {"passages": share.passages, "characters": share.characters, "share": round(share.share, 4)}
            for domain, share in one.domains.items()
        },
        "indicators": None if one.indicators is None else dict(one.indicators),
        "indicators_by_domain": None if one.targets is None else _by_domain(one),
        "deadlines": None if one.deadlines is None else dict(one.deadlines),
        "measures": one.measures,
        "findings": None if one.findings is None else dict(one.findings),
        "errors_per_10k": None if one.errors_per_10k is None else round(one.errors_per_10k, 2),
    }  # fmt: skip


def _key_record(one: KeyTerm) -> Record:
    return {
        "term": one.term,
        "count": one.frequency,
        "reference": one.reference,
        "log_likelihood": round(one.log_likelihood, 2),
        "log_ratio": round(one.log_ratio, 2),
    }


def _by_domain(one: Statistics) -> Record:
    found: Record = {}
    for (domain, status), count in (one.targets or {}).items():
        found.setdefault(domain or NONE, {})[status] = count
    return found


def cells(one: Statistics) -> dict[str, Any]:
    """What stands in the columns of a table."""
    found: dict[str, Any] = record(one)
    shares = found["domains"] or {}
    return {
        **found,
        **found["characters"],
        "characters": one.characters,
        "top_terms": " ".join(f"{term} {count}" for term, count in one.top_terms),
        "key_terms": " ".join(term.term for term in one.key_terms),
        "domains": " ".join(f"{domain} {share['share']:.3f}" for domain, share in shares.items()),
        **{status: None if one.indicators is None else one.indicators.get(status, 0) for status in STATUSES},
        **{
            severity: None if one.findings is None else one.findings.get(severity, 0)
            for severity in SEVERITIES
        },
    }


def _rows(found: Sequence[Statistics], source: Source, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    del source, lang
    for one in found:
        values = cells(one)
        yield tuple([values[name] for name in COLUMNS])


def _listed(found: Sequence[Statistics], source: Source, lang: Lang) -> str:
    del source, lang
    return ",".join([dumps(record(one)) for one in found])


def _fields(found: Sequence[Statistics], source: Source, lang: Lang) -> Iterator[str]:
    del source, lang
    return (dumps(record(one))[1:-1] for one in found)


_KEY_TERM: Schema = {
    "term": "text",
    "count": "int",
    "reference": "int",
    "log_likelihood": "float",
    "log_ratio": "float",
}
SCHEMA: Schema = {
    "files": "int",
    "year": "int",
    "characters": {"all": "int", "han": "int", "without_spaces": "int"},
    "words_as_word_processors_count": "int",
    "lines": "int",
    "paragraphs": "int",
    "sentences": "int",
    "clauses": "int",
    "mean_sentence": "float",
    "sections": "int",
    "sections_by_level": {"*": "int"},
    "articles": "int",
    "tokens": "int",
    "types": "int",
    "top_terms": [{"term": "text", "count": "int"}],
    "key_terms": [_KEY_TERM],
    "new_terms": [_KEY_TERM],
    "gone_terms": [_KEY_TERM],
    "domains": {"*": {"passages": "int", "characters": "int", "share": "float"}},
    "indicators": {"*": "int"},
    "indicators_by_domain": {"*": {"*": "int"}},
    "deadlines": {"*": "int"},
    "measures": "int",
    "findings": {"*": "int"},
    "errors_per_10k": "float",
}


def _values(found: Sequence[Statistics], source: Source, lang: Lang) -> Iterator[Values]:
    del source, lang
    return valued(map(record, found), SCHEMA)


NOUN = Noun("stats", COLUMNS, _rows, _listed, _fields, SCHEMA, _values, single=True)
