"""What a document says of itself at its head and its end: titles, issuers, dates, and the frame it gives to its text.

>>> Years(2026, 2030).start, Years(2026, 2030).end
('2026-01-01', '2030-12-31')
"""

from typing import Literal

from policytext.model.records import NamedTuple
from policytext.model.span import Span

TitleRole = Literal["main", "subtitle", "attached", "annex"]
DateRole = Literal[
    "issued", "delivered", "adopted", "approved", "amended", "in-force", "repealed", "published", "file-name"
]
#: What a document is; None where nothing decides.
DocumentKind = Literal[
    "law",
    "order",
    "decision",
    "plan",
    "opinion",
    "notice",
    "announcement",
    "reply",
    "letter",
    "report",
    "budget",
    "communique",
    "speech",
    "minutes",
    "standard",
]
Region = Literal["mainland", "hk", "mo", "tw"]


class StatedFields(NamedTuple):
    """What a file states about its document outside the text: the box and the head of a web page.

    Args:
        title: the title, without the name of the site.
        date: ISO 8601; the date of the document where it is stated, else that of its publication.
        issuer: the issuing body.
        source: where the text comes from (来源).
        document_number: as written.
    """

    title: str | None = None
    date: str | None = None
    issuer: str | None = None
    source: str | None = None
    document_number: str | None = None


class DocumentTitle(NamedTuple):
    """A title of a document, or of one that is attached to it.

    Args:
        role: the main title, the line with a dash below it, the title of a document that a notice issues, or of an annex.
        text: the title on one line.
        span: where it stands; None where only the file states it.
    """

    role: TitleRole
    text: str
    span: Span | None


class DocumentDate(NamedTuple):
    """A date of a document.

    Args:
        role: what happened on it. ``published`` is the day of a web page, ``file-name`` that of the file's name.
        date: ISO 8601: a day, or a year where no more is known.
        span: where it stands; None where the file states it outside the text.
    """

    role: DateRole
    date: str
    span: Span | None


class Years(NamedTuple):
    """A range of years, both included."""

    first: int
    last: int

    @property
    def start(self) -> str:
        """The first day in ISO 8601."""
        return f"{self.first}-01-01"

    @property
    def end(self) -> str:
        """The last day in ISO 8601."""
        return f"{self.last}-12-31"


class Frame(NamedTuple):
    """What the text of a document is to be read in.

    Args:
        kind: what the document is, by its title.
        attached: what the document is that it issues or forwards.
        year: the year that it speaks in.
        review: the years that it reviews.
        plan: the years that it plans.
        region: whose institutions speak. The profile of a document says which standards of writing it follows: a
            Hong Kong text in Simplified characters follows those of the mainland.
    """

    kind: DocumentKind | None = None
    attached: DocumentKind | None = None
    year: int | None = None
    review: Years | None = None
    plan: Years | None = None
    region: Region | None = None
