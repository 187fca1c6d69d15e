"""The marks that analysers leave on a text: passages, findings, indicators and measures.

Everything here is frozen and spelled out by keyword. ``source[mark.span] == mark.text`` holds for every one.
Named tuples, because a corpus makes them by the hundred million.

>>> Edit(Span(2, 4), "账户").text
'账户'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from policytext.model.document import Span

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal

Severity = Literal["error", "warning", "info"]
Safety = Literal["safe", "unsafe"]
Status = Literal["target", "achieved", "baseline", "forecast", "quoted"]
Comparator = Literal["=", ">", ">=", "<", "<=", "~", "range"]
Change = Literal["level", "increase", "decrease", "from-to", "multiply"]
Grain = Literal["year", "half-year", "quarter", "month", "day", "period"]
Role = Literal["deadline", "as-of", "period", "from", "to"]


class Term(NamedTuple):
    """A word that speaks for a domain, where it stands, how much it tells, and for which domain."""

    span: Span
    text: str
    weight: float
    domain: str


#: What each further term of a domain counts beside its heaviest one: many weak terms must not outvote the one that
#: names a domain.
FURTHER_TERM_WEIGHT = 0.5


def score_domain(weights: Collection[float]) -> float:
    """What a domain's terms come to: the heaviest whole, the others half.

    >>> score_domain([3, 2, 1]), score_domain([])
    (4.5, 0)
    """
    heaviest = max(weights, default=0)
    return heaviest + FURTHER_TERM_WEIGHT * (sum(weights) - heaviest) if len(weights) > 1 else heaviest


class Passage(NamedTuple):
    """One sentence, and the service domain that it speaks of.

    Args:
        span: the sentence.
        text: its words.
        domain: the domain's id, None where the evidence is too thin or tied.
        score: the best domain's score.
        margin: how far it lies before the next one.
        address: of the innermost section it stands in, empty outside of all.
        terms: what speaks for `domain`; without one, for every domain that has any evidence.
        topic: the sub-topic of `domain` that most of its terms belong to, None where they belong to none.
        prior: the domain that a heading above names, or the sentence that opens the paragraph; None where none does.
    """

    span: Span
    text: str
    domain: str | None
    score: float
    margin: float
    address: str
    terms: tuple[Term, ...]
    topic: str | None = None
    prior: str | None = None


class Message(NamedTuple):
    """A sentence to people in both languages."""

    zh: str
    en: str


class Edit(NamedTuple):
    """Words to be put in the place of a stretch of text; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A mend: safe where the meaning certainly stays, and edits that do not overlap."""

    safety: Safety
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """A likely mistake.

    Args:
        rule: its rule's name, ``family/slug``.
        severity, confidence: how bad it is, and how probable, from 0 to 1.
        message: what is wrong.
        basis: the standard and clause behind the rule, None where there is none.
        span: where it is; of a storm, its first place.
        text: the words there.
        address: of the innermost section it stands in, empty outside of all.
        also: the other places of a storm of one kind.
        fix: the mend of all its places, None where only a person can know.
        fingerprint: by which it is known again after the text around it has changed.
    """

    rule: str
    severity: Severity
    confidence: float
    message: Message
    basis: str | None
    span: Span
    text: str
    address: str = ""
    also: tuple[Span, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""


class DateRef(NamedTuple):
    """A date or period as written, and the days it covers.

    Args:
        text, span: as written; the text may stand in another sentence than what it dates.
        start, end: ISO 8601 days, both included; None where it is open on that side.
        grain: how exactly it was said.
        role: what it does: the day by which, the day at which, the time during which.
    """

    text: str
    span: Span
    start: str | None
    end: str | None
    grain: Grain
    role: Role


class Baseline(NamedTuple):
    """What an indicator is compared with, in its own unit; without a value where only the date is told."""

    value: Decimal | None
    unit: str
    date: DateRef | None = None


class Indicator(NamedTuple):
    """A quantified statement.

    Args:
        span, text: the statement, from the indicator's name or its first figure to its last figure or unit.
        status: whether it is promised, reached, a point of departure, expected, or somebody else's.
        name: the indicator's name as written, empty where there is none.
        value, value_high: the figure, and the upper end of a range, counted in `unit` (1.2万亿元: 1.2E12, 元).
        unit: in one normal form ("%", "个百分点", "元").
        comparator: as 民法典 article 1259 reads the words around it.
        change: whether the value is a level, a change or a multiple.
        baseline, date: what it is compared with, and when it holds.
        binding: 约束性 or 预期性 where the text says so.
        actor, domain, address: whose it is, which service domain, which section.
        rule, confidence: what found it, and how sure that is.
    """

    span: Span
    text: str
    status: Status
    name: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    comparator: Comparator
    change: Change = "level"
    baseline: Baseline | None = None
    date: DateRef | None = None
    binding: str | None = None
    actor: str | None = None
    domain: str | None = None
    address: str = ""
    rule: str = ""
    confidence: float = 1.0


class Measure(NamedTuple):
    """A commitment in words: a clause that says what will be done.

    Args:
        span, text: the clause from its verb to its end.
        verb, object: what is done, and to what.
        modality: the word that binds or encourages ("应当", "鼓励"), empty where there is none.
        strength: from 0 (encouraged) to 3 (obliged).
        actor, supporting: who leads, and who helps.
        date: by when.
        domain, address: which service domain, which section.
    """

    span: Span
    text: str
    verb: str
    object: str
    modality: str
    strength: int
    actor: str | None = None
    supporting: tuple[str, ...] = ()
    date: DateRef | None = None
    domain: str | None = None
    address: str = ""
