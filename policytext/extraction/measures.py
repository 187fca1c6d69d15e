"""Commitments in words: clauses that begin with a deed to be done, behind adverbs, an actor or 要 and 应当.

What tells of the past is none: 近年来…取得, under a heading such as 工作回顾, of a plan that is over.

>>> from policytext.model import Source
>>> from policytext.outlining import parse
>>> from policytext.rulebook.packs import load
>>> from policytext.text.prepared import Prepared
>>> text = "各地应当加快编制事项清单,推动清单公开。近年来,推进共享取得成效。"
>>> found = measures(Reading(Prepared(parse(Source(text=text)))), vocabulary(load()[0]))
>>> [(one.text, one.verb, one.actor, one.strength) for one in found]
[('加快编制事项清单', '编制', '各地', 2), ('推动清单公开', '推动', '各地', 1)]
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from policytext.extraction.actors import Duty, bracket_after, has_brackets
from policytext.extraction.reading import Reading
from policytext.extraction.status import reports_the_past
from policytext.extraction.vocabulary import Vocabulary, vocabulary
from policytext.marks import Measure, When
from policytext.model import Span
from policytext.text.numerals import PLAIN
from policytext.text.patterns import compiled

__all__ = ["Reading", "measures", "vocabulary"]

_SKIPPED = compiled(
    rf"(?:\s|第[{PLAIN}\d]+[条章节]|[一二三四五六七八九十]+是|[一二三四五六七八九十](?=要)|首先是?|其次是?|再次是?|最后是?|第[一二三四五六七八九十]+[,、]?|\([一二三四五六七八九十\d]+\)"
    r"|[一二三四五六七八九十]+、|\d{1,2}[.、)]|[①-⑳]|[-—•·●▪◆★※]+"
    r"|同时|并且|并|以及|另外|此外|还|也|其中|到时)*"
)
_BINDING = compiled("要|应(?:当|该)?|必须|须|务必|将(?!军)|可以?|有必要|负责")
# The same inside a sentence, where 重要 and 应用 are met.
_BOUND = compiled("要(?<![主重需必紧首]要)(?!求|素|点|件|闻|害)|应当|应该|必须(?!知)|须(?!知)|务必")
_DONE_BEHIND = compiled("了|过(?!程|渡)|的|者|以来|性|率|型")
# 为了…，维护…，制定本法 says why a statute is there.
_PURPOSE = compiled(
    rf"(?:第[{PLAIN}\d]+条\s*)?为了?[^。\n]{{4,300}}(?:制定本|结合[^。\n]{{2,16}}实际,|根据[^。\n]{{2,200}},)"
)
# What a verdict says, or a statute of itself; and words that only look like a deed: 建设单位, 新建、改建的.
_NO_PROMISE = compiled(
    "让我们|制定本|依法给予|给予[^,。]{0,12}处分|追究[^,。]{0,24}责任|承担[^,。]{0,16}责任|(?:建设|采购|征收|审批|规划)(?:单位|用地|部门|行政|主管|者|人)"
    "|(?:新建|扩建|改建|改扩建)、|严格(?:遵守|按照|执行)"
)
# Headings that name a thing: 指导思想, 发展目标; and predicates: 治理更加精细.
_NOMINAL = compiled(
    "(?:研发|建设|治理|服务|开发|保护|利用|创新|培养|支持|投资)(?:投入|规模|水平|能力|面积|总量|总额|强度|经费|质量|效能|效率|力度|数量)[^,。;]{0,4}?"
    "(?:增长|达到?\\d|达到|提高到|提升到|下降|居|位居|占|为\\d|明显|显著|不断|持续)|"
    "(?:指导|发展|保障|实施|建设|改革|评估|考核|监督|培训|支持|帮扶|奖励|推广|组织|治理|开发|管控|创新|激励|引导)"
    "(?:思想|目标|方向|原则|措施|基础|环境|背景|意义|步骤|内容|范围|对象|方式|依据|进度|情况|要求|政策|期限|现状|重点|任务|领导|管理|理念|格局)$"
    "|(?:治理|服务|发展|保障|创新|改革|保护|利用|开放|合作|建设)(?:更加?|明显|显著|不断|持续|基本|得到|有效|进一步|取得|迈出|实现|跃上)"
)
# 推进公共服务数字化是…的必然选择 says what something is.
_DEFINES = compiled("[^\\W\\d]是(?![否非])")
_ACTOR = 30  # characters of an actor's name with what opens its clause
_MARKERS = frozenset(" \t\u3000一二三四五六七八九十首其再最第(0123456789①②③④⑤⑥⑦⑧⑨⑩-—•·●▪◆★※同并以另此还也到")
_OPENING = 12  # characters at a sentence's beginning where a period stands that governs it
# Clauses that end as the names of bodies do: 融入新发展格局.
_NO_ACTOR = compiled("[格布]局$|坚持|推进|加强|按照|根据|部署|进一步|积极|提升|的|要")
_REACH = 400  # characters back among which a date stands, however long the sentence
_SHORT = 2  # characters of the shortest object
_WORD = 3  # characters of the longest word that binds, with what it looks at behind
_OPENED = 18  # characters between a preposition and the deed
_DATE = compiled(r"(?:[到在至])?“?(?:(?:19|20)\d\d年[底末]?|十[一二三四]?五”|今年|明年)(?:前|底|时期|期间)?")
_DATED = frozenset("到在至“十一二三四五12今明")
_WITH = compiled("[用将把]")


class _Deed(NamedTuple):
    """A clause read: where the commitment begins, its verb and its object, and the word that binds."""

    start: int
    verb: tuple[int, int]
    modal: str
    actor: str


def measures(reading: Reading, words: Vocabulary) -> Iterator[Measure]:
    """All commitments of a document, in reading order."""
    text = reading.text
    bracketed = has_brackets(reading, words)
    for sentence in reading.sentences:
        actor, told = "", None
        past = _Past(text)
        for clause in reading.clauses(*sentence):
            bracket = bracket_after(reading, clause[0], words) if bracketed else None
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
            if _is_none(text, deed, clause) or past.holds(deed, clause[1]):
                continue
            actor = reading.written(deed.actor, *clause) or actor
            yield _measure(reading, clause, deed, actor, bracket and bracket.duty, sentence, words)


def _is_none(text: str, deed: _Deed, clause: tuple[int, int]) -> bool:
    """Whether a clause that begins with a verb is no commitment: a heading, a condition, a definition."""
    at, end = deed.verb[0], clause[1]
    if text[end - 1] == "的" or _NOMINAL.match(text, at, end) or _NO_PROMISE.match(text, at, end):
        return True
    return bool(_DEFINES.search(text, deed.verb[1], end))


def _is_past(reading: Reading, sentence: Span, words: Vocabulary) -> bool:
    """Whether a sentence stands under a review, or speaks of a period that is over."""
    text = reading.text
    bound = _BOUND.search(text, *sentence)
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
    """

    def __init__(self, text: str) -> None:
        self.text = text
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
        found = _BOUND.search(self.text, start, deed.start)
        # What stands in the last characters may go on behind them.
        self._clear = found.start() if found else max(start, deed.start - _WORD)
        return not found


def _deed(text: str, clause: tuple[int, int], words: Vocabulary) -> _Deed | None:
    start, end = clause
    at = _behind_marker(text, start, end) if text[start] in _MARKERS else start
    if at == end:
        return None
    first = text[at]
    opens = first in words.openings or first in "用将把"
    if not opens and not _BINDING.search(text, at, min(at + _ACTOR, end)):
        return None
    if first in _DATED:
        at = _behind_date(text, at, end)
    actor = ""
    modal = _BINDING.search(text, at, min(at + _ACTOR, end))
    if modal and modal.start() != at:  # somebody may stand before it
        modal, subject = None, words.actor.match(text, at, end)
        if subject and (modal := _BINDING.match(text, subject.end(), end)):
            actor = "" if _NO_ACTOR.search(subject[0]) else subject[0]
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


def _behind_marker(text: str, start: int, end: int) -> int:
    """Past an enumerator or a conjunction that opens a clause."""
    found = _SKIPPED.match(text, start, end)
    return found.end() if found else start


def _behind_date(text: str, at: int, end: int) -> int:
    """Past a date that opens a clause: “十四五”时期要…"""
    found = _DATE.match(text, at, end)
    return found.end() if found else at


def _verb(text: str, at: int, end: int, words: Vocabulary) -> tuple[int, int] | None:
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
            if end - behind >= _SHORT and not _DONE_BEHIND.match(text, behind):
                return found.span()
    return None


def _verb_behind(text: str, at: int, end: int, words: Vocabulary) -> tuple[int, int] | None:
    """The deed behind a short phrase that a preposition opens: 用智慧创造新型生活."""
    for found in words.verbs.finditer(text, at + 1, min(at + _OPENED, end)):
        if end - found.end() >= _SHORT and not _DONE_BEHIND.match(text, found.end()):
            return found.span()
    return None


def _subject(text: str, clause: tuple[int, int], words: Vocabulary) -> str:
    """The actor that a clause by itself names: 各地各部门，"""
    end = clause[1]
    start = clause[0]
    if end - start > _ACTOR or text[end - 1] not in words.actor_last:
        return ""
    if not text.endswith(words.actor_ends, start, end):
        return ""
    if text[start] in _MARKERS:
        start = _behind_marker(text, start, end)
    found = words.actor.fullmatch(text, start, end)
    return found[0] if found and not _NO_ACTOR.search(found[0]) else ""


def _measure(
    reading: Reading,
    clause: tuple[int, int],
    deed: _Deed,
    actor: str,
    closing: Duty | None,
    sentence: Span,
    words: Vocabulary,
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
        address=reading.prepared.address(span[0]),
    )


#: A deed without a word that binds: 推动, 加强.
_ORDINARY = 1


def _date(reading: Reading, sentence: Span, start: int) -> When | None:
    """The day by which: the last date before the deed in its sentence, or the plan's end."""
    for mention in reversed(reading.dates_between(max(sentence[0], start - _REACH), start)):
        if not mention.compared:
            return reading.placed(mention)
    return reading.placed(reading.plan)._replace(role="deadline") if reading.plan else None
