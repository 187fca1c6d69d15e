"""The differences between two runs, or two years of one: documents, targets, commitments, findings, domains, words.

Documents are the same if they have the same ``id``, or without ids the same path below the input; they are changed if
their texts differ.
"""

from collections.abc import Iterator
from typing import Any

from policytext.corpus.queries import Answer, RunTables

COLUMNS = ("kind", "what", "before", "after", "change")
#: How many words with a higher and with a lower share are listed.
_WORDS = 20
_LEAST = 5

_DOCUMENTS = """
with a as (select coalesce(id, name) as key, digest from {a}documents), b as (select coalesce(id, name) as key, digest from {b}documents),
paired as (select a.key as left_key, b.key as right_key, a.digest as old, b.digest as new from a full join b on a.key = b.key)
select 'documents', 'all', (select count(*) from a), (select count(*) from b), (select count(*) from b) - (select count(*) from a)
union all select 'documents', 'new', null, count(*), count(*) from paired where left_key is null
union all select 'documents', 'gone', count(*), null, -count(*) from paired where right_key is null
union all select 'documents', 'same text', count(*), count(*), 0 from paired where old = new
union all select 'documents', 'other text', count(*), count(*), 0 from paired where old <> new
"""
_COUNTED = """
with a as (select {of} as what, {sum} as n from {a}{table} group by 1), b as (select {of} as what, {sum} as n from {b}{table} group by 1)
select '{kind}', coalesce(coalesce(a.what, b.what), 'none'), coalesce(a.n, 0), coalesce(b.n, 0), coalesce(b.n, 0) - coalesce(a.n, 0)
from a full join b on a.what is not distinct from b.what order by abs(coalesce(b.n, 0) - coalesce(a.n, 0)) desc, 2
"""
_RATES = """
with size as (select (select sum(characters) from {a}documents) as a, (select sum(characters) from {b}documents) as b),
a as (select rule, sum(count) as n from {a}findings group by 1), b as (select rule, sum(count) as n from {b}findings group by 1)
select 'findings per 10,000 characters', coalesce(a.rule, b.rule) as rule, round(10000.0 * coalesce(a.n, 0) / size.a, 4),
round(10000.0 * coalesce(b.n, 0) / size.b, 4), round(10000.0 * coalesce(b.n, 0) / size.b - 10000.0 * coalesce(a.n, 0) / size.a, 4)
from a full join b on a.rule = b.rule, size order by abs(5) desc, 2
""".replace("abs(5)", "abs(10000.0 * coalesce(b.n, 0) / size.b - 10000.0 * coalesce(a.n, 0) / size.a)")
_SHARES = """
with a as (select domain, sum("end" - start) as n from {a}passages group by 1), b as (select domain, sum("end" - start) as n from {b}passages group by 1)
select 'share of domain', coalesce(coalesce(a.domain, b.domain), 'none'), round(coalesce(a.n, 0) / (select sum(n) from a), 4),
round(coalesce(b.n, 0) / (select sum(n) from b), 4),
round(coalesce(b.n, 0) / (select sum(n) from b) - coalesce(a.n, 0) / (select sum(n) from a), 4)
from a full join b on a.domain is not distinct from b.domain order by 2
"""
_TERMS = """
with a as (select term, count(*) as n from {a}terms group by 1), b as (select term, count(*) as n from {b}terms group by 1),
sums as (select (select sum(n) from a) as a, (select sum(n) from b) as b),
rates as (select coalesce(a.term, b.term) as term, coalesce(a.n, 0) as a, coalesce(b.n, 0) as b,
log2((coalesce(b.n, 0) + 0.5) / (sums.b + 0.5)) - log2((coalesce(a.n, 0) + 0.5) / (sums.a + 0.5)) as ratio from a full join b on a.term = b.term, sums)
select 'term', term, a, b, round(ratio, 2) from rates where a + b >= {least} order by abs(ratio) desc, term limit {words}
"""
_QUERIES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("documents", _DOCUMENTS, {}),
    (
        "indicators",
        _COUNTED,
        {"table": "indicators", "of": "status", "sum": "count(*)", "kind": "indicators"},
    ),
    (
        "indicators",
        _COUNTED,
        {"table": "targets", "of": "domain", "sum": "count(*)", "kind": "targets by domain"},
    ),
    (
        "measures",
        _COUNTED,
        {"table": "measures", "of": "domain", "sum": "count(*)", "kind": "measures by domain"},
    ),
    ("passages", _SHARES, {}),
    ("findings", _RATES, {}),
    ("passages", _TERMS, {"least": _LEAST, "words": 2 * _WORDS}),
)


def compare_runs(before: str, after: str, years: tuple[int, int] | None = None) -> Answer:
    """Compare two runs, or two years of one.

    Args:
        before, after: two folders of runs; the same one where two years of it are compared.
        years: only documents of the first year of `before`, and of the second of `after`.

    Raises:
        ConfigError: a folder that holds no tables.
    """
    return Answer(COLUMNS, _compare(before, after, years))


def _compare(before: str, after: str, years: tuple[int, int] | None) -> Iterator[tuple[Any, ...]]:
    with RunTables({"a_": before, "b_": after}) as tables:
        prefixes = {"a": "a_", "b": "b_"}
        if years:
            for short, year in zip("ab", years, strict=True):
                _create_year_views(tables, f"{short}_", f"{short}y_", year)
                prefixes[short] = f"{short}y_"
        for table, sql, values in _QUERIES:
            query = sql.format(**prefixes, **values)
            if _has_rows(tables, prefixes["a"], table) or _has_rows(tables, prefixes["b"], table):
                yield from tables.ask(query).rows


def _has_rows(tables: RunTables, prefix: str, table: str) -> bool:
    return next(tables.ask(f"select exists (select 1 from {prefix}{table})").rows)[0] is True


def _create_year_views(tables: RunTables, old: str, new: str, year: int) -> None:
    """Create views of the documents of one year and of their records."""
    of_year = f"(select path from {old}documents where date[:4] = '{year:04d}')"
    for name in ("documents", "indicators", "targets", "measures", "passages", "findings", "terms"):
        sql = f"create view {new}{name} as select * from {old}{name} where path in {of_year}"
        tables.ask(sql)
