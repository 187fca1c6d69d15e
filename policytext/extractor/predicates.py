"""What a clause promises: verb, object and complement behind adverbs and phrases, where verbs are joined each of them.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> def show(text, bound=False):
...     found = read_predicates(text, 0, len(text), cues, bound)
...     return [(text[slice(*one.verb)], one.object and text[slice(*one.object)]) for one in found]
>>> show("将老龄事业纳入年度计划"), show("对排污企业全面实行在线监测")
([('纳入', '老龄事业')], [('实行', '在线监测')])
>>> show("检讨并完善拨款机制", bound=True)
[('检讨', '拨款机制'), ('完善', '拨款机制')]
"""

import re
from itertools import islice

from policytext.extractor.cues import TargetCues
from policytext.extractor.joined_verbs import Predicate, read_joined
from policytext.extractor.verbs import SHORTEST_OBJECT, find_verb, is_done_behind, skip_adverbs
from policytext.text.lazy_patterns import LazyPattern

__all__ = ["Predicate", "find_verb", "read_predicates"]


_EMPTILY = "予以"
_TAKING = ("采取", "采用")
_TAKEN = ("措施", "政策", "行动", "举措", "办法")
_DATED = LazyPattern(r"[于在](?:\d{4}|[一二][〇零○九][〇零○一二三四五六七八九]{2})年[^,。;的]{0,8}$")
_SHORTEST_PLAIN = 3  # characters behind a verb that nothing marks
_MOST_ENDS = 4  # places where a phrase may end
_LONGEST_PHRASE = 90  # characters between a preposition and the verb

# Templates: a slot in braces is a list in `rules/targets`.
_DISPOSAL = "[将把]"
_DISPOSED = "(?:{adverbs}){0,3}({disposal-verbs})"
_OPENING = "{phrase-openings}"
_ADVERBS = "(?:(?:{adverbs})地?)"
_VERBS = "(?:{commitment-verbs}|{bound-verbs})"
# One adverb comes before the repetition, so that a search skips to the characters that one begins with.
_FEW_ADVERBS = f"{_ADVERBS}{_ADVERBS}{{0,2}}"
_BEHIND_ADVERB = f"{_FEW_ADVERBS}({_VERBS})"
_BEHIND_PHRASE = f"(?:{{phrase-ends}}),?{_ADVERBS}{{0,3}}({_VERBS}|{{deed-verbs}}|通过)"
# What else a phrase of time or manner leads to: 于会前|将…, 以书面|叙明…
_BEHIND_END = f"(?:{{phrase-ends}})(?=[将把就向]|{_ADVERBS}{{0,3}}(?:{{deed-verbs}}))"
_LEADING = "{leading-verbs}"
_TOGETHER = f"(?:{_VERBS}(?=(?:{{joint-deeds}})$)|(?:{{joint-deeds}})(?![的、及和与]))"
_ABOUT = "(?:{about-verbs})(?![的、及和与或])"
_BENEFIT = "{benefit-verbs}"
_EMPTY = "(?:{empty-verbs})(?!的)"
_LIGHT = "{light-verbs}"
_LAST_ADVERBS = f"(?:{{obligation-words}}|应)?{_FEW_ADVERBS}$|(?:{{obligation-words}}|应)$"
_PLAIN = f"{_VERBS}(?![的、及和与或者率性型]|工作|项目|单位|部门|小组|机构|中心|人员|系统|平台|体系|机制|网络|制度|政策|资源|局|署|委员会|{{phrase-ends}}|{_VERBS})"
_TRAILING = r"\([^()]{0,40}(?:见|附|简称|下同)[^()]{0,40}\)$"


def read_predicates(
    text: str, at: int, end: int, cues: TargetCues, bound: bool, near_modal: bool = False
) -> list[Predicate]:
    """Read the promises from an offset on, the first of which begins there; an empty list if none does.

    Args:
        text: The text.
        at: Where the predicate begins, behind actor and modal verb.
        end: The end of the clause.
        cues: The cues.
        bound: Whether an actor or a modal verb stands before it, so that more verbs count.
        near_modal: Whether actor and modal verb stand before it, so that any phrase may come before the verb.
    """
    trailing = cues.patterns[_TRAILING].search(text, at, end) if text[end - 1] == ")" else None
    end = trailing.start() if trailing else end
    if at >= end:
        return []
    if verb := find_verb(text, at, end, cues, bound):
        led = verb[1] < end and text[verb[1]] in "把将对" and cues.patterns[_LEADING].fullmatch(text, *verb)
        found = read_predicates(text, verb[1], end, cues, bound, near_modal) if led else []
        return found or read_joined(text, at, verb, end, cues)
    if text[at] in "将把" and (disposed := _read_disposal(text, at, end, cues)):
        return [disposed]
    after = skip_adverbs(text, at, end, cues)
    if after == end:
        return []
    if after > at and text[after] in "将把" and (disposed := _read_disposal(text, after, end, cues)):
        return [disposed._replace(start=at)]
    if text[after] not in cues.phrase_firsts:
        return []
    opening = cues.patterns[_OPENING].match(text, after, end)
    if opening is None:
        return []
    predicates = _read_phrase(text, (opening.start(), opening.end(), end), cues, bound, near_modal)
    # 采取更为积极的支持政策: no phrase, since nothing follows it.
    is_taken = opening[0] in _TAKING and text.endswith(_TAKEN, 0, end) and text[opening.end()] != "的"
    if not predicates and is_taken:
        return read_joined(text, at, (opening.start(), opening.end()), end, cues)
    return [predicates[0]._replace(start=at), *predicates[1:]] if predicates else []


def _read_disposal(text: str, at: int, end: int, cues: TargetCues) -> Predicate | None:
    """Read 将X纳入Y: the object stands before the verb."""
    last = min(at + _LONGEST_PHRASE, end)
    matches = [one for one in cues.patterns[_DISPOSED].finditer(text, at + 2, last) if one.end() < end]
    # 把全面建成小康社会的使命扛在肩上: a verb with 在 or 为 is the one.
    if match := next(
        (one for one in matches if one[1][-1] in "在到至为入于"), matches[0] if matches else None
    ):
        last = _skip_back(text, match.start())
        if dated := _DATED.search(text, at + 2, last):  # 将容量于2030年提升至68架次
            last = dated.start()
        return Predicate(at, end, match.span(1), (at + 1, last), (match.end(), end))
    if skip_adverbs(text, at + 1, end, cues) > at + 1 or cues.patterns[_OPENING].match(text, at + 1, end):
        return None  # 将持续通过服务体系…, 将向立法会…
    if verb := _find_verb_match(cues.patterns[_PLAIN], text, at, at + 3, last, cues):
        rest = (verb.end(), end) if verb.end() < end else None
        return Predicate(at, end, verb.span(), (at + 1, _skip_back(text, verb.start())), rest)
    return None


def _skip_back(text: str, at: int) -> int:
    """Return the offset before 予以: 将草案予以公告."""
    return at - len(_EMPTILY) if text.endswith(_EMPTILY, 0, at) else at


def _read_phrase(
    text: str, phrase: tuple[int, int, int], cues: TargetCues, bound: bool, near_modal: bool
) -> list[Predicate]:
    """Read 对X进行Y, 按X要求公布Y: the verb behind a phrase with a preposition.

    Args:
        text: The text.
        phrase: Where the preposition begins and ends, and the end of the clause.
        cues: The cues.
        bound: Whether an actor or a modal verb stands before it.
        near_modal: Whether both stand right before it.
    """
    start, at, end = phrase
    if text[start] == "于" and not bound:  # 于3月5日提出投诉: a report
        return []
    last = min(at + _LONGEST_PHRASE, end)
    takes_object = text[start] in "对就"
    match = _find_phrase_verb(text, (start, at, last), cues, bound, near_modal)
    if match is None:
        return _read_behind_phrase(text, start, at, end, cues) if near_modal and not takes_object else []
    if text[start] == "以" and text.find("的", at, match.start()) > 0:
        return []  # 以互联网为代表的技术不断更新
    verb = match.span(match.lastindex or 0)
    inside = (at, match.start()) if takes_object and match.start() - at >= 2 else None
    if inside and (adverbs := cues.patterns[_LAST_ADVERBS].search(text, at + 1, inside[1])):
        inside = at, adverbs.start()
    if match.re is cues.patterns[_PLAIN] and (
        end - verb[1] < _SHORTEST_PLAIN or (text[start] in "在于" and text[end - 1] in "下中后时前上内")
    ):
        return []
    if end - verb[1] < SHORTEST_OBJECT:
        return [Predicate(start, end, verb, inside)]
    if takes_object:
        return [Predicate(start, end, verb, (verb[1], end), inside)]
    return read_joined(text, start, verb, end, cues)


def _find_phrase_verb(
    text: str, phrase: tuple[int, int, int], cues: TargetCues, bound: bool, near_modal: bool
) -> re.Match[str] | None:
    """Find the verb behind a phrase."""
    start, at, last = phrase
    takes_object = text[start] in "对就"
    templates = [_EMPTY, _BEHIND_ADVERB, _LIGHT, _BEHIND_PHRASE]
    if takes_object:
        templates.pop()
    elif text[start] == "为":
        templates.insert(0, _BENEFIT)
    elif text[start] in "与同跟和":
        templates.append(_TOGETHER)
    if text[start] == "用" or (near_modal and text[start] not in "对为以就"):
        templates.append(_PLAIN)
    elif bound and text[start] in "就向":
        templates.append(_ABOUT)
    for template in templates:
        match = _find_verb_match(cues.patterns[template], text, start, at + 1, last, cues)
        # 对开展募捐的平台实施管理: the last of them is the verb of the clause.
        while match and template is _LIGHT and takes_object:
            later = _find_verb_match(cues.patterns[template], text, start, match.end(), last, cues)
            if later is None:
                break
            match = later
        if match and (
            takes_object
            or template is not _BEHIND_ADVERB
            or last - match.end() >= SHORTEST_OBJECT
            or (near_modal and match.end() == last)
        ):
            return match
    return None


def _read_behind_phrase(text: str, start: int, at: int, end: int, cues: TargetCues) -> list[Predicate]:
    """Read what a phrase of time or manner leads to behind a modal verb: 应于会前将议程分送委员."""
    for phrase in islice(cues.patterns[_BEHIND_END].finditer(text, at + 1, end), _MOST_ENDS):
        if found := read_predicates(text, phrase.end(), end, cues, bound=True):
            return [found[0]._replace(start=start), *found[1:]]
    return []


def _find_verb_match(
    pattern: re.Pattern[str], text: str, phrase: int, start: int, end: int, cues: TargetCues
) -> re.Match[str] | None:
    """Return the first match that is no attribute (提供的) and does not begin inside 《》 of the phrase."""
    titled = text.find("《", phrase, end) >= 0
    for match in pattern.finditer(text, start, end):
        if is_done_behind(text, match.end(), cues):
            continue
        if text[match.start() - 1] == "的" and text[phrase] not in "对就":  # 通过招标确定的集中采购品种
            continue
        if not titled or text.count("《", phrase, match.start()) == text.count("》", phrase, match.start()):
            return match
    return None
