"""Commitments in words: clauses that begin with a verb of action, after optional adverbs, an actor, or 要 and 应当.

A report of the past is no commitment: 近年来…取得, under a heading such as 工作回顾, of a plan that is over.

>>> from policytext.model.document import Source
>>> from policytext.outliner import parse
>>> from policytext.rulebook.packs import load_rules
>>> from policytext.text.prepared import PreparedDocument
>>> cues = load_cues(load_rules()[0])
>>> text = "各地应当加快编制事项清单,推动清单公开。近年来,推进共享取得成效。"
>>> measures = find_measures(ClauseView(PreparedDocument(parse(Source(text=text))), cues), cues)
>>> [(measure.text, measure.verb, measure.actor, measure.strength) for measure in measures]
[('加快编制事项清单', '编制', '各地', 2), ('推动清单公开', '推动', '各地', 1)]
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from policytext.extractor.actors import find_bracket_after, has_brackets
from policytext.extractor.clauses import ClauseView
from policytext.extractor.commitment_grammar import (
    CommitmentClause,
    decide_modality,
    find_actor,
    parse_clause,
)
from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.date_links import find_plan_end
from policytext.extractor.responsibility import Responsibility
from policytext.extractor.status import reports_the_past
from policytext.model.annotations import DateRef, Measure
from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern
from policytext.text.numerals import HAN_NUMERALS

__all__ = ["ClauseView", "find_measures", "load_cues"]

# 推进公共服务数字化是…的必然选择 is a definition.
_DEFINES = compile_pattern("[^\\W\\d]是(?![否非])")
_OPENING = 12  # characters at a sentence's beginning in which a period governs the sentence
_REACH = 400  # characters back in which a date is looked for, however long the sentence
_LONGEST_BINDING = 12  # characters; no shorter than the longest modal verb with its lookahead

# Templates: a slot in braces is a list in `rules/targets`.
# 为了…，维护…，制定本法 gives the purpose of a statute.
_PURPOSE = (
    rf"(?:第[{HAN_NUMERALS}\d]+条\s*)?(?:{{purpose-words}})[^。\n]{{4,300}}"
    r"(?:{enacting-words}|结合[^。\n]{2,16}实际,|根据[^。\n]{2,200},)"
)
# Modal verbs anywhere in a sentence.
OBLIGATION = "{obligation-words}"
_NO_PROMISE = (
    "{no-commitments}|给予[^,。]{0,12}处分|追究[^,。]{0,24}责任|承担[^,。]{0,16}责任"
    "|(?:{compound-verbs})(?:{compound-nouns})|(?:{listed-verbs})、"
)
# Headings that name a thing: 指导思想, 发展目标; and predicates: 治理更加精细.
_NOMINAL = (
    r"(?:{attribute-verbs})(?:{attribute-nouns})[^,。;]{0,4}?(?:{attribute-changes}|[达为]\d)"
    "|(?:{heading-verbs})(?:{heading-nouns})$|(?:{state-verbs})(?:{state-predicates})"
)


def find_measures(view: ClauseView, cues: TargetCues) -> Iterator[Measure]:
    """Find the commitments of a document, in reading order."""
    text = view.text
    bracketed = has_brackets(view, cues)
    for sentence in view.sentences:
        actor, is_excluded = "", None
        past = _PastCues(text, cues.patterns[OBLIGATION])
        for clause in view.clauses(*sentence):
            bracket = find_bracket_after(view, clause[0], cues) if bracketed else None
            if bracket:
                if bracket.start <= clause[0]:
                    continue
                clause = clause[0], min(clause[1], bracket.start)
            parsed = parse_clause(text, clause, cues)
            if parsed is None:
                actor = view.quote_original(find_actor(text, clause, cues), *clause) or actor
                continue
            if is_excluded is None:  # decided once, and only in sentences with a verb of action
                is_excluded = _is_past(view, sentence, cues) or bool(
                    cues.patterns[_PURPOSE].match(text, *sentence)
                )
                past.ends = [cue.end() for cue in cues.past.finditer(text, *sentence)]
            if is_excluded:
                break
            if _is_no_commitment(text, parsed, clause, cues) or past.applies_to(parsed, clause[1]):
                continue
            actor = view.quote_original(parsed.actor, *clause) or actor
            closing = bracket and bracket.responsibility
            yield _build_measure(view, clause, parsed, actor, closing, sentence, cues)


def _is_no_commitment(text: str, parsed: CommitmentClause, clause: tuple[int, int], cues: TargetCues) -> bool:
    """Return whether a clause that begins with a verb is a heading, a condition or a definition."""
    at, end = parsed.verb[0], clause[1]
    if text[end - 1] == "的" or any(
        cues.patterns[template].match(text, at, end) for template in (_NOMINAL, _NO_PROMISE)
    ):
        return True
    return bool(_DEFINES.search(text, parsed.verb[1], end))


def _is_past(view: ClauseView, sentence: Span, cues: TargetCues) -> bool:
    """Return whether a sentence is in a review, or is about a past period."""
    text = view.text
    bound = cues.patterns[OBLIGATION].search(text, *sentence)
    for mention in () if bound else view.dates_between(sentence[0], sentence[0] + _OPENING):
        if mention.compared:
            continue
        over = mention.when.end and mention.when.role != "deadline" and view.is_over(mention.when.end)
        if over and not text[sentence[0] : mention.start].strip(" “(一二三四五六七八九十、)在"):
            return True
    return reports_the_past(view, sentence[0], cues)


class _PastCues:
    """The cues of the past in one sentence, applied clause by clause.

    Args:
        text: The text.
        obligation: The pattern of the modal verbs that end a cue's reach.
    """

    def __init__(self, text: str, obligation: re.Pattern[str]) -> None:
        self.text = text
        self._obligation = obligation
        #: The offsets where the cues end.
        self.ends: list[int] = []
        # No modal verb begins between the last cue and this offset, so the search stays linear.
        self._searched = 0

    def applies_to(self, parsed: CommitmentClause, end: int) -> bool:
        """Return whether the last cue before `end` applies to the clause: no modal verb stands between them."""
        index = bisect_right(self.ends, end) - 1
        if index < 0 or parsed.modal:
            return False
        start = max(self.ends[index], self._searched)
        modal = self._obligation.search(self.text, start, parsed.start)
        # A modal verb may extend past the last characters.
        self._searched = modal.start() if modal else max(start, parsed.start - _LONGEST_BINDING)
        return not modal


def _build_measure(
    view: ClauseView,
    clause: tuple[int, int],
    parsed: CommitmentClause,
    actor: str,
    closing: Responsibility | None,
    sentence: Span,
    cues: TargetCues,
) -> Measure:
    text, end = view.text, clause[1]
    while end > parsed.verb[1] and text[end - 1] in " )）":
        if text[end - 1] in ")）" and "(" in text[parsed.start : end]:
            break
        end -= 1
    span = view.text_view.original_span(parsed.start, end)
    verb = text[parsed.verb[0] : parsed.verb[1]]
    modality, strength = decide_modality(parsed.modal, verb, cues)
    return Measure(
        span=span,
        text=view.quote(parsed.start, end),
        verb=view.quote(*parsed.verb),
        object=view.quote(parsed.verb[1], end),
        modality=modality,
        strength=strength,
        actor=actor or (closing.lead if closing else None) or None,
        supporting=closing.supporting if closing else (),
        date=_find_date(view, sentence, parsed.start),
        address=view.prepared.address_at(span[0]),
    )


def _find_date(view: ClauseView, sentence: Span, start: int) -> DateRef | None:
    """Find the deadline: the last date before the verb in its sentence, or the end of the plan."""
    for mention in reversed(view.dates_between(max(sentence[0], start - _REACH), start)):
        if not mention.compared:
            return view.locate_date(mention)
    return find_plan_end(view, view.plan_period)
