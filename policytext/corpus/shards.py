"""Shards and the parts of inputs that they consist of.

>>> part = InputPart("file", "a.txt", "a.txt", Stamp(9, "1"))
>>> Shard(0, (part,)).identity() == Shard(0, (part._replace(stamp=Stamp(9, "2")),)).identity()
False
"""

from typing import Literal

from policytext.corpus.streams import Stamp
from policytext.digests import blake2b
from policytext.errors import PolicytextError
from policytext.model.records import NamedTuple


class InputPart(NamedTuple):
    """A file, a part of a table, or an input that can't be read.

    Args:
        kind: a document by itself; lines of JSON; rows that were read already; row groups of Parquet; a fault.
        path: the path that opens it.
        name: its path below its input.
        stamp: the size and last change of its file.
        first: the number of its first line or row, from 1.
        start, end: its place in its file, in bytes or row groups.
        weight: its bytes of text, approximately.
        size: the stored bytes that it is read from.
        data: its content, if its file can't be opened in the middle.
        fault: why it can't be read.
    """

    kind: Literal["file", "lines", "rows", "groups", "fault"]
    path: str
    name: str
    stamp: Stamp = Stamp(0, "")
    first: int = 1
    start: int = 0
    end: int = 0
    weight: int = 0
    size: int = 0
    data: bytes | None = None
    fault: PolicytextError | None = None


class Shard(NamedTuple):
    """A part of the corpus that one worker does at a time.

    Args:
        number: its number, from 0.
        parts: what it is made of.
    """

    number: int
    parts: tuple[InputPart, ...]

    @property
    def size(self) -> int:
        """The stored bytes that it is read from."""
        return sum(part.size for part in self.parts)

    def identity(self) -> str:
        """Return a digest of the parts and the stamps of their files."""
        digest = blake2b(digest_size=16)
        for part in self.parts:
            known = part._replace(data=None, fault=None)
            digest.update(repr((*known, part.fault and part.fault.code)).encode("utf-8", "surrogateescape"))
            if part.data is not None:
                digest.update(part.data)
        return str(digest.hexdigest())
