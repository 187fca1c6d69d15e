"""False markers: citations, decimals, table cells, dates and history notes that are written like enumerators.

>>> from policytext.outliner.markers import find_line_markers
>>> lines = LineViews("第三条第二款规定的情形\\n第四条　本办法适用于全市。")
>>> [is_false_marker(lines, marker) for marker in find_line_markers(lines)]
[True, False]
"""

from collections.abc import Sequence

from policytext.outliner.annexes import opens_annex
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import UNIT_FORMS, Marker
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.numerals import ARABIC_DIGITS, HAN_NUMERALS

_NUMBER = f"[{HAN_NUMERALS}{ARABIC_DIGITS}]+"
_GAP = "[ \t\u3000\xa0]"
_PARTS = "(?:款|[项項](?!目)|[目條条節节章號号])"
_PARAGRAPH = "款(?![项項])"
_ITEM = "[项項](?!目)"
_ATTACHMENT = "附表|附件"
_ADDRESS = rf"第?[ ]*{_NUMBER}[ ]*{_PARTS}"

# After 第N条 in a citation: another part of the address, a conjunction and a number, a verb of reference. 项目 and 款项
# are other words.
_AFTER_GAP = (
    rf"第[ ]*(?:{_NUMBER}|[（(]{_NUMBER}[)）])[ ]*(?:款|{_ITEM}|目)",  # 第三条 第二款
    rf"[、，,~～至和與与及或—－-][ ]*{_ADDRESS}",  # 第三条、第五条
    rf"[—－-][ ]*第?[ ]*{_NUMBER}",  # 第三条—第五
    "[；;。.]",
    "修正",
    "條文|条文",
)
_AFTER_UNIT = (
    _ADDRESS,
    _PARAGRAPH,
    _ITEM,
    _ATTACHMENT,
    "规定|規定",
    "各款|各項|各项",
    "相应|相應",
    "修改为|改为|移至",
)
_CITED_UNIT = LazyPattern(rf"{_GAP}*+(?:{'|'.join(_AFTER_GAP)})|{'|'.join(_AFTER_UNIT)}")
# After 第N条 in a citation or in an article, 第三条在… and 第三条　第二条规定的机构…: `doubtful_units` decides by the number.
_PERHAPS_CITED = LazyPattern(
    rf"[到和與与及或之的所中以内內在也]|{_GAP}*+[、，,~～至]|{_GAP}++(?:{_ADDRESS}|{_PARAGRAPH}|{_ITEM}|{_ATTACHMENT})"
)
# 第二节用于购买设备。 is a sentence, 第二节总则 a heading.
_SENTENCE = LazyPattern("[\u4e00-\u9fff][^。；;]*[。；;]|[\u4e00-\u9fff][^。；;]{45}")
_CITED_ITEM = LazyPattern(
    r"[ \t\u3000]*+(?:[项項](?!目)|款(?![项項])|目(?=[规規、，之])|[至、，,。；;)）~～—]|[和與与及或](?=[（(第]|[前上本])|所列|规定的|規定之)"
)
# 一、二级企业 and 三、四十个 are pairs of numbers. 三、四个坚持 is a heading, or an estimate if the numbers are consecutive.
_NUMBER_PAIR = LazyPattern(
    r"[一二三四五六七八九十两兩]{1,3}(?:[、级級等类類线線产產届屆期]|[十百千万萬]?[个個者是楼樓层層季家项項名次种種倍月日])"
)
_ALWAYS_PAIR = LazyPattern(r"[一二三四五六七八九十两兩]{1,3}[、级級等类類线線产產届屆期]")
_UNIT_AFTER = LazyPattern(r"[ ]*(?:[%％‰万萬亿億元个個米吨噸公倍户戶人名家次年月日时時点點版英]|[a-zA-Z℃°])")
# 1.中華民國八十二年十一月五日…公布: the history note at the head of a Taiwan statute.
_HISTORY = LazyPattern(r"[ \u3000]*(?:中華)?民國.{1,12}年")
_DATE_OR_SESSION = LazyPattern(
    r"[ \u3000]*(?:[12１２][0-9０-９]{3}年|[二一][〇○零九][〇○零一二三四五六七八九]{2}年|在.{2,40}[上会會])"
)
_BOX_AFTER = LazyPattern(r"[ \u3000:：\t]|$|[一-龥“《]{2,40}$")


# 第一章 总则……………… 3 and 第一章 总则⇥3: an entry of a contents page.
_DOTS = r"[ \t.．…·‥_]"
_LEADERS = LazyPattern(
    rf"(?:[.．]{{3}}|…{{2}}|·{{3}}|‥{{2}}|_{{4}}|[.·] [.·] [.·])"
    rf"(?:{_DOTS}{{0,300}}(?:[（(第][ ]{{0,8}})?[0-9０-９ivxIVX][^。；]{{0,12}}|{_DOTS}{{4,300}})\Z"
    r"|\t[ ]{0,8}[0-9]{1,3}\Z"
)
_PAGE = frozenset("0123456789０１２３４５６７８９ivxIVX)）-–—.…·_页頁")


def is_false_marker(lines: LineViews, marker: Marker) -> bool:
    """Return whether the text after a marker on its line shows that it is certainly not an enumerator."""
    line_end = lines.ends[marker.line or 0]
    if lines.tabular and (marker.line in lines.rows or _is_table_row(lines.text, marker, line_end)):
        return True
    if marker.form == "annex":
        return not opens_annex(lines, marker)
    check = _CHECKS.get(marker.form)
    return check is not None and check(marker, lines.text[marker.end : min(line_end, marker.end + 60)])


def find_contents_entries(lines: LineViews, markers: Sequence[Marker]) -> list[Marker]:
    """Return the markers on lines that are entries of a contents page: a title, leader dots or a tab, and a page."""
    text, ends = lines.text, lines.ends
    paged = [
        (marker, ends[marker.line or 0]) for marker in markers if text[ends[marker.line or 0] - 1] in _PAGE
    ]
    return [marker for marker, end in paged if _LEADERS.search(text, max(marker.end, end - 120), end)]


def is_doubtful_unit(lines: LineViews, marker: Marker) -> bool:
    """Return whether the text after 第N条 or 第N章 may continue a citation or a sentence."""
    if marker.form not in UNIT_FORMS:
        return False
    rest = lines.text[marker.end : min(lines.ends[marker.line or 0], marker.end + 60)]
    return bool(_PERHAPS_CITED.match(rest) or (marker.form != "article" and rest and _SENTENCE.match(rest)))


def is_inline_citation(text: str, marker: Marker) -> bool:
    """Return whether an inline （一） or 一、 is part of a citation or of a pair of numbers."""
    rest = text[marker.end : marker.end + 12]
    before = text[max(0, marker.start - 2) : marker.start]
    if marker.form == "han":
        return _is_number_pair(marker, rest) or before[-1:] in tuple("第十百千零〇星期")
    if marker.form == "paren-han":
        return bool(_CITED_ITEM.match(rest)) or before[-1:] in tuple("第款条條项項、至和")
    return bool(_CITED_UNIT.match(rest) or _PERHAPS_CITED.match(rest))


def _is_table_row(text: str, marker: Marker, line_end: int) -> bool:
    if marker.form in ("part", "chapter", "section", "article", "annex", "box"):
        return False
    tabs, bars = text.count("\t", marker.end, line_end), text.count("|", marker.end, line_end)
    return tabs + bars + text.count("｜", marker.end, line_end) >= 2


def _is_cited_unit(_: Marker, rest: str) -> bool:
    return bool(_CITED_UNIT.match(rest))


def _is_false_han(marker: Marker, rest: str) -> bool:
    return not rest.strip() or _is_number_pair(marker, rest)


def _is_number_pair(marker: Marker, rest: str) -> bool:
    if not _NUMBER_PAIR.match(rest) or "零一二三四五六七八九十".find(rest[0]) == marker.ordinal:
        return False  # 一、一等奖
    return bool(_ALWAYS_PAIR.match(rest)) or "一二三四五六七八九十".find(rest[0]) == marker.ordinal


def _is_false_item(marker: Marker, rest: str) -> bool:
    if marker.form == "paren-arab" and marker.ordinal is not None and marker.ordinal > 99:
        return True
    return bool(_CITED_ITEM.match(rest))


def _is_false_arabic(marker: Marker, rest: str) -> bool:
    if not rest.strip() or marker.ordinal == 0:
        return True
    return bool(_HISTORY.match(rest)) or (marker.marker[-1] in ",，" and bool(_UNIT_AFTER.match(rest)))


def _is_false_decimal(_: Marker, rest: str) -> bool:
    # 3.2 人员 and 2.1 年度计划 are headings: `decimal_numbers` decides by the series.
    return not rest.strip() or rest.lstrip()[0] in "%％‰℃°万萬亿億"


def _is_false_stem(_: Marker, rest: str) -> bool:
    return not rest.strip() or rest.lstrip()[0] in "甲乙丙丁戊己庚辛壬癸"


def _is_false_dash(_: Marker, rest: str) -> bool:
    return not rest.strip() or bool(_DATE_OR_SESSION.match(rest))


def _is_false_box(marker: Marker, rest: str) -> bool:
    return not _BOX_AFTER.match(rest) or (marker.ordinal is None and not rest.strip())


_CHECKS = {
    "part": _is_cited_unit,
    "subpart": _is_cited_unit,
    "chapter": _is_cited_unit,
    "section": _is_cited_unit,
    "article": _is_cited_unit,
    "han": _is_false_han,
    "financial": _is_false_han,
    "nth": _is_false_han,
    "paren-han": _is_false_item,
    "paren-arab": _is_false_item,
    "paren-stem": _is_false_item,
    "arab": _is_false_arabic,
    "half-paren-arab": _is_false_arabic,
    "bare": _is_false_arabic,
    "multi2": _is_false_decimal,
    "multi3": _is_false_decimal,
    "stem": _is_false_stem,
    "dash": _is_false_dash,
    "box": _is_false_box,
}


def is_tautology(text: str, marker: Marker) -> bool:
    """Return whether the number is repeated after 是, as in 一是一、二是二."""
    return marker.form == "shi" and text[marker.end : marker.end + 1] == marker.marker[-2]
