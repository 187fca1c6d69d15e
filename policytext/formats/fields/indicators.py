"""Quantified statements; in a table a baseline and a date stand in columns of their own."""

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import (
    ACTOR,
    ADDRESS,
    COLUMN,
    CONFIDENCE,
    DATE,
    DOMAIN,
    END,
    LINE,
    LOCATION,
    RULE,
    START,
    TEXT,
)  # fmt: skip
from policytext.model.annotations import Indicator

_BASELINE = (
    Field("value", "decimal", "基数", "Baseline"),
    Field("unit", "text", "基数单位", "Baseline unit", lambda baseline: baseline.unit or None),
    Field("date", DATE, "基期", "Baseline date"),
)

_EVIDENCE = (
    Field("kind", "text", "依据", "Evidence"),
    Field("words", "text", "依据文字", "Evidence words", lambda evidence: evidence.words or None),
)

RECORD = RecordType(
    name="indicator",
    chinese="指标",
    english="Indicators",
    model=Indicator,
    fields=(
        Field("status", "text", "状态", "Status"),
        START._replace(column_after="address"),
        END._replace(column_after="start"),
        TEXT._replace(column_after="column"),
        Field("indicator", "text", "指标", "Indicator", "name"),
        Field("value", "decimal", "数值", "Value"),
        Field("value_high", "decimal", "上限", "Upper value"),
        Field("unit", "text", "单位", "Unit"),
        Field("written", "text", "原文数值", "As written"),
        Field("class", "text", "类别", "Class", "figure_class"),
        Field("comparator", "text", "界限", "Comparator", column_after="indicator"),
        Field("change", "text", "变化", "Change"),
        Field(
            "baseline", _BASELINE, "基数", "Baseline",
            columns=(
                Field("baseline_value", "decimal", "基数", "Baseline", "baseline?.value"),
                Field("baseline_unit", "text", "基数单位", "Baseline unit", "baseline?.unit"),
                Field("baseline_date", "text", "基期", "Baseline date", "baseline?.date?.end"),
            ),
        ),
        Field(
            "date", DATE, "时间", "Date",
            columns=(
                Field("date", "text", "时间", "Date", "date?.text"),
                Field("date_start", "text", "起", "From", "date?.start"),
                Field("date_end", "text", "止", "To", "date?.end"),
                Field("date_role", "text", "时间性质", "Date role", "date?.role"),
            ),
        ),
        Field(
            "evidence", _EVIDENCE, "依据", "Evidence",
            columns=(
                Field("evidence", "text", "依据", "Evidence", "evidence?.kind"),
                Field("evidence_words", "text", "依据文字", "Evidence words", "evidence?.words"),
            ),
        ),
        Field("binding", "text", "约束性", "Binding"),
        ACTOR,
        DOMAIN,
        ADDRESS,
        LINE,
        COLUMN,
        RULE,
        CONFIDENCE,
        LOCATION,
    ),
)  # fmt: skip
