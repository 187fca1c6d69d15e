"""The tables of a document whose columns are known: by the words of their head, or by what their figures say.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.outliner.text_tables import find_tables
>>> from policytext.rulebook.packs import load_rules
>>> tables = find_tables("入园率（%） 56.6 65 8.4\\n巩固率（%） 89.7 93 3.3\\n在校生（万人） 310.5 335 24.5\\n")
>>> [column.role for column in read_tables(tables, load_cues(load_rules()[0]))[0].head.columns]
['name', 'baseline', 'target', 'growth']
"""

from collections.abc import Iterable, Sequence

from policytext.extractor.cues import TargetCues
from policytext.extractor.table_columns import Head, Row, read_head
from policytext.extractor.table_growth import infer_head
from policytext.model.document import Table
from policytext.model.records import NamedTuple


class HeadedTable(NamedTuple):
    """A table whose head is known: where it begins, its head, and the rows below."""

    start: int
    head: Head
    body: Sequence[Row]


def read_tables(tables: Iterable[Table], cues: TargetCues) -> list[HeadedTable]:
    """Read the heads of some tables; those with an unknown head are left out."""
    read = []
    for table in tables:
        rows = table.rows()
        if head := read_head(rows, cues) or infer_head(rows, cues):
            read.append(HeadedTable(table.span[0], head, rows[head.rows :]))
    return read
