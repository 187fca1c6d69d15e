"""Queries in SQL over the tables of a run, answered by DuckDB, with views that are easier to read.

The tables have the names of the files (``documents``, ``indicators``, …); the views in ``VIEWS`` add the columns of the
document and flatten nested ones. Only shards that are done are included.
"""

import os
import re
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any

from policytext.corpus.arrow_columns import Columns
from policytext.corpus.run_folder import RunFolder
from policytext.corpus.tables import TABLES
from policytext.errors import ConfigError
from policytext.formats.fields import Type
from policytext.model.records import NamedTuple

_ABOUT = (
    "d.id, d.name, d.title, d.issuer, d.date as document_date, try_cast(d.date[:4] as integer) as year, "
    "d.meta['source'] as source, parse_dirpath(d.name) as folder, d.profile, d.script"
)
_DATED = (
    "x.date.text as date_text, x.date.start as date_start, x.date.end as date_end, x.date.role as date_role"
)

#: Views by name: the table that each is made from, and its query.
VIEWS: dict[str, tuple[str, str]] = {
    "targets": (
        "indicators",
        f"select x.path, x.indicator, x.comparator, try_cast(x.value as double) as value, "
        f"try_cast(x.value_high as double) as value_high, x.unit, x.change, {_DATED}, "
        f"try_cast(x.date.end[:4] as integer) as due, x.binding, x.actor, x.domain, x.address, x.text, x.start, "
        f'x."end", x.line, x."column", {_ABOUT} '
        "from {of} x join {documents} d using (path) where x.status = 'target'",
    ),
    "results": (
        "indicators",
        f"select x.path, x.indicator, x.comparator, try_cast(x.value as double) as value, x.unit, x.change, {_DATED}, "
        f"x.actor, x.domain, x.address, x.text, {_ABOUT} "
        "from {of} x join {documents} d using (path) where x.status = 'achieved'",
    ),
    "promises": (
        "measures",
        f"select x.path, x.actor, x.verb, x.object, x.modality, x.strength, x.supporting, {_DATED}, x.domain, "
        f"x.address, x.text, {_ABOUT} "
        "from {of} x join {documents} d using (path)",
    ),
    "terms": (
        "passages",
        f"select x.path, t.text as term, t.weight, t.domain, x.address, {_ABOUT} "
        "from {of} x cross join unnest(x.terms) as u(t) join {documents} d using (path)",
    ),
    "problems": (
        "findings",
        f"select x.path, x.rule, split_part(x.rule, '/', 1) as family, x.severity, x.confidence, x.message, x.count, "
        f'x.text, x.line, x."column", x.address, d.characters, {_ABOUT} '
        "from {of} x join {documents} d using (path)",
    ),
    "words": (
        "stats",
        f"select x.path, t.term, t.count, {_ABOUT} "
        "from {of} x cross join unnest(x.top_terms) as u(t) join {documents} d using (path)",
    ),
}


class Answer(NamedTuple):
    """The columns and the rows of an answer."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


class RunTables:
    """The tables of one run, or of several under prefixes of their own.

    Args:
        folders: the folders by their prefixes; the prefix of a single one is empty.

    Raises:
        ConfigError: DuckDB is not installed, or a folder holds no tables.
    """

    def __init__(self, folders: dict[str, str]) -> None:
        try:
            import duckdb
        except ImportError:
            raise ConfigError("needs-extra", name="duckdb", extra="corpus") from None
        # The errors of DuckDB, and of Python for values that it has no type for.
        self._faults = (duckdb.Error, ValueError, ArithmeticError, ImportError, RuntimeError, MemoryError)
        self._memory = (duckdb.OutOfMemoryException, MemoryError)
        self._folders: list[tuple[RunFolder, list[int], list[str]]] = []
        self._base = duckdb.connect(config={"autoinstall_known_extensions": "false"})
        self._base.execute("set enable_progress_bar = false; set preserve_insertion_order = true")
        for prefix, folder in folders.items():
            self._create_views(prefix, folder)

    def __enter__(self) -> "RunTables":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()

    def _create_views(self, prefix: str, path: str) -> None:
        """Create the views of one folder."""
        folder = RunFolder(path)
        manifest = folder.manifest()
        if manifest is None:
            raise ConfigError("corpus-missing", path=path, name=path)
        numbers = _list_done_shards(path)
        if not numbers:
            raise ConfigError("corpus-empty", path=path)
        what = manifest["job"]["what"]
        self._folders.append((folder, numbers, what))
        there = {name for name, table in TABLES.items() if table.what is None or table.what in what}
        for name in TABLES:
            files = [folder.file(name, number) for number in numbers] if name in there else []
            source = (
                f"read_parquet([{', '.join(map(_quote, files))}])"
                if files
                else _select_nothing(TABLES[name].columns)
            )
            self.ask(f"create view {prefix}{name} as select * from {source}")
        for name, (table, select) in VIEWS.items():
            made = select.format(of=f"{prefix}{table}", documents=f"{prefix}documents")
            self.ask(f"create view {prefix}{name} as {made}")

    def ask(self, sql: str, values: Sequence[Any] = ()) -> Answer:
        """Return the answer to a query.

        Raises:
            ConfigError: DuckDB does not understand it, or a file is damaged.
        """
        try:
            cursor = self._base.execute(sql, list(values))
            columns = tuple(column[0] for column in cursor.description or ())
        except self._faults as error:
            raise self._explain(error) from None
        return Answer(columns, self._rows(cursor))

    def _rows(self, cursor: Any) -> Iterator[tuple[Any, ...]]:
        try:
            while rows := cursor.fetchmany(2000):
                yield from rows
        except self._faults as error:
            raise self._explain(error) from None

    def _explain(self, error: Exception) -> ConfigError:
        """Return the error: a damaged file, one that can't be unpacked, memory, or the query itself."""
        from policytext.corpus.shard_checks import check_shard

        for folder, numbers, what in self._folders:
            for number in numbers:
                try:
                    check_shard(folder.file, number, what)
                except ConfigError as fault:
                    return fault
        words = str(error)
        for folder, numbers, _ in self._folders:
            for path in (folder.file(table, number) for number in numbers for table in TABLES):
                if f'"{path}"' in words or f"'{path}'" in words:
                    return ConfigError("corpus-unreadable", path=path, reason=_format_reason(error))
        code = "query-memory" if isinstance(error, self._memory) else "bad-sql"
        return ConfigError(code, reason=_format_reason(error))

    def list_tables(self) -> Answer:
        """Return all tables and views with their columns and numbers of rows."""
        rows = []
        for name in (*TABLES, *VIEWS):
            count = next(self.ask(f"select count(*) from {name}").rows)[0]
            described = self.ask(f"select column_name from (describe {name})").rows
            rows.append((name, count, " ".join(column for (column,) in described)))
        return Answer(("table", "rows", "columns"), iter(rows))


def count_repeated_ids(folder: str) -> int:
    """Return how many ids several documents share; 0 without DuckDB."""
    try:
        with RunTables({"": folder}) as tables:
            sql = "select count(*) from (select id from documents where id is not null group by id having count(*) > 1)"
            return int(next(tables.ask(sql).rows)[0])
    except ConfigError:
        return 0


def _list_done_shards(path: str) -> list[int]:
    """Return the numbers of the shards that are done."""
    try:
        names = os.listdir(os.path.join(path, "documents"))
    except OSError:
        return []
    return sorted(int(name.removesuffix(".parquet")) for name in names if name.endswith(".parquet"))


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _select_nothing(columns: Columns) -> str:
    """Return a query for a table without rows, for records that the run did not look for."""
    listed = ", ".join(f'cast(null as {format_sql_type(kind)}) as "{name}"' for name, kind in columns)
    return f"(select {listed} where false)"


def format_sql_type(kind: Type) -> str:
    """Return the DuckDB type of a type of records.

    >>> format_sql_type([{"text": "text", "weight": "number"}]), format_sql_type({"*": "int"})
    ('struct("text" varchar, "weight" double)[]', 'map(varchar, bigint)')
    """
    if isinstance(kind, list):
        return f"{format_sql_type(kind[0])}[]"
    if isinstance(kind, dict):
        if "*" in kind:
            return f"map(varchar, {format_sql_type(kind['*'])})"
        return (
            "struct(" + ", ".join(f'"{name}" {format_sql_type(below)}' for name, below in kind.items()) + ")"
        )
    return {"text": "varchar", "int": "bigint", "float": "double", "number": "double"}[kind]


def _format_reason(error: Exception) -> str:
    words = re.split(r"\nLINE |\nPossible solutions", str(error) or type(error).__name__)[0]
    return " ".join(words.split())[:300]
