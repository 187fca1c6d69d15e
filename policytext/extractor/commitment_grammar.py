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

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from policytext.extractor.bodies import find_body_ends, is_body, split_bodies
from policytext.extractor.cues import TargetCues
from policytext.extractor.predicates import Predicate, read_predicates
from policytext.text.numerals import HAN_NUMERALS

__all__ = [
    "ClauseReading",
    "decide_modality",
    "find_body_ends",
    "find_obligations",
    "may_begin",
    "read_clause",
]

_DIGITS = frozenset("0123456789")
_LONGEST_ASKING = 8  # characters before 请: 院长也请
_LONGEST_ACTOR = 70  # characters of a list of bodies and the words before it in its clause
_MARKERS = frozenset(" \t\u3000一二三四五六七八九十第(0123456789①②③④⑤⑥⑦⑧⑨⑩-—•·●▪◆★※")

# Templates: a slot in braces is a list in `rules/targets`.
_HAN = "一二三四五六七八九十"
_SKIPPED = (
    rf"(?:\s|第[{HAN_NUMERALS}\d]+[条章节]|[{_HAN}]+是(?:要)?|[{_HAN}](?=要)|(?:{{sequence-words}})是?|第[{_HAN}]+[,、]?"
    rf"|\([{_HAN}\d]+\)|[{_HAN}]+、|\d{{1,2}}[.、)]|[①-⑳]|[-—•·●▪◆★※]+|{{clause-links}})*"
)
_DATE = (
    r"(?:[到在至])?“?(?:(?:(?:19|20)\d\d|1[0-2]\d)年(?:\d{1,2}月)?[底末]?|十[一二三四]?五”|{opening-years})(?:前|底|时期|期间)?"
)
BINDING = "{binding-words}"
_LINK = "{actor-links}"
_WILL = "(?:{will-words})"
_ALLOWING = "{allowing-words}"
_FORBIDDING = "{forbidding-words}"
_ASKING = "[^,。;]{0,8}?(?<![申邀])请(?![示求])(?=[^,。;]{2})"
_OBLIGATION = "{obligation-words}|{forbidding-words}|{name-modals}"
_SAYING = "[^,。;]{0,4}(?:{saying-words})"
_JOINT = "{joint-words}"
_PART = "(?:{part-words})*"
_SUPPORTING = "(?:{actor-links})*(?:积极|密切)?(?:{supports})(?:落实|实施|做好|推进)?"
_LEADING = "(?:{actor-links})*(?:{phrase-openings})?(?:{leads}|{duties})(?:落实|实施|办理|推进)?"
_ADJUNCT = "{phrase-openings}"

#: The strength of a verb without a modal verb: 推动, 加强.
_DEFAULT_STRENGTH = 1

_Span = tuple[int, int]


class ClauseReading(NamedTuple):
    """What a clause says of a commitment.

    Args:
        predicates: Its promises.
        modal: The modal verb that binds, or empty.
        actor: The span of the body that acts, or None.
        supporting: The spans of the bodies that act with it.
        allows: Whether the clause only allows something.
        other: Whether it has a subject that is no body.
        part: For a clause that only names a body: ``lead`` or ``support``; or empty.
    """

    predicates: Sequence[Predicate] = ()
    modal: str = ""
    actor: _Span | None = None
    supporting: Sequence[_Span] = ()
    allows: bool = False
    other: bool = False
    part: str = ""


_NOTHING = ClauseReading()
_OTHER = ClauseReading(other=True)


def read_clause(
    text: str, clause: _Span, ends: Sequence[int], cues: TargetCues, bound: bool = False, spoken: bool = False
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
    at, end = clause
    first = text[at]
    if first in _MARKERS or first in cues.link_firsts:
        at = _skip_marker(text, at, end, cues)
    if at < end and text[at] in cues.date_firsts:
        at = _skip_date(text, at, end, cues)
    if at >= end:
        return _NOTHING
    asked = 0 <= text.find("请", at, end) - at <= _LONGEST_ASKING
    if asked and (asking := cues.patterns[_ASKING].match(text, at, end)):
        at = asking.end()
    else:
        asked = False
    index = bisect_right(ends, at)
    names: Sequence[int] = ()
    if index < len(ends) and ends[index] <= end:
        names = ends[index : bisect_right(ends, min(end, at + _LONGEST_ACTOR))]
    if names and (found := _read_with_actor(text, at, end, names, cues, asked)):
        return found._replace(modal="请") if asked and not found.modal else found
    modal = cues.patterns[BINDING].match(text, at, end) if text[at] in cues.modal_firsts else None
    if modal and names and text.startswith("由", modal.end()):  # 拟由市教育局制定
        passive = _read_passive(text, modal.end(), end, names, cues)
        if passive and passive.predicates:
            return passive._replace(modal=modal[0])
    found = _read_without_actor(text, at, end, cues, bound or asked, spoken)
    if asked and not found.modal:
        found = found._replace(modal="请")
    if found.predicates or not names:
        return found
    return _read_passive(text, at, end, names, cues) or found


def may_begin(first: str, cues: TargetCues, in_statute: bool) -> bool:
    """Return whether a clause that names no body can promise, by its first character."""
    if first in _MARKERS or first in cues.link_firsts or first in "将把":
        return True
    if in_statute:
        return first in cues.promoting_firsts
    return (
        first in cues.openings
        or first in cues.modal_firsts
        or first in cues.phrase_firsts
        or first in cues.date_firsts
    )


def find_obligations(text: str, cues: TargetCues) -> list[int]:
    """Return the offsets of the modal verbs that oblige."""
    return [match.start() for match in cues.patterns[_OBLIGATION].finditer(text)]


def _read_with_actor(
    text: str, at: int, end: int, names: Sequence[int], cues: TargetCues, asked: bool
) -> ClauseReading | None:
    """Read a clause whose subject is a body: the first that a modal verb follows, or else a verb."""
    unbound: ClauseReading | None = None
    for name in names:
        behind = _skip_links(text, name, end, cues)
        modal = allowing = None
        if behind < end and text[behind] in cues.modal_firsts:
            modal = cues.patterns[BINDING].match(text, behind, end) or cues.patterns[_WILL].match(text, behind, end)
            allowing = cues.patterns[_ALLOWING].match(text, behind, end)
        if not (modal or allowing or unbound is None) or not is_body(text, at, name, cues):
            continue
        if allowing and not modal:
            return ClauseReading(actor=(at, name), allows=True)
        if modal:
            behind = _skip_date(text, modal.end(), end, cues)
            spoken = modal[0][-1] in "会将"
            found = _read_behind_actor(text, behind, end, names, cues, bound=True, spoken=spoken)
            if not found.predicates:  # 将 may open a phrase: 市政府将清单纳入…
                found = _read_behind_actor(text, modal.start(), end, names, cues, bound=True)
            return found._replace(actor=(at, name), modal=modal[0])
        found = _read_behind_actor(text, behind, end, names, cues, asked)
        if asked and found.predicates:
            return found._replace(actor=(at, name))
        if behind == end and cues.patterns[_SAYING].fullmatch(text, name, end):
            return ClauseReading(actor=(at, name))
        if found.predicates or found.part or name == end or cues.patterns[_ADJUNCT].match(text, behind, end):
            unbound = found._replace(actor=(at, name))
    return unbound


def _skip_links(text: str, at: int, end: int, cues: TargetCues) -> int:
    """Return the offset after what may stand between an actor and its modal verb: 亦, 表示, 明年."""
    while at < end:
        first = text[at]
        link = cues.patterns[_LINK].match(text, at, end) if first in cues.actor_link_firsts else None
        if link is None and (first in cues.date_firsts or first in _DIGITS):
            link = cues.patterns[_DATE].match(text, at, end)
        if link is None:
            link = cues.patterns[_SAYING].match(text, at, end)
        if link is None or link.end() == at:
            return at
        at = link.end()
    return at


def _read_behind_actor(
    text: str,
    at: int,
    end: int,
    names: Sequence[int],
    cues: TargetCues,
    bound: bool = False,
    spoken: bool = False,
) -> ClauseReading:
    """Read what follows an actor: the bodies that it acts with, its part, and what it does."""
    supporting: Sequence[_Span] = ()
    if joint := cues.patterns[_JOINT].match(text, at, end):
        for name in names:
            if name <= joint.end() or not is_body(text, joint.end(), name, cues):
                continue
            found = _read_behind_actor(text, name, end, (), cues, bound)
            if found.predicates:
                return found._replace(supporting=split_bodies(text, joint.end(), name))
            supporting = split_bodies(text, joint.end(), name)
    if at >= end:
        return ClauseReading(supporting=supporting)
    if not bound:
        if cues.patterns[_SUPPORTING].fullmatch(text, at, end):
            return ClauseReading(part="support", supporting=supporting)
        if cues.patterns[_LEADING].fullmatch(text, at, end):
            return ClauseReading(part="lead", supporting=supporting)
    part = cues.patterns[_PART].match(text, at, end)
    behind = part.end() if part else at
    if behind < end and (predicates := read_predicates(text, behind, end, cues, True, spoken)):
        return ClauseReading(predicates, supporting=supporting)
    return ClauseReading(read_predicates(text, at, end, cues, True, spoken), supporting=supporting)


def _read_passive(text: str, at: int, end: int, names: Sequence[int], cues: TargetCues) -> ClauseReading | None:
    """Read 具体办法由市教育局制定: the object stands before 由, or behind the verb."""
    by = text.find("由", at, end)
    if by < 0:
        return None
    for name in names:
        if name <= by + 1 or not is_body(text, by + 1, name, cues):
            continue
        found = _read_behind_actor(text, name, end, names, cues)
        if found.part:
            return found._replace(actor=(by + 1, name))
        if not found.predicates:
            continue
        first = found.predicates[0]
        if by > at and first.object is None:
            first = first._replace(start=at, object=(at, by))
        elif by > at + 1:
            continue
        return found._replace(actor=(by + 1, name), predicates=[first, *found.predicates[1:]])
    return None


def _read_without_actor(
    text: str, at: int, end: int, cues: TargetCues, bound: bool, spoken: bool
) -> ClauseReading:
    """Read a clause that begins with a modal verb, an adverb, a verb or a phrase."""
    first, patterns = text[at], cues.patterns
    if first in cues.modal_firsts:
        modal = patterns[BINDING].match(text, at, end) or (spoken and patterns[_WILL].match(text, at, end))
        if modal:
            behind = _skip_date(text, modal.end(), end, cues)
            if predicates := read_predicates(text, behind, end, cues, bound=True):
                return ClauseReading(predicates, modal[0])
            predicates = read_predicates(text, at, end, cues, bound)
            return ClauseReading(predicates, "" if predicates else modal[0])
        if patterns[_ALLOWING].match(text, at, end):
            return ClauseReading(allows=True)
    is_phrase = first in cues.phrase_firsts and patterns[_ADJUNCT].match(text, at, end)
    if first in cues.openings or first in "将把" or is_phrase or bound:
        if predicates := read_predicates(text, at, end, cues, bound):
            return ClauseReading(predicates)
    if is_phrase:
        return _NOTHING
    obliged = patterns[_OBLIGATION].search(text, at + 1, min(at + _LONGEST_ACTOR, end))
    return _OTHER if obliged else _NOTHING


def _skip_marker(text: str, start: int, end: int, cues: TargetCues) -> int:
    """Return the offset after an enumerator or a conjunction that opens a clause."""
    marker = cues.patterns[_SKIPPED].match(text, start, end)
    return marker.end() if marker else start


def _skip_date(text: str, at: int, end: int, cues: TargetCues) -> int:
    """Return the offset after a date that opens a clause: “十四五”时期要…"""
    date = cues.patterns[_DATE].match(text, at, end)
    return date.end() if date else at


def decide_modality(modal: str, verb: str, cues: TargetCues) -> tuple[str, int]:
    """Return the word that obliges or encourages, and how strongly: the modal verb, or a verb such as 鼓励.

    Args:
        modal: The modal verb, or empty.
        verb: The verb of the commitment.
        cues: The cues.
    """
    word = modal or (verb if verb in cues.modality else "")
    return word, cues.modality.get(modal, cues.modality.get(verb, _DEFAULT_STRENGTH))
