"""Opening what the user named: a local file, or anything that fsspec reaches (``s3://…``), packed or not.

>>> is_remote("s3://bucket/a.jsonl"), is_remote("C:/a.jsonl"), packing("a.jsonl.zst"), packing("a.jsonl")
(True, False, 'zstd', None)
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, NamedTuple, cast

from policytext.errors import ConfigError

#: What packs a stream, by the ending of its name.
_PACKED = {".gz": "gzip", ".zst": "zstd", ".bz2": "bz2"}
_BLOCK = 1 << 20


class Stamp(NamedTuple):
    """By which a file is known to be the same as before."""

    size: int
    changed: str


def is_remote(path: str) -> bool:
    """Whether a name is an address that fsspec opens."""
    return "://" in path


def file_system(address: str) -> tuple[Any, str]:
    """What reaches an address, and the path there.

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


def stamp(path: str) -> Stamp:
    """The size and the time of the last change of what a name opens."""
    if not is_remote(path):
        about = os.stat(path)
        return Stamp(about.st_size, str(about.st_mtime_ns))
    system, inside = file_system(path)
    info = system.info(inside)
    changed = next(
        (info[key] for key in ("mtime", "LastModified", "ETag", "etag", "updated") if key in info), ""
    )
    return Stamp(int(info.get("size") or 0), str(changed))


def packing(path: str) -> str | None:
    """How a stream is packed, None where it is not."""
    return _PACKED.get(os.path.splitext(path)[1].lower())


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The bytes behind a name, as they are stored."""
    if not is_remote(path):
        with open(path, "rb") as file:
            yield file
        return
    system, inside = file_system(path)
    with system.open(inside, "rb") as file:
        yield cast(BinaryIO, file)


class Unpacked:
    """A packed stream, unpacked as it is read.

    Args:
        file: the stored bytes.
        kind: how they are packed.
    """

    def __init__(self, file: BinaryIO, kind: str) -> None:
        from policytext.corpus.arrow import unpacking

        self._file = file
        self._stream = unpacking(file, kind)

    def read(self, size: int) -> bytes:
        """The next bytes of content, none at the end."""
        found: bytes = self._stream.read(size)
        return found

    @property
    def taken(self) -> int:
        """How many of the stored bytes have been read."""
        return self._file.tell()
