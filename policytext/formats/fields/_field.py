"""What a field is: its key, type and titles, and how it is read off a record."""

from collections.abc import Callable
from enum import Enum
from json.encoder import JSONEncoder, encode_basestring
from typing import Any, Literal

from policytext.messages import Lang
from policytext.model.records import NamedTuple

Cell = str | int | float | None
#: The type of a value in a schema: "text", "int", "float", "number" (a float, written without ".0" where it is
#: whole), a list ``[type]``, a record ``{"key": type}``, or a map from texts ``{"*": type}``.
Type = str | list[Any] | dict[str, Any]
Schema = dict[str, Type]
Values = tuple[Any, ...]

quote: Callable[[Any], str] = encode_basestring

# Compact, because an indent would switch off the encoder written in C; records are trees, never circles.
dumps: Callable[[Any], str] = JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":")
).encode


class Computed(Enum):
    """What is read off the source: places of the record's own fields ``start`` and ``end``."""

    LINE = "line"
    COLUMN = "column"
    END_LINE = "end_line"
    END_COLUMN = "end_column"
    LOCATION = "location"


class Field(NamedTuple):
    """One field of a record type.

    Args:
        key: its key in the JSON, and the name of its column.
        type: a `Type`, with two more texts and with nested records as tuples of fields: "decimal" is written as a
            text and is a number in a workbook, "message" is a text in the user's language.
        chinese, english: its title in a spreadsheet.
        read: how it is read: the path of an attribute (``span.start``; ``?.`` stops at None), a function of the
            record, or a place that is computed; the attribute named by the key if empty.
        columns: the columns that show it in a table; one with its own value if None.
        column_after: the column that its columns stand behind, where a table has another order than the JSON.
        present: when a JSON record has it: always, only where the text was extracted from another file, or only
            where it is not empty. The last two stand at the end.
    """

    key: str
    type: Any
    chinese: str
    english: str
    read: str | Computed | Callable[[Any], Any] = ""
    columns: tuple["Field", ...] | None = None
    column_after: str = ""
    present: Literal["always", "extracted", "not-empty"] = "always"

    def title(self, lang: Lang) -> str:
        """Return the title in a language."""
        return self.chinese if lang == "zh" else self.english
