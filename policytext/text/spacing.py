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
"""

from policytext.text.hanzi import HAN
from policytext.text.lazy_patterns import compile_pattern

_MARKS = "，。、；：（）《》“”"
#: One space between the two, not behind the number at a line's start (1 范围) nor in a number of an article (第 3 條).
_SPACE = compile_pattern(
    rf"[ \xa0\u2009](?:(?<=[{HAN}{_MARKS}].)(?<!第.)(?=[A-Za-z0-9<>≤≥~])"
    rf"|(?<=[A-Za-z0-9%‰].)(?=[{HAN}{_MARKS}])(?![条條章节節款項项編编]))"
)
#: A figure whose digits are set apart, before its unit, from its first space on: ５ ０ ０ 亿元.
_SPACED_FIGURE = compile_pattern(
    rf" (?<=[0-9０-９] )(?<![0-9０-９.,．，]. )(?<![0-9０-９.,．，] . )[0-9０-９](?: [0-9０-９])* ?(?=[{HAN}%％‰])"
)
#: Text whose characters are set apart, from its first space on: 屋 苑 第 七 期.
_SET_APART = compile_pattern(rf" (?<=[{HAN}{_MARKS}] )(?:[{HAN}{_MARKS}] ){{2,}}[{HAN}{_MARKS}\d]")
_ONE_SPACE = compile_pattern(" ")
_LINE_NUMBER = compile_pattern(r"[ \u3000]*[\d.]+")
_LONGEST_NUMBER = 13  # characters of such a number and the line break before it


def find_spaces(text: str) -> list[tuple[int, int]]:
    """Find the single spaces between Chinese characters and Latin letters or figures.

    Args:
        text: the text.
    """
    if " " not in text and "\xa0" not in text and "\u2009" not in text:
        return []
    spaces = {
        space.span() for space in _SPACE.finditer(text) if not _follows_line_number(text, space.start())
    }
    for run in _SET_APART.finditer(text):
        spaces |= {space.span() for space in _ONE_SPACE.finditer(text, *run.span())}
    for figure in _SPACED_FIGURE.finditer(text):
        spaces |= {space.span() for space in _ONE_SPACE.finditer(text, *figure.span())}
    return sorted(spaces)


def _follows_line_number(text: str, at: int) -> bool:
    """Return whether a space follows the number with which its line begins."""
    start = text.rfind("\n", max(at - _LONGEST_NUMBER, 0), at) + 1
    return (start > 0 or at < _LONGEST_NUMBER) and bool(_LINE_NUMBER.fullmatch(text, start, at))
