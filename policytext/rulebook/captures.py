"""The types of captures in phrases, `{name:type}`: bounded regular expressions over folded text.

A type only finds the text. `extractor.extractions` checks it by the readers of the extraction, and computes its value.

>>> import re
>>> re.search(TYPES["number"].regex, "覆盖率达到95%以上。")[0]
'95%以上'
"""

from policytext.model.records import NamedTuple


class CaptureType(NamedTuple):
    """A type: its pattern inside a phrase, before a gap, at the end of a phrase, and its greatest length."""

    regex: str
    before_gap: str
    last: str
    width: int


def _make_type(regex: str, width: int) -> CaptureType:
    return CaptureType(regex, regex, regex, width)


_DIGITS = r"[0-9０-９]"
_HAN_NUMBER = "[零〇一二两三四五六七八九十百千万萬亿億]"
_DAY = rf"(?:{_DIGITS}{{1,2}}|[一二三四五六七八九十]{{1,3}})"
_YEAR = rf"(?:{_DIGITS}{{4}}|[一二三四五六七八九〇零]{{4}}|今|明|本|去|当)年"
_EDGE = "(?:年初|年底|年末|年前|底前|底|末|初|前|上半年|下半年)?"
_DATE = (
    rf"(?:{_YEAR}(?:{_DAY}月(?:{_DAY}[日号])?)?{_EDGE}|“?[一二三四五六七八九十]{{1,3}}五”?(?:时期|期间|末)?)"
)
_AMOUNT = (
    rf"(?:{_DIGITS}{{1,15}}(?:[,，]{_DIGITS}{{3}}){{0,4}}(?:[.．]{_DIGITS}{{1,6}})?|{_HAN_NUMBER}{{1,12}})"
)
_UNIT = (
    "(?:个百分点|百分点|%|％|‰|个工作日|平方公里|平方米|公里|公顷|万人次|人次|万人|万户|万家|万个|亿元|万元|元|倍|"
    "分钟|小时|天|年|张|所|座|台|项|件|个|家|户|人|次|种|条|亩|吨|米)?"
)
_BOUND = "(?:以上|以下|以内|左右)?"
_BEFORE = "(?:不[低少]于|不超过|超过|至少|最[多高]|[约近])?"
_PER_CENT = rf"百分之{_HAN_NUMBER}{{1,8}}(?:点{_HAN_NUMBER}{{1,6}})?"
_NUMBER = rf"{_BEFORE}(?:{_PER_CENT}|{_AMOUNT}[万亿千百]{{0,2}}多?余?{_UNIT}){_BOUND}"
# A phrase ends at any punctuation, at spaces and at line ends.
_PHRASE = r"[^\s，,。.；;：:！!？?、（）()《》“”\"]{1,30}"
# Names of bodies may be a list (市、区教育局和财政局) and have brackets. Where they begin and end the extraction decides.
_BODY = r"[^\s，,。.；;：:！!？?《》“”\"]"
_BODY_END = (
    "(?:政府|委员会|办公厅|办公室|部门|机构|单位|公司|企业|集团|学校|协会|中心|街道|部|委|办|局|厅|署|院|府|处|站|所|组"
    "|[省市县区乡镇州旗](?=[负应要可须牵会按根结对在将]))"
)
# Anything up to the end of the sentence.
_TEXT = r"[^。；;！!？?\n]{1,120}"
_CURRENCY = "(?:人民币|美元|欧元|英镑|日元|港元|港币|澳门元|新台币|元)"
_MONEY = rf"{_BEFORE}(?:{_AMOUNT}[多余]?[万亿千百]{{0,2}}[多余]?(?:[—–~～至到-]{{1,2}}{_AMOUNT}[万亿千百]{{0,2}})?{_CURRENCY}{_BOUND})"
_DOC = rf"(?:《[^《》\n]{{1,80}}》|[一-龥]{{2,8}}[〔\[（(]{_DIGITS}{{4}}[〕\]）)]{_DIGITS}{{1,5}}号)"
_CLAUSE = rf"第(?:{_DIGITS}{{1,4}}|{_HAN_NUMBER}{{1,7}})[编章节条款项目](?:之[一二三四五六七八九十]{{1,2}})?"

TYPES: dict[str, CaptureType] = {
    "date": _make_type(_DATE, 24),
    "number": _make_type(_NUMBER, 60),
    # Inside a phrase the shortest text matches, at the end the longest.
    "phrase": CaptureType(_PHRASE + "?", _PHRASE + "?", _PHRASE, 30),
    "body": CaptureType(f"{_BODY}{{2,40}}?", f"{_BODY}{{1,36}}?{_BODY_END}", f"{_BODY}{{2,40}}", 40),
    "money": _make_type(_MONEY, 90),
    "text": CaptureType(_TEXT + "?", _TEXT + "?", _TEXT, 120),
    "doc": _make_type(_DOC, 82),
    "clause": _make_type(_CLAUSE, 14),
}

ALIASES: dict[str, str] = {
    "日期": "date",
    "年份": "date",
    "数值": "number",
    "数字": "number",
    "指标": "phrase",
    "短语": "phrase",
    "机构": "body",
    "org": "body",
    "金额": "money",
    "文字": "text",
    "文件": "doc",
    "条款": "clause",
}


def list_type_names() -> list[str]:
    """Return each type with its Chinese name.

    >>> list_type_names()[:2]
    ['date 日期', 'number 数值']
    """
    chinese: dict[str, str] = {}
    for alias, kind in ALIASES.items():
        # The first Chinese name; "指标" is only a former one of phrase.
        if not alias.isascii() and alias != "指标":
            chinese.setdefault(kind, alias)
    return [f"{kind} {chinese[kind]}" for kind in TYPES]
