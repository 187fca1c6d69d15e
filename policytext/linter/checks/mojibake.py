"""Text decoded with the wrong encoding: 锟斤拷, ï¼, half-shifted bytes (`。ㄒ唬┤祟`), spaces turned into ????.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text="关于锟斤拷的通知"))))]
[(2, 5)]
"""

import re
from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="damage/mojibake",
    title=Message("文字为乱码", "text decoded with the wrong encoding"),
    severity="error",
    confidence=0.98,
    why=Message(
        "文本曾以错误的编码读取，内容已损坏，应核对原文。",
        "The text was read with the wrong encoding; check the source.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=(
        "关于<<锟斤拷>>的通知。",
        "总则。<<ㄒ唬┤>>祟进步。",
        "<<????>>第一条 为了规范管理。",
        "具有重要意义。<<?>>\n一、现状",
        "重大倡议粠<<б宦>>贰。",
        "资料<<ï¼Œ>>如下。",
    ),
    silent=("真的吗？？？？", "注音符號ㄅㄆㄇ。", "│表│格│", "what????", "Россия是俄罗斯。", "参数а和б。"),
)

_MOJIBAKE = LazyPattern(
    rf"(?:锟斤拷|烫烫烫|屯屯屯)+|[\u3105-\u3129]{LETTER}{{1,2}}[\u2500-\u257f](?={LETTER})"
    rf"|(?:[ïåäæçèé][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2018-\u2022\u02dc]{{1,2}})+"
    rf"|\?{{4,}}(?=(?:{LETTER}|[（《“]))|(?<=[。；])\?(?=\r?$)|б宦",
    re.MULTILINE,
)
# Each match contains one of these characters; few texts contain any.
_SUSPECT = LazyPattern("[锟烫屯?бïåäæçèé\u3105-\u3129]")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such passages as one problem."""
    text = prepared.text
    if text.isascii() or not _SUSPECT.search(text):
        return
    spans = [Span(*match.span()) for match in _MOJIBAKE.finditer(text)]
    if spans:
        yield make_repeated_problem(spans)
