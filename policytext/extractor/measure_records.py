"""The records of commitments: what a clause promises, with who acts and by when."""

from typing import NamedTuple

from policytext.extractor.clauses import ClauseView
from policytext.extractor.commitment_grammar import decide_modality
from policytext.extractor.framed_dates import find_plan_end
from policytext.extractor.predicates import Predicate
from policytext.extractor.responsibility import Responsibility
from policytext.model.annotations import DateRef, Measure
from policytext.model.document import Span

_REACH = 400  # characters back in which a date is looked for, however long the sentence


class Subject(NamedTuple):
    """Who acts in the clauses of a sentence, until another subject follows."""

    actor: str = ""
    supporting: tuple[str, ...] = ()
    modal: str = ""
    #: Whether it is one who promises nothing: the clauses that follow are skipped.
    is_other: bool = False


NOBODY = Subject()


def add_responsible(measure: Measure, named: Subject) -> Measure:
    """Return a commitment with the bodies that a clause of its own names: …，由市教育局牵头，市财政局配合."""
    actor = measure.actor or named.actor or None
    return measure._replace(actor=actor, supporting=measure.supporting or named.supporting)


class MeasureRecords:
    """Builds the records of one document.

    Args:
        view: The document.
    """

    def __init__(self, view: ClauseView) -> None:
        self.view = view
        self._plan_end = find_plan_end(view, view.plan_period)

    def build(
        self, found: Predicate, subject: Subject, closing: Responsibility | None, sentence: Span
    ) -> Measure:
        """Build the record of a promise.

        Args:
            found: The promise.
            subject: Who acts.
            closing: The responsible bodies that a bracket or a line names, or None.
            sentence: The span of the sentence.
        """
        view, start, end = self.view, found.start, found.end
        span = view.text_view.original_span(start, end)
        modality, strength = decide_modality(subject.modal, view.text[slice(*found.verb)], view.cues)
        return Measure(
            span=span,
            text=view.quote(start, end),
            verb=view.quote(*found.verb),
            object=view.quote(*found.object) if found.object else "",
            modality=modality,
            strength=strength,
            actor=subject.actor or (closing.lead if closing else None) or None,
            supporting=subject.supporting or (closing.supporting if closing and not subject.actor else ()),
            date=self._find_date(start, sentence),
            address=view.prepared.address_at(span[0]),
            complement=view.quote(*found.complement) if found.complement else "",
        )

    def _find_date(self, start: int, sentence: Span) -> DateRef | None:
        """Find the deadline: the last date before the verb in its sentence, or the end of the plan."""
        view = self.view
        for mention in reversed(view.dates_between(max(sentence[0], start - _REACH), start)):
            if not mention.compared:
                return view.locate_date(mention)
        return self._plan_end
