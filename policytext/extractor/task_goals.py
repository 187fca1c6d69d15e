"""The goal that the name of a task sets, in tables of what was done of it: 新增400张养老床位 | 438 | 110%.

>>> from policytext.extractor.clauses import ClauseView, load_cues
>>> from policytext.model.document import Cell, Source, Span
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> text, cues = "新增400张养老床位", load_cues(load_rules()[0])
>>> view = ClauseView(PreparedDocument(parse(Source(text=text))), cues)
>>> goal = find_goal_in_name(view, Cell(text, Span(0, len(text)), 0, 0), cues)
>>> goal.name, str(goal.value), goal.unit, goal.change
('养老床位', '400', '张', 'increase')
"""

from policytext.extractor.clauses import ClauseView
from policytext.extractor.counted_nouns import strip_verbs
from policytext.extractor.cues import TargetCues
from policytext.extractor.quantities import find_quantities
from policytext.model.annotations import Indicator
from policytext.model.document import Cell
from policytext.text.shadow import fold_words


def find_goal_in_name(view: ClauseView, label: Cell, cues: TargetCues) -> Indicator | None:
    """Return the goal that the name of a task sets, if it sets one: 新增400张养老床位."""
    words = fold_words(label.text)
    quantities = list(find_quantities(words, cues))
    if len(quantities) != 1 or not quantities[0].unit or quantities[0].unit in cues.measuring:
        return None
    figure = quantities[0]
    name = label.text[figure.last :] or strip_verbs(label.text[: figure.first], cues)
    return Indicator(
        span=label.span,
        text=label.text,
        status="target",
        name=name.strip("，。、； "),
        value=figure.low,
        value_high=figure.high,
        unit=view.write_unit(figure.unit, 0, 0) or figure.unit,
        comparator=figure.comparator,
        change="increase" if cues.adding.match(words) else "level",
        baseline=None,
        date=None,
        address=view.prepared.address_at(label.span[0]),
        rule="target/table",
        confidence=0.9,
        written=label.text[figure.start : figure.end],
    )
