"""The brackets at the end of a sentence that name who is responsible, found in a document."""

from bisect import bisect_right
from collections.abc import Iterator

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues
from policytext.extractor.responsibility import Responsibility, ResponsibilityBracket, parse_responsibility
from policytext.text.lazy_patterns import compile_pattern

# A bracket at the end of a sentence, before or after its full stop.
_CLOSING = compile_pattern(
    r"[(〔][^()〔〕\n]{2,600}[)〕](?=[。;\s]|\Z)|[(〔](?<=[。;].)[^()〔〕\n]{2,600}[)〕]"
)


def find_bracket_after(view: ClauseView, offset: int, cues: TargetCues) -> ResponsibilityBracket | None:
    """Find the next such bracket in the paragraph of an offset, or the one around the offset."""
    if not has_brackets(view, cues):
        return None
    assert view.brackets is not None
    index = bisect_right(view.bracket_ends, offset)
    if index == len(view.brackets) or view.brackets[index].start > view.line_end(offset):
        return None
    return view.brackets[index]


def has_brackets(view: ClauseView, cues: TargetCues) -> bool:
    """Return whether the text has any such bracket."""
    if view.brackets is None:
        view.brackets = list(_find_brackets(view, cues))
        view.bracket_ends = [bracket.end for bracket in view.brackets]
    return bool(view.brackets)


def _find_brackets(view: ClauseView, cues: TargetCues) -> Iterator[ResponsibilityBracket]:
    for match in _CLOSING.finditer(view.text):
        responsibility = parse_responsibility(match[0], cues)
        if responsibility is not None:
            yield ResponsibilityBracket(*match.span(), _quote_original(view, responsibility, *match.span()))


def _quote_original(view: ClauseView, responsibility: Responsibility, start: int, end: int) -> Responsibility:
    return Responsibility(
        view.quote_original(responsibility.lead, start, end),
        tuple([view.quote_original(name, start, end) for name in responsibility.supporting]),
    )
