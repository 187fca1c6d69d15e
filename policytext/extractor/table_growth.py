"""What the figures of a row say of each other: a difference, a yearly rate, and so which column is which.

>>> from decimal import Decimal
>>> is_difference(Decimal("56.6"), Decimal("65"), Decimal("8.4")), is_yearly_rate(Decimal(320), Decimal(510), Decimal("9.8"))
(True, True)
"""

from collections.abc import Sequence
from decimal import Decimal

from policytext.extractor.cues import TargetCues
from policytext.extractor.table_columns import Column, Head, Row
from policytext.extractor.table_values import parse_value

_YEARS = 5  # of a plan
_SLACK = Decimal("0.15")  # percentage points by which a rounded rate may be off
_FEWEST_ROWS = 3
_SHARE = 0.6  # of the rows that must agree
_ROLES = ("baseline", "target", "growth")


def is_difference(low: Decimal, high: Decimal, growth: Decimal) -> bool:
    """Return whether a third figure is the difference of two others."""
    return abs(high - low) == abs(growth) != 0


def is_yearly_rate(low: Decimal, high: Decimal, growth: Decimal) -> bool:
    """Return whether a third figure is the yearly growth in per cent from one to the other in the years of a plan."""
    if low <= 0 or high <= 0:
        return False
    rate = ((float(high) / float(low)) ** (1 / _YEARS) - 1) * 100
    return abs(abs(Decimal(rate)) - growth) <= _SLACK


def is_total_rate(low: Decimal, high: Decimal, growth: Decimal) -> bool:
    """Return whether a third figure is the growth in per cent from one to the other.

    >>> is_total_rate(Decimal("12.6"), Decimal("11.1"), Decimal("12"))
    True
    """
    return low > 0 and abs(abs(high / low - 1) * 100 - growth) <= _SLACK


def infer_head(rows: Sequence[Row], cues: TargetCues) -> Head | None:
    """Infer the columns of a plan's table without a head: a name, the value it starts from, the goal, and the growth.

    Args:
        rows: the rows.
        cues: the cues.

    Returns:
        None unless most rows agree that their third figure is the difference or the growth of the first two.
    """
    columns = _find_value_columns(rows, cues)
    if len(rows) < _FEWEST_ROWS or len(columns) != len(_ROLES) or columns[0] == 0:
        return None
    if sum(_agrees(row, columns, cues) for row in rows) < max(_SHARE * len(rows), _FEWEST_ROWS - 1):
        return None
    roles = dict(zip(columns, _ROLES, strict=True))
    name = max(
        range(columns[0]), key=lambda index: sum(len(cell.text) for row in rows if (cell := row[index]))
    )
    roles |= {name: "name"} | ({name + 1: "unit"} if name + 1 < columns[0] else {})
    width = max(map(len, rows))
    return Head(0, tuple(Column(roles.get(index, ""), None, "", "", None) for index in range(width)))


def _find_value_columns(rows: Sequence[Row], cues: TargetCues) -> list[int]:
    """Return the columns behind the name in which most rows have a figure."""
    width = min(map(len, rows), default=0)
    counts = [
        sum(bool((cell := row[index]) and parse_value(cell.text, cues)) for row in rows)
        for index in range(width)
    ]
    columns = [index for index, count in enumerate(counts) if count >= _SHARE * len(rows)]
    # The first column may hold the numbers of the rows.
    return columns[1:] if columns[:1] == [0] else columns


def _agrees(row: Row, columns: Sequence[int], cues: TargetCues) -> bool:
    values = [parse_value(cell.text, cues) if (cell := row[index]) else None for index in columns]
    low, high, growth = (value.value if value else None for value in values)
    if low is None or high is None or growth is None:
        return False
    return any(check(low, high, growth) for check in (is_difference, is_yearly_rate, is_total_rate))
