"""The brackets and lines that name who is responsible, found in a document."""

from bisect import bisect_right
from collections.abc import Iterator

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues
from policytext.extractor.responsibility import (
    Responsibility,
    ResponsibilityBracket,
    find_label_lines,
    parse_responsibility,
)
from policytext.text.lazy_patterns import LazyPattern

# Where a bracket at the end of a sentence closes, and where one behind its full stop opens.
# One class comes first, so that the engine skips from mark to mark.
_CLOSES = LazyPattern(r"[)〕。;](?:(?<=[)〕])(?=[。;\s]|\Z)|(?<=[。;])[(〔])")
_LONGEST = 600  # characters of a bracket
_REACH = 2_000  # characters back that a line of responsible bodies governs


def find_bracket_after(view: ClauseView, offset: int, cues: TargetCues) -> ResponsibilityBracket | None:
    """Find the next bracket in the paragraph of an offset, the one around the offset, or the line below it."""
    if not has_brackets(view, cues):
        return None
    assert view.brackets is not None
    index = bisect_right(view.bracket_ends, offset)
    if index < len(view.brackets):
        bracket = view.brackets[index]
        if bracket.start <= view.line_end(offset) or (
            bracket.is_line
            and bracket.start - offset < _REACH
            and _in_one_section(view, offset, bracket.start)
        ):
            return bracket
    return _find_section_bracket(view, offset)


def _in_one_section(view: ClauseView, offset: int, other: int) -> bool:
    """Return whether no heading stands between two offsets."""
    return view.section_chain(offset)[-1:] == view.section_chain(other)[-1:]


def _find_section_bracket(view: ClauseView, offset: int) -> ResponsibilityBracket | None:
    """Find the bracket in the heading of a section around an offset."""
    if not view.heading_brackets:
        return None
    for section in reversed(view.section_chain(offset)):
        if bracket := view.heading_brackets.get(section.span[0]):
            return bracket
    return None


def has_brackets(view: ClauseView, cues: TargetCues) -> bool:
    """Return whether the text has any such bracket."""
    if view.brackets is None:
        view.brackets = sorted([*_find_brackets(view, cues), *_find_lines(view, cues)])
        view.bracket_ends = [bracket.end for bracket in view.brackets]
        view.heading_brackets = {}
        for bracket in view.brackets:
            chain = view.section_chain(bracket.start)
            line = view.line_start(bracket.start)
            if chain and chain[-1].title_span[0] <= bracket.start and chain[-1].span[0] >= line:
                view.heading_brackets[chain[-1].span[0]] = bracket
    return bool(view.brackets)


def _find_brackets(view: ClauseView, cues: TargetCues) -> Iterator[ResponsibilityBracket]:
    text, last = view.text, 0
    for match in _CLOSES.finditer(text):
        closes = match[0] in ")〕"
        span = _match_back(text, match.start(), last) if closes else _match_on(text, match.end() - 1)
        if span is None or span[0] < last:
            continue
        responsibility = parse_responsibility(text[slice(*span)], cues)
        if responsibility is not None:
            last = span[1]
            yield ResponsibilityBracket(*span, _quote_original(view, responsibility, *span))


def _match_back(text: str, closing: int, first: int) -> tuple[int, int] | None:
    """Return the span of the bracket that closes at an offset, with the brackets inside it: 市、县(区)政府."""
    depth = 0
    for at in range(closing, max(first, closing - _LONGEST) - 1, -1):
        mark = text[at]
        if mark == "\n":
            return None
        depth += (mark in ")〕") - (mark in "(〔")
        if depth == 0:
            return at, closing + 1
    return None


def _match_on(text: str, opening: int) -> tuple[int, int] | None:
    """Return the span of the bracket that opens at an offset."""
    depth = 0
    for at in range(opening, min(len(text), opening + _LONGEST)):
        mark = text[at]
        if mark == "\n":
            return None
        depth += (mark in "(〔") - (mark in ")〕")
        if depth == 0:
            return opening, at + 1
    return None


def _find_lines(view: ClauseView, cues: TargetCues) -> Iterator[ResponsibilityBracket]:
    for start, end in find_label_lines(view.text, cues):
        responsibility = parse_responsibility(view.text[start:end], cues)
        if responsibility is not None:
            yield ResponsibilityBracket(start, end, _quote_original(view, responsibility, start, end), True)


def _quote_original(view: ClauseView, responsibility: Responsibility, start: int, end: int) -> Responsibility:
    return Responsibility(
        view.quote_original(responsibility.lead, start, end),
        tuple([view.quote_original(name, start, end) for name in responsibility.supporting]),
    )
