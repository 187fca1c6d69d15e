"""Commitments in words: clauses that begin with a deed to be done, behind adverbs, an actor or 要 and 应当.

What tells of the past is none: 近年来…取得, under a heading such as 工作回顾, of a plan that is over.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> words = load_cues(load_rules()[0])
>>> text = "各地应当加快编制事项清单,推动清单公开。近年来,推进共享取得成效。"
>>> found = find_measures(ClauseView(PreparedDocument(parse(Source(text=text))), words), words)
>>> [(one.text, one.verb, one.actor, one.strength) for one in found]
[('加快编制事项清单', '编制', '各地', 2), ('推动清单公开', '推动', '各地', 1)]
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from policytext.extractor.actors import Duty, find_bracket_after, has_brackets
from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.status import reports_the_past
from policytext.model.annotations import DateRef, Measure
from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern
from policytext.text.numerals import HAN_NUMERALS

__all__ = ["ClauseView", "find_measures", "load_cues"]

# 为了…，维护…，制定本法 says why a statute is there.
_PURPOSE = compile_pattern(
    rf"(?:第[{HAN_NUMERALS}\d]+条\s*)?为了?[^。\n]{{4,300}}(?:制定本|结合[^。\n]{{2,16}}实际,|根据[^。\n]{{2,200}},)"
)
# 推进公共服务数字化是…的必然选择 says what something is.
_DEFINES = compile_pattern("[^\\W\\d]是(?![否非])")
_ACTOR = 30  # characters of an actor's name with what opens its clause
_MARKERS = frozenset(" \t\u3000一二三四五六七八九十首其再最第(0123456789①②③④⑤⑥⑦⑧⑨⑩-—•·●▪◆★※同并以另此还也到")
_OPENING = 12  # characters at a sentence's beginning where a period stands that governs it
_REACH = 400  # characters back among which a date stands, however long the sentence
_SHORT = 2  # characters of the shortest object
_WORD = 12  # characters at least of the longest word that binds, with what it looks at behind
_OPENED = 18  # characters between a preposition and the deed
_DATE = compile_pattern(
    r"(?:[到在至])?“?(?:(?:19|20)\d\d年[底末]?|十[一二三四]?五”|今年|明年)(?:前|底|时期|期间)?"
)
_DATED = frozenset("到在至“十一二三四五12今明")
_WITH = compile_pattern("[用将把]")

# Templates: a slot stands for a list in `rules/targets`.
_HAN = "一二三四五六七八九十"
_SKIPPED = (
    rf"(?:\s|第[{HAN_NUMERALS}\d]+[条章节]|[{_HAN}]+是|[{_HAN}](?=要)|(?:{{sequence-words}})是?|第[{_HAN}]+[,、]?"
    rf"|\([{_HAN}\d]+\)|[{_HAN}]+、|\d{{1,2}}[.、)]|[①-⑳]|[-—•·●▪◆★※]+|{{clause-links}})*"
)
_BINDING = "{binding-words}"
# The same inside a sentence.
_BOUND = "{obligation-words}"
_DONE_BEHIND = "{done-suffixes}"
_NO_PROMISE = (
    "{no-commitments}|给予[^,。]{0,12}处分|追究[^,。]{0,24}责任|承担[^,。]{0,16}责任"
    "|(?:{compound-verbs})(?:{compound-nouns})|(?:{listed-verbs})、"
)
# Headings that name a thing: 指导思想, 发展目标; and predicates: 治理更加精细.
_NOMINAL = (
    r"(?:{attribute-verbs})(?:{attribute-nouns})[^,。;]{0,4}?(?:{attribute-changes}|[达为]\d)"
    "|(?:{heading-verbs})(?:{heading-nouns})$|(?:{state-verbs})(?:{state-predicates})"
)
# Clauses that end as the names of bodies do: 融入新发展格局.
_NO_ACTOR = "[格布]局$|{no-actor-words}"


class _Deed(NamedTuple):
    """A clause read: where the commitment begins, its verb and its object, and the word that binds."""

    start: int
    verb: tuple[int, int]
    modal: str
    actor: str


def find_measures(reading: ClauseView, words: TargetCues) -> Iterator[Measure]:
    """All commitments of a document, in reading order."""
    text = reading.text
    bracketed = has_brackets(reading, words)
    for sentence in reading.sentences:
        actor, told = "", None
        past = _Past(text, words.patterns[_BOUND])
        for clause in reading.clauses(*sentence):
            bracket = find_bracket_after(reading, clause[0], words) if bracketed else None
            if bracket:
                if bracket.start <= clause[0]:
                    continue
                clause = clause[0], min(clause[1], bracket.start)
            deed = _deed(text, clause, words)
            if deed is None:
                actor = reading.written(_subject(text, clause, words), *clause) or actor
                continue
            if told is None:  # asked only where there is a deed
                told = _is_past(reading, sentence, words) or bool(_PURPOSE.match(text, *sentence))
                past.cues = [found.end() for found in words.past.finditer(text, *sentence)]
            if told:
                break
            if _is_none(text, deed, clause, words) or past.holds(deed, clause[1]):
                continue
            actor = reading.written(deed.actor, *clause) or actor
            yield _measure(reading, clause, deed, actor, bracket and bracket.duty, sentence, words)


def _is_none(text: str, deed: _Deed, clause: tuple[int, int], words: TargetCues) -> bool:
    """Whether a clause that begins with a verb is no commitment: a heading, a condition, a definition."""
    at, end = deed.verb[0], clause[1]
    if text[end - 1] == "的" or any(
        words.patterns[template].match(text, at, end) for template in (_NOMINAL, _NO_PROMISE)
    ):
        return True
    return bool(_DEFINES.search(text, deed.verb[1], end))


def _is_past(reading: ClauseView, sentence: Span, words: TargetCues) -> bool:
    """Whether a sentence stands under a review, or speaks of a period that is over."""
    text = reading.text
    bound = words.patterns[_BOUND].search(text, *sentence)
    for mention in () if bound else reading.dates_between(sentence[0], sentence[0] + _OPENING):
        if mention.compared:
            continue
        over = mention.when.end and mention.when.role != "deadline" and reading.is_over(mention.when.end)
        if over and not text[sentence[0] : mention.start].strip(" “(一二三四五六七八九十、)在"):
            return True
    return reports_the_past(reading, sentence[0], words)


class _Past:
    """The cues of the past in one sentence, asked clause by clause.

    Args:
        text: the text that is read.
        bound: the words that bind.
    """

    def __init__(self, text: str, bound: re.Pattern[str]) -> None:
        self.text = text
        self._bound = bound
        #: Where the cues end.
        self.cues: list[int] = []
        # From the last cue up to here no 要 or 应 begins; so none is looked for twice.
        self._clear = 0

    def holds(self, deed: _Deed, end: int) -> bool:
        """Whether a cue holds for the clause that ends at `end`: the last one, with no 要 or 应 between."""
        index = bisect_right(self.cues, end) - 1
        if index < 0 or deed.modal:
            return False
        start = max(self.cues[index], self._clear)
        found = self._bound.search(self.text, start, deed.start)
        # What stands in the last characters may go on behind them.
        self._clear = found.start() if found else max(start, deed.start - _WORD)
        return not found


def _deed(text: str, clause: tuple[int, int], words: TargetCues) -> _Deed | None:
    start, end = clause
    binding = words.patterns[_BINDING]
    at = _behind_marker(text, start, end, words) if text[start] in _MARKERS else start
    if at == end:
        return None
    first = text[at]
    opens = first in words.openings or first in "用将把"
    if not opens and not binding.search(text, at, min(at + _ACTOR, end)):
        return None
    if first in _DATED:
        at = _behind_date(text, at, end)
    actor = ""
    modal = binding.search(text, at, min(at + _ACTOR, end))
    if modal and modal.start() != at:  # somebody may stand before it
        modal, subject = None, words.actor.match(text, at, end)
        if subject and (modal := binding.match(text, subject.end(), end)):
            actor = "" if words.patterns[_NO_ACTOR].search(subject[0]) else subject[0]
    bound = modal.end() if modal else at
    verb = _verb(text, bound, end, words)
    if verb is None and modal:
        bound, modal = at, None
        verb = _verb(text, bound, end, words)
    if verb is None:
        opener = _WITH.match(text, at, end)
        if opener is None:
            return None
        verb = _verb_behind(text, opener.end(), end, words)
        if verb is None:
            return None
    return _Deed(bound, verb, modal[0] if modal else "", actor)


def _behind_marker(text: str, start: int, end: int, words: TargetCues) -> int:
    """Past an enumerator or a conjunction that opens a clause."""
    found = words.patterns[_SKIPPED].match(text, start, end)
    return found.end() if found else start


def _behind_date(text: str, at: int, end: int) -> int:
    """Past a date that opens a clause: “十四五”时期要…"""
    found = _DATE.match(text, at, end)
    return found.end() if found else at


def _verb(text: str, at: int, end: int, words: TargetCues) -> tuple[int, int] | None:
    """The verb behind as many adverbs as leave one; an adverb that is a verb too may be it itself."""
    if at >= end:
        return None
    adverbs = words.adverbs.match(text, at, end) if text[at] in words.adverb_firsts else None
    limit = adverbs.end() if adverbs else at
    by_first = words.verbs_by_first
    for begin in range(min(limit, end - 1), at - 1, -1):
        verbs = by_first.get(text[begin])
        found = verbs.match(text, begin, end) if verbs else None
        if found and (begin in (at, limit) or words.adverbs.fullmatch(text, at, begin)):
            behind = found.end()
            if end - behind >= _SHORT and not words.patterns[_DONE_BEHIND].match(text, behind):
                return found.span()
    return None


def _verb_behind(text: str, at: int, end: int, words: TargetCues) -> tuple[int, int] | None:
    """The deed behind a short phrase that a preposition opens: 用智慧创造新型生活."""
    for found in words.verbs.finditer(text, at + 1, min(at + _OPENED, end)):
        if end - found.end() >= _SHORT and not words.patterns[_DONE_BEHIND].match(text, found.end()):
            return found.span()
    return None


def _subject(text: str, clause: tuple[int, int], words: TargetCues) -> str:
    """The actor that a clause by itself names: 各地各部门，"""
    end = clause[1]
    start = clause[0]
    if end - start > _ACTOR or text[end - 1] not in words.actor_last:
        return ""
    if not text.endswith(words.actor_ends, start, end):
        return ""
    if text[start] in _MARKERS:
        start = _behind_marker(text, start, end, words)
    found = words.actor.fullmatch(text, start, end)
    return found[0] if found and not words.patterns[_NO_ACTOR].search(found[0]) else ""


def _measure(
    reading: ClauseView,
    clause: tuple[int, int],
    deed: _Deed,
    actor: str,
    closing: Duty | None,
    sentence: Span,
    words: TargetCues,
) -> Measure:
    text, end = reading.text, clause[1]
    while end > deed.verb[1] and text[end - 1] in " )）":
        if text[end - 1] in ")）" and "(" in text[deed.start : end]:
            break
        end -= 1
    span = reading.view.span(deed.start, end)
    verb = text[deed.verb[0] : deed.verb[1]]
    strength = words.modality.get(deed.modal, words.modality.get(verb, _ORDINARY))
    return Measure(
        span=span,
        text=reading.quote(deed.start, end),
        verb=reading.quote(*deed.verb),
        object=reading.quote(deed.verb[1], end),
        modality=deed.modal or (verb if verb in words.modality else ""),
        strength=strength,
        actor=actor or (closing.lead if closing else None) or None,
        supporting=closing.supporting if closing else (),
        date=_date(reading, sentence, deed.start),
        address=reading.prepared.address_at(span[0]),
    )


#: A deed without a word that binds: 推动, 加强.
_ORDINARY = 1


def _date(reading: ClauseView, sentence: Span, start: int) -> DateRef | None:
    """The day by which: the last date before the deed in its sentence, or the plan's end."""
    for mention in reversed(reading.dates_between(max(sentence[0], start - _REACH), start)):
        if not mention.compared:
            return reading.placed(mention)
    return reading.placed(reading.plan)._replace(role="deadline") if reading.plan else None
