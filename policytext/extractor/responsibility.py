"""Responsible bodies: the bracket at the end of a sentence that names who leads and who supports.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> parse_responsibility("(应急部牵头,气象局、水利部配合)", cues)
Responsibility(lead='应急部', supporting=('气象局', '水利部'))
>>> parse_responsibility("(市教委、市财政局按职责分工负责)", cues)
Responsibility(lead='市教委、市财政局', supporting=())
>>> parse_responsibility("(以下简称《规划》)", cues) is None
True
"""

from typing import NamedTuple

from policytext.extractor.cues import TargetCues
from policytext.text.lazy_patterns import compile_pattern

_PARTS = compile_pattern("[,;。]")
_INSIDE = compile_pattern(r"[(〔]([^()〔〕\n]{2,600})[)〕]?")


class Responsibility(NamedTuple):
    """The leading body, as written, and the supporting ones."""

    lead: str
    supporting: tuple[str, ...]


def parse_responsibility(bracket: str, cues: TargetCues) -> Responsibility | None:
    """Parse a closing bracket; return None if it names nobody responsible."""
    match = _INSIDE.match(bracket)
    if match is None or not (cues.leads.search(match[1]) or cues.supports.search(match[1])):
        return None
    lead, supporting = "", []
    for part in _PARTS.split(match[1]):
        names = cues.roles.sub("", part).strip("、:： 等")
        if not names:
            continue
        if cues.supports.search(part):
            supporting += [name for name in names.split("、") if name]
        elif not lead:
            lead = names
    return Responsibility(lead, tuple(supporting)) if lead or supporting else None


class ResponsibilityBracket(NamedTuple):
    """A bracket that closes a sentence and names who is responsible for it."""

    start: int
    end: int
    responsibility: Responsibility
