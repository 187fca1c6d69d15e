"""A space between two characters of a sentence: 英国即 明确提到.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "各地各部门要切实加强组织领导，健全工作机 制，确保各项任务落到实处。"
>>> [defect.span for defect in check(PreparedDocument(parse(Source(text=text))))]
[Span(start=20, end=21)]
"""

from collections.abc import Iterator

from policytext.linter.checks import Defect, Rule
from policytext.linter.checks._writing import repeated_defect
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = Rule(
    id="punctuation/stray-space",
    title=Message("句中有多余的空格", "a stray space inside a sentence"),
    severity="info",
    confidence=0.9,
    why=Message(
        "中文字间不空格；多为断行或识别留下的。", "Chinese takes none; line breaks and scans leave them."
    ),
    basis=None,
    record="3.25 M characters of clean official text: see rules/RECORD.md",
    hits=("各地各部门要切实加强组织领导，健全工作机<< =>>>制，确保各项任务落到实处。",),
    silent=(
        "第一条 为了规范管理，保障权益，制定本办法。",
        "（一） 加强组织领导，健全工作机制，确保落实。",
        "市长 王甲，副市长 李乙，秘书长 赵丙。",
        "姓名 单位 职务 电话",
        "2021年 工作要点，已经印发，请认真执行。",
    ),
)

_SPACE = LazyPattern(rf" (?<=(?:{LETTER}|[，、；]) )(?<![条章节款项、] )(?={LETTER})")
_CLAUSE = LazyPattern(r"[，。；：、！？\s“”（）《》]")
# The clause on either side is as long as this, so that the space stands in running words.
_LONG = 3
_LINE = 200  # characters of a line that are looked at on either side


def check(prepared: PreparedDocument) -> Iterator[Defect]:
    """Lone spaces in the middle of a clause that has no other, all as one defect."""
    text = prepared.text
    if " " not in text:
        return
    spans = [
        Span(found.start(), found.end())
        for found in _SPACE.finditer(text)
        if _in_words(text, found.start()) and _in_sentence(text, found.start())
    ]
    if spans:
        yield repeated_defect(spans, fixes=[""] * len(spans))


def _in_words(text: str, at: int) -> bool:
    """Whether clauses without another space stand on both sides, one of them begun before."""
    before, after = text[max(at - 30, 0) : at], text[at + 1 : at + 31]
    start = max((found.end() for found in _CLAUSE.finditer(before)), default=0)
    stop = _CLAUSE.search(after)
    # A clause that begins its line may be a marker, a name or a label.
    begun = start > 0 and before[start - 1] in "，、；。"
    return (
        begun
        and len(before) - start >= _LONG
        and stop is not None
        and stop.start() >= 1
        and stop[0] in "，、；。"
    )


def _in_sentence(text: str, at: int) -> bool:
    line = text[max(at - _LINE, 0) : at].rpartition("\n")[2] + text[at : at + _LINE].partition("\n")[0]
    return "。" in line and line.count(" ") * 12 < len(line)
