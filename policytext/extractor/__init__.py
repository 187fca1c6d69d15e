"""Extraction of targets: who promises what, how much, and by when.

A prepared document and the rules come in; out go `Targets`: indicators (quantified statements with a name, a value, a
comparator, a baseline, a date and a status) and measures (commitments in words, with their verb, object and actor).
Figures and dates are found first, each by its own grammar, and then joined clause by clause. Every word list comes from
the packs in ``rules/targets``. ARCHITECTURE.md, "How targets are extracted", says which module does what.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> prepared = PreparedDocument(parse(Source(text="到2025年，建成充电桩2万个以上。加强运行监测。")))
>>> targets = extract_targets(prepared, load_rules()[0])
>>> [(indicator.name, str(indicator.value), indicator.comparator, indicator.date.end) for indicator in targets.indicators]
[('充电桩', '20000', '>=', '2025-12-31')]
>>> [measure.text for measure in targets.measures]
['建成充电桩2万个以上', '加强运行监测']
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from typing import TypeVar

from policytext.extractor.clauses import ClauseView
from policytext.extractor.commitments import find_measures
from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.headed_tables import read_tables
from policytext.extractor.indicator_tables import find_table_indicators
from policytext.extractor.indicators import find_indicators
from policytext.extractor.table_rows import apply_tasks, merge_table_rows
from policytext.extractor.task_tables import find_task_measures
from policytext.model.annotations import Indicator, Measure, Passage
from policytext.model.document import Span
from policytext.model.records import NamedTuple
from policytext.rulebook.rulebook import Rulebook
from policytext.text.cell_index import CellIndex
from policytext.text.joined_text import join_text, to_original
from policytext.text.note_marks import find_note_marks
from policytext.text.prepared import PreparedDocument
from policytext.text.spacing import find_spaces

_Annotation = TypeVar("_Annotation", Indicator, Measure)


class Targets(NamedTuple):
    """The indicators and measures of a document, each in reading order."""

    indicators: tuple[Indicator, ...]
    measures: tuple[Measure, ...]


def extract_targets(
    prepared: PreparedDocument, book: Rulebook, passages: Sequence[Passage] = (), *, standards: bool = False
) -> Targets:
    """Extract the quantified statements and the commitments of a document.

    Args:
        prepared: The document.
        book: The rules; their lists say what counts as a unit, a verb, a cue.
        passages: The document's passages with their domains; without them no target has a domain.
        standards: Whether the indicators hold the figures of rules too: fines, subsidies, fees, thresholds, time limits.
    """
    cuts = sorted((*find_spaces(prepared.text), *find_note_marks(prepared.text)))
    joined = join_text(prepared.document, cuts) if cuts else None
    found = _find_targets(
        PreparedDocument(joined.document) if joined else prepared, load_cues(book), standards
    )
    indicators, measures = to_original(found, joined, prepared.text)
    domains = frozenset(domain.id for domain in book.domains)
    return Targets(
        _assign_domains(indicators, passages, domains), _assign_domains(measures, passages, domains)
    )


def _find_targets(prepared: PreparedDocument, cues: TargetCues, standards: bool) -> Targets:
    view = ClauseView(prepared, cues)
    indicators, measures = list(find_indicators(view, cues)), list(find_measures(view, cues))
    if standards:
        indicators += find_indicators(view, cues, standards=True)
        indicators.sort(key=lambda indicator: indicator.span)
    if prepared.document.tables:
        cells = CellIndex(prepared.document.tables)
        tables = read_tables(prepared.document.tables, cues)
        tasks = find_task_measures(view, tables, cues)
        indicators = merge_table_rows(cells, indicators, find_table_indicators(view, tables, cues))
        indicators = apply_tasks(cells, indicators, tasks)
        measures = merge_table_rows(cells, measures, tasks)
    return Targets(tuple(indicators), _link_figures(measures, indicators))


def _link_figures(measures: Sequence[Measure], indicators: Sequence[Indicator]) -> tuple[Measure, ...]:
    """Return the measures, each with the span of the first figure that it holds."""
    spans = sorted(indicator.span for indicator in indicators)
    linked = []
    for measure in measures:
        index = bisect_left(spans, (measure.span[0],))
        index -= index > 0 and spans[index - 1][1] > measure.span[0]
        held = index < len(spans) and spans[index][0] < measure.span[1]
        linked.append(measure._replace(indicator=spans[index]) if held else measure)
    return tuple(linked)


def _assign_domains(
    annotations: Sequence[_Annotation], passages: Sequence[Passage], domains: Collection[str]
) -> tuple[_Annotation, ...]:
    """Return the annotations with the domain of their sentence, their own words, or the headings above."""
    if not passages:
        return tuple(annotations)
    starts = [passage.span[0] for passage in passages]
    # The starts of the terms of each passage: one passage may have thousands of annotations.
    term_starts: dict[int, list[int]] = {}
    assigned = []
    for annotation in annotations:
        index = max(bisect_right(starts, annotation.span[0]) - 1, 0)
        passage = passages[index]
        if index not in term_starts:
            term_starts[index] = [term.span[0] for term in passage.terms]
        domain = passage.domain or _choose_domain(annotation.span, passage, term_starts[index], domains)
        assigned.append(annotation._replace(domain=domain))
    return tuple(assigned)


def _choose_domain(
    span: Span, passage: Passage, term_starts: Sequence[int], domain_names: Collection[str]
) -> str | None:
    """Return the only domain whose terms occur in the span, or else that of the headings above."""
    terms = passage.terms[bisect_left(term_starts, span[0]) : bisect_left(term_starts, span[1])]
    domains = {term.domain for term in terms}
    if len(domains) != 1:
        return passage.prior
    domain = domains.pop()
    # A term of a background belongs to no domain, whatever the headings say.
    return domain if domain in domain_names else None
