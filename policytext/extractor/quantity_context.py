"""Where a figure stands: its clause, its sentence, and the figure before it.

>>> QuantityContext(Span(0, 9), Span(0, 9), None, None).clause
Span(start=0, end=9)
"""

from typing import NamedTuple

from policytext.extractor.quantities import Quantity
from policytext.model.document import Span


class QuantityContext(NamedTuple):
    """A figure in its surroundings.

    Args:
        clause, sentence: what it stands in, in the text that is read.
        figure: the figure.
        before: the figure before it in the clause, None for the first.
    """

    clause: Span
    sentence: Span
    figure: Quantity
    before: Quantity | None
