"""The date of a figure: in its sentence, earlier in its paragraph, in a lead-in, or in a heading."""

from policytext.extractor.clauses import ClauseView
from policytext.extractor.dates import DateMention
from policytext.extractor.framed_dates import find_framed_date, is_still_running, resolve_reviewed_year
from policytext.extractor.paired_dates import JOINS, find_paired_date
from policytext.extractor.quantities import Quantity
from policytext.extractor.quantity_context import QuantityContext
from policytext.extractor.status_evidence import lies_ahead
from policytext.model.annotations import Baseline, DateRef, Status
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

_DASH = LazyPattern(r"\s*(?:——|[•·●■])")
_DUE = LazyPattern("[^,;。:、()\\d]{0,24}?(?:于|在|至|预计|预定)")
_DIRECT = LazyPattern("[已将]?(?:是在|是于|于)")
_BEHIND = 40  # characters behind a figure in which its date begins
# Templates: a slot in braces is a list in `rules/targets`.
_COMPLETED = "(?:前|之前|以前)?(?:全面|全部|相继|陆续|分别|正式|可|会|将|或之前)*(?:{completed-behind})"
_ATTRIBUTIVE = "(?:{attributive-before})$"
# 去年公布的调查, 过去5年来的低位, 按2030年不变价格计算: a date that only says which one.
_ATTRIBUTE = "(?:年终?|年末)?结[转余]|(?:{attributive-behind})的|(?:[之以]?来)?的?(?:{superlatives})|的?(?:不变|可比|固定)价"
# Words before a date of a noun, and before that of the clause.
_OBJECT = LazyPattern("[为及与和对就]$")
_AT = LazyPattern("(?:[于在]|截至|截止|[,。;:(\n])$|^$")
_FROM = LazyPattern("[从由自]")
_PLAN_BRACKET = LazyPattern("(?:计划|方案)[”」]?\\($")
_DEED_DATE = LazyPattern(r"(?<=[^\s,。;:、(])[于在]$")
_WHOLE_YEAR = "全年"
_TODAY = 60  # characters before a figure in which such a word stands
_NOW = "(?<![从由自较比至到])(?:{present-words})"
_NEAR = 4  # characters before a date in which such a word ends
_FROM_NEAR = 14  # characters before a starting value in which its date is looked for
#: Characters of a sentence or a paragraph back in which a date governs a figure.
_REACH = 1_500


def link_date(
    view: ClauseView, place: QuantityContext, source: Quantity | None
) -> tuple[DateRef | None, DateMention | None]:
    """Find the date of a figure, and the date that it is compared with.

    Args:
        view: The document.
        place: The figure in its surroundings.
        source: The starting value of the change, or None.
    """
    compared: DateMention | None = None
    whole_year: DateMention | None = None
    if source:
        nearby = view.dates_between(max(place.clause[0], source.first - _FROM_NEAR), source.first)
        # 于5月1日由28元调升至30元: a date before the link is that of the change.
        is_start = nearby and not _FROM.search(view.text, nearby[-1].end, source.first)
        compared = nearby[-1] if is_start else None
    mentions = view.dates_between(max(place.sentence[0], place.figure.first - _REACH), place.figure.first)
    if paired := find_paired_date(view, place, mentions) or _find_date_behind(view, place):
        return paired, compared
    for mention in reversed(mentions):
        if mention == compared or mention.named or _is_another_plans(view, mention, mentions[0]):
            continue
        if mention.compared:
            compared = compared or mention
            continue
        if _is_whole_year(mention):
            whole_year = whole_year or mention
            continue
        # 明年设3处。3年来改造5处: what was done since has no date of another sentence.
        if view.text.startswith("来", mention.end) and _is_unresolved_period(mention):
            return None, compared
        if _is_unresolved_period(mention) or _is_attribute(view, mention):
            continue
        if _is_object(view, mention, mentions, place.clause[0]):
            continue
        when = view.locate_date(mention)
        # 缩小到2021年的19%: the year in which the value was reached, not a deadline.
        if source and mention.start > source.last:
            when = when._replace(role="as-of" if when.role == "as-of" else "period")
        return when, compared
    return _find_governing_date(view, place) or (
        view.locate_date(whole_year) if whole_year else None
    ), compared


def _find_date_behind(view: ClauseView, place: QuantityContext) -> DateRef | None:
    """Find a date behind its figure: 11.5小时(2031年); 3万个单位将于2031年落成."""
    text, (start, end), last = view.text, place.clause, place.figure.last
    mention = next(iter(view.dates_between(last, min(end, last + _BEHIND))), None)
    if mention is None or mention.named or mention.compared:
        return None
    between = text[last : mention.start]
    if between == "(" and text.startswith(")", mention.end):
        return view.locate_date(mention)
    if _DIRECT.fullmatch(between):  # 3个于2030年及5个于2031年新增
        return view.locate_date(mention)
    is_due = _DUE.fullmatch(between) and view.cues.patterns[_COMPLETED].match(text, mention.end)
    return view.locate_date(mention) if is_due and not view.dates_between(start, place.figure.first) else None


def settle_date(view: ClauseView, when: DateRef | None, status: Status, offset: int) -> DateRef | None:
    """Return the date of a figure whose status is known: in a review of its year, and without one that of its part.

    Args:
        view: The document.
        when: The date that governs the figure, or None.
        status: The figure's status.
        offset: Where the figure begins.
    """
    if when and when.text == _WHOLE_YEAR and when.end is None:
        return find_framed_date(view, offset, status) or _find_date_before(view, offset, status) or when
    if when and not is_still_running(view, when, status):
        return resolve_reviewed_year(view, when, status, offset)
    return find_framed_date(view, offset, status) or _find_date_before(view, offset, status)


def _is_attributive(view: ClauseView, mention: DateMention) -> bool:
    """Return whether a date only says which noun is meant: 主要涉及去年关爱计划的拨款."""
    before = max(mention.start - _NEAR, 0)
    is_named = view.cues.patterns[_ATTRIBUTIVE].search(view.text, before, mention.start)
    return bool(is_named) or _is_attribute(view, mention)


def _is_attribute(view: ClauseView, mention: DateMention) -> bool:
    """Return whether a date says which one is meant, by the words behind it: 去年公布的调查, 过去5年来的低位."""
    return bool(view.cues.patterns[_ATTRIBUTE].match(view.text, mention.end))


def _is_object(view: ClauseView, mention: DateMention, mentions: list[DateMention], clause: int) -> bool:
    """Return whether a date belongs to a noun, in a clause that begins with its own: 2030年为2031年的展览预留3亿元."""
    text = view.text
    if not _OBJECT.search(text, max(mention.start - _NEAR, 0), mention.start):
        return False
    earlier = [one for one in mentions if clause <= one.start < mention.start and not one.named]
    return any(
        _AT.search(text, max(one.start - _NEAR, 0), one.start)
        and text[one.end : mention.start].strip(" ") not in JOINS
        for one in earlier
    )


def _is_unresolved_period(mention: DateMention) -> bool:
    """Return whether nothing resolves a period, which then hides no date before it: 创近3年新低."""
    return mention.when.end is None and mention.when.grain == "period"


def _is_another_plans(view: ClauseView, mention: DateMention, first: DateMention) -> bool:
    """Return whether a period in a bracket behind a plan's name dates the plan only: 113年度编列推动计划(112-116年)经费."""
    is_period = mention.when.grain == "period" and mention != first
    return is_period and bool(_PLAN_BRACKET.search(view.text, max(mention.start - _NEAR, 0), mention.start))


def _is_whole_year(mention: DateMention) -> bool:
    """Return whether the mention is a whole year without a number: 全年."""
    return mention.when.text == _WHOLE_YEAR


def _find_governing_date(view: ClauseView, place: QuantityContext) -> DateRef | None:
    """Find the date that governs a sentence: earlier in its paragraph, in its lead-in, or in a heading."""
    line = view.line_start(place.sentence[0])
    stated = _find_stated_date(view, max(line, place.sentence[0] - _REACH), place.sentence[0])
    if stated and not _speaks_of_now(view, place, stated):
        return view.locate_date(stated)
    lead_in = _find_lead_in_date(view, line)
    if lead_in and not _speaks_of_now(view, place, lead_in):
        return view.locate_date(lead_in)
    for section in reversed(view.section_chain(place.figure.start)):
        if section.kind == "title":
            continue
        # The first sentence of a numbered paragraph is its title: a date behind the figure is another's.
        start, end = view.text_view.shortened_span(section.title_span)
        for mention in view.dates_between(start, min(end, place.figure.first)):
            dates_nothing = mention.named or mention.compared or _is_attributive(view, mention)
            if mention.when.end and not dates_nothing and not _is_whole_year(mention):
                return view.locate_date(mention)
    return None


def _speaks_of_now(view: ClauseView, place: QuantityContext, stated: DateMention) -> bool:
    """Return whether a sentence speaks of today, behind another date: 2030年成立。现时有3间; 明年设5处。较去年增加3处."""
    text, figure = view.text, place.figure.first
    if lies_ahead(view, stated.when) > 0:
        mentions = view.dates_between(place.sentence[0], min(place.sentence[1], figure + _TODAY))
        if any(one.compared and lies_ahead(view, one.when) < 0 for one in mentions):
            return True
    start = max(place.sentence[0], figure - _TODAY)
    start = max(start, text.rfind(";", start, figure) + 1)
    if not view.cues.patterns[_NOW].search(text, start, figure) or text.find("将", start, figure) >= 0:
        return False
    return stated.when.end is not None


def _find_date_before(view: ClauseView, offset: int, status: Status) -> DateRef | None:
    """Find the date of the paragraphs before: an excerpt without a title goes on speaking of their year."""
    if view.prepared.document.title is not None:
        return None
    line = view.line_start(offset)
    before = _find_stated_date(view, max(0, line - _REACH), max(line - 1, 0), bracketed=False)
    if before is None or before.when.end is None:
        return None
    # 政府于2034年成立基金。⏎共有40名学员: the date of a deed is not that of the next paragraph.
    start = max(line - _REACH, before.start - _NEAR)
    if status == "achieved" and _DEED_DATE.search(view.text, start, before.start):
        return None
    # 2035年扩大至30万吨。⏎最新统计有3处: what is reached has no date that is to come.
    if status == "achieved" and view.year is not None and int(before.when.end[:4]) > view.year:
        return None
    return view.locate_date(before)


def _find_stated_date(
    view: ClauseView, start: int, end: int, *, bracketed: bool = True
) -> DateMention | None:
    """Find the last date between two offsets that dates what is said behind it.

    Args:
        view: The document.
        start, end: The offsets.
        bracketed: Whether one in a bracket counts: 达到79岁(2020年77.3岁).
    """
    mentions = view.dates_between(start, end)
    for mention in reversed(mentions):
        dates_nothing = (
            _is_another_plans(view, mention, mentions[0])
            or mention.named
            or mention.when.role == "from"
            or _is_attributive(view, mention)
        )
        dates_nothing = dates_nothing or _is_unresolved_period(mention)
        dates_nothing = dates_nothing or (
            not bracketed and view.text[mention.start - 1 : mention.start] == "("
        )
        if not mention.compared and not dates_nothing and not _is_whole_year(mention):
            return mention
    return None


def _find_lead_in_date(view: ClauseView, line: int) -> DateMention | None:
    """Find the last date of the lead-in: 到2033年底，具体目标如下："""
    lead_in = _find_list_head(view, line) or view.find_lead_in(line)
    dates = view.dates_between(*lead_in) if lead_in else []
    return next((mention for mention in reversed(dates) if not mention.compared and not mention.named), None)


def _find_list_head(view: ClauseView, line: int) -> Span | None:
    """Find the paragraph above a list of items with dashes, if the line at `line` is one of them."""
    passed = []
    while line not in view.list_heads:
        if not line or not _DASH.match(view.text, line):
            view.list_heads[line] = None
            break
        passed.append(line)
        before = view.line_start(line - 1)
        if not _DASH.match(view.text, before):
            is_title = before < view.title_span[1]
            view.list_heads[line] = None if is_title else Span(max(before, line - _REACH), line - 1)
            break
        line = before
    head = view.list_heads[line]
    view.list_heads.update(dict.fromkeys(passed, head))
    return head


def build_baseline(
    view: ClauseView, source: Quantity | None, compared: DateMention | None
) -> Baseline | None:
    """Build the baseline of a figure: its starting value, a date, or both; None without either."""
    if source is None and compared is None:
        return None
    when = view.locate_date(compared) if compared else None
    unit = view.write_unit(source.unit, source.start, source.end) if source else ""
    return Baseline(source.low if source else None, unit, when)
