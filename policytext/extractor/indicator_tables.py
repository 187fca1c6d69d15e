"""Indicators in tables: one for each figure, named by its row and dated by its column.

The head says what a column holds: 指标 | 单位 | 2025年 | 2030年 | 属性. The earliest of several years is the baseline
of the others; without a year of its own, a target is due at the end of the plan's period.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> cues = load_cues(load_rules()[0])
>>> text = "指标 | 2020年 | 2025年\\n床位（张） | 1200 | 2600\\n"
>>> view = ClauseView(PreparedDocument(parse(Source(text=text))), cues)
>>> tables = read_tables(view.prepared.document.tables, cues)
>>> [(row.name, row.status, str(row.value), row.unit, row.date.end) for row in find_table_indicators(view, tables, cues)]
[('床位', 'baseline', '1200', '张', '2020-12-31'), ('床位', 'target', '2600', '张', '2025-12-31')]
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, cast

from policytext.extractor.clauses import ClauseView, load_cues
from policytext.extractor.cues import TargetCues
from policytext.extractor.dates import DateMention
from policytext.extractor.framed_dates import find_plan_end
from policytext.extractor.headed_tables import HeadedTable, read_tables
from policytext.extractor.table_columns import VALUES, Column, Head, Row
from policytext.extractor.table_growth import is_difference
from policytext.extractor.table_values import CellValue, parse_value
from policytext.extractor.task_goals import find_goal_in_name
from policytext.extractor.time_frames import find_frames
from policytext.model.annotations import Baseline, Change, Comparator, DateRef, Indicator, Role, Status
from policytext.model.document import Cell, Span
from policytext.text.amounts import normalize_decimal, parse_amount
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.shadow import fold_words

__all__ = ["ClauseView", "find_table_indicators", "load_cues", "read_tables"]

_UNIT = LazyPattern(r"[(（\[]([^()（）\[\]]{1,12})[)）\]]?\s*\d?$")
_ENUMERATOR = LazyPattern(
    r"(?:[(（]?[\d一二三四五六七八九十]{1,3}(?:[)）]|[.、．。](?!\d))|[①-⑳]|其中[:：]?)\s*"
)
_CAPTION = LazyPattern(r"单\s*位\s*[:：]\s*([^\s()（）|,，;；]{1,8})")
_LONGEST_CAPTION = 60  # characters of a line above a table that names its period
_CAPTION_REACH = 60  # characters before a table in which its unit is looked for
_LONGEST_NAME = 40
_RATE = LazyPattern("[率比]$|比[重例]$")
_GOALS = ("value", "target")
_POINTS = "个百分点"
_BINDING = "{indicator-kinds}"


class _Figure(NamedTuple):
    """A figure of a row, with its column and its cell."""

    column: Column
    cell: Cell
    value: CellValue


def find_table_indicators(
    view: ClauseView, tables: Iterable[HeadedTable], cues: TargetCues
) -> list[Indicator]:
    """Find the indicators of some tables, in reading order.

    Args:
        view: The document.
        tables: Its tables with a head that is known.
        cues: The cues.
    """
    found: list[Indicator] = []
    for table in tables:
        if table.head.find("name") and table.head.find(*VALUES):
            found += _read_table(view, table, cues)
    return found


def _read_table(view: ClauseView, table: HeadedTable, cues: TargetCues) -> Iterator[Indicator]:
    caption = _CAPTION.search(view.prepared.text, max(table.start - _CAPTION_REACH, 0), table.start)
    common_unit = fold_words(caption[1]) if caption else ""
    names = table.head.find("name")
    for row in table.body:
        cells = [cell for cell in row if cell is not None and cell.text]
        if len({cell.span for cell in cells}) < 2:  # it names a group of rows
            continue
        label = next((cell for index in reversed(names) if (cell := row[index]) and cell.text), None)
        if label is not None and not label.text.isdecimal():
            yield from _read_row(view, row, table.head, label, common_unit, cues)


def _read_row(
    view: ClauseView, row: Row, head: Head, label: Cell, common_unit: str, cues: TargetCues
) -> Iterator[Indicator]:
    figures = [
        _Figure(head.columns[index], cell, value)
        for index in head.find(*VALUES)
        if (cell := row[index]) and cell is not label and (value := parse_value(cell.text, cues))
    ]
    name, name_unit = _read_name(label)
    if head.find("share") and (goal_inside := find_goal_in_name(view, label, cues)):
        # 新增400张床位 | 438 | 110%: a task with its goal, what was done, and how much of it that is.
        name, name_unit = goal_inside.name, goal_inside.unit
        yield goal_inside._replace(date=_find_title_year(view, "deadline"))
    unit_cells = (cell.text for index in head.find("unit") if (cell := row[index]))
    row_unit = name_unit or next((fold_words(text) for text in unit_cells if text), "") or common_unit
    kinds = (fold_words(cell.text) for index in head.find("kind") if (cell := row[index]))
    binding = next((kind[0] for text in kinds if (kind := cues.patterns[_BINDING].search(text))), None)
    change = _find_change(name, cues)
    if change:
        name = name[: -len(change[0])].rstrip()
    base = _find_baseline(figures, view)
    goal = next((f for f in figures if f is not base and f.column.role in _GOALS), None)
    for figure in figures:
        status = _decide_status(figure, base, figures, view)
        growth_unit = (
            _find_growth_unit(figure, base, goal, name, row_unit) if figure.column.role == "growth" else ""
        )
        written = figure.value.unit or figure.column.unit or growth_unit
        written = written or ("%" if figure.column.role == "share" else row_unit)
        scaled, unit = _apply_scale(figure.value.value, written, cues)
        high = figure.value.value_high and _apply_scale(figure.value.value_high, written, cues)[0]
        yield Indicator(
            span=figure.cell.span,
            text=figure.cell.text,
            status=status,
            name=name,
            value=scaled,
            value_high=high,
            unit=unit,
            comparator=cast(Comparator, figure.value.comparator),
            change=_decide_change(figure, change, base, goal),
            baseline=_build_baseline(view, base, row_unit, cues) if base and base is not figure else None,
            date=_find_date(view, figure, status),
            binding=binding if status == "target" else None,
            address=view.prepared.address_at(figure.cell.span[0]),
            rule="target/table",
            confidence=0.9,
            written=figure.cell.text,
        )


def _read_name(label: Cell) -> tuple[str, str]:
    """Return an indicator's name without its number, and the unit in brackets behind it."""
    words = label.text[-_LONGEST_NAME * 2 :]
    enumerator = _ENUMERATOR.match(words)
    words = words[enumerator.end() :] if enumerator else words
    unit = _UNIT.search(words)
    return (words[: unit.start()] if unit else words).strip()[-_LONGEST_NAME:], fold_words(
        unit[1]
    ) if unit else ""


def _find_change(name: str, cues: TargetCues) -> tuple[str, Change] | None:
    """Return the verb at the end of a name that says which way its figure goes: 能耗降低."""
    folded = fold_words(name)
    for size in (3, 2):
        verb = folded[-size:]
        if len(folded) > size + 1 and (verb in cues.increases or cues.changing.fullmatch(verb)):
            return verb, "increase" if verb in cues.increases else "decrease"
    return None


def _find_growth_unit(
    figure: _Figure, base: _Figure | None, goal: _Figure | None, name: str, unit: str
) -> str:
    """Return the unit of a growth: that of its row if it is the difference of the other figures, else per cent.

    A row without a unit has per cent if it names a rate; a coefficient (利用系数) has none.
    """
    if base and goal and is_difference(base.value.value, goal.value.value, figure.value.value):
        return _POINTS if unit == "%" or (not unit and _RATE.search(fold_words(name))) else unit
    return "%"


def _decide_change(
    figure: _Figure, change: tuple[str, Change] | None, base: _Figure | None, goal: _Figure | None
) -> Change:
    if figure.value.change:
        return cast(Change, figure.value.change)
    if figure.column.role != "growth":
        return change[1] if change else "level"
    return "decrease" if base and goal and goal.value.value < base.value.value else "increase"


def _find_baseline(figures: Sequence[_Figure], view: ClauseView) -> _Figure | None:
    """Return the figure that the others start from: of a column called so, or of the first of several years."""
    for figure in figures:
        if figure.column.role == "baseline":
            return figure
    dated = [
        figure for figure in figures if figure.column.year and figure.column.role in ("value", "achieved")
    ]
    if len(dated) < 2 and not (dated and any(figure.column.role == "target" for figure in figures)):
        return None
    first = min(dated, key=lambda figure: figure.column.year or 0)
    last = max(figure.column.year or 0 for figure in figures)
    ahead = view.year is None or last >= view.year or any(f.column.role == "target" for f in figures)
    return first if ahead and (view.year is None or (first.column.year or 0) <= view.year) else None


def _decide_status(
    figure: _Figure, base: _Figure | None, figures: Sequence[_Figure], view: ClauseView
) -> Status:
    if figure is base:
        return "baseline"
    role, year = figure.column.role, figure.column.year
    if role in ("achieved", "share"):
        return "achieved"
    if role in ("target", "growth", "total") and not (year and view.year and year < view.year):
        return "target"
    if base is not None and year is not None and _is_in_plan(view, year):
        return "target"
    if year is not None and view.year is not None and year < view.year:
        return "achieved"
    return "target" if base or (year and view.year) or len(figures) == 1 else "achieved"


def _is_in_plan(view: ClauseView, year: int) -> bool:
    """Return whether a year is one of those that the document plans for."""
    plan = view.plan_period.when if view.plan_period else None
    return (
        plan is not None
        and bool(plan.start and plan.end)
        and f"{plan.start}"[:4] <= f"{year}" <= f"{plan.end}"[:4]
    )


def _build_baseline(view: ClauseView, base: _Figure, row_unit: str, cues: TargetCues) -> Baseline:
    value, unit = _apply_scale(base.value.value, base.value.unit or base.column.unit or row_unit, cues)
    return Baseline(value, unit, _find_date(view, base, "baseline"))


def _apply_scale(value: Decimal, unit: str, cues: TargetCues) -> tuple[Decimal, str]:
    """Return the value in its plain unit: 5.8 with 万亿元 is 5.8E12 of 元."""
    bare = unit.lstrip("百千万亿")
    known = not bare or cues.unit_at(bare, 0) == bare
    scale = parse_amount("一" + unit[: len(unit) - len(bare)]) if bare != unit and known else None
    if scale is None:
        return value, cues.forms.get(unit, unit)
    return normalize_decimal(value * scale), cues.forms.get(bare, bare)


def _find_title_year(view: ClauseView, role: Role) -> DateRef | None:
    """Return the year that the title names: 2030年实事项目完成情况."""
    years = [one for one in view.dates_between(*view.title_span) if one.when.grain == "year" and one.when.end]
    return view.locate_date(years[-1])._replace(role=role) if years else None


def _find_period(view: ClauseView, figure: _Figure) -> DateMention | None:
    """Find the period that the caption above a table names: 专栏2 “十五五”时期主要指标."""
    mention = view.last_date_before(view.text_view.shortened_offset(figure.cell.span[0]))
    if mention is None or mention.when.grain != "period":
        return None
    caption = view.line_end(mention.start) - view.line_start(mention.start)
    return mention if caption <= _LONGEST_CAPTION else None


def _find_date(view: ClauseView, figure: _Figure, status: Status) -> DateRef | None:
    """Return the year that a column's head names, that of the part around it, or the end of the plan's period."""
    column = figure.column
    role: Role = "deadline" if status in ("target", "forecast") else "as-of"
    if column.year is None or column.head is None:
        # A table of goals and results in a review: the goals were those of the year reviewed.
        frame = find_frames(view).frame_at(view.text_view.shortened_offset(figure.cell.span[0]))
        if frame and frame.part == "review" and frame.when and status != "baseline":
            return view.locate_date(frame.when)
        if status == "target":
            return find_plan_end(view, view.plan_period or _find_period(view, figure))
        return _find_title_year(view, role) if column.role in ("achieved", "share") else None
    at = column.head.text.find(str(column.year))
    start = column.head.span[0] + max(at, 0)
    span = Span(start, start + 4) if at >= 0 else column.head.span
    first, last = f"{column.year}-01-01", f"{column.year}-12-31"
    return DateRef(view.prepared.text[span[0] : span[1]], span, first, last, "year", role)
