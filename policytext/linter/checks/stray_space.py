"""A stray space inside a sentence: 英国即 明确提到.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "各地各部门要切实加强组织领导，健全工作机 制，确保各项任务落到实处。"
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text=text))))]
[Span(start=20, end=21)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument
from policytext.tokenizer.word_table import Script
from policytext.tokenizer.written_words import is_inside_word

RULE = CheckRule(
    id="punctuation/stray-space",
    title=Message("句中有多余空格", "unnecessary space inside a sentence"),
    severity="warning",
    confidence=0.93,
    why=Message(
        "汉字之间不加空格；多为断行或识别所致。",
        "Chinese has no spaces between characters; line breaks and scans leave them.",
    ),
    basis=None,
    record="3 findings in 22.1 million characters of mainland texts, 22 in 15.5 million of Taiwan's laws, none in 2.3 million "
    "of Hong Kong's records; all read, 25 of 25 are correct",
    hits=(
        "各地各部门要切实加强组织领导，健全工作机<< =>>>制，确保各项任务落到实处。",
        "对产权清<< =>>>晰、服务规范的机构给予支持。",
        "各地要健全工作机<< =>>>制，落实医疗收费质<< =>>>押，实行市场调<< =>>>节，土地<< =>>>使用权不变，具体办法由有关部门另行制定并向社会公布。",
    ),
    silent=(
        "第一条 为了规范管理，保障权益，制定本办法。",
        "（一） 加强组织领导，健全工作机制，确保落实。",
        "对预算 安排的项目，应当公开。",
        "市长 王甲，副市长 李乙，秘书长 赵丙。",
        "姓名 单位 职务 电话",
        "2021年 工作要点，已经印发，请认真执行。",
        "办公室2026年8月9日印发 各镇人民政府，各街道办事处，市直各单位：请认真贯彻。",
    ),
)

_SPACE = LazyPattern(rf" (?<=(?:{LETTER}|[，、；,;]) )(?<![条章节款项、日号发] )(?={LETTER})(?!各)")
_CLAUSE = LazyPattern(r"[，。；：、！？,;:!?\s“”（）()《》]")
# Marks of both widths: fixing them changes no other finding.
_STOPS = "，、；。,;"
# The least length of the clause before the space, in characters, inside a line and at its beginning.
_LONG, _LONG_AT_START = 3, 10
_MANY = 3  # stray spaces that show that a copy has more of them
_LINE = 200  # characters of the line to look at on either side


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all single spaces in the middle of a clause as one problem."""
    text = prepared.text
    if " " not in text:
        return
    script: Script = "hant" if prepared.document.script == "hant" else "hans"
    places = [match.start() for match in _SPACE.finditer(text) if _is_in_sentence(text, match.start())]
    spans = _find_in_clauses(text, places, script, _LONG)
    if len(spans) >= _MANY:
        spans = _find_in_clauses(text, places, script, _LONG - 1)
    if spans:
        yield make_repeated_problem(spans, fixes=[""] * len(spans))


def _find_in_clauses(text: str, places: list[int], script: Script, least: int) -> list[Span]:
    """Return the spaces inside a clause, at least so many characters behind its beginning."""
    return [Span(place, place + 1) for place in places if _is_in_clause(text, place, script, least)]


def _is_in_clause(text: str, position: int, script: Script, least: int) -> bool:
    """Return whether the space is inside a clause without other spaces that does not begin its line."""
    before, after = text[max(position - 30, 0) : position], text[position + 1 : position + 31]
    start = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    stop = _CLAUSE.search(after)
    # At the beginning of a line the text may be a marker, a name or a label.
    begun = start > 0 and before[start - 1] in _STOPS
    at_line_start = position - len(before) + start == 0 or before[start - 1 : start] == "\n"
    size = len(before) - start
    if stop is None or stop.start() < 1 or stop[0] not in _STOPS:
        return False
    if (begun and size >= least) or (at_line_start and size >= _LONG_AT_START):
        return True
    return at_line_start and size >= _LONG and is_inside_word(before + after, len(before), script)


def _is_in_sentence(text: str, position: int) -> bool:
    """Return whether the line contains a full stop and few spaces."""
    line = (
        text[max(position - _LINE, 0) : position].rpartition("\n")[2]
        + text[position : position + _LINE].partition("\n")[0]
    )
    return "。" in line and line.count(" ") * 12 < len(line)
