"""The folder that a run writes to: its job, the shards that are done, and a lock against a second run.

======================= =========================================================================
``run.json``            the job, the names of its inputs and, at the end, its totals
``TABLE/000000.parquet`` a shard's part of a table; the shard is done when its ``documents`` are there
``.work/``              unfinished files, and the journals of the shards
======================= =========================================================================
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from policytext.corpus.job import SCHEMA, Job
from policytext.corpus.shards import Shard
from policytext.errors import ConfigError
from policytext.model.records import NamedTuple

MANIFEST = "run.json"
_WORK = ".work"


class DoneShard(NamedTuple):
    """A shard that is done.

    Args:
        number: its number.
        documents, failed: how many documents were analysed, and how many failed.
        characters: the characters of the documents that could be read.
        size: the stored bytes that it was read from.
        rows: the number of rows by table.
        faults: the messages of the first faults.
    """

    number: int
    documents: int
    failed: int
    characters: int
    size: int
    rows: Mapping[str, int]
    faults: tuple[str, ...] = ()


class RunFolder:
    """The output folder of a run.

    Args:
        path: its path.
    """

    def __init__(self, path: str) -> None:
        self.path = path

    def begin(self, job: Job, inputs: Mapping[str, Any]) -> None:
        """Make the folder of this job, or check that it is one.

        Raises:
            ConfigError: it holds something else, or can't be written.
        """
        manifest = {"schema": SCHEMA, "job": job.describe(), "inputs": dict(inputs), "finished": None}
        with name_folder_in_errors(self.path):
            os.makedirs(self.path, exist_ok=True)
            before = self.manifest()
            if before is None:
                if any(name != _WORK for name in os.listdir(self.path)):
                    raise ConfigError("corpus-not-empty", path=self.path)
                self._write(manifest)
            else:
                _require_same(before, manifest, self.path)

    def manifest(self) -> dict[str, Any] | None:
        """Return the content of ``run.json``, None if there is none.

        Raises:
            ConfigError: it is damaged, or of another version.
        """
        path = self._within(MANIFEST)
        try:
            with open(path, encoding="utf-8") as file:
                found = json.load(file)
            version = found["schema"]
        except FileNotFoundError:
            return None
        except OSError as error:
            raise ConfigError("config-unreadable", path=path, reason=error.strerror) from None
        except (ValueError, TypeError, KeyError):
            raise ConfigError("corpus-damaged", path=path) from None
        if version != SCHEMA:
            raise ConfigError("corpus-version", path=path, version=version, known=SCHEMA)
        return dict(found)

    def done(self, shard: Shard, what: Sequence[str]) -> DoneShard | None:
        """Return a shard that is done; None if it is not, or if one of its files is damaged.

        Args:
            shard: the shard.
            what: the kinds of answer that the run is for.

        Raises:
            ConfigError: its inputs are not what they were then.
        """
        if not os.path.exists(self.file("documents", shard.number)):
            return None
        from policytext.corpus.shard_checks import check_shard

        try:
            about = check_shard(self.file, shard.number, what)
        except ConfigError as fault:
            if fault.code != "corpus-broken":
                raise
            return None
        if about["identity"] != shard.identity():
            raise ConfigError("corpus-changed", path=self.path, name=shard.parts[0].path)
        return DoneShard(**{name: about[name] for name in DoneShard._fields if name != "faults"})

    def count(self) -> int:
        """Return how many shards are done."""
        with suppress(OSError):
            return sum(name.endswith(".parquet") for name in os.listdir(self._within("documents")))
        return 0

    def finish(self, totals: Mapping[str, Any]) -> None:
        """Note that the run has ended, with its totals."""
        manifest = self.manifest() or {}
        with name_folder_in_errors(self.path):
            self._write({**manifest, "finished": dict(totals)})
            shutil.rmtree(self._within(_WORK), ignore_errors=True)

    def file(self, table: str, number: int) -> str:
        """Return the path of a shard's file of a table."""
        return self._within(table, f"{number:06d}.parquet")

    def journal(self, number: int) -> str:
        """Return the path of a shard's journal."""
        return self._within(_WORK, f"{number:06d}")

    def aside(self, number: int) -> str:
        """Return the path of a new folder in which one process can write a shard."""
        return self._within(_WORK, f"{number:06d}.{os.getpid()}.{os.urandom(4).hex()}")

    def move(self, files: Sequence[tuple[str, str]], number: int) -> None:
        """Move a shard's files into place in their order: the last one marks the shard as done."""
        for table, written in files:
            target = self.file(table, number)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.replace(written, target)
        _sync_folder(self._within("documents"))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Lock the folder against other runs, and remove what a run that died has left in ``.work/``.

        Raises:
            ConfigError: another run works in it.
        """
        with self._alone():
            with name_folder_in_errors(self.path):
                shutil.rmtree(self._within(_WORK), ignore_errors=True)
                os.makedirs(self._within(_WORK), exist_ok=True)
            yield

    @contextmanager
    def _alone(self) -> Iterator[None]:
        try:
            import fcntl
        except ImportError:  # Windows has no such lock; two runs write the same there
            yield
            return
        with name_folder_in_errors(self.path):
            file = os.open(self.path, os.O_RDONLY)
        try:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ConfigError("corpus-busy", path=self.path) from None
            except OSError:  # a file system without locks
                pass
            yield
        finally:
            os.close(file)

    def _within(self, *names: str) -> str:
        return os.path.join(self.path, *names)

    def _write(self, manifest: Mapping[str, Any]) -> None:
        path = self._within(MANIFEST)
        aside = f"{path}.{os.getpid()}"
        with open(aside, "w", encoding="utf-8") as file:
            json.dump(manifest, file, ensure_ascii=False, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)


def _require_same(before: Mapping[str, Any], now: Mapping[str, Any], path: str) -> None:
    """Check that both are the same job.

    Raises:
        ConfigError: they differ; the message names the difference.
    """
    for part in ("job", "inputs"):
        for name, value in now[part].items():
            old = before.get(part, {}).get(name)
            if old != value:
                raise ConfigError(
                    "corpus-other-run", path=path, name=name, old=_shorten(old), new=_shorten(value)
                )


def _shorten(value: Any) -> str:
    words = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    return words if len(words) <= 60 else f"{words[:57]}…"


def _sync_folder(folder: str) -> None:
    """Write the entries of a folder to disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def name_folder_in_errors(path: str) -> Iterator[None]:
    """Name the folder in errors of writing.

    Raises:
        ConfigError: the fault.
    """
    try:
        yield
    except OSError as error:
        raise ConfigError("cannot-write", path=path, reason=error.strerror or str(error)) from None
