"""The range of a text that a part stands at."""

from policytext.model.records import NamedTuple


class Span(NamedTuple):
    """A half-open range of a text, in code points from 0."""

    start: int
    end: int
