"""Kangxi radicals and compatibility ideographs in place of the usual characters: ⼀ for 一.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="⼈⼝政策"))))]
[(Edit(span=Span(start=0, end=1), text='人'), Edit(span=Span(start=1, end=2), text='口'))]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument
from policytext.text.shadow import normalize_character

RULE = CheckRule(
    id="damage/compatibility",
    title=Message("使用了部首字符或兼容字符", "radical or compatibility characters"),
    severity="warning",
    confidence=0.99,
    why=Message(
        "字形与常用字相同，编码不同，影响检索；多由 PDF 转换产生。",
        "They look like the usual characters but have other codes, so no search finds them; PDF conversion makes them.",
    ),
    basis="Unicode 15, 2E80–2FDF, F900–FAFF",
    record="0 findings in 3.25 million characters of clean official text",
    hits=("<<⼈=>人>>民政府。", "机关<<⻝=>食>>堂。"),
    silent=("人民政府。", "政府會繼續監察安\uf934服務業的發展。"),
)

_RADICAL = LazyPattern("[\u2e80-\u2fd5]")
# In Traditional text the compatibility ideographs are left to `compatibility_forms`.
_FORM = LazyPattern(
    "[\u2e80-\u2fd5\uf900-\ufa0b\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufaff]"
)


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such characters as one problem."""
    form = _RADICAL if prepared.document.script == "hant" else _FORM
    matches = [match for match in form.finditer(prepared.text) if normalize_character(match[0]) != match[0]]
    if matches:
        spans = [Span(*match.span()) for match in matches]
        yield make_repeated_problem(
            spans, fixes=[normalize_character(match[0]) for match in matches], safety="safe"
        )
