"""The statements that the `extract:` rules of packs find, and their named parts.

>>> Extraction(Span(0, 2), "甲乙", "a/b", (Capture("by", "", Span(0, 1), "甲"),)).find("by").text
'甲'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.model.document import Span
from policytext.model.records import NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal


class Capture(NamedTuple):
    """A named part of a statement that a rule of a pack extracts.

    Args:
        name, type: as the rule has them; the type is empty for one of several words.
        span, text: its place and its text.
        value, value_high, unit, comparator: what a number or a sum of money says; None and empty for others.
        start, end: the days of a date, both included; None where it is open on that side or cannot be computed.
    """

    name: str
    type: str
    span: Span
    text: str
    value: Decimal | None = None
    value_high: Decimal | None = None
    unit: str = ""
    comparator: str = ""
    start: str | None = None
    end: str | None = None


class Extraction(NamedTuple):
    """A statement that an `extract:` rule of a pack finds.

    Args:
        span, text: the statement.
        rule: the rule's name.
        captures: its named parts, in reading order.
        attributes: what the rule gives to all its statements.
        domain, address: the service domain and the section.
    """

    span: Span
    text: str
    rule: str
    captures: tuple[Capture, ...]
    attributes: tuple[tuple[str, str], ...] = ()
    domain: str | None = None
    address: str = ""

    def find(self, name: str) -> Capture | None:
        """Return the capture of a name, None if the statement has none."""
        return next((capture for capture in self.captures if capture.name == name), None)
