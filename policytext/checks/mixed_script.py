"""Simplified characters in a Traditional text, or Traditional ones in a Simplified text: 推进數字经济.

>>> from policytext.outlining import parse
>>> from policytext.model import Source
>>> text = "国务院关于加快发展数字经济的意见。各级人民政府要推进數字经济，实现转型。"
>>> [tuple(defect.span) for defect in check(Prepared(parse(Source(text=text))))]
[(26, 27)]
"""

from collections.abc import Iterator

from policytext.checks import Defect, Rule
from policytext.checks._writing import storm
from policytext.marks import Words
from policytext.model import Span
from policytext.text.patterns import Pattern
from policytext.text.prepared import Prepared

RULE = Rule(
    id="damage/mixed-script",
    title=Words("简繁字混用", "Simplified and Traditional characters mixed"),
    severity="warning",
    confidence=0.92,
    why=Words(
        "简繁转换有遗漏，或从另一种文本粘贴而来；引文、书名和人名可以例外。",
        "A conversion left some behind, or they were pasted in; quotations, titles and names may differ.",
    ),
    basis="《通用规范汉字表》",
    record="3.25 M characters of clean official text: see rules/RECORD.md",
    hits=("国务院关于加快发展的意见。各级人民政府要推进<<數>>字经济，实现转型发展。",),
    silent=(
        "国务院关于加快发展的意见。各级人民政府要推进数字经济，实现转型发展。",
        "国务院关于加快发展的意见。繁体版《關於發展》同时印发，各级人民政府实现转型发展。",
    ),
)

# The most frequent characters of official texts that Big5 (the first) or GB 2312 (the second) has no code for, and
# that OpenCC's tables change.
_HANS = (
    "专业东两严个临为举义乐习乡书买乱争产亩亲亿从们众会伟传伤伪侨债倾偿储关兴养内册写军农决况减击则创别剂剧办务动励劳势区医华协单卖卫厅历压县参双发变号启员响团园围国图场坚墙壮处备够头奋"
    "奖妇学实审宽对导将尘尽层届属岗巩币师带帮广庆库应废开弃张强归当录彻态总战户执扩扬抢护报担拟择挥损换撑数断无旧时显暂术杂权条来标树样档检残毁毕汇没测济渔温湾湿满滥灭灾点烟烧热爱状独献"
    "环现电疗监盖矿码础碍积称税稳竞筹签简类粮紧纠红约级纪纲纳纷线练组细织终经结给络绝统继绩续维综绿编缴罚职联脱艺节苏荣药获营虚衔补装见观规视觉计订认让训议记许论讼设证评识诉诊试诚话询该"
    "误说请调负贡财责账货质贫购贮贯贴贷贸费资赔赛赠践车转轮轻载较辆输辖边达迁过运还这进远违连选遗邮释鉴针钢铁银链销错键镇长门闭问闲间队阳阶际陆险随隐难项顺须顿预领题额风饮馆驶驻驾验黄龙"
)
_HANT = (
    "並佈併來係個備傳債傷僅僱價償優儲兒內冊別刪則創劃劑動務勞勢勵區協參員問喪單嚴囑國圍園圖團執報場壞學實審將專對導屆層屬師帳帶幣幹庫廠廢廣廳強彙從復態憑應懲戶採換揮損撥擇擔據擬擴攤敘數"
    "斷時暫書會東條棄業極榮構標樣機檔檢櫃權歲歷歸毀氣決況洩淨減測準溫滅滿漁濕濟灣災為無熱營爭狀獎獨獲現環產畢畫異當療盡監盤眾確碼礎礙稅種稱積競節範築簡簽籌紀約納級細絀終組結絕絡給統經綜"
    "維網緊線編緩練縣總績織繕繳繼續罰義習聯聲職腦臨臺與興舉舊華萬蒐蓋薦藝藥處號虧術衛補裝製複見規視親覽觀訂計訊討訓託記設許訴診註評詢試話該詳認語誤說課調請論諮證識議護譽讀變讓負財貨責貯"
    "買貸費貼賃資賠賣賦質購贈車軍軟載輔輕輸輻轄轉辦農迴逕連進遊運過達違遞適遷選遺還郵鄉醫釋針銀銜銷錄錯鍰鍵鎮鐵鑑長門開閒間閱關陳際隨險隱雙離難電響頁頃項須預領額願類顧顯風養餘館驗體點齡"
)

# More than this share of the text's own script, and it is a text of two scripts, not of one with slips.
_SHARE = 0.2
_HANS_SIGN, _HANT_SIGN = Pattern(f"[{_HANS}]"), Pattern(f"[{_HANT}]")
_QUOTED = Pattern("[《“「『][^《》“”「」『』\n]{0,80}[》”」』]")


def check(prepared: Prepared) -> Iterator[Defect]:
    """All foreign characters outside quotations as one defect."""
    text = prepared.text
    script = prepared.document.script
    if script not in ("hans", "hant"):
        return
    foreign, own = (_HANT_SIGN, _HANS_SIGN) if script == "hans" else (_HANS_SIGN, _HANT_SIGN)
    if not foreign.search(text):
        return
    quoted = bytearray(len(text) + 1)
    for found in _QUOTED.finditer(text):
        start, end = found.span()
        quoted[start:end] = b"\x01" * (end - start)
    places = [found.start() for found in foreign.finditer(text) if not quoted[found.start()]]
    if places and len(places) <= _SHARE * len(own.compiled.findall(text)):
        yield storm([Span(at, at + 1) for at in places])
