"""Who is responsible: the subject of a clause, or the bracket at the end of a paragraph.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> words = load_cues(load_rules()[0])
>>> find_duty("(应急部牵头,气象局、水利部配合)", words)
Duty(lead='应急部', supporting=('气象局', '水利部'))
>>> find_duty("(市教委、市财政局按职责分工负责)", words)
Duty(lead='市教委、市财政局', supporting=())
>>> find_duty("(以下简称《规划》)", words) is None
True
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from policytext.extractor.clauses import ClauseView
from policytext.extractor.cues import TargetCues
from policytext.text.lazy_patterns import compile_pattern

_PARTS = compile_pattern("[,;。]")
# It closes a sentence, before its stop or behind it.
_CLOSING = compile_pattern(
    r"[(〔][^()〔〕\n]{2,600}[)〕](?=[。;\s]|\Z)|[(〔](?<=[。;].)[^()〔〕\n]{2,600}[)〕]"
)
_INSIDE = compile_pattern(r"[(〔]([^()〔〕\n]{2,600})[)〕]?")


class Duty(NamedTuple):
    """Who leads, as written, and who helps."""

    lead: str
    supporting: tuple[str, ...]


def find_duty(bracket: str, words: TargetCues) -> Duty | None:
    """What a closing bracket says, None where it says nothing of duties."""
    found = _INSIDE.match(bracket)
    if found is None or not (words.leads.search(found[1]) or words.supports.search(found[1])):
        return None
    lead, supporting = "", []
    for part in _PARTS.split(found[1]):
        names = words.roles.sub("", part).strip("、:： 等")
        if not names:
            continue
        if words.supports.search(part):
            supporting += [name for name in names.split("、") if name]
        elif not lead:
            lead = names
    return Duty(lead, tuple(supporting)) if lead or supporting else None


class Bracket(NamedTuple):
    """A bracket that closes a sentence and names who is responsible for what stands before it."""

    start: int
    end: int
    duty: Duty


def find_bracket_after(reading: ClauseView, offset: int, words: TargetCues) -> Bracket | None:
    """The next such bracket in the paragraph of an offset, or the one that the offset stands in."""
    if not has_brackets(reading, words):
        return None
    assert reading.brackets is not None
    index = bisect_right(reading.bracket_ends, offset)
    if index == len(reading.brackets) or reading.brackets[index].start > reading.line_end(offset):
        return None
    return reading.brackets[index]


def has_brackets(reading: ClauseView, words: TargetCues) -> bool:
    """Whether the text has any such bracket."""
    if reading.brackets is None:
        reading.brackets = list(_brackets(reading, words))
        reading.bracket_ends = [bracket.end for bracket in reading.brackets]
    return bool(reading.brackets)


def _brackets(reading: ClauseView, words: TargetCues) -> Iterator[Bracket]:
    for found in _CLOSING.finditer(reading.text):
        told = find_duty(found[0], words)
        if told is not None:
            yield Bracket(*found.span(), _written(reading, told, *found.span()))


def _written(reading: ClauseView, duty: Duty, start: int, end: int) -> Duty:
    return Duty(
        reading.written(duty.lead, start, end),
        tuple([reading.written(name, start, end) for name in duty.supporting]),
    )
