"""Lines that look like headings without an enumerator, and the evidence for each, as points.

A line is a candidate if it is short, ends in no mark, and stands between a finished paragraph (or a heading) and a
paragraph or a heading. Points then decide, see `WEIGHTS`.

>>> text = "引导语已经讲完。\\n主要任务\\n主要任务有三项，各部门按照分工抓好落实，年底前报告进展情况。\\n"
>>> [(text[found.start:found.end], found.points) for found in find_heading_lines(LineViews(text), [], [])]
[('主要任务', 6)]
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from policytext.model.document import Span
from policytext.outliner.heading_words import (
    DIGITS,
    HEADING_ENDS,
    HEADING_WORDS,
    LONGEST,
    SENTENCE_WORDS,
    is_heading_shaped,
)
from policytext.outliner.line_views import LineViews
from policytext.text.lazy_patterns import LazyPattern

#: The points for each kind of evidence.
WEIGHTS = {
    "words of headings": 3,
    "first or last word of headings": 1,
    "taken up below": 2,
    "partly taken up below": 1,
    "short": 1,
    "long paragraph below": 1,
    "siblings of like shape": 2,
    "one sibling": 1,
    "set apart by blank lines": 2,
    "indented otherwise than paragraphs": 1,
    "bold": 4,
    "shares its first words with others": 3,
    "a numbering begins below": 2,
    "further comma": -1,
    "words of sentences": -2,
    "digits": -1,
}
#: At this many points a line is a heading, and at this many a likely one.
HEADING_POINTS = 5
TOPIC_POINTS = 3

_SHORT = 12
_LONG_PARAGRAPH = 40
_SHORTEST_PARAGRAPH = 25
#: The largest share of long lines without a final mark: above it, the lines of the text are not its paragraphs.
_UNFINISHED = 0.25
#: The largest share of candidates among the lines of a text.
_CROWDED = 0.6
#: A line that occurs this often is a running head or a button.
_REPEATED = 3

_SHORT_KINDS = ("short", "named")
_BODY = ("opened", "item", "long")
_STOPS = frozenset("。；;！!？?：:，,、…")
_FINISHED = frozenset('。；;！!？?”"」』）)》】…：:—')
#: The start of a line with an enumerator that opens no section.
_ENUMERATED = LazyPattern(
    r"[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．](?!\d{3})|[A-Za-z][、.．]|[ⅠⅡⅢⅣⅤIVX]{1,4}[、.．]|[①-⑳]|\d{1,2}[ \u3000]"
)
_FIRST = LazyPattern("(?:一、|壹、|[（(]一[）)]|1[.．、]|[（(]1[）)])")
_ANNEX = LazyPattern(r"附[件录錄表][一二三四五六七八九十\d]{0,2}[：:]?$")


@dataclass(slots=True)
class HeadingLine:
    """A line that may be a heading.

    Attributes:
        line: its index.
        start, end: its text, without the signs of Markdown around it.
        below: the index of the next line that is not blank.
        points: the sum of the evidence.
    """

    line: int
    start: int
    end: int
    below: int
    points: int = 0


def find_heading_lines(
    lines: LineViews, opened: Sequence[int], excluded: Sequence[Span]
) -> list[HeadingLine]:
    """Find the lines that look like headings, with their points.

    Args:
        lines: the text.
        opened: the lines that a heading with an enumerator opens, in order.
        excluded: titles and tables, in order; no heading stands in them.
    """
    filled = [i for i in range(lines.count) if lines.begins[i] != lines.ends[i]]
    if not _has_paragraphs(lines, filled, frozenset(opened)):
        return []
    candidates = _find_candidates(lines, filled, frozenset(opened), excluded)
    if not candidates or len(candidates) > max(3, _CROWDED * len(filled)):
        return []
    layout = _Layout(lines, filled, frozenset(opened))
    names = Counter(lines.text[c.start : c.end] for c in candidates)
    candidates = [c for c in candidates if names[lines.text[c.start : c.end]] < _REPEATED]
    for candidate in candidates:
        candidate.points = _weigh(lines, candidate, layout)
    _add_siblings(lines.text, candidates)
    return candidates


def _add_siblings(text: str, candidates: Sequence[HeadingLine]) -> None:
    """Add the points for other candidates of the text, and for those that begin with the same words."""
    begun = Counter(text[c.start : c.start + 3] for c in candidates)
    likely = sum(c.points >= 1 for c in candidates)
    more = "siblings of like shape" if likely >= 3 else "one sibling" if likely == 2 else ""
    for candidate in candidates:
        if more and candidate.points >= 1:
            candidate.points += WEIGHTS[more]
        if begun[text[candidate.start : candidate.start + 3]] >= 3:
            candidate.points += WEIGHTS["shares its first words with others"]


def _has_paragraphs(lines: LineViews, filled: Sequence[int], opened: frozenset[int]) -> bool:
    """Return whether the long lines of the text, from the first that does, end in marks, as paragraphs do."""
    long = finished = 0
    for index in filled:
        if lines.ends[index] - lines.begins[index] >= _SHORTEST_PARAGRAPH and index not in opened:
            finished += lines.text[lines.ends[index] - 1] in _FINISHED
            long += finished > 0
    return long - finished <= _UNFINISHED * long


def _find_candidates(
    lines: LineViews, filled: Sequence[int], opened: frozenset[int], excluded: Sequence[Span]
) -> list[HeadingLine]:
    text = lines.text
    found: list[HeadingLine] = []
    kinds = [_classify(lines, index, opened) for index in filled]
    allowed = _SHORT_KINDS if "long" in kinds else ("named",)
    for place, kind in enumerate(kinds[:-1]):
        if kind not in allowed:
            continue
        index, above = filled[place], filled[max(0, place - 1)]
        if not _stands_apart(kinds, place, text[lines.ends[above] - 1] in _FINISHED):
            continue
        start, end = _strip_signs(text, lines.begins[index], lines.ends[index])
        if not is_heading_shaped(text, start, end) or is_inside(excluded, start):
            continue
        if not place or not _ANNEX.match(text, lines.begins[above], lines.ends[above]):
            found.append(HeadingLine(index, start, end, filled[place + 1]))
    return found


def _strip_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a line's text without ** around it, and without the ???? of damaged spaces before it."""
    while end - start > 4 and text[start] == "*" == text[end - 1]:
        start, end = start + 1, end - 1
    while end - start > 2 and text[start] == "?":
        start += 1
    return start, end


def _classify(lines: LineViews, index: int, opened: frozenset[int]) -> str:
    """Return what a line is: opened, item, named (words of headings), short, long, or other."""
    if index in opened:
        return "opened"
    start, end = lines.begins[index], lines.ends[index]
    last = lines.text[end - 1]
    if end - start <= LONGEST:
        if _ENUMERATED.match(lines.text, start, end):
            return "item"
        if last not in _STOPS:
            return "named" if HEADING_WORDS.match(lines.text[start:end]) else "short"
    if end - start >= _SHORTEST_PARAGRAPH or (last in _STOPS and end - start >= _SHORT):
        return "long"
    return "other"


def _stands_apart(kinds: Sequence[str], place: int, finished: bool) -> bool:
    """Return whether a short line has a finished line above and a paragraph or a heading below.

    Two short lines may follow each other, a heading and one below it; more are a list, a poem or a table.
    """
    kind, below = kinds[place : place + 2]
    above = kinds[place - 1] if place else "named" if kind == "named" else "other"
    if above == "short" and kind != "named":
        if below in _SHORT_KINDS or place < 2 or kinds[place - 2] in _SHORT_KINDS:
            return False
    elif above not in ("opened", "short", "named") and not (finished and place):
        return False
    if below in _SHORT_KINDS:
        return place + 2 < len(kinds) and kinds[place + 2] in _BODY
    return below in _BODY


def is_inside(spans: Sequence[Span], position: int) -> bool:
    """Return whether one of the spans, which are in order, holds a position."""
    place = bisect_right(spans, (position, len(spans) and spans[-1].end + 1)) - 1
    return place >= 0 and position < spans[place].end


class _Layout:
    """How the paragraphs of a text are laid out: whether most have a blank line above, and their indentation."""

    def __init__(self, lines: LineViews, filled: Sequence[int], opened: frozenset[int]) -> None:
        paragraphs = [i for i in filled if _classify(lines, i, opened) == "long"]
        self.parted = sum(lines.is_blank(i - 1) for i in paragraphs if i) * 3 > len(paragraphs)
        indents = Counter(lines.begins[i] - lines.starts[i] for i in paragraphs)
        self.indent = indents.most_common(1)[0][0] if indents else 0


def _weigh(lines: LineViews, found: HeadingLine, layout: _Layout) -> int:
    """Return the points of a candidate, without those for its siblings."""
    words = lines.text[found.start : found.end]
    below = lines.text[
        lines.begins[found.below] : min(lines.ends[found.below], lines.begins[found.below] + 150)
    ]
    evidence = []
    if HEADING_WORDS.match(words):
        evidence.append("words of headings")
    elif HEADING_ENDS.search(words):
        evidence.append("first or last word of headings")
    if lines.text[lines.begins[found.line]] == "*":
        evidence.append("bold")
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    shared = sum(pair in below for pair in pairs)
    if shared * 2 >= len(pairs):
        evidence.append("taken up below")
    elif shared:
        evidence.append("partly taken up below")
    if len(words) <= _SHORT:
        evidence.append("short")
    if lines.ends[found.below] - lines.begins[found.below] >= max(_LONG_PARAGRAPH, 3 * len(words)):
        evidence.append("long paragraph below")
    if found.line and lines.is_blank(found.line - 1) and not layout.parted:
        evidence.append("set apart by blank lines")
    if lines.begins[found.line] - lines.starts[found.line] != layout.indent:
        evidence.append("indented otherwise than paragraphs")
    evidence += ["further comma"] * (words.count("，") + words.count(",") - 1)
    if _FIRST.match(below):
        evidence.append("a numbering begins below")
    if SENTENCE_WORDS.search(words):
        evidence.append("words of sentences")
    if DIGITS.search(words):
        evidence.append("digits")
    return sum(WEIGHTS[name] for name in evidence)
