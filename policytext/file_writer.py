"""Replacement of a file's content, all or nothing, that keeps everything else about the file.

The new content is written to a temporary file, which is renamed over the old one: a crash leaves either the old or the
new content. The temporary file gets the mode, owner, group, access list and extended attributes of the old file.

The content is written into the file itself where renaming would lose one of these (another owner, a system on which
Python reads no attributes, a file that is a mount point) or would split two hard links. A copy of the original then
lies beside the file until the new content is on the disk, so that an interruption loses nothing.
"""

import errno
import os
from contextlib import suppress
from hashlib import sha256

from policytext.errors import ReadError

#: The error codes for a file that can be written but not renamed over.
_RENAME_REFUSED = (errno.EBUSY, errno.EXDEV)


def replace_bytes(name: str, before: bytes, after: bytes) -> None:
    """Replace the content of a file, or of the target of a link, unless it has changed since it was read.

    Args:
        name: the file as the user named it.
        before: the content that was read.
        after: the new content.

    Raises:
        ReadError: the file can't be written, has changed, or an interrupted run left a copy of it.
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
    """Check that no interrupted run has left a copy of a file.

    Args:
        name: the file as the user named it.

    Raises:
        ReadError: there is a copy; the error names it.
    """
    copy = _find_copy_path(os.path.realpath(name))
    if os.path.lexists(copy):
        raise ReadError("fix-interrupted", path=name, copy=copy)


def _find_copy_path(path: str) -> str:
    # Not the file's name with a suffix: a Chinese name may already have the longest length.
    digest = sha256(os.fsencode(os.path.basename(path))).hexdigest()[:12]
    return os.path.join(os.path.dirname(path), f".policytext-original-{digest}")


def _replace_by_renaming(name: str, path: str, before: bytes, after: bytes) -> bool:
    """Rename a new file over the old one; return False where that would lose or split something."""
    temporary = os.path.join(os.path.dirname(path), f".policytext-{os.urandom(6).hex()}")
    try:
        _create_file(temporary, after)
        if not _copy_metadata(path, temporary):
            return False
        _check_unchanged(name, path, before)
        os.replace(temporary, path)
    except OSError as error:
        if error.errno in _RENAME_REFUSED:
            return False
        raise
    finally:
        with suppress(OSError):
            os.unlink(temporary)
    _sync_folder(path)
    return True


def _copy_metadata(path: str, temporary: str) -> bool:
    """Copy owner, mode and attributes of `path` to `temporary`; return False where one can't be copied."""
    if not hasattr(os, "listxattr"):  # Python can't read the access lists of macOS and Windows
        return False
    old, new = os.stat(path), os.stat(temporary)
    try:
        if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            os.chown(temporary, old.st_uid, old.st_gid)
        os.chmod(temporary, old.st_mode & 0o7777)  # after chown, which clears the set-user-id bits
        wanted, present = _read_attributes(path), _read_attributes(temporary)
        for attribute in present.keys() - wanted.keys():  # a folder's default access list
            os.removexattr(temporary, attribute)
        for attribute, value in wanted.items():
            if present.get(attribute) != value:
                os.setxattr(temporary, attribute, value)
    except OSError:
        return False
    return True


def _read_attributes(path: str) -> dict[str, bytes]:
    """Return the extended attributes, which include POSIX access lists."""
    try:
        names = os.listxattr(path)
    except OSError as error:
        if error.errno == errno.ENOTSUP:
            return {}
        raise
    return {name: os.getxattr(path, name) for name in names}


def _write_in_place(name: str, path: str, before: bytes, after: bytes) -> None:
    """Write into the file itself, with a copy of the original beside it until the content is on the disk."""
    copy = _find_copy_path(path)
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        _create_file(copy, before)
        is_intact = True
        try:
            _sync_folder(path)
            _check_unchanged(name, path, before)
            is_intact = False
            _overwrite(descriptor, after)
            is_intact = True
        except BaseException:  # a full disk, or Ctrl-C
            if not is_intact:
                _restore(name, descriptor, before, copy)
                is_intact = True
            raise
        finally:
            if is_intact:
                with suppress(OSError):
                    os.unlink(copy)
    finally:
        os.close(descriptor)


def _restore(name: str, descriptor: int, before: bytes, copy: str) -> None:
    try:
        _overwrite(descriptor, before)
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
    """Create a file that only its owner can read; `_copy_metadata` sets the final mode."""
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
    """Write the folder's entries to the disk, where the system supports it."""
    with suppress(OSError):
        folder = os.open(os.path.dirname(path), os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
