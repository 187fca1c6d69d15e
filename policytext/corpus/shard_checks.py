"""Whether the files of a shard are whole, told by their footers alone: no data is read.

A Parquet file ends with a footer that says where every column begins, how many rows there are, the schema, and the
least and greatest values. The documents file, which is written last, notes the size and a digest of the footer of every
other table. So a file that is missing, cut off, written over, of another schema or of another shard is noticed. Bytes
that change in the middle of a file are not: each page has a checksum, which readers can verify.
"""

import json
import os
from collections.abc import Callable, Sequence
from typing import Any

from policytext.corpus.tables import described, footer, schema_of, wanted_tables
from policytext.errors import ConfigError

_DOCUMENTS = "documents"


def checked(file: Callable[[str, int], str], number: int, what: Sequence[str]) -> dict[str, Any]:
    """What a shard's documents file notes of the shard.

    Args:
        file: the path of a table's file, by table and number.
        number: the shard's number.
        what: the kinds of answer that the run was for.

    Raises:
        ConfigError: one of the files is not whole; its path says which.
    """
    path = file(_DOCUMENTS, number)
    about = _noted(path)
    files = about.get("files")
    if about.get("number") != number or not isinstance(files, dict):
        raise _broken(path)
    for table in wanted_tables(what):
        if table != _DOCUMENTS and (table not in files or files[table] != footer(file(table, number))):
            raise _broken(file(table, number))
    return about


def _noted(path: str) -> dict[str, Any]:
    """The note in a documents file that agrees with the file itself."""
    try:
        found, schema = described(path)
        about = json.loads(found.metadata[b"shard"])
        whole = (
            schema.equals(schema_of(_DOCUMENTS))
            and schema_of(_DOCUMENTS).metadata.items() <= found.metadata.items()
            and found.num_rows == about["rows"][_DOCUMENTS]
            and _end(found) + found.serialized_size + 8 == os.stat(path).st_size
        )
    except (OSError, KeyError, ValueError, TypeError):
        raise _broken(path) from None
    if not whole:
        raise _broken(path)
    return dict(about)


def _end(footer: Any) -> int:
    """Where the last column ends, and the footer begins."""
    end = 4  # the file's first bytes are its mark
    for group in map(footer.row_group, range(footer.num_row_groups)):
        for column in map(group.column, range(group.num_columns)):
            first = column.dictionary_page_offset if column.has_dictionary_page else column.data_page_offset
            end = max(end, first + column.total_compressed_size)
    return end


def _broken(path: str) -> ConfigError:
    return ConfigError("corpus-broken", path=path)
