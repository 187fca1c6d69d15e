"""How many CPU seconds one document may take in a command: a timer whose signal interrupts Python and its regular
expressions, which look for signals while they match.

A single call of C code that looks for none, such as one page of a PDF, is waited for; `corpus run`, which ends the whole
process, has no such gap. Windows has no such timer and so no limit.
"""

import os
import signal
import threading
from collections.abc import Iterator
from types import FrameType, TracebackType

from policytext.errors import ReadError
from policytext.formats import FileResult

#: Seconds after which the signal comes again: an exception in a destructor or a callback is lost.
_AGAIN = 0.5
_PACKAGE = os.path.dirname(os.path.dirname(__file__))


class TimeIsUp(BaseException):
    """A document has taken too long. No `Exception`: nobody on the way takes it for a fault of the document."""

    def __init__(self, seconds: int, place: str) -> None:
        super().__init__()
        self.seconds, self.place = seconds, place

    def fault(self, path: str) -> ReadError:
        """The same as the fault of an input."""
        return ReadError("too-slow", path=path, seconds=self.seconds, place=self.place)


class TimeLimit:
    """A stretch that is interrupted when it has used so many CPU seconds.

    Args:
        seconds: how many.
    """

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds
        self._works = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
        self._armed = False
        if self._works:
            # It stays: a late signal without a handler would end the process.
            signal.signal(signal.SIGPROF, self._over)

    def __enter__(self) -> None:
        if self._works:
            self._armed = True
            signal.setitimer(signal.ITIMER_PROF, self._seconds, _AGAIN)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._works:
            try:
                self._armed = False
            finally:  # the signal may have come before that line
                self._armed = False
                signal.setitimer(signal.ITIMER_PROF, 0)

    def _over(self, number: int, frame: FrameType | None) -> None:
        del number
        if self._armed:
            # What the program calls has names that nobody can do anything with: `<string>:<lambda>`.
            while frame and _PACKAGE not in frame.f_code.co_filename and frame.f_back:
                frame = frame.f_back
            code = frame.f_code if frame else None
            place = f"{os.path.basename(code.co_filename)}:{code.co_name}" if code else "?"
            raise TimeIsUp(self._seconds, place)


def within_limit(results: Iterator[FileResult], seconds: int, path: str) -> Iterator[FileResult]:
    """The results of one input, each made in so many CPU seconds; a fault where reading takes longer."""
    limit = TimeLimit(seconds)
    while True:
        try:
            with limit:
                result = next(results, None)
        except TimeIsUp as over:  # what follows in the input can't be reached
            yield FileResult(path=path, error=over.fault(path))
            return
        if result is None:
            return
        yield result
