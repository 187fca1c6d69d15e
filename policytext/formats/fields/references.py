"""Citations of places in the text."""

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import ADDRESS, COLUMN, END, LINE, LOCATION, START, TEXT
from policytext.model.annotations import Reference

RECORD = RecordType(
    name="reference",
    chinese="引用",
    english="References",
    model=Reference,
    fields=(
        Field("kind", "text", "类型", "Kind"),
        Field("status", "text", "是否找到", "Status"),
        START,
        END,
        TEXT,
        Field(
            "targets",
            ["text"],
            "所引位置",
            "Targets",
            columns=(
                Field("targets", "text", "所引位置", "Targets", lambda found: " | ".join(found.targets)),
            ),
        ),
        Field("name", "text", "所引文件", "Cited document"),
        ADDRESS,
        LINE,
        COLUMN,
        LOCATION,
    ),
)
