"""Standard output, standard error, and the file of ``-o``, which is replaced only when all of it is written."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import BinaryIO

from policytext.cli.error_messages import get_reason
from policytext.errors import ConfigError, PolicytextError
from policytext.messages import Lang
from policytext.text.display import escape_controls, format_path, join_lines, replace_controls, wrap_text


def prepare() -> None:
    """Escape the characters that a terminal's encoding lacks, so that they stop no run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def write_line(text: str) -> None:
    """Write text for people to standard output."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "closed")
    sys.stdout.write(escape_controls(text))


def write_note(line: str) -> None:
    """Flush standard output, then write one line to standard error."""
    if sys.stdout is not None:
        sys.stdout.flush()
    _print_error(line)


def write_error(line: str) -> None:
    """Write one line about an error; standard output, which may be the cause, is not flushed."""
    _print_error(f"policytext: {line}")


def report(fault: PolicytextError, lang: Lang) -> None:
    """Write one line about a fault to standard error."""
    write_error(format_fault(fault, lang))


def format_fault(fault: PolicytextError, lang: Lang) -> str:
    """Format a fault as one line for people, with the file name in quotes where needed."""
    return join_lines(fault.render(lang, format_path))


def _print_error(line: str) -> None:
    if sys.stderr is not None:
        with suppress(OSError):
            print(replace_controls(line), file=sys.stderr, flush=True)


class Progress:
    """The progress of a long run: one line on standard error that is overwritten, at a terminal only.

    Args:
        wanted: whether to show it.
    """

    def __init__(self, wanted: bool) -> None:
        self._since = time.monotonic()
        self._enabled = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._shown = False

    def show(self, line: Callable[[], str]) -> None:
        """Write the line, unless the run has just begun or the last update was a moment ago."""
        if not self._enabled or time.monotonic() - self._since < (
            _UPDATE_AFTER if self._shown else _FIRST_AFTER
        ):
            return
        self._since, self._shown = time.monotonic(), True
        words = replace_controls(line())
        with suppress(OSError):
            sys.stderr.write(f"\r\x1b[K{wrap_text(words, max(measure_width() - 1, 1), len)[0]}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Clear the line before other output."""
        if self._shown:
            self._shown = False
            with suppress(OSError):
                sys.stderr.write("\r\x1b[K")
                sys.stderr.flush()


#: Seconds before the first progress line, and between two updates.
_FIRST_AFTER, _UPDATE_AFTER = 1.0, 0.2


def release_output() -> None:
    """Redirect standard output to the null device, so that Python's flush at exit can't fail either."""
    with suppress(OSError, AttributeError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def measure_width() -> int:
    """Return the number of cells in a line of the terminal."""
    from shutil import get_terminal_size

    return get_terminal_size().columns


def wants_color(choice: str, environ: Mapping[str, str], terminal: bool) -> bool:
    """Return whether to use colours: by the option, then NO_COLOR, FORCE_COLOR or CLICOLOR_FORCE, then the terminal.

    >>> wants_color("auto", {"FORCE_COLOR": "1"}, False), wants_color("auto", {"NO_COLOR": "1"}, True)
    (True, False)
    """
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if any(environ.get(name, "") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return terminal and environ.get("TERM") != "dumb"


#: Escapes a piece of output before it is written.
Clean = Callable[[str], str]


class Output:
    """The destination of the data. Text is UTF-8 whatever the locale; a terminal gets its own encoding.

    A lone surrogate is written as ``\\udc80``, which in JSON is an escape for the same character.
    `clean` is applied to text before it is written.
    """

    def __init__(self, stream: BinaryIO, path: str = "", encoding: str = "utf-8", *, clean: Clean) -> None:
        self._stream = stream
        self._path = path
        self._encoding = encoding
        self._clean = clean

    def write(self, text: str | bytes) -> None:
        """Write a piece of output."""
        data = (
            text if isinstance(text, bytes) else self._clean(text).encode(self._encoding, "backslashreplace")
        )
        rest = memoryview(data)
        with _name_file_in_errors(self._path):
            while rest:  # under PYTHONUNBUFFERED a pipe may accept only a part
                rest = rest[self._stream.write(rest) :]

    def close(self) -> None:
        """Finish a file; standard output stays open."""
        with _name_file_in_errors(self._path):
            self._stream.flush()
            if self._path:
                self._stream.close()


@contextmanager
def open_output(path: str | None, clean: Clean) -> Iterator[Output]:
    """Open the file `path`, which appears or changes only when all is written; without a path, standard output.

    Args:
        path: the file, "-" or None for standard output.
        clean: escapes text; people get visible control characters, programs the exact data.

    Raises:
        ConfigError: the file can't be written.
    """
    if path is None or path == "-":
        output = _open_standard_output(clean)
        yield output
        output.close()
        return
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):  # a device or a named pipe
        with _name_file_in_errors(path):
            output = Output(open(target, "wb"), path, clean=clean)  # noqa: SIM115
        yield output
        output.close()
        return
    # Beside the target, since a rename can't cross file systems; short, since a name of Chinese may be at
    # the limit.
    written = os.path.join(os.path.dirname(target), f".policytext-{os.urandom(6).hex()}")
    try:
        with _name_file_in_errors(path):
            output = Output(open(written, "xb"), path, clean=clean)  # noqa: SIM115
        yield output
        output.close()
        with _name_file_in_errors(path):
            if os.path.exists(target):
                os.chmod(written, os.stat(target).st_mode & 0o7777)
            os.replace(written, target)
    finally:
        with suppress(OSError):
            os.unlink(written)


def _open_standard_output(clean: Clean) -> Output:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "closed")
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    return Output(sys.stdout.buffer, encoding=encoding, clean=clean)


@contextmanager
def _name_file_in_errors(path: str) -> Iterator[None]:
    """Name the file in an error of writing; an error of standard output is handled by the caller."""
    try:
        yield
    except OSError as error:
        if not path:
            raise
        raise ConfigError("cannot-write", path=path, reason=get_reason(error)) from None
