"""One input cut into pieces: a document stays a file, a table comes apart at its rows.

A plain ``.jsonl`` is cut at line ends, and its lines are read where they are worked on. What can't be opened in the
middle (packed lines, CSV, a large row group of Parquet) is read here, once, and its rows go along in the piece.

>>> import io
>>> [(one.first, one.start, one.end) for one in split_lines(io.BytesIO(b"aa\\nbb\\ncc\\n").read, 4, keep=False, most=99)]
[(1, 0, 6), (3, 6, 9)]
"""

import csv
import io
import json
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple, cast

from policytext.corpus.job import Job
from policytext.corpus.rows import Row, make_row
from policytext.corpus.shards import InputPart
from policytext.corpus.streams import Unpacked, opened, packing, stamp
from policytext.errors import PolicytextError, ReadError
from policytext.readers import decode, make_read_error, replace_unprintable

_BLOCK = 1 << 20
_DELIMITERS = {".csv": ",", ".tsv": "\t"}
#: Python's own limit on a cell is 128 kB, and a plan is longer.
_CELL = 300_000_000
#: A row group of up to this many shards is read where it is analysed.
_LARGE = 4


class Chunk(NamedTuple):
    """Whole lines: the number of the first, where they stand, and their bytes if these were kept."""

    first: int
    start: int
    end: int
    data: bytes | None


def split_input(path: str, name: str, job: Job) -> Iterator[InputPart]:
    """The pieces of one input; what can't be read is one too."""
    known = InputPart("file", path, name)
    try:
        known = known._replace(stamp=stamp(path))
        size = known.stamp.size
        bare = path.lower().removesuffix((packing(path) and path.lower()[path.rfind(".") :]) or "")
        if bare.endswith((".jsonl", ".ndjson")):
            yield from _lines(known, packing(path), job)
        elif bare.endswith(".parquet"):
            yield from _groups(known, job)
        elif bare.endswith(tuple(_DELIMITERS)):
            yield from _table(known, _DELIMITERS[bare[bare.rfind(".") :]], job)
        else:
            yield known._replace(weight=size, size=size)
    except PolicytextError as fault:
        yield known._replace(kind="fault", fault=fault)
    except (OSError, EOFError) as error:
        lost = (
            make_read_error(error, path)
            if isinstance(error, OSError)
            else ReadError("cut-off", path=replace_unprintable(path))
        )
        yield known._replace(kind="fault", fault=lost)


def split_lines(read: Callable[[int], bytes], size: int, *, keep: bool, most: int) -> Iterator[Chunk]:
    """A stream of lines in chunks of about `size` bytes, each ending where a line does.

    Args:
        read: gives up to the number of bytes it is called with, none at the end.
        size: the bytes at which a chunk ends with its line.
        keep: whether to keep the bytes.
        most: no line longer than this is kept whole; what is kept of it is longer still, so that it shows.
    """
    first, lines, start, have = 1, 0, 0, 0
    parts: list[bytes] = []

    def chunk() -> Chunk:
        return Chunk(first, start, start + have, b"".join(parts) if keep else None)

    while True:
        try:
            block = read(_BLOCK)
        except Exception:  # damaged further on: what was read is good
            if have:
                yield chunk()
            raise
        if not block:
            break
        at = 0
        while at < len(block):
            ready = size - have - 1
            end = block.find(b"\n", at + max(ready, 0)) + 1 if ready < len(block) - at else 0
            part = block[at : end or None]
            if keep and have <= size + most:
                parts.append(part)
            have, lines, at = have + len(part), lines + part.count(b"\n"), at + len(part)
            if end:
                yield chunk()
                first, lines, start, have, parts = first + lines, 0, start + have, 0, []
    if have:
        yield chunk()


def _lines(known: InputPart, packed: str | None, job: Job) -> Iterator[InputPart]:
    """A file with a JSON record a line."""
    with opened(known.path) as file:
        if packed is None:
            _see_column(file, known.path, job)
            file.seek(0)
            for one in split_lines(file.read, job.shard_bytes, keep=False, most=job.manner.max_bytes):
                size = one.end - one.start
                yield known._replace(
                    kind="lines", first=one.first, start=one.start, end=one.end, weight=size, size=size
                )
            return
        stream, taken = Unpacked(file, packed), 0
        for one in split_lines(stream.read, job.shard_bytes, keep=True, most=job.manner.max_bytes):
            assert one.data is not None
            if one.start == 0:
                _see_column(io.BytesIO(one.data), known.path, job)
            size, taken = stream.taken - taken, stream.taken
            yield known._replace(
                kind="lines",
                first=one.first,
                end=len(one.data),
                weight=len(one.data),
                size=size,
                data=one.data,
            )


def _see_column(file: BinaryIO, path: str, job: Job) -> None:
    """See to it that the first record of a file has the column.

    Raises:
        ReadError: it has not.
    """
    line = file.readline(job.manner.max_bytes)
    while line and not line.strip():
        line = file.readline(job.manner.max_bytes)
    if line.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError("jsonl-utf-16", path=replace_unprintable(path))
    try:
        record = json.loads(decode(line).text) if line else None
    except (ValueError, RecursionError, PolicytextError):
        return
    if isinstance(record, dict):
        # What else is kept of a record may be missing from some.
        see_columns(record, path, job._replace(keep=()))


def see_columns(known: Iterable[str], path: str, job: Job) -> None:
    """See to it that a table has the columns that are to be read.

    Raises:
        ReadError: it lacks one.
    """
    names = list(known)
    for wanted in (job.manner.column, job.id_column, *job.keep):
        if wanted is not None and wanted not in names:
            raise ReadError(
                "no-column", path=replace_unprintable(path), name=wanted, known="、".join(names[:20]) or "-"
            )


def _table(known: InputPart, delimiter: str, job: Job) -> Iterator[InputPart]:
    """A table with a header."""
    csv.field_size_limit(min(_CELL, sys.maxsize))
    with opened(known.path) as file:
        sample = file.read(_BLOCK)
        file.seek(0)
        whole = sample[: sample.rfind(b"\n") + 1] if len(sample) == _BLOCK else sample
        encoding = job.manner.encoding or decode(whole, path=replace_unprintable(known.path)).encoding
        text = io.TextIOWrapper(
            cast(Any, file), encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline=""
        )
        reader = csv.reader(text, delimiter=delimiter)
        try:
            head = next(reader, [])
            see_columns(head, known.path, job)
            wanted = [head.index(name) for name in _columns(job)]
            yield from _packed(known, _cells(reader, wanted, job), job)
        except UnicodeDecodeError:
            raise ReadError("undecodable", path=replace_unprintable(known.path), encoding=encoding) from None
        except csv.Error:
            column = job.manner.column
            raise ReadError(
                "bad-row", path=replace_unprintable(known.path), line=reader.line_num, name=column
            ) from None


def _columns(job: Job) -> list[str]:
    return [job.manner.column or "text", *((job.id_column,) if job.id_column else ()), *job.keep]


def _cells(reader: Any, wanted: list[int], job: Job) -> Iterator[Row]:
    line = reader.line_num + 1
    for cells in reader:
        if cells:
            found = [cells[at] if at < len(cells) else None for at in wanted]
            yield make_row(line, found, job)
        line = reader.line_num + 1


def _packed(known: InputPart, rows: Iterable[Row], job: Job) -> Iterator[InputPart]:
    """Rows that were read, in pieces of a shard's size."""
    batch: list[Row] = []
    weight = 0

    def piece() -> InputPart:
        return known._replace(
            kind="rows", first=batch[0][0], weight=weight, size=weight, data=pickle.dumps(batch, protocol=5)
        )

    try:
        for one in rows:
            batch.append(one)
            weight += len((one[1] or "").encode("utf-8", "surrogatepass")) + 1
            if weight >= job.shard_bytes:
                yield piece()
                batch, weight = [], 0
    except Exception:  # a file that is damaged further on: what was read is good
        if batch:
            yield piece()
        raise
    if batch:
        yield piece()


def _groups(known: InputPart, job: Job) -> Iterator[InputPart]:
    """The row groups of a Parquet file, several together where they are small."""
    from policytext.corpus.arrow_parquet import ParquetInput

    with opened(known.path) as file:
        table = ParquetInput(file, known.path)
        see_columns(table.names, known.path, job)
        first, start, weight, size, row_number = 1, 0, 0, 0, 1
        for number, (rows, group_weight, group_size) in enumerate(table.groups(_columns(job))):
            if group_weight > _LARGE * job.shard_bytes:
                if number > start:
                    yield known._replace(
                        kind="groups", first=first, start=start, end=number, weight=weight, size=size
                    )
                yield from _packed(known, table.rows([number], row_number, job), job)
                start, weight, size = number + 1, 0, 0
                first = row_number + rows
            else:
                weight, size = weight + group_weight, size + group_size
                if weight >= job.shard_bytes:
                    yield known._replace(
                        kind="groups", first=first, start=start, end=number + 1, weight=weight, size=size
                    )
                    start, weight, size, first = number + 1, 0, 0, row_number + rows
            row_number += rows
        if weight or start < table.count:
            yield known._replace(
                kind="groups", first=first, start=start, end=table.count, weight=weight, size=size
            )
