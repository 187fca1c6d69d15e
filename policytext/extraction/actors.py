"""Who is responsible: the subject of a clause, or the bracket at the end of a paragraph.

>>> duty("(应急部牵头,气象局、水利部配合)")
Duty(lead='应急部', supporting=('气象局', '水利部'))
>>> duty("(市教委、市财政局按职责分工负责)")
Duty(lead='市教委、市财政局', supporting=())
>>> duty("(以下简称《规划》)") is None
True
"""

import re
from typing import NamedTuple

_BRACKET = re.compile(
    r"[(〔](?:责任单位:|牵头单位:|负责单位:)?([^()〔〕\n]{0,400}?(?:牵头|负责|配合|指导|责任单位|单位)[^()〔〕\n]{0,200})[)〕]"
)
_ROLE = re.compile(
    "牵头|按职责分工负责|按职责分工|分别负责|具体负责|共同负责|负责|指导|配合|参加|参与|会同|协助|等$"
)
_LABEL = re.compile("^(?:责任单位|牵头单位|负责单位|配合单位|列第一位者为牵头单位)[::]?")
_SUPPORT = re.compile("配合|参加|参与|会同|协助")
_LEAD = re.compile("牵头|负责|指导")
_PARTS = re.compile("[,;。]")


class Duty(NamedTuple):
    """Who leads, as written, and who helps."""

    lead: str
    supporting: tuple[str, ...]


def duty(bracket: str) -> Duty | None:
    """What a closing bracket says, None where it says nothing of duties."""
    found = _BRACKET.match(bracket)
    if found is None or not (_LEAD.search(found[0]) or _SUPPORT.search(found[0]) or "单位" in found[0][:6]):
        return None
    lead, supporting = "", []
    for part in _PARTS.split(found[1]):
        names = _ROLE.sub("", _LABEL.sub("", part)).strip("、 等")
        if not names:
            continue
        if _SUPPORT.search(part) or part.startswith("配合单位"):
            supporting += [name for name in names.split("、") if name]
        elif not lead:
            lead = names
    return Duty(lead, tuple(supporting)) if lead or supporting else None


def duty_in(line: str) -> tuple[int, Duty] | None:
    """Where the bracket at the end of a paragraph begins, and what it says."""
    opening = max(line.rfind("("), line.rfind("〔"))
    if opening < 0 or (len(line.rstrip("。. ")) - line.find(")", opening) > 2 and line[opening] == "("):
        return None
    found = duty(line[opening:])
    return None if found is None else (opening, found)
