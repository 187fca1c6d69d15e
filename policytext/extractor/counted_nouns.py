"""The noun that a figure counts: behind it (30家养老机构), or before it, behind a verb (新建养老机构30家).

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> cues = load_cues(load_rules()[0])
>>> find_noun_after("个老旧小区改造,惠及", cues), find_noun_after("款以上植入式、半植入式产品。", cues)
('老旧小区改造', '款以上植入式、半植入式产品')
>>> strip_verbs("新建改建养老机构", cues), strip_verbs("为新市民提供创业指导服务", cues)
('养老机构', '创业指导服务')
"""

from policytext.extractor.cues import TargetCues
from policytext.text.lazy_patterns import LazyPattern

_SHORTEST = 2  # characters of the shortest name
_MOST_VERBS = 6  # verbs before what is counted
_LONGEST = 30
_JOINED = LazyPattern("[和与及、或并]|以及")
_BEHIND = LazyPattern(rf"(?:[^,。;:()\n|─—\d]|(?<=[A-Za-z])\d{{1,4}}|(?<=第)\d{{1,4}}){{1,{_LONGEST}}}")
_OPENING = LazyPattern("个(?![案人体别性])|的")
_JOINS = "、和与及或以并共等的"
# 樓面面積的商場: what is measured ends the noun of a measure.
_MEASURED = LazyPattern("([^的]{0,12}(?:面积|楼面|容量|长度|重量))的")
_TO = ("向", "为", "对")  # 42亿元资助金、向学校发放: another deed
_AMONG = LazyPattern("(?:[之当其]中|(?<![高初国空集])中|[以之]外|(?<![内国海野])外|(?<=[图册表])内)$")
_PREPOSITION = LazyPattern("(?:面向|围绕|依托|通过|针对|[为向对给在从由将把])(?=..)")
# 智能仿生上下肢等科技辅具服务: the noun behind 等 names the class.
_SUCH_AS = LazyPattern("[^等]{2,}(?<![高中初同平均相对特优上下甲乙丙何])等(?![级次候待额值效同地分])(?=..)")

# Templates: a slot in braces stands for the words of that list in `rules/targets`.
_TOTAL = "(?:{totals})了?|共(?=[建设新有开完])"
_TAILS = "{name-tails}"
_DEED = "(?:{counting-verbs})"
_DONE = "(?<=..)(?:{deed-adverbs})+(?:{counting-verbs})$"  # 社会住宅累计兴建
_PREDICATE = "{noun-sequels}"
_BODY = "(?:{bodies}|{other-bodies}|{own-places}|全国)$"
_ADVERBS = "(?:{deed-adverbs})+$"
# 具有自主知识产权的品牌, 有条件、有基础的城市: an attribute that says which ones.
_ATTRIBUTE = r"(?:{attribute-openings})[^,;。:()\n]{3,}的(?=..)"
# 个根据《社团条例》(第151章)注册的社团: the attribute goes on behind a bracket.
_ASIDE = r"(?:{attribute-openings})[^,;。:()\n]{0,24}\([^()\n]{1,12}\)[^,;。:()\n]{1,24}的(?=..)"


def find_noun_after(words: str, cues: TargetCues) -> str:
    """Return the noun phrase at the beginning of the words after a figure."""
    at = opening.end() if (opening := _OPENING.match(words)) else 0
    if aside := cues.patterns[_ASIDE].match(words, at):
        at = aside.end()
    match = _BEHIND.match(words, at)
    if match is None:
        return ""
    phrase = match[0]
    if attribute := cues.patterns[_ATTRIBUTE].match(phrase):
        phrase = phrase[attribute.end() :]
    if predicate := cues.patterns[_PREDICATE].search(phrase, _SHORTEST):
        phrase = phrase[: predicate.start()]
    if measured := _MEASURED.match(phrase):
        return measured[1]
    return _AMONG.sub("", _cut_list(phrase, cues).rstrip(_JOINS).strip(" 　"))


def _cut_list(phrase: str, cues: TargetCues) -> str:
    """Return a phrase up to the first part of a list that begins with a verb: 食堂、完善设施."""
    at = phrase.find("、")
    while at >= 0:
        if phrase[at + 1 : at + 2] in _TO or cues.patterns[_DEED].match(phrase, at + 1):
            return phrase[:at]
        if cues.verbs.match(phrase, at + 1):
            return phrase[:at]
        at = phrase.find("、", at + 1)
    return phrase


def strip_verbs(name: str, cues: TargetCues, *, counting: bool = True) -> str:
    """Return what is counted without the verbs before it: 养老机构 of 新建改建养老机构.

    Args:
        name: The words before a figure.
        cues: The cues.
        counting: Whether the figure counts something, and is no sum of money.
    """
    patterns = cues.patterns
    deed = patterns[_DEED].search(name, _SHORTEST)
    if deed and len(name) - deed.end() >= _SHORTEST and _PREPOSITION.match(name):
        name = name[deed.start() :]
    for _ in range(_MOST_VERBS):
        end = _match_verb(name, cues)
        if end is None or len(name) - end < _SHORTEST:
            break
        name = name[end:].lstrip("了的")
        joined = _JOINED.match(name)
        # 新建和改造公路: the second verb, too.
        if joined and (verb := cues.verbs.match(name, joined.end())):
            name = name[verb.end() :] if len(name) - verb.end() >= _SHORTEST else name
    name = patterns[_DONE].sub("", name) if counting else name
    deed = patterns[_DEED].search(name, _SHORTEST)
    if deed and len(name) - deed.end() >= _SHORTEST and _is_actor(name[: deed.start()], cues):
        return strip_verbs(name[deed.start() :], cues, counting=counting)
    such = _SUCH_AS.match(name)
    return name[such.end() :] if such else name


def _is_actor(words: str, cues: TargetCues) -> bool:
    """Return whether the words before a verb are who does it: 县政府已累计."""
    actor = cues.patterns[_ADVERBS].sub("", words)
    return len(actor) < len(words) and bool(cues.patterns[_BODY].search(actor))


def _match_verb(name: str, cues: TargetCues) -> int | None:
    """Return where the verb at the beginning of a name ends; none if it is the first half of a noun: 新增就业人数."""
    patterns = cues.patterns
    verb = patterns[_DEED].match(name) or patterns[_TOTAL].match(name) or cues.adding.match(name)
    if verb is None or patterns[_TAILS].match(name, verb.end()):
        return None
    return None if name.startswith(("中的", "中之"), verb.end()) else verb.end()  # 兴建中的社宅
