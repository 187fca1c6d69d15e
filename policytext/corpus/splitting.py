"""One input cut into parts: a document is one part, a table is cut between its rows.

A plain ``.jsonl`` is cut at line ends, and its lines are read by the worker. What can't be opened in the middle (packed
lines, CSV, a large row group of Parquet) is read here, once, and the part holds its rows.
"""

import csv
import io
import json
import pickle
import sys
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, cast

from policytext.corpus.job import Job
from policytext.corpus.line_chunks import split_lines
from policytext.corpus.rows import Row, make_row
from policytext.corpus.shards import InputPart
from policytext.corpus.streams import UnpackedStream, detect_packing, make_stamp, open_stored
from policytext.errors import PolicytextError, ReadError
from policytext.readers import decode, make_read_error, replace_unprintable

_BLOCK = 1 << 20
_DELIMITERS = {".csv": ",", ".tsv": "\t"}
#: Python's own limit on a cell is 128 kB, and a plan is longer.
_CELL = 300_000_000
#: A row group of up to this many shards is read where it is analysed.
_LARGE = 4


def split_input(path: str, name: str, job: Job) -> Iterator[InputPart]:
    """Return the parts of one input; one that can't be read is a part with its error."""
    whole = InputPart("file", path, name)
    try:
        whole = whole._replace(stamp=make_stamp(path))
        size = whole.stamp.size
        bare = path.lower().removesuffix((detect_packing(path) and path.lower()[path.rfind(".") :]) or "")
        if bare.endswith((".jsonl", ".ndjson")):
            yield from _split_json_lines(whole, detect_packing(path), job)
        elif bare.endswith(".parquet"):
            yield from _split_row_groups(whole, job)
        elif bare.endswith(tuple(_DELIMITERS)):
            yield from _split_table(whole, _DELIMITERS[bare[bare.rfind(".") :]], job)
        else:
            yield whole._replace(weight=size, size=size)
    except PolicytextError as fault:
        yield whole._replace(kind="fault", fault=fault)
    except (OSError, EOFError) as error:
        lost = (
            make_read_error(error, path)
            if isinstance(error, OSError)
            else ReadError("cut-off", path=replace_unprintable(path))
        )
        yield whole._replace(kind="fault", fault=lost)


def _split_json_lines(whole: InputPart, packed: str | None, job: Job) -> Iterator[InputPart]:
    """Split a file that has one JSON record a line."""
    with open_stored(whole.path) as file:
        if packed is None:
            _require_column(file, whole.path, job)
            file.seek(0)
            for chunk in split_lines(
                file.read, job.shard_bytes, keep=False, longest=job.read_options.max_bytes
            ):
                size = chunk.end - chunk.start
                yield whole._replace(
                    kind="lines", first=chunk.first, start=chunk.start, end=chunk.end, weight=size, size=size
                )
            return
        stream, taken = UnpackedStream(file, packed), 0
        for chunk in split_lines(stream.read, job.shard_bytes, keep=True, longest=job.read_options.max_bytes):
            assert chunk.data is not None
            if chunk.start == 0:
                _require_column(io.BytesIO(chunk.data), whole.path, job)
            size, taken = stream.taken - taken, stream.taken
            yield whole._replace(
                kind="lines",
                first=chunk.first,
                end=len(chunk.data),
                weight=len(chunk.data),
                size=size,
                data=chunk.data,
            )


def _require_column(file: BinaryIO, path: str, job: Job) -> None:
    """Check that the first record of a file has the column.

    Raises:
        ReadError: it lacks the column.
    """
    line = file.readline(job.read_options.max_bytes)
    while line and not line.strip():
        line = file.readline(job.read_options.max_bytes)
    if line.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError("jsonl-utf-16", path=replace_unprintable(path))
    try:
        record = json.loads(decode(line).text) if line else None
    except (ValueError, RecursionError, PolicytextError):
        return
    if isinstance(record, dict):
        # What else is kept of a record may be missing from some.
        require_columns(record, path, job._replace(keep=()))


def require_columns(known: Iterable[str], path: str, job: Job) -> None:
    """Check that a table has the columns that are read.

    Raises:
        ReadError: it lacks one of them.
    """
    names = list(known)
    for wanted in (job.read_options.column, job.id_column, *job.keep):
        if wanted is not None and wanted not in names:
            raise ReadError(
                "no-column", path=replace_unprintable(path), name=wanted, known="、".join(names[:20]) or "-"
            )


def _split_table(whole: InputPart, delimiter: str, job: Job) -> Iterator[InputPart]:
    """Split a table with a header."""
    csv.field_size_limit(min(_CELL, sys.maxsize))
    with open_stored(whole.path) as file:
        sample = file.read(_BLOCK)
        file.seek(0)
        complete = sample[: sample.rfind(b"\n") + 1] if len(sample) == _BLOCK else sample
        encoding = (
            job.read_options.encoding or decode(complete, path=replace_unprintable(whole.path)).encoding
        )
        text = io.TextIOWrapper(
            cast(Any, file), encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline=""
        )
        reader = csv.reader(text, delimiter=delimiter)
        try:
            head = next(reader, [])
            require_columns(head, whole.path, job)
            wanted = [head.index(name) for name in _list_columns(job)]
            yield from _pack_rows(whole, _read_rows(reader, wanted, job), job)
        except UnicodeDecodeError:
            raise ReadError(
                "undecodable-text", path=replace_unprintable(whole.path), encoding=encoding
            ) from None
        except csv.Error:
            column = job.read_options.column
            raise ReadError(
                "bad-row", path=replace_unprintable(whole.path), line=reader.line_num, name=column
            ) from None


def _list_columns(job: Job) -> list[str]:
    return [job.read_options.column or "text", *((job.id_column,) if job.id_column else ()), *job.keep]


def _read_rows(reader: Any, wanted: list[int], job: Job) -> Iterator[Row]:
    line = reader.line_num + 1
    for cells in reader:
        if cells:
            found = [cells[at] if at < len(cells) else None for at in wanted]
            yield make_row(line, found, job)
        line = reader.line_num + 1


def _pack_rows(whole: InputPart, rows: Iterable[Row], job: Job) -> Iterator[InputPart]:
    """Pack rows into parts of a shard's size."""
    batch: list[Row] = []
    weight = 0

    def make_part() -> InputPart:
        return whole._replace(
            kind="rows", first=batch[0][0], weight=weight, size=weight, data=pickle.dumps(batch, protocol=5)
        )

    try:
        for row in rows:
            batch.append(row)
            weight += len((row[1] or "").encode("utf-8", "surrogatepass")) + 1
            if weight >= job.shard_bytes:
                yield make_part()
                batch, weight = [], 0
    except Exception:  # a file that is damaged further on: what was read is good
        if batch:
            yield make_part()
        raise
    if batch:
        yield make_part()


def _split_row_groups(whole: InputPart, job: Job) -> Iterator[InputPart]:
    """Split a Parquet file between its row groups; small groups stay together."""
    from policytext.corpus.arrow_parquet import ParquetInput

    with open_stored(whole.path) as file:
        table = ParquetInput(file, whole.path)
        require_columns(table.names, whole.path, job)
        first, start, weight, size, row_number = 1, 0, 0, 0, 1
        for number, (rows, group_weight, group_size) in enumerate(table.groups(_list_columns(job))):
            if group_weight > _LARGE * job.shard_bytes:
                if number > start:
                    yield whole._replace(
                        kind="groups", first=first, start=start, end=number, weight=weight, size=size
                    )
                yield from _pack_rows(whole, table.rows([number], row_number, job), job)
                start, weight, size = number + 1, 0, 0
                first = row_number + rows
            else:
                weight, size = weight + group_weight, size + group_size
                if weight >= job.shard_bytes:
                    yield whole._replace(
                        kind="groups", first=first, start=start, end=number + 1, weight=weight, size=size
                    )
                    start, weight, size, first = number + 1, 0, 0, row_number + rows
            row_number += rows
        if weight or start < table.count:
            yield whole._replace(
                kind="groups", first=first, start=start, end=table.count, weight=weight, size=size
            )
