"""The documents of a shard, one after the other, each read only when it is needed."""

import json
import pickle
from collections.abc import Callable, Iterator
from typing import BinaryIO

from policytext.corpus.job import Job
from policytext.corpus.rows import Row, format_value
from policytext.corpus.shards import InputPart, Shard
from policytext.corpus.streams import is_remote, open_stored
from policytext.errors import PolicytextError, ReadError
from policytext.model.document import EncodingOrigin, Source
from policytext.model.records import NamedTuple
from policytext.readers import decode, make_read_error, read, read_bytes, replace_unprintable
from policytext.text.located_lines import replace_surrogates


class Loaded(NamedTuple):
    """A document's text, its id in the corpus, and the columns that are kept of its row."""

    source: Source
    id: str | None = None
    meta: tuple[tuple[str, str], ...] = ()


class Entry(NamedTuple):
    """A document that is not read yet.

    Args:
        path: its path, as in the other commands.
        name: its path below its input.
        load: reads it, or raises its error.
    """

    path: str
    name: str
    load: Callable[[], Loaded]


def read_entries(shard: Shard, job: Job) -> Iterator[Entry]:
    """Return the documents of a shard."""
    for part in shard.parts:
        if part.kind == "file":
            yield _make_part_entry(_load_file, part, job)
        elif part.kind == "fault":
            yield _make_part_entry(_raise_fault, part, job)
        else:
            try:
                yield from _READERS[part.kind](part, job)
            except PolicytextError as error:
                yield _make_part_entry(_raise_fault, part._replace(fault=error), job)
            except OSError as error:
                fault = make_read_error(error, part.path)
                yield _make_part_entry(_raise_fault, part._replace(fault=fault), job)


def _make_part_entry(load: Callable[[InputPart, Job], Loaded], part: InputPart, job: Job) -> Entry:
    return Entry(replace_unprintable(part.path), replace_unprintable(part.name), _Loader(load, part, job))


class _Loader:
    """Reads one document when it is called."""

    def __init__(self, load: Callable[[InputPart, Job], Loaded], part: InputPart, job: Job) -> None:
        self._load, self._part, self._job = load, part, job

    def __call__(self) -> Loaded:
        return self._load(self._part, self._job)


def _load_file(part: InputPart, job: Job) -> Loaded:
    if not is_remote(part.path):
        return Loaded(read(part.path, job.read_options._replace(column=None)))
    if part.stamp.size > job.read_options.max_bytes:
        raise ReadError(
            "too-big", path=replace_unprintable(part.path), megabytes=job.read_options.max_bytes // 1_000_000
        )
    with open_stored(part.path) as file:
        data = file.read()
    return Loaded(read_bytes(data, replace_unprintable(part.path), job.read_options))


def _raise_fault(part: InputPart, job: Job) -> Loaded:
    del job
    assert part.fault is not None
    raise part.fault


def _read_lines(part: InputPart, job: Job) -> Iterator[Entry]:
    if part.data is not None:
        from io import BytesIO

        yield from _read_lines_of(BytesIO(part.data), part, job)
        return
    with open_stored(part.path) as file:
        file.seek(part.start)
        yield from _read_lines_of(file, part, job)


def _read_lines_of(file: BinaryIO, part: InputPart, job: Job) -> Iterator[Entry]:
    left, number = part.end - part.start, part.first
    longest = job.read_options.max_bytes
    path, name = replace_unprintable(part.path), replace_unprintable(part.name)
    while left > 0:
        line = file.readline(min(left, longest + 1))
        if not line:
            break
        left -= len(line)
        rest = line
        while (
            len(rest) > longest and not rest.endswith(b"\n") and left > 0
        ):  # the end of a line that is too long
            rest = file.readline(min(left, longest + 1))
            left -= len(rest)
            if not rest:
                break
        if line.strip():
            yield Entry(f"{path}:{number}", f"{name}:{number}", _LineLoader(line, f"{path}:{number}", job))
        number += 1


class _LineLoader:
    """Reads one JSON record when it is called."""

    def __init__(self, line: bytes, path: str, job: Job) -> None:
        self._line, self._path, self._job = line, path, job

    def __call__(self) -> Loaded:
        job, path = self._job, self._path
        if len(self._line) > job.read_options.max_bytes:
            raise ReadError("too-big", path=path, megabytes=job.read_options.max_bytes // 1_000_000)
        encoding: str = "utf-8"
        origin: EncodingOrigin = "detected"
        try:
            text = self._line.decode(job.read_options.encoding or "utf-8-sig")
        except UnicodeDecodeError:  # files that were put together from several
            found = decode(self._line, path=path, encoding=job.read_options.encoding)
            text, encoding = found.text, found.encoding
        column = job.read_options.column or "text"
        try:
            record = json.loads(text)
        except (ValueError, RecursionError):
            record = None
        words = record.get(column) if isinstance(record, dict) else None
        if not isinstance(words, str):
            raise ReadError("bad-row", path=path, name=column)
        name = record.get(job.id_column) if job.id_column else None
        kept = tuple((key, format_value(record[key])) for key in job.keep if record.get(key) is not None)
        source = _make_source(
            words,
            path,
            job.read_options.encoding or encoding,
            "option" if job.read_options.encoding else origin,
        )
        return Loaded(source, None if name is None else format_value(name), kept)


def _make_source(words: str, path: str, encoding: str, origin: EncodingOrigin) -> Source:
    return Source(
        text=replace_surrogates(words), path=path, encoding=encoding, encoding_origin=origin, medium="table"
    )


def _read_rows(part: InputPart, job: Job) -> Iterator[Entry]:
    assert part.data is not None
    for row in pickle.loads(part.data):
        yield _make_entry(row, part, job)


def _read_row_groups(part: InputPart, job: Job) -> Iterator[Entry]:
    from policytext.corpus.arrow_parquet import ParquetInput

    with open_stored(part.path) as file:
        table = ParquetInput(file, part.path)
        for row in table.rows(range(part.start, part.end), part.first, job):
            yield _make_entry(row, part, job)


def _make_entry(row: Row, part: InputPart, job: Job) -> Entry:
    path = f"{replace_unprintable(part.path)}:{row[0]}"
    return Entry(path, f"{replace_unprintable(part.name)}:{row[0]}", _RowLoader(row, path, job))


class _RowLoader:
    """Returns one row when it is called."""

    def __init__(self, row: Row, path: str, job: Job) -> None:
        self._row, self._path, self._job = row, path, job

    def __call__(self) -> Loaded:
        _, words, name, kept = self._row
        if words is None:
            raise ReadError("bad-row", path=self._path, name=self._job.read_options.column)
        if len(words) > self._job.read_options.max_bytes:
            raise ReadError(
                "too-big", path=self._path, megabytes=self._job.read_options.max_bytes // 1_000_000
            )
        encoding = self._job.read_options.encoding or "utf-8"
        return Loaded(_make_source(words, self._path, encoding, "detected"), name, kept)


_READERS: dict[str, Callable[[InputPart, Job], Iterator[Entry]]] = {
    "lines": _read_lines,
    "rows": _read_rows,
    "groups": _read_row_groups,
}
