"""Indicators whose value is that nothing happens: 重大安全事故零发生."""

from collections.abc import Iterator

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues
from policytext.extractor.date_links import link_date
from policytext.extractor.noun_phrases import find_name_before
from policytext.extractor.quantities import Quantity
from policytext.extractor.quantity_context import QuantityContext
from policytext.extractor.status import decide_status
from policytext.model.annotations import Indicator, Status
from policytext.model.document import Span

# Template: a slot in braces is a list in `rules/targets`.
_ZERO_EVENTS = "(?P<name>[^,。;:]{2,24}?)零(?:{events})"


def find_zero_events(
    view: ClauseView, sentence: Span, cues: TargetCues, before: Status | None
) -> Iterator[Indicator]:
    """Find the indicators of a sentence whose value is zero events.

    Args:
        view: The document.
        sentence: The span of the sentence.
        cues: The cues.
        before: The status of the indicator before, or None.
    """
    from decimal import Decimal

    for match in cues.patterns[_ZERO_EVENTS].finditer(view.text, *sentence):
        event = match.end("name")
        figure = Quantity(event, match.end(), event, match.end(), Decimal(0), None, "起", "=")
        place = QuantityContext(Span(*match.span()), sentence, figure, None)
        when, _ = link_date(view, place, None)
        decision = decide_status(view, place.clause, sentence, figure.first, when, before)
        span = view.text_view.original_span(*match.span())
        name = find_name_before(match["name"], cues) or match["name"]
        yield Indicator(
            span=span,
            text=view.prepared.text[span[0] : span[1]],
            status=decision.status,
            name=view.quote_original(name, *match.span()),
            value=Decimal(0),
            value_high=None,
            unit="起",
            comparator="=",
            date=when,
            address=view.prepared.address_at(span[0]),
            rule="target/none",
            confidence=0.8,
            evidence=decision.evidence,
            written=view.quote(figure.start, figure.end),
        )
