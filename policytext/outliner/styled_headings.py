"""The lines that a file marks as headings by their style: the styles of Word, h1 to h6 of a web page.

A style says little where it is also that of the text, so a level is used only if most of its lines may be headings.
The levels of numbered headings come from their enumerators; a heading without one has the rank of the numbered
headings of its level, or a rank between theirs.

>>> text = "工作报告\\n总体情况\\n全年推进顺利。\\n下一步打算\\n2026年5月6日\\n"
>>> lines = LineViews(text)
>>> read_styles(lines, [(0, 1), (5, 2), (18, 2), (24, 2)])
>>> lines.styled, find_styled_title(lines)
({0: 1, 1: 2, 3: 2}, 0)
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from policytext.model.document import SET_OFF
from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import Marker, find_marker_at
from policytext.outliner.plain_ranks import ABOVE, BELOW
from policytext.text.lazy_patterns import LazyPattern

#: The form of a heading of each level.
FORMS = {level: f"styled{level}" for level in range(1, SET_OFF)}
_LONGEST = 60
_STOPS = frozenset("。；;，,、")
#: The largest share of a level's lines that are text, and of a document's lines that are headings or are set off.
_TEXT, _HEADINGS, _BOLD = 0.34, 0.6, 0.4
_FEW = 3
_WORDS = LazyPattern("[\u3400-\u9fff]{2}|[A-Za-z]{4}")
_NO_HEADING = LazyPattern(
    r"[〔（(]?(?:\d{2,4}|[一二三四五六七八九〇○零]{4})[-./年]\d{0,2}[-./月]?\d{0,2}日?[〕）)]?$|(?:来源|來源|时间|時間|发布|發布|日期|作者|编辑|編輯|索引号?|字[号體体]|打印|分享|抄送|[备備附]?[注註])[:： ]"
    r"|.{0,3}(?:上一篇|下一篇|相关链接|相關連結|返回|扫一扫|掃一掃)"
)
#: The last line on which a title may stand, among those that are not blank.
_LAST_TITLE = 12
#: The distance of ranks between two levels, smaller than between two forms.
_STEP = 0.01


def read_styles(lines: LineViews, marked: Iterable[tuple[int, int]]) -> None:
    """Set the styled and the set-off lines of a text.

    Args:
        lines: the text.
        marked: offsets and levels, as in ``Source.headings``.
    """
    levels: dict[int, list[int]] = {}
    for offset, level in marked:
        index = lines.index(offset)
        if not lines.is_blank(index):
            levels.setdefault(level, []).append(index)
    if not levels:
        return
    filled = sum(begin != end for begin, end in zip(lines.begins, lines.ends, strict=True))
    styled: dict[int, int] = {}
    for level, members in levels.items():
        headings = [index for index in members if not _is_text(lines, index)]
        if len(members) - len(headings) > _TEXT * len(members):
            continue
        if level == SET_OFF:
            lines.set_off = frozenset(headings) if len(members) <= max(_FEW, _BOLD * filled) else ()
        else:
            styled |= dict.fromkeys(headings, level)
    if len(styled) <= max(_FEW, _HEADINGS * filled):
        lines.styled = dict(sorted(styled.items()))


def _is_text(lines: LineViews, index: int) -> bool:
    start, end = lines.begins[index], lines.ends[index]
    if end - start > _LONGEST or lines.text[end - 1] in _STOPS:
        return True
    return not _WORDS.search(lines.text, start, end) or bool(_NO_HEADING.match(lines.text, start, end))


def find_styled_title(lines: LineViews) -> int | None:
    """Return the line that only the document's title can be: the single one of its level, above all headings."""
    first = next(iter(lines.styled), None)
    if first is None or sum(not lines.is_blank(index) for index in range(first)) >= _LAST_TITLE:
        return None
    level = lines.styled[first]
    if find_marker_at(lines, first) is not None:
        return None
    if level == 0:
        return first
    others = [other for index, other in lines.styled.items() if index != first]
    return first if others and min(others) > level else None


def rank_styled(
    lines: LineViews, headings: Sequence[Marker], ranks: Mapping[str, float], levels: Iterable[int]
) -> dict[int, float]:
    """Return the ranks of levels by the numbered headings that are styled; empty where none is.

    Args:
        lines: the text.
        headings: the numbered headings.
        ranks: the ranks of their forms.
        levels: the levels of the headings without a number.
    """
    counts: dict[str, Counter[int]] = {}
    for marker in headings:
        level = lines.styled.get(-1 if marker.line is None else marker.line)
        if level and marker.form in ranks:
            counts.setdefault(marker.form, Counter())[level] += 1
    usual = {form: count.most_common(1)[0][0] for form, count in counts.items()}
    found: dict[int, float] = {}
    for level in sorted(set(levels)) if usual else ():
        same = [ranks[form] for form, own in usual.items() if own == level]
        above = [ranks[form] for form, own in usual.items() if own < level]
        below = [ranks[form] for form, own in usual.items() if own > level]
        if same:
            found[level] = min(same)
        elif above:
            found[level] = max(above) + BELOW + level * _STEP
        else:
            found[level] = min(below) + ABOVE + level * _STEP
    return found


def order_levels(rank: float, levels: Iterable[int]) -> dict[int, float]:
    """Return the ranks of levels that begin at one rank, in their order."""
    return {level: rank + step * _STEP for step, level in enumerate(sorted(set(levels)))}
