"""Commitments in words."""

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import (
    ACTOR,
    ADDRESS,
    COLUMN,
    DATE,
    DOMAIN,
    END,
    LINE,
    LOCATION,
    START,
    TEXT,
)  # fmt: skip
from policytext.model.annotations import Measure

RECORD = RecordType(
    name="measure",
    chinese="举措",
    english="Measures",
    model=Measure,
    fields=(
        START._replace(column_after="address"),
        END._replace(column_after="start"),
        TEXT._replace(column_after="column"),
        Field("verb", "text", "动词", "Verb"),
        Field("object", "text", "对象", "Object"),
        Field("modality", "text", "情态", "Modality", lambda measure: measure.modality or None),
        Field("strength", "int", "强度", "Strength"),
        ACTOR,
        Field(
            "supporting", ["text"], "配合单位", "Supporting",
            columns=(
                Field("supporting", "text", "配合单位", "Supporting", lambda measure: "、".join(measure.supporting)),
            ),
        ),
        Field(
            "date", DATE, "时间", "Date",
            columns=(
                Field("date", "text", "时间", "Date", "date?.text"),
                Field("date_end", "text", "止", "To", "date?.end"),
            ),
        ),
        DOMAIN,
        ADDRESS,
        LINE,
        COLUMN,
        LOCATION,
    ),
)  # fmt: skip
