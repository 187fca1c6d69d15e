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

import re
from bisect import bisect_right

from policytext.extractor.clauses import ClauseView
from policytext.extractor.commitment_grammar import ClauseReading
from policytext.extractor.cues import TargetCues
from policytext.extractor.predicates import Predicate
from policytext.extractor.status import reports_the_past
from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern
from policytext.text.numerals import HAN_NUMERALS

# 推进公共服务数字化是…的必然选择 is a definition.
_DEFINES = compile_pattern("[^\\W\\d]是(?![否非])")
_WORD = compile_pattern(r"\S")
_ANNEX_LINE = compile_pattern(r"(?m)^[ \t\u3000]*附件\d{0,2} ?:[^\n]*")
_OPENING = 12  # characters at a sentence's beginning in which a period governs the sentence
_LONGEST_BINDING = 12  # characters; no shorter than the longest modal verb with its lookahead

# Templates: a slot in braces is a list in `rules/targets`.
# 为了…，维护…，制定本法 gives the purpose of a statute.
_PURPOSE = (
    rf"\s*(?:第[{HAN_NUMERALS}\d]+条\s*)?(?:{{purpose-words}})[^。\n]{{4,300}}"
    r"(?:{enacting-words}|结合[^。\n]{2,16}(?:实际|情况)[^。\n]{0,4},|根据[^。\n]{2,200},)"
)
# Modal verbs anywhere in a sentence.
OBLIGATION = "{obligation-words}"
_CONDITION = "(?:(?:{condition-ends})|的(?:{title-nouns}))$"
_STATUTE = "(?:{statute-titles})(?:[(（][^()（）]*[)）])?$"
_NO_PROMISE = (
    "{no-commitments}|给予[^,。]{0,12}处分|追究[^,。]{0,24}责任|承担[^,。]{0,16}责任"
    "|(?:{compound-verbs})(?:{compound-nouns})|(?:{listed-verbs})、"
)
# Headings that name a thing: 指导思想, 发展目标; and predicates: 治理更加精细.
_NOMINAL = (
    r"(?:{attribute-verbs})(?:{attribute-nouns})[^,。;]{0,4}?(?:{attribute-changes}|[达为]\d)"
    "|(?:{heading-verbs})(?:{heading-nouns})$|(?:{state-verbs})(?:{state-predicates})"
)


def is_statute(view: ClauseView, cues: TargetCues) -> bool:
    """Return whether the document is a statute, by its title or its articles."""
    title = view.prepared.document.title or ""
    first = view.prepared.document.sections
    return bool(cues.patterns[_STATUTE].search(title)) or any(one.kind == "article" for one in first)


def is_purpose(text: str, sentence: Span, cues: TargetCues) -> bool:
    """Return whether a sentence gives the purpose of its document."""
    return bool(cues.patterns[_PURPOSE].match(text, *sentence))


def is_no_commitment(text: str, found: Predicate, cues: TargetCues, acted: bool = False) -> bool:
    """Return whether a clause that begins with a verb is a heading, a condition or a definition.

    Args:
        text: The text.
        found: What the clause says.
        cues: The cues.
        acted: Whether it names who acts, or has a modal verb, so that it is no heading.
    """
    at, end = found.verb[0], found.end
    if cues.patterns[_CONDITION].search(text, found.verb[1], end) or any(
        cues.patterns[template].match(text, at, end)
        for template in ((_NO_PROMISE,) if acted else (_NOMINAL, _NO_PROMISE))
    ):
        return True
    if not acted and cues.patterns[_NO_PROMISE].match(text, found.start, end):
        return True
    return bool(_DEFINES.search(text, found.verb[1], end))


def is_past(view: ClauseView, sentence: Span, cues: TargetCues) -> bool:
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


class PastCues:
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

    def applies_to(self, reading: ClauseReading, end: int) -> bool:
        """Return whether the last cue before `end` applies to the clause: no modal verb stands between them."""
        index = bisect_right(self.ends, end) - 1
        if index < 0 or reading.modal:
            return False
        first = reading.predicates[0].start
        start = max(self.ends[index], self._searched)
        modal = self._obligation.search(self.text, start, first)
        # A modal verb may extend past the last characters.
        self._searched = modal.start() if modal else max(start, first - _LONGEST_BINDING)
        return not modal


def find_titles(view: ClauseView) -> list[Span]:
    """Find the titles and the lines that name an annex, which promise nothing: 附件：建设任务分工表."""
    text = view.text
    found = [Span(*match.span()) for match in _ANNEX_LINE.finditer(text)]
    if view.text_view.is_whole:
        titles = (one.title_span for one in view.prepared.document.walk() if one.kind == "title")
        found += [span for span in titles if _WORD.search(text, span[1])]
    return sorted(found)
