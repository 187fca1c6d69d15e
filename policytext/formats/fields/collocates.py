"""The words that stand near a term."""

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import LOG_LIKELIHOOD, LOG_RATIO
from policytext.model.statistics import Collocate

RECORD = RecordType(
    name="collocate",
    chinese="搭配词",
    english="Collocates",
    model=Collocate,
    fields=(
        Field("term", "text", "词", "Term"),
        Field("count", "int", "次数", "Count", "frequency"),
        Field("elsewhere", "int", "其他位置次数", "Count elsewhere"),
        LOG_LIKELIHOOD,
        LOG_RATIO,
    ),
)
