"""A Chinese enumeration comma before 等: 数据、算法、等要素.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="数据、算法、等要素。"))))]
['']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="punctuation/stop-before-etc",
    title=Message("“等”前不用顿号", "punctuation before 等"),
    severity="warning",
    confidence=0.95,
    why=Message("列举之后的“等”前不加点号。", "An enumeration that ends with 等 has no mark before it."),
    basis="GB/T 15834-2011 4.5.3",
    record="0 findings in 3.25 million characters of clean official text",
    hits=("统筹数据、算法<<、=>>>等要素。", "涉及教育、医疗<<、=>>>等，都要办好。"),
    silent=(
        "统筹数据、算法等要素。",
        "一、等级评定。",
        "分级、等级、种类。",
        "（一）一、等离子体项目。",
        "中等、等待、平等、等同。",
    ),
)

_CLASSIFIER = "[个项种类大]"
_NOUN = "方面|要素|工作|部门|内容|问题|领域|单位|地区|情形|材料|措施|制度|设施"
_MARK = LazyPattern(
    rf"(?<=(?:{LETTER}|[”’》)）]))、"
    rf"(?=等(?:等|[各多]?[一二三四五六七八九十0-9]*(?:[,，。；]|{_CLASSIFIER}|{_NOUN})))"
)
_NUMERALS = frozenset("一二三四五六七八九十")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find 、 before 等 where 等 certainly closes a list; 一、等 begins a section."""
    text = prepared.text
    if "、等" not in text:
        return
    for match in _MARK.finditer(text):
        position = match.start()
        if text[position - 1] not in _NUMERALS or text[max(position - 12, 0) : position].count("、"):
            yield Problem(Span(position, position + 1), fix="")
