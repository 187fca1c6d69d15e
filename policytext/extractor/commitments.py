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
[('加快编制事项清单', '编制', '各地', 2), ('推动清单公开', '推动', '各地', 2)]
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from policytext.extractor.actor_clauses import NOTHING
from policytext.extractor.actors import find_bracket_after, has_brackets
from policytext.extractor.bodies import find_body_ends, may_name, names_state_body, split_bodies
from policytext.extractor.bracketed_clauses import join_brackets
from policytext.extractor.clauses import ClauseView
from policytext.extractor.commitment_checks import (
    OBLIGATION,
    PastCues,
    find_titles,
    is_no_commitment,
    is_past,
    is_purpose,
    is_statute,
)
from policytext.extractor.commitment_grammar import (
    ClauseReading,
    decide_modality,
    find_obligations,
    may_begin,
    read_clause,
    skip_marker,
)
from policytext.extractor.cues import TargetCues, load_cues
from policytext.extractor.date_links import find_plan_end
from policytext.extractor.predicates import Predicate
from policytext.extractor.responsibility import Responsibility
from policytext.model.annotations import DateRef, Measure
from policytext.model.document import Span

__all__ = ["ClauseView", "find_measures", "load_cues"]

_REACH = 400  # characters back in which a date is looked for, however long the sentence
_ASKING = 10  # characters in which 请 opens a clause

# Templates: a slot in braces is a list in `rules/targets`.
_PROMOTING = "{promoting-verbs}"
_OTHERS = "(?:{obliged-others})$"
_PROMISING = "{promising-modals}"
_SANCTION = "{sanction-words}"


def find_measures(view: ClauseView, cues: TargetCues) -> Iterator[Measure]:
    """Find the commitments of a document, in reading order."""
    ends = find_body_ends(view.text, cues)
    in_statute = is_statute(view, cues)
    obligations = find_obligations(view.text, cues)
    bracketed = has_brackets(view, cues)
    promoting = cues.patterns[_PROMOTING]
    titles, last = find_titles(view), 0
    reader = _SentenceReader(view, cues, ends, obligations, in_statute)
    for sentence in view.sentences:
        while last < len(titles) and titles[last][1] <= sentence[0]:
            last += 1
        if last < len(titles) and titles[last][0] <= sentence[0]:
            continue
        if in_statute and not may_name(ends, *sentence) and not promoting.search(view.text, *sentence):
            continue
        yield from reader.read(sentence, bracketed)


class _Subject(NamedTuple):
    """Who acts in the clauses of a sentence, until another subject follows."""

    actor: str = ""
    supporting: tuple[str, ...] = ()
    modal: str = ""
    #: Whether it is one who promises nothing: the clauses that follow are skipped.
    is_other: bool = False

    @property
    def binds(self) -> bool:
        """Whether a body or a modal verb applies to the clauses that follow."""
        return bool(self.actor or self.modal)


_NOBODY = _Subject()


class _SentenceReader:
    """Reads sentences, clause by clause.

    Args:
        view: The document.
        cues: The cues.
        ends: Where names of bodies may end.
        obligations: Where modal verbs stand that oblige.
        in_statute: Whether the document is a statute.
    """

    def __init__(
        self, view: ClauseView, cues: TargetCues, ends: list[int], obligations: list[int], in_statute: bool
    ) -> None:
        self.view = view
        self.cues = cues
        self.ends = ends
        self.obligations = obligations
        self.in_statute = in_statute
        self._start()
        self.promoting = cues.patterns[_PROMOTING]
        self.may_will = view.prepared.document.script == "hant"
        self.is_spoken = view.prepared.document.profile in ("hk", "tw")

    def _start(self) -> None:
        self.subject = _NOBODY
        #: The bodies that clauses of their own name.
        self.named = _NOBODY
        #: Whether the sentence promises so far, or has only begun.
        self.continues = True

    def _add_responsible(self, measure: Measure) -> Measure:
        """Return a commitment with the bodies that a clause of its own names: …，由市教育局牵头，市财政局配合."""
        actor = measure.actor or self.named.actor or None
        return measure._replace(actor=actor, supporting=measure.supporting or self.named.supporting)

    def read(self, sentence: Span, bracketed: bool) -> list[Measure]:
        """Return the commitments of a sentence."""
        self._start()
        view, cues, text = self.view, self.cues, self.view.text
        is_excluded = None
        past = PastCues(text, cues.patterns[OBLIGATION])
        found: list[Measure] = []
        unbound = 0  # how many of them the clause before it gives, whose actor has no modal verb
        before: tuple[int, int] | None = None
        for clause in join_brackets(text, sentence, view.clauses(*sentence)):
            if text[clause[0]] == "是" and not text.startswith("是否", clause[0]):
                # 发展教育,是必由之路: a definition.
                found, unbound = [one for one in found if one.modality], 0
            if not self._may_promise(clause):
                unbound, before = 0, clause
                continue
            bracket = find_bracket_after(view, clause[0], cues) if bracketed else None
            if bracket and bracket.end > clause[0]:
                if bracket.start <= clause[0]:
                    continue
                clause = clause[0], min(clause[1], bracket.start)
            reading = read_clause(text, clause, self.ends, cues, self.subject.binds, self.may_will)
            topic, before = before, clause
            if reading is NOTHING:
                self.continues, unbound = False, 0
                continue
            reading = self._take_topic(reading, topic, clause)
            self._follow(reading)
            if unbound and self.in_statute and (reading.modal or reading.allows) and not reading.actor:
                del found[-unbound:]  # 人民法院确定参考价,应当…: a condition
            unbound = 0
            if not reading.predicates or not self._promises(reading, sentence):
                continue
            if is_excluded is None:  # decided once, and only in sentences with a verb of action
                is_excluded = is_past(view, sentence, cues) or is_purpose(text, sentence, cues)
                past.ends = [cue.end() for cue in cues.past.finditer(text, *sentence)]
            if is_excluded and not (reading.actor and reading.modal):
                continue
            if past.applies_to(reading, clause[1]):
                continue
            closing = bracket and bracket.responsibility
            acted = bool(reading.actor or reading.modal)
            if is_no_commitment(text, reading.predicates[0], cues, acted):
                continue
            added = [
                self._build(one, closing, sentence)
                for one in reading.predicates
                if (one.object or self.subject.actor) and not is_no_commitment(text, one, cues, acted)
            ]
            unbound = len(added) if reading.actor and not reading.modal else 0
            found += added
        return [self._add_responsible(measure) for measure in found] if self.named != _NOBODY else found

    def _take_topic(
        self, reading: ClauseReading, topic: tuple[int, int] | None, clause: tuple[int, int]
    ) -> ClauseReading:
        """Return a clause with 由 and no object with the clause before it as its object: 申报表格等,由药监局制定."""
        text, cues = self.view.text, self.cues
        if topic is None or not reading.predicates or reading.predicates[0].object or text[clause[0]] != "由":
            return reading
        start = skip_marker(text, *topic, cues)
        if start >= topic[1] or text[start] in cues.phrase_firsts or text[topic[1] - 1] == "的":
            return reading
        first = reading.predicates[0]._replace(object=(start, topic[1]))
        return reading._replace(predicates=[first, *reading.predicates[1:]])

    def _may_promise(self, clause: tuple[int, int]) -> bool:
        """Return whether a clause is worth reading: it names a body, goes on with one, or begins like a promise."""
        start, end = clause
        if may_name(self.ends, start, end):
            return True
        if self.subject.is_other:
            return False
        text = self.view.text
        bound = self.subject.binds
        if may_begin(text[start], self.cues, self.in_statute, bound):
            return True
        if text.find("请", start, min(end, start + _ASKING)) >= 0:
            return True
        self.continues = False
        if bound or self.in_statute:
            index = bisect_right(self.obligations, start)
            if index < len(self.obligations) and self.obligations[index] < end:
                self.subject = _Subject(is_other=self.in_statute)
        return False

    def _follow(self, reading: ClauseReading) -> None:
        """Note the subject of a clause, which goes on until another one follows."""
        if reading.part and reading.actor:
            names = [self.view.quote(*span) for span in split_bodies(self.view.text, *reading.actor)]
            if reading.part == "support" or self.named.actor:
                self.named = self.named._replace(supporting=(*self.named.supporting, *names))
            else:
                self.named = self.named._replace(actor=self.view.quote(*reading.actor))
        elif reading.actor:
            text, cues = self.view.text, self.cues
            is_other = (
                reading.allows
                or (self.in_statute and not names_state_body(text, *reading.actor, cues))
                or bool(cues.patterns[_OTHERS].search(text, *reading.actor))
            )
            names = [self.view.quote(*span) for span in reading.supporting]
            actor = "" if is_other else self.view.quote(*reading.actor)
            self.subject = _Subject(actor, tuple(names), reading.modal, is_other)
        elif reading.allows or reading.other:
            self.subject = _Subject(is_other=reading.allows or self.in_statute)
        elif reading.modal:
            self.subject = self.subject._replace(modal=reading.modal)
        elif not reading.predicates:
            self.continues = False

    def _promises(self, reading: ClauseReading, sentence: Span) -> bool:
        """Return whether the subject of a clause can promise here."""
        subject = self.subject
        if subject.is_other:
            return False
        if self.in_statute:
            if not subject.actor:
                verb = self.view.text[slice(*reading.predicates[0].verb)]
                return not subject.modal and bool(self.promoting.fullmatch(verb))
            return bool(subject.modal) or not self.cues.patterns[_SANCTION].search(self.view.text, *sentence)
        if self.is_spoken:  # in Hong Kong and Taiwan what is done now has no modal verb
            if subject.modal and not subject.actor:
                promised = bool(self.cues.patterns[_PROMISING].fullmatch(subject.modal))
            else:
                begins = (
                    self.continues
                    and self.view.text[reading.predicates[0].start] not in self.cues.phrase_firsts
                )
                promised = bool(subject.modal) or (not subject.actor and begins)
            self.continues = promised
            return promised
        return True

    def _build(self, found: Predicate, closing: Responsibility | None, sentence: Span) -> Measure:
        view, subject, end = self.view, self.subject, found.end
        span = view.text_view.original_span(found.start, end)
        modality, strength = decide_modality(subject.modal, view.text[slice(*found.verb)], self.cues)
        return Measure(
            span=span,
            text=view.quote(found.start, end),
            verb=view.quote(*found.verb),
            object=view.quote(*found.object) if found.object else "",
            modality=modality,
            strength=strength,
            actor=subject.actor or (closing.lead if closing else None) or None,
            supporting=subject.supporting or (closing.supporting if closing and not subject.actor else ()),
            date=_find_date(view, sentence, found.start),
            address=view.prepared.address_at(span[0]),
            complement=view.quote(*found.complement) if found.complement else "",
        )


def _find_date(view: ClauseView, sentence: Span, start: int) -> DateRef | None:
    """Find the deadline: the last date before the verb in its sentence, or the end of the plan."""
    for mention in reversed(view.dates_between(max(sentence[0], start - _REACH), start)):
        if not mention.compared:
            return view.locate_date(mention)
    return find_plan_end(view, view.plan_period)
