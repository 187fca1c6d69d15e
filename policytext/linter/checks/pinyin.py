"""Pinyin mixed into the text by a web page: 數(shù)字.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [tuple(problem.span) for problem in check(PreparedDocument(parse(Source(text="推進(jìn)數(shù)字化"))))]
[(2, 7)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.hanzi import LETTER
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.pinyin import SYLLABLE, TONES
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="damage/pinyin",
    title=Message("正文夹有拼音", "pinyin in the text"),
    severity="error",
    confidence=0.99,
    why=Message("网页的注音混入了正文。", "Reading aids of a web page are mixed into the text."),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("推進數<<(shù)=>>>字經濟。",),
    silent=("第三方(App)接入。", "方案(a)和方案(b)。", "公报（Communiqué）。"),
)

# One syllable in brackets.
_PLAIN = LazyPattern(f"[(（]({SYLLABLE})[)）]")
_HAN = LazyPattern(f"{LETTER}")
_MARKED = LazyPattern(f"[{TONES}]")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all bracketed syllables with a tone mark after a Chinese character as one problem."""
    text = prepared.text
    if text.isascii() or not _MARKED.search(text):
        return
    matches = [
        match
        for match in _PLAIN.finditer(text)
        if _HAN.match(text, max(match.start() - 1, 0)) and match.start() and _MARKED.search(match[1])
    ]
    if matches:
        spans = [Span(*match.span()) for match in matches]
        yield make_repeated_problem(spans, fixes=[""] * len(spans))
