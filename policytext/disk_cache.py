"""The user's cache of compiled rules, word lists and expressions; the program works without it.

A file's name is a digest of what it was made from, the program's version and the interpreter's, so that its content
is never out of date. It is read only if nobody but the user can write the file and its folder, because `marshal`
trusts its input. Files are written under a temporary name and renamed, so that several processes can start at once.
"""

import binascii
import gc
import marshal
import os
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

from policytext.digests import sha256
from policytext.version import __version__

_MAGIC = b"policytext rules 1\n"
_SIZE = 8  # bytes of a length
#: The number of files kept, by their suffix.
_MAX_FILES = {"rules": 20, "words": 4, "regexes": 4, "scripts": 4}
_DAY = 86_400


def find_cache_folder() -> str | None:
    """Return the cache folder: ``POLICYTEXT_CACHE``, else ``policytext`` in the system's cache folder.

    Returns:
        None without a home folder, or where ``POLICYTEXT_CACHE`` is empty, which turns the cache off.
    """
    own = os.environ.get("POLICYTEXT_CACHE")
    if own is not None:
        return own or None
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA", "")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):
            base = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "policytext") if os.path.isabs(base) else None


def make_key(files: Iterable[tuple[str, bytes]], *packages: str) -> str:
    """Return the cache key for a value made from some files.

    Args:
        files: the path and content of each file.
        packages: the folders of policytext whose code made the value.
    """
    digest = sha256(f"{__version__}|{sys.implementation.cache_tag}|{_stamp_code(packages)}".encode())
    for path, content in files:
        # With the lengths, two different lists of files never give the same bytes.
        digest.update(f"|{len(path)}|{len(content)}|{path}".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return str(digest.hexdigest()[:40])


def _stamp_code(packages: Iterable[str]) -> str:
    """Return size and time of the code's own files, which change in a checkout without a new version."""
    root = os.path.dirname(__file__)
    stamps = []
    for folder in (os.path.join(root, package) for package in packages):
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    stamps.append(f"{entry.name}:{status.st_size}:{status.st_mtime_ns}")
    return ",".join(sorted(stamps))


def load(key: str, kind: str = "rules") -> Any:
    """Return the value stored under `key`, None where there is none that can be trusted.

    Args:
        key: from `make_key`.
        kind: the file's suffix, a key of `_MAX_FILES`.
    """
    return _parse(_read(key, kind))


def save(key: str, value: Any, kind: str = "rules") -> None:
    """Store `value` under `key`, or do nothing where that is not possible.

    Args:
        key: from `make_key`.
        value: builtin types only, as `marshal` requires.
        kind: the file's suffix, a key of `_MAX_FILES`.
    """
    with suppress(ValueError):
        _write(key, kind, _pack(value))


class Parts:
    """Values that are stored in one file and read one by one, because a run needs a few of them.

    The file begins with an index: for each part where it ends. Each part has a checksum of its own.

    Args:
        key: from `make_key`.
        kind: the file's suffix, a key of `_MAX_FILES`.
    """

    def __init__(self, key: str, kind: str) -> None:
        self._key, self._kind = key, kind
        content = _read(key, kind, mapped=True)
        size = int.from_bytes(content[:_SIZE], "big")
        index = _parse(content[_SIZE : _SIZE + size])
        self._body = content[_SIZE + size :]
        self._places: dict[Any, tuple[int, int]] = index if isinstance(index, dict) else {}

    def __len__(self) -> int:
        return len(self._places)

    def get(self, name: Any) -> Any:
        """Return a part, None where there is none that can be trusted."""
        place = self._places.get(name)
        return None if place is None else _parse(self._body[place[0] : place[1]])

    def save(self, added: Mapping[Any, Any], most: int | None = None) -> None:
        """Store these parts and some more; above `most` parts only the added ones."""
        packed = {name: _pack(value) for name, value in added.items()}
        if most is None or len(self) + len(packed) <= most:
            packed = {
                name: bytes(self._body[start:end]) for name, (start, end) in self._places.items()
            } | packed
        places, end = {}, 0
        for name, part in packed.items():
            places[name] = end, end + len(part)
            end += len(part)
        index = _pack(places)
        _write(self._key, self._kind, b"".join([len(index).to_bytes(_SIZE, "big"), index, *packed.values()]))


def _pack(value: Any) -> bytes:
    body = marshal.dumps(value)
    return _MAGIC + binascii.crc32(body).to_bytes(4, "big") + body


def _parse(content: memoryview) -> Any:
    """Return the value that `_pack` has written, None for any other bytes."""
    body = content[len(_MAGIC) + 4 :]
    head, check = content[: len(_MAGIC)], content[len(_MAGIC) : len(_MAGIC) + 4]
    if head != _MAGIC or check != binascii.crc32(body).to_bytes(4, "big"):
        return None
    # The collector would run for every few hundred of the tuples, which contain no cycles.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return marshal.loads(body)
    except (EOFError, ValueError, TypeError):
        return None
    finally:
        if collecting:
            gc.enable()


def _read(key: str, kind: str, *, mapped: bool = False) -> memoryview:
    """Return the content of a file, nothing if it can't be read or trusted; a view spares a copy of megabytes."""
    directory = find_cache_folder()
    if directory is None or not _is_protected_folder(directory):
        return memoryview(b"")
    try:
        # A link could point to a file that another user can write.
        handle = os.open(os.path.join(directory, f"{key}.{kind}"), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with open(handle, "rb") as file:
            if not _is_private(os.fstat(file.fileno()), stat.S_ISREG):
                return memoryview(b"")
            # Windows replaces no file that is mapped.
            if mapped and os.name != "nt":
                from mmap import ACCESS_READ, mmap

                return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
            return memoryview(file.read())
    except (OSError, ValueError):  # no empty file is mapped
        return memoryview(b"")


def _write(key: str, kind: str, content: bytes) -> None:
    """Write a file under a temporary name and rename it, or do nothing where that is not possible."""
    directory = find_cache_folder()
    if directory is None:
        return
    with suppress(OSError):
        os.makedirs(directory, mode=0o700, exist_ok=True)
        if not _is_protected_folder(directory):
            return
        temporary = os.path.join(directory, f".{key}.{os.getpid()}.{os.urandom(4).hex()}")
        try:
            handle = os.open(
                temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
            )
            with open(handle, "wb") as file:
                file.write(content)
            os.replace(temporary, os.path.join(directory, f"{key}.{kind}"))
        finally:
            with suppress(OSError):
                os.unlink(temporary)
        _remove_old_files(directory)


def _remove_old_files(directory: str) -> None:
    """Remove all but the newest files of each kind, and temporary files that a killed process left."""
    with os.scandir(directory) as entries:
        files = [
            (entry.stat(follow_symlinks=False).st_mtime, entry.path) for entry in entries if entry.is_file()
        ]
    newest = max(files, default=(0.0, ""))[0]
    temporary: list[tuple[float, str]] = []
    by_kind: dict[str, list[tuple[float, str]]] = {kind: [] for kind in _MAX_FILES}
    for file in files:
        by_kind.get(file[1].rpartition(".")[2], temporary).append(file)
    unwanted = [
        file for kind, found in by_kind.items() for file in sorted(found, reverse=True)[_MAX_FILES[kind] :]
    ]
    for _, path in [*unwanted, *(file for file in temporary if file[0] < newest - _DAY)]:
        with suppress(OSError):
            os.unlink(path)


def _is_protected_folder(directory: str) -> bool:
    """Return whether the folder belongs to the user and nobody else can replace it or its files."""
    try:
        if not _is_private(os.stat(directory), stat.S_ISDIR):
            return False
        parent = os.stat(os.path.dirname(os.path.abspath(directory)))
    except OSError:
        return False
    return os.name == "nt" or not parent.st_mode & stat.S_IWOTH or bool(parent.st_mode & stat.S_ISVTX)


def _is_private(status: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    if not is_kind(status.st_mode):
        return False
    # On Windows the access list of the profile folder protects it; these bits mean nothing there.
    return os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)
