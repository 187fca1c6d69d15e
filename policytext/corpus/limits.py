"""Limits for one document: a watch that ends the process if it takes too long, and a limit on memory."""

import faulthandler
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

#: How many times its limit a document may last if CPU seconds are counted.
_WAITING_FACTOR = 10


class Watch:
    """Ends the process if a document takes too long, even inside a regular expression, which lets nothing else run.

    The system counts CPU seconds, so that no document fails because the machine is busy. Where it can't, and for a
    process that only waits, a thread of C counts seconds.

    Args:
        path: the file that gets a traceback of the process.
        seconds: the CPU seconds that a document may take.
    """

    def __init__(self, path: str, seconds: float) -> None:
        self._file = open(path, "wb")  # noqa: SIM115
        self._seconds, self._grace = seconds, min(1.0, seconds / 10)
        self._limit = _ProcessorLimit(self._file)
        self._longest = _WAITING_FACTOR * seconds if self._limit.works else seconds
        self._since = self._used = -self._grace

    def start(self) -> None:
        """Begin a document. Setting a limit takes longer than a small document, so it is renewed only now and then."""
        used = time.process_time()
        if used - self._used >= self._grace:
            self._used = used
            self._limit.set(used + self._seconds)
        now = time.monotonic()
        if now - self._since >= self._grace:
            self._since = now
            faulthandler.dump_traceback_later(self._longest + self._grace, exit=True, file=self._file)

    def stop(self) -> None:
        """End a document; the limit stays, and the next document renews it in time."""
        if time.monotonic() - self._since >= self._grace:
            faulthandler.cancel_dump_traceback_later()

    def close(self) -> None:
        """End the last document."""
        faulthandler.cancel_dump_traceback_later()
        self._limit.lift()
        self._file.close()


class _ProcessorLimit:
    """A limit on the CPU seconds of the process, which the system enforces.

    Args:
        file: the file that gets a traceback of the process.
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
        """Restore the limit of before."""
        if self.works:
            import resource
            import signal

            resource.setrlimit(resource.RLIMIT_CPU, self._before)
            faulthandler.unregister(signal.SIGXCPU)


@contextmanager
def limit_memory(memory: int) -> Iterator[None]:
    """Limit the memory that the process may take in this context, beyond what it has, by a MemoryError.

    There is no limit where the system has none.
    """
    held = _read_held_memory()
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


def _read_held_memory() -> int | None:
    """Return the bytes of data of the process, as Linux counts them for its limit."""
    try:
        with open("/proc/self/status", "rb") as file:
            found = re.search(rb"VmData:\s+(\d+) kB", file.read())
    except OSError:
        return None
    return int(found[1]) * 1024 if found else None
