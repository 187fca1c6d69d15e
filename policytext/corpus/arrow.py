"""pyarrow, imported when it is needed, and the streams that it unpacks.

>>> import io, gzip
>>> unpacking(io.BytesIO(gzip.compress(b"text")), "gzip").read(9)
b'text'
"""

from types import ModuleType
from typing import Any, BinaryIO, cast

from policytext.errors import ConfigError


def import_pyarrow() -> ModuleType:
    """pyarrow.

    Raises:
        ConfigError: it is not installed.
    """
    try:
        import pyarrow
    except ImportError:
        raise ConfigError("needs-extra", name="pyarrow", extra="corpus") from None
    return cast(ModuleType, pyarrow)


def unpacking(file: BinaryIO, kind: str) -> Any:
    """A stream of the content of a packed one.

    Args:
        file: the packed bytes.
        kind: "gzip", "zstd" or "bz2".
    """
    pyarrow = import_pyarrow()
    return pyarrow.CompressedInputStream(pyarrow.PythonFile(file, mode="r"), kind)
