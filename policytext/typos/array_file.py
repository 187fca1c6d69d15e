"""One file of named arrays, mapped into memory: opening it costs the same whatever it holds.

The file is a line that names the format, the length of a header, the header (JSON: where each array stands, and the
record of what it was made from), and the arrays in little-endian order, each at a multiple of 64 bytes. What is never
looked at is never read from the disk, and several processes share what is.

>>> import os, tempfile
>>> from array import array
>>> folder = tempfile.TemporaryDirectory()
>>> path = os.path.join(folder.name, "small.bin")
>>> write_arrays(path, {"squares": array("H", [0, 1, 4, 9])}, {"texts": 2})
>>> with load_arrays(path) as store:
...     store.record, store["squares"].tolist(), "cubes" in store
({'texts': 2}, [0, 1, 4, 9], False)
>>> folder.cleanup()
"""

import json
import mmap
import os
import struct
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from policytext.errors import PolicytextError

_MAGIC = b"policytext typos 1\n"
_ALIGN = 64
_SIZES = {"B": 1, "H": 2, "I": 4, "Q": 8, "f": 4, "d": 8}


class ArrayFile:
    """An open file of arrays.

    Args:
        mapped: the file's bytes.
        places: for each name the array's type as `struct` names it, its first byte, and how many items it has.
        record: what the file was made from.
        broken: what is said of the file if it lacks an array.
    """

    def __init__(
        self,
        mapped: mmap.mmap,
        places: Mapping[str, tuple[str, int, int]],
        record: dict[str, Any],
        broken: PolicytextError,
    ) -> None:
        self._mapped, self._places, self.record, self._broken = mapped, places, record, broken
        self._given: dict[str, memoryview] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __getitem__(self, name: str) -> memoryview:
        """The array of that name, one-dimensional, in the type that it was written in.

        Raises:
            PolicytextError: the file has no such array.
        """
        if name not in self._given:
            if name not in self._places:
                raise self._broken
            kind, start, count = self._places[name]
            view = memoryview(self._mapped)[start : start + count * _SIZES[kind]]
            self._given[name] = view if kind == "B" else view.cast(kind)  # type: ignore[call-overload,unused-ignore]
        return self._given[name]

    def close(self) -> None:
        """Gives the memory back; no array of it can be used any more."""
        for view in self._given.values():
            view.release()
        self._given.clear()
        self._mapped.close()

    def __enter__(self) -> "ArrayFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def load_arrays(path: str, fault: str = "typos-model") -> ArrayFile:
    """Opens a file of arrays.

    Args:
        path: the file.
        fault: what to say of it if it can't be used.

    Raises:
        PolicytextError: it is not there, not of this format, or cut short.
    """
    broken = PolicytextError(fault, path=path)
    try:
        with open(path, "rb") as file:
            head = file.read(len(_MAGIC) + 4)
            if len(head) < len(_MAGIC) + 4 or not head.startswith(_MAGIC):
                raise broken
            (length,) = struct.unpack("<I", head[len(_MAGIC) :])
            header = json.loads(file.read(length))
            whole = os.fstat(file.fileno()).st_size
            places = {name: _place(place, whole) for name, place in header["arrays"].items()}
            if whole != header["size"]:
                raise broken
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            return ArrayFile(mapped, places, header["record"], broken)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise broken from error


def _place(place: Sequence[Any], whole: int) -> tuple[str, int, int]:
    """Where an array stands, if it can stand there.

    Raises:
        ValueError: it can't.
    """
    kind, start, count = str(place[0]), int(place[1]), int(place[2])
    if start < 0 or count < 0 or start + count * _SIZES[kind] > whole:
        raise ValueError("an array beyond the end of its file")
    return kind, start, count


def write_arrays(path: str, arrays: Mapping[str, Any], record: Mapping[str, Any]) -> None:
    """Writes arrays and their record; the same arrays give the same bytes.

    Args:
        path: where to; written aside and renamed, so nobody ever reads half a file.
        arrays: what has a `memoryview`: `array.array` or numpy arrays of one dimension.
        record: builtin types only.
    """
    if sys.byteorder != "little":
        raise NotImplementedError("files of arrays are little-endian")
    views = {name: memoryview(values).cast("B") for name, values in arrays.items()}
    kinds = {name: _kind(memoryview(values)) for name, values in arrays.items()}

    def header(base: int) -> tuple[bytes, int]:
        at, places = base, {}
        for name, view in views.items():
            places[name] = (kinds[name], at, len(view) // _SIZES[kinds[name]])
            at += -(-len(view) // _ALIGN) * _ALIGN
        said = {"arrays": places, "record": record, "size": at}
        return json.dumps(said, ensure_ascii=False, sort_keys=True).encode(), at

    # The header tells where the arrays stand, and so how long it is itself: room is left until it fits.
    base, content = 0, header(0)[0]
    while base < len(_MAGIC) + 4 + len(content):
        base = -(-(len(_MAGIC) + 4 + len(content)) // _ALIGN) * _ALIGN
        content = header(base)[0]
    content = content.ljust(base - len(_MAGIC) - 4)
    aside = f"{path}.{os.getpid()}.tmp"
    with open(aside, "wb") as file:
        file.write(_MAGIC + struct.pack("<I", len(content)) + content)
        for view in views.values():
            file.write(view)
            file.write(bytes(-len(view) % _ALIGN))
    os.replace(aside, path)


def _kind(view: memoryview) -> str:
    # numpy calls its 64-bit numbers by the platform's name.
    kind = {"L": "Q" if view.itemsize == 8 else "I"}.get(view.format, view.format)
    if kind not in _SIZES or view.ndim != 1:
        raise ValueError(f"no array of one dimension of a known type: {view.format}, {view.ndim}")
    return kind
