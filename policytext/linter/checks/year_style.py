"""A year written with 零 beside years in digits: 二零二六年 in a text that writes 2026年.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="2026年起实施，到二零三零年建成。"))))]
[(Edit(span=Span(start=10, end=15), text='2030年'),)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.facts import get_day
from policytext.text.hanzi import DIGIT_VALUES
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="date/year-style",
    title=Message("年份写法前后不一致", "years in two styles"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "公历年份用阿拉伯数字；用汉字时“零”写作“〇”。同一文件应一致。",
        "Years are written in digits, or with 〇 and not 零; one document uses one style.",
    ),
    basis="GB/T 15835-2011 4.1.2、4.2.2",
    record="法规、报告和政策文本 2230 万字：3 处，均前后不一致；香港基本法 1990 年文本不报",
    hits=("2026年起实施，到<<二零三零年=>2030年>>建成。",),
    silent=(
        "二〇二六年起实施，到二〇三〇年建成。",
        "到二零三零年建成。",
        "2026年起实施。\n二〇二六年五月一日\n",
        "《二零三零年愿景》自2026年起实施。",
    ),
    profiles=("mainland",),
)

_YEAR = LazyPattern("二零[零〇○一二三四五六七八九]{2}年")
_DIGITS = LazyPattern(r"(?<!\d)20\d\d年")
_TITLE = 60  # characters of a title before the year
_SINCE = "2011-11-01"  # the standard is in force


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report the years with 零 of a text that also has years in digits as one problem."""
    text = prepared.text
    if "二零" not in text or prepared.document.script != "hans" or not _DIGITS.search(text):
        return
    day = get_day(prepared.document)
    if day is not None and day < _SINCE:
        return
    matches = [
        match
        for match in _YEAR.finditer(text)
        if not _is_in_title(text[max(match.start() - _TITLE, 0) : match.start()])
    ]
    if matches:
        fixes = ["".join(str(DIGIT_VALUES[sign]) for sign in match[0][:-1]) + "年" for match in matches]
        yield make_repeated_problem([Span(*match.span()) for match in matches], fixes=fixes)


def _is_in_title(before: str) -> bool:
    return before.rfind("《") > before.rfind("》")
