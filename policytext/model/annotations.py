"""The annotations that analysers make: passages, findings, indicators and measures.

All are frozen, and ``source[annotation.span] == annotation.text`` holds for each. They are named tuples because a
corpus has hundreds of millions of them.

>>> Edit(Span(2, 4), "账户").text
'账户'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from policytext.model.document import Span
from policytext.model.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal

Severity = Literal["error", "warning", "info"]
Safety = Literal["safe", "unsafe"]
Status = Literal["target", "achieved", "baseline", "forecast", "quoted"]
Comparator = Literal["=", ">", ">=", "<", "<=", "~", "range"]
FigureClass = Literal["target", "subsidy", "fine", "fee", "threshold", "duration"]
Change = Literal["level", "increase", "decrease", "from-to", "multiply"]
Grain = Literal["year", "half-year", "quarter", "month", "day", "period"]
ReferenceStatus = Literal["resolved", "missing", "outside"]
Role = Literal["deadline", "as-of", "period", "from", "to"]


class Term(NamedTuple):
    """A word that is evidence for a domain, with its place and its weight."""

    span: Span
    text: str
    weight: float
    domain: str


#: The factor on every term of a domain but its heaviest: many weak terms must not outvote the one that names a domain.
FURTHER_TERM_WEIGHT = 0.5


def score_domain(weights: Collection[float]) -> float:
    """Return the score of a domain: the heaviest weight plus half of each other.

    >>> score_domain([3, 2, 1]), score_domain([])
    (4.5, 0)
    """
    heaviest = max(weights, default=0)
    return heaviest + FURTHER_TERM_WEIGHT * (sum(weights) - heaviest) if len(weights) > 1 else heaviest


class Passage(NamedTuple):
    """One sentence and the service domain that it belongs to.

    Args:
        span: the sentence.
        text: the sentence's text.
        domain: the domain's id, None where the evidence is too weak or tied.
        score: the best domain's score.
        margin: the difference between the best score and the second.
        address: the address of the innermost section around it, empty outside all sections.
        terms: the evidence for `domain`, or for every candidate where `domain` is None.
        topic: the sub-topic of `domain` that most of its terms belong to, None where they belong to none.
        prior: the domain named by a heading above or by the sentence that opens the paragraph, None without one.
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
    """A message in Chinese and in English."""

    zh: str
    en: str


class Edit(NamedTuple):
    """A replacement of the text at `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A correction: edits that do not overlap, and whether the meaning is certain to stay the same (safe)."""

    safety: Safety
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """A problem that a rule reports.

    Args:
        rule: the rule's name, ``family/slug``.
        severity, confidence: how serious it is, and how probable, from 0 to 1.
        message: the description of the problem.
        basis: the standard and clause behind the rule, None without one.
        span: its place; the first one of a repeated finding.
        text: the text at `span`.
        address: the address of the innermost section around it, empty outside all sections.
        also: the other places of a repeated finding.
        fix: the correction of all its places, None where a person must decide.
        fingerprint: identifies the finding after the text around it has changed.
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
        text, span: as written, possibly in another sentence than the statement it dates.
        start, end: ISO 8601 days, both included; None where it is open on that side.
        grain: its precision.
        role: whether it is a deadline, the day of a measurement, or the period or one end of it.
    """

    text: str
    span: Span
    start: str | None
    end: str | None
    grain: Grain
    role: Role


class Baseline(NamedTuple):
    """The value that an indicator is compared with, in its own unit; None as value where only the date is given."""

    value: Decimal | None
    unit: str
    date: DateRef | None = None


class Evidence(NamedTuple):
    """What decided a status: the kind of evidence (`status-evidence` in `rules/targets`) and its words, if it has any."""

    kind: str
    words: str


class Indicator(NamedTuple):
    """A quantified statement.

    Args:
        span, text: the statement, from the indicator's name or its first figure to its last figure or unit.
        status: whether the figure is a target, achieved, a baseline, a forecast, or quoted from others.
        name: the indicator's name as written, empty where there is none.
        value, value_high: the figure, and the upper end of a range, counted in `unit` (1.2万亿元: 1.2E12, 元).
        unit: in one normal form ("%", "个百分点", "元").
        comparator: as article 1259 of the Civil Code (民法典) defines the words around it.
        change: whether the value is a level, a change or a multiple.
        baseline, date: the value it is compared with, and the date it holds for.
        binding: 约束性 or 预期性 where the text has the word.
        actor, domain, address: the responsible body, the service domain, the section.
        rule, confidence: the rule that found it, and how probable it is.
        written: the figure as printed, with its unit (67665亿元); in a table, as its cell has it.
        figure_class: whether it is a target (or what became of one), or a figure of a rule: a subsidy, a fine, a fee,
            a threshold, a time limit.
        evidence: what decided the status.
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
    written: str = ""
    figure_class: FigureClass = "target"
    evidence: Evidence | None = None


class Measure(NamedTuple):
    """A commitment without a figure: a clause that states what will be done.

    Args:
        span, text: the clause from its verb to its end.
        verb, object: the action and its object.
        modality: the word that obliges or encourages ("应当", "鼓励"), empty without one.
        strength: from 0 (encouraged) to 3 (obliged).
        actor, supporting: the leading body and the supporting ones.
        date: the deadline.
        domain, address: the service domain and the section.
        complement: what else the verb takes (年度计划 of 将老龄事业纳入年度计划), empty without it.
        indicator: the span of the first figure that it holds.
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
    complement: str = ""
    indicator: Span | None = None


class Reference(NamedTuple):
    """A citation of a place in this document or another.

    Args:
        span: the citation: 本法第三条第二款, 第三条至第五条, 前款, 附件1, 《…》.
        text: its text.
        kind: the kind of its last place: part, chapter, section, article, paragraph, item, subitem, annex, box, or title.
        status: whether its sections were found, whether this document has no such place, or whether it cites another
            document or may do so.
        targets: the addresses of the sections; empty unless resolved. A paragraph has the address of its article.
        name: the name of the other document, where it stands before the citation.
        address: the address of the innermost section around it.
    """

    span: Span
    text: str
    kind: str
    status: ReferenceStatus
    targets: tuple[str, ...]
    name: str | None
    address: str
