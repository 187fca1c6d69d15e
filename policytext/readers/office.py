"""Old office files (.doc, .wps, .rtf), through LibreOffice where it is installed: it turns them into .docx.

Nothing is fetched, no macro runs: LibreOffice works on a copy in a folder of its own, with a profile of its own and a
limit on its time.
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
#: Seconds for one file; a long one takes ten.
TIMEOUT = 120


def extract(data: bytes, *, path: str, options: ReadOptions = DEFAULT_READ_OPTIONS) -> Source:
    """The text of an old office file.

    Args:
        data: the file.
        path: what messages call it.
        options: how to read it; its size counts for what is packed in it.

    Raises:
        ReadError: LibreOffice is not installed, takes too long, or can't read it.
    """
    from policytext.docx import reader

    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise ReadError(f"kind-{detect_kind(data[:4_096])}", path=path)
    with tempfile.TemporaryDirectory(prefix="policytext-") as folder:
        return reader.extract(_convert(program, data, Path(folder), path), path=path, options=options)


def _convert(program: str, data: bytes, folder: Path, path: str) -> bytes:
    given = folder / f"given{os.path.splitext(path)[1].lower() or '.doc'}"
    given.write_bytes(data)
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--convert-to",
        "docx", "--outdir", str(folder / "out"), str(given),
    ]  # fmt: skip
    try:
        subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True, stdin=subprocess.DEVNULL)
        return (folder / "out" / "given.docx").read_bytes()
    except subprocess.TimeoutExpired:
        raise ReadError("conversion-slow", path=path, seconds=TIMEOUT) from None
    except (OSError, subprocess.CalledProcessError):
        raise ReadError("conversion-failed", path=path) from None
