"""The places of a term, with the words on both sides."""

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import ADDRESS, COLUMN, END, LINE, LOCATION, START, TEXT
from policytext.model.statistics import Context

RECORD = RecordType(
    name="context",
    chinese="上下文",
    english="Contexts",
    model=Context,
    fields=(
        START._replace(column_after="address"),
        END._replace(column_after="start"),
        TEXT._replace(column_after="left"),
        Field("left", "text", "前文", "Before"),
        Field("right", "text", "后文", "After"),
        ADDRESS,
        LINE,
        COLUMN,
        LOCATION,
    ),
)
