"""Quantified statements for people: status, date, what is counted and how much, parted by tabs.

>>> from decimal import Decimal
>>> [format_number(Decimal(value)) for value in ("12300000000000", "718000", "95", "0.5", "-1.2")]
['12.3万亿', '71.8万', '95', '0.5', '-1.2']
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from policytext.formats import RenderOptions
from policytext.model.annotations import Indicator
from policytext.model.document import Source
from policytext.text.display import join_lines

_SCALES = (("万亿", Decimal(10) ** 12), ("亿", Decimal(10) ** 8), ("万", Decimal(10) ** 4))
_SIGNS = {"=": "", ">": ">", ">=": "≥", "<": "<", "<=": "≤", "~": "≈", "range": ""}
_CHANGES = {"increase": "+", "decrease": "−", "multiply": "×", "from-to": "", "level": ""}


def format_number(value: Decimal) -> str:
    """A number with the scale that Chinese reads it in; never shortened."""
    for word, size in _SCALES:
        if abs(value) >= size:
            return f"{format((value / size).normalize(), 'f')}{word}"
    return format(value, "f")


def format_amount(one: Indicator) -> str:
    """How much, as a person writes it: ≥95%, +5.5%, 36%→19.1%, 5%—5.5%."""
    value = format_number(one.value)
    if one.value_high is not None:
        value += f"—{format_number(one.value_high)}"
    change = "" if one.value < 0 else _CHANGES[one.change]
    written = f"{_SIGNS[one.comparator]}{change}{value}{one.unit}"
    if one.baseline and one.baseline.value is not None:
        return f"{format_number(one.baseline.value)}{one.baseline.unit}→{written}"
    return written


def format_date(one: Indicator) -> str:
    """The year or the month that the figure is of."""
    if one.date is None or one.date.end is None:
        return "-"
    end = one.date.end
    return end[:4] if one.date.grain in ("year", "period") else end[:7] if one.date.grain != "day" else end


def format_lines(found: Sequence[Indicator], source: Source, view: RenderOptions) -> Iterator[str]:
    """One indicator a line."""
    for one in found:
        place = f"{source.position(one.span[0]).line}:" if view.line_numbers else ""
        cells = (
            f"{place}{one.status}",
            format_date(one),
            format_amount(one),
            join_lines(one.name) or "-",
            join_lines(one.text),
        )
        yield "\t".join(map(join_lines, cells))
