"""Commitments in tables: a row's task with the body that is responsible and the deadline of its columns.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> cues = load_cues(load_rules()[0])
>>> text = "任务 | 责任单位 | 完成时限\\n新建社区食堂 | 市民政局、市财政局 | 2030年底\\n"
>>> view = ClauseView(PreparedDocument(parse(Source(text=text))), cues)
>>> tables = read_tables(view.prepared.document.tables, cues)
>>> [(row.verb, row.object, row.actor, row.supporting, row.date.end) for row in find_task_measures(view, tables, cues)]
[('新建', '社区食堂', '市民政局', ('市财政局',), '2030-12-31')]
"""

from collections.abc import Iterable, Iterator, Sequence

from policytext.extractor.clauses import ClauseView
from policytext.extractor.commitment_grammar import decide_modality, read_clause
from policytext.extractor.cues import TargetCues
from policytext.extractor.dates import find_dates
from policytext.extractor.framed_dates import find_plan_end
from policytext.extractor.headed_tables import HeadedTable, read_tables
from policytext.extractor.table_columns import Head, Row
from policytext.model.annotations import DateRef, Measure
from policytext.model.document import Cell, Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.shadow import fold_words

__all__ = ["ClauseView", "find_task_measures", "read_tables"]

_BODIES = LazyPattern(r"[、,，;；/\s]+|(?<=[局委办厅部院会府])(?:和|与|及)")
_LONGEST_BODY = 30


def find_task_measures(view: ClauseView, tables: Iterable[HeadedTable], cues: TargetCues) -> list[Measure]:
    """Find the commitments of the tables that name who does them or by when, in reading order.

    Args:
        view: The document.
        tables: Its tables with a head that is known.
        cues: The cues.
    """
    found: list[Measure] = []
    for table in tables:
        if table.head.find("task") and table.head.find("actor", "date"):
            for row in table.body:
                found += _read_row(view, row, table.head, cues)
    return found


def _read_row(view: ClauseView, row: Row, head: Head, cues: TargetCues) -> Iterator[Measure]:
    """Read the last cell of a row's task columns that begins with a verb: 建设内容 behind 项目名称."""
    for index in reversed(head.find("task", "name")):
        cell = row[index]
        parsed = _parse_cell(cell, cues) if cell else None
        if cell is None or parsed is None:
            continue
        start, (verb, after), end, modal = parsed
        at = cell.span[0]
        actors = list(_list_bodies([row[place] for place in head.find("actor")]))
        supporting = [*actors[1:], *_list_bodies([row[place] for place in head.find("support")])]
        words = view.prepared.text[at + verb : at + after]
        modality, strength = decide_modality(modal, words, cues)
        yield Measure(
            span=Span(at + start, at + end),
            text=cell.text[start:end],
            verb=words,
            object=cell.text[after:end],
            modality=modality,
            strength=strength,
            actor=actors[0] if actors else None,
            supporting=tuple(supporting),
            date=_find_date(view, [row[place] for place in head.find("date")], cues),
            address=view.prepared.address_at(at),
        )
        return


def _parse_cell(cell: Cell, cues: TargetCues) -> tuple[int, tuple[int, int], int, str] | None:
    """Return where the commitment of a cell begins, the span of its verb, its end, and its modal verb."""
    text = fold_words(cell.text)
    end = len(text.rstrip("。;； "))
    parsed = read_clause(text, (0, end), (), cues) if end else None
    if parsed is None or not parsed.predicates or end - parsed.predicates[0].verb[1] < 2:
        return None
    return parsed.predicates[0].start, parsed.predicates[0].verb, end, parsed.modal


def _list_bodies(cells: Sequence[Cell | None]) -> Iterator[str]:
    """Yield the names of bodies in some cells, each once."""
    seen = set()
    for cell in cells:
        for name in _BODIES.split(cell.text) if cell else ():
            bare = name.strip("等。：: ")
            if 1 < len(bare) <= _LONGEST_BODY and bare not in seen:
                seen.add(bare)
                yield bare


def _find_date(view: ClauseView, cells: Sequence[Cell | None], cues: TargetCues) -> DateRef | None:
    """Return the last date in some cells as a deadline, or the end of the plan's period."""
    for cell in cells:
        mentions = find_dates(fold_words(cell.text), view.year, cues) if cell else []
        if cell and mentions:
            when = mentions[-1].when
            start = cell.span[0] + when.span[0]
            span = Span(start, start + when.span[1] - when.span[0])
            return when._replace(span=span, text=view.prepared.text[span[0] : span[1]], role="deadline")
    return find_plan_end(view, view.plan_period)
