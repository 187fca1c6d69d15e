"""Simplified and Traditional script: detection, and conversion with the tables of OpenCC. The import point of OpenCC.

The tables are those of opencc-python-reimplemented, and `to_simplified` gives the library's own results in less time.
Only entries that keep the length are used, so that no offset moves.

>>> detect_script("国务院关于印发规划的通知"), detect_script("國務院關於印發規劃的通知"), detect_script("5G")
('hans', 'hant', 'none')
>>> to_simplified("國務院關於乾隆年間乾旱的記載")
'国务院关于乾隆年间干旱的记载'
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from policytext import disk_cache
from policytext.model.document import Script
from policytext.model.records import NamedTuple
from policytext.text.hanzi import HAN
from policytext.text.lazy_patterns import LazyPattern, compile_pattern

# Frequent characters that only one of the scripts has, in pairs.
_HANS = (
    "国务规发总济术们这个为产业实现动设对关进电时会来问题间东书车长门见财负责质费资贯线级组织绩统继续维网职联权机标样检营农"
    "认证识让议论诉词试该说请诸读课调谈护报据与体点学区医疗养乡县镇环优备应处条约经结给终编纪红约练绿较输转轻运过还边达选"
    "计画决讨汇户产创证术价仅众优伟传伤侧债儿兴养冲净减则刚删别剂剧办协卖卫厂厅县叹吗吨吴呜咏响员园图"
    "远连递随际陆险难预领频颁颜风飞验马鱼鸟麦黄龙齐单双劳势励历压参变号叶员听启团围场坚块坏坛声头夺奖妇宝审宪宽宾导层"
)
_HANT = (
    "國務規發總濟術們這個為產業實現動設對關進電時會來問題間東書車長門見財負責質費資貫線級組織績統繼續維網職聯權機標樣檢營農"
    "認證識讓議論訴詞試該說請諸讀課調談護報據與後體點臺學區醫療養鄉縣鎮環優備應處條約經結給終編紀紅練綠較輸轉輕運過還邊達選"
    "計畫決討匯戶產創證術價僅眾優偉傳傷側債兒興養衝淨減則剛刪別劑劇辦協賣衛廠廳縣嘆嗎噸吳嗚詠響員園圖"
    "遠連遞隨際陸險難預領頻頒顏風飛驗馬魚鳥麥黃龍齊單雙勞勢勵歷壓參變號葉員聽啟團圍場堅塊壞壇聲頭奪獎婦寶審憲寬賓導層"
)
_HANS_SIGN = LazyPattern(f"[{''.join(sorted({*_HANS} - {*_HANT}))}]")
_HANT_SIGN = LazyPattern(f"[{''.join(sorted({*_HANT} - {*_HANS}))}]")
_ANY_HAN = LazyPattern(f"[{HAN}]")

#: The characters examined, a third each at the beginning, in the middle and at the end.
_SAMPLE = 2_400
#: The largest share of the other script that still counts as quotation.
_MAX_QUOTED = 0.12


def detect_script(text: str) -> Script:
    """Detect the script of a text by its frequent unambiguous characters, without loading OpenCC's tables.

    Returns:
        "mixed" where each script has more than an eighth; "none" without Han characters.
    """
    if len(text) > _SAMPLE:
        third, middle = _SAMPLE // 3, len(text) // 2
        text = text[:third] + text[middle : middle + third] + text[-third:]
    # Searching for a class is twenty times as fast as a set of all characters.
    if not _HANT_SIGN.search(text):
        return "hans" if _ANY_HAN.search(text) else "none"
    if not _HANS_SIGN.search(text):
        return "hant"
    hans, hant = (len(sign.compiled.findall(text)) for sign in (_HANS_SIGN, _HANT_SIGN))
    share = hant / (hans + hant)
    if share <= _MAX_QUOTED:
        return "hans"
    return "hant" if share >= 1 - _MAX_QUOTED else "mixed"


# ------------------------------------------------------------------------------------ OpenCC's tables

# The library converts each segment between these separators by itself.
_SEPARATORS = "\\s\\-,.?!*　，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼"
_SEPARATOR = LazyPattern(f"[{_SEPARATORS}]")


class _TranslationTable(dict[int, int]):
    """Code points for ``str.translate``; unchanged ones are added on first use, because a miss is slow."""

    def __missing__(self, character: int) -> int:
        self[character] = character
        return character


class _TranslationTables(NamedTuple):
    characters: _TranslationTable
    phrases: dict[str, str]
    beginning: dict[str, list[str]]
    triggers: re.Pattern[str]
    around: dict[str, list[tuple[str, int]]]


@cache
def _load_tables() -> _TranslationTables:
    characters, phrases, beginning, around = _load_or_build(
        "to-simplified", ("TSCharacters.txt", "TSPhrases.txt"), _build_simplified_tables
    )
    triggers = compile_pattern("[" + "".join(map(re.escape, sorted(around))) + "]")
    return _TranslationTables(_TranslationTable(characters), phrases, beginning, triggers, around)


def _build_simplified_tables(characters_file: str, phrases_file: str) -> tuple[Any, ...]:
    """Build the tables that `to_simplified` needs from the library's files."""
    characters, phrases = _parse_same_length(characters_file), _parse_same_length(phrases_file)
    # Only the characters that a phrase converts differently trigger the search for phrases.
    around: dict[str, list[tuple[str, int]]] = {}
    for phrase, result in phrases.items():
        for offset, (before, after) in enumerate(zip(phrase, result, strict=True)):
            if characters.get(before, before) != after:
                around.setdefault(before, []).append((phrase, offset))
    beginning: dict[str, list[str]] = {}
    for phrase in phrases:
        beginning.setdefault(phrase[0], []).append(phrase)
    return {ord(key): ord(value) for key, value in characters.items()}, phrases, beginning, around


def _parse_same_length(file: str) -> dict[str, str]:
    firsts = {key: forms.partition(" ")[0] for key, forms in _parse_forms(file).items()}
    return {key: value for key, value in firsts.items() if len(key) == len(value)}


def _parse_forms(file: str) -> dict[str, str]:
    forms = {}
    for line in file.splitlines():
        key, _, values = line.strip().partition("\t")
        forms[key] = values
    return forms


def _load_or_build(name: str, files: tuple[str, ...], make: Callable[..., Any]) -> Any:
    """Build a value from files of the library, or load it from the user's cache."""
    # The files are found without importing the library, whose code is not needed here.
    from importlib.machinery import PathFinder

    library = PathFinder.find_spec("opencc")
    if library is None or not library.submodule_search_locations:
        raise ModuleNotFoundError("opencc")
    folder = next(iter(library.submodule_search_locations))
    contents = []
    for file in files:
        with open(f"{folder}/dictionary/{file}", "rb") as lines:
            contents.append(lines.read())
    key = disk_cache.make_key([(name, content) for content in contents], "text")
    value = disk_cache.load(key, "scripts")
    if value is None:
        value = make(*(content.decode("utf-8") for content in contents))
        disk_cache.save(key, value, "scripts")
    return value


def to_simplified(text: str) -> str:
    """Convert a text to Simplified characters of the same length, as OpenCC's ``t2s`` does."""
    tables = _load_tables()
    folded = text.translate(tables.characters)
    pieces: list[str] = []
    done = 0
    for trigger in tables.triggers.finditer(text):
        position = trigger.start()
        if position >= done and any(
            text.startswith(phrase, position - offset)
            for phrase, offset in tables.around[trigger[0]]
            if offset <= position
        ):
            start, end = _find_segment(text, position, done)
            pieces += (folded[done:start], _convert_segment(text[start:end], folded[start:end], tables))
            done = end
    return "".join((*pieces, folded[done:]))


def to_traditional(text: str) -> str:
    """Convert a few words to Traditional characters, as OpenCC's ``s2t`` does; used for fixes in Traditional texts.

    >>> to_traditional("账户与干部后勤")
    '賬戶與幹部後勤'
    """
    letters = _load_traditional_forms()
    if all(letter in letters for letter in text):
        return "".join([letters[letter] for letter in text])
    return str(_load_converter().convert(text))


class _TraditionalForms(dict[str, str]):
    """The Traditional forms of characters that have only one; characters without an entry stay as they are."""

    def __init__(self, forms: dict[str, str], ambiguous: Iterable[str]) -> None:
        super().__init__(forms)
        self._ambiguous = frozenset(ambiguous)

    def __contains__(self, key: object) -> bool:
        return key not in self._ambiguous and key not in _IN_PHRASES

    def __missing__(self, key: str) -> str:
        return key


# Characters with one form in OpenCC's character table and another one in some phrase: 坐标, 呆着.
_IN_PHRASES = frozenset("坐呆恒痴穗糊")


@cache
def _load_traditional_forms() -> _TraditionalForms:
    return _TraditionalForms(
        *_load_or_build("to-traditional", ("STCharacters.txt",), _build_traditional_forms)
    )


def _build_traditional_forms(file: str) -> tuple[Any, ...]:
    forms = _parse_forms(file)
    single = {key: form for key, form in forms.items() if " " not in form}
    return single, [key for key, form in forms.items() if " " in form]


@cache
def _load_converter() -> Any:
    import opencc

    return opencc.OpenCC("s2t")


def _find_segment(text: str, position: int, lowest: int) -> tuple[int, int]:
    """Return the segment around `position` between two separators, starting at `lowest` or later."""
    start = position
    while start > lowest and not _SEPARATOR.match(text, start - 1):
        start -= 1
    after = _SEPARATOR.search(text, position)
    return start, after.start() if after else len(text)


def _convert_segment(segment: str, folded: str, tables: _TranslationTables) -> str:
    """Convert phrases, longer ones first and the leftmost among equals, then the remaining characters."""
    hits = [
        (-len(phrase), start, phrase)
        for start, character in enumerate(segment)
        for phrase in tables.beginning.get(character, ())
        if segment.startswith(phrase, start)
    ]
    result = list(folded)
    free = bytearray(b"\x01") * len(segment)
    for length, start, phrase in sorted(hits):
        end = start - length
        if all(free[start:end]):
            result[start:end] = tables.phrases[phrase]
            free[start:end] = bytes(-length)
    return "".join(result)
