"""The words by which lines are headings, may be headings, and are none; both scripts.

>>> [is_heading_shaped(text, 0, len(text)) for text in ("主要任务", "推动旅游业发展", "前项规定的期限", "联系电话", "2026年5月6日")]
[True, True, False, False, False]
"""

from policytext.text.lazy_patterns import LazyPattern

#: The longest heading without an enumerator, in characters.
LONGEST = 36
_OPEN = frozenset("。；;！!？?：:，,、…—-–~～·（(「“《的和与與及或在对對为為是把将將")
#: What no heading contains.
_FOREIGN = LazyPattern(
    "[。；;：:！!？?|｜│─┌├└<>=＝\t@/\\\\…※●○◆■□]|\\d{4}[-.年]\\d{1,2}[-.月]|\\d{5}|[×÷＋+]|[  \u3000]{4}"
)
_NOT_AT_START = LazyPattern(
    r"(?:[(（〔【\[]|“[^”]*$|附[件表录錄图圖：]|附$|[图圖表]\s*[\d一二三四五六七八九十]|专栏|專欄|[备備]?[注註]|来源|來源|目\s*[录錄次]$|第[一二三四五六七八九十百\d]"
    r"|各位|尊敬|同志|主席|女士|抄送|主题词|責任編輯|责任编辑|打印|关闭|關閉|分享|字[号體体]|联系|聯絡|电话|電話|地址|附註|跳[过過轉转]|上一篇|下一篇"
    r"|前[项項款条條]|本[条條办辦规規准準解细細法](?:例|法|定|则|則|释|釋|$)|其[他它餘余]?|但[是書]?|並|并|且|以及|凡|如|若|因[此]?|由|自|[经經]|依|按照|对于|對於|[有犯].{0,3}款|現在|现在|下面|以下)"
)
_NOT_AT_END = LazyPattern(
    r"(?:\d\s*[日号號]|[一二三四五六七八九十〇○]日|[年月]\d*$|(?:会议|會議)?(?:通过|通過|施行|修正|修订|修訂|公布|发布|發布)"
    r"|(?:人民政府|委员会|委員會|办公厅|辦公廳|办公室|辦公室|总局|總局|法院|检察院|檢察院|国务院|國務院|秘书处|秘書處)"
    r"|(?:总理|省长|市长|主席|主任|部长|局长|局長|司長|書記|书记|院长|院長|議員|代表)[ \u3000]*\S{0,4}"
    r"|(?:通知|通告|公告|条例|條例|办法|辦法|规定|規定|规则|規則|细则|細則|方案|计划|計劃|計畫|规划|規劃|纲要|綱要|意见|意見|决定|決定|批复|报告|報告|名[录錄单單]|目[录錄]|一览表|一覽表|[》〉]))$"
)
_SHORT_TYPE = 6  # 工作方案, 处理意见: a title of a document is longer
_ORGANS = LazyPattern("[府会會厅廳室局院处處]$")

HEADING_WORDS = LazyPattern(
    r"^(?:[总總]体(?:要求|目标|目標|思路|部署)|總體(?:要求|目標|思路|部署)|指[导導]思想|基本(?:原则|原則|情况|情況|思路|考虑)|工作(?:原则|原則|目标|目標|任务|任務|要求|安排|措施|[回]?[顾顧]|重点|重點|部署|机制|機制|步骤|步驟|思路)"
    r"|(?:主要|重点|重點|具体|具體|工作|目标|目標)?(?:任务|任務|目标|目標|工作|措施|举措|舉措|内容|內容|做法|成效|问题|問題|指标|指標)"
    r"|保障(?:措施|机制|機制)?|[组組][织織](?:保障|实施|實施|领导|領導|形式)|[实實]施(?:步骤|步驟|保障|范围|範圍|安排|要求|计划|計劃)|有[关關](?:要求|事项|事項)|[进進]度安排|[时時][间間]安排|[计計][划劃畫]?摘要|摘要|目前[进進]度|(?:重要)?[执執]行[成情][果况況]"
    r"|(?:发展|發展)?(?:背景|现状|現狀|形势|形勢|环境|環境|基础|基礎)|(?:存在|面临|面臨)的?(?:主要)?(?:问题|問題|困难|困難)|前言|引言|序言|[导導][言语語]|[结結][语語论論]|[结結]束[语語]|概[述况況]|[总總][则則]|附[则則]|[适適]用?范[围圍]|范[围圍]|範圍|目的|依[据據]|[术術][语語](?:和)?(?:定[义義])?|定[义義]|引用文件|(?:规范|規範)性引用文件|展望|建[议議]|核心提示|背景|意[义義])$"
)
HEADING_ENDS = LazyPattern(
    r"^(?:过去|過去|今后|今後|下一步|未[来來]|[一二三四五]年[来來]|[关關][于於]|“?十[一二三四五]五”?|20\d\d年)|(?:任务|任務|措施|要求|目标|目標|安排|回顾|回顧|展望|形势|形勢|情况|情況|问题|問題|建议|建議|原则|原則|步骤|步驟|机制|機制|体系|體系|意义|意義|业|業|建设|建設|发展|發展|管理|服务|服務|工作)$"
)
SENTENCE_WORDS = LazyPattern(
    r"应当|應當|不得|可以|但|因此|由于|由於|例如|以下|如下|[我你您]|[的了者][，,]|所称|所稱|是指|指出|表示|认为|認為|说|說$|^[这這那该該此]"
)
DIGITS = LazyPattern(r"\d(?!\d{0,3}(?:年|[—－-]\d))")


def is_heading_shaped(text: str, start: int, end: int, asking: bool = False) -> bool:
    """Return whether a line's text may be a heading: its length, its first and last words, and its signs.

    Args:
        text: the text.
        start, end: the span of the line, without a mark at its end.
        asking: whether the line has such a mark, so that it is no title of a document.
    """
    if not 2 <= end - start <= LONGEST:
        return False
    words = text[start:end]
    if words[-1] in _OPEN or _FOREIGN.search(words) or _NOT_AT_START.match(words):
        return False
    if (
        sum("\u3400" <= c <= "\u9fff" for c in words) * 2 < len(words)
        or words.count("，") + words.count(",") > 2
    ):
        return False
    return HEADING_WORDS.match(words) is not None or not (
        not asking and _NOT_AT_END.search(words) and (len(words) > _SHORT_TYPE or _ORGANS.search(words))
    )
