"""Chunks of whole lines, cut from a stream that may be longer than memory.

>>> import io
>>> chunks = split_lines(io.BytesIO(b"aa\\nbb\\ncc\\n").read, 4, keep=False, longest=99)
>>> [(chunk.first, chunk.start, chunk.end) for chunk in chunks]
[(1, 0, 6), (3, 6, 9)]
"""

from collections.abc import Callable, Iterator

from policytext.model.records import NamedTuple

_BLOCK = 1 << 20


class Chunk(NamedTuple):
    """Whole lines: the number of the first, their offsets in bytes, and their bytes if these are kept."""

    first: int
    start: int
    end: int
    data: bytes | None


def split_lines(read: Callable[[int], bytes], size: int, *, keep: bool, longest: int) -> Iterator[Chunk]:
    """Cut a stream of lines into chunks of about `size` bytes, each ending with a line.

    Args:
        read: returns up to as many bytes as it is called with, none at the end.
        size: the bytes at which a chunk ends with its line.
        keep: whether to keep the bytes.
        longest: a longer line is cut, to more than this length, so that it is still seen to be too long.
    """
    first, lines, start, have = 1, 0, 0, 0
    parts: list[bytes] = []

    def chunk() -> Chunk:
        return Chunk(first, start, start + have, b"".join(parts) if keep else None)

    while True:
        try:
            block = read(_BLOCK)
        except Exception:  # damaged further on: what was read is good
            if have:
                yield chunk()
            raise
        if not block:
            break
        at = 0
        while at < len(block):
            ready = size - have - 1
            end = block.find(b"\n", at + max(ready, 0)) + 1 if ready < len(block) - at else 0
            part = block[at : end or None]
            if keep and have <= size + longest:
                parts.append(part)
            have, lines, at = have + len(part), lines + part.count(b"\n"), at + len(part)
            if end:
                yield chunk()
                first, lines, start, have, parts = first + lines, 0, start + have, 0, []
    if have:
        yield chunk()
