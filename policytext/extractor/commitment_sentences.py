"""A sentence read clause by clause: its commitments, and who acts in the clauses that follow."""

from bisect import bisect_right

from policytext.extractor.actor_clauses import ADJUNCT, NOTHING, PHRASE
from policytext.extractor.actors import find_bracket_after
from policytext.extractor.bodies import names_state_body, split_bodies
from policytext.extractor.bracketed_clauses import join_brackets
from policytext.extractor.clause_kinds import (
    defines,
    foretells,
    is_result,
    judges,
    lists_deeds,
    opens_purpose,
    reports_day,
)
from policytext.extractor.clauses import ClauseView
from policytext.extractor.commitment_checks import (
    PastCues,
    PastSentences,
    is_appeal,
    is_no_commitment,
    is_purpose,
    is_spoken,
    quotes_rule,
)
from policytext.extractor.commitment_grammar import (
    ClauseReading,
    find_first_characters,
    find_opening_body,
    read_clause,
    take_topic,
)
from policytext.extractor.cues import TargetCues
from policytext.extractor.measure_records import NOBODY, MeasureRecords, Subject, add_responsible
from policytext.extractor.responsibility import ResponsibilityBracket
from policytext.extractor.status_evidence import COMPLETED
from policytext.model.annotations import Measure
from policytext.model.document import Span

_LET_US = "让我们"
_ASKING = 10  # characters in which 请 opens a clause

# Templates: a slot in braces is a list in `rules/targets`.
PROMOTING = "{promoting-verbs}"
_OTHERS = "(?:{obliged-others})$"
_PROMISING = "{promising-modals}"
_SANCTION = "{sanction-words}"


class SentenceReader:
    """Reads the sentences of a document in order, clause by clause.

    Args:
        view: The document.
        cues: The cues.
        ends: Where names of bodies may end.
        obligations: Where modal verbs stand that oblige.
        in_statute: Whether the document is a statute.
        bracketed: Whether brackets or lines name who is responsible.
    """

    def __init__(
        self,
        view: ClauseView,
        cues: TargetCues,
        ends: list[int],
        obligations: list[int],
        in_statute: bool,
        bracketed: bool,
    ) -> None:
        self.view = view
        self.cues = cues
        self.ends = ends
        self.obligations = obligations
        self.in_statute = in_statute
        self.bracketed = bracketed
        self.promoting = cues.patterns[PROMOTING]
        self.may_will = view.prepared.document.script == "hant"
        self.is_spoken = is_spoken(view, cues)
        self.past = PastSentences(view)
        self.past_cues = PastCues(view.text, cues)
        self.firsts = find_first_characters(cues, in_statute, bound=False)
        self.bound_firsts = find_first_characters(cues, in_statute, bound=True)
        self.records = MeasureRecords(view)
        self.sentence, self.subject = Span(0, 0), NOBODY
        self._start(Span(0, 0))

    def _start(self, sentence: Span) -> None:
        #: Who is asked or obliged before a semicolon, and goes on to be where a modal verb follows.
        self.carried = self._find_carried(sentence)
        self.sentence = sentence
        self.found: list[Measure] = []
        #: Who acts, and the bodies that clauses of their own name.
        self.subject, self.named = NOBODY, NOBODY
        #: Whether the sentence promises so far, or has only begun.
        self.continues = True
        #: How many of its commitments the clause before gives, whose actor has no modal verb.
        self.unbound = 0
        #: The clause before.
        self.before: tuple[int, int] | None = None
        #: Where the last clause with a modal verb begins.
        self.promised = -1
        #: Whether the clauses give a purpose.
        self.in_purpose = False
        #: Whether somebody only holds something to be so.
        self.is_held = False
        #: Whether the sentence is about the past or a purpose, once that is known.
        self.is_excluded: bool | None = None

    def _find_carried(self, sentence: Span) -> Subject:
        end = self.sentence[1]
        goes_on = end and end == sentence[0] and self.view.text[end - 1] in ";；"
        modal = self.subject.modal or (self.is_spoken and self.subject.actor)
        return self.subject if goes_on and modal and not self.in_statute else NOBODY

    def read(self, sentence: Span) -> list[Measure]:
        """Return the commitments of a sentence."""
        self._start(sentence)
        self.past_cues.enter(sentence[0])
        view, text, ends, cues = self.view, self.view.text, self.ends, self.cues
        first, count = bisect_right(ends, sentence[0]), len(ends)
        firsts, may_define = cues.result_firsts, text.find("是", *sentence) >= 0
        if text.startswith(_LET_US, sentence[0]) or (self.is_spoken and quotes_rule(text, sentence)):
            return []
        for clause in join_brackets(text, sentence, view.clauses(*sentence)):
            start, end = clause
            if text[start] in firsts and is_result(text, clause, cues):
                if foretells(text, start):  # 做好工作,将有力地促进发展,为繁荣市场打下基础
                    return [one for one in self.found if one.modality]
                self.found, self.unbound = [one for one in self.found if one.modality], 0
                self.before = clause
                continue
            if may_define and defines(text, clause):
                return self.found
            self.is_held = self.is_held or judges(text, clause)  # 会议认为,贯彻方针一定能够…
            if self.found and self.is_spoken and lists_deeds(text, clause, cues):
                self.subject, self.unbound, self.before = Subject(is_other=True), 0, clause
                continue
            first = bisect_right(ends, start, first)
            last = bisect_right(ends, end, first) if first < count and ends[first] <= end else first
            if last > first or self._may_promise(start, end):
                self._read_clause(clause, ends[first:last])
            else:
                self.unbound, self.before = 0, clause
        if (
            self.found
            and not any(one.modality for one in self.found)
            and self.cues.patterns[COMPLETED].search(text, *sentence)
        ):
            return []  # …,挖掘潜力,提高了质量: what was reached
        return (
            self.found if self.named is NOBODY else [add_responsible(one, self.named) for one in self.found]
        )

    def _may_promise(self, start: int, end: int) -> bool:
        """Return whether a clause that names no body is worth reading: it begins like a promise, or asks."""
        subject, text = self.subject, self.view.text
        if subject.is_other:
            return False
        bound = bool(subject.actor or subject.modal)
        if text[start] in (self.bound_firsts if bound else self.firsts):
            return True
        if text.find("请", start, min(end, start + _ASKING)) >= 0:
            return True
        self.continues = False
        if bound or self.in_statute:
            index = bisect_right(self.obligations, start)
            if index < len(self.obligations) and self.obligations[index] < end:
                self.subject = Subject(is_other=self.in_statute)
        return False

    def _read_clause(self, clause: tuple[int, int], names: list[int]) -> None:
        """Read a clause, and add its commitments.

        Args:
            clause: Its span.
            names: Where names of bodies may end in it.
        """
        view, text, subject = self.view, self.view.text, self.subject
        bracket = find_bracket_after(view, clause[0], self.cues) if self.bracketed else None
        if bracket and bracket.end > clause[0]:
            if bracket.start <= clause[0]:
                return
            clause = clause[0], min(clause[1], bracket.start)
        if subject.is_other and text[clause[0]] == "或":  # 可实施审查,或由内部机构初审
            return
        bound = bool(subject.actor or subject.modal)
        reading = read_clause(text, clause, names, self.cues, bound, self.may_will)
        topic, self.before = self.before, clause
        goes_on = self.in_purpose or self.found or (self.subject.modal and not self.is_spoken)
        if goes_on and self._is_purpose(reading, clause):
            self.unbound = 0
            return
        if not reading.predicates and (reading is NOTHING or reading is PHRASE):
            self.continues, self.unbound = self.continues and reading is PHRASE and not self.is_spoken, 0
            if self.is_spoken and subject is NOBODY:
                opening = find_opening_body(text, clause, names, self.cues)
                self.subject = Subject(view.quote(*opening)) if opening else NOBODY
            return
        if reading.modal:
            self.promised = clause[0]
        if topic and text[clause[0]] == "由":
            reading = take_topic(text, reading, topic, self.cues)
        self._follow(reading)
        if self.unbound and self.in_statute and (reading.modal or reading.allows) and not reading.actor:
            del self.found[-self.unbound :]  # 人民法院确定参考价,应当…: a condition
        self.unbound = 0
        if reading.predicates and self._promises(reading):
            self._add(reading, clause[1], bracket)

    def _is_purpose(self, reading: ClauseReading, clause: tuple[int, int]) -> bool:
        """Return whether a clause gives a purpose of the clauses before it, or goes on with one: 从而…, 推动…"""
        if reading.modal or reading.actor:
            self.in_purpose = False
        elif self.view.text[clause[0]] in self.cues.purpose_firsts and opens_purpose(
            self.view.text, clause, self.cues
        ):
            self.in_purpose = True
        return self.in_purpose

    def _add(self, reading: ClauseReading, end: int, bracket: ResponsibilityBracket | None) -> None:
        """Add the commitments of a clause that ends at `end`, unless they are none."""
        text, cues = self.view.text, self.cues
        if self.is_excluded is None:  # decided once, and only in sentences with a verb of action
            self.is_excluded = self.past.includes(self.sentence) or any(
                check(text, self.sentence, cues) for check in (is_purpose, is_appeal)
            )
        if self.is_excluded and not (reading.actor and reading.modal and reading.modal != "将"):
            return  # 1998年,政府将范围扩展至…
        if self.is_held and not reading.modal:
            return
        if not reading.modal and reports_day(text, reading.predicates[0].start):
            return
        if self.past_cues.applies_to(reading, end, self.promised):
            return
        if not self.subject.modal and self.subject.actor.startswith("该"):  # 该局与委员进行沟通: a report
            return
        acted = bool(reading.actor or reading.modal)
        first, *others = reading.predicates
        if is_no_commitment(text, first, cues, acted):
            return
        kept = [first, *(one for one in others if not is_no_commitment(text, one, cues, acted))]
        closing = bracket and bracket.responsibility
        build, subject = self.records.build, self.subject
        added = [build(one, subject, closing, self.sentence) for one in kept if one.object or subject.actor]
        self.unbound = len(added) if reading.actor and not reading.modal else 0
        self.found += added

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
            if reading.is_name and self.subject.modal and not names_state_body(text, *reading.actor, cues):
                return  # 政府应于各地,普设托育中心: what is set up
            is_other = (
                reading.allows
                or (self.in_statute and not names_state_body(text, *reading.actor, cues))
                or bool(cues.patterns[_OTHERS].search(text, *reading.actor))
            )
            names = [self.view.quote(*span) for span in reading.supporting]
            actor = "" if is_other else self.view.quote(*reading.actor)
            self.subject = Subject(actor, tuple(names), reading.modal, is_other)
        elif reading.allows or reading.other:
            self.subject = Subject(is_other=reading.allows or self.in_statute)
        elif reading.modal:
            subject = self.carried if self.subject is NOBODY else self.subject
            self.subject = subject._replace(modal=reading.modal)
        elif not reading.predicates:
            self.continues = False

    def _promises(self, reading: ClauseReading) -> bool:
        """Return whether the subject of a clause can promise here."""
        subject = self.subject
        if subject.is_other:
            return False
        if self.in_statute:
            if not subject.actor:
                verb = self.view.text[slice(*reading.predicates[0].verb)]
                return not subject.modal and bool(self.promoting.match(verb))
            return bool(subject.modal) or not self.cues.patterns[_SANCTION].search(
                self.view.text, *self.sentence
            )
        if self.is_spoken:  # in Hong Kong and Taiwan what is done now has no modal verb
            if subject.modal and not subject.actor:
                promised = bool(self.cues.patterns[_PROMISING].fullmatch(subject.modal))
            else:
                text, start = self.view.text, reading.predicates[0].start
                begins = self.continues and not self.cues.patterns[ADJUNCT].match(text, start)
                promised = bool(subject.modal) or (not subject.actor and begins)
            self.continues = promised
            return promised
        return True
