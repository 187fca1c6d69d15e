"""Parts that do not add up to the whole: 三次产业比例为5∶40∶65.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.message.zh for problem in check(PreparedDocument(parse(Source(text="三次产业比例为5∶40∶65。"))))]
['各部分之和为110，不等于100']
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import find_words
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern, Match
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/parts",
    title=Message("各部分之和与总数不符", "parts do not add up"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "同时列出总数和各部分的，各部分之和应等于总数。",
        "Where a text gives a total and all its parts, they must agree.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=(
        "三次产业比例为<<5∶40∶65>>。",
        "三次产业结构由<<12.1:45.2:52.7>>调整为10:40:50。",
        "完成投资<<300亿元，其中第一产业20亿元、第二产业150亿元、第三产业100亿元>>。",
        "共办结<<300件，其中主动公开120件、依申请公开150件、不予公开40件>>。",
    ),
    silent=(
        "三次产业比例为8.5∶38.4∶53.2。",
        "共办结300件，其中主动公开120件、依申请公开180件。",
        "现有职工300人，其中女职工180人、党员150人。",
        "按5:3:2的比例分担。",
        "完成投资270亿元，其中第一产业20亿元、第二产业150亿元、第三产业100亿元。",
        "新增就业10.2万人，其中城镇7.1万人、农村3万人。",
        "完成投资300亿元，其中工业投资150亿元、民间投资200亿元。",
        "共建成300个，其中一类80个、二类120个。",
    ),
)

# Words of categories that overlap: 省级以上 includes 国家级.
_OVERLAPPING = ("以上", "女", "党员", "新增", "涉及", "重点", "级")
_NUMBER = r"(\d{1,3}(?:\.\d{1,2})?)"
_INDUSTRIES = ("三次产业", "三产", "产业结构", "产业比例", "产业比重")
_RATIO = LazyPattern(rf"(?<![\d.:∶]){_NUMBER}[:∶]{_NUMBER}[:∶]{_NUMBER}(?![\d:∶]|\.\d)")
_STOP = LazyPattern("[。;\n]")
_AMONG = ("其中", "包括")
_TOTAL = LazyPattern(r"(?<![\d.])(\d+)([件个项家份条起])[,，]$")
_PARTS = LazyPattern(r"[:：]?((?:[^\d。；;,，、\n]{1,16}\d+[件个项家份条起][、,，]?){2,8})(?=[。；;])")
_PART = LazyPattern(r"\d+(?=[件个项家份条起])")
# Categories that make up the whole; the parts of such a group add up exactly, but for rounding.
_GROUPS = (
    ("第一产业", "第二产业", "第三产业"),
    ("一产", "二产", "三产"),
    ("城镇", "农村"),
    ("城镇", "乡村"),
    ("男", "女"),
)
_UNIT = "[万亿]{0,2}(?:元|人|户|亩|吨|公里|件|个|项|家)"
_WHOLE = LazyPattern(rf"(?<![\d.])(\d+(?:\.\d+)?)({_UNIT})[,，]$")
_SHARE = r"[^\d。；;,，、\n]{{0,8}}?(\d+(?:\.\d+)?){unit}"
_HUNDRED = Decimal(100)
_ROUNDING = Decimal("0.25")
_NEAR = 60  # characters from the name of the three industries to their shares


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find industry shares that do not add up to 100, and parts that exceed their total."""
    shadow = prepared.shadow
    yield from _check_industry_shares(shadow)
    for position in find_words(shadow, *_AMONG):
        total = _TOTAL.search(shadow, max(position - 12, 0), position)
        parts = total and _PARTS.match(shadow, position + len(_AMONG[0]))
        if total and parts:
            yield from _check_parts(total, parts)
        whole = _WHOLE.search(shadow, max(position - 16, 0), position)
        if whole:
            yield from _check_group(shadow, position, whole)


def _check_industry_shares(shadow: str) -> Iterator[Problem]:
    checked: set[int] = set()
    for position in find_words(shadow, *_INDUSTRIES):
        stop = _STOP.search(shadow, position, position + _NEAR)
        for ratio in _RATIO.finditer(shadow, position, stop.start() if stop else position + _NEAR):
            if ratio.start() in checked:
                continue
            checked.add(ratio.start())
            total = sum((Decimal(share) for share in ratio.groups()), Decimal(0))
            if abs(total - _HUNDRED) > _ROUNDING:
                words = Message(f"各部分之和为{total}，不等于100", f"the parts add up to {total}, not 100")
                yield Problem(Span(*ratio.span()), words)


def _check_parts(total_match: Match, parts: Match) -> Iterator[Problem]:
    """Report parts that exceed their total; parts may be incomplete, or overlap."""
    counts = [int(part[0]) for part in _PART.finditer(parts[1])]
    total = sum(counts)
    if total > int(total_match[1]) > max(counts) and not any(word in parts[1] for word in _OVERLAPPING):
        words = Message(
            f"各部分之和为{total}，超过总数{total_match[1]}",
            f"the parts add up to {total}, more than {total_match[1]}",
        )
        yield Problem(Span(total_match.start(), parts.end()), words)


def _check_group(shadow: str, position: int, whole: Match) -> Iterator[Problem]:
    """Report the parts of a group of categories that are not the total."""
    stop = _STOP.search(shadow, position, position + _NEAR)
    clause = shadow[position : stop.start() if stop else position + _NEAR]
    for group in _GROUPS:
        if not all(clause.count(name) == 1 for name in group):
            continue
        shares = [re.search(name + _SHARE.format(unit=whole[2]), clause) for name in group]
        numbers = [share[1] for share in shares if share]
        if len(numbers) < len(group):
            continue
        total, stated = sum(map(Decimal, numbers)), Decimal(whole[1])
        places = min(len(number.partition(".")[2]) for number in (*numbers, whole[1]))
        rounding = (
            len(group) * Decimal(1).scaleb(-places) if any("." in n for n in (*numbers, whole[1])) else 0
        )
        if abs(total - stated) > rounding:
            words = Message(
                f"各部分之和为{total}，不等于总数{whole[1]}", f"the parts add up to {total}, not {whole[1]}"
            )
            end = position + max(share.end() for share in shares if share)
            yield Problem(Span(whole.start(), end), words)
            return
