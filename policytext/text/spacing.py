"""Spaces that some editors set between Chinese characters and Latin letters or figures, or in figures: 到 2030 年, 1 9 9 8 年.

Some PDF files have one between all characters.

>>> find_spaces("到 2030 年，5G 基站达到 3.5 万个")
[(1, 2), (6, 7), (11, 12), (16, 17), (20, 21)]
>>> find_spaces("转５ ０ ０ 亿元")
[(2, 3), (4, 5), (6, 7)]
>>> find_spaces("該 屋 苑 有 3 500 個")
[(1, 2), (3, 4), (5, 6), (7, 8), (13, 14)]
>>> find_spaces("第 3 條  本法\\n1 范围\\n10 500 个"[:-2])
[]
>>> remove_spaces("修正第 3、5  條，全文 6 條；办好 6 条实事")
'修正第3、5  條，全文6 條；办好6条实事'
>>> remove_spaces("人均  1 2 . 5 平方米，增长3. 5%")
'人均12.5平方米，增长3.5%'
>>> remove_spaces("2030 年居全国第 4 位，办好 29 项实事")
'2030年居全国第4位，办好29项实事'
"""

from policytext.model.offset_map import OffsetMap
from policytext.text.hanzi import HAN
from policytext.text.lazy_patterns import LazyPattern

_MARKS = "，。、；：（）《》“”"
_LATIN = "A-Za-z0-9０-９"
_PARTS = "條条章节節款項项编編"
_BLANK = " \xa0\u2009"
#: One space between the two, not behind the number at a line's start (1 范围) nor in a number of an article (第 3 條).
_SPACE = LazyPattern(
    rf"[{_BLANK}](?:(?<=[{HAN}{_MARKS}].)(?:(?<!第.)|(?=\d{{1,4}}[{_BLANK}]?[^\s\d{_PARTS}]))(?=[{_LATIN}<>≤≥~])"
    rf"|(?<=[{_LATIN}%％‰].)(?=[{HAN}{_MARKS}]))"
)
#: A wide space, or two, between the two, which in running text are no gap between columns.
_WIDE_SPACE = LazyPattern(
    rf"\u3000(?:(?<=[{HAN}，、（].)(?=[0-9０-９])|(?<=[0-9０-９%％‰].)(?=[{HAN}，。；]))"
)
_TWO_SPACES = LazyPattern(
    rf"[{_BLANK}]{{2}}(?:(?<=[{HAN}，、（]..)(?=[0-9０-９])|(?<=[0-9０-９%％‰]..)(?=[{HAN}，。；]))"
)
_DATE = LazyPattern(r"[0-9０-９]{0,4}[ \xa0\u3000]{0,2}[年月日]")
_PROSE = LazyPattern(rf"[，。；]|[,;](?<=[{HAN}%].)")
_WINDOW = 60  # characters on either side of such a space in which running text has a mark
#: 第 2～8、10 條, 全文 6 條.
_PART_NUMBERS = LazyPattern(r"[第文][\s\d、,，～~—之至及與和与-]{1,60}")
_LONGEST_LIST = 60
#: A figure whose digits are set apart, before its unit, from its first space on: ５ ０ ０ 亿元, 1 2 . 5 %.
_DIGIT = "[0-9０-９]"
_SPACED_FIGURE = LazyPattern(
    rf" (?<={_DIGIT} )(?<![0-9０-９.,．，]. )(?<![0-9０-９.,．，] . )"
    rf"{_DIGIT}(?: {_DIGIT})*(?: ?[.．,] ?{_DIGIT}(?: {_DIGIT})*){{0,3}} ?(?=[{HAN}%％‰—–~～/-])"
)
#: A decimal point, or the comma behind thousands, with a space beside it: 12. 5%, 3 ,500 個.
_SPACED_POINT = LazyPattern(
    rf"(?<={_DIGIT})(?: [.．] ?|[.．] | ,|, (?={_DIGIT}{{3}}(?!{_DIGIT})))(?={_DIGIT}+[.．,]?{_DIGIT}* ?[{HAN}A-Za-z%％‰])"
)
#: Text whose characters are set apart, from its first space on: 屋 苑 第 七 期.
_SET_APART = LazyPattern(rf" (?<=[{HAN}{_MARKS}] )(?:[{HAN}{_MARKS}] ){{2,}}[{HAN}{_MARKS}\d]")
_ONE_SPACE = LazyPattern(" ")
_LINE_NUMBER = LazyPattern(r"[ \u3000]*[\d.]+")
_DATE_UNITS = ("年", "月", "日")
_LONGEST_NUMBER = 13  # characters of such a number and the line break before it


def find_spaces(text: str) -> list[tuple[int, int]]:
    """Find the single spaces between Chinese characters and Latin letters or figures.

    Args:
        text: the text.
    """
    spaces = {space.span() for space in _WIDE_SPACE.finditer(text) if _is_in_prose(text, *space.span())}
    if " " not in text and "\xa0" not in text and "\u2009" not in text:
        return sorted(spaces)
    spaces |= {
        space.span()
        for space in _SPACE.finditer(text)
        if not _follows_line_number(text, space.start()) and not _is_in_part_number(text, space.end())
    }
    spaces |= {
        space.span()
        for space in _TWO_SPACES.finditer(text)
        if _is_in_prose(text, *space.span()) and not _is_in_part_number(text, space.end())
    }
    for point in _SPACED_POINT.finditer(text):
        if not _follows_line_number(text, point.end() - 1):
            spaces |= {space.span() for space in _ONE_SPACE.finditer(text, *point.span())}
    for run in _SET_APART.finditer(text):
        spaces |= {space.span() for space in _ONE_SPACE.finditer(text, *run.span())}
    for figure in _SPACED_FIGURE.finditer(text):
        spaces |= {space.span() for space in _ONE_SPACE.finditer(text, *figure.span())}
    return sorted(spaces)


def remove_spaces(text: str) -> str:
    """Return a text without the spaces of `find_spaces`."""
    return OffsetMap(cuts).cut(text) if (cuts := find_spaces(text)) else text


def _is_in_prose(text: str, start: int, end: int) -> bool:
    """Return whether a place is in a date, or its line has the marks of running text near it."""
    if _DATE.match(text, end):
        return True
    first = max(text.rfind("\n", 0, start) + 1, start - _WINDOW)
    last = text.find("\n", end, end + _WINDOW)
    return bool(_PROSE.search(text, first, last if last >= 0 else end + _WINDOW))


def _is_in_part_number(text: str, at: int) -> bool:
    """Return whether the word at an offset is the part that a number names: 条 of 第 3 条, not of 3 条."""
    if text[at] not in _PARTS:
        return False
    first = max(text.rfind(sign, max(at - _LONGEST_LIST, 0), at) for sign in "第文")
    return first >= 0 and bool(_PART_NUMBERS.fullmatch(text, first, at))


def _follows_line_number(text: str, at: int) -> bool:
    """Return whether a space follows the number with which its line begins, which is no year: 2030 年."""
    if text.startswith(_DATE_UNITS, at + 1):
        return False
    start = text.rfind("\n", max(at - _LONGEST_NUMBER, 0), at) + 1
    return (start > 0 or at < _LONGEST_NUMBER) and bool(_LINE_NUMBER.fullmatch(text, start, at))
