"""The lines of a text, each with the paragraph, element or page that it was extracted from."""

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import END, LINE, START, TEXT
from policytext.model.statistics import TextLine

RECORD = RecordType(
    name="line",
    chinese="文本",
    english="Lines",
    model=TextLine,
    fields=(
        LINE,
        START,
        END,
        Field("location", "text", "原文件位置", "Location"),
        TEXT,
    ),
)
