"""What is no commitment: reports of the past, definitions, conditions, headings, what a statute says of others.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.extractor.predicates import read_predicates
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> def is_no_promise(text):
...     return is_no_commitment(text, read_predicates(text, 0, len(text), cues, bound=False)[0], cues)
>>> is_no_promise("推进清单公开"), is_no_promise("推进清单公开时"), is_no_promise("设立开发区的批复")
(False, True, True)
"""

from bisect import bisect_right
from collections.abc import Iterable

from policytext.extractor.clauses import ClauseView
from policytext.extractor.commitment_grammar import ClauseReading
from policytext.extractor.cues import TargetCues
from policytext.extractor.dates import DateMention
from policytext.extractor.predicates import Predicate
from policytext.extractor.status import reports_the_past
from policytext.extractor.time_frames import find_frames
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import HAN_NUMERALS

# 推进公共服务数字化是…的必然选择 is a definition.
_DEFINES = LazyPattern("[^\\W\\d]是(?![否非])")
# 已发现的武器
_ATTRIBUTE = LazyPattern(r"[^\W\d_]{2,3}的")
# 依托平台已有技术能力: what is at hand is no report.
_AT_HAND = LazyPattern("(?:依托|利用|结合|根据|基于|在)[^,。;:]{0,20}已有$")
_FAR = 24  # characters back to such a word
_PROVIDED = LazyPattern("[^,。;]{0,12}《[^《》]{2,40}》[^,。;]{0,14}?(?:规定|订明|列明|载明|赋权)(?![的了])")
_WORD = LazyPattern(r"\S")
_ANNEX_LINE = LazyPattern(r"(?m)^[ \t\u3000]*附件\d{0,2} ?:[^\n]*")
_FEW_ARTICLES = 5  # which a notice may quote
_OPENING = 12  # characters at a sentence's beginning in which a period governs the sentence
_LONGEST_BINDING = 12  # characters; no shorter than the longest modal verb with its lookahead

# Templates: a slot in braces is a list in `rules/targets`.
# 为了…，维护…，制定本法 gives the purpose of a statute.
_PURPOSE = (
    rf"\s*(?:第[{HAN_NUMERALS}\d]+条\s*)?(?:{{purpose-words}})[^。\n]{{4,300}}"
    r"(?:{enacting-words}|结合[^。\n]{2,16}(?:实际|情况)[^。\n]{0,4},|根据[^。\n]{2,200},)"
)
_APPEAL = (
    "{appeal-words}|希望[^,。;]{2,16}?能够?(?![力源])|履行(?:以下|下列)[^,。;:]{0,6}职责"
    "|[都均](?:十分|非常|迫切|急)?需要(?!的)"
)
# Modal verbs anywhere in a sentence.
OBLIGATION = "{obligation-words}"
_PLAN = "(?:{plan-title-words})(?:$|[(（])"
_CONDITION = "(?:{condition-ends})$"
_TITLE = "的(?:{title-nouns})$"
_STATUTE = "(?:{statute-titles})(?:[(（][^()（）]*[)）])?$"
_NO_PROMISE = (
    "{no-commitments}|给予[^,。]{0,12}处分|追究[^,。]{0,24}责任|承担[^,。]{0,16}责任|[作做]出[^,。]{0,8}贡献"
    "|(?:{compound-verbs})(?:{compound-nouns})|(?:{staffing-verbs})(?:{staffing-nouns})|(?:{listed-verbs})、"
)
# Headings that name a thing: 指导思想, 发展目标; and predicates: 治理更加精细.
_NOMINAL = (
    r"(?:{attribute-verbs})(?:{attribute-nouns})[^,。;]{0,4}?(?:{attribute-changes}|[达为]\d)"
    "|(?:{heading-verbs})(?:{heading-nouns})$|(?:{state-verbs})(?:{state-predicates})|(?:{heading-verbs})(?:时间|期间|期限|情况)[为是]"
    # 服务人数从9万人增加到75万人
    "|(?:{state-verbs})[^,。;从由]{0,8}[从由][^,。;]{1,16}?(?:增加|提高|上升|降低|下降|扩大|增|升|降)[到至]"
)


def is_statute(view: ClauseView, cues: TargetCues) -> bool:
    """Return whether the document is a statute, by its title or its articles."""
    title = view.prepared.document.title or ""
    if cues.patterns[_STATUTE].search(title):
        return True
    articles = sum(one.kind == "article" for one in view.prepared.sections)
    return articles > _FEW_ARTICLES or any(one.kind == "article" for one in view.prepared.document.sections)


def is_plan(view: ClauseView, cues: TargetCues) -> bool:
    """Return whether the title calls the document a plan or a policy address, in which verbs alone promise."""
    return bool(cues.patterns[_PLAN].search(view.text, *view.title_span))


def is_spoken(view: ClauseView, cues: TargetCues) -> bool:
    """Return whether what a document says is done needs a modal verb to be promised: the speeches of Hong Kong and Taiwan.

    A Traditional text whose region is not known is no copy of a mainland one.
    """
    document = view.prepared.document
    region = document.frame.region
    from_elsewhere = region in ("hk", "mo", "tw") or (region is None and document.script == "hant")
    return from_elsewhere and not is_plan(view, cues)


def is_purpose(text: str, sentence: Span, cues: TargetCues) -> bool:
    """Return whether a sentence gives the purpose of its document."""
    return bool(cues.patterns[_PURPOSE].match(text, *sentence))


def is_appeal(text: str, sentence: Span, cues: TargetCues) -> bool:
    """Return whether a sentence promises nothing because of what it does: it calls upon others or asks (会议号召…; 请问…),
    wishes (希望各方能…), says what something needs (深化改革,都迫切需要人才), or lists duties (履行下列职责)."""
    return cues.patterns[_APPEAL].search(text, *sentence) is not None


def quotes_rule(text: str, sentence: Span) -> bool:
    """Return whether a sentence says what a law or an agreement provides: 《条例》规定,处长须…"""
    return _PROVIDED.match(text, *sentence) is not None


def is_no_commitment(text: str, found: Predicate, cues: TargetCues, acted: bool = False) -> bool:
    """Return whether a clause that begins with a verb is a heading, a condition or a definition.

    Args:
        text: The text.
        found: What the clause says.
        cues: The cues.
        acted: Whether it names who acts, or has a modal verb, so that it is no heading.
    """
    at, behind, end = *found.verb, found.end
    patterns, first = cues.patterns, text[at]
    if text[end - 1] in cues.condition_lasts and patterns[_CONDITION].search(text, behind, end):
        return True
    if first in cues.no_promise_firsts and patterns[_NO_PROMISE].match(text, at, end):
        return True
    if not acted:
        if text[end - 1] in cues.condition_lasts and patterns[_TITLE].search(text, behind, end):
            return True
        if first in cues.nominal_firsts and patterns[_NOMINAL].match(text, at, end):
            return True
        if text[found.start] in cues.no_promise_firsts and patterns[_NO_PROMISE].match(
            text, found.start, end
        ):
            return True
    if text.startswith("是", behind) and not text.startswith("是否", behind):
        return True
    return text.find("是", behind, end) >= 0 and bool(_DEFINES.search(text, behind, end))


class PastSentences:
    """Which sentences of a document are in a review, or about a past period.

    Args:
        view: The document.
    """

    def __init__(self, view: ClauseView) -> None:
        self.view = view
        #: Between two of these offsets the headings and the time frame are the same.
        self._edges = sorted({*find_frames(view).starts, *view.section_edges})
        self._is_review: dict[int, bool] = {}

    def includes(self, sentence: Span) -> bool:
        """Return whether a sentence is one of them."""
        start = sentence[0]
        opening = self.view.dates_between(start, start + _OPENING)
        if opening and self._is_over(sentence, opening):
            return True
        index = bisect_right(self._edges, start)
        if index not in self._is_review:
            self._is_review[index] = reports_the_past(self.view, start, self.view.cues)
        return self._is_review[index]

    def _is_over(self, sentence: Span, mentions: Iterable[DateMention]) -> bool:
        """Return whether a period that is over governs a sentence: 2024年，…"""
        view, text = self.view, self.view.text
        if view.cues.patterns[OBLIGATION].search(text, *sentence):
            return False
        for mention in mentions:
            if mention.compared:
                continue
            over = mention.when.end and mention.when.role != "deadline" and view.is_over(mention.when.end)
            if over and not text[sentence[0] : mention.start].strip(" “(一二三四五六七八九十、)在"):
                return True
        return False


class PastCues:
    """The cues of the past, applied clause by clause.

    Args:
        text: The text.
        cues: The cues.
    """

    def __init__(self, text: str, cues: TargetCues) -> None:
        self.text = text
        # The pattern of the modal verbs that end a cue's reach.
        self._obligation = cues.patterns[OBLIGATION]
        # The offsets where the cues end.
        self._ends = [
            cue.end()
            for cue in cues.past.finditer(text)
            if cue[0][0] != "已"
            or not (
                _ATTRIBUTE.match(text, cue.end())
                or _AT_HAND.search(text, max(cue.start() - _FAR, 0), cue.end() + 1)
            )
        ]
        self.enter(0)

    def enter(self, sentence: int) -> None:
        """Begin the sentence at an offset, which the cues before it do not apply to."""
        self._start = sentence
        # No modal verb begins between the last cue and this offset, so the search stays linear.
        self._searched = 0

    def applies_to(self, reading: ClauseReading, end: int, promised: int) -> bool:
        """Return whether the last cue before `end` applies to the clause: no modal verb stands between them.

        Args:
            reading: The clause.
            end: Where it ends.
            promised: Where the last clause with a modal verb begins, or -1.
        """
        index = bisect_right(self._ends, end) - 1
        if index < 0 or self._ends[index] <= self._start or reading.modal or self._ends[index] < promised:
            return False
        first = reading.predicates[0].start
        start = max(self._ends[index], self._searched)
        modal = self._obligation.search(self.text, start, first)
        # A modal verb may extend past the last characters.
        self._searched = modal.start() if modal else max(start, first - _LONGEST_BINDING)
        return not modal


def find_titles(view: ClauseView) -> list[Span]:
    """Find the titles and the lines that name an annex, which promise nothing: 附件：建设任务分工表."""
    text = view.text
    found = [Span(*match.span()) for match in _ANNEX_LINE.finditer(text)]
    place = view.text_view.shortened_span
    titles = (place(one.title_span) for one in view.prepared.sections if one.kind == "title")
    found += [span for span in titles if _WORD.search(text, span[1])]
    return sorted(found)
