"""A file of named arrays, mapped into memory so that opening it takes the same time whatever its size.

The file holds a line that names the format, the length of a header, the header (JSON: the position of each array, and
a record of what the arrays were made from), and the arrays in little-endian order, each at a multiple of 64 bytes.
The system reads only the pages that are used, and processes share them.

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
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policytext.errors import PolicytextError

_MAGIC = b"policytext typos 1\n"
_ALIGN = 64
_SIZES = {"B": 1, "H": 2, "I": 4, "Q": 8, "f": 4, "d": 8}


class ArrayFile:
    """An open file of arrays.

    Args:
        path: The file.
        mapped: Its bytes.
        entries: For each array its item type (a `struct` format character), its first byte, and its number of items.
        record: What the file was made from.
        error: The error to raise if an array is missing.
    """

    def __init__(
        self,
        path: str,
        mapped: mmap.mmap,
        entries: Mapping[str, tuple[str, int, int]],
        record: dict[str, Any],
        error: PolicytextError,
    ) -> None:
        self.path, self.record = path, record
        self._mapped, self._entries, self._error = mapped, entries, error
        self._views: dict[str, memoryview] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __getitem__(self, name: str) -> memoryview:
        """Return an array, one-dimensional, in the item type it was written with.

        Raises:
            PolicytextError: The file has no such array.
        """
        if name not in self._views:
            if name not in self._entries:
                raise self._error
            item_type, start, count = self._entries[name]
            view = memoryview(self._mapped)[start : start + count * _SIZES[item_type]]
            self._views[name] = view if item_type == "B" else view.cast(item_type)  # type: ignore[call-overload,unused-ignore]
        return self._views[name]

    def close(self) -> None:
        """Release the memory; the arrays can't be used afterwards."""
        for view in self._views.values():
            view.release()
        self._views.clear()
        self._mapped.close()

    def __enter__(self) -> "ArrayFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def load_arrays(path: str, message: str = "typos-model") -> ArrayFile:
    """Open a file of arrays.

    Args:
        path: The file.
        message: The key of the message for a file that can't be used.

    Raises:
        PolicytextError: The file is missing, of another format, or cut short.
    """
    unusable = PolicytextError(message, path=path)
    try:
        with open(path, "rb") as file:
            head = file.read(len(_MAGIC) + 4)
            if len(head) < len(_MAGIC) + 4 or not head.startswith(_MAGIC):
                raise unusable
            (length,) = struct.unpack("<I", head[len(_MAGIC) :])
            header = json.loads(file.read(length))
            size = os.fstat(file.fileno()).st_size
            entries = {name: _parse_entry(entry, size) for name, entry in header["arrays"].items()}
            if size != header["size"]:
                raise unusable
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            return ArrayFile(path, mapped, entries, header["record"], unusable)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise unusable from error


def _parse_entry(entry: Sequence[Any], file_size: int) -> tuple[str, int, int]:
    """Return the item type, first byte and number of items of an array.

    Raises:
        ValueError: The array would end behind the end of the file.
    """
    item_type, start, count = str(entry[0]), int(entry[1]), int(entry[2])
    if start < 0 or count < 0 or start + count * _SIZES[item_type] > file_size:
        raise ValueError("an array beyond the end of its file")
    return item_type, start, count


def write_arrays(path: str, arrays: Mapping[str, Any], record: Mapping[str, Any]) -> None:
    """Write arrays and their record; the same arrays give the same bytes.

    Args:
        path: The file, replaced only when the new one is complete.
        arrays: `array.array` or numpy arrays of one dimension.
        record: What the arrays were made from, in types that JSON has.
    """
    if sys.byteorder != "little":
        raise NotImplementedError("files of arrays are little-endian")
    views = {name: memoryview(values).cast("B") for name, values in arrays.items()}
    item_types = {name: _item_type(memoryview(values)) for name, values in arrays.items()}

    def format_header(base: int) -> tuple[bytes, int]:
        offset, entries = base, {}
        for name, view in views.items():
            entries[name] = (item_types[name], offset, len(view) // _SIZES[item_types[name]])
            offset += -(-len(view) // _ALIGN) * _ALIGN
        fields = {"arrays": entries, "record": record, "size": offset}
        return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode(), offset

    # The header's length depends on the offsets in it, and these on its length: repeat until it fits.
    base, content = 0, format_header(0)[0]
    while base < len(_MAGIC) + 4 + len(content):
        base = -(-(len(_MAGIC) + 4 + len(content)) // _ALIGN) * _ALIGN
        content = format_header(base)[0]
    content = content.ljust(base - len(_MAGIC) - 4)
    temporary = f"{path}.{os.getpid()}.tmp"
    with open(temporary, "wb") as file:
        file.write(_MAGIC + struct.pack("<I", len(content)) + content)
        for view in views.values():
            file.write(view)
            file.write(bytes(-len(view) % _ALIGN))
    os.replace(temporary, path)


def _item_type(view: memoryview) -> str:
    # numpy names its 64-bit integers as the platform's C compiler does.
    item_type = {"L": "Q" if view.itemsize == 8 else "I"}.get(view.format, view.format)
    if item_type not in _SIZES or view.ndim != 1:
        raise ValueError(f"no array of one dimension of a known type: {view.format}, {view.ndim}")
    return item_type
