"""The grammar of a commitment's clause: marker, date, actor, modal verb, adverbs, verb, object.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> text = "二是各地要加快编制事项清单"
>>> clause = parse_clause(text, (0, len(text)), cues)
>>> clause.actor, clause.modal, text[slice(*clause.verb)]
('各地', '要', '编制')
>>> parse_clause("事项清单已经公开", (0, 8), cues) is None
True
"""

from typing import NamedTuple

from policytext.extractor.cues import TargetCues
from policytext.text.lazy_patterns import compile_pattern
from policytext.text.numerals import HAN_NUMERALS

_LONGEST_ACTOR = 30  # characters of an actor's name and the words before it in its clause
_MARKERS = frozenset(" \t\u3000一二三四五六七八九十首其再最第(0123456789①②③④⑤⑥⑦⑧⑨⑩-—•·●▪◆★※同并以另此还也到")
_SHORTEST_OBJECT = 2  # characters
_LONGEST_PHRASE = 18  # characters between a preposition and the verb
_WITH = compile_pattern("[用将把]")

# Templates: a slot in braces is a list in `rules/targets`.
_HAN = "一二三四五六七八九十"
_SKIPPED = (
    rf"(?:\s|第[{HAN_NUMERALS}\d]+[条章节]|[{_HAN}]+是|[{_HAN}](?=要)|(?:{{sequence-words}})是?|第[{_HAN}]+[,、]?"
    rf"|\([{_HAN}\d]+\)|[{_HAN}]+、|\d{{1,2}}[.、)]|[①-⑳]|[-—•·●▪◆★※]+|{{clause-links}})*"
)
_DATE = r"(?:[到在至])?“?(?:(?:19|20)\d\d年[底末]?|十[一二三四]?五”|{opening-years})(?:前|底|时期|期间)?"
BINDING = "{binding-words}"
_DONE_BEHIND = "{done-suffixes}"
# Clauses that end as the names of bodies do: 融入新发展格局.
_NO_ACTOR = "[格布]局$|{no-actor-words}"


#: The strength of a verb without a modal verb: 推动, 加强.
_DEFAULT_STRENGTH = 1


class CommitmentClause(NamedTuple):
    """A clause that reads as a commitment.

    Args:
        start: Where the commitment begins, behind marker, date, actor and modal verb.
        verb: The span of its verb; the object follows up to the clause's end.
        modal: The modal verb that binds, or empty.
        actor: The actor that the clause names, or empty.
    """

    start: int
    verb: tuple[int, int]
    modal: str
    actor: str


def parse_clause(text: str, clause: tuple[int, int], cues: TargetCues) -> CommitmentClause | None:
    """Parse a clause, given as a span; return None if it does not begin with a commitment's verb."""
    start, end = clause
    binding = cues.patterns[BINDING]
    at = _skip_marker(text, start, end, cues) if text[start] in _MARKERS else start
    if at == end:
        return None
    first = text[at]
    opens = first in cues.openings or first in "用将把"
    if not opens and not binding.search(text, at, min(at + _LONGEST_ACTOR, end)):
        return None
    if first in cues.date_firsts:
        at = _skip_date(text, at, end, cues)
    actor = ""
    modal = binding.search(text, at, min(at + _LONGEST_ACTOR, end))
    if modal and modal.start() != at:  # an actor may come before it
        modal, subject = None, cues.actor.match(text, at, end)
        if subject and (modal := binding.match(text, subject.end(), end)):
            actor = "" if cues.patterns[_NO_ACTOR].search(subject[0]) else subject[0]
    bound = modal.end() if modal else at
    verb = _find_verb(text, bound, end, cues)
    if verb is None and modal:
        bound, modal = at, None
        verb = _find_verb(text, bound, end, cues)
    if verb is None:
        opener = _WITH.match(text, at, end)
        if opener is None:
            return None
        verb = _find_verb_after_phrase(text, opener.end(), end, cues)
        if verb is None:
            return None
    return CommitmentClause(bound, verb, modal[0] if modal else "", actor)


def _skip_marker(text: str, start: int, end: int, cues: TargetCues) -> int:
    """Return the offset after an enumerator or a conjunction that opens a clause."""
    marker = cues.patterns[_SKIPPED].match(text, start, end)
    return marker.end() if marker else start


def _skip_date(text: str, at: int, end: int, cues: TargetCues) -> int:
    """Return the offset after a date that opens a clause: “十四五”时期要…"""
    date = cues.patterns[_DATE].match(text, at, end)
    return date.end() if date else at


def _find_verb(text: str, at: int, end: int, cues: TargetCues) -> tuple[int, int] | None:
    """Find the verb after the adverbs; an adverb that is also a verb may be the verb itself."""
    if at >= end:
        return None
    adverbs = cues.adverbs.match(text, at, end) if text[at] in cues.adverb_firsts else None
    limit = adverbs.end() if adverbs else at
    by_first = cues.verbs_by_first
    for begin in range(min(limit, end - 1), at - 1, -1):
        verbs = by_first.get(text[begin])
        verb = verbs.match(text, begin, end) if verbs else None
        if verb and (begin in (at, limit) or cues.adverbs.fullmatch(text, at, begin)):
            after = verb.end()
            if end - after >= _SHORTEST_OBJECT and not cues.patterns[_DONE_BEHIND].match(text, after):
                return verb.span()
    return None


def _find_verb_after_phrase(text: str, at: int, end: int, cues: TargetCues) -> tuple[int, int] | None:
    """Find the verb after a short phrase that a preposition opens: 用智慧创造新型生活."""
    for verb in cues.verbs.finditer(text, at + 1, min(at + _LONGEST_PHRASE, end)):
        if end - verb.end() >= _SHORTEST_OBJECT and not cues.patterns[_DONE_BEHIND].match(text, verb.end()):
            return verb.span()
    return None


def find_actor(text: str, clause: tuple[int, int], cues: TargetCues) -> str:
    """Return the actor that a clause of its own names, or an empty string: 各地各部门，"""
    end = clause[1]
    start = clause[0]
    if end - start > _LONGEST_ACTOR or text[end - 1] not in cues.actor_last:
        return ""
    if not text.endswith(cues.actor_ends, start, end):
        return ""
    if text[start] in _MARKERS:
        start = _skip_marker(text, start, end, cues)
    actor = cues.actor.fullmatch(text, start, end)
    return actor[0] if actor and not cues.patterns[_NO_ACTOR].search(actor[0]) else ""


def decide_modality(modal: str, verb: str, cues: TargetCues) -> tuple[str, int]:
    """Return the word that obliges or encourages, and how strongly: the modal verb, or a verb such as 鼓励.

    Args:
        modal: The modal verb, or empty.
        verb: The verb of the commitment.
        cues: The cues.
    """
    word = modal or (verb if verb in cues.modality else "")
    return word, cues.modality.get(modal, cues.modality.get(verb, _DEFAULT_STRENGTH))
