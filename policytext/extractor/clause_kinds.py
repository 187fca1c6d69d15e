"""Clauses that say what the promises around them are: results, definitions, purposes, reports of a day.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> is_result("是必由之路", (0, 5), cues), is_result("有利于经济发展", (0, 7), cues), is_result("是否公开", (0, 4), cues)
(True, True, False)
>>> defines("无废城市是以绿色发展为引领", (0, 13)), reports_day("于3月5日召开会议", 0)
(True, True)
"""

from policytext.extractor.cues import TargetCues
from policytext.extractor.joined_verbs import PURPOSE
from policytext.text.lazy_patterns import LazyPattern

_Span = tuple[int, int]

_IS = LazyPattern("[也亦都就正均这]?是(?!否)")
_DEFINES = LazyPattern("[^,]{1,30}?(?<![于别其不])是[指以]")
_HOLDING = ("认为", "坚信", "相信")
_LONGEST_HOLDING = 10  # characters of such a clause
_INCLUDING = LazyPattern("(?:包括|例如|譬如)([于在])?")
_REPORTED = LazyPattern(r"于(?:(?:19|20)\d\d年|\d{1,2}月\d{1,2}日)")

# A template: a slot in braces is a list in `rules/targets`.
_RESULT = "(?:{result-openings}|{enacting-words})|将为[^,]{2,24}(?:{result-verbs})"


def is_result(text: str, clause: _Span, cues: TargetCues) -> bool:
    """Return whether a clause says what those before it are or bring: 发展教育,是必由之路; …,现提出以下意见."""
    return bool(_IS.match(text, *clause) or cues.patterns[_RESULT].match(text, *clause))


def foretells(text: str, at: int) -> bool:
    """Return whether a clause says what will come of those before it: 将有力地促进…, 必将…"""
    return text.startswith(("将", "必将"), at)


def defines(text: str, clause: _Span) -> bool:
    """Return whether a clause begins a definition: 无废城市是以…为引领,推进…的模式."""
    return bool(_DEFINES.match(text, *clause))


def judges(text: str, clause: _Span) -> bool:
    """Return whether a clause says that somebody holds what follows to be so: 会议认为, 并且认为."""
    return (
        text.startswith(_HOLDING, clause[1] - len(_HOLDING[0])) and clause[1] - clause[0] <= _LONGEST_HOLDING
    )


def lists_deeds(text: str, clause: _Span, cues: TargetCues) -> bool:
    """Return whether a clause lists deeds that are part of the promise before it: 包括于2030年推出平台,使用户…"""
    listed = _INCLUDING.match(text, *clause)
    return listed is not None and bool(listed[1] or cues.verbs.match(text, listed.end()))


def opens_purpose(text: str, clause: _Span, cues: TargetCues) -> bool:
    """Return whether a clause begins with a purpose: 从而…, 以扩展服务."""
    return bool(cues.patterns[PURPOSE].match(text, *clause))


def reports_day(text: str, at: int) -> bool:
    """Return whether what is done at an offset has a day, and so is reported: 于3月5日召开会议."""
    return bool(_REPORTED.match(text, at))
