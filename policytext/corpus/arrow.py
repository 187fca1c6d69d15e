"""Packed streams and Parquet as inputs.

>>> import io, gzip
>>> unpacking(io.BytesIO(gzip.compress(b"text")), "gzip").read(9)
b'text'
"""

from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from policytext.errors import ConfigError, ReadError
from policytext.readers import replace_unprintable

if TYPE_CHECKING:
    from policytext.corpus.job import Job
    from policytext.corpus.splitting import Row

#: Rows that are read at a time: a plan may have a megabyte.
_AT_ONCE = 64


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


class ParquetInput:
    """A Parquet file whose rows are documents.

    Args:
        file: the open file.
        path: what messages call it.

    Raises:
        ReadError: it is no Parquet file.
    """

    def __init__(self, file: BinaryIO, path: str) -> None:
        pyarrow = import_pyarrow()
        from pyarrow import parquet

        self._path = path
        try:
            self._file = parquet.ParquetFile(file, pre_buffer=False)
        except (pyarrow.ArrowException, OSError) as error:
            detail = " ".join(str(error).split())[:120]
            raise ReadError("damaged-parquet", path=replace_unprintable(path), reason=detail) from None
        self.names: list[str] = list(self._file.schema_arrow.names)
        self.count: int = self._file.num_row_groups

    def groups(self, columns: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """Of each row group the rows, and the bytes of some columns, unpacked and as stored."""
        about = self._file.metadata
        for number in range(self.count):
            group = about.row_group(number)
            weight = size = 0
            for at in range(group.num_columns):
                column = group.column(at)
                if column.path_in_schema.split(".", 1)[0] in columns:
                    weight += column.total_uncompressed_size
                    size += column.total_compressed_size
            yield group.num_rows, weight, size

    def rows(self, groups: Sequence[int], first: int, job: "Job") -> Iterator["Row"]:
        """The rows of some row groups.

        Args:
            groups: their numbers.
            first: the number of the first row.
            job: says which columns.

        Raises:
            ReadError: the file is damaged.
        """
        from policytext.corpus.splitting import row

        pyarrow = import_pyarrow()
        columns = [job.manner.column or "text", *((job.id_column,) if job.id_column else ()), *job.keep]
        number = first
        try:
            for batch in self._file.iter_batches(
                _AT_ONCE, row_groups=list(groups), columns=columns, use_threads=False
            ):
                for cells in zip(*(batch.column(name).to_pylist() for name in columns), strict=True):
                    yield row(number, list(cells), job)
                    number += 1
        except (pyarrow.ArrowException, OSError) as error:
            detail = " ".join(str(error).split())[:120]
            raise ReadError("damaged-parquet", path=replace_unprintable(self._path), reason=detail) from None
