"""Other bytes in a file that people own: all or nothing, and everything else about the file as it was.

A file is written beside the old one and renamed over it, which no crash leaves half done. The new file gets the
mode, owner, group, access list and extended attributes of the old. Where that can't be (another owner, a system on
which Python reads no attributes, a file mounted by itself), and where the file has a second hard link, renaming would
lose or split something that nobody asked to change. The bytes are then written into the file itself: people who link
files expect one text behind both names, and a refusal would leave them without a way to fix it. A copy of the
original lies beside the file until the new bytes are on the disk, so nothing is lost if the machine stops meanwhile.
"""

import errno
import os
from contextlib import suppress
from hashlib import sha256

from policytext.errors import ReadError

#: What the system answers where a file can be written but not renamed over.
_RENAME_REFUSED = (errno.EBUSY, errno.EXDEV)


def replace_bytes(name: str, before: bytes, after: bytes) -> None:
    """Put other bytes in a file if it still holds what it held before. Of a link the target is written.

    Args:
        name: the file as the user named it.
        before: what was read from it.
        after: what it holds from now on.

    Raises:
        ReadError: it can't be written, it changed meanwhile, or an earlier run left a copy of it.
    """
    refuse_leftover(name)
    path = os.path.realpath(name)
    try:
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if not (os.stat(path).st_nlink == 1 and _replace_by_renaming(name, path, before, after)):
            _write_in_place(name, path, before, after)
    except OSError as error:
        raise ReadError("fix-unwritable", path=name, reason=error.strerror or str(error)) from None


def refuse_leftover(name: str) -> None:
    """Name the copy that an interrupted run left of a file.

    Raises:
        ReadError: there is one.
    """
    copy = _find_copy_path(os.path.realpath(name))
    if os.path.lexists(copy):
        raise ReadError("fix-interrupted", path=name, copy=copy)


def _find_copy_path(path: str) -> str:
    # Short, since a name of Chinese may be at the limit, and the same in every run.
    digest = sha256(os.fsencode(os.path.basename(path))).hexdigest()[:12]
    return os.path.join(os.path.dirname(path), f".policytext-original-{digest}")


def _replace_by_renaming(name: str, path: str, before: bytes, after: bytes) -> bool:
    """Whether a new file took the old one's place, with everything that belongs to it."""
    aside = os.path.join(os.path.dirname(path), f".policytext-{os.urandom(6).hex()}")
    try:
        _create_file(aside, after)
        if not _copy_metadata(path, aside):
            return False
        _check_unchanged(name, path, before)
        os.replace(aside, path)
    except OSError as error:
        if error.errno in _RENAME_REFUSED:
            return False
        raise
    finally:
        with suppress(OSError):
            os.unlink(aside)
    _sync_folder(path)
    return True


def _copy_metadata(path: str, aside: str) -> bool:
    """Give one file what belongs to another: owner, mode, attributes. False where something can't be given."""
    if not hasattr(os, "listxattr"):  # Finder's tags and the access lists of macOS and Windows stay unseen
        return False
    old, new = os.stat(path), os.stat(aside)
    try:
        if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            os.chown(aside, old.st_uid, old.st_gid)
        os.chmod(aside, old.st_mode & 0o7777)  # after the owner, whose change clears bits of it
        kept, given = _read_attributes(path), _read_attributes(aside)
        for attribute in given.keys() - kept.keys():  # a folder's default access list
            os.removexattr(aside, attribute)
        for attribute, value in kept.items():
            if given.get(attribute) != value:
                os.setxattr(aside, attribute, value)
    except OSError:
        return False
    return True


def _read_attributes(path: str) -> dict[str, bytes]:
    """The extended attributes; POSIX access lists are among them."""
    try:
        names = os.listxattr(path)
    except OSError as error:
        if error.errno == errno.ENOTSUP:
            return {}
        raise
    return {name: os.getxattr(path, name) for name in names}


def _write_in_place(name: str, path: str, before: bytes, after: bytes) -> None:
    """Write into the file itself, a copy of the original beside it until all is done."""
    copy = _find_copy_path(path)
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        _create_file(copy, before)
        whole = True
        try:
            _sync_folder(path)
            _check_unchanged(name, path, before)
            whole = False
            _overwrite(descriptor, after)
            whole = True
        except BaseException:  # a full disk, or a person who stops the run
            if not whole:
                _restore(name, descriptor, before, copy)
                whole = True
            raise
        finally:
            if whole:
                with suppress(OSError):
                    os.unlink(copy)
    finally:
        os.close(descriptor)


def _restore(name: str, descriptor: int, before: bytes, copy: str) -> None:
    try:
        _overwrite(descriptor, before)  # needs no more of the disk than before
    except OSError:
        raise ReadError("fix-interrupted", path=name, copy=copy) from None


def _overwrite(descriptor: int, data: bytes) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)


def _create_file(path: str, data: bytes) -> None:
    """A new file that only its owner can read until it has the mode of the old one."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, 0o600), "wb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            with suppress(OSError):
                os.unlink(path)
            raise


def _check_unchanged(name: str, path: str, before: bytes) -> None:
    with open(path, "rb") as file:
        if file.read() != before:
            raise ReadError("changed-meanwhile", path=name)


def _sync_folder(path: str) -> None:
    """Make the names in a file's folder last, where the system can."""
    with suppress(OSError):
        folder = os.open(os.path.dirname(path), os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
