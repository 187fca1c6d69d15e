"""Words masked by a web filter or lost in decoding: 共建* * *治, 推进***工作, �.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text="共建* * *治格局。"))))]
[(2, 7)]
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
    id="damage/masked",
    title=Message("文字被遮盖或丢失", "masked or lost text"),
    severity="error",
    confidence=0.99,
    why=Message(
        "网站过滤或转码造成文字缺失，应核对原文后补全。",
        "A web filter or a wrong encoding removed the text; restore it from the source.",
    ),
    basis=None,
    record="0 hits in 3.25 M characters of clean official text",
    hits=(
        "形成共建<<* * *>>治的格局。",
        "推进<<***>>工作。",
        "加强数<<�>>管理。",
        "推进<<＊＊＊>>工作。",
        "形成共建<<□□>>共享的格局。",
    ),
    silent=(
        "* * *\n第二部分。",
        "2×3*4*5的方阵。",
        "**总体要求**见下文。",
        "** 數字包括太陽能系統。*** 發電機除了產電外，還會產熱。",
        "本社以置辦□□等物，供社員之需要為目的。",
        "是□否□，请勾选。",
        "联系电话：□□□□□□□□\n姓名□□ 单位□□",
    ),
)

_MASK = LazyPattern(r"[*＊](?:[ \u3000]?[*＊]){2,}|\ufffd+|□{2,}")
# Marks of notes behind a word: *, **, ***.
_FOOTNOTE = LazyPattern(r"(?:^|(?<=[\u4e00-\u9fff）)。；\n]))\*{1,2}(?![*＊])")
_LETTER = LazyPattern(LETTER)
_WORD = LazyPattern(f"(?:{LETTER}|[，。、；：（）“”「」,;:()])")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all masks next to words as one problem; a line of asterisks alone is a separator."""
    text = prepared.text
    if all(sign not in text for sign in "*＊\ufffd□"):
        return
    document = prepared.document
    boxes = (
        document.profile == "mainland" and document.script != "hant"
    )  # forms of Taiwan leave □□ to be filled in
    footnotes = bool(_FOOTNOTE.search(text))
    spans = [
        Span(*match.span())
        for match in _MASK.finditer(text)
        if (boxes or match[0][0] != "□") and not (footnotes and match[0] == "***") and _is_mask(text, match)
    ]
    if spans:
        yield make_repeated_problem(
            spans, Message("此处文字被遮盖或丢失，请核对原文", "text is missing here; check the source")
        )


def _is_mask(text: str, match: re.Match[str]) -> bool:
    if match[0][0] == "\ufffd":
        return True
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if match[0][0] == "□":  # a box to be ticked or filled in has a word on one side only
        return bool(_LETTER.match(before) and _LETTER.match(after))
    return bool(_WORD.match(before) or _WORD.match(after))
