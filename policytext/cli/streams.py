"""Standard output, standard error and the file of ``-o``: bytes out, a message a line, nothing by halves."""

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
    """Let no character that a terminal's encoding lacks stop the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def write_line(text: str) -> None:
    """Write words for people to standard output."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "closed")
    sys.stdout.write(escape_controls(text))


def write_note(line: str) -> None:
    """Write one line to standard error, after whatever standard output holds back."""
    if sys.stdout is not None:
        sys.stdout.flush()
    _print_error(line)


def write_error(line: str) -> None:
    """Write one line that says what is wrong. Standard output may be what is wrong, so it is left alone."""
    _print_error(f"policytext: {line}")


def report(fault: PolicytextError, lang: Lang) -> None:
    """Write the line of a fault."""
    write_error(format_fault(fault, lang))


def format_fault(fault: PolicytextError, lang: Lang) -> str:
    """A fault in one line for people, its file's name in quotes where it has to be."""
    return join_lines(fault.render(lang, format_path))


def _print_error(line: str) -> None:
    if sys.stderr is not None:
        with suppress(OSError):
            print(replace_controls(line), file=sys.stderr, flush=True)


class Progress:
    """One line on standard error that is written over: where a long run is. Only a person at a terminal sees it.

    Args:
        wanted: whether there is anything to wait for.
    """

    def __init__(self, wanted: bool) -> None:
        self._since = time.monotonic()
        self._looking = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._shown = False

    def show(self, line: Callable[[], str]) -> None:
        """Write the line, unless the run has only just begun or it was written a moment ago."""
        if not self._looking or time.monotonic() - self._since < (
            _UPDATE_AFTER if self._shown else _FIRST_AFTER
        ):
            return
        self._since, self._shown = time.monotonic(), True
        words = replace_controls(line())
        with suppress(OSError):
            sys.stderr.write(f"\r\x1b[K{wrap_text(words, max(measure_width() - 1, 1), len)[0]}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Wipe the line away, so that what is written next stands alone."""
        if self._shown:
            self._shown = False
            with suppress(OSError):
                sys.stderr.write("\r\x1b[K")
                sys.stderr.flush()


#: Seconds after which a person wonders, and between two signs of life.
_FIRST_AFTER, _UPDATE_AFTER = 1.0, 0.2


def release_output() -> None:
    """Turn standard output to nowhere, so that Python's last flush at exit finds no fault with it either."""
    with suppress(OSError, AttributeError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def is_terminal() -> bool:
    """Whether a person is looking at standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def measure_width() -> int:
    """Cells in a line of the terminal."""
    from shutil import get_terminal_size

    return get_terminal_size().columns


def wants_color(choice: str, environ: Mapping[str, str], terminal: bool) -> bool:
    """Whether to colour: the choice, else NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, else whether a person looks.

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


#: Makes of a piece of output what may be written.
Clean = Callable[[str], str]


class Output:
    """Where the data goes. Text is UTF-8 whatever the locale; a terminal gets its own encoding.

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
            while rest:  # under PYTHONUNBUFFERED a pipe takes what it has room for, and no more
                rest = rest[self._stream.write(rest) :]

    def close(self) -> None:
        """Finish a file; standard output stays open."""
        with _name_file_in_errors(self._path):
            self._stream.flush()
            if self._path:
                self._stream.close()


@contextmanager
def open_output(path: str | None, clean: Clean) -> Iterator[Output]:
    """The file `path`, which appears or changes only when all has been written to it; standard output
    without one.

    Args:
        path: where the output goes.
        clean: what is done to text first; people get control characters made visible, programs the exact data.

    Raises:
        ConfigError: a file that can't be written.
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
    """Say of a fault in writing which file it was; one of standard output is left to whoever runs us."""
    try:
        yield
    except OSError as error:
        if not path:
            raise
        raise ConfigError("cannot-write", path=path, reason=get_reason(error)) from None
