"""Quantified statements: an indicator's name, value, comparator, baseline, date and status.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> cues = load_cues(load_rules()[0])
>>> text = "到2025年,行政村通5G比例达到90%以上,比2020年提高30个百分点。"
>>> for figure in find_indicators(ClauseView(PreparedDocument(parse(Source(text=text))), cues), cues):
...     figure.name, str(figure.value), figure.unit, figure.comparator, figure.change, figure.status
('行政村通5G比例', '90', '%', '>=', 'level', 'target')
('行政村通5G比例', '30', '个百分点', '=', 'increase', 'target')
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from policytext.extractor.actors import find_bracket_after
from policytext.extractor.changes import decide_change
from policytext.extractor.clauses import ClauseView
from policytext.extractor.comparators import decide_comparator, share_comparators
from policytext.extractor.compared_figures import compare_figures, join_changes
from policytext.extractor.counted_nouns import find_noun_after
from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.date_links import build_baseline, link_date, settle_date
from policytext.extractor.dates import DateMention
from policytext.extractor.exclusions import is_penal
from policytext.extractor.figure_classes import classify_figure, classify_sum, is_standard
from policytext.extractor.indicator_names import find_name
from policytext.extractor.known_names import KnownNames, is_named_in_bracket
from policytext.extractor.number_rows import find_number_rows, is_in_rows
from policytext.extractor.quantities import Quantity, find_quantities
from policytext.extractor.quantity_context import QuantityContext
from policytext.extractor.status import Decision, decide_status
from policytext.extractor.status_evidence import AIM
from policytext.extractor.status_headings import is_in_article
from policytext.extractor.zero_events import find_zero_events
from policytext.model.annotations import Change, DateRef, FigureClass, Indicator, Status
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import HAN_NUMERALS, ROC_EPOCH

__all__ = ["ClauseView", "find_indicators", "load_cues"]

_JOINS = frozenset("、及和与或至到")
_REACH = 400  # characters of the clause on either side of a figure that are searched
_FAR = 1_500  # characters of the sentence
#: Numbers of 年 that are years of the Republic, if what follows says so: 113年底, 114至117年.
_ROC_YEARS = range(100, 130)
_ROC_YEAR = LazyPattern("度?(?:[底末初]|\\d{1,2}月|[以之]?前|起|的)")
_LIST = LazyPattern("[、和与及]")
#: The number of an article or of a paragraph, at a line's start: 第九条, 4.1.
_NUMBER = LazyPattern(rf"\s*(第 ?[{HAN_NUMERALS}\d]+ ?[条條]|\d{{1,2}}(?:\.\d{{1,2}})+(?=\s))\s*")
_WHOLE = LazyPattern("[的之](?:\\d|百分之|[一二三四五六七八九十]分之|一半)")


def find_indicators(view: ClauseView, cues: TargetCues, *, standards: bool = False) -> Iterator[Indicator]:
    """Find the quantified statements of a document, in reading order.

    Args:
        view: The document.
        cues: The cues.
        standards: Whether the figures of rules are wanted, such as fines and time limits, in place of targets.
    """
    rows = find_number_rows(view.text)
    figures = [
        figure
        for figure in find_quantities(view.text, cues)
        if not is_in_rows(rows, figure.first) and not _is_year(view, figure)
    ]
    starts = [figure.start for figure in figures]
    end = 0
    previous = _Previous(standards)
    has_zero = not standards and "零" in view.text
    for sentence in view.sentences:
        first = bisect_left(starts, sentence[0], end)
        end = bisect_left(starts, sentence[1], first)
        if first < end:
            yield from _find_in_sentence(view, sentence, figures[first:end], cues, previous)
        if has_zero and view.text.find("零", *sentence) >= 0:
            yield from find_zero_events(view, sentence, cues, previous.status)


def _is_year(view: ClauseView, figure: Quantity) -> bool:
    """Return whether a figure is a year, not a length of time: 至114年底, where years count from 1912."""
    if figure.unit != "年":
        return False
    if figure.low in _ROC_YEARS and (figure.high or _ROC_YEAR.match(view.text, figure.end)):
        return True
    date = view.last_date_before(figure.start)
    if date is None or date.end <= figure.start:
        return False
    # 101年度至107年度: the years of a period, but not 三年 of 过去三年.
    first, last = (int((day or "0")[:4]) for day in (date.when.start, date.when.end))
    # 2013至14年度: the last two digits of the second year.
    is_short = figure.low == last % 100 and figure.end == date.end - date.when.text.endswith("度")
    return date.when.grain != "period" or first - ROC_EPOCH <= figure.low <= last - ROC_EPOCH or is_short


class _Previous:
    """What later figures inherit: the paragraph's status, the last indicator's change, and the names before.

    Args:
        standards: Whether the figures of rules are wanted, in place of targets.
    """

    def __init__(self, standards: bool) -> None:
        self.standards = standards
        self.line = -1
        self.status: Status | None = None
        self.change: Change | None = None
        self.date: DateRef | None = None
        self.names = KnownNames()

    def enter(self, line: int, sentence: Span) -> None:
        """Begin a sentence; another paragraph begins without a status and a subject."""
        self.names.enter(sentence, same_paragraph=line == self.line)
        if line != self.line:
            self.line, self.status, self.date = line, None, None


def _find_in_sentence(
    view: ClauseView, sentence: Span, figures: Sequence[Quantity], cues: TargetCues, previous: _Previous
) -> Iterator[Indicator]:
    text = view.text
    previous.enter(view.line_start(sentence[0]), sentence)
    penal = is_penal(text, sentence, cues)
    at = 0
    for start, end in join_changes(text, view.clauses(*sentence), figures, cues):
        first = at
        while at < len(figures) and figures[at].start < end:
            at += 1
        inside = share_comparators(text, start, figures[first:at])
        before: Quantity | None = None
        kept: Quantity | None = None
        previous.change = None
        for index, figure, source, reference, rate in compare_figures(text, start, inside, cues):
            listed = bool(
                kept and kept.unit == figure.unit and _LIST.fullmatch(text, kept.last, figure.first)
            )
            clause, around = _bound_surroundings(Span(start, end), sentence, figure)
            place = QuantityContext(
                clause, around, figure, before, index, len(inside), listed, reference, rate
            )
            kind = classify_figure(text, place, source, penal, cues)
            # 在24间诊所中,13间已翻新: the whole names its parts.
            if kind is None and text.endswith("在", start, figure.first):
                previous.names.note(find_noun_after(text[figure.last : clause[1]], cues), figure.last)
            if kind == "threshold" and not previous.standards:
                continue
            indicator = _build_indicator(view, place, source, kind, inside, previous) if kind else None
            before = figure
            if indicator is not None and (indicator.figure_class == "target") is not previous.standards:
                previous.change, kept = indicator.change, figure
                if indicator.status != "baseline" and not _decides_alone(
                    text, indicator, Span(start, figure.first)
                ):
                    previous.status = indicator.status
                yield indicator


def _decides_alone(text: str, indicator: Indicator, before: Span) -> bool:
    """Return whether what decided the status of a figure says nothing of the next.

    Such are 以维持空置率低于1.5%为目标, and a definition in a bracket: 低收费基金(收费不超过1%).
    """
    evidence = indicator.evidence
    if evidence is None:
        return False
    return evidence.words == AIM or (evidence.kind == "norm" and is_named_in_bracket(text, *before))


def _bound_surroundings(clause: Span, sentence: Span, figure: Quantity) -> tuple[Span, Span]:
    """Return the clause and the sentence around a figure, bounded: one clause may hold ten thousand figures."""
    return (
        Span(max(clause[0], figure.first - _REACH), min(clause[1], figure.last + _REACH)),
        Span(max(sentence[0], figure.first - _FAR), min(sentence[1], figure.last + _FAR)),
    )


def _build_indicator(
    view: ClauseView,
    place: QuantityContext,
    source: Quantity | None,
    kind: FigureClass,
    figures: Sequence[Quantity],
    previous: _Previous,
) -> Indicator | None:
    text, cues, figure, clause = view.text, view.cues, place.figure, place.clause
    start = place.before.last if place.before else clause[0]
    head = text[start : figure.first]
    if kind != "target" and not previous.standards:
        return None
    change: Change = "from-to"
    if source is None or place.rate:
        change = decide_change(text, clause[0], head, place, cues, previous.change)
    in_article = is_in_article(view, figure.start)
    if kind == "target" and in_article and not is_standard(text, place, change, cues):
        kind = "threshold"
        if not previous.standards:
            return None
    # A figure that is no indicator belongs to the name: 3岁以下婴幼儿入托率.
    names = previous.names
    names.enter_bracket(is_named_in_bracket(text, clause[0], figure.first))
    start = max(_skip_number(view, clause[0]), names.end)
    words = _bound_name(text, place, source, start)
    name, end = find_name(view, place, words, figures, cues, names, source=source is not None)
    # 完成预算数31220万元的101.7%: what a share is a share of is no subject.
    names.note("" if _WHOLE.match(text, figure.last) else name, end, is_sum=figure.unit.endswith("元"))
    unit = view.write_unit(figure.unit, figure.start, figure.end) or _infer_unit(view, place, figures, name)
    decision, when, compared = _date_and_decide(view, place, source, previous)
    status = decision.status
    head = text[words[0] : words[1]]
    begin = start + len(head) - len(head.lstrip("、,和及与 "))
    span = view.text_view.original_span(min(begin, figure.first), max(end, figure.last))
    closing = find_bracket_after(view, figure.start, cues)
    if kind == "target":
        kind = classify_sum(text, place, status, cues)
    return Indicator(
        span=span,
        text=view.prepared.text[span[0] : span[1]],
        status=status if kind == "target" else "target",
        name=name,
        value=figure.low,
        value_high=figure.high,
        unit=unit,
        comparator=decide_comparator(text, clause[0], figure, cues),
        change=change,
        baseline=build_baseline(view, source or place.reference, compared),
        date=when,
        binding=_find_binding_kind(view, place.sentence),
        actor=closing.responsibility.lead or None if closing else None,
        address=view.prepared.address_at(span[0]),
        rule="target/figure",
        confidence=min(0.6 if in_article else 0.8 if figure.spelled else 0.9, decision.weight / 100),
        written=view.quote(figure.start, figure.end),
        figure_class=kind,
        evidence=decision.evidence if kind == "target" else None,
    )


def _bound_name(text: str, place: QuantityContext, source: Quantity | None, start: int) -> Span:
    """Return the words before a figure that may name it; the value of a whole is none: 占预算数2,400万元之5成."""
    whole = place.reference if place.reference and "占" in text[start : place.reference.first] else None
    return Span(start, max((source or whole or place.figure).first, start))


def _date_and_decide(
    view: ClauseView, place: QuantityContext, source: Quantity | None, previous: _Previous
) -> tuple[Decision, DateRef | None, DateMention | None]:
    """Return the status of a figure, its date, and the date that it is compared with."""
    figure = place.figure
    when, compared = link_date(view, place, source)
    is_continued = when is not None and when == previous.date
    previous.date = when
    decision = decide_status(
        view, place.clause, place.sentence, figure.first, when, previous.status, is_continued=is_continued
    )
    if decision.status == "baseline" and compared:  # 较上年3亿元有所增加: it is the figure of that year
        when, compared = view.locate_date(compared), None
    # 至2032年完工…。另已核定13.8万户: what is reached, or is there at present, has no such date of another sentence.
    if when and decision.status == "achieved" and decision.evidence.kind != "date":
        earlier = when.span[0] < view.text_view.original_offset(place.sentence[0])
        when = None if earlier and (when.role == "deadline" or decision.evidence.words == "目前") else when
    return decision, settle_date(view, when, decision.status, figure.start), compared


def _skip_number(view: ClauseView, start: int) -> int:
    """Return the offset behind the number of an article or a paragraph with which a line begins."""
    number = _NUMBER.match(view.text, start)
    return number.end() if number and view.line_start(number.start(1)) == number.start() else start


def _infer_unit(view: ClauseView, place: QuantityContext, figures: Sequence[Quantity], name: str) -> str:
    """Return the unit of a bare 万 or 亿: 人 before people, 元 after the name of money, or that of the figure joined to it."""
    text, cues, figure = view.text, view.cues, place.figure
    if cues.people.match(text, figure.last):
        return "人"
    following = figures[place.place + 1] if place.place + 1 < len(figures) else None
    if following and text[figure.last : following.first] in _JOINS:  # 426亿及100亿港元
        return view.write_unit(following.unit, following.start, following.end)
    return "元" if cues.money.search(name) else ""


def _find_binding_kind(view: ClauseView, sentence: Span) -> str | None:
    """Return whether a sentence calls its indicator binding or expected; None if it says both or neither."""
    starts, kinds = view.indicator_kinds
    first, end = bisect_left(starts, sentence[0]), bisect_left(starts, sentence[1])
    distinct = set(kinds[first:end])
    return distinct.pop() if len(distinct) == 1 else None
