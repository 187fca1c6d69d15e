"""What a document is: by the end of its title, by the title of what it issues, or by its first words.

>>> find_kind("东川市人民政府关于印发《养老服务规划》的通知"), find_issued_kind("东川市人民政府关于印发《养老服务规划》的通知")
('notice', 'plan')
>>> find_kind("关于2029年预算执行情况和2030年预算草案的报告"), find_kind("施政報告"), find_kind("东川市")
('budget', 'report', None)
>>> find_kind_of_opening("来文收悉。经研究，现批复如下：同意设立。"), find_kind_of_opening("加强服务。")
('reply', None)
"""

from collections.abc import Sequence
from typing import get_args

from policytext.model.front_matter import DocumentKind
from policytext.text.lazy_patterns import LazyPattern

#: The ends of titles of each kind, in both scripts; the first kind that fits counts.
_ENDS: tuple[tuple[DocumentKind, str], ...] = (
    ("budget", "[预預][决決]?算(?:草案|案)?|[预預]算.{0,30}(?:报告|報告|草案|说明|說明|安排)|[决決]算(?:报告|報告|草案)?|(?:财政|財政)[预預]算案?(?:演[词詞辭辞])?"),
    ("communique", "公报|公報"),
    ("minutes", "纪要|紀要|会议记录|會議紀錄|議事錄|正式紀錄|纪实"),
    ("speech", "讲话|講話|致[辞詞词辭]|演[讲講]|演[辞辭词詞]|发言|發言|[贺賀][词詞辞辭]|[献獻][词詞]|讲稿|談話|谈话|開場發言"),
    ("reply", "批[复覆復]|[答复覆復][复覆復函]|答[复覆復]意[见見]|[复覆復]函"),
    ("notice", "通知|通[报報]"),
    ("order", "命?令"),
    ("announcement", "公告|通告|公示|公布|告知书"),
    ("letter", "函|公開信|公开信"),
    ("decision", "决定|決定|决议|決議|裁定"),
    ("standard", "[标標][准準]|[规規]范|規範|技术规程|技術規程|指南|指引|导则|導則|技术要求|指标体系|指標體系|编码|編碼"),
    ("plan", "[规規][划劃]|[纲綱]要|[计計][划劃畫]|方案|(?:工作|任务|任務|改革|建设|建設|重点)要点|行[动動]|任务分工|分工方案|民生[实實]事|[实實]事|施政(?:方[针針]|重[点點])|重点任务|重点工作|工作安排|路[线線][图圖]|[蓝藍][图圖]|目标任务"),
    ("report", "[报報]告|[报報]告[书書]|总结|總結|白皮[书書]|年[报報]|[汇匯彙][报報]|情况|情況|概况|述职|蓝皮书|综述|進度|辦理情形"),
    ("opinion", "意[见見]|措施|政策|建[议議]|倡[议議]|若干[条條]|十[条條]"),
    ("law", "法|法典|[条條]例|[规規]定|[办辦]法|[细細][则則]|[规規][则則]|解[释釋]|章程|准[则則]|準則|[规規]程|[宪憲]法|修正案|修正草案|[编編]制表|[组組][织織][条條]例|要[点點]|原[则則]|通[则則]|[条條][约約]|[协協]定|公[约約]|制度|守[则則]|[编編]|須知|注意事項"),
)  # fmt: skip
_NOTE = r"(?:[（(〔\[][^（）()〔〕]{1,40}[)）〕\]]|[》”\"]){0,3}"
_KINDS = LazyPattern(
    "(?:" + "|".join(f"(?P<{kind}>.*(?:{words}))" for kind, words in _ENDS) + f"){_NOTE}$", 16
)
#: A title that goes on behind its type: 施政报告：结语, 计划—数字政府.
_TAIL = LazyPattern(r"[—–―：:‒-].*$")
#: What a notice, an order or a decision issues, by its title.
_ISSUED = LazyPattern(
    r"(?:印发|印發|发布|發布|公布|转发|轉發|批转|批轉|颁布|頒布|施行|实施|下达)(?P<name>.{2,120}?)的?(?:通知|决定|決定|公告|通告|函|令)"
)
#: What the first lines of a document without a title say of it.
_OPENINGS: tuple[tuple[DocumentKind, str], ...] = (
    ("reply", "收悉.{0,120}(?:批复|批覆|答复|答覆|函复|复函)如下"),
    ("report", "(?:各位代表|主席团)[：:,，].{0,200}(?:报告|報告)|(?:向大会|向大會|大会).{0,12}(?:作|报告).{0,12}(?:报告|工作)"),
    ("notice", "(?:通知|通报|通報)如下|(?:印发|印發|转发|轉發)给你们|印发给你单位"),
    ("announcement", "(?:公告|通告|公示)如下|特此公告|现予以?(?:公告|公示)"),
    ("decision", "(?:决定|決定)(?:批准|如下)|会议(?:决定|同意|号召)|會議(?:決定|同意)"),
    ("opinion", "提出(?:以下|如下)(?:意见|意見|指导意见|实施意见)"),
    ("law", "第[一1]\\s?[条條][^。]{0,200}(?:制定|訂定|特制定)(?:本|之)"),
    ("standard", "本(?:标准|標準|规范|規範|文件)(?:规定了|規定了|适用于|適用於|由)"),
    ("speech", "^\\s*(?:主席|各位|同志们|同志們|朋友们|女士们|尊敬的|代理主席|議長)[^。\\n]{0,40}[，,：:！!]"),
)  # fmt: skip
_OPENING = tuple((kind, LazyPattern(words, 16)) for kind, words in _OPENINGS)
_REACH = 1_500
KINDS: Sequence[DocumentKind] = get_args(DocumentKind)


def find_kind(title: str) -> DocumentKind | None:
    """Return what a document of a title is, None where its end does not say it."""
    match = _KINDS.fullmatch(title) or _KINDS.fullmatch(_TAIL.compiled.sub("", title))
    if match is None or match.lastgroup is None:
        return None
    return next(kind for kind in KINDS if kind == match.lastgroup)


def find_issued_kind(title: str) -> DocumentKind | None:
    """Return what it is that a notice of a title issues, None where it issues nothing or that is not known."""
    match = _ISSUED.search(title)
    return find_kind(match["name"].strip("《》“”的")) if match is not None else None


def find_kind_of_opening(text: str) -> DocumentKind | None:
    """Return what a document without a title is, by its first sentences."""
    opening = text[:_REACH]
    return next((kind for kind, pattern in _OPENING if pattern.search(opening)), None)
