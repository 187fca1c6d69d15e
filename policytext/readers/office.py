"""The reader of old office files (.doc, .wps, .rtf), which LibreOffice converts to .docx where it is installed.

LibreOffice works on a copy in a temporary folder, with a temporary profile and a time limit, so that no macro runs.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from policytext.errors import ReadError
from policytext.model.document import Source
from policytext.model.read_options import DEFAULT_READ_OPTIONS, ReadOptions
from policytext.readers.detect_type import detect_kind

_PROGRAMS = ("soffice", "libreoffice")
#: The limit for one file in seconds; a long one takes ten.
TIMEOUT = 120


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """Extract the text of an old office file.

    Args:
        data: the file.
        path: the file as messages name it.
        options: `max_bytes` applies to each part of the converted file.

    Raises:
        ReadError: LibreOffice is not installed, takes too long, or can't read it.
    """
    from policytext.docx import reader

    program = next((path_found for name in _PROGRAMS if (path_found := shutil.which(name))), None)
    if program is None:
        raise ReadError(f"kind-{detect_kind(data[:4_096])}", path=path)
    with tempfile.TemporaryDirectory(prefix="policytext-") as folder:
        return reader.extract(_convert(program, data, Path(folder), path), path=path, options=options)


def _convert(program: str, data: bytes, folder: Path, path: str) -> bytes:
    original = folder / f"original{os.path.splitext(path)[1].lower() or '.doc'}"
    original.write_bytes(data)
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--convert-to",
        "docx", "--outdir", str(folder / "out"), str(original),
    ]  # fmt: skip
    try:
        subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True, stdin=subprocess.DEVNULL)
        return (folder / "out" / "given.docx").read_bytes()
    except subprocess.TimeoutExpired:
        raise ReadError("conversion-slow", path=path, seconds=TIMEOUT) from None
    except (OSError, subprocess.CalledProcessError):
        raise ReadError("conversion-failed", path=path) from None
