"""Tables in the text."""

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import COLUMN, END, LINE, LOCATION, START
from policytext.model.document import Table

_CELL = (
    Field("row", "int", "行序", "Row"),
    Field("column", "int", "列序", "Column"),
    Field("row_span", "int", "跨行", "Row span"),
    Field("column_span", "int", "跨列", "Column span"),
    START,
    END,
    Field("text", "text", "内容", "Text"),
)


def _join_first_row(table: Table) -> str:
    return " | ".join(cell.text for cell in table.cells if cell.row == 0)


RECORD = RecordType(
    name="table",
    chinese="表格",
    english="Tables",
    model=Table,
    fields=(
        START,
        END,
        LINE,
        COLUMN,
        Field("rows", "int", "行数", "Rows", "height"),
        Field("columns", "int", "列数", "Columns", "width"),
        Field(
            "cells",
            [_CELL],
            "单元格",
            "Cells",
            columns=(Field("head", "text", "表头", "Head", _join_first_row),),
        ),
        LOCATION,
    ),
)
