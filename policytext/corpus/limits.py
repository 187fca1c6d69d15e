"""What keeps one document from spoiling a run: limits, and a journal of who was at work when a process died.

A shard is tried again when its process dies, whatever killed it. The journal, a few bytes that are written over
before each document, then says which document it was in. One that overran its time is passed over at once, one that a
process died in twice the second time; both are recorded as failed.
"""

import faulthandler
import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from policytext.corpus.job import Limits
from policytext.errors import ConfigError, PolicytextError, ReadError

#: Deaths in one document after which it is passed over, and outside of all after which the shard is given up.
_DEATHS, _OUTSIDE = 2, 4
_WIDTH = 12
_NOBODY = -1
#: How many times its limit a document may last where processor time is what counts.
_PATIENCE = 10
_PLACE = re.compile(rb'File ".*?([^"/\\]+)", line (\d+) in (\S+)')


class Journal:
    """The tries at one shard, and in which document each of them is, or ended.

    Args:
        path: its file; beside it stand the documents that took too long, and the word that the watch leaves.
        limits: what one document may take.

    Raises:
        ConfigError: processes keep dying outside of all documents.
    """

    def __init__(self, path: str, limits: Limits) -> None:
        self._path, self._limits = path, limits
        before = _entries(path)
        self._deaths = Counter(before)
        self._slow = _slow(path)
        place = _overran(path)
        if before and place and before[-1] != _NOBODY:
            self._slow[before[-1]] = place
            with open(f"{path}.slow", "a", encoding="utf-8") as file:
                file.write(f"{before[-1]} {place}\n")
        if self._deaths[_NOBODY] >= _OUTSIDE:
            raise ConfigError("shard-given-up", name=os.path.basename(path), count=self._deaths[_NOBODY])
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        self._at = len(before) * _WIDTH
        self._watch = _Watch(f"{path}.time", limits.seconds)
        self._mark(_NOBODY)

    def verdict(self, number: int) -> PolicytextError | None:
        """Why a document is passed over, None where it is not."""
        if number in self._slow:
            return ReadError("too-slow", seconds=f"{self._limits.seconds:g}", place=self._slow[number])
        if self._deaths[number] >= _DEATHS:
            return ReadError("crashed", count=self._deaths[number])
        return None

    def enter(self, number: int) -> None:
        """From now on the process is in that document."""
        self._mark(number)
        self._watch.start()

    def leave(self) -> None:
        """It is in none."""
        self._mark(_NOBODY)
        self._watch.stop()

    def close(self, *, done: bool) -> None:
        """Put the journal down, and away if the shard is done."""
        self._watch.close()
        os.close(self._file)
        for path in (self._path, f"{self._path}.time", f"{self._path}.slow") if done else ():
            with suppress(OSError):
                os.unlink(path)

    def _mark(self, number: int) -> None:
        data = f"{number:>{_WIDTH - 1}}\n".encode()
        if hasattr(os, "pwrite"):
            os.pwrite(self._file, data, self._at)
        else:
            os.lseek(self._file, self._at, os.SEEK_SET)
            os.write(self._file, data)


def _slow(path: str) -> dict[int, str]:
    """Documents that are known to take too long, and where they were then."""
    found = {}
    with suppress(OSError), open(f"{path}.slow", encoding="utf-8") as file:
        for line in file:
            number, _, place = line.strip().partition(" ")
            found[int(number)] = place
    return found


def _overran(path: str) -> str:
    """Where the process was when the watch ended it, empty if it did not."""
    with suppress(OSError), open(f"{path}.time", "rb") as file:
        trace = file.read(100_000)
        places = [found for found in _PLACE.finditer(trace) if found[1] != b"limits.py"]
        if places:
            return f"{places[0][1].decode('utf-8', 'replace')}:{places[0][2].decode()}"
        return "?" if trace else ""
    return ""


def _entries(path: str) -> list[int]:
    """In which document each earlier try was last."""
    try:
        with open(path, "rb") as file:
            return [int(line) for line in file.read().split() if line.strip(b"\0")]
    except OSError:
        return []


class _Watch:
    """Ends the process where a document takes too long, even inside a regular expression, which lets nothing else run.

    The system counts processor time, so that a busy machine condemns nobody; where it can't, and for what only waits, a
    thread of C counts seconds.

    Args:
        path: the file in which it leaves word of where the process was.
        seconds: what a document may take.
    """

    def __init__(self, path: str, seconds: float) -> None:
        self._file = open(path, "wb")  # noqa: SIM115
        self._seconds, self._grace = seconds, min(1.0, seconds / 10)
        self._limit = _ProcessorLimit(self._file)
        self._patience = _PATIENCE * seconds if self._limit.works else seconds
        self._since = self._used = -self._grace

    def start(self) -> None:
        """A document begins. Setting a watch costs more than a small document: it is set anew now and then."""
        used = time.process_time()
        if used - self._used >= self._grace:
            self._used = used
            self._limit.set(used + self._seconds)
        now = time.monotonic()
        if now - self._since >= self._grace:
            self._since = now
            faulthandler.dump_traceback_later(self._patience + self._grace, exit=True, file=self._file)

    def stop(self) -> None:
        """It has ended; the watch runs on, and the next document sets it anew in time."""
        if time.monotonic() - self._since >= self._grace:
            faulthandler.cancel_dump_traceback_later()

    def close(self) -> None:
        """No document follows."""
        faulthandler.cancel_dump_traceback_later()
        self._limit.lift()
        self._file.close()


class _ProcessorLimit:
    """A limit of the process's processor time; the system ends it there.

    Args:
        file: where it is written what the process was doing.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.works = False
        with suppress(ImportError, AttributeError, ValueError, OSError):
            import resource
            import signal

            self._before = resource.getrlimit(resource.RLIMIT_CPU)
            faulthandler.register(signal.SIGXCPU, file=file, all_threads=False, chain=True)
            self.works = True

    def set(self, seconds: float) -> None:
        """Let the process use this many CPU seconds in all."""
        if self.works:
            import resource

            _, hard = self._before
            wanted = int(seconds) + 2  # whole seconds, and never too few
            soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))

    def lift(self) -> None:
        """As it was before."""
        if self.works:
            import resource
            import signal

            resource.setrlimit(resource.RLIMIT_CPU, self._before)
            faulthandler.unregister(signal.SIGXCPU)


@contextmanager
def bounded(memory: int) -> Iterator[None]:
    """A context in which the process may take this many more bytes before it gets a MemoryError.

    Where the system knows no such limit there is none.
    """
    held = _held()
    if not memory or held is None:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = held + memory if hard == resource.RLIM_INFINITY else min(held + memory, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _held() -> int | None:
    """The bytes of data that the process holds, as Linux counts them for its limit."""
    try:
        with open("/proc/self/status", "rb") as file:
            found = re.search(rb"VmData:\s+(\d+) kB", file.read())
    except OSError:
        return None
    return int(found[1]) * 1024 if found else None
