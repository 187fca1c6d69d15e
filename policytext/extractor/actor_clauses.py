"""Clauses that name who acts: a body before a modal verb or a verb, the bodies it acts with, 由 before a body.

>>> from policytext.extractor.bodies import find_body_ends
>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> text = "市教育局应当会同市财政局制定办法"
>>> reading = read_with_actor(text, 0, len(text), find_body_ends(text, cues), cues, asked=False)
>>> text[slice(*reading.actor)], [text[slice(*span)] for span in reading.supporting], reading.modal
('市教育局', ['市财政局'], '应当')
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from policytext.extractor.bodies import Opening, decide_opening, is_body, split_bodies
from policytext.extractor.cues import TargetCues
from policytext.extractor.predicates import Predicate, read_predicates
from policytext.text.lazy_patterns import LazyPattern

# A verb of two characters, or several of them.
_WORDS = LazyPattern(r"[^\W\d_]{2}(?:(?:、|或者?|和)[^\W\d_]{2}(?=[、或和]|$|[^\W\d_]{2}))*")
_TAIL = 3  # characters by which a name may go on: 管理局
_SHORT = 3  # characters before 由 that are no object: 先期由
_SAID = 5  # characters in which a verb of saying begins
_AND_OTHERS = frozenset("与和及")
_DIGITS = frozenset("0123456789")

# Templates: a slot in braces is a list in `rules/targets`.
_DATE = (
    r"(?:[到在至于])?“?(?:(?:(?:19|20)\d\d|1[0-2]\d)年|十[一二三四]?五”|未来[两三五十\d]+年|{opening-years})"
    r"(?:\d{1,2}月(?:\d{1,2}日)?[初底末中]?起?|年?[初中底末](?![小学等])|稍后|第[一二三四]季度?|[上下]半年)?(?:[前内底]|时期|期间)?"
)
BINDING = "{binding-words}"
_LINK = "{actor-links}"
WILL = "(?:{will-words})"
ALLOWING = "{allowing-words}"
_SAYING = "[^,。;]{0,4}(?:{saying-words})"
_FORBIDDING = "{forbidding-words}"
_JOINT = "{joint-words}"
# 人民政府建设主管部门, 人民政府发展改革、公安等部门: the name goes on.
_NAMED_ON = "发展改革|发展和改革|(?:{body-heads})(?:行政)?(?:主管|监督管理|管理)?(?:部门|机关|机构)"
# 公安机关是养犬管理的主管部门
# 政府在考虑报告后会作出决定: a time between the subject and its modal verb.
_WHEN = "[在于待经][^,;。在于]{2,20}?(?:后|时|前|期间)(?={will-words}|{binding-words})"
_WHEN_FIRSTS = frozenset("在于待经")
_IS_BODY = "是[^,;]{2,40}(?:{body-roles})$"
# 积金局与受托人会继续商讨: whoever acts with a body belongs to the subject.
_OTHERS = "[与和及][^,;与和及会将应须的]{2,10}(?=会|将|应当|必须|须)"
_PART = "(?:{part-words}){0,3}"
_SUPPORTING = "(?:{actor-links}){0,2}(?:积极|密切)?(?:{supports})(?:落实|实施|做好|推进)?"
_LEADING = "(?:{actor-links}){0,2}(?:{phrase-openings})?(?:{leads}|{duties})(?:落实|实施|办理|推进)?"
ADJUNCT = "{phrase-openings}"

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

    @property
    def is_name(self) -> bool:
        """Whether the clause only names who acts."""
        return bool(self.actor) and not (self.predicates or self.modal or self.allows or self.part)


NOTHING = ClauseReading()
#: A clause that only gives a time, a place or a manner.
PHRASE = ClauseReading()
OTHER = ClauseReading(other=True)


def read_forbidden(text: str, modal: re.Match[str], end: int, cues: TargetCues) -> Predicate | None:
    """Read what is forbidden: 不得虚报、瞒报数据; any word may follow, so the list of verbs does not matter."""
    if not cues.patterns[_FORBIDDING].fullmatch(modal[0]):
        return None
    adverbs = cues.adverbs.match(text, modal.end(), end)
    at = adverbs.end() if adverbs else modal.end()
    verb = _WORDS.match(text, at, end)
    if verb is None or cues.patterns[ADJUNCT].match(text, at, end):
        return None
    behind = (verb.end(), end) if end - verb.end() > 1 else None
    return Predicate(modal.end(), end, verb.span(), behind)


def skip_date(text: str, at: int, end: int, cues: TargetCues) -> int:
    """Return the offset after a date that opens a clause: “十四五”时期要…"""
    date = cues.patterns[_DATE].match(text, at, end)
    return date.end() if date else at


def read_with_actor(
    text: str, at: int, end: int, names: Sequence[int], cues: TargetCues, asked: bool
) -> ClauseReading | None:
    """Read a clause whose subject is a body: the first that a modal verb follows, or else a verb."""
    unbound: ClauseReading | None = None
    opening = decide_opening(text, at, names, end, cues)
    for name in names if opening != "none" else ():
        if text[name : name + 1] in _AND_OTHERS and (others := cues.patterns[_OTHERS].match(text, name, end)):
            name = others.end()
        behind = _skip_links(text, name, end, cues)
        modal = allowing = None
        if behind < end and text[behind] in cues.modal_firsts:
            modal = cues.patterns[BINDING].match(text, behind, end) or cues.patterns[WILL].match(
                text, behind, end
            )
            allowing = cues.patterns[ALLOWING].match(text, behind, end)
        is_subject = bool(modal or allowing)
        if not (is_subject or unbound is None) or not is_body(text, at, name, cues, is_subject, opening):
            continue
        if allowing and not modal:
            return ClauseReading(actor=(at, name), allows=True)
        actor = at, name
        if modal:
            behind = skip_date(text, modal.end(), end, cues)
            found = _read_behind_actor(text, behind, end, names, cues, True, actor, modal[0])
            if not found.predicates and (forbidden := read_forbidden(text, modal, end, cues)):
                return found._replace(predicates=[forbidden])
            if found.predicates:
                return found
            # 将 may open a phrase: 市政府将清单纳入…
            return _read_behind_actor(text, modal.start(), end, names, cues, True, actor, modal[0])
        if _goes_on(text, at, name, names, cues, opening):
            continue
        found = _read_behind_actor(text, behind, end, names, cues, asked, actor)
        if asked and found.predicates:
            return found
        if behind == end and cues.patterns[_SAYING].fullmatch(text, name, end):
            return ClauseReading(actor=actor)
        is_adjunct = (
            name == end
            or (text[behind : behind + 1] == "是" and cues.patterns[_IS_BODY].match(text, behind, end))
            or cues.patterns[ADJUNCT].match(text, behind, end)
        )
        if found.predicates or found.part or is_adjunct:
            unbound = found
    return unbound


def _goes_on(text: str, at: int, name: int, names: Sequence[int], cues: TargetCues, opening: Opening) -> bool:
    """Return whether a longer name ends a few characters on: 医院管理局."""
    index = bisect_right(names, name)
    if index == len(names) or cues.patterns[ADJUNCT].match(text, name, names[-1]):  # 国务院对各省…
        return False
    if names[index] - name > _TAIL and not cues.patterns[_NAMED_ON].match(text, name, names[-1]):
        return False
    return is_body(text, at, names[index], cues, opening=opening)


def _skip_links(text: str, at: int, end: int, cues: TargetCues) -> int:
    """Return the offset after what may stand between an actor and its modal verb: 亦, 表示, 明年."""
    while at < end:
        first = text[at]
        link = cues.patterns[_LINK].match(text, at, end) if first in cues.actor_link_firsts else None
        if link is None and (first in cues.date_firsts or first in _DIGITS):
            link = cues.patterns[_DATE].match(text, at, end)
        if link is None and first in _WHEN_FIRSTS:
            link = cues.patterns[_WHEN].match(text, at, end)
        if link is None and not cues.saying_firsts.isdisjoint(text[at : at + _SAID]):
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
    actor: _Span | None = None,
    modal: str = "",
) -> ClauseReading:
    """Read what follows an actor: the bodies that it acts with, its part, and what it does."""
    supporting: Sequence[_Span] = ()
    if at >= end:
        return ClauseReading(modal=modal, actor=actor)
    first = text[at]
    if first in cues.joint_firsts and (joint := cues.patterns[_JOINT].match(text, at, end)):
        for name in names:
            if name <= joint.end() or not is_body(text, joint.end(), name, cues):
                continue
            found = _read_behind_actor(text, name, end, (), cues, bound, actor, modal)
            supporting = split_bodies(text, joint.end(), name)
            if found.predicates:
                return found._replace(supporting=supporting)
    if not bound and first in cues.role_firsts:
        if cues.patterns[_SUPPORTING].fullmatch(text, at, end):
            return ClauseReading((), modal, actor, supporting, part="support")
        if cues.patterns[_LEADING].fullmatch(text, at, end):
            return ClauseReading((), modal, actor, supporting, part="lead")
    part = cues.patterns[_PART].match(text, at, end) if first in cues.part_firsts else None
    behind = part.end() if part else at
    predicates: Sequence[Predicate] = ()
    if behind < end:
        predicates = read_predicates(text, behind, end, cues, True, bound)
    if not predicates and behind > at:
        predicates = read_predicates(text, at, end, cues, True, bound)
    return ClauseReading(predicates, modal, actor, supporting)


def read_passive(
    text: str, at: int, end: int, names: Sequence[int], cues: TargetCues
) -> ClauseReading | None:
    """Read 具体办法由市教育局制定: the object stands before 由, or behind the verb."""
    by = text.find("由", at, end)
    if by < 0:
        return None
    # 证书由主管机关颁发之: the pronoun stands for what is before 由; 定之 is a verb.
    end -= text[end - 1] == "之" and text[end - 2] != "定"
    for name in names:
        if name <= by + 1 or not is_body(text, by + 1, name, cues):
            continue
        found = _read_behind_actor(text, name, end, names, cues)
        if found.part and by - at <= _SHORT:
            return found._replace(actor=(by + 1, name))
        if found.part:  # 调查工作由气象局负责
            verb = Predicate(at, end, (name, end), (at, by))
            return ClauseReading([verb], actor=(by + 1, name), supporting=found.supporting)
        if not found.predicates:
            continue
        first = found.predicates[0]
        if cues.patterns[ADJUNCT].match(text, at, by):  # 按照权限分别由水利局拟定
            return found._replace(actor=(by + 1, name))
        if by - at >= _SHORT and first.object is None:
            first = first._replace(start=at, object=(at, by))
        elif by - at > _SHORT:
            continue
        return found._replace(actor=(by + 1, name), predicates=[first, *found.predicates[1:]])
    return None
