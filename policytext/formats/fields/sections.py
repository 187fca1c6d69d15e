"""Sections of the outline."""

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import ADDRESS, COLUMN, DOMAIN, END, LINE, LOCATION, START
from policytext.model.document import Section

RECORD = RecordType(
    name="section",
    chinese="标题",
    english="Sections",
    model=Section,
    nested="sections",
    fields=(
        Field("kind", "text", "类型", "Kind"),
        Field("level", "int", "层级", "Level"),
        Field("marker", "text", "编号", "Marker"),
        Field("ordinal", "int", "序号", "Ordinal"),
        Field("title", "text", "标题", "Title"),
        START,
        END,
        Field("title_start", "int", "标题起始", "Title start", "title_span.start"),
        Field("title_end", "int", "标题结束", "Title end", "title_span.end"),
        LINE,
        COLUMN,
        ADDRESS,
        DOMAIN,
        LOCATION,
    ),
)
