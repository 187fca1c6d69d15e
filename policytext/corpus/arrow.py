"""pyarrow, imported when it is needed, and the streams that it unpacks.

>>> import io, gzip
>>> open_unpacked(io.BytesIO(gzip.compress(b"text")), "gzip").read(9)
b'text'
"""

from types import ModuleType
from typing import Any, BinaryIO, cast

from policytext.errors import ConfigError


def import_pyarrow() -> ModuleType:
    """Import pyarrow.

    Raises:
        ConfigError: it is not installed.
    """
    try:
        import pyarrow
    except ImportError:
        raise ConfigError("needs-extra", name="pyarrow", extra="corpus") from None
    return cast(ModuleType, pyarrow)


def open_unpacked(file: BinaryIO, kind: str) -> Any:
    """Open a packed stream for reading its content.

    Args:
        file: the packed bytes.
        kind: "gzip", "zstd" or "bz2".
    """
    pyarrow = import_pyarrow()
    return pyarrow.CompressedInputStream(pyarrow.PythonFile(file, mode="r"), kind)
