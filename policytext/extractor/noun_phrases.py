"""The noun phrase before a figure: a clause without its dates, its links to the figure, and its opening words.

A clause is read as time, place, subject, link, verb of change, value. What follows the subject is taken off from the right
(普及率|比上年|提高了), what precedes it from the left (到2030年|力争|全市).

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> find_name_before("全国数字经济核心产业增加值占GDP比重达到", cues)
'全国数字经济核心产业增加值占GDP比重'
>>> find_name_before("居民收入比五年前的水平提高了", cues), find_name_before("其中,农民收入增速快于经济增速", cues)
('居民收入', '农民收入增速')
"""

from policytext.extractor.cues import TargetCues
from policytext.text.lazy_patterns import LazyPattern

#: Stands for each character of a date.
DATE = "\x1f"
_SHORTEST = 2  # characters of the shortest name
_LONGEST = 40  # characters of the longest name
_WINDOW = 44  # characters back in which a link to the figure begins
_HAN = "一二三四五六七八九十"
_AFTER_NAME = ",:(之“「『"  # beside the words of `after-name`, and 连续三年
_IN_A_ROW = "连续"
#: Ends of nouns whose last character with 有 seems to be 所有: 从事建筑活动的场所有(1178间).
_SITES = ("场所", "处所", "诊所", "院所", "住所", "会所", "厕所", "究所", "务所", "易所", "出所")

# Templates: a slot in braces stands for the words of that list in `rules/targets`.
# 于2030年底, 2030年期间的: a date between a name and its figure.
_DATED = rf"(?:[于在到至由从自比较]|截至|截止)?(?:民国|公元)?{DATE}+(?:的?(?:同期|期间|时期|以来|或?以?前|或?之前|[期末底内时起]|初(?!步)))?止?的?$"
# 住宅楼价第二季: a part of a year that the document's own year does not resolve.
_PERIOD = r"(?:第?[一二三四]季度?|[上下]半年|首[两三四]季度?|首[两一二三四五六七八九十]+个月)的?$"
# 失业率为24年来新低之(3.38%): the record that a value sets.
_RECORD = rf"(?:[为是创]|来到)近?[{_HAN}\d{DATE}]{{1,6}}(?:个月|[年季])?以?来[之的]?(?:同期)?(?:新[高低]|[最次][高低]|[高低]点)[之的]?$"
# 公共预算收入预算数: the name is that of its result, too.
_PLANNED = "(?<=收入|支出)预算数$"
# 比上年, 较年初预算数, 与去年相比, 按可比价格计算: what a change is compared with or computed by.
_COMPARED = "(?:{comparing-words})(?:[^,;]|,(?=\\d{3})){1,28}?$|(?:与|同|和)[^,;]{1,20}?相?比$|(?:按照?|以)[^,;]{1,14}?(?:{computing-ends})$"
# 高于全国平均水平, 超过计划数: what the figure itself is measured by.
_REFERENCE = "(?:{gauge-words})[^,;]{1,24}?$"
# 达到总人口的(千分之三): what a share is a share of, if it is not said with 占.
_WHOLE = (
    f"(?:{{gauge-words}}|{{reaching-wholes}})[^,;{DATE}]{{1,24}}?[的之]$|(?:{{gauge-words}})[^,;]{{1,24}}?$"
)
# 由原来的(1000元提高到2000元): what opens a starting value.
_STARTING = rf"[从由自][^,;从由\d{DATE}]{{0,8}}{DATE}*[^,;从由\d{DATE}]{{0,9}}$"
_EARLIER = "[从由](?:{starting-times}|(?:20世纪)?[一二三四五六七八九\\d]{1}[0〇零十]年代[初中末]?[期叶]?的?)$"
# 在上述标准的基础上(提高): a frame between the subject and its verb, or before both.
_FRAME = "(?:在[^,;在]{1,20}?(?:{frame-ends})|除[^,;除]{1,20}?[之以]?外)"
_FRAMED = f"{_FRAME}$"
# 旅客人数因淡季而(下跌), 其他支出因应突发需要(调升): why it changed stands between the name and its figure.
_CAUSED = "(?<=..)(?:(?:因为?|由于|受)[^,;因]{2,20}?而|因应[^,;因]{2,16})$"
_RANK = "(?:{rank-verbs})[^,;居]{0,10}$"
_RATIO = "的(?:{proportions})$"
_MODAL = "{name-modals}|{name-openers}"
_BEFORE_SHARE = "(?:至少|一般|合计|总共|也|亦|均|都|仍)*(?:{name-modals}|要)(?:至少|一般|合计|也|仍)*(?=占)"
# No \s in it, which is also the sign for a date.
_LEAD = (
    rf"^(?:[,、;“)\n 　]|〔[^〔〕]{{0,30}}〕|【[^【】]{{0,30}}】|[^,;的]{{0,10}}投放[在于](?=[^,;]{{2,}}的[^,;的]{{2,}}$)|(?:预算案[于在]?|[于在])(?=[“「])|本届政府(?:[^,;的]{{0,6}}任期内的)?(?=..)|我们(?:(?=在)|(?!在)[^,;的]{{1,16}}的(?=..))|在(?=[^,;在的]{{2,14}}(?:的|方面的)[^,;的]{{2,}}$)(?![校读职岗建册线学途押编籍营])|的(?![士确])|之(?![前后间内外上下中])|{{before-name}}|[和及与并]|同(?![工业岁龄比])|\((?![{_HAN}\da-z]{{1,3}}\))|—+|[-•·●■◆]|[{_HAN}][是要]"
    rf"|按照?[^,;的{DATE}]{{2,14}}?(?:计算|折算)的?(?=..)|(?:截至|截止|[到至在从自于由])?{DATE}+(?:来(?![自宾访京华校信料电函文件])|的?(?:同期|期间|时期|以来|或?以?前|或?之前|[底期末内时起间]|初(?!步))?止?)?(?:的(?!士))?"
    rf"|[到至在从自于](?=(?:18|19|20)\d\d|“?十[一二三四]?五|[一二][九〇零○]|[{_HAN}]年)"
    # Dates that the document's year does not resolve: “十四五”期间, 三年内; no 三年级.
    r"|(?:18|19|20)\d\d年?(?:底|末|初|\d{1,2}月(?:\d{1,2}日)?)?(?:前|以来|以前|期间|的)?"
    r"|“?十[一二三四]?五”?(?:时期|期间|末|以来)?|[一二][九〇零○][一二三四五六七八九〇零○]{2}年的?"
    rf"|{_FRAME}"
    rf"|\d{{1,2}}月(?:\d{{1,2}}日|份)?(?![\d龄子])|第?[一二三四1-4]季度?起?(?![报末])|[上下]半年起?(?!度)|首[两{_HAN}\d]{{1,2}}个?(?:月|季度?|年)"
    rf"|[在于]?(?:[两{_HAN}]|\d{{1,2}})(?:年(?:期间|[内间来])?(?![级期制生龄义一])|个(?:财政|课税)?(?:年度|学年)(?:年底|[内间])?的?)"
    rf"|[在于]?(?:过去|近|最近|未来|今后)[数几多两{_HAN}\d]{{1,2}}(?:年|个(?:财政)?年度)(?:期间|间|内|以?来)?的?"
    # Enumerators: 一、 (一) 1. (a).
    rf"|[{_HAN}]+、|\([{_HAN}]+\)|\((?:\d{{1,2}}|[a-z])\)|\d{{1,3}}[.、])+"
)
_GENERIC = "{generic-names}"
_PLACE = "(?:{own-places})(?=..)|各[省市州盟县区旗乡镇街道村](?:[省市州盟县区旗乡镇街道村、和及()]*[省市州盟县区旗乡镇街道村)])?(?=..)"
# 政府会(拨款), 为企业(减负): who gives or gets it.
_ACTOR = "(?:[^,;的]{0,10}?(?:{bodies}|{other-bodies})|我们?)(?:(?:(?!平均[^,;]{2,}[率数额值])(?:{deed-adverbs})){1,3}|从(?![业事军]))(?=..)|[为向给][^,;的]{0,8}?(?:{bodies}|{other-bodies})(?=..)(?![的者])"
# A note, or the values of other columns and the unit, in a table as running text: (元)19109 >26810.
_NOTE = LazyPattern(r"\[\d{1,3}\]$|(?<=[) 　])[><≥≤]?\d[\d.,]*(?:[ 　]+[><≥≤]?\d[\d.,]*)*[ 　]*$")
# 27项主要指标中,19项完成; 所持有的股权(即37.5%): the whole that the figure is of, an explanation that begins.
_AMONG = LazyPattern("(?<=[^\\W\\d_]{2})(?:(?:当中|之中|其中|(?<![初高小集其空国城])中)|\\((?:即|约|共)?)$")
_ROW = LazyPattern(r"(?:^|(?<=[^\W\d_])\d{1,2} ?)((?:[^\W\d_]|[ “”（）()])+?) ?[%‰] ?[≥≤]? ?$")
_ASIDE = LazyPattern("^\\([^()]{1,16}\\)、")  # 32亿元(基金)、运动中心: behind the figure before
_COMMAS = LazyPattern(r",(?!\d{3}(?!\d))")  # no comma of 1,000
_DEFINED = LazyPattern(r"\([^()A-Za-z]{1,16}\)$")
# 省市补助本年度预算数: the sum that a budget gives to what stands before its year.
_SUM = LazyPattern(f"[^{DATE}]{DATE}{{2,4}}(?:法定)?(?:预算|决算)(?:案)?数$")
_UNIT = LazyPattern(r"\(([^()]{1,6})\)$")
# A date, or the gap between two paragraphs that a copy has joined.
_DATES = LazyPattern(f"{DATE}+|[ 　]{{2,}}")


def find_name_before(
    words: str, cues: TargetCues, *, share: bool = False, source: bool = False, rank: bool = False
) -> str:
    """Return the name at the end of a clause's words before a figure, or an empty string.

    Args:
        words: The words, with `DATE` for each character of a date.
        cues: The cues.
        share: Whether the figure is a share.
        source: Whether the figure is the starting value of a change.
        rank: Whether the figure is a rank.
    """
    name = _COMMAS.split(words)[-1] if "," in words else words
    if "|" in name:  # a row of cells that is read as a line
        name = next((cell.strip() for cell in reversed(name.split("|")) if cell.strip()), "")
    name = _ASIDE.sub("", name)
    # 省统计局6 城镇化率%: the rows of a table without its borders.
    if name.rstrip(" ≥≤").endswith(("%", "‰")) and (row := _ROW.search(name)):
        name = row[1]
    # (不含市区,下同)公共预算收入: the end of a bracket that the clause begins in.
    if ")" in name and "(" not in name:
        name = name.rpartition(")")[2]
    if rank:
        name = cues.patterns[_RANK].sub("", name)
    # 经费应当占支出的5%: the share is named with its part.
    name = _strip_links(cues.patterns[_BEFORE_SHARE].sub("", name), cues, share=share, source=source)
    if name.endswith("、"):  # 居全国前列、(增长5%): the subject stands before
        return ""
    # 差距应维持五倍以上: there is no name behind the modal verb.
    behind = cues.patterns[_MODAL].split(name)[-1]
    if len(behind) < _SHORTEST or cues.patterns[_RATIO].search(
        behind
    ):  # 实现网上受理和“最多跑一次”的比例: the verb is part of the name
        behind = name
    return _strip_openings(behind, cues) or _strip_openings(name, cues)


def _strip_links(name: str, cues: TargetCues, *, share: bool, source: bool) -> str:
    """Return a clause's words up to the end of its subject."""
    if source:
        name = cues.patterns[_STARTING].sub("", name)
    bare = _strip_tail(name, cues)
    measured = cues.patterns[_WHOLE if share else _REFERENCE].search(name, max(len(name) - _WINDOW, 0))
    # 研发支出相当于生产总值的比例 names the share itself.
    if measured and not cues.patterns[_RATIO].search(bare):
        bare = _strip_tail(name[: measured.start()], cues)
    name = _AMONG.sub("", _NOTE.sub("", bare).rstrip())
    unit = _UNIT.search(name)
    if unit and cues.unit_at(unit[1].lstrip("百千万亿"), 0):
        return name[: unit.start()]
    # 失业人数(不经季节性调整): what defines the name is no part of it.
    return name[: note.start()] if (note := _DEFINED.search(name, _SHORTEST)) else name


def _strip_tail(name: str, cues: TargetCues) -> str:
    for _ in range(3):
        size = len(name)
        name = name[: _find_end_of_name(name, cues)]
        if len(name) == size:
            break
    return name


def _strip_openings(name: str, cues: TargetCues) -> str:
    # A date after 占 belongs to the whole: 占本年预算支出.
    subject, share, whole = name.partition("占")
    *before, last = _DATES.split(subject)
    patterns = cues.patterns
    # 整体价格在2030年累计升幅(为21%): the subject stands before the date.
    behind = patterns[_LEAD].sub("", last)
    if before and not share and (patterns[_GENERIC].fullmatch(behind) or _SUM.search(subject)):
        return _strip_openings(_strip_tail(before[-1], cues), cues)
    name = (DATE + last if before and (last or share) else subject) + share + whole
    bare = patterns[_LEAD].sub("", name).strip(" 　")
    for _ in range(2):
        place = patterns[_PLACE].match(bare)
        if place is None:
            break
        bare = patterns[_LEAD].sub("", bare[place.end() :]).strip(" 　")
    if actor := patterns[_ACTOR].match(bare):
        bare = patterns[_LEAD].sub("", bare[actor.end() :])
    # “一网通办”事项: an opening quotation mark belongs to the name if the closing one does.
    name = "“" + bare if bare.count("”") > bare.count("“") and f"“{bare}" in name else bare
    if name.endswith("”") and "“" not in name:
        name = name[:-1]
    if patterns[_GENERIC].fullmatch(name):
        return ""
    return name[-_LONGEST:].replace(DATE, "")


def _find_end_of_name(name: str, cues: TargetCues) -> int:
    """Return where the longest row of words that follow a name begins: 普及率|应|达到.

    The words overlap (应, 应维持, 维持), so every place where such a row can begin is followed up once.
    """
    waiting, starts = [len(name)], {len(name)}
    while waiting:
        before = _find_words_before(name, waiting.pop(), cues) - starts
        waiting.extend(before)
        starts |= before
    return min(starts)


def _find_words_before(name: str, end: int, cues: TargetCues) -> set[int]:
    """Return where the words that may follow a name, and that end at `end`, begin."""
    starts = {
        end - size for size, words in cues.after_name.items() if size <= end and words.match(name, end - size)
    }
    last = name[end - 1 : end]
    if last and (last in _AFTER_NAME or (last == "以" and end == len(name))):
        starts.add(end - 1)
    if last == "有" and name[max(end - 3, 0) : end - 1] in _SITES:
        starts.add(end - 1)
    if last == "年":
        first = end - 1
        while first and (name[first - 1] in _HAN or name[first - 1].isdecimal()):
            first -= 1
        if first < end - 1 and name.endswith(_IN_A_ROW, 0, first):
            starts.add(first - len(_IN_A_ROW))
    begin = max(end - _WINDOW, 0)
    patterns = cues.patterns
    if DATE in name and (dated := patterns[_DATED].search(name, begin, end)):
        starts.add(dated.start())
    if (compared := patterns[_COMPARED].search(name, begin, end)) and (
        end < len(name) or not patterns[_LEAD].sub("", name[: compared.start()])
    ):
        starts.add(compared.start())
    for link in (_EARLIER, _FRAMED, _PERIOD, _CAUSED, _RECORD, _PLANNED):
        if found := patterns[link].search(name, begin, end):
            starts.add(found.start())
    return starts
