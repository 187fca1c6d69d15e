"""The expansion of the names on a command line to the files to read.

A name is a file of any type, a folder, which is searched for texts, or ``-`` for standard input. In folders the
``.gitignore`` files apply, hidden files are skipped, and files come in the order of their names.
"""

import os
import re
from collections.abc import Iterator, Sequence

from policytext.errors import PolicytextError, ReadError
from policytext.readers.read_errors import make_read_error
from policytext.readers.text import decode
from policytext.text.lazy_patterns import compile_pattern

#: The files read from a folder; a file named by the user may have any suffix.
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".docx", ".html", ".htm", ".pdf")
#: The further files read from a folder when the user names a column of texts.
TABLE_SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson")
STDIN = "-"
_QUOTED = compile_pattern(r'"?((?:[^"\\]|\\.)*\\(?:[0-7]{3}|[abtnvfr"\\])(?:[^"\\]|\\.)*)"?')
_ESCAPE = re.compile(rb'\\([0-7]{3}|[abtnvfr"\\])')
_LETTERS = {
    letter.encode(): char.encode() for letter, char in zip('abtnvfr"\\', '\a\b\t\n\v\f\r"\\', strict=True)
}


def expand_inputs(
    names: Sequence[str],
    *,
    exclude: Sequence[str] = (),
    suffixes: tuple[str, ...] = SUFFIXES,
    once: bool = True,
) -> Iterator[str | PolicytextError]:
    """Yield the path of each file to read, or an error in the place of one that can't be read.

    Args:
        names: the names given by the user, in order.
        exclude: globs as in .gitignore for what is skipped in folders.
        suffixes: the suffixes of the files read from folders.
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
            yield from _walk_folder(path, exclude, suffixes, seen)
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
    unquoted = os.fsdecode(_ESCAPE.sub(_unescape_byte, os.fsencode(quoted[1])))
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


def _walk_folder(
    folder: str, exclude: Sequence[str], suffixes: tuple[str, ...], seen: set[tuple[int, int]] | None
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
            if (
                name.startswith(".")
                or not name.lower().endswith(suffixes)
                or ignore_rules.ignores(path, False)
            ):
                continue
            if os.path.isfile(path) and _is_new(path, seen):
                found = True
                yield path
        yield from (make_read_error(error, error.filename or current) for error in errors)
        found = found or bool(errors)
        errors.clear()
    if errors:
        yield from (make_read_error(error, error.filename or folder) for error in errors)
    elif not found:
        yield ReadError("no-texts", path=folder, suffixes=" ".join(suffixes))
