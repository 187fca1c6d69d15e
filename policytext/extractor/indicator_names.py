"""The name of an indicator: what its figure measures or counts, as the sentence calls it.

The noun phrase of the figure's own clause is the name (`noun_phrases`), or what the figure counts (`counted_nouns`), or
the one of several that 分别 gives it (`paired_names`). A clause that only says by how much (同比增长5%) continues the
subject before it; a share that only says of what (占总数的68%) is named by both.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policytext.extractor.clauses import ClauseView
from policytext.extractor.counted_nouns import find_noun_after, strip_verbs
from policytext.extractor.cues import TargetCues
from policytext.extractor.noun_phrases import DATE, find_name_before
from policytext.extractor.paired_names import split_names
from policytext.extractor.quantities import Quantity
from policytext.extractor.quantity_context import QuantityContext
from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern

_DIGIT = compile_pattern(r"[\d:]")
_SHORTEST = 2  # characters of the shortest name
_SUBJECT = 40  # characters of the longest subject that is a clause of its own
_NOUN = compile_pattern(r"[^\W\d_]|[“(《]")
# A year of the Republic, also where the document does not say that its years are such: 113年底.
_ROC_YEAR = compile_pattern(r"(?<!\d)(?:民国)?1[01]\d年度?(?:[底末初]|\d{1,2}月(?:[底末]|\d{1,2}日)?)?")
_RESPECTIVELY = "分别"
_GAP = 2  # characters between two sentences, such as spaces
_MOST_PAIRED = 40  # figures of a clause that 分别 pairs with names
_POINTS = ("%", "个百分点")
_SHARES = ("%", "‰", "倍", "个百分点")
# 其中701亿元为基本工程开支: the part is named behind its figure.
_PART = compile_pattern("[为是属系](?!了)([^,;。:、()\n\\d]{2,20})")
_ALONE = compile_pattern("^[,、;(\\s]*[约只仅]?占[了约到]?$")
# 税收收入占一般公共预算收入: the subject of a share.
_SUBJECT_OF_SHARE = compile_pattern("^(.{2,}?)[占佔](?![比用地有道])")
_SHARE = compile_pattern("^[约共已仅只均]*(?P<of>[占佔]到?[^,;占佔]{2,24}|[占佔]比|所?占?比重)$")

# Templates: a slot in braces stands for the words of that list in `rules/targets`.
_ENDED = (
    "[以左及或之]|的?(?:{no-name-changes})|(?:{no-name-verbs})(?![^,。;]{0,12}的\\w)"
    # 维持在3.5%的低水平: the name stands before the figure.
    r"|的(?:[较更][高低快慢]|[高低中]|{level-adjectives})?(?:{level-nouns})(?!\w)"
)
_ADJUNCT = "{adjunct-openings}"
_PRAISE = "{praising-words}"
_GIVING = "{payment-verbs}"
_PAYMENT = r"的?([^,。;:、\d的]{0,8}?(?:{payments}))(?=[,。;:、)\n]|$)"
_STATE = "(?:{noun-sequels})$"
_PARTITIVE = "{partitives}"
_PROPORTION = "(?:{proportions})$"


class KnownNames:
    """The names of the figures before, which a clause without a subject of its own continues."""

    def __init__(self) -> None:
        self.sentence = Span(-1, -1)
        self.subject = self.share = ""
        self.subjects: list[str] = []
        self.group: list[str] = []
        self.end = 0

    def enter(self, sentence: Span, *, same_paragraph: bool) -> None:
        """Begin a sentence, which continues the subject of the one directly before it at most."""
        if sentence != self.sentence:
            if not same_paragraph or sentence[0] > self.sentence[1] + _GAP:
                self.subject = self.share = ""
            self.sentence, self.subjects, self.group, self.end = sentence, [], [], sentence[0]

    def note(self, name: str, end: int) -> None:
        """Keep the name of a figure that ends at `end`."""
        self.end = end
        if name:
            share = _SUBJECT_OF_SHARE.match(name)
            self.subject, self.share = (share[1], name) if share else (name, "")
            if not self.subjects or self.subjects[-1] != self.subject:
                self.subjects.append(self.subject)


class NamedFigure(NamedTuple):
    """The name of a figure in the original's script, and the offset where its statement ends."""

    name: str
    end: int


def find_name(
    view: ClauseView,
    place: QuantityContext,
    head: Span,
    figures: Sequence[Quantity],
    cues: TargetCues,
    known: KnownNames,
    *,
    source: bool = False,
) -> NamedFigure:
    """Find the name of an indicator.

    Args:
        view: The document.
        place: The figure in its surroundings.
        head: The words of its clause before it.
        figures: The figures of its clause.
        cues: The cues.
        known: The names before.
        source: Whether the figure has a starting value.
    """
    text, figure = view.text, place.figure
    if noun := _find_counted_noun(text, place, figures, cues):
        return NamedFigure(
            view.quote_original(noun, figure.last, place.clause[1]), figure.last + _end_of(noun, text, figure)
        )
    if paired := _find_paired_name(view, place, figures, cues, known):
        return NamedFigure(paired, figure.last)
    words = mask_dates(view, head)
    name = find_name_before(words, cues, share=figure.unit in _SHARES, source=source, rank=figure.rank)
    if figure.unit not in _SHARES:
        name = strip_verbs(name, cues, counting=figure.unit not in cues.measuring)
    if (not name or cues.patterns[_GIVING].match(name)) and (
        payment := cues.patterns[_PAYMENT].match(text, figure.last)
    ):
        # 给予最高50万元奖励: what is given is named behind its sum.
        return NamedFigure(view.quote_original(payment[1], *payment.span(1)), payment.end())
    if known.subject and cues.patterns[_STATE].match(name):  # 其中已完工3万户
        name = ""
    if name and not cues.limits.fullmatch(name):
        quoted = view.quote_original(name, *head)
        share = _SHARE.match(name)
        subject = _find_subject(view, place, cues, known) if share else ""
        return NamedFigure(
            _compose_share(share, quoted, subject, cues) if subject and share else quoted, figure.last
        )
    if noun := _find_noun_of_part(text, place, words, cues):
        return NamedFigure(
            view.quote_original(noun, figure.last, place.clause[1]), figure.last + _end_of(noun, text, figure)
        )
    subject = _find_subject(view, place, cues, known)
    if subject and _ALONE.search(words):  # 其中公屋住户9万户(占63%)
        return NamedFigure(f"{subject}{view.quote_original('占', *head)}比", figure.last)
    # 占总数的68%,提高2个百分点: it is the share that changed.
    shared = (
        subject == known.subject and figure.unit in _POINTS and (figure.unit != "%" or not words.strip(" 、"))
    )
    return NamedFigure(known.share if known.share and shared else subject, figure.last)


def _end_of(noun: str, text: str, figure: Quantity) -> int:
    return text.find(noun, figure.last) + len(noun) - figure.last


def mask_dates(view: ClauseView, span: Span) -> str:
    """Return the words of a span with a sign for each character of its dates, but not of names of plans."""
    start, end = span
    words = _ROC_YEAR.sub(lambda year: DATE * len(year[0]), view.text[start:end])
    for mention in view.dates_between(start, end):
        if not mention.named and mention.end <= end:
            words = (
                words[: mention.start - start]
                + DATE * (mention.end - mention.start)
                + words[mention.end - start :]
            )
    return words


def _find_counted_noun(
    text: str, place: QuantityContext, figures: Sequence[Quantity], cues: TargetCues
) -> str:
    """Return the noun behind a figure that counts it: 30家养老机构; 5%的企业."""
    figure = place.figure
    following = figures[place.place + 1].first if place.place + 1 < len(figures) else place.clause[1]
    tail = text[figure.last : following]
    share = figure.unit in ("%", "‰") and tail.startswith("的")
    counting = figure.unit not in cues.measuring and not figure.rank and "/" not in figure.unit
    if (share or counting) and _NOUN.match(tail) and not cues.patterns[_ENDED].match(tail):
        return find_noun_after(tail, cues)
    return ""


def _find_noun_of_part(text: str, place: QuantityContext, words: str, cues: TargetCues) -> str:
    """Return the noun behind a part that has no name before it: 其中5亿元为基本支出; 包括5亿元的基本支出."""
    tail = text[place.figure.last : place.clause[1]]
    if cues.patterns[_PARTITIVE].search(words) and (part := _PART.match(tail)):
        return part[1]
    if tail.startswith("的") and not cues.patterns[_ENDED].match(tail):
        return find_noun_after(tail, cues)
    return ""


def _find_subject(view: ClauseView, place: QuantityContext, cues: TargetCues, known: KnownNames) -> str:
    """Return the subject that a clause without its own continues: a clause of its own, or that of the figure before."""
    start = place.clause[0]
    for first, end in reversed(list(view.clauses(max(known.end, place.sentence[0]), start))):
        words = mask_dates(view, Span(first, end))
        if end - first > _SUBJECT or cues.patterns[_ADJUNCT].match(words.lstrip(" 、")):
            continue
        if praise := cues.patterns[_PRAISE].search(words, _SHORTEST):
            words = words[: praise.start()]
        name = find_name_before(words, cues)
        if len(name) >= _SHORTEST and not cues.verbs.match(name) and not _DIGIT.search(name):
            return view.quote_original(name, first, end)
    return known.subject


def _compose_share(share: re.Match[str], quoted: str, subject: str, cues: TargetCues) -> str:
    """Return the name of a share with its whole: 普惠性幼儿园 and 占总数."""
    of = quoted[share.start("of") :]
    return f"{subject}{of}" + ("" if cues.patterns[_PROPORTION].search(share["of"]) else "比重")


def _find_paired_name(
    view: ClauseView,
    place: QuantityContext,
    figures: Sequence[Quantity],
    cues: TargetCues,
    known: KnownNames,
) -> str:
    """Return the name of one figure of several: 城镇和农村居民收入分别增长4.3%、5.5%."""
    start, figure = place.clause[0], place.figure
    at = view.text.rfind(_RESPECTIVELY, start, figure.first)
    if (at < 0 and not known.group) or len(figures) > _MOST_PAIRED:
        return ""
    paired = [other for other in figures if other.first > max(at, start - 1)]
    if figure not in paired or len(paired) < 2:
        return ""
    nth = paired.index(figure)
    if at < 0:
        # 分别增长4倍和10倍,达到12亿元和21亿元: the same names once more.
        same = len(known.group) == len(paired) and not find_name_before(
            view.text[start : paired[0].first], cues
        )
        return known.group[nth] if same else ""
    if nth:
        return known.group[nth] if len(known.group) == len(paired) else ""
    known.group = _list_names(
        view, Span(max(start, known.end if known.end > start else start), at), paired, cues, known
    )
    return known.group[0] if known.group else ""


def _list_names(
    view: ClauseView, before: Span, paired: Sequence[Quantity], cues: TargetCues, known: KnownNames
) -> list[str]:
    """Return the names that 分别 distributes: those listed before it, or those of the figures before."""
    phrase = find_name_before(mask_dates(view, before), cues)
    if not phrase:
        return known.subjects[-len(paired) :] if len(known.subjects) >= len(paired) else []
    behind = find_name_before(view.text[before[1] + len(_RESPECTIVELY) : paired[0].first], cues)
    # 货物贸易和对外投资分别占比达30%、20%.
    return [view.quote_original(name, *before) + behind for name in split_names(phrase, len(paired))]
