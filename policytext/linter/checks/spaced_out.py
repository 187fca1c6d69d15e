"""Spaces between the characters of words: 加 快 推 进 政 务 服 务.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text="各地要加 快 推 进 政 务 服 务改革，取得实效。"))))]
[(3, 18)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="damage/spaced-out",
    title=Message("字间有多余空格", "spaces between characters"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "扫描识别或排版在字间留下空格，影响检索和分析。",
        "Scans and layouts leave them; they break searches and counts.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("各地要<<加 快 推 进 政 务 服 务>>改革，取得实效。",),
    silent=(
        "目 录\n总 则\n",
        "中 华 人 民 共 和 国 国 务 院\n",
        "姓名 单位 职务 电话",
        "甲 乙 丙 丁 戊 己 庚 辛",
        "委员：王 甲 李 乙 赵 丙 钱 丁",
    ),
)

# The pattern starts with a space, which is rarer than a character.
_APART = LazyPattern(rf" (?<={LETTER} ){LETTER}(?: {LETTER}){{3,}}")
_SENTENCE = LazyPattern("[，。；、]")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all spaced words inside a sentence as one problem; spaced lines are titles or tables."""
    text = prepared.text
    spans = []
    for match in _APART.finditer(text):
        start, end = match.start() - 1, match.end()
        line = text[text.rfind("\n", 0, start) + 1 : start], text[end : end + 80].partition("\n")[0]
        joined = (line[0][-1:].strip(), line[1][:1].strip())
        if any(joined) and not line[0].endswith((" ", "　", "：", ":")) and _SENTENCE.search(line[1]):
            spans.append(Span(start, end))
    if spans:
        yield make_repeated_problem(spans)
