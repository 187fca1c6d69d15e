"""The reference page of all fields, ``docs/fields.md``, written from the tables.

``python -m policytext.formats.fields.reference > docs/fields.md`` writes it anew.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from policytext.formats.fields import Field, RecordType, list_record_keys, load_record_type

_HEAD = """# Fields · 字段

The fields of each record type, in the order of their JSON keys. The keys are those of JSON and JSON Lines and the columns of
Parquet files. The column *in tables* has the names of columns in CSV, TSV and workbooks, where nested fields are flat. The titles in
the last two columns are the headers of `--spreadsheet` and of workbooks.

以下列出每类记录的字段，按 JSON 中的次序排列。“in tables”一列是 CSV、TSV 和工作簿的列名，两种语言的标题用作 `--spreadsheet` 和工作簿的表头。

Types · 类型: `decimal` is a decimal number written as a text, `list of …` a list, `map of …` an object whose keys are data.
`?` marks a key that is absent when it has no value, such as `location` in plain text. This page is generated from the tables in
`policytext/formats/fields/`.

类型：`decimal` 为以文本表示的十进制数，`list of …` 为列表，`map of …` 为键名即数据的对象；`?` 表示没有值时不出现的键。
"""


def format_reference() -> str:
    """Return the page as Markdown.

    >>> [line for line in format_reference().splitlines() if line.startswith("| `marker`")]
    ['| `marker` | text | `marker` | 编号 | Marker |']
    """
    from policytext.formats.fields import files

    sections = [_HEAD, *_format_section("files", files.RECORD, with_columns=False)]
    for key in list_record_keys():
        sections += _format_section(key, load_record_type(key))
    return "\n".join(sections) + "\n"


def _format_section(key: str, record_type: RecordType, *, with_columns: bool = True) -> Iterator[str]:
    yield f"## {record_type.english} · {record_type.chinese}\n"
    yield f'`{key}` in the JSON, `"type": "{record_type.name}"` in JSON Lines.\n'
    yield "| key | type | in tables | 中文 | English |"
    yield "|---|---|---|---|---|"
    columns = {column.key for column in record_type.columns} if with_columns else set()
    yield from _format_rows(record_type.fields, columns)
    if record_type.nested:
        yield f"| `{record_type.nested}` | list of records | – | 下级 | Nested records (JSON only) |"
    yield ""


def _format_rows(fields: Sequence[Field], columns: set[str], prefix: str = "") -> Iterator[str]:
    for field in fields:
        own = field.columns if field.columns is not None else (field,)
        shown = " ".join([f"`{column.key}`" for column in own if column.key in columns]) or "–"
        optional = "" if field.present == "always" else "?"
        kind, below = _describe_type(field.type)
        yield (
            f"| `{prefix}{field.key}`{optional} | {kind} | {shown} | {field.title('zh')} | {field.title('en')} |"
        )
        yield from _format_rows(below, set(), f"{prefix}{field.key}.")


def _describe_type(kind: Any) -> tuple[str, Sequence[Field]]:
    """Return a type in words, and the fields of the records in it."""
    if isinstance(kind, tuple):
        return "record", kind
    if isinstance(kind, str):
        return "text" if kind == "message" else kind, ()
    word, below = ("list", kind[0]) if isinstance(kind, list) else ("map", kind["*"])
    name, fields = _describe_type(below)
    return f"{word} of {name}s" if name in ("record", "text", "int") else f"{word} of {name}", fields


if __name__ == "__main__":
    sys.stdout.write(format_reference())
