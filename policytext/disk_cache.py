"""Compiled rules and word lists kept between runs: fast where it works, harmless where it does not.

A cache file is named by the content of what it was made from, the version of the program and the interpreter,
so it can be old but never stale. It is read only from a folder and a file of the user's own that nobody else can write:
`marshal` believes what it reads. Files are written aside and renamed, so several processes can start at once.
"""

import binascii
import gc
import marshal
import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from policytext import __version__
from policytext.digests import sha256

_MAGIC = b"policytext rules 1\n"
#: What is kept, by the ending of its files, and how many of each.
_MAX_FILES = {"rules": 20, "words": 4, "regexes": 4, "scripts": 4}
_DAY = 86_400


def find_cache_folder() -> str | None:
    """The user's cache folder for policytext: ``POLICYTEXT_CACHE``, else below the system's cache folder.

    None without a home folder, or where ``POLICYTEXT_CACHE`` is set and empty, which turns the cache off.
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


def make_key(files: Iterable[tuple[str, bytes]], *rooms: str) -> str:
    """The name under which what was made from these files (path, content) is kept.

    Args:
        files: what it was made from.
        rooms: the folders of the package that hold the code that made it.
    """
    digest = sha256(f"{__version__}|{sys.implementation.cache_tag}|{_stamp_code(rooms)}".encode())
    for path, content in files:
        # Lengths first, so that no two different lists of files look the same.
        digest.update(f"|{len(path)}|{len(content)}|{path}".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return str(digest.hexdigest()[:40])


def _stamp_code(rooms: Iterable[str]) -> str:
    """The compiler's own files, by size and time: in a checkout they change without a new version."""
    here = os.path.dirname(__file__)
    seen = []
    for place in (os.path.join(here, room) for room in rooms):
        with suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    about = entry.stat()
                    seen.append(f"{entry.name}:{about.st_size}:{about.st_mtime_ns}")
    return ",".join(sorted(seen))


def load(key: str, kind: str = "rules") -> Any:
    """What was kept under `key`; None where there is nothing that can be trusted."""
    place = find_cache_folder()
    if place is None or not _is_protected_folder(place):
        return None
    try:
        # Not through a link: it could point to a file that somebody else writes.
        handle = os.open(os.path.join(place, f"{key}.{kind}"), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with open(handle, "rb") as file:
            if not _is_private(os.fstat(file.fileno()), stat.S_ISREG):
                return None
            content = file.read()
    except OSError:
        return None
    # A view: the body may be megabytes.
    body = memoryview(content)[len(_MAGIC) + 4 :]
    head, check = content[: len(_MAGIC)], content[len(_MAGIC) : len(_MAGIC) + 4]
    if head != _MAGIC or check != binascii.crc32(body).to_bytes(4, "big"):
        return None
    # Thousands of tuples at once make the collector look again and again for what can't be there.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return marshal.loads(body)
    except (EOFError, ValueError, TypeError):
        return None
    finally:
        if collecting:
            gc.enable()


def save(key: str, value: Any, kind: str = "rules") -> None:
    """Keeps `value` (builtin types only) under `key`, or does nothing where that is not possible."""
    place = find_cache_folder()
    if place is None:
        return
    with suppress(OSError, ValueError):
        os.makedirs(place, mode=0o700, exist_ok=True)
        if not _is_protected_folder(place):
            return
        body = marshal.dumps(value)
        aside = os.path.join(place, f".{key}.{os.getpid()}.{os.urandom(4).hex()}")
        try:
            handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with open(handle, "wb") as file:
                file.write(_MAGIC + binascii.crc32(body).to_bytes(4, "big") + body)
            os.replace(aside, os.path.join(place, f"{key}.{kind}"))
        finally:
            with suppress(OSError):
                os.unlink(aside)
        _remove_old_files(place)


def _remove_old_files(place: str) -> None:
    """Keeps the newest files, and sweeps up what a killed process left aside."""
    with os.scandir(place) as entries:
        files = [
            (entry.stat(follow_symlinks=False).st_mtime, entry.path) for entry in entries if entry.is_file()
        ]
    newest = max(files, default=(0.0, ""))[0]
    aside: list[tuple[float, str]] = []
    by_kind: dict[str, list[tuple[float, str]]] = {kind: [] for kind in _MAX_FILES}
    for file in files:
        by_kind.get(file[1].rpartition(".")[2], aside).append(file)
    unwanted = [
        file for kind, found in by_kind.items() for file in sorted(found, reverse=True)[_MAX_FILES[kind] :]
    ]
    for _, path in [*unwanted, *(file for file in aside if file[0] < newest - _DAY)]:
        with suppress(OSError):
            os.unlink(path)


def _is_protected_folder(place: str) -> bool:
    """Whether the folder is the user's own, and nobody else can put a file or another folder in its place."""
    try:
        if not _is_private(os.stat(place), stat.S_ISDIR):
            return False
        above = os.stat(os.path.dirname(os.path.abspath(place)))
    except OSError:
        return False
    return os.name == "nt" or not above.st_mode & stat.S_IWOTH or bool(above.st_mode & stat.S_ISVTX)


def _is_private(about: os.stat_result, kind: Any) -> bool:
    if not kind(about.st_mode):
        return False
    # On Windows the profile folder is protected by its access list, and these bits say nothing.
    return os.name == "nt" or (about.st_uid == os.geteuid() and not about.st_mode & 0o022)
