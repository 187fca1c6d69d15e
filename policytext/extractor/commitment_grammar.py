"""The grammar of a commitment's clause: marker, date, actor, modal verb, and what it promises.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> def show(text):
...     clause = read_clause(text, (0, len(text)), find_body_ends(text, cues), cues)
...     quote = lambda span: text[slice(*span)] if span else None
...     return quote(clause.actor), clause.modal, [(quote(one.verb), quote(one.object)) for one in clause.predicates]
>>> show("二是各地要加快编制事项清单")
('各地', '要', [('编制', '事项清单')])
>>> show("具体办法由市教育局会同市财政局制定")
('市教育局', '', [('制定', '具体办法')])
>>> show("事项清单已经公开")
(None, '', [])
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from policytext.extractor.actor_clauses import (
    ADJUNCT,
    ALLOWING,
    BINDING,
    NOTHING,
    OTHER,
    PHRASE,
    WILL,
    ClauseReading,
    read_forbidden,
    read_passive,
    read_with_actor,
    skip_date,
)
from policytext.extractor.bodies import find_body_ends, is_body, may_name, names_state_body
from policytext.extractor.cues import TargetCues
from policytext.extractor.predicates import read_predicates
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import HAN_NUMERALS

__all__ = [
    "ClauseReading",
    "decide_modality",
    "find_body_ends",
    "find_first_characters",
    "find_obligations",
    "find_opening_body",
    "read_clause",
    "skip_marker",
    "take_topic",
]

_LONGEST_ASKING = 8  # characters before 请: 院长也请
_LONGEST_ACTOR = 110  # characters of a list of bodies and the words before it in its clause
_MARKERS = frozenset(" \t\u3000一二三四五六七八九十第(0123456789①②③④⑤⑥⑦⑧⑨⑩-—•·●▪◆★※")

_CONDITION = LazyPattern("(?:如果?|若|倘若?|一旦)[^,。;]{3,24}?(?=将会|便会|亦会|会(?:即时|立即|采取|按))")
_NO_NAME = LazyPattern("^[倘如若凡]|的|当选|订明|参考|考虑|认为|要求|建议")
_STRICTLY = ("严禁", "严厉禁止")  # which need no actor

# Templates: a slot in braces is a list in `rules/targets`.
_HAN = "一二三四五六七八九十"
_SKIPPED = (
    rf"(?:\s|第[{HAN_NUMERALS}\d]+[条章节]|[{_HAN}]+是(?:要)?|[{_HAN}](?=要)|(?:{{sequence-words}})是?|第[{_HAN}]+(?:[,、]|(?![{_HAN}方产次期批轮季代届者类种个名条款项年位场阶]))"
    rf"|\([{_HAN}\d]+\)|[{_HAN}]+、|\d{{1,2}}[.、)]|[①-⑳]|[-—•·●▪◆★※]+|{{clause-links}})*"
)
_WISH = "{wish-words}"
_ASKING = "[^,。;]{0,8}?(?<![申邀提报聘])请(?![示求])(?=[^,。;]{2})"
_OBLIGATION = "{obligation-words}|{forbidding-words}|{name-modals}"

#: The strength of a verb without a modal verb: 推动, 加强.
_DEFAULT_STRENGTH = 1


def read_clause(
    text: str,
    clause: tuple[int, int],
    ends: Sequence[int],
    cues: TargetCues,
    bound: bool = False,
    spoken: bool = False,
) -> ClauseReading:
    """Read a clause.

    Args:
        text: The text.
        clause: The span of the clause.
        ends: The offsets in the text at which the name of a body may end, in order.
        cues: The cues.
        bound: Whether an actor or a modal verb of the clauses before it still applies.
        spoken: Whether 会 promises even without the name of a body before it.
    """
    end = clause[1]
    at = _skip_opening(text, *clause, cues)
    if at >= end:
        return NOTHING
    if spoken and bound and (condition := _CONDITION.match(text, at, end)):
        at = condition.end()  # 如发现违法行为将会采取行动
    if wish := text[at] in "希盼望" and cues.patterns[_WISH].match(text, at, end):
        return _read_wish(text, wish, end, ends, cues)
    asked = _skip_request(text, at, end, ends, cues) if ends else 0
    at = asked or at
    names = ends and ends[bisect_right(ends, at) : bisect_right(ends, min(end, at + _LONGEST_ACTOR))]
    if names:
        found = read_with_actor(text, at, end, names, cues, bool(asked))
        if (
            found
            and found.is_name
            and (not names_state_body(text, at, end, cues) or (bound and text.find("的", at, end) > 0))
        ):
            # 建设管理平台 is a deed, unless it names a state body; 建设人民满意的政府 is one.
            named = _read_without_actor(text, at, end, cues, bound, spoken)
            found = named if named.predicates else found
        if found:
            return _add_request(found) if asked else found
        if passive := _read_by(text, at, end, names, cues):
            return passive
    found = _read_without_actor(text, at, end, cues, bound or bool(asked), spoken)
    if (
        asked
        and not found.predicates
        and (name := next((one for one in names if is_body(text, at, one, cues)), 0))
    ):
        return ClauseReading(modal=found.modal or "请", actor=(at, name))  # 请你乡接到批复后,…
    found = _add_request(found) if asked else found
    if names and text[at] == "由" and not found.predicates:
        return read_passive(text, at, end, names, cues) or found
    return found


def _skip_opening(text: str, at: int, end: int, cues: TargetCues) -> int:
    """Return the offset after the marker and the date that open a clause."""
    first = text[at]
    if first in _MARKERS or first in cues.link_firsts:
        at = skip_marker(text, at, end, cues)
    if at >= end or text[at] not in cues.date_firsts:
        return at
    behind = skip_date(text, at, end, cues)
    # 今年还会推出
    return (
        skip_marker(text, behind, end, cues)
        if at < behind < end and text[behind] in cues.link_firsts
        else behind
    )


def _skip_request(text: str, at: int, end: int, ends: Sequence[int], cues: TargetCues) -> int:
    """Return the offset after 请, or some words and 请, before a body, or 0: 请各地…, 现请各有关部门…"""
    asking = text.find("请", at, at + _LONGEST_ASKING + 1)
    if not 0 <= asking < end or not may_name(ends, at, end):
        return 0
    request = cues.patterns[_ASKING].match(text, at, end)
    return request.end() if request else 0


def _read_wish(
    text: str, wish: re.Match[str], end: int, ends: Sequence[int], cues: TargetCues
) -> ClauseReading:
    """Read a clause behind 希望, which asks the state bodies that it names, and nobody else."""
    at = wish.end()
    names = ends[bisect_right(ends, at) : bisect_right(ends, min(end, at + _LONGEST_ACTOR))]
    found = read_with_actor(text, at, end, names, cues, asked=True) if names else None
    if found is None or found.actor is None:
        name = next((name for name in names if is_body(text, at, name, cues)), None)
        found = ClauseReading(actor=(at, name)) if name else None
    if found is None or found.actor is None or not names_state_body(text, *found.actor, cues):
        return ClauseReading(allows=True)
    return found if found.modal else found._replace(modal=wish[0])


def _add_request(reading: ClauseReading) -> ClauseReading:
    return reading if reading.modal else reading._replace(modal="请")


def _read_by(text: str, at: int, end: int, names: Sequence[int], cues: TargetCues) -> ClauseReading | None:
    """Read a clause with 由 behind its first words: 具体办法由市教育局制定, 拟由市教育局制定."""
    if text.find("由", at + 1, end) < 0:
        return None
    modal = cues.patterns[BINDING].match(text, at, end) if text[at] in cues.modal_firsts else None
    if modal and text.startswith("由", modal.end()):
        passive = read_passive(text, modal.end(), end, names, cues)
        if passive and passive.predicates:
            return passive._replace(modal=modal[0])
    return read_passive(text, at, end, names, cues) if text[at] != "由" else None


def find_first_characters(cues: TargetCues, in_statute: bool, bound: bool) -> frozenset[str]:
    """Return the first characters of the clauses that name no body and can promise.

    Args:
        cues: The cues.
        in_statute: Whether the document is a statute.
        bound: Whether a body or a modal verb of the clauses before it still applies.
    """
    always = _MARKERS | cues.link_firsts | cues.purpose_firsts | {"将", "把", "希", "盼", "望"}
    if in_statute and not bound:
        return always | cues.promoting_firsts
    firsts = always | cues.openings | cues.modal_firsts | cues.phrase_firsts | cues.date_firsts
    return firsts | cues.bound_firsts if bound else firsts


def find_obligations(text: str, cues: TargetCues) -> list[int]:
    """Return the offsets of the modal verbs that oblige."""
    return [match.start() for match in cues.patterns[_OBLIGATION].finditer(text)]


def _read_without_actor(
    text: str, at: int, end: int, cues: TargetCues, bound: bool, spoken: bool
) -> ClauseReading:
    """Read a clause that begins with a modal verb, an adverb, a verb or a phrase."""
    first, patterns = text[at], cues.patterns
    if first in cues.modal_firsts:
        modal = patterns[BINDING].match(text, at, end) or (spoken and patterns[WILL].match(text, at, end))
        if modal:
            behind = skip_date(text, modal.end(), end, cues)
            if predicates := read_predicates(text, behind, end, cues, bound=True, near_modal=True):
                return ClauseReading(predicates, modal[0])
            if (bound or modal[0] in _STRICTLY) and (forbidden := read_forbidden(text, modal, end, cues)):
                return ClauseReading([forbidden], modal[0])
            predicates = read_predicates(text, at, end, cues, bound)
            return ClauseReading(predicates, "" if predicates else modal[0])
        if patterns[ALLOWING].match(text, at, end):
            return ClauseReading(allows=True)
    is_phrase = first in cues.phrase_firsts and patterns[ADJUNCT].match(text, at, end)
    may = first in cues.openings or first in "将把" or is_phrase or bound
    if may and (predicates := read_predicates(text, at, end, cues, bound)):
        return ClauseReading(predicates)
    if is_phrase:
        return PHRASE
    obliged = patterns[_OBLIGATION].search(text, at + 1, min(at + _LONGEST_ACTOR, end))
    return OTHER if obliged else NOTHING


def skip_marker(text: str, start: int, end: int, cues: TargetCues) -> int:
    """Return the offset after an enumerator or a conjunction that opens a clause."""
    marker = cues.patterns[_SKIPPED].match(text, start, end)
    return marker.end() if marker else start


def find_opening_body(
    text: str, clause: tuple[int, int], names: Sequence[int], cues: TargetCues
) -> tuple[int, int] | None:
    """Return the body that a clause begins with, whatever it says of it: 农业部展望新的一年,将…; None without one."""
    at = _skip_opening(text, *clause, cues)
    name = next((one for one in names if at < clause[1] and is_body(text, at, one, cues)), None)
    if not name or _NO_NAME.search(text, at, name) or not names_state_body(text, at, name, cues):
        return None
    return at, name


def take_topic(text: str, reading: ClauseReading, topic: tuple[int, int], cues: TargetCues) -> ClauseReading:
    """Return a clause with 由 and no object with the clause before it as its object: 申报表格等,由药监局制定."""
    if not reading.predicates or reading.predicates[0].object:
        return reading
    start = skip_marker(text, *topic, cues)
    if start >= topic[1] or text[start] in cues.phrase_firsts or text[topic[1] - 1] == "的":
        return reading
    first = reading.predicates[0]._replace(object=(start, topic[1]))
    return reading._replace(predicates=[first, *reading.predicates[1:]])


def decide_modality(modal: str, verb: str, cues: TargetCues) -> tuple[str, int]:
    """Return the word that obliges or encourages, and how strongly: the modal verb, or a verb such as 鼓励.

    Args:
        modal: The modal verb, or empty.
        verb: The verb of the commitment.
        cues: The cues.
    """
    word = modal or (verb if verb in cues.modality else "")
    return word, cues.modality.get(modal, cues.modality.get(verb, _DEFAULT_STRENGTH))
