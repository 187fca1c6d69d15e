"""The documents of a shard, one after the other, each read only when it is its turn."""

import json
import pickle
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from policytext.corpus.job import Job
from policytext.corpus.rows import Row, as_text
from policytext.corpus.shards import InputPart, Shard
from policytext.corpus.streams import is_remote, opened
from policytext.errors import PolicytextError, ReadError
from policytext.model.document import EncodingOrigin, Source
from policytext.readers import decode, make_read_error, read, read_bytes, replace_unprintable
from policytext.text.located_lines import replace_surrogates


class Loaded(NamedTuple):
    """A document's text, the name that its corpus gives it, and what is kept of its row."""

    source: Source
    id: str | None = None
    meta: tuple[tuple[str, str], ...] = ()


class Entry(NamedTuple):
    """A document that is to be read.

    Args:
        path: what it is called, as the other commands call it.
        name: the same from its input on.
        load: reads it; raises what is wrong with it.
    """

    path: str
    name: str
    load: Callable[[], Loaded]


def entries(shard: Shard, job: Job) -> Iterator[Entry]:
    """The documents of a shard."""
    for piece in shard.pieces:
        if piece.kind == "file":
            yield Entry(
                replace_unprintable(piece.path), replace_unprintable(piece.name), _Load(_file, piece, job)
            )
        elif piece.kind == "fault":
            yield Entry(
                replace_unprintable(piece.path), replace_unprintable(piece.name), _Load(_fault, piece, job)
            )
        else:
            try:
                yield from _KINDS[piece.kind](piece, job)
            except PolicytextError as fault:
                yield Entry(
                    replace_unprintable(piece.path),
                    replace_unprintable(piece.name),
                    _Load(_fault, piece._replace(fault=fault), job),
                )
            except OSError as error:
                lost = piece._replace(fault=make_read_error(error, piece.path))
                yield Entry(
                    replace_unprintable(piece.path), replace_unprintable(piece.name), _Load(_fault, lost, job)
                )


class _Load:
    """Reads one document when called."""

    def __init__(self, how: Callable[[InputPart, Job], Loaded], piece: InputPart, job: Job) -> None:
        self._how, self._piece, self._job = how, piece, job

    def __call__(self) -> Loaded:
        return self._how(self._piece, self._job)


def _file(piece: InputPart, job: Job) -> Loaded:
    if not is_remote(piece.path):
        return Loaded(read(piece.path, job.manner._replace(column=None)))
    if piece.stamp.size > job.manner.max_bytes:
        raise ReadError(
            "too-big", path=replace_unprintable(piece.path), megabytes=job.manner.max_bytes // 1_000_000
        )
    with opened(piece.path) as file:
        data = file.read()
    return Loaded(read_bytes(data, replace_unprintable(piece.path), job.manner))


def _fault(piece: InputPart, job: Job) -> Loaded:
    del job
    assert piece.fault is not None
    raise piece.fault


def _lines(piece: InputPart, job: Job) -> Iterator[Entry]:
    if piece.data is not None:
        from io import BytesIO

        yield from _lines_in(BytesIO(piece.data), piece, job)
        return
    with opened(piece.path) as file:
        file.seek(piece.start)
        yield from _lines_in(file, piece, job)


def _lines_in(file: BinaryIO, piece: InputPart, job: Job) -> Iterator[Entry]:
    left, number = piece.end - piece.start, piece.first
    most = job.manner.max_bytes
    while left > 0:
        line = file.readline(min(left, most + 1))
        if not line:
            break
        left -= len(line)
        whole = line
        while (
            len(whole) > most and not whole.endswith(b"\n") and left > 0
        ):  # the rest of a line that is too long
            whole = file.readline(min(left, most + 1))
            left -= len(whole)
            if not whole:
                break
        if line.strip():
            path, name = (
                f"{replace_unprintable(piece.path)}:{number}",
                f"{replace_unprintable(piece.name)}:{number}",
            )
            yield Entry(path, name, _InputLine(line, path, job))
        number += 1


class _InputLine:
    """Reads one record of JSON when called."""

    def __init__(self, line: bytes, path: str, job: Job) -> None:
        self._line, self._path, self._job = line, path, job

    def __call__(self) -> Loaded:
        job, path = self._job, self._path
        if len(self._line) > job.manner.max_bytes:
            raise ReadError("too-big", path=path, megabytes=job.manner.max_bytes // 1_000_000)
        encoding: str = "utf-8"
        origin: EncodingOrigin = "detected"
        try:
            text = self._line.decode(job.manner.encoding or "utf-8-sig")
        except UnicodeDecodeError:  # files that were put together from several
            found = decode(self._line, path=path, encoding=job.manner.encoding)
            text, encoding = found.text, found.encoding
        column = job.manner.column or "text"
        try:
            record = json.loads(text)
        except (ValueError, RecursionError):
            record = None
        words = record.get(column) if isinstance(record, dict) else None
        if not isinstance(words, str):
            raise ReadError("bad-row", path=path, name=column)
        name = record.get(job.id_column) if job.id_column else None
        kept = tuple((key, as_text(record[key])) for key in job.keep if record.get(key) is not None)
        source = _source(
            words, path, job.manner.encoding or encoding, "option" if job.manner.encoding else origin
        )
        return Loaded(source, None if name is None else as_text(name), kept)


def _source(words: str, path: str, encoding: str, origin: EncodingOrigin) -> Source:
    return Source(
        text=replace_surrogates(words), path=path, encoding=encoding, encoding_origin=origin, medium="table"
    )


def _rows(piece: InputPart, job: Job) -> Iterator[Entry]:
    assert piece.data is not None
    for one in pickle.loads(piece.data):
        yield _entry(one, piece, job)


def _groups(piece: InputPart, job: Job) -> Iterator[Entry]:
    from policytext.corpus.arrow_parquet import ParquetInput

    with opened(piece.path) as file:
        table = ParquetInput(file, piece.path)
        for one in table.rows(range(piece.start, piece.end), piece.first, job):
            yield _entry(one, piece, job)


def _entry(row: Row, piece: InputPart, job: Job) -> Entry:
    path = f"{replace_unprintable(piece.path)}:{row[0]}"
    return Entry(path, f"{replace_unprintable(piece.name)}:{row[0]}", _RowLoad(row, path, job))


class _RowLoad:
    """Gives one row when called."""

    def __init__(self, row: Row, path: str, job: Job) -> None:
        self._row, self._path, self._job = row, path, job

    def __call__(self) -> Loaded:
        _, words, name, kept = self._row
        if words is None:
            raise ReadError("bad-row", path=self._path, name=self._job.manner.column)
        if len(words) > self._job.manner.max_bytes:
            raise ReadError("too-big", path=self._path, megabytes=self._job.manner.max_bytes // 1_000_000)
        encoding = self._job.manner.encoding or "utf-8"
        return Loaded(_source(words, self._path, encoding, "detected"), name, kept)


_KINDS: dict[str, Callable[[InputPart, Job], Iterator[Entry]]] = {
    "lines": _lines,
    "rows": _rows,
    "groups": _groups,
}
