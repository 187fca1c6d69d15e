"""Who is responsible: the subject of a clause, or the bracket at the end of a paragraph.

>>> from policytext.extraction.vocabulary import vocabulary
>>> from policytext.rulebook.packs import load
>>> words = vocabulary(load()[0])
>>> duty("(应急部牵头,气象局、水利部配合)", words)
Duty(lead='应急部', supporting=('气象局', '水利部'))
>>> duty("(市教委、市财政局按职责分工负责)", words)
Duty(lead='市教委、市财政局', supporting=())
>>> duty("(以下简称《规划》)", words) is None
True
"""

import re
from typing import NamedTuple

from policytext.extraction.vocabulary import Vocabulary

_PARTS = re.compile("[,;。]")
_INSIDE = re.compile(r"[(〔]([^()〔〕\n]{2,600})[)〕]?")


class Duty(NamedTuple):
    """Who leads, as written, and who helps."""

    lead: str
    supporting: tuple[str, ...]


def duty(bracket: str, words: Vocabulary) -> Duty | None:
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


def duty_in(line: str, words: Vocabulary) -> tuple[int, Duty] | None:
    """Where the bracket at the end of a paragraph begins, and what it says."""
    opening = max(line.rfind("("), line.rfind("〔"))
    closing = max(line.rfind(")"), line.rfind("〕"))
    if opening < 0 or closing < opening or len(line.rstrip("。. ")) - closing > 1:
        return None
    found = duty(line[opening:], words)
    return None if found is None else (opening, found)
