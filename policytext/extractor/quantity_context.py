"""The context of a figure: its clause, its sentence, and the figure before it.

>>> QuantityContext(Span(0, 9), Span(0, 9), None, None).clause
Span(start=0, end=9)
"""

from policytext.extractor.quantities import Quantity
from policytext.model.document import Span
from policytext.model.records import NamedTuple


class QuantityContext(NamedTuple):
    """A figure with its surroundings.

    Args:
        clause, sentence: The spans around it.
        figure: The figure.
        before: The figure before it in the clause, or None.
        place, places: Its place among the figures of its clause, and how many they are.
        rate: Whether it says by how much a starting value changes: 5% of 由28元调升5%至29.4元.
        reference: The figure of its clause that it compares with, or None: 6亿元 of 占预算6亿元的83%.
        continues: Whether it continues a list whose last figure is an indicator: 分别达到80岁、81岁.
    """

    clause: Span
    sentence: Span
    figure: Quantity
    before: Quantity | None
    place: int = 0
    places: int = 1
    continues: bool = False
    reference: Quantity | None = None
    rate: bool = False
