"""Opening an input: a local file, or an address that fsspec opens (``s3://…``), packed or not.

>>> is_remote("s3://bucket/a.jsonl"), is_remote("C:/a.jsonl"), detect_packing("a.jsonl.zst"), detect_packing("a.jsonl")
(True, False, 'zstd', None)
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from policytext.errors import ConfigError
from policytext.model.records import NamedTuple

#: Compression formats by the endings of names.
_PACKED = {".gz": "gzip", ".zst": "zstd", ".bz2": "bz2"}
_BLOCK = 1 << 20


class Stamp(NamedTuple):
    """The size and the last change of a file, by which a resumed run knows that it is the same."""

    size: int
    changed: str


def is_remote(path: str) -> bool:
    """Return whether a name is an address that fsspec opens."""
    return "://" in path


def open_file_system(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path in it.

    Raises:
        ConfigError: fsspec, or what it needs for such an address, is not installed.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise ConfigError("needs-extra", name="fsspec", extra="corpus") from None
    try:
        found: tuple[Any, str] = url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise ConfigError("no-such-store", path=address, reason=str(error)) from None
    return found


def make_stamp(path: str) -> Stamp:
    """Return the stamp of a file."""
    if not is_remote(path):
        about = os.stat(path)
        return Stamp(about.st_size, str(about.st_mtime_ns))
    system, inside = open_file_system(path)
    info = system.info(inside)
    changed = next(
        (info[key] for key in ("mtime", "LastModified", "ETag", "etag", "updated") if key in info), ""
    )
    return Stamp(int(info.get("size") or 0), str(changed))


def detect_packing(path: str) -> str | None:
    """Return the compression of a file, None if it has none."""
    return _PACKED.get(os.path.splitext(path)[1].lower())


@contextmanager
def open_stored(path: str) -> Iterator[BinaryIO]:
    """Open the bytes of a file as they are stored."""
    if not is_remote(path):
        with open(path, "rb") as file:
            yield file
        return
    system, inside = open_file_system(path)
    with system.open(inside, "rb") as file:
        yield cast(BinaryIO, file)


class UnpackedStream:
    """A packed stream, unpacked as it is read.

    Args:
        file: the stored bytes.
        kind: how they are packed.
    """

    def __init__(self, file: BinaryIO, kind: str) -> None:
        from policytext.corpus.arrow import open_unpacked

        self._file = file
        self._stream = open_unpacked(file, kind)

    def read(self, size: int) -> bytes:
        """Return the next bytes of content, none at the end."""
        found: bytes = self._stream.read(size)
        return found

    @property
    def taken(self) -> int:
        """The number of stored bytes that are read."""
        return self._file.tell()
