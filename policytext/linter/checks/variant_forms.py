"""A Japanese form or a look-alike in place of a character: 逐年増加, 提髙.

>>> from policytext.outliner import parse
>>> from policytext.model.document import Source
>>> [problem.fix for problem in check(PreparedDocument(parse(Source(text="编制逐年増加，水平明显提髙。"))))]
[(Edit(span=Span(start=4, end=5), text='增'), Edit(span=Span(start=12, end=13), text='高'))]
"""

from collections.abc import Iterator

from policytext.linter.checks import CheckRule, Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.model.annotations import Message
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

RULE = CheckRule(
    id="damage/variant-form",
    title=Message("误用形近字形或日文字形", "look-alike or Japanese form of a character"),
    severity="warning",
    confidence=0.98,
    why=Message(
        "这些字形在简体、繁体规范中都不用，多由扫描识别或字体造成，检索不到。",
        "No Chinese standard has these forms; scans and fonts leave them, and no search finds them.",
    ),
    basis="《通用规范汉字表》",
    record="1 finding in 22.1 million characters of mainland texts, 15 in 15.5 million of Taiwan's laws, 9 in 2.3 million "
    "of Hong Kong's records; 25 of 25 read are correct",
    hits=(
        "编制逐年<<増=>增>>加，水平明显提<<髙=>高>>。",
        "直轄<<巿=>市>>、縣市政府應當提<<岀=>出>>計畫。",
        "药品实行集中<<釆=>采>>购。",
    ),
    silent=("编制逐年增加，水平明显提高，药品实行集中采购。", "直轄市、縣市政府應當提出計畫。"),
)

# Each form before its Traditional character. None of them occurs in text of a region that is right: Japanese forms
# that neither GB 2312 nor Big5 encodes, and look-alikes that recognition takes for common characters.
_FORMS = (
    "増增徳德歩步毎每乗乘収收対對経經済濟県縣図圖団團広廣圧壓営營験驗実實査查悪惡囲圍隠隱栄榮駅驛円圓塩鹽応應桜櫻仮假価價拡擴覚覺楽樂巻卷陥陷勧勸関關観觀気氣亀龜帰歸"
    "戯戲犠犧拠據挙舉暁曉勲勳恵惠渓溪軽輕鶏雞撃擊検檢権權顕顯厳嚴効效砕碎斎齋剤劑雑雜桟棧賛贊歯齒児兒釈釋従從渋澀獣獸縦縱粛肅焼燒奨獎浄淨剰剩畳疊縄繩壌壤嬢孃譲讓醸釀"
    "粋粹酔醉穂穗髄髓斉齊摂攝専專戦戰銭錢繊纖荘莊捜搜挿插巣巢総總騒騷蔵藏臓臟続續帯帶択擇沢澤単單弾彈遅遲鋳鑄庁廳聴聽徴徵勅敕逓遞鉄鐵転轉闘鬥読讀悩惱脳腦覇霸拝拜廃廢"
    "売賣発發髪髮抜拔払拂仏佛辺邊変變満滿黙默訳譯薬藥揺搖様樣謡謠頼賴竜龍両兩猟獵緑綠塁壘涙淚霊靈齢齡労勞録錄剣劍険險圏圈倹儉亜亞壱壹処處掲揭渇渴郷鄉瀬瀨"
    "髙高釆采岀出巿市逹達"
)
_CORRECT = dict(zip(_FORMS[::2], _FORMS[1::2], strict=True))
_FORM = LazyPattern(f"[{_FORMS[::2]}]")


def check(prepared: PreparedDocument) -> Iterator[Problem]:
    """Report all such characters as one problem."""
    text = prepared.text
    matches = list(_FORM.finditer(text))
    if not matches:
        return
    fixes = [_CORRECT[match[0]] for match in matches]
    if prepared.document.script == "hans":
        from policytext.text.script import to_simplified

        fixes = [to_simplified(fix) for fix in fixes]
    yield make_repeated_problem([Span(*match.span()) for match in matches], fixes=fixes)
