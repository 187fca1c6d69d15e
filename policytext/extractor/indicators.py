"""Quantified statements: an indicator, what it is compared with, its value, its date, and its status.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> words = load_cues(load_rules()[0])
>>> text = "到2025年,行政村通5G比例达到90%以上,比2020年提高30个百分点。"
>>> found = find_indicators(ClauseView(PreparedDocument(parse(Source(text=text))), words), words)
>>> [(one.name, str(one.value), one.unit, one.comparator, one.change, one.status) for one in found]
[('行政村通5G比例', '90', '%', '>=', 'level', 'target'), ('行政村通5G比例', '30', '个百分点', '=', 'increase', 'target')]
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from policytext.extractor import indicator_names
from policytext.extractor.actors import find_bracket_after
from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.date_links import baseline_of, ended, link_date, reported
from policytext.extractor.exclusions import classing, is_excluded, penal
from policytext.extractor.quantities import Quantity, find_quantities
from policytext.extractor.quantity_context import QuantityContext
from policytext.extractor.status import decide_status
from policytext.model.annotations import Change, Comparator, Indicator, Status
from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern

__all__ = ["ClauseView", "find_indicators", "load_cues"]

_REACH = 400  # characters of a clause around a figure that are looked through
_FAR = 1_500  # characters of a sentence
_FROM = compile_pattern("[从由自][^,。;从由]{0,16}$")
_FROM_END = compile_pattern(
    r"(?:已|分别|将会?|会)?[从由自](?:[^,。;从由\d]{0,6}|(?:19|20)\d\d年?[^,。;\d]{0,5})$"
)
_POINTS = "个百分点"
_HIGHER, _LOWER = compile_pattern("[高快多大升]"), compile_pattern("[低慢少小降]")
# Templates: a slot stands for a list in `rules/targets`.
_NONE = "(?P<name>[^,。;:]{2,24}?)零(?:{events})"


def find_indicators(reading: ClauseView, words: TargetCues) -> Iterator[Indicator]:
    """All quantified statements of a document, in reading order."""
    found = [one for one in find_quantities(reading.text, words) if not _is_year(reading, one)]
    starts = [figure.start for figure in found]
    memory = _Memory()
    for sentence in reading.sentences:
        first, end = bisect_left(starts, sentence[0]), bisect_left(starts, sentence[1])
        if first < end:
            yield from _in_sentence(reading, sentence, found[first:end], words, memory)
        if "零" in reading.text[sentence[0] : sentence[1]]:
            yield from _nothing(reading, sentence, words, memory)


def _is_year(reading: ClauseView, figure: Quantity) -> bool:
    """Whether it is a year and no length of time: 至114年底, where years count from 1912."""
    if figure.unit != "年":
        return False
    date = reading.last_date_before(figure.start)
    return date is not None and date.end > figure.start and date.when.grain != "period"


class _Memory:
    """What the figures before said: the paragraph's status, the last indicator's name."""

    def __init__(self) -> None:
        self.line = -1
        self.status: Status | None = None
        self.name = ""
        self.change: Change | None = None

    def enter(self, line: int) -> None:
        """Forget the status where another paragraph begins."""
        if line != self.line:
            self.line, self.status, self.name = line, None, ""


def _in_sentence(
    reading: ClauseView, sentence: Span, found: Sequence[Quantity], words: TargetCues, memory: _Memory
) -> Iterator[Indicator]:
    text = reading.text
    memory.enter(reading.line_start(sentence[0]))
    if penal(text, sentence, words):
        return
    at = 0
    for start, end in reading.clauses(*sentence):
        first = at
        while at < len(found) and found[at].start < end:
            at += 1
        inside = found[first:at]
        before: Quantity | None = None
        source: Quantity | None = None
        memory.change = None
        for index, figure in enumerate(inside):
            if classing(text, start, figure, words):
                continue
            place = _place(Span(start, end), sentence, figure, before)
            following = inside[index + 1] if index + 1 < len(inside) else None
            if following and _leads_to(text, start, figure, following):
                source = figure
                continue
            one = _indicator(reading, place, source, words, memory)
            before, source = figure, None
            if one is not None:
                memory.status, memory.name, memory.change = one.status, one.name or memory.name, one.change
                yield one


def _place(clause: Span, sentence: Span, figure: Quantity, before: Quantity | None) -> QuantityContext:
    """The figure in its surroundings, as far as they matter: ten thousand figures may stand in one clause."""
    near = Span(max(clause[0], figure.first - _REACH), min(clause[1], figure.last + _REACH))
    around = Span(max(sentence[0], figure.first - _FAR), min(sentence[1], figure.last + _FAR))
    return QuantityContext(near, around, figure, before)


def _leads_to(text: str, clause: int, figure: Quantity, following: Quantity) -> bool:
    """Whether a figure is where another one comes from: 从36%缩小到19%."""
    if not _FROM.search(text, max(clause, figure.first - _REACH), figure.first):
        return False
    between = text[figure.last : following.first]
    return len(between) < 24 and any(sign in between for sign in "到至为达降增升")


def _indicator(
    reading: ClauseView, place: QuantityContext, source: Quantity | None, words: TargetCues, memory: _Memory
) -> Indicator | None:
    text, figure, clause = reading.text, place.figure, place.clause
    start = place.before.last if place.before else clause[0]
    head = text[start : figure.first]
    if is_excluded(text, place, source, words):
        return None
    change = "from-to" if source else _change(text, clause[0], head, place, words, memory.change)
    if source:
        head = _FROM_END.sub("", text[start : source.first])
    in_article = any(section.kind == "article" for section in reading.chain(figure.start))
    if in_article and not _in_force(text, place, change, words):
        return None
    name, end = indicator_names.find_name(text, place, head, words, memory.name)
    unit = figure.unit or _implied(text, figure, name, words)
    when, compared = link_date(reading, place, source)
    status = decide_status(reading, clause, place.sentence, figure.first, when, words, memory.status)
    if when is None and status == "target" and reading.plan:
        when = ended(reading, reading.plan)
    elif when is not None:
        when = reported(reading, when, status)
    comparator = figure.comparator
    if comparator == "=" and (distant := words.distant.search(text, clause[0], figure.first)):
        comparator = words.comparators_before[distant[1]]  # type: ignore[assignment]
    elif comparator != "=" and words.prohibitions.search(text, clause[0], figure.first):
        comparator = _turned(comparator, text[figure.first : figure.start])
    if figure.high is not None:
        comparator = "range"
    begin = start + len(head) - len(head.lstrip("、,和及与 "))
    span = reading.view.span(min(begin, figure.first), max(end, figure.last))
    closing = find_bracket_after(reading, figure.start, words)
    return Indicator(
        span=span,
        text=reading.prepared.text[span[0] : span[1]],
        status=status,
        name=reading.written(name, *place.clause),
        value=figure.low,
        value_high=figure.high,
        unit=unit,
        comparator=comparator,
        change=change,
        baseline=baseline_of(reading, source, compared),
        date=when,
        binding=_binding(reading, place.sentence),
        actor=closing.duty.lead or None if closing else None,
        address=reading.prepared.address_at(span[0]),
        rule="target/figure",
        confidence=0.6 if in_article else 0.8 if figure.spelled else 0.9,
    )


def _in_force(text: str, place: QuantityContext, change: Change, words: TargetCues) -> bool:
    """Whether a figure in an article of a statute is a standard, and not a threshold of its cases."""
    start, end = place.clause
    return change != "level" or bool(words.normative.search(text, start, end))


def _change(
    text: str, clause: int, head: str, place: QuantityContext, words: TargetCues, before: Change | None
) -> Change:
    figure = place.figure
    if figure.times:
        return "multiply"
    found = words.change.search(text, max(clause, figure.first - 16), figure.first)
    if found:
        if found[2]:
            return "level"
        return "increase" if found[1] in words.increases else "decrease"
    # 分别增长4.3%、5.5%: what was said of the first holds for those behind it.
    same = place.before is not None and place.before.unit == figure.unit
    if before and same and head.strip("和及与以 ") in ("", "、"):
        return before
    if figure.unit == _POINTS:
        verbs = words.changing.findall(head)
        if verbs:
            return "increase" if verbs[-1] in words.increases else "decrease"
        return "decrease" if _LOWER.search(head) and not _HIGHER.search(head) else "increase"
    # 压减纸质材料四成: the verb, its object, and by how much.
    if figure.unit == "%" and (verb := words.changing.match(head.lstrip(" 、要应须将"))):
        return "increase" if verb[0] in words.increases else "decrease"
    if figure.unit not in words.measuring and words.adding.search(text, clause, figure.first):
        return "increase"
    return "level"


def _implied(text: str, figure: Quantity, name: str, words: TargetCues) -> str:
    """The unit of a bare 万 or 亿: 人 where people stand behind it, 元 behind the name of a sum of money."""
    if words.people.match(text, figure.last):
        return "人"
    return "元" if words.money.search(name) else ""


def _turned(comparator: Comparator, word: str) -> Comparator:
    """What is demanded where something is forbidden; 不得低于 demands already."""
    if not word or word[0] in "不最至":
        return comparator
    turned: dict[Comparator, Comparator] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
    return turned.get(comparator, comparator)


def _binding(reading: ClauseView, sentence: Span) -> str | None:
    """Whether a sentence says that it binds or is expected, None where it says both."""
    starts, kinds = reading.kinds
    first, end = bisect_left(starts, sentence[0]), bisect_left(starts, sentence[1])
    found = set(kinds[first:end])
    return found.pop() if len(found) == 1 else None


def _nothing(reading: ClauseView, sentence: Span, words: TargetCues, memory: _Memory) -> Iterator[Indicator]:
    """零发生: an indicator whose value is none at all."""
    from decimal import Decimal

    for found in words.patterns[_NONE].finditer(reading.text, *sentence):
        figure = Quantity(
            found.end("name"), found.end(), found.end("name"), found.end(), Decimal(0), None, "起", "="
        )
        place = QuantityContext(Span(*found.span()), sentence, figure, None)
        when, _ = link_date(reading, place, None)
        status = decide_status(reading, place.clause, sentence, figure.first, when, words, memory.status)
        span = reading.view.span(*found.span())
        yield Indicator(
            span=span, text=reading.prepared.text[span[0] : span[1]], status=status, name=reading.written(indicator_names.name_in_front(found["name"], words.patterns) or found["name"], *found.span()),
            value=Decimal(0), value_high=None, unit="起", comparator="=", date=when,
            address=reading.prepared.address_at(span[0]), rule="target/none", confidence=0.8,
        )  # fmt: skip
