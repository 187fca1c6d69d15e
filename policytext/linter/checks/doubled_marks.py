"""Two punctuation marks in a row: 加快推进。。 ，， 、。

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="加快推进。。落实责任。"))))]
['。']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="punctuation/doubled",
    title=Message("标点连用不当", "two punctuation marks in a row"),
    severity="warning",
    confidence=0.97,
    why=Message("句内点号、句末点号不应连用。", "Two commas or full stops never stand side by side."),
    basis="GB/T 15834-2011",
    record="1 finding in 3.25 million characters of clean official text; 1 of 1 reviewed are correct",
    hits=("加快推进<<。。=>。>>落实责任。", "统筹<<，，=>，>>推进。", "教育、医疗<<、。>>"),
    silent=(
        "│、、、│",
        "目录。。。。。。。。5",
        "教育、医疗……",
        "真的吗？！",
        "等等。。。",
        "好！！！",
        "——，",
    ),
)

_MOST = 3  # of one mark in a row; more are a line of dots
_MOST_SINGLE = 5  # places of the same marks that are findings of their own
_DOUBLED = LazyPattern("[，。、；：,](?:[，。、；：,])+")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report repeated marks with a safe fix, and two different marks without a fix."""
    text = prepared.text
    mixed: dict[str, list[Span]] = {}
    for match in _DOUBLED.finditer(text):
        words = match[0]
        span = Span(*match.span())
        if words == words[0] * len(words):
            # An ellipsis, empty table cells, or a line of dots.
            if words not in ("。。。", ",,") and len(words) <= _MOST and not _is_in_table(text, span):
                yield Problem(span, fix=words[0], safety="safe")
        elif "," not in words:
            mixed.setdefault(words, []).append(span)
    for spans in mixed.values():
        # A copy that sets 。、 behind each line has one fault, not a hundred.
        if len(spans) > _MOST_SINGLE:
            yield make_repeated_problem(spans)
        else:
            yield from map(Problem, spans)


def _is_in_table(text: str, span: Span) -> bool:
    """Return whether the marks are in a cell of a table that is drawn with lines."""
    return text[span[0] - 1 : span[0]] in ("│", "┃") or text[span[1] : span[1] + 1] in ("│", "┃")
