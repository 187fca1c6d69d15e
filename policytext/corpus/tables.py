"""The tables of a run; each shard writes one Parquet file of each.

Every table but ``documents`` and ``failures`` holds one record type of ``formats.fields``: its columns are the path and
the keys of the record, so that a table holds what JSON Lines shows.

>>> [name for name, _ in TABLES["indicators"].columns][:3]
['path', 'status', 'start']
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from policytext.corpus.arrow import import_pyarrow
from policytext.corpus.arrow_columns import Columns, choose_packing, make_array, make_arrow_type
from policytext.corpus.job import SCHEMA
from policytext.digests import blake2b
from policytext.formats.fields import load_record_type
from policytext.formats.fields.files import DOCUMENT
from policytext.messages import Lang
from policytext.model.document import Source
from policytext.model.records import NamedTuple

#: Rows that are kept in memory before they are written.
_ROWS = 50_000

DOCUMENTS: Columns = (
    ("path", "text"),
    ("name", "text"),
    ("id", "text"),
    ("meta", {"*": "text"}),
    *DOCUMENT.schema.items(),
    ("digest", "text"),
)
FAILURES: Columns = (
    ("path", "text"),
    ("name", "text"),
    ("id", "text"),
    ("code", "text"),
    ("message", "text"),
)


class CorpusTable(NamedTuple):
    """A table: its columns, the key of its record type, and the analysis that fills it (None: every run has it)."""

    columns: Columns
    records: str | None = None
    what: str | None = None


def _make_table(key: str, what: str) -> CorpusTable:
    return CorpusTable((("path", "text"), *load_record_type(key).schema.items()), key, what)


TABLES: dict[str, CorpusTable] = {
    "documents": CorpusTable(DOCUMENTS),
    "sections": _make_table("sections", "outline"),
    "indicators": _make_table("indicators", "targets"),
    "measures": _make_table("measures", "targets"),
    "passages": _make_table("domains", "domains"),
    "findings": _make_table("findings", "lint"),
    "stats": _make_table("stats", "stats"),
    "hits": _make_table("hits", "extract"),
    "failures": CorpusTable(FAILURES),
}


def list_tables(what: Sequence[str]) -> tuple[str, ...]:
    """Return the tables that a run writes."""
    return tuple(name for name, table in TABLES.items() if table.what is None or table.what in what)


@cache
def make_schema(name: str) -> Any:
    """Return the pyarrow schema of a table, with the schema's number."""
    columns = [(column, make_arrow_type(kind)) for column, kind in TABLES[name].columns]
    return import_pyarrow().schema(columns, {"policytext": SCHEMA, "table": name})


class ShardWriter:
    """The tables of one shard, written into a folder of their own.

    Args:
        folder: the folder, which is made.
        what: the kinds of answer of the run.
        number: the shard's number, which names its files.
    """

    def __init__(self, folder: str, what: Sequence[str], number: int) -> None:
        self._folder, self._file = folder, f"{number:06d}.parquet"
        os.makedirs(folder)
        self._tables = {name: _TableWriter(name, self._path(name)) for name in list_tables(what)}
        self.rows = dict.fromkeys(self._tables, 0)

    def _path(self, table: str) -> str:
        return os.path.join(self._folder, f"{table}-{self._file}")

    def add(self, found: Iterable[tuple[str, Iterable[Sequence[Any]]]]) -> None:
        """Add rows of several tables; all of them, or none if one of them fails."""
        before = {name: len(part.pending) for name, part in self._tables.items()}
        try:
            for name, rows in found:
                self._tables[name].pending += rows
        except BaseException:
            for name, part in self._tables.items():
                del part.pending[before[name] :]
            raise
        for name, part in self._tables.items():
            self.rows[name] += len(part.pending) - before[name]

    def flush(self) -> None:
        """Write the rows of tables that have many in memory."""
        for part in self._tables.values():
            part.flush()

    def make_rows(
        self, path: str, found: Mapping[str, Sequence[Any]], source: Source, lang: Lang
    ) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
        """Return the records of one document as rows of its tables."""
        for name, annotations in found.items():
            key = TABLES[name].records
            if annotations and key:
                rows = load_record_type(key).values(annotations, source, lang)
                yield name, ((path, *row) for row in rows)

    def finish(self, note: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Finish all tables and return them with their files, the documents last.

        Args:
            note: what the footer of the documents file holds.
        """
        footers: dict[str, list[Any] | None] = {}
        for name, part in sorted(self._tables.items(), key=lambda item: item[0] == "documents"):
            if name == "documents":
                part.close({**note, "files": footers})
            else:
                part.close({})
                footers[name] = read_footer(self._path(name))
            yield name, self._path(name)

    def remove(self) -> None:
        """Remove what is written."""
        for name, part in self._tables.items():
            part.abandon()
            with suppress(OSError):
                os.unlink(self._path(name))
        with suppress(OSError):
            os.rmdir(self._folder)


class _TableWriter:
    """One table of a shard."""

    def __init__(self, name: str, path: str) -> None:
        from pyarrow import parquet

        columns = TABLES[name].columns
        self._schema = make_schema(name)
        self._kinds = [kind for _, kind in columns]
        self.pending: list[Sequence[Any]] = []
        self._stream = open(path, "xb")  # noqa: SIM115
        self._writer = parquet.ParquetWriter(self._stream, self._schema, **choose_packing(columns))

    def flush(self) -> None:
        written = 0
        while len(self.pending) - written >= _ROWS:
            self._write(self.pending[written : written + _ROWS])
            written += _ROWS
        del self.pending[:written]

    def _write(self, rows: Sequence[Sequence[Any]]) -> None:
        pyarrow = import_pyarrow()
        arrays = [
            make_array(column, kind, field.type)
            for column, kind, field in zip(zip(*rows, strict=True), self._kinds, self._schema, strict=True)
        ]
        self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))

    def close(self, note: Mapping[str, Any]) -> None:
        if self.pending:
            self._write(self.pending)
            self.pending = []
        if note:
            self._writer.add_key_value_metadata({"shard": json.dumps(note, ensure_ascii=False)})
        self._writer.close()
        self._stream.flush()
        # A file that is renamed before its content is on the disk may be empty after a power failure.
        os.fsync(self._stream.fileno())
        self._stream.close()

    def abandon(self) -> None:
        with suppress(Exception):  # the disk may be full, and the file is removed
            self._writer.close()
        with suppress(OSError):
            self._stream.close()


def read_footer(path: str) -> list[Any] | None:
    """Return the size of a Parquet file and a digest of its footer; None if it is damaged."""
    try:
        with open(path, "rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - 8, 0))
            length, mark = int.from_bytes(file.read(4), "little"), file.read(4)
            if mark != b"PAR1" or length + 12 > size:
                return None
            file.seek(size - 8 - length)
            return [size, blake2b(file.read(length), digest_size=16).hexdigest()]
    except OSError:
        return None


def read_metadata(path: str) -> tuple[Any, Any]:
    """Return the metadata and the schema in the footer of a Parquet file.

    Raises:
        OSError: the file is missing or damaged.
    """
    pyarrow = import_pyarrow()
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as file:
            return file.metadata, file.schema_arrow
    except pyarrow.ArrowException as error:
        raise OSError(str(error)) from None


def read_records(path: str, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """Return the rows of one file of a table."""
    from pyarrow import parquet

    with parquet.ParquetFile(path, page_checksum_verification=True) as file:
        for batch in file.iter_batches(columns=columns):
            yield from batch.to_pylist()
