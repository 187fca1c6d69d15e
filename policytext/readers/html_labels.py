"""The words with which government sites state facts about a page and surround its text, and how they are read.

>>> read_pairs("索 引 号：000014349/2026-00012 | 主题分类： | 商贸")
[('索引号', '000014349/2026-00012'), ('主题分类', '商贸')]
>>> read_pairs("来源：市政府办公室 发布时间：2026-05-06 浏览次数：123次 【字体：大 中 小】 打印")
[('来源', '市政府办公室'), ('发布时间', '2026-05-06'), ('浏览次数', '123次')]
>>> read_pairs("来源：各单位应当说明经费来源。"), read_pairs("主要目标：到2030年建成。")
(None, None)
>>> is_chrome("【打印本页】 【关闭窗口】"), is_chrome("当前位置：首页 > 政务公开"), is_chrome("打印机配备标准")
(True, True, False)
"""

from policytext.text.lazy_patterns import LazyPattern

#: What each label states; "" for what no document needs.
_LABELS = {
    "title": "标题 標題 名称 文件名称 信息名称",
    "issuer": "发文机关 发布机构 发布机关 发文单位 制发机关 发文部门 发布单位",
    "source": "来源 信息来源 文章来源 稿件来源 资料来源 資料來源",
    "document_number": "发文字号 文号 发文文号 文件编号 文件文号 发布文号 發文字號 文號",
    "date": "成文日期 发文日期 成文时间 生成日期 印发日期",
    "published": "发布日期 发布时间 公开日期 發布日期 發佈日期 发表时间 时间 日期 更新时间 更新日期 更新時間 修訂日期",
    "": "索引号 索引编号 信息索引号 信息索引 主题分类 分类 主题词 主题 公文种类 文种 体裁分类 组配分类 服务对象 公开方式 公开范围 公开形式 公开主体 公开时限"
    " 有效性 效力状态 是否有效 时效性 生效日期 实施日期 失效日期 废止日期 作者 编辑 责任编辑 审核 责编 关键词 信息类别 栏目 内容概述 内容分类 概述"
    " 浏览次数 浏览量 点击数 点击量 点击率 访问量 阅读次数 阅读量 阅读 浏览 點閱數 點閱次數 瀏覽人次 發布單位 維護單位",
}
LABELS = {label: field for field, labels in _LABELS.items() for label in labels.split()}
#: Facts that a text states about its own tables and figures too: alone on a line they say nothing about the page.
_COMMON = (
    "标题 標題 名称 来源 时间 日期 主题 分类 作者 编辑 审核 概述 栏目 阅读 浏览 关键词 资料来源 資料來源"
)
COMMON = frozenset(_COMMON.split())
#: Counters, which no text has.
COUNTERS = LazyPattern(
    r"(?:浏览|阅读|点击|访问|瀏覽|點閱)(?:次数|次數|人次|总数|量|数|數|率)?[：:]?\s?\d{0,9}\s?次?"
)
_BY_LENGTH = sorted(LABELS, key=len, reverse=True)
_LABEL = LazyPattern(
    rf"(?<![\u4e00-\u9fff])({'|'.join(r'[ 　]?'.join(label) for label in _BY_LENGTH)})[ 　]?[：:]"
)
_MAX_LINE = 400  # characters
_MAX_VALUE = 120
_SPACES = " \u3000\t|｜"

#: Words of buttons and links around a text; a line of nothing else is not text.
_BUTTON_WORDS = (
    "打印 打印本页 打印此页 打印页面 打印文章 我要打印 关闭 关闭窗口 关闭本页 关闭页面 分享 分享到 分享至 分享文章 微信 微博 新浪微博 腾讯微博 QQ空间 QQ好友 QQ 朋友圈 微信好友"
    " 收藏 收藏本页 我要收藏 加入收藏 推荐 我要纠错 纠错 大 中 小 字号 字体 字体大小 文字大小 放大 缩小 默认 大字 小字 返回 返回顶部 回到顶部 返回首页 返回列表 返回上页 首页 TOP"
    " 无障碍浏览 无障碍 繁体版 繁體版 简体版 列印 友善列印 轉寄 轉寄友人 回上一頁 回上頁 回首頁 回頂端 字級 分享至臉書 Facebook LINE Line 跳到主要內容區塊 跳到主要內容區 跳到主要內容"
    " 返回頁首 字型大小 下载文字版 下载图片版 文字版 图片版 听全文 语音播报 扫一扫 相关链接 相关附件下载 上一篇 下一篇 上一条 下一条 没有了 没有 无"
)
_BUTTONS = frozenset(_BUTTON_WORDS.split())
_PARTS = LazyPattern(r"[\s|｜【】\[\]（）()：:/·、,，]+")
_CHROME = LazyPattern(
    r"(?:当前|您现在的|您的|您所在的|你的|您现在所在的|现在|您當前的)?(?:位置|所在位置|当前位置)[：:].*"
    r"|(?:目前位置|現在位置|您的位置)[：:]?.*"
    r"|(?:首页|首頁|网站首页)\s*(?:[>»›＞/→-]|&gt;).*"
    r"|(?:上|下)一(?:篇|条|页|條|則|则|頁)\s*[：:].*"
    r"|扫(?:一扫|描|码).{0,20}(?:打开|查看|阅读|浏览|分享|关注|页).{0,12}"
    r"|.{0,6}手机(?:上)?(?:打开|浏览|查看|扫).{0,8}页.{0,4}|用微信.{0,12}扫.{0,20}"
    r"|:{3}|版权所有.*|Copyright.*|©.*|.{0,30}ICP备.{0,40}|.{0,20}公网安备.{0,30}|网站标识码.*"
)
#: The head of a list of links, which ends at the first line that is none.
LINK_LIST = LazyPattern(
    r"(?:相关(?:链接|文档|文件|稿件|解读|阅读|新闻|政策|信息|附件|内容|推荐)|附件下载|文件下载|政策解读|图解|延伸阅读|相關(?:連結|檔案|資料)|附加檔案)[：:]?"
)


def read_pairs(text: str) -> list[tuple[str, str]] | None:
    """Return the labels and values of a line of facts about the page, None where it is any other line.

    Args:
        text: the line.
    """
    if len(text) > _MAX_LINE:
        return None
    if " | " in text:
        return _read_row(text.split(" | "))
    found = list(_LABEL.finditer(text))
    if not found or not _is_buttons(text[: found[0].start()]):
        return None
    pairs = []
    for label, following in zip(found, [*found[1:], None], strict=True):
        value = text[label.end() : following.start() if following else len(text)]
        pairs.append(("".join(label[1].split()), _strip_buttons(value)))
    return pairs if all(_is_value(value) for _, value in pairs) else None


def _read_row(cells: list[str]) -> list[tuple[str, str]] | None:
    """Return the pairs of a row in which labels and values alternate."""
    pairs: list[tuple[str, str]] = []
    label: str | None = None
    for cell in cells:
        bare = "".join(cell.split()).rstrip("：:")
        if bare in LABELS and label is None:
            label = bare
        elif label is not None:
            pairs.append((label, cell.strip(_SPACES)))
            label = None
        elif bare:
            inside = read_pairs(cell) if " | " not in cell else None
            if inside is None:
                return None
            pairs += inside
    if label is not None:
        pairs.append((label, ""))
    return pairs if pairs and all(_is_value(value) for _, value in pairs) else None


def _is_value(value: str) -> bool:
    return len(value) <= _MAX_VALUE and not any(stop in value for stop in "。；！？")


def _is_buttons(text: str) -> bool:
    return all(part in _BUTTONS for part in _PARTS.split(text) if part)


def _strip_buttons(value: str) -> str:
    """Return a value without the buttons that follow it on its line."""
    words = value.split()
    while words and all(part in _BUTTONS for part in _PARTS.split(words[-1]) if part):
        words.pop()
    return " ".join(words).strip("【[（( |｜")


def is_chrome(text: str) -> bool:
    """Return whether a line is buttons, a path of links, a counter or the like, and no text."""
    if len(text) > _MAX_LINE:
        return False
    if _CHROME.fullmatch(text) or COUNTERS.fullmatch(text.strip("【】[]（）()")):
        return True
    parts = [part for part in _PARTS.split(text) if part]
    # 无 and 大 alone may be the content of a cell.
    certain = len(parts) > 2 or any(len(part) > 2 or part in ("打印", "关闭", "列印") for part in parts)
    return certain and _is_buttons(text)
