"""Indicators in text tables, one a row: 指标 | 2020年 | 2025年 | 属性.

A table is a run of lines with bars or tabs whose header names years. The earliest figure of a row is its baseline, the
latest its target; if that year is before the document's own, the figure is achieved.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> cues = load_cues(load_rules()[0])
>>> text = "指标 | 2020年 | 2025年 | 属性\\n入户率（%） | 60 | 75 | 预期性\\n"
>>> (row,) = find_table_indicators(ClauseView(PreparedDocument(parse(Source(text=text))), cues), cues)
>>> row.name, str(row.value), row.unit, str(row.baseline.value), row.date.end, row.binding
('入户率', '75', '%', '60', '2025-12-31', '预期性')
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple, cast

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues, load_cues
from policytext.model.annotations import Baseline, Comparator, DateRef, Indicator, Status
from policytext.model.document import Span
from policytext.text.amounts import normalize_decimal, parse_amount
from policytext.text.lazy_patterns import compile_pattern

__all__ = ["ClauseView", "find_table_indicators", "load_cues"]

# Not str.splitlines(): it also breaks at form feeds and U+2028, where no editor does.
_LINE_END = compile_pattern(r"\r\n?|\n|\Z")
_CELL = compile_pattern(r"[^|\t\n]+")
_YEAR = compile_pattern(r"((?:19|20)\d\d)年?")
_UNIT = compile_pattern(r"\(([^()]{1,12})\)\s*$|\[([^\[\]]{1,12})\]\s*$")
_RULER = compile_pattern(r"[\s|:\-—+]+$")
_LONGEST = 4_000  # characters of a line that may be a row

# Templates: a slot stands for a list in `rules/targets`.
_VALUE = r"\s*({cell-comparators})?\s*(\d[\d,]*(?:\.\d+)?)\s*([^\d\s].{0,8})?\s*$"
_BINDING = "{indicator-kinds}"


class _Cell(NamedTuple):
    text: str
    start: int
    end: int


def find_table_indicators(view: ClauseView, cues: TargetCues) -> list[Indicator]:
    """Find the indicators of all tables of a document, in reading order."""
    if not view.text_view.is_whole or not ("|" in view.text or "\t" in view.text):
        return []
    indicators: list[Indicator] = []
    years: dict[int, int] = {}
    for cells in _find_rows(view.text):
        if cells is None:
            years = {}
            continue
        header = {
            index: int(year[1])
            for index, cell in enumerate(cells)
            if (year := _YEAR.fullmatch(cell.text.strip()[:5]))
        }
        if header:
            years = header
        elif years:
            indicator = _build_indicator(view, cells, years, cues)
            if indicator is not None:
                indicators.append(indicator)
    return indicators


def is_in_table(view: ClauseView, indicator: Indicator) -> bool:
    """Return whether an indicator stands in a row of a table."""
    # Tables are only read if the offsets are those of the original.
    start, end = view.line_start(indicator.span[0]), view.line_end(indicator.span[1])
    known = view.rows.get((start, end))
    if known is None:
        bars, tabs = (view.prepared.text.count(sign, start, end) for sign in "|\t")
        known = view.rows[start, end] = bars >= 2 or tabs >= 2
    return known


def _find_rows(text: str) -> Iterator[list[_Cell] | None]:
    """Return the cells of each line of a table, None for any other line; the ruler under a header is skipped."""
    start = 0
    for line_end in _LINE_END.finditer(text):
        line = text[start : line_end.start()]
        if len(line) < _LONGEST and (line.count("|") >= 2 or line.count("\t") >= 2):
            if not _RULER.match(line):
                yield [
                    _Cell(cell[0], start + cell.start(), start + cell.end())
                    for cell in _CELL.finditer(line)
                    if cell[0].strip()
                ]
        else:
            yield None
        start = line_end.end()


def _build_indicator(
    view: ClauseView, cells: list[_Cell], years: dict[int, int], cues: TargetCues
) -> Indicator | None:
    label = next(
        (cell for cell in cells if len(cell.text.strip()) > 1 and not cell.text.strip()[0].isdigit()), None
    )
    values = [
        (years[index], amount, cell)
        for index, cell in enumerate(cells)
        if index in years and (amount := cues.patterns[_VALUE].match(cell.text))
    ]
    if label is None or not values:
        return None
    values.sort(key=lambda dated: dated[0])
    year, figure, cell = values[-1]
    value = parse_amount(figure[2])
    if value is None:
        return None
    name = label.text.strip()
    bracket = _UNIT.search(name)
    unit = (
        (figure[3] or "").strip() or (bracket[1] or bracket[2] if bracket else "") or _find_unit(cells, cues)
    )
    name = name[: bracket.start()].strip() if bracket else name
    scaled, unit = _apply_scale(value, unit, cues)
    status: Status = "achieved" if view.year is not None and year < view.year else "target"
    binding = next((kind[0] for cell in cells if (kind := cues.patterns[_BINDING].search(cell.text))), None)
    text = view.prepared.text
    start, end = _find_text_start(label), cell.end - len(cell.text) + len(cell.text.rstrip())
    span = Span(min(start, end), max(start, end))
    return Indicator(
        span=span,
        text=text[span[0] : span[1]],
        status=status,
        name=name,
        value=scaled,
        value_high=None,
        unit=unit,
        comparator=cast(Comparator, cues.cell_comparators.get(figure[1] or "", "=")),
        change="level",
        baseline=_build_baseline(values[0], unit) if len(values) > 1 else None,
        date=_find_column_date(view, year),
        binding=binding,
        address=view.prepared.address_at(span[0]),
        rule="target/table",
        confidence=0.9,
    )


def _find_text_start(cell: _Cell) -> int:
    return cell.start + len(cell.text) - len(cell.text.lstrip())


def _find_unit(cells: list[_Cell], cues: TargetCues) -> str:
    """Find a unit in a column of its own."""
    for cell in cells:
        text = cell.text.strip()
        if text and cues.unit_at(text.lstrip("十百千万亿"), 0) == text.lstrip("十百千万亿"):
            return text
    return ""


def _apply_scale(value: Decimal, unit: str, cues: TargetCues) -> tuple[Decimal, str]:
    """Return the value in its plain unit: 5.8 with 万亿元 is 5.8E12 of 元."""
    bare = unit.lstrip("百千万亿")
    scale = (
        parse_amount("一" + unit[: len(unit) - len(bare)]) if bare != unit and cues.unit_at(bare, 0) else None
    )
    return (
        (value, cues.forms.get(unit, unit))
        if scale is None
        else (normalize_decimal(value * scale), cues.forms.get(bare, bare))
    )


def _build_baseline(value: tuple[int, "re.Match[str]", _Cell], unit: str) -> Baseline | None:
    year, figure, cell = value
    number = parse_amount(figure[2])
    when = DateRef(f"{year}", Span(cell.start, cell.start), f"{year}-01-01", f"{year}-12-31", "year", "as-of")
    return None if number is None else Baseline(number, unit, when)


def _find_column_date(view: ClauseView, year: int) -> DateRef:
    """Return the year of a column, with the span of the header that names it."""
    first = f"{year}-01-01"
    if mention := view.years.get(first):
        return view.locate_date(mention)._replace(role="deadline")
    at = max(view.find_first(str(year)), 0)
    return DateRef(str(year), Span(at, at + 4), first, f"{year}-12-31", "year", "deadline")
