"""From what the user named to shards: pieces of inputs, cut by bytes, found one after the other.

The same inputs give the same shards, whoever runs them. Nothing here grows with the corpus: names come as a stream,
and of a file only counts are kept.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policytext.corpus.job import Job
from policytext.corpus.shards import InputPart, Shard
from policytext.corpus.splitting import split_input
from policytext.corpus.streams import file_system, is_remote
from policytext.errors import PolicytextError, ReadError
from policytext.readers import make_read_error
from policytext.readers.folders import SUFFIXES, expand_inputs

#: The endings of files in folders that hold many documents.
CORPORA = (
    ".parquet",
    *(kind + packed for kind in (".jsonl", ".ndjson") for packed in ("", ".gz", ".zst", ".bz2")),
)
#: The same where a column of texts was named; a folder of texts often has its list in such a file.
SHEETS = (".csv", ".tsv")
#: Files of one shard at the most, however small they are.
_MOST = 10_000
_BLOCK = 1 << 16


class Named(NamedTuple):
    """What stood on the command line.

    Args:
        names: files and folders.
        lists: files that name others, one a line; read as they are needed.
        null: whether NUL parts the names in them.
        exclude: globs of what is left out of folders.
        sheets: whether CSV is read out of folders.
    """

    names: Sequence[str] = ()
    lists: Sequence[str] = ()
    null: bool = False
    exclude: Sequence[str] = ()
    sheets: bool = False

    @property
    def endings(self) -> tuple[str, ...]:
        """What is read out of folders."""
        return SUFFIXES + CORPORA + (SHEETS if self.sheets else ())


class Found(NamedTuple):
    """A file, the name that tells it from the others of its input, and what is wrong if it can't be read."""

    path: str
    name: str
    fault: PolicytextError | None = None


def plan_shards(named: Named, job: Job) -> Iterator[Shard]:
    """The shards of a job, in order."""
    batch: list[InputPart] = []
    size = number = 0
    for found in files(named):
        for piece in split_input(found.path, found.name, job) if found.fault is None else [_lost(found)]:
            batch.append(piece)
            size += piece.weight
            if size >= job.shard_bytes or len(batch) >= _MOST:
                yield Shard(number, tuple(batch))
                batch, size, number = [], 0, number + 1
    if batch:
        yield Shard(number, tuple(batch))


def _lost(found: Found) -> InputPart:
    return InputPart("fault", found.path, found.name, fault=found.fault)


def files(named: Named) -> Iterator[Found]:
    """Every file that is to be read, in order; one that can't be found with its fault."""
    for name in _apart(named.names):
        yield from _within(name, named)
    for path in named.lists:
        yield from _listed(path, named)


def stored(named: Named) -> int:
    """The bytes of all inputs as they are stored, as far as they can be told."""
    total = 0
    for found in files(named):
        if found.fault is None and not is_remote(found.path):
            try:
                total += os.stat(found.path).st_size
            except OSError:
                continue
    return total


def _within(name: str, named: Named) -> Iterator[Found]:
    if is_remote(name):
        yield from _afar(name, named)
        return
    folder = os.path.isdir(name)
    for path in expand_inputs([name], exclude=named.exclude, suffixes=named.endings, once=False):
        if isinstance(path, PolicytextError):
            yield Found(path.path or name, path.path or name, path)
        else:
            short = os.path.relpath(path, name) if folder else os.path.basename(path)
            yield Found(path, short.replace(os.sep, "/"))


def _afar(address: str, named: Named) -> Iterator[Found]:
    """The files below an address, or at it."""
    try:
        system, inside = file_system(address)
        if not system.isdir(inside):
            fault = None if system.exists(inside) else ReadError("missing", path=address)
            yield Found(address, os.path.basename(inside), fault)
            return
        for path in sorted(system.find(inside)):
            if path.lower().endswith(named.endings):
                yield Found(system.unstrip_protocol(path), path.removeprefix(inside).lstrip("/"))
    except PolicytextError as fault_:
        yield Found(address, address, fault_)
    except OSError as error:
        yield Found(address, address, make_read_error(error, address))


def _listed(path: str, named: Named) -> Iterator[Found]:
    """The files that a list names; a list may be longer than memory."""
    try:
        with open(path, "rb") as file:
            for line in _names(iter(lambda: file.read(_BLOCK), b""), b"\0" if named.null else b"\n"):
                name = os.fsdecode(line if named.null else line.strip(b"\r"))
                if not name.strip():
                    continue
                if is_remote(name):
                    yield Found(name, name)
                    continue
                for one in expand_inputs([name], suffixes=named.endings, once=False):
                    known = isinstance(one, PolicytextError)
                    yield Found(name if known else one, name if known else one, one if known else None)  # type: ignore[arg-type]
    except OSError as error:
        yield Found(path, path, make_read_error(error, path))


def _names(blocks: Iterable[bytes], mark: bytes) -> Iterator[bytes]:
    rest = b""
    for block in blocks:
        *whole, rest = (rest + block).split(mark)
        yield from whole
    yield rest


def _apart(names: Sequence[str]) -> Iterator[str]:
    """The names that are not named before, nor lie in a folder that is named: no document comes twice."""
    real = [name if is_remote(name) else os.path.realpath(name) for name in names]
    for number, name in enumerate(names):
        inside = any(
            other != real[number] and real[number].startswith(other.rstrip("/\\") + os.sep) for other in real
        )
        if not inside and real[number] not in real[:number]:
            yield name
