"""The journal of a shard: which document its process is reading, so that one that kills processes is skipped.

A shard is tried again when its process dies, whatever killed it. The journal, a few bytes that are written over
before each document, then says which document it was in. A document that overran its time is skipped at once, one that
two processes died in the second time; both are recorded as failed.
"""

import os
import re
from collections import Counter
from contextlib import suppress

from policytext.corpus.job import Limits
from policytext.corpus.limits import Watch
from policytext.errors import ConfigError, PolicytextError, ReadError

#: Deaths in one document after which it is skipped, and outside of all documents after which the shard is given up.
_DEATHS, _OUTSIDE = 2, 4
_WIDTH = 12
_NO_DOCUMENT = -1
_PLACE = re.compile(rb'File ".*?([^"/\\]+)", line (\d+) in (\S+)')
#: The files whose frames in a traceback are those of the watch, not of the document.
_OWN_FILES = (b"limits.py", b"journal.py")


class Journal:
    """The attempts at one shard, and the document that each of them is reading, or was when it ended.

    Args:
        path: its file; ``PATH.slow`` lists the documents that took too long, ``PATH.time`` holds the traceback of
            the watch.
        limits: what one document may take.

    Raises:
        ConfigError: processes keep dying outside of all documents.
    """

    def __init__(self, path: str, limits: Limits) -> None:
        self._path, self._limits = path, limits
        before = _read_entries(path)
        self._deaths = Counter(before)
        self._slow = _read_slow_documents(path)
        place = _read_place(path)
        if before and place and before[-1] != _NO_DOCUMENT:
            self._slow[before[-1]] = place
            with open(f"{path}.slow", "a", encoding="utf-8") as file:
                file.write(f"{before[-1]} {place}\n")
        if self._deaths[_NO_DOCUMENT] >= _OUTSIDE:
            raise ConfigError("shard-given-up", name=os.path.basename(path), count=self._deaths[_NO_DOCUMENT])
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        self._offset = len(before) * _WIDTH
        self._watch = Watch(f"{path}.time", limits.seconds)
        self._mark(_NO_DOCUMENT)

    def find_error(self, number: int) -> PolicytextError | None:
        """Return why a document is skipped; None if it is not."""
        if number in self._slow:
            return ReadError("too-slow", seconds=f"{self._limits.seconds:g}", place=self._slow[number])
        if self._deaths[number] >= _DEATHS:
            return ReadError("crashed", count=self._deaths[number])
        return None

    def enter(self, number: int) -> None:
        """Note that the process begins to read a document."""
        self._mark(number)
        self._watch.start()

    def leave(self) -> None:
        """Note that the process reads no document."""
        self._mark(_NO_DOCUMENT)
        self._watch.stop()

    def close(self, *, done: bool) -> None:
        """Close the journal, and remove it if the shard is done."""
        self._watch.close()
        os.close(self._file)
        for path in (self._path, f"{self._path}.time", f"{self._path}.slow") if done else ():
            with suppress(OSError):
                os.unlink(path)

    def _mark(self, number: int) -> None:
        data = f"{number:>{_WIDTH - 1}}\n".encode()
        if hasattr(os, "pwrite"):
            os.pwrite(self._file, data, self._offset)
        else:
            os.lseek(self._file, self._offset, os.SEEK_SET)
            os.write(self._file, data)


def _read_slow_documents(path: str) -> dict[int, str]:
    """Return the documents that took too long, and the line that each was in."""
    found = {}
    with suppress(OSError), open(f"{path}.slow", encoding="utf-8") as file:
        for line in file:
            number, _, place = line.strip().partition(" ")
            found[int(number)] = place
    return found


def _read_place(path: str) -> str:
    """Return the line that the process was in when the watch ended it; empty if it was not ended."""
    with suppress(OSError), open(f"{path}.time", "rb") as file:
        trace = file.read(100_000)
        places = [found for found in _PLACE.finditer(trace) if found[1] not in _OWN_FILES]
        if places:
            return f"{places[0][1].decode('utf-8', 'replace')}:{places[0][2].decode()}"
        return "?" if trace else ""
    return ""


def _read_entries(path: str) -> list[int]:
    """Return the document that each earlier attempt was last in."""
    try:
        with open(path, "rb") as file:
            return [int(line) for line in file.read().split() if line.strip(b"\0")]
    except OSError:
        return []
