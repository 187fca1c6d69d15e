"""What a figure is the figure of: the words in front of it, or behind it where a deed or nothing stands in front.

>>> in_front("2020年,全国数字经济核心产业增加值占GDP比重达到")
'全国数字经济核心产业增加值占GDP比重'
>>> behind("个老旧小区改造,惠及")
'老旧小区改造'
"""

from policytext.extraction.place import Place
from policytext.extraction.vocabulary import Vocabulary
from policytext.text.patterns import compiled

_SUBJECT = 24  # characters of a subject that is a clause of its own
_DIGIT = compiled(r"\d")
_AND = compiled("[、和及与]|以及")
_JOINED = compiled("[和与及、或]|以及")
_VALUES = compiled(r"\d[\d.,]*")
_PLACE = ("率", "量", "额", "数", "单位", "用地")
_DEEDS = 3  # deeds before what is counted
_SHORTEST = 2  # characters of the shortest name
_SHORT = 4  # characters of a word that shares its ending with another one
_TOTAL = compiled("累计|已经?|建成|共(?=[建设新有开完])|总共|又|再|建有|设有|拥有|开展了?|完成")
_NOUN = compiled(r"[^\W\d_]|[“(]")
_ENDED = compiled(
    "[以左及或之]|的?(?:增长|提高|下降)|进行|开展|提供"
    # 维持在3.5%的低水平: what is so high or low stands in front.
    r"|的(?:[较更][高低快慢]|[高低中]|合理|历史|平均)?(?:水平|速度|增速|高位|低位|区间)(?!\w)"
)
#: Units that measure and count no things.
MEASURED = frozenset(("%", "‰", "元", "美元", "倍", "个百分点"))
_LEAD = compiled(
    r"^(?:[,、;和及与并同]|\((?![一二三四五六七八九十\da-z]{1,3}\))|但是?|不得?(?:超过|少于|低于|高于)|其中|另有|同时|此外|还有|预计|力争|争取|确保|努力|实现|推动|保持(?!率)|要|将|应当?|须|使|让|全年|每年|年均|到时|原则上|[一二三四五六七八九十]是|[一二三四五六七八九十]要|截[至止]|到|至|在|从|自|于|“|—+|[-•·●]|"
    r"(?:(?:18|19|20)\d\d年?(?:底|末|初|\d{1,2}月(?:\d{1,2}日)?)?(?:前|以来|以前|期间|的)?)|“?十[一二三四]?五”?(?:时期|期间|末|以来)?|[一二][九〇零○][一二三四五六七八九〇零○]{2}年的?|(?:[一二两三四五六七八九十]|\d{1,2})年(?:内|间|来)?(?![级期制生])|今年|去年|上年|本年|年底前?|\s|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\((?:\d{1,2}|[a-z])\)|\d{1,2}[.、])+"
)
_TRAIL = compiled(
    r"(?:[,:(之]|达到|达成|达|到|至|为|是|占|约|近|超|了|已|将|可望|可|有望|预计|均|各|共|合计|总计|累计|分别|实现|保持在|稳定在|停留在|徘徊在|连续[一二三四五六七八九十\d]+年|应?维持|保持|原则上|(?<![支供响反对效适相])应当?|必须|以(?=$)|控制在|维持在|不得低于|不得超过|不得少于|低于|高于|少于|最高|最低|限额|不能超过|不高于|不低于|不少于|超过|突破|完成|增长|增加|递增|提高|提升|上升|新增|下降|降低|减少|压减|缩短|压缩|缩小|精简|扩大|年均|同比|比上年|较上年|比去年|以上|有|的|至少|仅|“|幅度|逆势|平均|每年|又|再|率先|(?:将?会)?(?<![净实压])[增降]|(?<!公)升)+$"
)
_COMPARISON = compiled(
    # 普及率于民国116年达: the date between a name and its figure, which the figure's date is read from.
    "(?<=.)[于在到至](?:民国|公元)?\\d{2,4}年(?:年?[底末初])?以?前?$|[比较](?:上年|去年|\\d{4}年|上年同期|前五年|“十[一二三四]?五”)[^,]{0,4}$|(?:与|同)\\d{4}年相?比[^,]{0,6}$"
)
_MODAL = compiled("应当|必须|不得(?![低高少多超])|应(?!急|用|对|税|届|收)|须(?!知)")
_BEHIND = compiled(r"[^,。;:、()\n\d]{1,24}")
_OF = compiled("^的")
_LONGEST = 40


def in_front(words: str) -> str:
    """The name that ends before a figure, of the clause's words up to it."""
    name = words.rpartition(",")[2] if "," in words else words
    behind_modal = _MODAL.split(name)[-1]
    # 差距应维持五倍以上: behind the modal verb stands no name.
    return _bare(behind_modal) or _bare(name)


def _bare(name: str) -> str:
    for _ in range(3):
        name = _TRAIL.sub("", _COMPARISON.sub("", name))
    bare = _LEAD.sub("", name).strip(" 　")
    # “一网通办”事项: the quotation mark belongs to the name if its partner does.
    name = "“" + bare if bare.count("”") > bare.count("“") and f"“{bare}" in name else bare
    if name.endswith("”") and "“" not in name:
        name = name[:-1]
    return name[-_LONGEST:]


def behind(words: str) -> str:
    """The name that begins behind a figure's unit."""
    found = _BEHIND.match(words.lstrip("个"), 1 if _OF.match(words) else 0)
    return found[0].strip() if found else ""


def named(text: str, place: Place, head: str, words: Vocabulary, last: str) -> tuple[str, int]:
    """The indicator's name, and how far the statement reaches.

    Args:
        text: the text that is read.
        place: the figure in its surroundings.
        head: the words of its clause in front of it.
        words: the vocabulary.
        last: the name of the figure before, which holds where this one has none.
    """
    figure = place.figure
    tail = text[figure.last : place.clause[1]]
    share = figure.unit in ("%", "‰") and tail.startswith("的")
    counting = figure.unit not in MEASURED and not figure.rank and "/" not in figure.unit
    if (share or counting) and _NOUN.match(tail) and not _ENDED.match(tail):
        name = behind(tail)
        if name:
            at = tail.find(name)
            return name, figure.last + at + len(name)
    name = _paired(text, place) or in_front(head)
    name = _thing(name, words) if counting else name
    if not name or words.limits.match(name):
        name = _clause_before(text, place, words) or name
    return name or last, figure.last


def _clause_before(text: str, place: Place, words: Vocabulary) -> str:
    """The name that stands in a clause of its own: 保险费率,以百分之六为上限."""
    end = place.clause[0] - 1
    if text[end : end + 1] != ",":
        return ""
    start = max(place.sentence[0], text.rfind(",", place.sentence[0], end) + 1)
    clause = text[start:end]
    if not _SHORTEST <= len(clause) <= _SUBJECT or words.verbs.match(clause) or _DIGIT.search(clause):
        return ""
    return in_front(clause)


def _thing(name: str, words: Vocabulary) -> str:
    """What is counted, without the deeds that bring it about: 新建改建养老机构."""
    for _ in range(_DEEDS):
        verb = words.verbs.match(name) or words.adding.match(name) or _TOTAL.match(name)
        if verb is None or len(name) - verb.end() < _SHORTEST or name.startswith(_PLACE, verb.end()):
            break
        name = name[verb.end() :].lstrip("了")
        joined = _JOINED.match(name)
        # 新建和改造公路: the second deed, too.
        if joined and words.verbs.match(name, joined.end()):
            name = name[joined.end() :]
    return name


def _paired(text: str, place: Place) -> str:
    """The name of a figure among several: 城镇和农村居民收入分别增长4.3%、5.5%."""
    start, end = place.clause
    at = text.find("分别", start, place.figure.first)
    if at < 0:
        return ""
    names = _AND.split(in_front(text[start:at]))
    values = _VALUES.findall(text[at:end])
    nth = len(_VALUES.findall(text[at : place.figure.first]))
    if len(names) != len(values) or nth >= len(names):
        return ""
    name, last = names[nth], names[-1]
    # 城镇和农村居民收入: what follows the last of equally long words belongs to each.
    rest = last[len(name) :]
    return name + rest if name is not last and len(rest) > 2 and len(name) < _SHORT else name
