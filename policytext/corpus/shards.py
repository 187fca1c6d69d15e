"""What a shard is made of.

>>> piece = InputPart("file", "a.txt", "a.txt", Stamp(9, "1"))
>>> Shard(0, (piece,)).identity() == Shard(0, (piece._replace(stamp=Stamp(9, "2")),)).identity()
False
"""

from typing import Literal, NamedTuple

from policytext.corpus.streams import Stamp
from policytext.digests import blake2b
from policytext.errors import PolicytextError


class InputPart(NamedTuple):
    """A file, a part of a table, or an input that can't be read.

    Args:
        kind: a document by itself; lines of JSON; rows that were read already; row groups of Parquet; a fault.
        path: what opens it.
        name: what tells it from others of the same corpus.
        stamp: by which it is known again.
        first: the number of its first line or row, from 1.
        start, end: where it stands in its file, in bytes or row groups.
        weight: bytes of text, about.
        size: the stored bytes it was read from.
        data: its content where it can't be opened in the middle.
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
    """A part of the corpus that is done at once.

    Args:
        number: its number, from 0.
        pieces: what it is made of.
    """

    number: int
    pieces: tuple[InputPart, ...]

    @property
    def size(self) -> int:
        """The stored bytes it was read from."""
        return sum(piece.size for piece in self.pieces)

    def identity(self) -> str:
        """The same for the same pieces of the same files, as far as size and time tell."""
        found = blake2b(digest_size=16)
        for piece in self.pieces:
            known = piece._replace(data=None, fault=None)
            found.update(repr((*known, piece.fault and piece.fault.code)).encode("utf-8", "surrogateescape"))
            if piece.data is not None:
                found.update(piece.data)
        return str(found.hexdigest())
