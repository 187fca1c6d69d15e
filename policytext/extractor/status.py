"""Whether a figure is promised or reached: the nearest evidence decides.

In its clause, then by its date against the document's own year, then in its sentence, its headings, the
figures before it, and last by what kind of document it is.
"""

import re

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues
from policytext.model.annotations import DateRef, Status
from policytext.model.document import Span
from policytext.text.lazy_patterns import compile_pattern

# Templates: a slot stands for a list in `rules/targets`.
_DONE = "[^\\W\\d]了(?!解)|{clause-achieved-cues}|{accumulating-cues}"
_ACCUMULATING = "{accumulating-cues}"
_MUST = "{clause-target-cues}"
_WILL = "(?:{promising-subjects})(?:{promising-will})"
_HEADING_DONE = "[^\\W\\d]了(?!解)|“十[一二三四]?五”.{0,8}(?:{plan-review-nouns})"
_REVIEW = "{review-headings}"

_FORMAL_END = compile_pattern(r"(?:\([^()]{1,8}\)|[》\s.。])+$")
_YEAR = compile_pattern(r"(?<!\d)((?:19|20)\d\d)年(?!以来|—|-)")
_NEAR = 16  # characters around a figure among which a word that binds stands
_LONG_TITLE = 60
_REACH = 400  # characters around a figure that are looked through, however long its sentence
_LEAD = 120  # characters of a line that leads in


def decide_status(
    reading: ClauseView,
    clause: Span,
    sentence: Span,
    figure: int,
    when: DateRef | None,
    words: TargetCues,
    inherited: Status | None,
) -> Status:
    """The status of a figure.

    Args:
        reading: the document.
        clause, sentence: what the figure stands in.
        figure: where it begins.
        when: its date.
        words: the cues.
        inherited: the status of the figure before it in the same paragraph, None for the first.
    """
    text = reading.text
    sentence = Span(max(sentence[0], figure - _REACH), sentence[1])
    own = text[max(clause[0], figure - _REACH) : min(clause[1], figure + _REACH)]
    if words.quoted.search(text, sentence[0], figure):
        return "quoted"
    if words.forecast.search(text, sentence[0], figure) and "目标" not in text[sentence[0] : figure]:
        return "forecast"
    must = words.patterns[_MUST].search(own) or words.target.search(own) or _promised(reading, own, words)
    done = words.patterns[_DONE].search(own)
    if done and not must:
        # 到2030年累计降低17%: what adds up may still lie ahead.
        ahead = when is not None and reading.year is not None and _by_date(when, reading.year) == "target"
        ahead = ahead and not words.patterns[_DONE].search(words.patterns[_ACCUMULATING].sub("", own))
        return "target" if ahead else "achieved"
    if must:
        return "target"
    normative = words.normative.search(text, max(clause[0], figure - _NEAR), min(figure + _NEAR, clause[1]))
    if normative and (when is None or when.role == "deadline" or _promises(reading, words)):
        return "target"
    return (
        _by_date(when, reading.year)
        or _by_cue(reading, sentence, figure, words)
        or _by_heading(reading, figure, words)
        or _was(reading, when, words)
        or inherited
        or _by_imperative(reading, figure, words)
        or _by_kind(reading, own, words)
    )


def _promised(reading: ClauseView, clause: str, words: TargetCues) -> bool:
    """Whether a government of Hong Kong promises, which it does with 會: 我們會, 政府會."""
    return reading.prepared.document.profile == "hk" and bool(words.patterns[_WILL].search(clause))


def _binding(reading: ClauseView, words: TargetCues) -> tuple[re.Pattern[str], ...]:
    """What binds in a sentence of this document."""
    known = (words.patterns[_MUST], words.target)
    return (*known, words.patterns[_WILL]) if reading.prepared.document.profile == "hk" else known


def _by_date(when: DateRef | None, year: int | None) -> Status | None:
    if when is None or when.end is None:
        return None
    if when.role == "as-of":
        return "achieved"
    if year is None:
        return "target" if when.role == "deadline" else None
    if int(when.end[:4]) < year:
        return "achieved"
    if when.start and int(when.start[:4]) > year:
        return "target"
    if when.role == "deadline" and int(when.end[:4]) > year:
        return "target"
    return None


def _by_cue(reading: ClauseView, sentence: Span, figure: int, words: TargetCues) -> Status | None:
    """The last cue before the figure in its sentence."""
    text = reading.text
    if _led_to_aims(reading, sentence, words):
        return "target"
    done = max((found.end() for found in words.achieved.finditer(text, sentence[0], figure)), default=-1)
    must = max(
        (
            found.end()
            for cues in _binding(reading, words)
            for found in cues.finditer(text, sentence[0], figure)
        ),
        default=-1,
    )
    if done == must:
        return None
    return "achieved" if done > must else "target"


def _led_to_aims(reading: ClauseView, sentence: Span, words: TargetCues) -> bool:
    """Whether 主要预期目标是： leads in, at the end of the line before or above a list of items."""
    text = reading.text
    line = reading.line_start(sentence[0])
    lead = reading.lead(line)
    if lead is None:
        return False
    chain = reading.chain(sentence[0])
    item = bool(chain) and chain[-1].span[0] >= line
    if not item and (lead[1] + 2 < line or reading.first_word(line) < sentence[0]):
        return False
    words_before = re.split("。", text[max(lead[0], lead[1] - _LEAD) : lead[1]])[-1]
    return any(cues.search(words_before) for cues in _binding(reading, words))


def _by_heading(reading: ClauseView, figure: int, words: TargetCues) -> Status | None:
    """What the nearest heading that is certain says: 主要目标, 工作回顾; what stands in a review is one."""
    nearest: Status | None = None
    for title in _titles(reading, figure):
        aims = words.target_headings.search(title)
        if words.achieved_headings.search(title) or words.patterns[_HEADING_DONE].search(title):
            if nearest is None or (words.patterns[_REVIEW].search(title) and not aims):
                return "achieved"
        elif aims:
            nearest = nearest or "target"
    return nearest


def reports_the_past(reading: ClauseView, offset: int, words: TargetCues) -> bool:
    """Whether what stands at an offset belongs to a review: by its headings, or the year in one of them."""
    titles = _titles(reading, offset)
    known = reading.reviews.get(titles)
    if known is None:
        known = reading.reviews[titles] = _is_review(titles, reading, offset, words)
    return known


def _is_review(titles: tuple[str, ...], reading: ClauseView, offset: int, words: TargetCues) -> bool:
    if _by_heading(reading, offset, words) == "achieved":
        return True
    years = (found for title in titles if (found := _YEAR.search(title)))
    nearest = next(years, None)
    return nearest is not None and reading.year is not None and int(nearest[1]) < reading.year


def _by_imperative(reading: ClauseView, figure: int, words: TargetCues) -> Status | None:
    """Whether a heading is an imperative; reports of the past have such headings too."""
    titles = _titles(reading, figure)
    return "target" if any(words.imperative_headings.search(title) for title in titles) else None


def _titles(reading: ClauseView, figure: int) -> tuple[str, ...]:
    """The short headings above a figure, the nearest first."""
    chain = reading.chain(figure)
    if not chain:
        return ()
    known = reading.titles.get(chain[-1].span)
    if known is None:
        shadow = reading.prepared.shadow
        known = reading.titles[chain[-1].span] = tuple(
            [
                shadow[section.title_span[0] : section.title_span[1]]
                for section in reversed(chain)
                if section.kind not in ("title", "article")
                and section.title_span[1] - section.title_span[0] <= _LONG_TITLE
            ]
        )
    return known


def _was(reading: ClauseView, when: DateRef | None, words: TargetCues) -> Status | None:
    """A year by itself, in a text that promises nothing and does not say when it was written, is over."""
    dated = when is not None and when.end is not None and when.grain != "period"
    return "achieved" if dated and reading.year is None and not _promises(reading, words) else None


def _by_kind(reading: ClauseView, clause: str, words: TargetCues) -> Status:
    if reading.prepared.document.title:
        return "target" if _promises(reading, words) else "achieved"
    # Without a title: what begins with a deed in the bare imperative is to be done.
    deed = words.verbs.match(clause, words.adverbs.match(clause).end())  # type: ignore[union-attr]
    return "target" if reading.plan or deed else "achieved"


def _promises(reading: ClauseView, words: TargetCues) -> bool:
    """Whether the document is of a kind that promises: a plan, an opinion, a rule."""
    title = reading.prepared.document.title
    if not title:
        return False
    from policytext.text.shadow import fold

    return _FORMAL_END.sub("", fold(title)).endswith(words.promising_titles)
