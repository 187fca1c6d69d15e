"""What is found in the sentences of a text and in the rows of its tables, joined.

A row is no sentence: what was read across its cells is left out.
"""

from collections.abc import Sequence
from typing import TypeVar

from policytext.model.annotations import Indicator, Measure
from policytext.model.document import Cell, Span
from policytext.text.cell_index import CellIndex

_Annotation = TypeVar("_Annotation", Indicator, Measure)

_MIN_CELL = 8  # characters of a cell that may hold a sentence


def merge_table_rows(
    cells: CellIndex, annotations: Sequence[_Annotation], rows: Sequence[_Annotation]
) -> list[_Annotation]:
    """Return the annotations of the text and those of the tables' rows, in reading order.

    Args:
        cells: The cells of the tables.
        annotations: What was found in sentences; inside a table only what one cell of running text holds
            stays, if nothing else was found in its row.
        rows: What was found in rows.
    """
    taken = {cells.find_row(row.span[0]) for row in rows}
    kept: list[_Annotation] = []
    for annotation in annotations:
        first = annotation.span[0], annotation.span[0] + 1
        if not cells.holds(first):
            kept.append(annotation)
            continue
        cell = cells.find(first)
        if (
            cell is not None
            and cells.find_row(annotation.span[0]) not in taken
            and _is_sentence_of(cell, annotation)
        ):
            kept.append(annotation)
    kept.extend(rows)
    kept.sort(key=_get_span)
    return kept


def apply_tasks(
    cells: CellIndex, indicators: Sequence[Indicator], tasks: Sequence[Measure]
) -> list[Indicator]:
    """Return the indicators with the body and the deadline that the row of their task names.

    Args:
        cells: The cells of the tables.
        indicators: The indicators, those in the cells of task tables among them.
        tasks: The commitments of the rows.
    """
    by_row = {cells.find_row(task.span[0]): task for task in tasks}
    applied = []
    for indicator in indicators:
        start = indicator.span[0]
        task = by_row.get(cells.find_row(start)) if cells.holds((start, start + 1)) else None
        if task is not None:
            indicator = indicator._replace(
                actor=task.actor or indicator.actor, date=task.date or indicator.date
            )
        applied.append(indicator)
    return applied


def _get_span(annotation: Indicator | Measure) -> Span:
    return annotation.span


def _is_sentence_of(cell: Cell, annotation: Indicator | Measure) -> bool:
    """Return whether a cell has running text that holds the whole annotation."""
    name = annotation.name if isinstance(annotation, Indicator) else ""
    return len(cell.text) >= _MIN_CELL and annotation.span[1] <= cell.span[1] and name in cell.text
