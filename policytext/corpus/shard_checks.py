"""Checks that the files of a shard are complete, by their footers alone: no data is read.

A Parquet file ends with a footer that says where every column begins, how many rows there are, the schema, and the
least and greatest values. The documents file, which is written last, notes the size and a digest of the footer of every
other table. So a file that is missing, cut off, written over, of another schema or of another shard is noticed. Bytes
that change in the middle of a file are not: each page has a checksum, which readers can verify.
"""

import json
import os
from collections.abc import Callable, Sequence
from typing import Any

from policytext.corpus.tables import list_tables, make_schema, read_footer, read_metadata
from policytext.errors import ConfigError

_DOCUMENTS = "documents"


def check_shard(file: Callable[[str, int], str], number: int, what: Sequence[str]) -> dict[str, Any]:
    """Check the files of a shard, and return the note in its documents file.

    Args:
        file: the path of a table's file, by table and number.
        number: the shard's number.
        what: the kinds of answer that the run was for.

    Raises:
        ConfigError: one of the files is not whole; its path says which.
    """
    path = file(_DOCUMENTS, number)
    about = _read_note(path)
    files = about.get("files")
    if about.get("number") != number or not isinstance(files, dict):
        raise _make_error(path)
    for table in list_tables(what):
        if table != _DOCUMENTS and (table not in files or files[table] != read_footer(file(table, number))):
            raise _make_error(file(table, number))
    return about


def _read_note(path: str) -> dict[str, Any]:
    """Return the note in a documents file, which must agree with the file itself."""
    try:
        found, schema = read_metadata(path)
        about = json.loads(found.metadata[b"shard"])
        whole = (
            schema.equals(make_schema(_DOCUMENTS))
            and make_schema(_DOCUMENTS).metadata.items() <= found.metadata.items()
            and found.num_rows == about["rows"][_DOCUMENTS]
            and _find_end(found) + found.serialized_size + 8 == os.stat(path).st_size
        )
    except (OSError, KeyError, ValueError, TypeError):
        raise _make_error(path) from None
    if not whole:
        raise _make_error(path)
    return dict(about)


def _find_end(footer: Any) -> int:
    """Return the offset at which the last column ends and the footer begins."""
    end = 4  # the file's first bytes are its mark
    for group in map(footer.row_group, range(footer.num_row_groups)):
        for column in map(group.column, range(group.num_columns)):
            first = column.dictionary_page_offset if column.has_dictionary_page else column.data_page_offset
            end = max(end, first + column.total_compressed_size)
    return end


def _make_error(path: str) -> ConfigError:
    return ConfigError("corpus-broken", path=path)
