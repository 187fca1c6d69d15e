"""A decrease given as a multiple: 下降了3倍.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.span for problem in check(PreparedDocument(parse(Source(text="成本下降了3倍。"))))]
[Span(start=2, end=7)]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="number/decrease-times",
    title=Message("减少幅度不能用倍数表示", "decrease given as a multiple"),
    severity="warning",
    confidence=0.95,
    why=Message(
        "减少一倍即为零，应改用百分数或分数表示。",
        "A decrease by the whole amount leaves nothing; use a percentage or a fraction.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("成本<<下降了3倍>>。", "用时<<缩短两倍>>。"),
    silent=("成本下降了75%。", "产量增加了3倍。", "下降到三分之一，产能是原来的3倍。", "减少0.5倍的杠杆。"),
)

_TIMES = LazyPattern(
    r"(?:下降|减少|降低|缩小|缩短|压缩|压减)了?(?:近|约|超过)?(?:[1-9]\d*(?:\.\d+)?|[一二两三四五六七八九十]{1,3})倍"
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Find verbs of decrease directly before a multiple of one or more."""
    if "倍" not in prepared.shadow:
        return
    for match in _TIMES.finditer(prepared.shadow):
        yield Problem(Span(*match.span()))
