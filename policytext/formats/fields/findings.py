"""Findings of the lint rules, each with its fix and, where it is repeated, its other places."""

from policytext.formats.fields import Computed, Field, RecordType
from policytext.formats.fields._common import (
    ADDRESS,
    COLUMN,
    CONFIDENCE,
    END,
    LINE,
    LOCATION,
    RULE,
    START,
    TEXT,
)  # fmt: skip
from policytext.model.annotations import Finding

_EDIT = (START, END, TEXT)
_FIX = (
    Field("safety", "text", "安全性", "Safety"),
    Field("edits", [_EDIT], "修改", "Edits"),
)
#: A span of text.
_PLACE = (
    START._replace(read="start"),
    END._replace(read="end"),
    LINE,
    COLUMN,
)


def _join_edits(finding: Finding) -> str | None:
    return None if finding.fix is None else "".join([edit.text for edit in finding.fix.edits[:1]])


RECORD = RecordType(
    name="finding",
    chinese="问题",
    english="Findings",
    model=Finding,
    fields=(
        RULE,
        Field("severity", "text", "级别", "Severity"),
        CONFIDENCE,
        Field("message", "message", "说明", "Message"),
        Field("basis", "text", "依据", "Basis"),
        START,
        END,
        LINE,
        COLUMN,
        Field("end_line", "int", "结束行", "End line", Computed.END_LINE),
        Field("end_column", "int", "结束列", "End column", Computed.END_COLUMN),
        TEXT,
        Field("count", "int", "处数", "Count", lambda finding: 1 + len(finding.also)),
        ADDRESS,
        Field(
            "fix", _FIX, "修改建议", "Fix", columns=(Field("fix", "text", "修改建议", "Fix", _join_edits),)
        ),
        Field("fingerprint", "text", "指纹", "Fingerprint"),
        Field("also", [_PLACE], "其他位置", "Other places", present="not-empty"),
        LOCATION,
    ),
)
