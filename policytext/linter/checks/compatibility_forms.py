"""Compatibility ideographs in Traditional text, where whole collections have them: 安老 with U+F934.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="監察安\uf934服務業的發展。"))))]
[(Edit(span=Span(start=3, end=4), text='老'),)]
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
    id="damage/compatibility-form",
    title=Message("使用了兼容字符", "compatibility ideographs"),
    severity="info",
    confidence=0.99,
    why=Message(
        "字形与常用字相同，编码不同，影响检索；繁体资料库的文本多由 PDF 转换产生。",
        "They look like the usual characters but have other codes; in Traditional collections PDF conversion makes them.",
    ),
    basis="Unicode 15, F900–FAFF",
    record="179 findings in 2.3 million characters of Hong Kong's records, none in Taiwan's laws; 12 of 12 read are correct",
    hits=("政府會繼續監察安<<\uf934=>老>>服務業的發展。",),
    silent=("政府會繼續監察安老服務業的發展。",),
)

_FORM = LazyPattern("[\uf900-\ufa0b\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufaff]")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such characters of a Traditional text as one problem."""
    if prepared.document.script != "hant":
        return
    matches = [match for match in _FORM.finditer(prepared.text) if normalize_character(match[0]) != match[0]]
    if matches:
        yield make_repeated_problem(
            [Span(*match.span()) for match in matches],
            fixes=[normalize_character(match[0]) for match in matches],
            safety="safe",
        )
