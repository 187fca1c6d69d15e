"""Verbs that are joined in a promise: with the same object, or each with its own; and where an object ends.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> text = "检讨并完善拨款机制"
>>> found = read_joined(text, 0, (0, 2), len(text), cues)
>>> [(text[slice(*one.verb)], text[slice(*one.object)]) for one in found]
[('检讨', '拨款机制'), ('完善', '拨款机制')]
"""

import re
from typing import NamedTuple

from policytext.extractor.cues import TargetCues
from policytext.extractor.verbs import SHORTEST_OBJECT, Span, find_verb
from policytext.text.lazy_patterns import LazyPattern

_MOST_JOINED = 4  # verbs of one clause
_PARTS = frozenset("并、以或及")
_RECIPIENT_LAST = frozenset("局委厅部办院署会府门关位构处室组")
_LONGEST_RECIPIENT = 24  # characters
_QUOTES = (("“", "”"), ("(", ")"), ("《", "》"))
_JOINER = LazyPattern("[并、以]|及(?!时)")
_SECOND_DEED = 5  # characters of a second deed behind 及
_LONGEST_ITEM = 7  # characters of an item in a list of nouns, with its mark
_JOINS = "以及、和与或并"  # the characters that a conjunction between verbs begins with

# Templates: a slot in braces is a list in `rules/targets`.
_ADVERBS = "(?:(?:{adverbs})地?)"
_VERBS = "(?:{commitment-verbs}|{bound-verbs})"
_JOINED = f"(?:以?及|[、和与或并]|并且|或者){_ADVERBS}{{0,3}}({_VERBS})(?![、和与及或的等]|并)"
_RECIPIENTS = "(?:{recipient-verbs})"
_BODY_END = "(?:{bodies}|{other-bodies})$"
_AND = f"(?:、|以及){_ADVERBS}{{0,3}}(?={_VERBS}[^、,和与及等])|(?:并且?|或者){_ADVERBS}{{0,3}}(?=(?:{_VERBS}|{{deed-verbs}})[^、,和与及等])|及{_ADVERBS}{{0,3}}(?={{second-verbs}})"
_LETTING = "让|使|令|协助|帮助|促使"
# 采取措施加强管理: two deeds.
_MEANS = "(?:{means-verbs})"
_BEHIND_MEANS = f"(?<=措施){_ADVERBS}{{0,3}}(?={_VERBS}..)"
# 采取弹性以顾及个别情况: a purpose; but 以完善机制为重点 is none.
_BEGINS = f"以(?:便|期|免|防|{_ADVERBS}{{0,2}}(?:{_VERBS}|{{deed-verbs}})(?![^,]*(?:为|作为)))"
_PURPOSE = f"(?<![可所加予得足难用给]){_BEGINS}"
#: How a clause begins that gives a purpose.
PURPOSE = f"{{purpose-openings}}|{_BEGINS}"


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
    verb: Span
    object: Span | None
    complement: Span | None = None


def read_joined(text: str, at: int, verb: Span, end: int, cues: TargetCues) -> list[Predicate]:
    """Read a verb and those joined to it: with the same object, or each with its own."""
    verbs, after = [verb], verb[1]
    while len(verbs) < _MOST_JOINED and after < end and text[after] in _JOINS:
        joined = cues.patterns[_JOINED].match(text, after, end)
        if joined is None or 0 < end - joined.end() < SHORTEST_OBJECT:
            break
        if text[after] in "和与及":  # 推进和发展 is one deed
            verbs[-1] = verbs[-1][0], joined.end()
        else:
            verbs.append(joined.span(1))
        after = joined.end()
    own = _find_own(text, verb, after, end, cues)
    last = own.start() if own else _find_object_end(text, after, end, cues)
    found = [
        Predicate(at if index == 0 else one[0], last, one, (after, last) if last > after else None)
        for index, one in enumerate(verbs)
    ]
    if (
        not own
        and _RECIPIENT_LAST.issuperset(text[last - 1 : last])
        and _is_recipient(text, verbs[-1], last, cues)
    ):
        found[-1] = found[-1]._replace(object=None, complement=found[-1].object)
    if own:
        start = own.start() + bool(_JOINER.match(own[0]))
        if second := find_verb(text, start, end, cues, bound=True):
            found += read_joined(text, start, second, end, cues)
    return found


def _is_recipient(text: str, verb: Span, end: int, cues: TargetCues) -> bool:
    """Return whether what stands behind a verb is only the body that receives something: 报送省林业局."""
    if not cues.patterns[_RECIPIENTS].fullmatch(text, *verb) or text.find("的", verb[1], end) >= 0:
        return False
    return end - verb[1] <= _LONGEST_RECIPIENT and bool(cues.patterns[_BODY_END].search(text, verb[1], end))


def _find_own(text: str, verb: Span, after: int, end: int, cues: TargetCues) -> re.Match[str] | None:
    """Find what parts the object of a verb from another verb that has an object of its own."""
    patterns = cues.patterns
    if patterns[_MEANS].fullmatch(text, *verb):
        return patterns[_BEHIND_MEANS].search(text, after + SHORTEST_OBJECT, end)
    if (
        _PARTS.isdisjoint(text[after:end]) or text[slice(*verb)] in cues.modality
    ):  # 鼓励企业加大投入、建立中心: what others do
        return None
    lets_others = patterns[_LETTING].fullmatch(text, *verb)
    for own in patterns[_AND].finditer(text, after + SHORTEST_OBJECT, end):
        if lets_others and own[0].startswith("及") and _JOINER.match(own[0]):  # 让市民了解及支持工作
            continue
        if _parts_promises(text, own, after, end, cues):
            return own
    return None


def _find_object_end(text: str, start: int, end: int, cues: TargetCues) -> int:
    """Return where an object ends: before a purpose, or with its clause."""
    if text.find("以", start + SHORTEST_OBJECT, end) < 0:
        return end
    purpose = cues.patterns[_PURPOSE].search(text, start + SHORTEST_OBJECT, end)
    return purpose.start() if purpose else end


def _parts_promises(text: str, own: re.Match[str], after: int, end: int, cues: TargetCues) -> bool:
    """Return whether a verb behind 并 or 、 has an object of its own, as the one before it has."""
    start = own.start()
    if any(text.count(left, after, start) > text.count(right, after, start) for left, right in _QUOTES):
        return False
    if text[start] == "并":
        return end - own.end() > 3
    if text[start] == "及" and text[start + 1] != "时":  # 鼓励生育及增加服务, but not 审议、咨询及推动事项
        return end - own.end() >= _SECOND_DEED and text[after] != "、"
    item = text.rfind("、", after, start)
    if item > 0 and start - item <= _LONGEST_ITEM:  # 数据的存储、共享、开发利用
        return False
    if own.end() - start > 1:  # 发展经济、有效改善民生
        return start - after >= 2 and end - own.end() >= 4
    if start - after == SHORTEST_OBJECT:  # 盘活存量、培育增量
        return end - own.end() >= 4 and not cues.patterns[_VERBS].fullmatch(text, after, start)
    return start - after >= 4 and end - own.end() >= 6
