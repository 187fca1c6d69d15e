"""Errors of the operating system as read errors, and file names that a message can show.

>>> make_read_error(FileNotFoundError(), "plan.txt").code, replace_unprintable("a\\tb")
('missing', 'a?b')
"""

from collections.abc import Sequence

from policytext.errors import ReadError

_MAX_NAMES, _MAX_NAME = 12, 24  # the columns that a message lists, and the characters of each


def make_read_error(error: OSError | ValueError, name: str) -> ReadError:
    """Return the read error for an error of the operating system.

    Args:
        error: the error.
        name: the file as the user named it.
    """
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ReadError("missing", path=name)
    if isinstance(error, PermissionError):
        return ReadError("forbidden", path=name)
    if isinstance(error, IsADirectoryError):
        return ReadError("folder", path=name)
    return ReadError("unreadable", path=name, reason=getattr(error, "strerror", None) or str(error))


def replace_unprintable(name: str) -> str:
    """Return a file name with undecodable bytes and control characters replaced by question marks."""
    printable = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(character if character.isprintable() else "?" for character in printable)


def list_columns(columns: Sequence[str]) -> str:
    """Return the first columns' names, shortened, because an unclosed quote makes half the file one name."""
    return "、".join([replace_unprintable(name[:_MAX_NAME]) for name in columns[:_MAX_NAMES]]) or "-"
