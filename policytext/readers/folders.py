"""The expansion of the names on a command line to the files to read.

A name is a file of any type, a folder, which is searched for texts, or ``-`` for standard input. In folders the
``.gitignore`` files apply, hidden files are skipped, and files come in the order of their names.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from policytext.errors import PolicytextError, ReadError
from policytext.readers.detect_type import WORD_SUFFIXES
from policytext.readers.read_errors import make_read_error
from policytext.readers.text import decode
from policytext.text.lazy_patterns import LazyPattern

#: The files read from a folder; a file named by the user may have any suffix.
SUFFIXES = (".txt", ".text", ".md", ".markdown", *WORD_SUFFIXES, ".html", ".htm", ".pdf")
#: The further files read from a folder where LibreOffice is installed.
OLD_SUFFIXES = (".doc", ".wps", ".rtf")
#: The further files read from a folder when the user names a column of texts.
TABLE_SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".xlsx")
#: The names of the lock files that Word, WPS and LibreOffice keep beside an open document begin so.
_LOCKS = ("~$", ".~lock")
#: A longer suffix is no type of file.
_LONGEST_SUFFIX = 12
STDIN = "-"
_QUOTED = LazyPattern(r'"?((?:[^"\\]|\\.)*\\(?:[0-7]{3}|[abtnvfr"\\])(?:[^"\\]|\\.)*)"?')
_ESCAPE = rb'\\([0-7]{3}|[abtnvfr"\\])'
_LETTERS = {
    letter.encode(): char.encode() for letter, char in zip('abtnvfr"\\', '\a\b\t\n\v\f\r"\\', strict=True)
}


def is_tabular(path: str) -> bool:
    """Return whether a file's suffix is that of a table."""
    return path.lower().endswith(TABLE_SUFFIXES)


class UnreadFiles:
    """The files of folders that were not read because of their type; hidden, ignored and lock files are none of them.

    >>> unread = UnreadFiles()
    >>> unread.add("a/plan.WPS"), unread.add("a/plan.doc"), unread.add("a/b.doc"), unread.add("a/README")
    (None, None, None, None)
    >>> unread.total, unread.list_types()
    (4, [('.doc', 2), ('.wps', 1), ('', 1)])

    Args:
        report: called with the path of each.
    """

    def __init__(self, report: Callable[[str], None] | None = None) -> None:
        self._counts: dict[str, int] = {}
        self._report = report
        self.total = 0

    def add(self, path: str) -> None:
        """Count a file."""
        suffix = os.path.splitext(path)[1].lower()
        if len(suffix) > _LONGEST_SUFFIX:
            suffix = ""
        self._counts[suffix] = self._counts.get(suffix, 0) + 1
        self.total += 1
        if self._report:
            self._report(path)

    def list_types(self) -> list[tuple[str, int]]:
        """Return the suffixes with their numbers of files, the most frequent first; "" stands for none."""
        return sorted(self._counts.items(), key=lambda count: (-count[1], not count[0], count[0]))


def expand_inputs(
    names: Sequence[str],
    *,
    exclude: Sequence[str] = (),
    suffixes: tuple[str, ...] = SUFFIXES,
    once: bool = True,
    unread: UnreadFiles | None = None,
) -> Iterator[str | PolicytextError]:
    """Yield the path of each file to read, or an error in the place of one that can't be read.

    Args:
        names: the names given by the user, in order.
        exclude: globs as in .gitignore for what is skipped in folders.
        suffixes: the suffixes of the files read from folders.
        unread: counts the files of folders that have none of the suffixes.
        once: whether a file that comes twice is yielded once; without it, memory does not grow with the number of files.
    """
    seen: set[tuple[int, int]] | None = set() if once else None
    for name in names:
        if name == STDIN:
            yield name
            continue
        path = _resolve_name(name)
        if isinstance(path, PolicytextError):
            yield path
        elif os.path.isdir(path):
            yield from _walk_folder(path, exclude, suffixes, seen, unread or UnreadFiles())
        elif not _is_readable_kind(path):
            yield ReadError("device", path=name)
        elif _is_new(path, seen):
            yield path


def read_name_list(data: bytes, nul: bool) -> list[str]:
    """Return the file names in a list, one a line or separated by NUL as ``git ls-files -z`` writes them.

    >>> read_name_list("计划.txt\\n\\n办法.txt\\n".encode(), nul=False)
    ['计划.txt', '办法.txt']
    """
    if nul:
        return [os.fsdecode(name) for name in data.split(b"\x00") if name]
    text = decode(data, path="--files-from").text if data else ""
    return [line for line in (line.strip("\r") for line in text.split("\n")) if line.strip()]


def _unescape_byte(match: re.Match[bytes]) -> bytes:
    return _LETTERS.get(match[1]) or bytes((int(match[1], 8) & 255,))


def _resolve_name(name: str) -> str | PolicytextError:
    """Return the name if it exists, else the name that git has quoted in it, else an error."""
    try:
        os.stat(name)
        return name
    except (OSError, ValueError) as error:
        # Matching a name that is too long for the system would take quadratic time.
        quoted = _QUOTED.fullmatch(name) if isinstance(error, FileNotFoundError) else None
        if quoted is None:
            return make_read_error(error, name)
    unquoted = os.fsdecode(re.sub(_ESCAPE, _unescape_byte, os.fsencode(quoted[1])))
    return unquoted if os.path.exists(unquoted) else ReadError("missing-quoted", path=name, name=unquoted)


def _is_readable_kind(path: str) -> bool:
    from stat import S_ISBLK, S_ISCHR, S_ISSOCK

    mode = os.stat(path).st_mode
    return not (S_ISBLK(mode) or S_ISCHR(mode) or S_ISSOCK(mode))


def _is_new(path: str, seen: set[tuple[int, int]] | None) -> bool:
    if seen is None:
        return True
    status = os.stat(path)
    key = (status.st_dev, status.st_ino)
    if not status.st_ino:  # a file system without numbers
        return True
    is_new = key not in seen
    seen.add(key)
    return is_new


def _can_read(name: str, suffixes: tuple[str, ...]) -> bool:
    """Return whether a file of a folder is read: it has one of the suffixes, and the program that this one needs."""
    lower = name.lower()
    return lower.endswith(suffixes) and (not lower.endswith(OLD_SUFFIXES) or _has_converter())


@cache
def _has_converter() -> bool:
    from policytext.readers.office import find_program

    return find_program() is not None


def _walk_folder(
    folder: str,
    exclude: Sequence[str],
    suffixes: tuple[str, ...],
    seen: set[tuple[int, int]] | None,
    unread: UnreadFiles,
) -> Iterator[str | PolicytextError]:
    errors: list[OSError] = []
    found = False
    from policytext.readers.ignore_files import IgnoreRules

    ignore_rules = IgnoreRules(folder, exclude)
    for current, folders, files in os.walk(folder, onerror=errors.append):
        ignore_rules.enter(current)
        folders[:] = sorted(
            f
            for f in folders
            if not f.startswith(".") and not ignore_rules.ignores(os.path.join(current, f), True)
        )
        for name in sorted(files):
            path = os.path.join(current, name)
            if name.startswith((".", *_LOCKS)) or ignore_rules.ignores(path, False):
                continue
            if os.path.isfile(path) and _is_new(path, seen):
                if _can_read(name, suffixes):
                    found = True
                    yield path
                else:
                    unread.add(path)
        yield from (make_read_error(error, error.filename or current) for error in errors)
        found = found or bool(errors)
        errors.clear()
    if errors:
        yield from (make_read_error(error, error.filename or folder) for error in errors)
    elif not found:
        yield ReadError("no-texts", path=folder, suffixes=" ".join(suffixes))
