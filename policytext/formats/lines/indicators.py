"""Quantified statements: status, date, amount, name and text, separated by tabs.

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
    """Return a number with 万, 亿 or 万亿, never rounded."""
    for word, size in _SCALES:
        if abs(value) >= size:
            return f"{format((value / size).normalize(), 'f')}{word}"
    return format(value, "f")


def format_amount(indicator: Indicator) -> str:
    """Return the amount as people write it: ≥95%, +5.5%, 36%→19.1%, 5%—5.5%."""
    value = format_number(indicator.value)
    if indicator.value_high is not None:
        value += f"—{format_number(indicator.value_high)}"
    change = "" if indicator.value < 0 else _CHANGES[indicator.change]
    written = f"{_SIGNS[indicator.comparator]}{change}{value}{indicator.unit}"
    if indicator.baseline and indicator.baseline.value is not None:
        return f"{format_number(indicator.baseline.value)}{indicator.baseline.unit}→{written}"
    return written


def format_date(indicator: Indicator) -> str:
    """Return the year, the month or the day of the figure."""
    if indicator.date is None or indicator.date.end is None:
        return "-"
    end = indicator.date.end
    return (
        end[:4]
        if indicator.date.grain in ("year", "period")
        else end[:7]
        if indicator.date.grain != "day"
        else end
    )


def format_lines(indicators: Sequence[Indicator], source: Source, options: RenderOptions) -> Iterator[str]:
    """Write one indicator a line."""
    for indicator in indicators:
        place = f"{source.position(indicator.span[0]).line}:" if options.line_numbers else ""
        cells = (
            f"{place}{indicator.status}",
            format_date(indicator),
            format_amount(indicator),
            join_lines(indicator.name) or "-",
            join_lines(indicator.text),
        )
        yield "\t".join(map(join_lines, cells))
