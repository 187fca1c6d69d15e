"""Words that are never suggested and never replaced: places, countries, bodies, levels, times, negations and numbers.

Whether 不得 or 可得, 省 or 县, 二 or 三 was meant, only the author knows: the words around make one of them more probable, but
a wrong suggestion changes what the text says. Such a suggestion is dropped, even where it happens to be right.

>>> is_protected_change("全县范围内试运行", 1, 2, "省"), is_protected_change("市政俯工作", 2, 3, "府")
(True, False)
>>> is_protected_change("紧紧扭住战略基点", 2, 3, "抓")
True
>>> is_protected_change("委员会僅得列席", 3, 4, "不"), is_protected_change("今年是中匈建交", 4, 5, "心")
(True, True)
"""

from functools import cache

#: Characters that no suggestion adds or removes.
_NEGATIONS = "不未无非没勿莫毋否"
_NUMBERS = "〇零一二三四五六七八九十百千万亿兆两双几廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
_PROVINCES = "沪渝冀豫皖鲁湘鄂桂粤琼黔滇浙赣闽陕晋京津辽"
_NEVER = frozenset(_NEGATIONS + _NUMBERS + _PROVINCES)
#: Groups of characters that no suggestion exchanges for one another; each is also part of other words.
_OTHER_PROVINCES = "云黑苏新青宁川吉贵藏蒙甘港澳台疆"
_GROUPS = (
    # short names of provinces and countries
    _PROVINCES
    + _OTHER_PROVINCES
    + "中美英法德日俄印韩朝越老柬泰缅马菲尼巴阿匈波捷意西葡荷比瑞丹挪芬希土埃南加墨智秘哥古乌哈塔白格亚以伊叙黎卡斯",
    # levels and kinds of areas
    "省市县区乡镇村州盟旗国地街郡里邻邨",
    # bodies and posts
    "委局部厅院署科处股会府司所站办室组队团党政校课院议",
    # directions
    "东西南北中上下前后内外左右",
    # times
    "年月日周旬季时分秒天晨晚早夜初末昨今明",
    # units
    "元角分斤吨克米里亩顷升尺寸户人个件家",
)
# Short names of countries beside 中, which name its relations with them: 中匈, 中多, 中斯.
_COUNTRIES = frozenset(
    "美英法德日俄印韩朝越老柬泰缅新马菲尼巴阿匈波捷意西葡荷比瑞丹挪芬希土埃南加墨智秘哥古乌哈塔吉白格以伊叙黎卡斯多"
    "蒙欧非拉东文孟不黑塞克罗保冰爱奥立摩突苏利肯坦赞津安刚喀加贝科几毛乍厄萨危洪尼委圭牙汤斐所密瓦"
)
# What stands before the short name of a province: 驻甘部队, 援青干部.
_BEFORE_PROVINCES = frozenset("驻援赴入来在全出进离返抵")
_PROVINCE_NAMES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 "
    "青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
)
#: Words that the texts of the model have too seldom: of recent years, of Hong Kong, of other trades.
_KEPT_WORDS = [
    "痛点",
    "堵点",
    "卡点",
    "数智",
    "扭住",
    "游离",
    "市县",
    "发震",
    "港铁",
    "之所急",
    "声请",
    "加开",
    "印发",
]
_SUFFIXES = "省市县区旗州盟"
_LONGEST = 8


@cache
def _load_kept_names() -> frozenset[str]:
    """Load the names of places, with the level and without it, and the words that are kept."""
    from policytext.text.facts import load_places

    names = {*load_places(), *_PROVINCE_NAMES.split(), *_KEPT_WORDS}
    stems = {name.rstrip(_SUFFIXES) for name in names}
    return frozenset(names | {stem for stem in stems if len(stem) > 1})


def is_protected_change(text: str, start: int, end: int, new: str) -> bool:
    """Return whether a suggestion changes a word that only the author can know.

    Args:
        text: the folded text.
        start, end: the place.
        new: the suggestion for it.
    """
    old = text[start:end]
    changed = {*old} ^ {*new}
    if changed & _NEVER:
        return True
    pairs = list(zip(old, new, strict=False)) if len(old) == len(new) else []
    if any(a != b and a in group and b in group for a, b in pairs for group in _GROUPS):
        return True
    if any(sign in _COUNTRIES for sign in old) and "中" in text[max(start - 1, 0) : end + 1]:
        return True
    if old[0] in _OTHER_PROVINCES and text[max(start - 1, 0) : start] in _BEFORE_PROVINCES:
        return True
    return _is_in_kept_name(text, start, end)


def _is_in_kept_name(text: str, start: int, end: int) -> bool:
    """Return whether [start, end) overlaps the name of a place or a word that is kept."""
    names = _load_kept_names()
    return any(
        text[first:last] in names
        for first in range(max(0, end - _LONGEST), end)
        for last in range(max(start, first) + 1, min(first + _LONGEST, len(text)) + 1)
    )
