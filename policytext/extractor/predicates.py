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
from typing import NamedTuple

from policytext.extractor.cues import TargetCues

_Span = tuple[int, int]

_SHORTEST_OBJECT = 2  # characters
_LONGEST_PHRASE = 90  # characters between a preposition and the verb
_MOST_JOINED = 4  # verbs of one clause
_JOINS = "以及、和与或并"  # the characters that a conjunction between verbs begins with

# Templates: a slot in braces is a list in `rules/targets`.
_BOUND = "{bound-verbs}"
_DONE_BEHIND = "{done-suffixes}"
_DISPOSAL = "[将把]"
_DISPOSED = "(?:{adverbs}){0,3}({disposal-verbs})"
_OPENING = "{phrase-openings}"
_ADVERBS = "(?:(?:{adverbs})地?)"
_VERBS = "(?:{commitment-verbs}|{bound-verbs})"
# One adverb comes before the repetition, so that a search skips to the characters that one begins with.
_FEW_ADVERBS = f"{_ADVERBS}{_ADVERBS}{{0,2}}"
_BEHIND_ADVERB = f"{_FEW_ADVERBS}({_VERBS})"
_BEHIND_PHRASE = f"(?:{{phrase-ends}}),?{_ADVERBS}{{0,3}}({_VERBS})"
_EMPTY = "(?:{empty-verbs})(?!的)"
_LIGHT = "{light-verbs}"
_LAST_ADVERBS = f"{_FEW_ADVERBS}$"
_PLAIN = f"{_VERBS}(?![的、及和与或者率性型]|工作|项目|单位|部门|小组|机构|中心|人员|系统|平台|{{phrase-ends}}|{_VERBS})"
_JOINED = f"(?:以?及|[、和与或并]|并且|或者){_ADVERBS}{{0,3}}({_VERBS})(?![、和与及或的等]|并)"
_AND = f"(?:并|、|并且|以及){_ADVERBS}{{0,3}}(?={_VERBS}[^、,和与及等])"
_TRAILING = r"\([^()]{0,40}(?:见|附|简称|下同)[^()]{0,40}\)$"


class Predicate(NamedTuple):
    """One promise of a clause, as spans of the text.

    Args:
        start, end: From its adverbs or its phrase to the end of its object.
        verb: The verb.
        object: What the verb acts on, or None.
        complement: What else the verb takes: 年度计划 of 将老龄事业纳入年度计划; or None.
    """

    start: int
    end: int
    verb: _Span
    object: _Span | None
    complement: _Span | None = None


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
        return _read_joined(text, at, verb, end, cues)
    if text[at] in "将把" and (found := _read_disposal(text, at, end, cues)):
        return [found]
    after = _skip_adverbs(text, at, end, cues)
    if after == end:
        return []
    if after > at and text[after] in "将把" and (found := _read_disposal(text, after, end, cues)):
        return [found._replace(start=at)]
    if text[after] not in cues.phrase_firsts:
        return []
    opening = cues.patterns[_OPENING].match(text, after, end)
    found = _read_phrase(text, opening.start(), opening.end(), end, cues, near_modal) if opening else None
    return [found._replace(start=at)] if found else []


def _skip_adverbs(text: str, at: int, end: int, cues: TargetCues) -> int:
    adverbs = cues.adverbs.match(text, at, end) if text[at] in cues.adverb_firsts else None
    return adverbs.end() if adverbs else at


def find_verb(text: str, at: int, end: int, cues: TargetCues, bound: bool) -> _Span | None:
    """Find the verb after the adverbs; an adverb that is also a verb may be the verb itself."""
    limit = _skip_adverbs(text, at, end, cues)
    for begin in range(min(limit, end - 1), at - 1, -1) if limit > at else (at,):
        by_first = cues.bound_verbs_by_first if bound or begin - at > 1 else cues.verbs_by_first
        if (verbs := by_first.get(text[begin])) and (verb := verbs.match(text, begin, end)):
            after = verb.end()
            long_enough = end - after >= _SHORTEST_OBJECT or (bound and after == end)
            is_behind_adverbs = begin in (at, limit) or cues.adverbs.fullmatch(text, at, begin)
            if long_enough and is_behind_adverbs and not _is_done_behind(text, after, cues):
                return verb.span()
    return None


def _is_done_behind(text: str, at: int, cues: TargetCues) -> bool:
    """Return whether a suffix of what is done or is no verb stands at an offset: 了 of 推进了, 型 of 创新型."""
    return text[at : at + 1] in cues.done_firsts and bool(cues.patterns[_DONE_BEHIND].match(text, at))


def _read_joined(text: str, at: int, verb: _Span, end: int, cues: TargetCues) -> list[Predicate]:
    """Read a verb and those joined to it: with the same object, or each with its own."""
    verbs, after = [verb], verb[1]
    while len(verbs) < _MOST_JOINED and after < end and text[after] in _JOINS:
        joined = cues.patterns[_JOINED].match(text, after, end)
        if joined is None or 0 < end - joined.end() < _SHORTEST_OBJECT:
            break
        if text[after] in "和与及":  # 推进和发展 is one deed
            verbs[-1] = verbs[-1][0], joined.end()
        else:
            verbs.append(joined.span(1))
        after = joined.end()
    own = cues.patterns[_AND].search(text, after + _SHORTEST_OBJECT, end)
    last = own.start() if own and _parts_promises(text, own, after, end) else end
    found = [
        Predicate(at if index == 0 else one[0], last, one, (after, last) if last > after else None)
        for index, one in enumerate(verbs)
    ]
    if own and last < end:
        start = own.start() + len("并") if text.startswith("并", own.start()) else own.start() + 1
        if second := find_verb(text, start, end, cues, bound=True):
            found += _read_joined(text, start, second, end, cues)
    return found


def _parts_promises(text: str, own: re.Match[str], after: int, end: int) -> bool:
    """Return whether a verb behind 并 or 、 has an object of its own, as the one before it has."""
    if text[own.start()] == "并":
        return end - own.end() > 3
    return own.start() - after >= 4 and end - own.end() >= 6


def _read_disposal(text: str, at: int, end: int, cues: TargetCues) -> Predicate | None:
    """Read 将X纳入Y: the object stands before the verb."""
    last = min(at + _LONGEST_PHRASE, end)
    for match in cues.patterns[_DISPOSED].finditer(text, at + 2, last):
        if end - match.end() >= 1:
            return Predicate(at, end, match.span(1), (at + 1, match.start()), (match.end(), end))
    if verb := _find_verb_match(cues.patterns[_PLAIN], text, at, at + 3, last, cues):
        rest = (verb.end(), end) if verb.end() < end else None
        return Predicate(at, end, verb.span(), (at + 1, verb.start()), rest)
    return None


def _read_phrase(
    text: str, start: int, at: int, end: int, cues: TargetCues, near_modal: bool
) -> Predicate | None:
    """Read 对X进行Y, 按X要求公布Y: the verb behind a phrase with a preposition."""
    last = min(at + _LONGEST_PHRASE, end)
    takes_object = text[start] in "对就"
    for template in (_EMPTY, _BEHIND_ADVERB, _LIGHT, *(() if takes_object else (_BEHIND_PHRASE,)), _PLAIN):
        if template is _PLAIN and not (text[start] == "用" or (near_modal and text[start] not in "对为以")):
            continue
        match = _find_verb_match(cues.patterns[template], text, start, at + 1, last, cues)
        # 对开展募捐的平台实施管理: the last of them is the verb of the clause.
        while match and template is _LIGHT and takes_object:
            later = _find_verb_match(cues.patterns[template], text, start, match.end(), last, cues)
            if later is None:
                break
            match = later
        if match and (
            takes_object or template is not _BEHIND_ADVERB or end - match.end() >= _SHORTEST_OBJECT
        ):
            break
    else:
        return None
    if text[start] == "以" and text.find("的", at, match.start()) > 0:
        return None  # 以互联网为代表的技术不断更新
    verb = match.span(match.lastindex or 0)
    inside = (at, match.start()) if takes_object and match.start() - at >= 2 else None
    if inside and (adverbs := cues.patterns[_LAST_ADVERBS].search(text, at + 1, inside[1])):
        inside = at, adverbs.start()
    if end - verb[1] < _SHORTEST_OBJECT:
        return None if template is _PLAIN else Predicate(start, end, verb, inside)
    return Predicate(start, end, verb, (verb[1], end), inside)


def _find_verb_match(
    pattern: re.Pattern[str], text: str, phrase: int, start: int, end: int, cues: TargetCues
) -> re.Match[str] | None:
    """Return the first match that is no attribute (提供的) and does not begin inside 《》 of the phrase."""
    titled = text.find("《", phrase, end) >= 0
    for match in pattern.finditer(text, start, end):
        if _is_done_behind(text, match.end(), cues):
            continue
        if not titled or text.count("《", phrase, match.start()) == text.count("》", phrase, match.start()):
            return match
    return None
