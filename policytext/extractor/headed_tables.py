"""The tables of a document whose columns are known: by the words of their head, or by what their figures say.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.outliner.text_tables import find_tables
>>> from policytext.rulebook.packs import load_rules
>>> tables = find_tables("入园率（%） 56.6 65 8.4\\n巩固率（%） 89.7 93 3.3\\n在校生（万人） 310.5 335 24.5\\n")
>>> [column.role for column in read_tables(tables, load_cues(load_rules()[0]))[0].head.columns]
['name', 'baseline', 'target', 'growth']
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from policytext.extractor.cues import TargetCues
from policytext.extractor.table_columns import Head, Row, read_head
from policytext.extractor.table_growth import infer_head
from policytext.model.document import Table
from policytext.text.lazy_patterns import LazyPattern

_NUMBER = LazyPattern(r"[(（]?[\d一二三四五六七八九十]{0,3}[)）.、．]?$")
_FEWEST_CELLS = 3


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
            body = [_align(row, head) for row in rows[head.rows :]]
            read.append(HeadedTable(table.span[0], head, body))
    return read


def _align(row: Row, head: Head) -> Row:
    """Return a row with its cells below their heads, where a copy has lost the number that it shares with the row above."""
    if head.columns[0].role != "number" or row[0] is None or (row[-1] and row[-1].text):
        return row
    return row if _NUMBER.match(row[0].text) or len(row) < _FEWEST_CELLS else (None, *row[:-1])
