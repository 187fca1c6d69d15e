"""The limit of CPU seconds for one document: the signal of a timer interrupts Python and its regular expressions.

A call of C code that does not check for signals, such as the reading of one page of a PDF, is not interrupted;
`corpus run` ends the whole process instead. Windows has no such timer, and so no limit.
"""

import os
import signal
from collections.abc import Iterator
from types import FrameType, TracebackType

from policytext.errors import ReadError
from policytext.formats import FileResult

#: Seconds after which the signal comes again: an exception in a destructor or a callback is lost.
_AGAIN = 0.5
_PACKAGE = os.path.dirname(os.path.dirname(__file__))


class TimeIsUp(BaseException):
    """A document has taken too long. Not an `Exception`, so that no handler mistakes it for an error of the document."""

    def __init__(self, seconds: int, place: str) -> None:
        super().__init__()
        self.seconds, self.place = seconds, place

    def fault(self, path: str) -> ReadError:
        """Return the error for the input at `path`."""
        return ReadError("too-slow", path=path, seconds=self.seconds, place=self.place)


class TimeLimit:
    """A context that is interrupted when it has used too much CPU time.

    Args:
        seconds: the CPU seconds that it may use.
    """

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds
        self._works = hasattr(signal, "setitimer")
        self._armed = False
        if self._works:
            try:
                # The handler is never removed: a late signal without a handler would end the process.
                signal.signal(signal.SIGPROF, self._over)
            except ValueError:  # only the main thread gets signals
                self._works = False

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
            # Names outside the package, such as `<string>:<lambda>`, help no reader.
            while frame and _PACKAGE not in frame.f_code.co_filename and frame.f_back:
                frame = frame.f_back
            code = frame.f_code if frame else None
            place = f"{os.path.basename(code.co_filename)}:{code.co_name}" if code else "?"
            raise TimeIsUp(self._seconds, place)


def within_limit(results: Iterator[FileResult], seconds: int, path: str) -> Iterator[FileResult]:
    """Yield the results of one input; where one takes more than `seconds` of CPU time, yield an error and stop."""
    limit = TimeLimit(seconds)
    while True:
        try:
            with limit:
                result = next(results, None)
        except TimeIsUp as over:  # the rest of the input can't be reached
            yield FileResult(path=path, error=over.fault(path))
            return
        if result is None:
            return
        yield result
