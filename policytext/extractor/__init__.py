"""Targets: who promises what, how much, by when, as indicators with figures and measures in words.

Figures and dates are found first, each by its own grammar, then joined clause by clause: a name, a comparison,
a value, a baseline, a date, a status. Every word list comes from the packs in ``rules/targets``.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> found = extract_targets(PreparedDocument(parse(Source(text="到2025年，建成充电桩2万个以上。加强运行监测。"))), load_rules()[0])
>>> [(one.name, str(one.value), one.comparator, one.date.end) for one in found.indicators]
[('充电桩', '20000', '>=', '2025-12-31')]
>>> [one.text for one in found.measures]
['建成充电桩2万个以上', '加强运行监测']
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple, TypeVar

from policytext.extractor.clauses import ClauseView
from policytext.extractor.commitments import find_measures
from policytext.extractor.cues import load_cues
from policytext.extractor.indicator_tables import find_table_indicators, in_table
from policytext.extractor.indicators import find_indicators
from policytext.model.annotations import Indicator, Measure, Passage
from policytext.model.document import Span
from policytext.rulebook.rulebook import Rulebook
from policytext.text.prepared import PreparedDocument

_Mark = TypeVar("_Mark", Indicator, Measure)


class Targets(NamedTuple):
    """What a document promises and reports."""

    indicators: tuple[Indicator, ...]
    measures: tuple[Measure, ...]


def extract_targets(prepared: PreparedDocument, book: Rulebook, passages: Sequence[Passage] = ()) -> Targets:
    """The quantified statements and the commitments of a document, each in reading order.

    Args:
        prepared: the document.
        book: the rules; their lists say what counts as a unit, a verb, a cue.
        passages: what `classifying.domains` found in the same document; without it no domain is told.
    """
    words = load_cues(book)
    reading = ClauseView(prepared, words)
    rows = find_table_indicators(reading, words)
    taken = {one.span[0] for one in rows}
    found = list(find_indicators(reading, words))
    if rows:
        found = [one for one in found if not in_table(reading, one)]
    joined = sorted([*(one for one in found if one.span[0] not in taken), *rows], key=_start)
    known = frozenset(domain.id for domain in book.domains)
    return Targets(
        _placed(joined, passages, known), _placed(list(find_measures(reading, words)), passages, known)
    )


def _start(one: Indicator) -> int:
    return one.span[0]


def _placed(marks: Sequence[_Mark], passages: Sequence[Passage], known: Collection[str]) -> tuple[_Mark, ...]:
    """The marks with the domain of the sentence that each stands in, of its own words, or of the headings above it."""
    if not passages:
        return tuple(marks)
    starts = [passage.span[0] for passage in passages]
    # Where the terms of a passage begin: thousands of marks may stand in one.
    terms: dict[int, list[int]] = {}
    placed = []
    for mark in marks:
        index = max(bisect_right(starts, mark.span[0]) - 1, 0)
        passage = passages[index]
        if index not in terms:
            terms[index] = [term.span[0] for term in passage.terms]
        domain = passage.domain or _own(mark.span, passage, terms[index], known)
        placed.append(mark._replace(domain=domain))
    return tuple(placed)


def _own(span: Span, passage: Passage, starts: Sequence[int], known: Collection[str]) -> str | None:
    """The domain of a mark in a sentence without one: that its own words speak of, or else that of the headings."""
    own = passage.terms[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
    named = {term.domain for term in own}
    if len(named) != 1:
        return passage.prior
    name = named.pop()
    # What only a background speaks of is of no domain, whatever stands above.
    return name if name in known else None
