"""Names of issuing bodies: lines of nothing else, lists of several, and the bodies that adopt a statute.

>>> read_organs("教育部　财政部"), read_organs("最高人民法院、最高人民检察院"), read_organs("加强组织领导，落实责任。")
(('教育部', '财政部'), ('最高人民法院', '最高人民检察院'), ())
>>> read_title_organs("东川市财政局 东川市民政局关于印发《养老服务办法》的通知")
('东川市财政局', '东川市民政局')
>>> read_adopting_organs("东川市第一届人民代表大会常务委员会第二次会议通过"), read_adopting_organs("東川縣政府（73）台內字第2號令")
(('东川市人民代表大会常务委员会',), ('東川縣政府',))
"""

from policytext.text.lazy_patterns import LazyPattern

_END = (
    "国务院|國務院|[院厅廳局委部会會府办辦署处處社行组組司园團团校]|中心|大队|支队|总队|公司|集团|法院|检察院|檢察院|中央|政府|街道|[镇鄉乡]|军区|总局"
    "|办公室|辦公室|委员会|委員會|管委会|联合会|协会|學會|学会|大学|学院"
)
#: The name of one body, alone.
ORGAN = LazyPattern(rf"[\u3007\u4e00-\u9fff·“”（）()]{{1,40}}?(?:{_END})(?:[（(][^（）()]{{1,12}}[）)])?")
_BETWEEN = LazyPattern(r"[、，,\s\u3000]+")
#: What no name of a body contains.
_NO_NAME = LazyPattern(
    "[。；;：:！？!?《》]|^(?:各|你|我|本|关于|關於|经|由|为|向|在|请|附|抄|主|现|加强|推进|完善|提高|负责|加快)|的|工作部$|[和与及]$"
)
_ABOUT = LazyPattern(
    r"(?P<organs>[^《》。；]{2,200}?)(?:关于|關於|關于|印发|印發|转发|轉發|批转|批轉|对全国|令$|公告$|通告$|公报$|公報$)"
)
_MANY = LazyPattern(r"等[\d一二三四五六七八九十]{0,3}(?:个|個)?(?:部门|部門|单位|單位|机关|機關|家)$")
_ADOPTING = LazyPattern(
    r"(?P<place>[\u4e00-\u9fff]{0,12}?)(?:第[一二三四五六七八九十百零〇\d]+[届屆])"
    r"(?P<body>(?:全国|全國)?人民代表大会(?:常务委员会)?)"
    r"|(?P<whole>最高人民法院|最高人民检察院|国务院|中央军事委员会)(?:审判委员会|第|常务会议|令)"
    r"|(?P<order>[\u4e00-\u9fff、]{2,30}?)(?:令|公告)(?:[（(]?第|公布|发布|[（(]\d{4})"
    r"|(?P<roc>行政院(?:[\u4e00-\u9fff]{2,12}?(?:委員會|署|總處))?|總統|國民政府|[\u4e00-\u9fff]{1,10}?(?:部|院|委員會|政府|銀行|署|局))"
    r"(?=[\u4e00-\u9fff ]{0,10}(?:字第|[（(]|令)|[修制訂公發核])"
)
#: The longest line that lists bodies, in characters.
_LONGEST = 120


def read_organs(words: str) -> tuple[str, ...]:
    """Return the bodies that a line lists, empty where it is any other line."""
    if not 2 <= len(words) <= _LONGEST:
        return ()
    spaced = words.split()
    if len(spaced) > 2 and all(len(part) == 1 for part in spaced):
        words = "".join(spaced)
    names = [name for name in _BETWEEN.compiled.split(words.strip("（）() \u3000")) if name]
    # 人 力 资 源 部 on one line of a signature; 市　政　府.
    if any(len(name) == 1 for name in names):
        names = ["".join(names)]
    if not names or any(_NO_NAME.search(name) or not ORGAN.fullmatch(name) for name in names):
        return ()
    return tuple(names)


def read_title_organs(title: str) -> tuple[str, ...]:
    """Return the bodies before 关于 in a title."""
    match = _ABOUT.match(title)
    if match is None:
        return ()
    return read_organs(_MANY.compiled.sub("", match["organs"].strip()))


def read_adopting_organs(words: str) -> tuple[str, ...]:
    """Return the bodies that adopted or issued a statute, by the words behind the date of that act."""
    match = _ADOPTING.match(words.strip()[:80])
    if match is None:
        return ()
    if match["body"]:
        return (match["place"] + match["body"],)
    if match["order"]:
        return read_organs(match["order"])
    return (match["whole"] or match["roc"],)
