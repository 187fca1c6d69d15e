"""What the lines of a text are, as far as it takes to find headings without an enumerator among them.

>>> lines = LineViews("主要任务\\n各部门按照分工抓好落实，年底前报告进展情况。\\n（三）其他\\n联系方式")
>>> [classify_line(lines, index, frozenset()) for index in range(lines.count)]
['named', 'long', 'item', 'short']
"""

from collections.abc import Sequence

from policytext.outliner.heading_words import HEADING_WORDS, LONGEST
from policytext.outliner.line_views import LineViews
from policytext.text.lazy_patterns import LazyPattern

SHORT_KINDS = ("short", "named")
_BODY = ("opened", "item", "long")
#: In characters, the shortest paragraph, and the shortest one that ends in a mark.
_SHORTEST_PARAGRAPH, _SHORTEST_SENTENCE = 25, 12
#: The largest share of long lines without a final mark: above it, lines are wrapped.
_UNFINISHED = 0.25
#: Among wrapped lines a heading is shorter than this share of the usual one.
_SHORTER = 0.6
_STOPS = frozenset("。；;！!？?：:，,、…")
#: The marks in which a line that is set off may end.
ASKING = frozenset("？?：:")
FINISHED = frozenset('。；;！!？?”"」』）)》】…：:—')
#: The start of a line with an enumerator that opens no section.
_ENUMERATED = LazyPattern(
    r"[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．](?!\d{3})|[A-Za-z][、.．]|[ⅠⅡⅢⅣⅤIVX]{1,4}[、.．]|[①-⑳]|\d{1,2}[ \u3000]"
)


def find_longest_heading(lines: LineViews, filled: Sequence[int], opened: frozenset[int]) -> int:
    """Return the largest length of a heading in this text: shorter where its long lines are not its paragraphs.

    Args:
        lines: the text.
        filled: the lines that are not blank, in order.
        opened: the lines that a heading with an enumerator opens.
    """
    finished = 0
    unfinished: list[int] = []
    for index in filled:
        size = lines.ends[index] - lines.begins[index]
        if size < _SHORTEST_PARAGRAPH or index in opened or index in lines.set_off:
            continue
        if lines.text[lines.ends[index] - 1] in FINISHED:
            finished += 1
        elif finished and not _ENUMERATED.match(lines.text, lines.begins[index], lines.ends[index]):
            unfinished.append(size)
    if len(unfinished) <= _UNFINISHED * (finished + len(unfinished)):
        return LONGEST
    return min(LONGEST, int(_SHORTER * sorted(unfinished)[len(unfinished) // 4]))


def classify_line(lines: LineViews, index: int, opened: frozenset[int]) -> str:
    """Return what a line is: opened, item, named (words of headings), short, long, or other."""
    if index in opened:
        return "opened"
    start, end = lines.begins[index], lines.ends[index]
    last = lines.text[end - 1]
    if end - start <= LONGEST:
        if _ENUMERATED.match(lines.text, start, end):
            return "item"
        if last not in _STOPS or (last in ASKING and index in lines.set_off):
            return "named" if HEADING_WORDS.match(lines.text[start:end]) else "short"
    if end - start >= _SHORTEST_PARAGRAPH or (last in _STOPS and end - start >= _SHORTEST_SENTENCE):
        return "long"
    return "other"


def stands_apart(kinds: Sequence[str], place: int, finished: bool) -> bool:
    """Return whether a short line has a finished line above and a paragraph or a heading below.

    Two short lines may follow each other, a heading and one below it; more are a list, a poem or a table.
    """
    kind, below = kinds[place : place + 2]
    above = kinds[place - 1] if place else "named" if kind == "named" else "other"
    if above == "short" and kind != "named":
        if below in SHORT_KINDS or place < 2 or kinds[place - 2] in SHORT_KINDS:
            return False
    elif above not in ("opened", "short", "named") and not (finished and place):
        return False
    if below in SHORT_KINDS or (kind == "named" and below == "other"):
        return place + 2 < len(kinds) and kinds[place + 2] in _BODY
    return below in _BODY
