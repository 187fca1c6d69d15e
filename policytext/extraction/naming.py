"""What a figure is the figure of: the words in front of it, or behind it where a deed or nothing stands in front.

>>> in_front("2020年,全国数字经济核心产业增加值占GDP比重达到")
'全国数字经济核心产业增加值占GDP比重'
>>> behind("个老旧小区改造,惠及")
'老旧小区改造'
"""

import re

_LEAD = re.compile(
    r"^(?:[,、;和及与并同(]|但是?|不得?(?:超过|少于|低于|高于)|其中|另有|同时|此外|还有|预计|力争|争取|确保|努力|实现|推动|保持(?!率)|要|将|应当?|须|使|让|全年|每年|年均|到时|[一二三四五六七八九十]是|[一二三四五六七八九十]要|截[至止]|到|至|在|从|自|于|“|—+|[-•·●]|"
    r"(?:(?:18|19|20)\d\d年?(?:底|末|初|\d{1,2}月(?:\d{1,2}日)?)?(?:前|以来|以前|期间|的)?)|“?十[一二三四]?五”?(?:时期|期间|末|以来)?|[一二][九〇零○][一二三四五六七八九〇零○]{2}年的?|(?:[一二两三四五六七八九十]|\d{1,2})年(?:内|间|来)?(?![级期制生])|今年|去年|上年|本年|年底前?|\s|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[.、])+"
)
_TRAIL = re.compile(
    r"(?:[,:(之]|达到|达成|达|到|至|为|是|占|约|近|超|了|已|将|可望|可|有望|预计|均|各|共|合计|总计|累计|分别|实现|保持在|稳定在|控制在|维持在|不得低于|不得超过|不得少于|低于|高于|少于|最高|最低|限额|不能超过|不高于|不低于|不少于|超过|突破|完成|增长|增加|递增|提高|提升|上升|新增|下降|降低|减少|压减|缩短|压缩|缩小|精简|扩大|年均|同比|比上年|较上年|比去年|以上|有|的|至少|仅|“|幅度|逆势|平均|每年|又|再|率先)+$"
)
_COMPARISON = re.compile(
    "[比较](?:上年|去年|\\d{4}年|上年同期|前五年|“十[一二三四]?五”)[^,]{0,4}$|(?:与|同)\\d{4}年相?比[^,]{0,6}$"
)
_MODAL = re.compile("应当|必须|不得(?![低高少多超])|应(?!急|用|对|税|届|收)|须(?!知)")
_BEHIND = re.compile(r"[^,。;:、()\n\d]{1,24}")
_OF = re.compile("^的")
_LONGEST = 40


def in_front(words: str) -> str:
    """The name that ends before a figure, of the clause's words up to it."""
    name = words.rpartition(",")[2] if "," in words else words
    name = _MODAL.split(name)[-1] or name
    for _ in range(3):
        name = _TRAIL.sub("", _COMPARISON.sub("", name))
    name = _LEAD.sub("", name)
    return name.strip(" 　")[-_LONGEST:]


def behind(words: str) -> str:
    """The name that begins behind a figure's unit."""
    found = _BEHIND.match(words.lstrip("个"), 1 if _OF.match(words) else 0)
    return found[0].strip() if found else ""
