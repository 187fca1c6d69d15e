"""壹 in place of 一: 新壹輪, 第壹.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [len(problem.also) for problem in check(PreparedDocument(parse(Source(text="新壹轮改革进壹步推进。"))))]
[1]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="damage/financial-one",
    title=Message("“壹”应作“一”", "壹 in place of 一"),
    severity="error",
    confidence=0.99,
    why=Message(
        "“壹”用于金额；简繁转换程序常误将“一”转为“壹”。",
        "壹 is the form of 一 in amounts of money; conversion between scripts often puts it elsewhere.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=("开启新<<壹=>一>>轮改革。",),
    silent=(
        "頒發金質獎章壹枚。",
        "第貳等級船舶適用第壹等級船舶規定。",
        "拨付人民币壹佰万元整。",
        "壹、总则",
        "股金壹元。",
        "每股定為新臺幣壹百元。",
        "獎金壹千元。",
    ),
)


_OTHERS = "貳參叁肆伍陸柒捌玖"
#: Those that are no part of other words, as 隊伍 and 參與 are.
_NUMERALS_ONLY = "貳叁肆柒捌玖"
# Units of prizes, forms and equipment, which Taiwan's law counts with financial numerals.
_COUNTED = ("枚", "套", "紙", "份", "座", "面", "幀", "冊", "具")
_BEFORE = ("第", "之", "式", "表", "件", "錄", "項")
# Amounts with 壹 and plain 百 or 千, after or before a currency.
_AMOUNT = LazyPattern("壹(?=[十百千萬万億亿]{1,4}[元圓圆])|(?<=[幣币金])壹(?=[十百千萬万億亿元圓圆])")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such characters as one problem; amounts (壹佰元) and Taiwan's enumerator 壹、 are correct."""
    text = prepared.text
    if "壹" not in text:
        return
    shadow = prepared.shadow
    regional = prepared.document.profile != "mainland"
    if regional and text.count("一") > text.count("壹"):
        return  # the text uses both characters, so 壹 is deliberate
    # An excerpt of Taiwan's law may show no region.
    traditional = regional or prepared.document.script == "hant"
    if traditional and any(sign in text for sign in (_OTHERS if regional else _NUMERALS_ONLY)):
        return
    spans = []
    position = text.find("壹")
    while position >= 0:
        # Taiwan and Hong Kong write 第壹章, 格式壹 and 考台組壹一字第.
        is_number = regional and (
            text[position - 1 : position] in _BEFORE or "字第" in text[position : position + 4]
        )
        is_counted = traditional and text[position + 1 : position + 2] in _COUNTED
        if shadow[position] == "一" and not (is_number or is_counted or _AMOUNT.match(text, position)):
            spans.append(Span(position, position + 1))
        position = text.find("壹", position + 1)
    if spans:
        yield make_repeated_problem(spans, fixes=["一"] * len(spans))
