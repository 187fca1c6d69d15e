"""The folder that a run writes to: what run it is, which shards are done, and that nobody else is at work in it.

======================= =========================================================================
``run.json``            the job, its inputs by name, and when it is over what came of it
``TABLE/000000.parquet`` a shard's part of a table; the shard is done when its ``documents`` are there
``.work/``              what is being written, and the journals of the shards
======================= =========================================================================
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

from policytext.corpus.job import SCHEMA, Job
from policytext.corpus.shards import Shard
from policytext.errors import ConfigError

MANIFEST = "run.json"
_WORK = ".work"


class DoneShard(NamedTuple):
    """A shard that is done.

    Args:
        number: its number.
        documents, failed: how many documents gave something, and how many nothing.
        characters: of the documents that could be read.
        size: the stored bytes it was read from.
        rows: by table.
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
        """Make the folder one of this job, which it may be already.

        Raises:
            ConfigError: it holds something else, or can't be written.
        """
        manifest = {"schema": SCHEMA, "job": job.described(), "inputs": dict(inputs), "finished": None}
        with blaming(self.path):
            os.makedirs(self.path, exist_ok=True)
            before = self.manifest()
            if before is None:
                if any(name != _WORK for name in os.listdir(self.path)):
                    raise ConfigError("corpus-not-empty", path=self.path)
                self._write(manifest)
            else:
                _compare(before, manifest, self.path)

    def manifest(self) -> dict[str, Any] | None:
        """What stands in ``run.json``, None where there is none.

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
        """What came of a shard, None where it is still to be done, or a file of it is damaged.

        Args:
            shard: the shard.
            what: the kinds of answer that the run is for.

        Raises:
            ConfigError: its inputs are not what they were then.
        """
        if not os.path.exists(self.file("documents", shard.number)):
            return None
        from policytext.corpus.shard_checks import checked

        try:
            about = checked(self.file, shard.number, what)
        except ConfigError as fault:
            if fault.code != "corpus-broken":
                raise
            return None
        if about["identity"] != shard.identity():
            raise ConfigError("corpus-changed", path=self.path, name=shard.pieces[0].path)
        return DoneShard(**{name: about[name] for name in DoneShard._fields if name != "faults"})

    def count(self) -> int:
        """How many shards are done."""
        with suppress(OSError):
            return sum(name.endswith(".parquet") for name in os.listdir(self._within("documents")))
        return 0

    def finish(self, totals: Mapping[str, Any]) -> None:
        """Note that the run is over, and what came of it."""
        manifest = self.manifest() or {}
        with blaming(self.path):
            self._write({**manifest, "finished": dict(totals)})
            shutil.rmtree(self._within(_WORK), ignore_errors=True)

    def file(self, table: str, number: int) -> str:
        """The file of a shard's part of a table."""
        return self._within(table, f"{number:06d}.parquet")

    def journal(self, number: int) -> str:
        """The journal of a shard."""
        return self._within(_WORK, f"{number:06d}")

    def aside(self, number: int) -> str:
        """A folder where a shard can be written that nobody else writes to."""
        return self._within(_WORK, f"{number:06d}.{os.getpid()}.{os.urandom(4).hex()}")

    def move(self, files: Sequence[tuple[str, str]], number: int) -> None:
        """Put a shard's files in their places, the last of them last: it says that the shard is done."""
        for table, written in files:
            target = self.file(table, number)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.replace(written, target)
        _to_disk(self._within("documents"))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """A stretch in which no other run works in the folder; what one that died was writing is swept away.

        Raises:
            ConfigError: one does.
        """
        with self._alone():
            with blaming(self.path):
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
        with blaming(self.path):
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


def _compare(before: Mapping[str, Any], now: Mapping[str, Any], path: str) -> None:
    """See to it that both are the same job.

    Raises:
        ConfigError: they differ; the message names the difference.
    """
    for part in ("job", "inputs"):
        for name, value in now[part].items():
            old = before.get(part, {}).get(name)
            if old != value:
                raise ConfigError(
                    "corpus-other-run", path=path, name=name, old=_short(old), new=_short(value)
                )


def _short(value: Any) -> str:
    words = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    return words if len(words) <= 60 else f"{words[:57]}…"


def _to_disk(folder: str) -> None:
    """Have the folder's own entries written, where the system does that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def blaming(path: str) -> Iterator[None]:
    """Say of a fault in writing which folder it was.

    Raises:
        ConfigError: the fault.
    """
    try:
        yield
    except OSError as error:
        raise ConfigError("cannot-write", path=path, reason=error.strerror or str(error)) from None
