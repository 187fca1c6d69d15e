"""Figures that another one is compared with: 从36%缩小到19%, 较上年28899万元增长9.9%, 占预算6亿元的83%.

>>> from policytext.extractor.quantities import find_quantities, load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues, text = load_cues(load_rules()[0]), "较上年200亿元增长5%"
>>> is_reference(text, 0, *find_quantities(text, cues), cues)
True
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from policytext.extractor.cues import TargetCues
from policytext.extractor.quantities import Quantity
from policytext.text.lazy_patterns import LazyPattern

_REACH = 400  # characters of the clause before a figure that are searched
_RATES = ("%", "‰", "倍")
_TO = LazyPattern("[至到](?:每[^,。;\\d]{1,4})?")  # between a rate and what it leads to
_BEFORE_CHANGE = ",约为将的计共净再亦"  # between a value and the verb of its change
_COUNTED = LazyPattern("[^,;。:、()\\d]{1,8}?(?:大幅|明显|显著)")
_STATED = LazyPattern("[之的为]$")
_VERB = 8  # characters in which that verb begins
_TAIL = 4  # characters between a starting value and the end of its clause
_APART = 30  # characters between a value and the figure that is compared with it
_START_APART = 24  # characters between a starting value and the figure that it leads to
_FROM = LazyPattern("[从由自](?:[^,。;从由]{0,16}|[〇零○一二三四五六七八九十\\d年月日底末至到的]{4,32})$")
# 增至 behind 由1981年约511万人,.
_REACHED = LazyPattern(
    "[^,。;\\d]{0,4}[增升提降减缩压扩调长][^,。;\\d]{0,3}[至到为]|[至到](?:目前|现在|今年|如今|今日)"
)
# 较上年28899万元 before a change, 完成预算数31220万元 before 的101.7%.
_YEARS = r"(?:\d{2,4}(?:年度?)?(?:[及和与至、到]\d{2,4}(?:年度?)?)?(?:\d{1,2}月)?)?"
_COMPARED = LazyPattern(rf"[比较同与][^,。;比较\d]{{0,4}}{_YEARS}[^,。;比较\d]{{0,16}}$")
_OF_REFERENCE = LazyPattern("[的之](?:约|近)?")
_MEASURE_VERB = LazyPattern("(?:完成|占|达到|达|相当于)[^,。;\\d]{0,12}$")


class ComparedFigure(NamedTuple):
    """A figure of a clause with those that it is compared with.

    Args:
        place: Its place among the figures of the clause.
        figure: The figure.
        source: The starting value of its change, or None: 28元 of 由28元调升至30元.
        reference: The figure that it measures, or None: 6亿元 of 占预算6亿元的83%.
        rate: Whether it says by how much a starting value changes: 5% of 由28元调升5%至29.4元.
    """

    place: int
    figure: Quantity
    source: Quantity | None
    reference: Quantity | None
    rate: bool


def compare_figures(
    text: str, clause: int, figures: Sequence[Quantity], cues: TargetCues
) -> Iterator[ComparedFigure]:
    """Return the figures of a clause that begins at `clause`, without those that others are compared with."""
    source: Quantity | None = None
    reference: Quantity | None = None
    reached = -1  # the place of the figure that the starting value leads to
    for place, figure in enumerate(figures):
        following = figures[place + 1] if place + 1 < len(figures) else None
        if following and (steps := _count_steps(text, clause, figures, place)):
            source, reached = figure, place + steps
            continue
        if following and is_reference(text, clause, figure, following, cues):
            reference = figure
            continue
        yield ComparedFigure(place, figure, source, reference, rate=place < reached)
        source, reference = source if place < reached else None, None


def _count_steps(text: str, clause: int, figures: Sequence[Quantity], place: int) -> int:
    """Return how many figures further the one stands that a starting value leads to: 2 in 由28元调升5%至29.4元."""
    figure, following = figures[place], figures[place + 1]
    if (figure.unit in _RATES) is (following.unit in _RATES):
        return int(is_starting_value(text, clause, figure, following))
    behind = figures[place + 2] if place + 2 < len(figures) else None
    is_rate = following.unit in _RATES and behind and behind.unit == figure.unit
    if is_rate and behind and _TO.fullmatch(text, following.last, behind.first):
        return 2 if _FROM.search(text, max(clause, figure.first - _REACH), figure.first) else 0
    return int(figure.unit not in _RATES and is_starting_value(text, clause, figure, following))


def join_changes(
    text: str, clauses: Iterable[tuple[int, int]], figures: Sequence[Quantity], cues: TargetCues
) -> Iterator[tuple[int, int]]:
    """Return the clauses, with one that ends with a starting value joined to the next: 由3万人,增至5万人; 较上年3亿元,增加1亿元.

    Args:
        text: The text.
        clauses: The clauses of a sentence, in order.
        figures: The figures of the sentence, in order.
        cues: The cues.
    """
    at = 0
    last: tuple[int, int] | None = None
    for start, end in clauses:
        if last:
            while at < len(figures) and figures[at].start < last[1]:
                at += 1
            closing = figures[at - 1] if at else None
            if (
                closing
                and last[0] <= closing.start
                and last[1] - closing.last <= _TAIL
                and (
                    (
                        _FROM.search(text, max(last[0], closing.first - _REACH), closing.first)
                        and _REACHED.match(text, start, end)
                    )
                    or _changes_reference(text, last[0], closing, start, cues)
                )
            ):
                last = (last[0], end)
                continue
            yield last
        last = (start, end)
    if last:
        yield last


def _changes_reference(text: str, clause: int, closing: Quantity, following: int, cues: TargetCues) -> bool:
    """Return whether a clause says by how much the figure at the end of the one before it changes: 较上年3亿元,增加1亿元."""
    words = text[following : following + _VERB].lstrip(_BEFORE_CHANGE)
    # 较112年度之5亿元,增加: a value that is stated.
    if (
        closing.unit in _RATES
        or _STATED.search(text, clause, closing.start)
        or not cues.changing.match(words)
    ):
        return False
    return bool(_COMPARED.match(text, clause, closing.first))


def is_starting_value(text: str, clause: int, figure: Quantity, following: Quantity) -> bool:
    """Return whether a figure is the starting value of the next one: 从36%缩小到19%."""
    if not _FROM.search(text, max(clause, figure.first - _REACH), figure.first):
        return False
    between = text[figure.last : following.first]
    return len(between) < _START_APART and any(sign in between for sign in "到至为达降增升")


def _changes_noun(between: str, cues: TargetCues) -> bool:
    """Return whether a noun and a verb of change stand between two figures: 万个(家庭大幅增加约)五成."""
    noun = _COUNTED.match(between)
    return bool(noun and cues.changing.fullmatch(between, noun.end()))


def is_reference(text: str, clause: int, figure: Quantity, following: Quantity, cues: TargetCues) -> bool:
    """Return whether the next figure compares with a figure: 较上年28899万元增长9.9%, 占预算6亿元的83%."""
    between = text[figure.last : following.first]
    before = max(clause, figure.first - _REACH)
    if _OF_REFERENCE.fullmatch(between):
        return following.unit in ("%", "倍") and bool(_MEASURE_VERB.search(text, before, figure.first))
    if len(between) > _APART or not (
        cues.changing.match(between.lstrip(_BEFORE_CHANGE))
        or (following.unit in _RATES and figure.unit not in _RATES and _changes_noun(between, cues))
    ):
        return False
    compared = _COMPARED.search(text, before, figure.first)
    return bool(compared and not cues.changing.search(compared[0]))
