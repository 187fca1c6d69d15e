"""Office packages, read as untrusted input: zip archives in which every size is checked before reading."""

import zipfile
import zlib
from io import BytesIO

from policytext.errors import ReadError
from policytext.model.read_options import MAX_BYTES

#: The largest ratio of a part's size to its packed size. XML reaches 50 in practice, a zip bomb 1,000.
MAX_RATIO = 400
_SMALL = 5_000_000  # bytes allowed at any ratio

#: The record at the end of a zip archive, and how far before the end it may begin.
_END_RECORD, _END_SIZE = b"PK\x05\x06", 65_557


class Package:
    """An office package.

    Args:
        data: the archive.
        path: the file as messages name it.
        max_bytes: a larger part is refused.

    Raises:
        ReadError: it is not a zip archive.
    """

    def __init__(self, data: bytes, path: str, max_bytes: int = MAX_BYTES) -> None:
        self.path = path
        self._max_bytes = max_bytes
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, IndexError):
            raise ReadError("truncated-docx" if is_truncated(data) else "damaged-docx", path=path) from None
        self._names = {info.filename.replace("\\", "/").lstrip("/"): info for info in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def check_sizes(self) -> None:
        """Check the size of every part.

        Raises:
            ReadError: a part is encrypted or too large.
        """
        for name in self._names:
            self._check_size(name)

    def part(self, name: str) -> bytes:
        """Return the bytes of a part, empty where it does not exist.

        Raises:
            ReadError: the part is damaged, encrypted or too large.
        """
        if name not in self._names:
            return b""
        info = self._check_size(name)
        try:
            with self._zip.open(info) as file:
                # The declared size may be wrong.
                data = file.read(info.file_size + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            OSError,
            NotImplementedError,
            EOFError,
            RuntimeError,
        ):
            raise ReadError("damaged-docx", path=self.path) from None
        if len(data) > info.file_size:
            raise ReadError("bomb", path=self.path, name=name)
        return data

    def _check_size(self, name: str) -> zipfile.ZipInfo:
        info = self._names[name]
        if info.flag_bits & 1:
            raise ReadError("locked-docx", path=self.path)
        if info.file_size > self._max_bytes or info.file_size > max(_SMALL, MAX_RATIO * info.compress_size):
            raise ReadError("bomb", path=self.path, name=name)
        return info


def is_truncated(data: bytes) -> bool:
    """Return whether the end of a zip archive is missing."""
    return _END_RECORD not in data[-_END_SIZE:]
