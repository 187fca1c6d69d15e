"""Simplified spellings left in a Traditional text in characters of both scripts: 之后, 依托.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> text = "國務院關於加快發展的意見。各級政府應當依托平臺，實現轉型。"
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text=text))))]
['依託']
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument
from policytext.tokenizer.written_words import is_typo_likely

RULE = CheckRule(
    id="damage/under-converted",
    title=Message("繁体文本中残留简体用字", "Simplified characters in a Traditional word"),
    severity="warning",
    confidence=0.93,
    why=Message(
        "这些字简繁通用，但在此类词中繁体写法不同：之後、依託、幹部。",
        "Both scripts have these characters, but Traditional writes these words differently.",
    ),
    basis=None,
    record="0 findings in 3.25 million characters of clean official text",
    hits=(
        "國務院關於加快發展的意見。各級政府應當<<依托=>依託>>平臺，<<之后=>之後>>實現轉型。",
        "國務院<<關于=>關於>>加快發展的意見。",
    ),
    silent=(
        "國務院關於加快發展的意見。各級政府應當依託平臺，之後實現轉型。",
        "校名為于謙先生題寫，於戊戌年落成。",
        "托嬰中心得繼續接受托育，因素未妥善控制造成偏差。",
        "週年慶典與周年報告，週期與周期，兩種寫法皆可。",
        "依托平台，之后实现转型。",
    ),
)

_WORDS = {
    "依托": "依託", "委托": "委託", "受托": "受託", "信托": "信託", "寄托": "寄託",
    "之后": "之後", "以后": "以後", "今后": "今後", "然后": "然後", "前后": "前後", "落后": "落後",
    "最后": "最後", "背后": "背後", "其后": "其後", "先后": "先後", "滞后": "滯後",
    "由于": "由於", "位于": "位於", "基于": "基於", "至于": "至於", "在于": "在於", "等于": "等於",
    "高于": "高於", "低于": "低於", "大于": "大於", "小于": "小於", "不少于": "不少於", "用于": "用於",
    "關于": "關於", "對于": "對於", "屬于": "屬於", "處于": "處於", "鑒于": "鑒於", "終于": "終於", "過于": "過於",
    "有利于": "有利於", "有助于": "有助於", "不利于": "不利於", "致力于": "致力於", "立足于": "立足於", "服務于": "服務於", "適用于": "適用於",
    "應用于": "應用於", "取決于": "取決於", "勇于": "勇於", "善于": "善於", "敢于": "敢於", "便于": "便於", "易于": "易於", "不同于": "不同於",
    "規范": "規範", "示范": "示範", "防范": "防範", "模范": "模範", "典范": "典範", "師范": "師範", "范圍": "範圍", "范式": "範式",
    "范例": "範例", "范疇": "範疇",
    "干部": "幹部", "骨干": "骨幹", "主干": "主幹", "里面": "裡面", "心里": "心裡",
    "制造": "製造", "征收": "徵收", "特征": "特徵", "象征": "象徵", "征求": "徵求",
    "游客": "遊客", "旅游": "旅遊", "斗争": "鬥爭", "奋斗": "奮鬥",
    "划分": "劃分", "规划": "規劃", "计划": "計劃", "策划": "策劃",
    "注册": "註冊", "云端": "雲端", "云计算": "雲計算", "志愿": "志願",
}  # fmt: skip
# More words than this are reported as one problem.
_MOST_SINGLE_PROBLEMS = 3
_ANY = LazyPattern("|".join(sorted(_WORDS, key=len, reverse=True)))


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report each such word in Traditional text; many words are one problem."""
    if prepared.document.script != "hant":
        return
    text, regional = prepared.text, prepared.document.profile != "mainland"
    matches = [
        match
        for match in _ANY.finditer(text)
        if is_typo_likely(text, *match.span(), _WORDS[match[0]], "hant", regional)
    ]
    if len(matches) > _MOST_SINGLE_PROBLEMS:
        spans = [Span(*match.span()) for match in matches]
        yield make_repeated_problem(spans, fixes=[_WORDS[match[0]] for match in matches])
        return
    for match in matches:
        yield Problem(Span(*match.span()), fix=_WORDS[match[0]])
