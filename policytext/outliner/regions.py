"""The region whose institutions a text speaks of as its own: mainland, Hong Kong, Macau, Taiwan.

Names of institutions, places, the calendar and words decide before the script does: a Hong Kong speech may stand in
Simplified characters, and a mainland plan in Traditional ones.

>>> guess_region("第 1 條\\n本法之主管機關為行政院。", "hant"), guess_region("国务院关于印发规划的通知", "hans")
('tw', 'mainland')
>>> guess_region("本澳居民", "hant"), guess_region("特区政府会继续支持本港中小企", "hans"), guess_region("加快发展", "hans")
('mo', 'hk', 'mainland')
>>> choose_profile("hk", "hans"), choose_profile("mo", "hant"), choose_profile(None, "hant")
('mainland', 'hk', 'mainland')
"""

from collections import Counter

from policytext.model.document import Profile, Script
from policytext.model.front_matter import Region
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.spacing import remove_spaces

#: Characters at the beginning that are searched: all of them where the first do not decide clearly.
_FIRST_SAMPLE, _SAMPLE = 2_000, 20_000
_CLEAR = 12
#: A word that is repeated counts so often at most: a plan for the Bay Area names Hong Kong in every line.
_MOST = 4
# Words by which a text speaks of its own region, which weigh three times as much, and words that only name it. Each begins
# with a literal character: so the engine passes over all other characters, in a tenth of the time.
_OWN, _NAMED = 3, 1
_YEAR_DIGIT = "[\\d〇零○一二三四五六七八九]"
_FISCAL_YEAR = "|".join(
    f"{slash}(?<=(?:[一二〇零○]{{2}}|20){_YEAR_DIGIT}{{2}}{slash}){_YEAR_DIGIT}{{2}}年度" for slash in "/／"
)
_WORDS: dict[Region, tuple[str, str]] = {
    "mainland": (
        "国务院|國務院|党中央|黨中央|中共中央|各级人民政府|各級人民政府|省人民政府|市人民政府|县人民政府|縣人民政府|区人民政府|區人民政府|省委、|市委、|县委、|縣委、|人民代表大会|人民代表大會|我省|我市|我县|我縣"
        "|全省|全市|全县|全縣|“十[一二三四五]五”"
        "|各地区|各地區|自治区|自治區|党的[一二]十|黨的[一二]十|社会主义|社會主義|中华人民共和国|中華人民共和國|高质量发展|高質量發展",
        "人民政府|改革开放|改革開放|万元|萬元|农民工|农村|新型城镇化",
    ),
    "hk": (
        "本港|香港立法會|香港立法会|香港特别行政区政府|香港特別行政區政府|港府|财政司|財政司|政务司|政務司|律政司|廉政公署|房委会|房委會|医管局|醫管局|房屋署|社会福利署|社會福利署|差饷|差餉|食物及[环環]境[卫衞衛]生署"
        "|强积金|強積金|公屋|居屋|屋邨|落马洲|落馬洲|新界|九龙|九龍|綠置居|港铁|港鐵|區議會|区议会|立法会[A-Z]|立法局|环境局|環境局|发展局|發展局|劳工及福利局|勞工及福利局|持份者|警務處|入境處|衞生署|條例》[(（]第\\d+[A-Z]*章|薪俸[税稅]|综援|綜援|非华语|非華語|关爱基金|關愛基金|财政储备|財政儲備|经营开支|經營開支|经常开支|經常開支|纾[缓緩]措施|紓[缓緩]措施|学额|學額|屋宇署|勞工處|審裁處|再培訓局|城規會|市建局|大綱草圖|非政府機構|漁護署|康文署|食環署|規劃署|地政總署|運輸署"
        "|政府統計處|政府统计处|保安局|財經事務及庫務局|财经事务及库务局|運輸及房屋局|运输及房屋局|商務及經濟發展局|商务及经济发展局|公營房屋|公营房屋"
        "|工務小組委員會|工务小组委员会|付款當日價格|付款当日价格|審計署署長|审计署署长|荃灣|荃湾|天水圍|天水围|將軍澳|将军澳|東涌|东涌|西鐵|西铁|"
        + _FISCAL_YEAR,
        "香港|港元|特区政府|特區政府|立法会|立法會|立會|行政长官|行政長官|施政报告|施政報告|署[长長]|議員|衞|當局|政府會|動議|財委會|撥款條例|質詢|綜合答覆|法例|中小企|市民|主席[，,]|巴士|的士|物業",
    ),
    "mo": (
        "本澳|澳门特别行政区政府|澳門特別行政區政府|澳門特區政府|澳门特区政府|社会文化司|社會文化司|经济财政司|經濟財政司|行政法务司|行政法務司|运输工务司|運輸工務司|氹仔|路環|澳門元|澳门元|市政署|澳門居民|澳人治澳"
        "|一户通|一戶通|社屋|粤澳|粵澳|橫琴|房屋局|社保基金|行政公職局|廉政公署|《澳門|現金分享|外地僱員|外地雇员|電消|家團|經屋|央積金|輕軌|博彩毛收入|职业税|職業稅|年财政年度施政报告|年財政年度施政報告"
        "|非高等教育|入網學校|入网学校|澳門特區居民|澳门特区居民|行政會完成討論|行政会完成讨论",
        "澳门|澳門|特区政府|特區政府|立法会|立法會|立會|行政长官|行政長官|施政报告|施政報告|司[长長]",
    ),
    "tw": (
        "中華民國|中华民国|行政院|立法院|考試院|監察院|司法院|總統府|直轄市|縣（市）|縣\\(市\\)|縣政府|市政府|第(?<![^\\n]第) ?\\d+ ?條|第(?<![^\\n]第) ?\\d+-\\d+ ?條|民國\\d|1(?<!\\d1)[0-3]\\d年|臺北市|台北市|新北市|臺中市|台中市|高雄市"
        "|鄉\\(?（?鎮|主管機關|本院|貴院|部會|縣府|縣議會|公所|鄉親|單位預算|主管預算|一[○〇零一二][一二三四五六七八九○〇零]年|國發會|原住民族|長照|照服|衛福部|勞動部|中央政府總預算|主計總處|工程會|金管會|太陽光電|新臺幣|新台幣|新台币|国发会|主计总处|卫福部|总预算案",
        "臺灣|台灣|經濟部|內政部|環境部|農業部|縣市|民眾|我國|臺東|台東|臺南|台南|澎湖|屏東|南投|嘉義|宜蘭|花蓮|苗栗|彰化|雲林|桃園|基隆|新竹|縣長|本法|帳|部長|委員|辦理|係|推動|資通訊|行動支付|軟體|程式|經濟成長率|经济成长率|生產毛額|生产毛额|歲出|岁出|歲入|岁入|兆\\d|兆元",
    ),
}
_CUES: dict[Region, tuple[tuple[int, LazyPattern], ...]] = {
    region: ((_OWN, LazyPattern(own)), (_NAMED, LazyPattern(named)))
    for region, (own, named) in _WORDS.items()
}
#: A Simplified text without any of these is the mainland's, unless it is short and has other cues, which weigh so much.
_SHORT, _CERTAIN = 2_000, 6
_ELSEWHERE = (
    "香港",
    "澳门",
    "特区政府",
    "本港",
    "本澳",
    "行政院",
    "中华民国",
    "立法会",
    "财政司",
    "经营开支",
    "经常开支",
    "非华语",
    "薪俸税",
    "差饷",
    "综援",
    "公屋",
    "医管局",
    "强积金",
    "博彩毛收入",
    "新台币",
    "国发会",
    "政府统计处",
    "公营房屋",
)


def guess_region(text: str, script: Script) -> Region | None:
    """Return the region with the most cues at the text's beginning; None for a Traditional text without any.

    Args:
        text: the text.
        script: its script.
    """
    sample = remove_spaces(text[:_SAMPLE])
    if script == "none":
        return None
    # A text without the first or the last character of a word is known in a tenth of the time.
    named = script != "hans" or any(
        word[0] in sample and word[-1] in sample and word in sample for word in _ELSEWHERE
    )
    if not named and len(sample) > _SHORT:
        return "mainland"
    for size in (_FIRST_SAMPLE, _SAMPLE):
        scores = _score(sample[:size], script)
        best = max(scores, key=lambda region: scores[region])
        others = max(score for region, score in scores.items() if region != best)
        if scores[best] >= _CLEAR and scores[best] > 2 * others:
            return best
    if scores[best] >= (1 if named else _CERTAIN):
        return best
    return "mainland" if script == "hans" else None


def _score(sample: str, script: Script) -> dict[Region, int]:
    scores = {region: _count(sample, region) for region in _CUES}
    # 「」 are Taiwan's and Hong Kong's marks; a Traditional copy of a mainland text quotes with “”.
    if script != "hans" and sample.count("「") > sample.count("“"):
        scores["mainland"] -= 2
        scores["tw"] += 1
        scores["hk"] += 1
    return scores


def _count(sample: str, region: Region) -> int:
    score = 0
    for weight, cue in _CUES[region]:
        words = Counter(cue.compiled.findall(sample))
        score += weight * sum(min(count, _MOST) for count in words.values())
    return score


def choose_profile(region: Region | None, script: Script) -> Profile:
    """Return the standards of writing that a text of a region follows in its script.

    Args:
        region: the region.
        script: the script; a Simplified text follows the mainland's standards, whoever wrote it.
    """
    if script in ("hans", "none") or region is None:
        return "mainland"
    return "hk" if region == "mo" else region
