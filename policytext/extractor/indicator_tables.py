"""Text tables of indicators, read as rows: 指标 | 2020年 | 2025年 | 属性.

A table is a run of lines parted by bars or tabs whose head names years. A row's earliest figure is its
baseline, its latest the target (the figure reached, where that year lies behind the document's own).

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> words = load_cues(load_rules()[0])
>>> text = "指标 | 2020年 | 2025年 | 属性\\n入户率（%） | 60 | 75 | 预期性\\n"
>>> (one,) = find_table_indicators(ClauseView(PreparedDocument(parse(Source(text=text))), words), words)
>>> one.name, str(one.value), one.unit, str(one.baseline.value), one.date.end, one.binding
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


def find_table_indicators(reading: ClauseView, words: TargetCues) -> list[Indicator]:
    """The indicators of all tables of a document, in reading order."""
    if not reading.view.whole or not ("|" in reading.text or "\t" in reading.text):
        return []
    found: list[Indicator] = []
    years: dict[int, int] = {}
    for cells in _rows(reading.text):
        if cells is None:
            years = {}
            continue
        head = {
            index: int(year[1])
            for index, cell in enumerate(cells)
            if (year := _YEAR.fullmatch(cell.text.strip()[:5]))
        }
        if head:
            years = head
        elif years:
            one = _row(reading, cells, years, words)
            if one is not None:
                found.append(one)
    return found


def in_table(reading: ClauseView, one: Indicator) -> bool:
    """Whether a figure stands in a row of a table, which is read as a row."""
    # Tables are only read where the text that is read is the original, place for place.
    start, end = reading.line_start(one.span[0]), reading.line_end(one.span[1])
    known = reading.rows.get((start, end))
    if known is None:
        bars, tabs = (reading.prepared.text.count(sign, start, end) for sign in "|\t")
        known = reading.rows[start, end] = bars >= 2 or tabs >= 2
    return known


def _rows(text: str) -> Iterator[list[_Cell] | None]:
    """The cells of each line of a table, None for every other line; the ruler under a head is passed over."""
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        if len(bare) < _LONGEST and (bare.count("|") >= 2 or bare.count("\t") >= 2):
            if not _RULER.match(bare):
                yield [
                    _Cell(found[0], at + found.start(), at + found.end())
                    for found in _CELL.finditer(bare)
                    if found[0].strip()
                ]
        else:
            yield None
        at += len(line)


def _row(
    reading: ClauseView, cells: list[_Cell], years: dict[int, int], words: TargetCues
) -> Indicator | None:
    label = next(
        (cell for cell in cells if len(cell.text.strip()) > 1 and not cell.text.strip()[0].isdigit()), None
    )
    values = [
        (years[index], found, cell)
        for index, cell in enumerate(cells)
        if index in years and (found := words.patterns[_VALUE].match(cell.text))
    ]
    if label is None or not values:
        return None
    values.sort(key=lambda one: one[0])
    year, figure, cell = values[-1]
    value = parse_amount(figure[2])
    if value is None:
        return None
    name = label.text.strip()
    bracket = _UNIT.search(name)
    unit = (
        (figure[3] or "").strip() or (bracket[1] or bracket[2] if bracket else "") or _unit_cell(cells, words)
    )
    name = name[: bracket.start()].strip() if bracket else name
    scaled, unit = _scaled(value, unit, words)
    status: Status = "achieved" if reading.year is not None and year < reading.year else "target"
    binding = next((found[0] for one in cells if (found := words.patterns[_BINDING].search(one.text))), None)
    text = reading.prepared.text
    start, end = _trimmed(label), cell.end - len(cell.text) + len(cell.text.rstrip())
    span = Span(min(start, end), max(start, end))
    return Indicator(
        span=span,
        text=text[span[0] : span[1]],
        status=status,
        name=name,
        value=scaled,
        value_high=None,
        unit=unit,
        comparator=cast(Comparator, words.cell_comparators.get(figure[1] or "", "=")),
        change="level",
        baseline=_baseline(values[0], unit, words) if len(values) > 1 else None,
        date=_when(reading, year),
        binding=binding,
        address=reading.prepared.address_at(span[0]),
        rule="target/table",
        confidence=0.9,
    )


def _trimmed(cell: _Cell) -> int:
    return cell.start + len(cell.text) - len(cell.text.lstrip())


def _unit_cell(cells: list[_Cell], words: TargetCues) -> str:
    """A unit in a column of its own."""
    for cell in cells:
        text = cell.text.strip()
        if text and words.unit_at(text.lstrip("十百千万亿"), 0) == text.lstrip("十百千万亿"):
            return text
    return ""


def _scaled(value: Decimal, unit: str, words: TargetCues) -> tuple[Decimal, str]:
    """The value in its bare unit: 5.8 with 万亿元 is 5.8E12 of 元."""
    bare = unit.lstrip("百千万亿")
    scale = (
        parse_amount("一" + unit[: len(unit) - len(bare)])
        if bare != unit and words.unit_at(bare, 0)
        else None
    )
    return (
        (value, words.forms.get(unit, unit))
        if scale is None
        else (normalize_decimal(value * scale), words.forms.get(bare, bare))
    )


def _baseline(value: tuple[int, "re.Match[str]", _Cell], unit: str, words: TargetCues) -> Baseline | None:
    year, figure, cell = value
    number = parse_amount(figure[2])
    del words
    when = DateRef(f"{year}", Span(cell.start, cell.start), f"{year}-01-01", f"{year}-12-31", "year", "as-of")
    return None if number is None else Baseline(number, unit, when)


def _when(reading: ClauseView, year: int) -> DateRef:
    """The year of a column, pointing at the head that names it."""
    first = f"{year}-01-01"
    if mention := reading.years.get(first):
        return reading.placed(mention)._replace(role="deadline")
    at = max(reading.first_place(str(year)), 0)
    return DateRef(str(year), Span(at, at + 4), first, f"{year}-12-31", "year", "deadline")
