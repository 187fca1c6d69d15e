"""The tables of a run, and a shard's part of each as a file of Parquet.

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
from typing import Any, NamedTuple

from policytext.corpus.arrow import import_pyarrow
from policytext.corpus.arrow_columns import Columns, array, arrow_type, packing
from policytext.corpus.job import SCHEMA
from policytext.digests import blake2b
from policytext.formats.fields import load_record_type
from policytext.formats.fields.files import DOCUMENT
from policytext.messages import Lang
from policytext.model.document import Source

#: Rows that are held before they are written.
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


def _of(key: str, what: str) -> CorpusTable:
    return CorpusTable((("path", "text"), *load_record_type(key).schema.items()), key, what)


TABLES: dict[str, CorpusTable] = {
    "documents": CorpusTable(DOCUMENTS),
    "sections": _of("sections", "outline"),
    "indicators": _of("indicators", "targets"),
    "measures": _of("measures", "targets"),
    "passages": _of("domains", "domains"),
    "findings": _of("findings", "lint"),
    "stats": _of("stats", "stats"),
    "failures": CorpusTable(FAILURES),
}


def wanted_tables(what: Sequence[str]) -> tuple[str, ...]:
    """The tables that a run writes."""
    return tuple(name for name, table in TABLES.items() if table.what is None or table.what in what)


@cache
def schema_of(name: str) -> Any:
    """The schema of a table as pyarrow's, with the schema's number."""
    columns = [(column, arrow_type(kind)) for column, kind in TABLES[name].columns]
    return import_pyarrow().schema(columns, {"policytext": SCHEMA, "table": name})


class ShardWriter:
    """A shard's tables while they are written, in a folder of their own.

    Args:
        folder: the folder, which is made.
        what: what the run was asked for.
        number: the shard's number, by which its files are called.
    """

    def __init__(self, folder: str, what: Sequence[str], number: int) -> None:
        self._folder, self._file = folder, f"{number:06d}.parquet"
        os.makedirs(folder)
        self._tables = {name: _TableWriter(name, self._path(name)) for name in wanted_tables(what)}
        self.rows = dict.fromkeys(self._tables, 0)

    def _path(self, table: str) -> str:
        return os.path.join(self._folder, f"{table}-{self._file}")

    def add(self, found: Iterable[tuple[str, Iterable[Sequence[Any]]]]) -> None:
        """Rows of several tables, all of them or, where something goes wrong, none."""
        before = {name: len(part.held) for name, part in self._tables.items()}
        try:
            for name, rows in found:
                self._tables[name].held += rows
        except BaseException:
            for name, part in self._tables.items():
                del part.held[before[name] :]
            raise
        for name, part in self._tables.items():
            self.rows[name] += len(part.held) - before[name]

    def flush(self) -> None:
        """Write what is held of tables that hold much."""
        for part in self._tables.values():
            part.flush()

    def rows_of(
        self, path: str, found: Mapping[str, Sequence[Any]], source: Source, lang: Lang
    ) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
        """What was found in one document, as rows of its tables."""
        for name, marks in found.items():
            key = TABLES[name].records
            if marks and key:
                yield name, ((path, *values) for values in load_record_type(key).values(marks, source, lang))

    def finish(self, about: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Write everything out; the tables and their files, ready to be moved, the documents last.

        Args:
            about: what is noted in the file of documents.
        """
        footers: dict[str, list[Any] | None] = {}
        for name, part in sorted(self._tables.items(), key=lambda one: one[0] == "documents"):
            if name == "documents":
                part.close({**about, "files": footers})
            else:
                part.close({})
                footers[name] = footer(self._path(name))
            yield name, self._path(name)

    def drop(self) -> None:
        """Away with what was written."""
        for name, part in self._tables.items():
            part.abandon()
            with suppress(OSError):
                os.unlink(self._path(name))
        with suppress(OSError):
            os.rmdir(self._folder)


class _TableWriter:
    """One table's part in a shard."""

    def __init__(self, name: str, path: str) -> None:
        from pyarrow import parquet

        columns = TABLES[name].columns
        self._schema = schema_of(name)
        self._kinds = [kind for _, kind in columns]
        self.held: list[Sequence[Any]] = []
        self._stream = open(path, "xb")  # noqa: SIM115
        self._writer = parquet.ParquetWriter(self._stream, self._schema, **packing(columns))

    def flush(self) -> None:
        at = 0
        while len(self.held) - at >= _ROWS:
            self._write(self.held[at : at + _ROWS])
            at += _ROWS
        del self.held[:at]

    def _write(self, rows: Sequence[Sequence[Any]]) -> None:
        pyarrow = import_pyarrow()
        arrays = [
            array(column, kind, field.type)
            for column, kind, field in zip(zip(*rows, strict=True), self._kinds, self._schema, strict=True)
        ]
        self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))

    def close(self, about: Mapping[str, Any]) -> None:
        if self.held:
            self._write(self.held)
            self.held = []
        if about:
            self._writer.add_key_value_metadata({"shard": json.dumps(about, ensure_ascii=False)})
        self._writer.close()
        self._stream.flush()
        # A file that is renamed before its content is on the disk may be empty after a power cut.
        os.fsync(self._stream.fileno())
        self._stream.close()

    def abandon(self) -> None:
        with suppress(Exception):  # the disk may be full, and the file is thrown away
            self._writer.close()
        with suppress(OSError):
            self._stream.close()


def footer(path: str) -> list[Any] | None:
    """The size of a file of Parquet and a digest of its footer; None where it is damaged."""
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


def described(path: str) -> tuple[Any, Any]:
    """What the footer of a file of Parquet says, and the schema in it.

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


def records(path: str, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of one file, a part of a table."""
    from pyarrow import parquet

    with parquet.ParquetFile(path, page_checksum_verification=True) as file:
        for batch in file.iter_batches(columns=columns):
            yield from batch.to_pylist()
