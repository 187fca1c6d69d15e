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
from policytext.extractor.known_names import KnownNames
from policytext.extractor.name_subjects import find_subject, find_topic, mask_dates
from policytext.extractor.noun_phrases import find_name_before
from policytext.extractor.paired_names import find_paired_name
from policytext.extractor.quantities import Quantity
from policytext.extractor.quantity_context import QuantityContext
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern

_NOUN = LazyPattern(r"[^\W\d_]|[“「(《]")
# 其中2个为未批租土地: what the figure counts stands behind the verb.
_BEING = LazyPattern("^(?:均|皆|都|全部)?(?:为|是|属于)(?!了|期|主|正|否)")
_NOTE_MARK = LazyPattern(r"^\(\d{1,2}\)")  # 6 800名(1)公务员
_COUNTING = LazyPattern("(?:有|覆盖|涵盖|惠及|增加|减少|^)$")
# 向研发计划额外注资(1亿元): a sum is that of what it is given to.
_RECEIVER = LazyPattern(
    "(?:[^,;向为对]{0,8}?(?:建议|会|将))?[向为对](?:每[名户位家][^,;的]{1,10}的)?([^,;]{2,24}?(?:额外|再|各)*(?:注资|增拨|拨款))"
)
# 为咨询工作预留(730万元): what it is set aside for stands before the verb.
_FOR = LazyPattern("(?:[^,;的为]{2,10})?[为就]([^,;为]{2,24}?)(?:额外|另外|共|再)*(?:预留|拨备|编列)")
# 预留3亿元支援创科, 拨款8亿元,作为这些中心来年的开支: what a sum is set aside for.
_RESERVED = LazyPattern("(?:预留|拨款|拨出|增拨|注资|拨备)(?:额外|再)?$")
_PURPOSE = LazyPattern(
    ",?(?:作为|用作|用于|用以|以(?![上下内及外往免])|支持|支援|资助|予)(?:(?:这些|该等|该些|上述)[^,;。的]{0,12}的)?([^,;。:、()\n\\d]{2,20})(?=[,;。:、()\n]|$)"
)
# What stands between a figure and the noun that others share with it: 、282及329(宗), (2030年374个、2031年265个).
_MORE = LazyPattern(r"(?:[、及和与]|以及)\d[\d, ]{0,9}(?<=\d)")
_BRACKET = LazyPattern(r"\([^()\n]{1,60}\)")
_MOST = 8  # figures that share a noun
_SHARES = ("%", "‰", "倍", "个百分点")
# 111处集团产区、面积逾(3.9万公顷): what stands before the next figure is its name.
_ANOTHERS = LazyPattern("、[^、,;。]{2,}(?<![、和及与或])$")
# 其中701亿元为基本工程开支: the part is named behind its figure.
_PART = LazyPattern("[为是属系](?!了)([^,;。:、()\n\\d]{2,20})")
_ALONE = LazyPattern("^[,、;(\\s]*[约只仅]?占[了约到]?$")
_SHARE = LazyPattern(
    "^(?:至少|合计|[约共已仅只均也亦])*(?P<of>[占佔]到?[^,;占佔]{2,24}|[占佔]比|所?占?比重)$"
)

# 主委表示将维持95%达成率: a rate behind its value.
_KEPT = LazyPattern("(?:维持|保持|达成|实现|力拼|力拚)(?:约|逾)?$")
_RATE_BEHIND = LazyPattern("的?([^\\W\\d_]{1,8}率)(?=[,。;、)\n]|$)")
_REFERRED = LazyPattern("(?:[该此]|[这此]一)(比[例率重]|百分比|数[字目额]|[金款总]额|总数|人数)")
_NUMBERS = ("人数", "人次", "总数", "数目", "数量")  # 长者人数由3000人增至5000位长者
_SHORTEST = 2  # characters of the shortest name

# Templates: a slot in braces stands for the words of that list in `rules/targets`.
_ENDED = (
    "[以左及或之]|[将会已]?[于在](?![^,;。:、()\\d\n]{3,20}(?<!目)的[^\\W\\d_]{2,12}(?=[,;。:、]|$))|的?(?:{no-name-changes})|(?:{no-name-verbs})(?![^,。;]{0,12}的\\w)"
    # 维持在3.5%的低水平: the name stands before the figure.
    r"|的(?:[较更][高低快慢]|[高低中]|{level-adjectives})?(?:{level-nouns})(?:(?!\w)|(?:{no-name-changes}))"
)
_GIVING = "{payment-verbs}"
_GIVEN = "(?:{counting-verbs})约?$"  # 政府就此计划提供(1000亿元的信贷保证额)
_PAYMENT = (
    r"的?(?![为是]|设立|建立|成立|用于|支持|推进|实施)([^,。;:、()\d的]{0,8}?(?:{payments}))(?=[,。;:、)\n]|所|以?[及和与](?=约?\d)|用[于作以]|{commitment-verbs}|$)"
    # 设立100亿元“产学研”计划; 预留55亿元用作发展园区.
    r"|的?(“[^“”,。\n]{2,20}”[^,。;:、\d的]{0,6})(?=[,。;:、)\n]|$)|用(?:作|于|以)([^,。;:、()\n]{2,20})"
)
# 中央共安排了近(4000亿元的资金): the same behind the one who gives, whose words go with the name.
_PAID = "(?:{payment-verbs})(?<![按照对向为])了?(?:一[笔次]过|一次性)?[近约逾超]?$"
# 试点扩大到(1000个县): what spreads is the name.
_SPREADING = "(?<=..)(?:{spreading-verbs})了?[近约逾超]?$"
_QUANTITY = "(?<=..)(?:{quantity-heads})$"
# 当局录得(90亿元的综合盈余): the sum is named behind it, whoever gains it.
_GAINED = "录得(?:约|近|超过?)?$"
_STATE = "(?:{noun-sequels})$"
_PART_PREDICATE = "(?:{part-predicates})(?!.*的..)"
_PARTITIVE = "{partitives}"
_SAID = "{noun-sequels}"
_GENERIC = "{generic-names}"
_TAILS = "{name-tails}|值"
_PROPORTION = "(?:{proportions})$"
_RATE = "(?:{proportions}|[率比])$"


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
    figure = place.figure
    noun = _find_counted_noun(view.text, place, figures, cues)
    if known.subject and cues.patterns[_PART_PREDICATE].match(noun):  # 74间诊所,其中65间设有预约服务
        noun = ""
    if noun and (quantity := _find_quantity(view, head, noun, cues, source=source)):
        return NamedFigure(
            view.quote_original(quantity, *head), view.text.find(noun, figure.last) + len(noun)
        )
    if noun:
        return _name_behind(view, place, noun)
    if paired := find_paired_name(view, place, figures, cues, known):
        return NamedFigure(paired, figure.last)
    words = mask_dates(view, head)
    name = _find_own_name(words, place, cues, source=source)
    if figure.unit == "%" and _KEPT.search(words) and (rate := _RATE_BEHIND.match(view.text, figure.last)):
        return _name_behind(view, place, rate[1])
    if figure.unit.endswith("元") and (named := _name_sum(view, place, head, name)):
        return named
    if named := _name_given(view, place, words, name, cues):
        return named
    if figure.unit in ("%", "‰") and (topic := find_topic(view, place, words, name, cues)):
        return NamedFigure(topic, figure.last)
    if referred := _find_referred(words, name, known):
        return NamedFigure(referred, figure.last)
    done = known.subject and cues.patterns[_STATE].match(name)  # 其中已完工3万户
    if name and not done and not cues.limits.fullmatch(name):
        quoted = view.quote_original(name, *head)
        if (share := _SHARE.match(name)) and (subject := find_subject(view, place, cues, known)):
            quoted = _compose_share(share, quoted, subject, cues)
        return NamedFigure(quoted, figure.last)
    if noun := _find_noun_of_part(view.text, place, words, cues):
        return _name_behind(view, place, noun)
    return NamedFigure(_continue_subject(view, place, words, cues, known), figure.last)


def _find_own_name(words: str, place: QuantityContext, cues: TargetCues, *, source: bool) -> str:
    """Return the name before a figure in its own clause, without the verbs before what it counts."""
    figure = place.figure
    name = find_name_before(words, cues, share=figure.unit in _SHARES, source=source, rank=figure.rank)
    if figure.unit not in _SHARES:
        return strip_verbs(name, cues, counting=figure.unit not in cues.measuring)
    verb = cues.changing.match(name)
    if verb is None or verb.end() <= 1:
        return name
    # 增加津贴金额15%
    whole = len(name) - verb.end() < _SHORTEST or cues.patterns[_TAILS].match(name, verb.end())
    return name if whole else name[verb.end() :].lstrip("了的")


def _name_given(
    view: ClauseView, place: QuantityContext, words: str, name: str, cues: TargetCues
) -> NamedFigure | None:
    """Return the name of what is given or counted behind its figure: 给予最高50万元奖励; None where nothing is."""
    figure, patterns = place.figure, cues.patterns
    giving = not name or patterns[_GIVING].match(name) or patterns[_GAINED].search(words)
    giving = giving or patterns[_GIVEN].search(name) or patterns[_PAID].search(words)
    if giving and (payment := patterns[_PAYMENT].match(view.text, figure.last)):
        return _name_behind(view, place, payment[payment.lastindex or 1])
    if giving and figure.unit not in cues.measuring and (shared := _find_shared_noun(view, place, cues)):
        return NamedFigure(view.quote_original(shared, figure.last, place.clause[1]), figure.last)
    return None


def _find_referred(words: str, name: str, known: KnownNames) -> str:
    """Return what a word refers to: 而该比例为0.85%; an empty string where it is a name of its own."""
    referred = _REFERRED.search(words) if known.subject else None
    if referred is None or referred[1] != name:
        return ""
    return (known.share if name.startswith("比") else "") or known.subject


def _name_sum(view: ClauseView, place: QuantityContext, head: Span, name: str) -> NamedFigure | None:
    """Return the name of a sum by who receives it, or by what it is set aside for; None where neither is said."""
    last = place.figure.last
    if receiver := _RECEIVER.fullmatch(name):
        return NamedFigure(view.quote_original(receiver[1], *head), last)
    if aim := _FOR.fullmatch(name):
        return NamedFigure(view.quote_original(aim[1], *head), last)
    purpose = _PURPOSE.match(view.text, last) if _RESERVED.search(name) else None
    return _name_behind(view, place, purpose[1]) if purpose else None


def _find_quantity(view: ClauseView, head: Span, noun: str, cues: TargetCues, *, source: bool) -> str:
    """Return the quantity before a figure that has a noun behind it, if there is one: 公屋需求为3万个单位."""
    words = mask_dates(view, head)
    name = find_name_before(words, cues, source=source)
    is_linked = name and not words.rstrip().endswith(name)
    is_named = cues.patterns[_QUANTITY].search(name) or cues.patterns[_SPREADING].search(words)
    is_new = noun not in name or (source and name.endswith(_NUMBERS))
    return name if is_linked and is_new and is_named else ""


def _continue_subject(
    view: ClauseView, place: QuantityContext, words: str, cues: TargetCues, known: KnownNames
) -> str:
    """Return the subject before, or its share if that is what the figure says or what changed."""
    subject, unit = find_subject(view, place, cues, known), place.figure.unit
    # 实收数20亿元,达成率5%,较去年减少3亿元: it is the sum that changed.
    if (
        unit.endswith("元")
        and known.sum
        and subject == known.subject
        and cues.patterns[_RATE].search(subject)
    ):
        return known.sum
    if subject and _ALONE.search(words):  # 其中公屋住户9万户(占63%)
        return subject
    # 占总数的68%,提高2个百分点: it is the share that changed.
    changed = unit == "个百分点" or (unit == "%" and not words.strip(" 、"))
    return known.share if known.share and changed and subject == known.subject else subject


def _name_behind(view: ClauseView, place: QuantityContext, noun: str) -> NamedFigure:
    """Return a name that stands behind its figure."""
    start = view.text.find(noun, place.figure.last)
    return NamedFigure(view.quote_original(noun, start, start + len(noun)), start + len(noun))


def _find_counted_noun(
    text: str, place: QuantityContext, figures: Sequence[Quantity], cues: TargetCues
) -> str:
    """Return the noun behind a figure that counts it: 30家养老机构; 5%的企业."""
    figure = place.figure
    following = figures[place.place + 1].first if place.place + 1 < len(figures) else place.clause[1]
    tail = text[figure.last : following]
    if following != place.clause[1] and (own := _ANOTHERS.search(tail)):
        tail = tail[: own.start()]
    tail = _BEING.sub("", _NOTE_MARK.sub("", tail))
    share = figure.unit in ("%", "‰") and (tail.startswith("的") or _counts_people(text, place, cues))
    counting = figure.unit not in cues.measuring and not figure.rank and "/" not in figure.unit
    if (share or counting) and _NOUN.match(tail) and not cues.patterns[_ENDED].match(tail):
        return find_noun_after(tail, cues)
    return ""


def _counts_people(text: str, place: QuantityContext, cues: TargetCues) -> bool:
    """Return whether a share is of the people behind it: 覆盖超过80%全港人口, 约有三分之二公务员."""
    figure = place.figure
    counted = cues.people.match(text, figure.last, place.clause[1])
    return bool(counted and _COUNTING.search(text, place.clause[0], figure.first))


def _find_shared_noun(view: ClauseView, place: QuantityContext, cues: TargetCues) -> str:
    """Return the noun behind the last of several figures or a bracket: 处理了231、282及329宗个案; 681个(去年374个)个案."""
    text, last, end, unit = view.text, place.figure.last, place.clause[1], place.figure.unit
    at = last
    for _ in range(_MOST):
        more = _MORE.match(text, at, end)
        if more is None:
            break
        at = more.end() + len(unit) * text.startswith(unit, more.end())
    if at > last:
        return find_noun_after(text[at:end], cues) if text.endswith(unit, last, at) else ""
    bracket = _BRACKET.match(text, last, end)
    if bracket is None or not _NOUN.match(text, bracket.end(), end):
        return ""
    said = cues.patterns[_SAID].match(text, bracket.end())
    return "" if said else find_noun_after(text[bracket.end() : end], cues)


def _find_noun_of_part(text: str, place: QuantityContext, words: str, cues: TargetCues) -> str:
    """Return the noun behind a part that has no name before it: 其中5亿元为基本支出; 包括5亿元的基本支出."""
    tail = text[place.figure.last : place.clause[1]]
    if cues.patterns[_PARTITIVE].search(words) and (part := _PART.match(tail)):
        return part[1]
    if tail.startswith("的") and not cues.patterns[_ENDED].match(tail):
        noun = find_noun_after(tail, cues)
        return "" if cues.patterns[_GENERIC].fullmatch(noun) else noun  # 10个百分点的跌幅
    return ""


def _compose_share(share: re.Match[str], quoted: str, subject: str, cues: TargetCues) -> str:
    """Return the name of a share with its whole: 普惠性幼儿园 and 占总数."""
    of = quoted[share.start("of") :]
    return f"{subject}{of}" + ("" if cues.patterns[_PROPORTION].search(share["of"]) else "比重")
