"""Passages: the service domain of each sentence, and the terms that decided it."""

from policytext.formats.fields import Field, RecordType
from policytext.formats.fields._common import ADDRESS, COLUMN, DOMAIN, END, LINE, LOCATION, START, TEXT
from policytext.formats.fields._compile import drop_zero_fraction
from policytext.model.annotations import Passage

_TERM = (
    TEXT,
    START,
    END,
    Field("weight", "number", "权重", "Weight"),
    DOMAIN,
)


def _format_terms(passage: Passage) -> str:
    return "; ".join([f"{term.text} {drop_zero_fraction(term.weight):g}" for term in passage.terms])


RECORD = RecordType(
    name="domain",
    chinese="领域",
    english="Domains",
    model=Passage,
    fields=(
        DOMAIN,
        Field("score", "number", "得分", "Score"),
        Field("margin", "number", "领先分值", "Margin"),
        START,
        END,
        ADDRESS,
        Field(
            "terms",
            [_TERM],
            "依据词",
            "Terms",
            columns=(Field("terms", "text", "依据词", "Terms", _format_terms),),
        ),
        Field("topic", "text", "子主题", "Topic"),
        Field("prior", "text", "上文领域", "Prior domain"),
        LINE,
        COLUMN,
        TEXT,
        LOCATION,
    ),
)
