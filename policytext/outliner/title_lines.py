"""Which lines are, or may be, a part of a title.

>>> [is_title_line(words) for words in ("东川市养老服务条例", "第二节　决定", "现在，我代表政府提出意见", "保障措施")]
[True, False, False, False]
>>> is_title_line("关于开展数据普查的情况"), is_anchor("东政发〔2030〕8号"), is_anchor("2030年6月1日东川市人大常委会通过")
(True, True, True)
"""

from policytext.outliner.heading_words import HEADING_WORDS
from policytext.outliner.organs import read_organs
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import HAN_NUMERALS

#: The types of document as a title ends, in both scripts.
_TYPES = (
    "决议 決議 决定 決定 命令 令 公报 公報 公告 通告 意见 意見 通知 通报 通報 报告 報告 请示 批复 批覆 议案 議案 函 纪要 紀要 规划 規劃 纲要 綱要 计划 計劃 計畫"
    " 方案 办法 辦法 条例 條例 规定 規定 规则 規則 细则 細則 措施 制度 标准 標準 解释 解釋 章程 规程 規程 準則 准则 指南 规范 規範 要点 要點 法 白皮书 宪法"
    " 答复 答覆 修正案 法典 编制表 編制表 预算案 預算案 草案 公约 宣言"
)
KIND = "|".join(_TYPES.split())
#: Types that also end headings and captions: only a long line near the top is a title.
_WEAK_TYPES = "说明 說明 总结 總結 讲话 講話 演辞 演辭 演词 演詞 演说 演說 谈话 談話 致辞 致詞 发言 清单 清單 名单 名單 手册 手冊 须知 守则 指引 指标 指標 情况 情況 倡议 声明 聲明 建议 建議 方针 方針 重点 重點 契约 契約 安排 要览 目录 目錄"
_WEAK = "|".join(_WEAK_TYPES.split())
NOTE = r"(?:[（(〔][^（）()〔〕]{1,30}[)）〕]){0,2}"
_TITLE = LazyPattern(
    rf"[^。；;！!？?|]{{0,100}}(?:{KIND}){NOTE}$|[^。；;，,！!？?|]{{0,40}}(?:关于|關於|關于)[^。；;！!？?|]{{4,80}}的[\u4e00-\u9fff]{{1,4}}{NOTE}$"
)
# A title goes on behind its type after a dash: 施政报告——结语.
_WEAK_TITLE = LazyPattern(
    rf"(?=.{{9}})[^。；;！!？?|：:，,]{{2,60}}(?:{_WEAK}){NOTE}$"
    rf"|(?=.{{6}})[^。；;！!？?|：:，,、]{{0,60}}(?:{KIND}|{_WEAK})[（(：:—–―‒-][^。；;！!？?|]{{1,40}}$"
)
_NOT_TITLE = LazyPattern(
    r"[：:，,、]$|^[（(〔]|^(?:来源|來源|发布|當前|当前|您的|索引|时间|時間|关键词|標題|标题|附件?[\d一二三四五六七八九十]?[：:])|[>|]|^\d{4}年.*日.*[过過正布]"
    # A line with an enumerator, of a contents page, or of a list is none.
    rf"|^第[{HAN_NUMERALS}\d]+(?:分?[编編]|[章节節条條款项項]|部分)|^[（(]?[{HAN_NUMERALS}]{{1,4}}[)）]?[、.．]|^[（(]?\d{{1,3}}(?:[)）.．、]|\s)|^[-—–―·•●■◆]"
    # Nor is a sentence of the text.
    r"|^(?:现[在将將就予把]|[為为]了|[为為](?:深入|进一步|貫|贯|加|规范|推|全|切|认|落|做|确|充|更)|根据|根據|依照|按照|[经經](?![济濟营營贸貿纪紀])|我|你|您|请|請|各|对于|由于|通过|通過|以上|以下|本[条條市省县縣区區])"
    r"|[我你您].{0,8}[，,]|[，,].{0,12}[我你您]|：.*。|请审议|請審議|提请|印发给"
)
#: Shorter than other titles.
SHORT_CODES = frozenset(["民法", "刑法", "宪法", "憲法"])
_SHORT_TITLE = 3
_LONG_TITLE = 110

#: A title on one line with the text behind it.
COLLAPSED_TITLE = LazyPattern(
    r"\s*(?:[\u4e00-\u9fff]{1,14}[〔\[（(【](?:19|20)\d\d[〕\]）)】]\s?第?\d{1,5}[号號]\s*)?"
    rf"([^。；！？\n：:]{{6,120}}?(?:{KIND}){NOTE})(?=[ \u3000]|[\u4e00-\u9fff]{{2,8}}[〔\[（(](?:19|20)\d\d|各[\u4e00-\u9fff]{{1,12}}[、，：（(])"
)
#: The first line of a title, complete or not: a body, then what it does.
OPENS = LazyPattern(
    r"(?:关于|關於|關于)(?!我们|我們|本站|网站)|印发|印發|转发|轉發|批转|批轉|^[\u4e00-\u9fff、]{0,30}(?:对|對).{0,40}(?:会议|會議|提案|建议)"
    r"|^(?:中共|中华|中華|国务院|國務院)"
)
#: A title that has its beginning on its own line.
COMPLETE = LazyPattern(
    r"(?!关于|關於|印发|印發|转发|轉發|批转|批轉)[^，]{2,60}?(?:关于|關於|關于|印发|印發|转发|轉發|批转|批轉)|(?:中共|中华|中華)"
)
#: The end of a line that cannot end a title.
CONTINUES = LazyPattern(r"(?:[和与與及暨、的]|以及|关于|關於|印发|发展|發展|实施|實施)$")
#: The beginning of a line that cannot begin one.
DANGLING = LazyPattern(
    rf"^(?:第[{HAN_NUMERALS}]+个五年|[和与與及暨的]|以及|试点|(?:实施|工作|行动|指导|管理|若干|暂行)?(?:{KIND}|{_WEAK})(?:的|$))"
)
#: The rest of a title below the line with its type: 的通知, （2026—2030年）, （试行）.
REST = LazyPattern(
    rf"的(?:{KIND})|[（(][^（）()。，]{{0,14}}(?:年|试行|試行|草案|修订|修訂|修正|暂行|稿|本|版)[）)](?:的(?:{KIND}))?"
)
#: A part of a code below its title: 侵权责任编.
PART = LazyPattern(r"[\u4e00-\u9fff]{2,12}[编編]")
#: A page that begins with its title twice, on one line.
REPEATED = LazyPattern(r"([^\n]{8,100}?)[ \u3000|]+\1(?![^ \u3000|\n])")
#: The title in YAML front matter.
MATTER = LazyPattern(r"---\n(?:[^\n]+\n){0,12}?title: *[\"']?([^\n\"' ][^\n\"']{2,100}?)[\"']? *\n")
#: A title whose bodies may stand above it, each on its line.
JOINT = LazyPattern(r"^(?:关于|關於|印发|印發|转发|轉發|批转|批轉|(?:对|對).{2,40}(?:会议|會議|提案|建议))")
#: The line with a dash below a title.
SUBTITLE = LazyPattern(
    r"^[—–―-]{1,3}\s*(?![—–―\s-])(?![\d〇○一二三四五六七八九十零]{4}年)[^。；;！!？?]{4,60}$"
)

#: A document number: 国发〔2030〕8号.
NUMBER = LazyPattern(
    r"[\u4e00-\u9fff]{2,14}(?:[〔\[（(【［]|\s)\s?(?:19|20)\d{2}\s?(?:[〕\]）)】］]|年)?\s?第?\s?\d{1,5}\s?[号號]"
)
_ORDER_NUMBER = LazyPattern(
    rf"(?:[\u4e00-\u9fff]{{2,30}}令?)?\s*(?:[（(]\s*)?第\s*[\d{HAN_NUMERALS}]{{1,7}}\s*[号號]\s*[)）]?"
)
_DATE_LINE = LazyPattern(
    r"^[—–―\-（(\s]{0,4}(?:\d{1,2}[.．])?(?:(?:中華)?民國)?[\d〇○零一二三四五六七八九十百]{2,6}\s*年[\d一二三四五六七八九十\s]{1,4}月[\d一二三四五六七八九十\s]{1,5}日"
    r".{0,120}?(?:通过|通過|公布|发布|發布|公佈|修订|修正|批准|制定|訂定|施行|会议上|會議上|会議上|大会上|大會上|全会上|號|令)"
)
#: A line of the page around a text, or a line of the text: no part of a title.
_NOT_PLAIN = LazyPattern(
    r"[。；;！!？?：:|>＞]|\d\s*日$|[一二三四五六七八九十]日$|^[（(【\[]|^\d{1,4}$|^(?:首页|下载|打印|收藏|分享|全屏|关闭|返回|字号|目录|目\s*录|附件)|[府会會厅廳局委部办辦室院]文件$|^[-*=_·.]+$|[,，、]$|\d{4}[-/.]\d"
)


def is_title_line(words: str) -> bool:
    """Return whether a line may be the end of a title: by its length, its type of document, and what it does not have."""
    if not _SHORT_TITLE <= len(words) <= _LONG_TITLE or not _TITLE.match(words):
        return False
    return not _NOT_TITLE.search(words) and not HEADING_WORDS.match(words)


def is_weak_title_line(words: str) -> bool:
    """Return whether a line near the top may be a title whose type also ends headings."""
    if len(words) > _LONG_TITLE or not _WEAK_TITLE.match(words):
        return False
    return not _NOT_TITLE.search(words) and not HEADING_WORDS.match(words)


def is_number_line(words: str) -> bool:
    """Return whether a line is the number of a document or an order, and nothing else."""
    bare = words.strip("（()）")
    return len(words) <= 60 and bool(NUMBER.fullmatch(bare) or _ORDER_NUMBER.fullmatch(bare))


def is_anchor(words: str) -> bool:
    """Return whether a line is what stands below titles: a document number, a note of adoption, a session line."""
    return len(words) <= 160 and bool(_DATE_LINE.match(words) or NUMBER.fullmatch(words.strip("（()）")))


def is_plain_line(words: str) -> bool:
    """Return whether a line may be a part of a title that has no mark of one."""
    return 2 <= len(words) <= 60 and not _NOT_PLAIN.search(words) and not _NOT_TITLE.search(words + " ")


def is_organ_line(words: str) -> bool:
    """Return whether a line only names bodies."""
    return bool(read_organs(words))
