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

#: Where the figure of a commitment stands.
_PLACE = (Field("start", "int", "起始", "Start"), Field("end", "int", "结束", "End"))

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
        Field("complement", "text", "补语", "Complement", lambda measure: measure.complement or None),
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
        Field("indicator", _PLACE, "所含指标位置", "Indicator", columns=()),
        DOMAIN,
        ADDRESS,
        LINE,
        COLUMN,
        LOCATION,
    ),
)  # fmt: skip
