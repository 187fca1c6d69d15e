"""Hard-wrapped text: lines that were broken at a width and not where a paragraph ends.

In such a text most lines are as long as the longest, and many end in the middle of a sentence. A line break counts as
a wrap if what follows would not have fitted on the line; the text is read without it, offsets lead to the original.

>>> line = "各级人民政府应当加强，数字经济发展工作的组织领导建立健全协调机"
>>> text = f"{line}\\n制统筹推进{line[5:]}\\n{line}\\n制。\\n"
>>> find_wraps(text, [0, 32, 64, 96, 99])
[(31, 32), (63, 64), (95, 96)]
>>> find_wraps("一、总体要求\\n二、主要任务\\n三、保障措施\\n", [0, 7, 14, 21])
[]
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise
from operator import sub

from policytext.model.records import NamedTuple
from policytext.text.hanzi import HAN
from policytext.text.lazy_patterns import LazyPattern

_SPACES = " \t\u3000\xa0"
_WIDE = LazyPattern(f"[{HAN}\u3000-\u303f\uff00-\uffef“”‘’…—·]")
_STOPS = "。！？；：!?;:"
#: The end of a sentence, where a paragraph may end, too, and what may stand behind it.
_STOP = frozenset("。！？；：!?;:…")
_CLOSING = "”’」』）)"
_MARK = LazyPattern("[，,、。；;]")
#: What can't be broken: a Latin word or a number with its signs; and what may not begin a line.
_UNBROKEN = LazyPattern(r"[A-Za-z0-9０-９.,%％/〔〕\-]+|.[，。、；：！？）》」』”’]*")
_LISTED = (
    r"[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)"
    r"|[壹贰貳叁參肆伍陆陸柒捌玖拾]{1,2}、|[①-⑳]|[■●◆▲◎○•]|[-—·]{1,2}\s"
)
_UNIT = r"第\s?[一二三四五六七八九十百千零〇\d]{1,8}\s?[编編章节節条條]"
_ENUMERATOR = LazyPattern(rf"{_UNIT}(?![第款项項目之])|{_LISTED}")
#: Behind a line that ends no sentence, 第五条规定 goes on with it; 第五条 alone or before a space does not.
_CERTAIN_ENUMERATOR = LazyPattern(rf"{_UNIT}(?:\s|$)|{_LISTED}")
_TABULAR = LazyPattern(r"[|｜│┃\t\u2500-\u257f]|\S {3,}\S")
_NO_TEXT = LazyPattern(r"[\W\d_]+$")
_MIN_WIDTH, _MAX_WIDTH = 36, 160  # columns; a Han character takes two
_SHORTEST = _MIN_WIDTH // 2  # characters of a broken line
_MAX_CHARACTERS = 100  # of such a line, with many Latin letters
_SLACK = 6  # columns that a full line may lack
_MIN_WRAPS, _MIN_WRAP_SHARE = 3, 0.5
_MIN_MARKED_SHARE = 0.3  # of the broken lines with a mark inside
_MAX_UNEVEN = 92  # columns of the longest line that a person broke
_UNEVEN_SHARE = 0.6  # of it that other broken lines have at least
_MIN_BROKEN_SHARE = 0.6
_MAX_LONGER = 0.12  # share of the lines longer than the width: running heads, tables


class _Line(NamedTuple):
    """A line that is not blank: the span of its words, its indent and its width with it, in columns."""

    start: int
    end: int
    indent: int
    width: int
    number: int


def find_wraps(text: str, starts: Sequence[int]) -> list[tuple[int, int]]:
    """Find the line breaks of a hard-wrapped text that end no paragraph, with the indent behind each.

    Args:
        text: the text; where it is not certainly wrapped, nothing is found.
        starts: the offset of each line's first character, as in ``Source.line_starts``.
    """
    after = [*starts[1:], len(text) + 1]
    lengths = sorted(map(sub, after, starts))  # with the line end
    filled = lengths[bisect_right(lengths, 1) :]
    # Most texts have a paragraph on each line, and so lines of any length.
    if len(filled) < _MIN_WRAPS or filled[int(len(filled) * (1 - _MAX_LONGER) - 0.5)] > _MAX_CHARACTERS + 1:
        return []
    spans = [(start, end - 1) for start, end in zip(starts, after, strict=True)]
    if not _has_broken_lines(text, spans):
        return []
    rows = [text[start:end] for start, end in spans]
    widths = _measure_rows(rows)
    width, longest = _find_width(widths), max(widths)
    if not width and longest > _MAX_UNEVEN:
        return []
    lines = _find_words(rows, starts, widths)
    found = _find_even_wraps(text, lines, width) if width else []
    return found or (_find_uneven_wraps(text, lines, longest) if longest <= _MAX_UNEVEN else [])


def _has_broken_lines(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether enough lines are as long as broken ones, and end no sentence."""
    broken = (
        start
        for start, end in spans
        if _SHORTEST <= end - start <= _MAX_CHARACTERS and text[end - 1] not in _STOPS
    )
    return next(islice(broken, _MIN_WRAPS - 1, None), None) is not None


def _find_even_wraps(text: str, lines: Sequence[_Line], width: int) -> list[tuple[int, int]]:
    """Find the wraps of lines that a program broke at one width."""
    pairs = [pair for pair in _pair_lines(lines) if _is_full(text, *pair, width)]
    broken = [line for line, _ in pairs if not _ends_sentence(text, line)]
    marked = sum(bool(_MARK.search(text, line.start, line.end)) for line in broken)
    # Titles of one length in a list have no marks.
    if len(broken) < max(_MIN_WRAPS, _MIN_WRAP_SHARE * len(pairs)) or marked < _MIN_MARKED_SHARE * len(
        broken
    ):
        return []
    margin = _find_margin(pairs)
    return [
        (line.end, following.start) for line, following in pairs if _continues(text, line, following, margin)
    ]


def _find_uneven_wraps(text: str, lines: Sequence[_Line], width: int) -> list[tuple[int, int]]:
    """Find the wraps of lines that a person broke: long ones that end in the middle of a sentence, without exception."""
    pairs = [
        pair
        for pair in _pair_lines(lines)
        if pair[0].width >= max(_UNEVEN_SHARE * width, _MIN_WIDTH) and _is_full(text, *pair, pair[0].width)
    ]
    broken = [
        (line.end, following.start)
        for line, following in pairs
        if not _ends_sentence(text, line) and not _ENUMERATOR.match(text, following.start, following.end)
    ]
    sentences = sum(bool(_MARK.search(text, line.start, line.end)) for line, _ in pairs)
    certain = len(broken) >= _MIN_WRAPS and len(broken) >= _MIN_BROKEN_SHARE * len(pairs) <= 2 * sentences
    return broken if certain else []


def _pair_lines(lines: Sequence[_Line]) -> list[tuple[_Line, _Line]]:
    """Return each line with the one below it, where no blank line is between them."""
    return [pair for pair in pairwise(lines) if pair[1].number == pair[0].number + 1]


def _measure_rows(rows: Sequence[str]) -> list[int]:
    """Return the width of each row with its indent, 0 for a blank one."""
    words = "\n".join([row.rstrip(_SPACES + "\r") for row in rows])
    return list(map(len, words.encode("gbk", "replace").split(b"\n")))


def _find_words(rows: Sequence[str], starts: Sequence[int], widths: Sequence[int]) -> list[_Line]:
    """Return the rows that are not blank."""
    lines = []
    for number, (row, start, width) in enumerate(zip(rows, starts, widths, strict=True)):
        if width:
            words = row.lstrip(_SPACES)
            lead = len(row) - len(words)
            start += lead
            indent = _measure(row[:lead]) if lead else 0
            lines.append(_Line(start, start + len(words.rstrip(_SPACES + "\r")), indent, width, number))
    return lines


def _measure(words: str) -> int:
    # In this encoding a character has as many bytes as columns, and it is fast.
    return len(words.encode("gbk", "replace"))


def _find_width(widths: Sequence[int]) -> int:
    """Return the width at which the rows are broken: that of the most, if few are longer; 0 without one."""
    counts = Counter(widths)
    filled = len(widths) - counts.pop(0, 0)
    best, most = 0, _MIN_WRAPS
    for width in sorted(counts):
        if _MIN_WIDTH <= width <= _MAX_WIDTH:
            near = sum([counts.get(w, 0) for w in range(max(width - _SLACK + 1, _MIN_WIDTH), width + 1)])
            if near >= most:
                best, most = width, near
    longer = sum([count for width, count in counts.items() if width > best])
    return best if longer <= _MAX_LONGER * filled else 0


def _is_full(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Return whether the next line's first word would not have fitted on this one."""
    room = width - line.width
    if room < -2:
        return False
    if room >= _SLACK:
        first = _UNBROKEN.match(text, following.start, following.end)
        if first is None or room >= _measure(first[0]):
            return False
    return not (
        _TABULAR.search(text, line.start, line.end)
        or _TABULAR.search(text, following.start, following.end)
        or _NO_TEXT.match(text, following.start, following.end)
    )


def _ends_sentence(text: str, line: _Line) -> bool:
    return text[line.start : line.end].rstrip(_CLOSING)[-1:] in _STOP


def _find_margin(pairs: Sequence[tuple[_Line, _Line]]) -> int:
    """Return the indent of most lines behind a full one."""
    counts = Counter(following.indent for _, following in pairs)
    return max(counts, key=lambda indent: (counts[indent], -indent), default=0)


def _continues(text: str, line: _Line, following: _Line, margin: int) -> bool:
    """Return whether a line goes on with the sentence or the paragraph of the full line before it."""
    if not _ends_sentence(text, line):
        return not _CERTAIN_ENUMERATOR.match(text, following.start, following.end)
    if _ENUMERATOR.match(text, following.start, following.end) or following.indent > max(margin, line.indent):
        return False
    # A paragraph begins with an indent, and the rest of its lines have none.
    return following.indent < line.indent or (following.indent == line.indent == margin and margin > 0)


def join_words(text: str, wraps: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with a space for each wrap between Latin words, and the spans of the others.

    The spans still have to be left out; the text is as long as before.

    >>> join_words("Digital\\nChina 建\\n设", [(7, 8), (15, 16)])
    ('Digital China 建\\n设', [(15, 16)])
    """
    pieces, cuts, done = [], [], 0
    for start, end in wraps:
        if _WIDE.match(text, start - 1) or _WIDE.match(text, end):
            cuts.append((start, end))
            continue
        pieces += [text[done:start], " "]
        done = start + 1
        if end > done:
            cuts.append((done, end))
    return "".join((*pieces, text[done:])), cuts
