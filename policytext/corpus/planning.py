"""From the inputs that the user names to shards: parts of inputs, cut by bytes, found one after the other.

The same inputs give the same shards, however many workers run them. Memory does not grow with the corpus: names are a
stream, and no file is kept.
"""

import os
from collections.abc import Iterable, Iterator, Sequence

from policytext.corpus.job import Job
from policytext.corpus.shards import InputPart, Shard
from policytext.corpus.splitting import split_input
from policytext.corpus.streams import is_remote, open_file_system
from policytext.errors import PolicytextError, ReadError
from policytext.model.records import NamedTuple
from policytext.readers import make_read_error
from policytext.readers.folders import SUFFIXES, UnreadFiles, expand_inputs

#: The endings of files in folders that hold many documents.
CORPUS_SUFFIXES = (
    ".parquet",
    *(kind + packed for kind in (".jsonl", ".ndjson") for packed in ("", ".gz", ".zst", ".bz2")),
)
#: The same if the user names a column of texts; without one such a file in a folder is often a list of its texts.
SHEET_SUFFIXES = (".csv", ".tsv")
#: The most parts of one shard, however small they are.
_MOST_PARTS = 10_000
_BLOCK = 1 << 16


class NamedInputs(NamedTuple):
    """The inputs that the command line names.

    Args:
        names: files and folders.
        lists: files that name inputs, one a line; read as they are needed.
        null: whether NUL separates the names in them.
        exclude: globs of files in folders that are not read.
        sheets: whether CSV files in folders are read.
    """

    names: Sequence[str] = ()
    lists: Sequence[str] = ()
    null: bool = False
    exclude: Sequence[str] = ()
    sheets: bool = False

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings of files that are read in folders."""
        return SUFFIXES + CORPUS_SUFFIXES + (SHEET_SUFFIXES if self.sheets else ())


class FoundFile(NamedTuple):
    """A file, its path below its input, and the error if it can't be read."""

    path: str
    name: str
    fault: PolicytextError | None = None


def plan_shards(named: NamedInputs, job: Job, unread: UnreadFiles | None = None) -> Iterator[Shard]:
    """Return the shards of a job, in order.

    Args:
        named: the inputs.
        job: the job.
        unread: counts the files of folders that are not read.
    """
    batch: list[InputPart] = []
    size = number = 0
    for found in find_files(named, unread):
        for part in (
            split_input(found.path, found.name, job) if found.fault is None else [_make_fault_part(found)]
        ):
            batch.append(part)
            size += part.weight
            if size >= job.shard_bytes or len(batch) >= _MOST_PARTS:
                yield Shard(number, tuple(batch))
                batch, size, number = [], 0, number + 1
    if batch:
        yield Shard(number, tuple(batch))


def _make_fault_part(found: FoundFile) -> InputPart:
    return InputPart("fault", found.path, found.name, fault=found.fault)


def find_files(named: NamedInputs, unread: UnreadFiles | None = None) -> Iterator[FoundFile]:
    """Return every file in order; one that can't be found with its error."""
    for name in _drop_repeated(named.names):
        yield from _find_within(name, named, unread)
    for path in named.lists:
        yield from _find_listed(path, named, unread)


def measure_inputs(named: NamedInputs) -> int:
    """Return the stored bytes of all local inputs that can be read."""
    total = 0
    for found in find_files(named):
        if found.fault is None and not is_remote(found.path):
            try:
                total += os.stat(found.path).st_size
            except OSError:
                continue
    return total


def _find_within(name: str, named: NamedInputs, unread: UnreadFiles | None) -> Iterator[FoundFile]:
    if is_remote(name):
        yield from _find_remote(name, named)
        return
    is_folder = os.path.isdir(name)
    for path in expand_inputs(
        [name], exclude=named.exclude, suffixes=named.endings, once=False, unread=unread
    ):
        if isinstance(path, PolicytextError):
            yield FoundFile(path.path or name, path.path or name, path)
        else:
            short = os.path.relpath(path, name) if is_folder else os.path.basename(path)
            yield FoundFile(path, short.replace(os.sep, "/"))


def _find_remote(address: str, named: NamedInputs) -> Iterator[FoundFile]:
    """Return the files below an address, or at it."""
    try:
        system, inside = open_file_system(address)
        if not system.isdir(inside):
            fault = None if system.exists(inside) else ReadError("missing", path=address)
            yield FoundFile(address, os.path.basename(inside), fault)
            return
        for path in sorted(system.find(inside)):
            if path.lower().endswith(named.endings):
                yield FoundFile(system.unstrip_protocol(path), path.removeprefix(inside).lstrip("/"))
    except PolicytextError as error:
        yield FoundFile(address, address, error)
    except OSError as error:
        yield FoundFile(address, address, make_read_error(error, address))


def _find_listed(path: str, named: NamedInputs, unread: UnreadFiles | None) -> Iterator[FoundFile]:
    """Return the files that a list names; it may be longer than memory."""
    try:
        with open(path, "rb") as file:
            for line in _split_names(iter(lambda: file.read(_BLOCK), b""), b"\0" if named.null else b"\n"):
                name = os.fsdecode(line if named.null else line.strip(b"\r"))
                if not name.strip():
                    continue
                if is_remote(name):
                    yield FoundFile(name, name)
                    continue
                for entry in expand_inputs([name], suffixes=named.endings, once=False, unread=unread):
                    if isinstance(entry, PolicytextError):
                        yield FoundFile(name, name, entry)
                    else:
                        yield FoundFile(entry, entry)
    except OSError as error:
        yield FoundFile(path, path, make_read_error(error, path))


def _split_names(blocks: Iterable[bytes], mark: bytes) -> Iterator[bytes]:
    rest = b""
    for block in blocks:
        *whole, rest = (rest + block).split(mark)
        yield from whole
    yield rest


def _drop_repeated(names: Sequence[str]) -> Iterator[str]:
    """Leave out names that are repeated or lie in a folder that is named: no document is read twice."""
    real = [name if is_remote(name) else os.path.realpath(name) for name in names]
    for number, name in enumerate(names):
        inside = any(
            other != real[number] and real[number].startswith(other.rstrip("/\\") + os.sep) for other in real
        )
        if not inside and real[number] not in real[:number]:
            yield name
