"""The name of an indicator: the words before its figure, or those after it if only a verb or nothing stands before.

>>> from policytext.extractor.cues import load_cues
>>> from policytext.rulebook.packs import load_rules
>>> find_name_before("2020年,全国数字经济核心产业增加值占GDP比重达到", load_cues(load_rules()[0]))
'全国数字经济核心产业增加值占GDP比重'
>>> find_name_after("个老旧小区改造,惠及")
'老旧小区改造'
"""

from policytext.extractor.cues import TargetCues
from policytext.extractor.quantity_context import QuantityContext
from policytext.text.lazy_patterns import compile_pattern

_SUBJECT = 24  # characters of the longest name that is a clause of its own
_DIGIT = compile_pattern(r"\d")
_AND = compile_pattern("[、和及与]|以及")
_JOINED = compile_pattern("[和与及、或]|以及")
_VALUES = compile_pattern(r"\d[\d.,]*")
_MOST_VERBS = 3  # verbs before what is counted
_SHORTEST = 2  # characters of the shortest name
_SHORT = 4  # characters of a word that shares its ending with another one
_NOUN = compile_pattern(r"[^\W\d_]|[“(]")
_BEHIND = compile_pattern(r"[^,。;:、()\n\d]{1,24}")
_OF = compile_pattern("^的")
_LONGEST = 40

# Templates: a slot in braces stands for the words of that list in `rules/targets`.
_TOTAL = "{totals}|共(?=[建设新有开完])"
_TAILS = "{name-tails}"
_ENDED = (
    "[以左及或之]|的?(?:{no-name-changes})|{no-name-verbs}"
    # 维持在3.5%的低水平: the name stands before the figure.
    r"|的(?:[较更][高低快慢]|[高低中]|{level-adjectives})?(?:{level-nouns})(?!\w)"
)
_HAN = "一二三四五六七八九十"
_LEAD = (
    rf"^(?:[,、;和及与并同“\s]|\((?![{_HAN}\da-z]{{1,3}}\))|{{before-name}}|—+|[-•·●]|[{_HAN}][是要]"
    # Dates: 2030年底前, “十四五”期间, 二〇三〇年, 三年内; no 三年级.
    r"|(?:18|19|20)\d\d年?(?:底|末|初|\d{1,2}月(?:\d{1,2}日)?)?(?:前|以来|以前|期间|的)?"
    r"|“?十[一二三四]?五”?(?:时期|期间|末|以来)?|[一二][九〇零○][一二三四五六七八九〇零○]{2}年的?"
    rf"|(?:[两{_HAN}]|\d{{1,2}})年(?:内|间|来)?(?![级期制生])"
    # Enumerators: 一、 (一) 1. (a).
    rf"|[{_HAN}]+、|\([{_HAN}]+\)|\((?:\d{{1,2}}|[a-z])\)|\d{{1,2}}[.、])+"
)
_AFTER_NAME = ",:(之“"  # beside the words of `after-name`, and 连续三年
_IN_A_ROW = "连续"
_COMPARISON = (
    # 普及率于民国116年达: the date between a name and its figure.
    r"(?<=.)[于在到至](?:民国|公元)?\d{2,4}年(?:年?[底末初])?以?前?$"
    r"|[比较](?:{compared-years}|\d{4}年|“十[一二三四]?五”)[^,]{0,4}$|(?:与|同)\d{4}年相?比[^,]{0,6}$"
)
_MODAL = "{name-modals}"


def find_name_before(words: str, cues: TargetCues) -> str:
    """Return the name at the end of a clause's words before a figure."""
    name = words.rpartition(",")[2] if "," in words else words
    behind_modal = cues.patterns[_MODAL].split(name)[-1]
    # 差距应维持五倍以上: there is no name behind the modal verb.
    return _strip_name(behind_modal, cues) or _strip_name(name, cues)


def _strip_name(name: str, cues: TargetCues) -> str:
    comparison = cues.patterns[_COMPARISON]
    for _ in range(3):
        name = comparison.sub("", name)
        name = name[: _find_end_of_name(name, cues)]
    bare = cues.patterns[_LEAD].sub("", name).strip(" 　")
    # “一网通办”事项: an opening quotation mark belongs to the name if the closing one does.
    name = "“" + bare if bare.count("”") > bare.count("“") and f"“{bare}" in name else bare
    if name.endswith("”") and "“" not in name:
        name = name[:-1]
    return name[-_LONGEST:]


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
    if last == "年":
        first = end - 1
        while first and (name[first - 1] in _HAN or name[first - 1].isdecimal()):
            first -= 1
        if first < end - 1 and name.endswith(_IN_A_ROW, 0, first):
            starts.add(first - len(_IN_A_ROW))
    return starts


def find_name_after(words: str) -> str:
    """Return the name at the beginning of the words after a figure."""
    name = _BEHIND.match(words.lstrip("个"), 1 if _OF.match(words) else 0)
    return name[0].strip() if name else ""


def find_name(text: str, place: QuantityContext, head: str, cues: TargetCues, last: str) -> tuple[str, int]:
    """Find the name of an indicator, and the offset where its statement ends.

    Args:
        text: The text.
        place: The figure in its surroundings.
        head: The words of its clause before it.
        cues: The cues.
        last: The name of the figure before, used if this one has none.
    """
    figure = place.figure
    tail = text[figure.last : place.clause[1]]
    share = figure.unit in ("%", "‰") and tail.startswith("的")
    counting = figure.unit not in cues.measuring and not figure.rank and "/" not in figure.unit
    if (share or counting) and _NOUN.match(tail) and not cues.patterns[_ENDED].match(tail):
        name = find_name_after(tail)
        if name:
            at = tail.find(name)
            return name, figure.last + at + len(name)
    name = _find_paired_name(text, place, cues) or find_name_before(head, cues)
    name = _strip_verbs(name, cues) if counting else name
    if not name or cues.limits.match(name):
        name = _find_name_in_clause_before(text, place, cues) or name
    return name or last, figure.last


def _find_name_in_clause_before(text: str, place: QuantityContext, cues: TargetCues) -> str:
    """Return the name that is a clause of its own: 保险费率,以百分之六为上限."""
    end = place.clause[0] - 1
    if text[end : end + 1] != ",":
        return ""
    start = max(place.sentence[0], text.rfind(",", place.sentence[0], end) + 1)
    clause = text[start:end]
    if not _SHORTEST <= len(clause) <= _SUBJECT or cues.verbs.match(clause) or _DIGIT.search(clause):
        return ""
    return find_name_before(clause, cues)


def _strip_verbs(name: str, cues: TargetCues) -> str:
    """Return what is counted without the verbs before it: 养老机构 of 新建改建养老机构."""
    total, tails = cues.patterns[_TOTAL], cues.patterns[_TAILS]
    for _ in range(_MOST_VERBS):
        verb = cues.verbs.match(name) or cues.adding.match(name) or total.match(name)
        if verb is None or len(name) - verb.end() < _SHORTEST or tails.match(name, verb.end()):
            break
        name = name[verb.end() :].lstrip("了")
        joined = _JOINED.match(name)
        # 新建和改造公路: the second verb, too.
        if joined and cues.verbs.match(name, joined.end()):
            name = name[joined.end() :]
    return name


def _find_paired_name(text: str, place: QuantityContext, cues: TargetCues) -> str:
    """Return the name of one figure of several: 城镇和农村居民收入分别增长4.3%、5.5%."""
    start, end = place.clause
    at = text.find("分别", start, place.figure.first)
    if at < 0:
        return ""
    names = _AND.split(find_name_before(text[start:at], cues))
    values = _VALUES.findall(text[at:end])
    nth = len(_VALUES.findall(text[at : place.figure.first]))
    if len(names) != len(values) or nth >= len(names):
        return ""
    name, last = names[nth], names[-1]
    # 城镇和农村居民收入: the rest of the last name belongs to each.
    rest = last[len(name) :]
    return name + rest if name is not last and len(rest) > 2 and len(name) < _SHORT else name
