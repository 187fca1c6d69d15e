"""The names of bodies: where they end in a text, and whether some words are one or a list of them.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> text = "各区政府和市教育局应当公开清单"
>>> [text[:end] for end in find_body_ends(text, cues)]
['各区', '各区政府', '各区政府和市', '各区政府和市教育局']
>>> is_body(text, 0, 9, cues), is_body("推进平安街道", 0, 6, cues), is_body("对各区政府", 0, 5, cues)
(True, False, False)
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from policytext.extractor.cues import TargetCues

#: What words that may be the name of a body open with.
Opening = Literal["name", "verb", "none"]

_LONGEST = 100  # characters of a list of bodies
_SHORTEST = 2
_CHARGED = "负责"
_NO_FIRSTS = frozenset("、)(0123456789")  # the characters that no name begins with

# Templates: a slot in braces is a list in `rules/targets`.
_STATE = "(?:{bodies})"
_OTHER = "(?:{other-bodies})"
_LAST = "(?:{bodies}|{other-bodies})(?:等(?:有关|相关)?(?:部门|单位)?)?"
_NO_NAME = "{no-actor-words}"
_NO_OPENING = "{no-body-openings}|{phrase-openings}"
_BOUND = "{bound-verbs}"
_HEAD = "(?:{body-heads})(?!相关|有关|各|下级|本级|所属)"


def find_body_ends(text: str, cues: TargetCues) -> list[int]:
    """Return the offsets at which the name of a body may end."""
    return [match.end() for match in cues.patterns[_LAST].finditer(text)]


def may_name(ends: Sequence[int], start: int, end: int) -> bool:
    """Return whether the name of a body may end behind `start`, and at `end` at the latest.

    Args:
        ends: The offsets at which one may, in order.
        start, end: The span of a clause.
    """
    index = bisect_right(ends, start)
    return index < len(ends) and ends[index] <= end


def decide_opening(text: str, start: int, ends: Sequence[int], end: int, cues: TargetCues) -> Opening:
    """Return what the words at `start`, where the names of bodies may begin, open with.

    Args:
        text: The text.
        start: Where they would begin.
        ends: Where they end, in order; at least one.
        end: The end of the clause.
        cues: The cues.

    Returns:
        ``name`` if no verb and no preposition opens them, ``verb`` if one does and they may still be names, ``none`` if
        they are no names.
    """
    if text[start] in _NO_FIRSTS:
        return "none"
    preposition = cues.patterns[_NO_OPENING].match(text, start, end)
    if preposition and preposition.end() <= ends[0]:
        return "none"
    verb = match_verb(text, start, end, cues)
    if verb is None:
        if preposition:
            return "verb"
        return "none" if _opens_with_deed(text, start, end, ends[0], cues) else "name"
    if ends[0] < verb.end() + _SHORTEST or cues.patterns[_HEAD].match(text, start, end):
        return "verb"
    return "verb" if text.find("的", verb.end(), ends[-1]) > 0 else "none"


def _opens_with_deed(text: str, start: int, end: int, first: int, cues: TargetCues) -> bool:
    """Return whether adverbs and a verb stand before the first name: 尽快督促各区政府."""
    adverbs = cues.adverbs.match(text, start, end) if text[start] in cues.adverb_firsts else None
    if adverbs is None or adverbs.end() == start or adverbs.end() >= first:
        return False
    verb = match_verb(text, adverbs.end(), end, cues)
    return (
        verb is not None and verb.end() < first and not cues.patterns[_HEAD].match(text, adverbs.end(), end)
    )


def is_body(
    text: str, start: int, end: int, cues: TargetCues, is_subject: bool = False, opening: Opening = "verb"
) -> bool:
    """Return whether the words between two offsets, of which the last end a name, are a body or a list of bodies.

    Args:
        text: The text.
        start, end: The span of the words.
        cues: The cues.
        is_subject: Whether a modal verb follows, before which a body may be named by what it does: 管理档案的部门.
        opening: What they open with, if that is known.
    """
    if not _SHORTEST <= end - start <= _LONGEST or text[start] in _NO_FIRSTS:
        return False
    if text.find(":", start, end) >= 0 or text.count("(", start, end) != text.count(")", start, end):
        return False
    patterns = cues.patterns
    if opening == "name":
        return not patterns[_NO_NAME].search(text, start, end)
    if patterns[_NO_OPENING].match(text, start, end) or patterns[_NO_NAME].search(text, start, end):
        return False
    if text.startswith(_CHARGED, start) and text.find("的", start, end) > 0:  # 负责药品监管的部门
        return True
    verb = match_verb(text, start, end, cues)
    if not verb or (is_subject and text.find("的", verb.end(), end) > 0):
        return True
    return verb.end() < end and bool(patterns[_HEAD].match(text, start, end))


def match_verb(text: str, start: int, end: int, cues: TargetCues) -> re.Match[str] | None:
    """Match a verb of a commitment at `start`."""
    first = text[start]
    verbs = cues.verbs_by_first[first]
    if verbs and (verb := verbs.match(text, start, end)):
        return verb
    return cues.patterns[_BOUND].match(text, start, end) if first in cues.bound_firsts else None


def names_state_body(text: str, start: int, end: int, cues: TargetCues) -> bool:
    """Return whether a list of bodies names one of the state."""
    return bool(cues.patterns[_STATE].search(text, start, end))


def split_bodies(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Return the spans of the names in a list of bodies: 市财政局、市民政局和市教育局."""
    spans, at, depth = [], start, 0
    for offset in range(start, end):
        depth += (text[offset] == "(") - (text[offset] == ")")
        if depth == 0 and text[offset] in "、,;和与及" and offset > at:
            if text[offset] in "和与及" and not _parts_names(text, at, offset):
                continue
            spans.append((at, offset))
            at = offset + 1
    spans.append((at, end))
    return [(first, last) for first, last in spans if last - first > 1]


def _parts_names(text: str, start: int, at: int) -> bool:
    """Return whether a conjunction stands behind a whole name, and not inside one: 工业和信息化部."""
    return text[at - 1] in "局委厅部办院署会府门关位构处" and at - start > 1
