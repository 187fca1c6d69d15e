"""The reader of old office files (.doc, .wps, .rtf), which LibreOffice converts to .docx where it is installed.

LibreOffice works on a copy in a temporary folder, with a temporary profile and a time limit, so that no macro runs.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from policytext.errors import ReadError
from policytext.model.document import Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, ReadOptions
from policytext.readers.detect_type import detect_kind

_PROGRAMS = ("soffice", "libreoffice")
_COPY = "original"  # the name of the copy; the converted file has the same one
#: The names of the streams of an OLE file, and the error for a file that has one but is no document.
_STREAMS = (
    ("EncryptedPackage", "locked-office"),
    ("WordDocument", None),
    ("Workbook", "kind-xlsx"),
    ("PowerPoint Document", "kind-pptx"),
)
#: Where a .doc usually has its first record, its first bytes, and the byte that says whether it has a password.
_RECORD, _RECORD_START, _PASSWORD = 512, b"\xec\xa5", 523
#: The limit for one file in seconds; a long one takes ten.
TIMEOUT = 120


def find_program() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """Extract the text of an old office file.

    Args:
        data: the file.
        path: the file as messages name it.
        options: `max_bytes` applies to each part of the converted file.

    Raises:
        ReadError: it has a password or is no document; or LibreOffice is not installed, takes too long, or can't read it.
    """
    from policytext.docx import reader

    program = find_program()
    kind = detect_kind(data[:4_096])
    error = _find_error(data) if kind == "old-office" else None
    if error is not None:
        raise ReadError(error, path=path)
    if program is None:
        raise ReadError(f"kind-{kind}", path=path)
    ending = ".rtf" if kind == "rtf" else ".wps" if path.lower().endswith(".wps") else ".doc"
    with tempfile.TemporaryDirectory(prefix="policytext-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / f"{_COPY}{ending}"
        copy.write_bytes(data)
        return reader.extract(_convert(program, copy, path), path=path, options=options)


def _find_error(data: bytes) -> str | None:
    """Return the error for an OLE file that can't be converted: one with a password, a workbook, slides."""
    if data[_RECORD:].startswith(_RECORD_START) and data[_PASSWORD : _PASSWORD + 1] and data[_PASSWORD] & 1:
        return "locked-office"
    return next((error for name, error in _STREAMS if name.encode("utf-16-le") in data), None)


def _convert(program: str, copy: Path, path: str) -> bytes:
    folder = copy.parent
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--convert-to",
        "docx", "--outdir", str(folder / "out"), str(copy),
    ]  # fmt: skip
    try:
        # A session of its own, because the program that is started runs the converter as a child.
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            try:
                process.wait(TIMEOUT)
            except BaseException:
                _kill(process)
                raise
        return (folder / "out" / f"{_COPY}.docx").read_bytes()
    except subprocess.TimeoutExpired:
        raise ReadError("conversion-slow", path=path, seconds=TIMEOUT) from None
    except OSError:
        raise ReadError("conversion-failed", path=path) from None


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process with its children."""
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
