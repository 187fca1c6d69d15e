"""The findings of a run counted by rule."""

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import RULE
from policytext.model.statistics import RuleCount

RECORD = RecordType(
    name="rule",
    chinese="规则统计",
    english="Rules",
    model=RuleCount,
    fields=(
        RULE,
        Field("severity", "text", "级别", "Severity"),
        Field("findings", "int", "项数", "Findings"),
        Field("places", "int", "处数", "Places"),
        Field("safe", "int", "可自动改正", "Safe fixes"),
        Field("unsafe", "int", "核对后可改", "Unsafe fixes"),
    ),
)
