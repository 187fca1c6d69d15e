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

from policytext.model.document import Span
from policytext.model.records import dataclass
from policytext.outliner.heading_words import (
    DIGITS,
    HEADING_ENDS,
    HEADING_WORDS,
    SENTENCE_WORDS,
    is_heading_shaped,
)
from policytext.outliner.line_kinds import (
    ASKING,
    FINISHED,
    SHORT_KINDS,
    classify_line,
    find_longest_heading,
    stands_apart,
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
#: The largest share of candidates among the lines of a text.
_CROWDED = 0.6
#: A line that occurs this often is a running head or a button.
_REPEATED = 3

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


def _find_candidates(
    lines: LineViews, filled: Sequence[int], opened: frozenset[int], excluded: Sequence[Span]
) -> list[HeadingLine]:
    text = lines.text
    found: list[HeadingLine] = []
    kinds = [classify_line(lines, index, opened) for index in filled]
    longest = find_longest_heading(lines, filled, opened)
    allowed = SHORT_KINDS if "long" in kinds else ("named",)
    for place, kind in enumerate(kinds[:-1]):
        if kind not in allowed:
            continue
        index, above = filled[place], filled[max(0, place - 1)]
        if not stands_apart(kinds, place, text[lines.ends[above] - 1] in FINISHED):
            continue
        start, end = _strip_signs(text, lines.begins[index], lines.ends[index])
        asking = text[end - 1] in ASKING
        if (
            end - start > longest
            or not is_heading_shaped(text, start, end - asking, asking)
            or is_inside(excluded, start)
        ):
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


def is_inside(spans: Sequence[Span], position: int) -> bool:
    """Return whether one of the spans, which are in order, holds a position."""
    place = bisect_right(spans, (position, len(spans) and spans[-1].end + 1)) - 1
    return place >= 0 and position < spans[place].end


class _Layout:
    """How the paragraphs of a text are laid out: whether most have a blank line above, and their indentation."""

    def __init__(self, lines: LineViews, filled: Sequence[int], opened: frozenset[int]) -> None:
        paragraphs = [i for i in filled if classify_line(lines, i, opened) == "long"]
        self.parted = sum(lines.is_blank(i - 1) for i in paragraphs if i) * 3 > len(paragraphs)
        indents = Counter(lines.begins[i] - lines.starts[i] for i in paragraphs)
        self.indent = indents.most_common(1)[0][0] if indents else 0


def _skip_salutation(lines: LineViews, index: int) -> int:
    """Return the line below 各位代表：, another line itself."""
    size = lines.ends[index] - lines.begins[index]
    if size <= _SHORT and lines.text[lines.ends[index] - 1] in "！!：:":
        return lines.next(index) or index
    return index


def _weigh(lines: LineViews, found: HeadingLine, layout: _Layout) -> int:
    """Return the points of a candidate, without those for its siblings."""
    words = lines.text[found.start : found.end]
    paragraph = _skip_salutation(lines, found.below)
    below = lines.text[lines.begins[paragraph] : min(lines.ends[paragraph], lines.begins[paragraph] + 150)]
    evidence = []
    if HEADING_WORDS.match(words):
        evidence.append("words of headings")
    elif HEADING_ENDS.search(words):
        evidence.append("first or last word of headings")
    if lines.text[lines.begins[found.line]] == "*" or found.line in lines.set_off:
        evidence.append("bold")
    pairs = {words[i : i + 2] for i in range(len(words) - 1)}
    shared = sum(pair in below for pair in pairs)
    if shared * 2 >= len(pairs):
        evidence.append("taken up below")
    elif shared:
        evidence.append("partly taken up below")
    if len(words) <= _SHORT:
        evidence.append("short")
    if lines.ends[paragraph] - lines.begins[paragraph] >= max(_LONG_PARAGRAPH, 3 * len(words)):
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
