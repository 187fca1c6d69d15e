"""A list of quoted words with a mark between some of them only: “甲”、“乙”“丙”.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "实施“英才计划”、“菁英计划”“归巢计划”等工程。"
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text=text))))]
[Span(start=8, end=9)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="punctuation/list-separators",
    title=Message("并列引号、书名号之间顿号时有时无", "a list of quotations with and without 、"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "标有引号或书名号的并列成分之间通常不用顿号，同一列举中应一致。",
        "Between quoted words or titles of one list there is usually no mark, and never one in some places only.",
    ),
    basis="GB/T 15834-2011 4.5.3.5",
    record="0 findings in 22.3 million characters of clean mainland texts",
    hits=(
        "实施“英才计划”<<、=>>>“菁英计划”<<、=>>>“归巢计划”“头雁计划”等工程。",
        "根据《土地管理法》<<、=>>>《城乡规划法》《建筑法》等法律，制定本办法。",
    ),
    silent=(
        "实施“英才计划”“菁英计划”“归巢计划”等工程。",
        "实施“英才计划”、“菁英计划”、“归巢计划”等工程。",
        "根据《土地管理法》（2019年修正）、《城乡规划法》和《建筑法》。",
        "《关于印发〈工作方案〉的通知》、《意见》。",
        "坚持“一国两制”、“港人治港”和“澳人治澳”。",
    ),
    profiles=("mainland",),
)

_LISTS = {
    "”": LazyPattern("“[^“”\n]{1,30}”(?:、?“[^“”\n]{1,30}”){2,}"),
    "》": LazyPattern("《[^《》\n]{1,50}》(?:、?《[^《》\n]{1,50}》){2,}"),
}


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find lists of three and more that have the mark in some places and not in others."""
    text = prepared.prose
    for closing, pattern in _LISTS.items():
        opening = "“" if closing == "”" else "《"
        with_mark, without = f"{closing}、{opening}", closing + opening
        if with_mark not in text or without not in text:
            continue
        for match in pattern.finditer(text):
            if with_mark not in match[0] or without not in match[0]:
                continue
            positions = [
                match.start() + place + 1
                for place in range(len(match[0]))
                if match[0].startswith(with_mark, place)
            ]
            spans = [Span(position, position + 1) for position in positions]
            yield make_repeated_problem(spans, fixes=[""] * len(spans))
