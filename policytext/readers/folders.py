"""What the user named, as a stream of files to read: files, folders, lists.

A name is a file of any kind, a folder, which is walked for texts, or ``-`` for standard input. A folder's
``.gitignore`` files hold, hidden files are passed over, and everything comes in the order of its name.
"""

import os
import re
from collections.abc import Iterator, Sequence

from policytext.errors import PolicytextError, ReadError
from policytext.readers.read_errors import make_read_error
from policytext.readers.text import decode
from policytext.text.lazy_patterns import compile_pattern

#: What is read out of a folder; a file that is named is read whatever it is called.
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".docx", ".html", ".htm", ".pdf")
#: And where a column is named that holds texts.
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
    """Each file to read, by the name that opens it, or the fault that stands in its place.

    Args:
        names: what the user named, in order; a file that comes twice is given once.
        exclude: globs in the notation of .gitignore; what they match is left out of folders.
        suffixes: the endings of what is read out of folders.
        once: whether a file that comes twice is given once; without it no memory grows with the number of files.
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
    """The file names in a list: one a line, or parted by NUL as ``git ls-files -z`` writes them.

    >>> read_name_list("计划.txt\\n\\n办法.txt\\n".encode(), nul=False)
    ['计划.txt', '办法.txt']
    """
    if nul:
        return [os.fsdecode(name) for name in data.split(b"\x00") if name]
    text = decode(data, path="--files-from").text if data else ""
    return [line for line in (line.strip("\r") for line in text.split("\n")) if line.strip()]


def _unescape_byte(found: re.Match[bytes]) -> bytes:
    return _LETTERS.get(found[1]) or bytes((int(found[1], 8) & 255,))


def _resolve_name(name: str) -> str | PolicytextError:
    """The name if something is there; else what it stands for, where git has quoted it; else the fault."""
    try:
        os.stat(name)
        return name
    except (OSError, ValueError) as error:
        # A name that is too long for the system is no quoted one either: matching it would take quadratic time.
        quoted = _QUOTED.fullmatch(name) if isinstance(error, FileNotFoundError) else None
        if quoted is None:
            return make_read_error(error, name)
    meant = os.fsdecode(_ESCAPE.sub(_unescape_byte, os.fsencode(quoted[1])))
    return meant if os.path.exists(meant) else ReadError("missing-quoted", path=name, name=meant)


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
    fresh = key not in seen
    seen.add(key)
    return fresh


def _walk_folder(
    folder: str, exclude: Sequence[str], suffixes: tuple[str, ...], seen: set[tuple[int, int]] | None
) -> Iterator[str | PolicytextError]:
    faults: list[OSError] = []
    found = False
    from policytext.readers.ignore_files import IgnoreRules

    ignoring = IgnoreRules(folder, exclude)
    for here, folders, files in os.walk(folder, onerror=faults.append):
        ignoring.enter(here)
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") and not ignoring.ignores(os.path.join(here, f), True)
        )
        for name in sorted(files):
            path = os.path.join(here, name)
            if name.startswith(".") or not name.lower().endswith(suffixes) or ignoring.ignores(path, False):
                continue
            if os.path.isfile(path) and _is_new(path, seen):
                found = True
                yield path
        yield from (make_read_error(fault, fault.filename or here) for fault in faults)
        found = found or bool(faults)
        faults.clear()
    if faults:
        yield from (make_read_error(fault, fault.filename or folder) for fault in faults)
    elif not found:
        yield ReadError("no-texts", path=folder, suffixes=" ".join(suffixes))
