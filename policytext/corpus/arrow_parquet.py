"""A Parquet file as an input: its row groups, and their rows."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from policytext.corpus.arrow import import_pyarrow
from policytext.corpus.job import Job
from policytext.corpus.rows import Row, make_row
from policytext.errors import ReadError
from policytext.readers import replace_unprintable

#: Rows that are read at a time: a plan may have a megabyte.
_AT_ONCE = 64


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
        """Return the rows of each row group, and the bytes of some columns, unpacked and as stored."""
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

    def rows(self, groups: Sequence[int], first: int, job: Job) -> Iterator[Row]:
        """Return the rows of some row groups.

        Args:
            groups: their numbers.
            first: the number of the first row.
            job: says which columns.

        Raises:
            ReadError: the file is damaged.
        """
        pyarrow = import_pyarrow()
        columns = [job.read_options.column or "text", *((job.id_column,) if job.id_column else ()), *job.keep]
        number = first
        try:
            for batch in self._file.iter_batches(
                _AT_ONCE, row_groups=list(groups), columns=columns, use_threads=False
            ):
                for cells in zip(*(batch.column(name).to_pylist() for name in columns), strict=True):
                    yield make_row(number, list(cells), job)
                    number += 1
        except (pyarrow.ArrowException, OSError) as error:
            detail = " ".join(str(error).split())[:120]
            raise ReadError("damaged-parquet", path=replace_unprintable(self._path), reason=detail) from None
