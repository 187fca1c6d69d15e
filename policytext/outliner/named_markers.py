"""Enumerators with a word or a sign: 任务一：, 问：, 主旨：, 【重点任务】 and ■; each needs others of its kind.

>>> from policytext.outliner.line_views import LineViews
>>> from policytext.outliner.markers import find_line_markers
>>> lines = LineViews("任务一：建设平台\\n任务二：归集数据\\n问题一：只有一个")
>>> markers = list(find_line_markers(lines))
>>> [marker.marker for marker in markers if marker.start not in find_lone_names(lines, markers)]
['任务一：', '任务二：']
"""

from collections.abc import Iterator, Sequence

from policytext.outliner.line_views import LineViews
from policytext.outliner.markers import NAMED_FORMS, Marker
from policytext.text.lazy_patterns import LazyPattern

_ANSWER = LazyPattern(r"[\n。？?][ \t\u3000?*]*答(?:[(（][a-zà-ǜ]{1,6}[)）])?[：:]")
_LETTER = ("主旨", "說明", "说明")
#: The buttons and labels of web pages.
_BUTTONS = LazyPattern(
    "打印|列印|关闭|關閉|返回|字体|字號|收藏|分享|大 ?中 ?小|纠错|下载|下載|相关|相關|编辑|編輯|责任|來源|来源"
)
_LONGEST_BULLET = 40
_END = frozenset("。；;，,、")


def find_lone_names(lines: LineViews, markers: Sequence[Marker]) -> set[int]:
    """Return the starts of the markers with a word or a sign that no other marker confirms.

    Args:
        lines: the text.
        markers: the markers at line starts, in order.
    """
    named = [marker for marker in markers if marker.form in NAMED_FORMS or marker.form == "worded"]
    if not named:
        return set()
    kept = {marker.start for form, keep in _KEEPERS.items() for marker in keep(lines, named, form)}
    brackets = [m for m in named if m.form == "bracket" and not _is_button(lines, m)]
    if brackets and (len(brackets) > 1 or markers[0].start < brackets[0].start):
        kept |= {marker.start for marker in brackets}
    return {marker.start for marker in named if marker.start not in kept}


def _keep_worded(_: LineViews, named: Sequence[Marker], form: str) -> Iterator[Marker]:
    by_word: dict[str, list[Marker]] = {}
    for marker in named:
        if marker.form == form:
            word = marker.marker[:2] if marker.marker[0] != "第" else "第" + marker.marker.rstrip("：:")[-1]
            by_word.setdefault(word, []).append(marker)
    for members in by_word.values():
        numbers = {marker.ordinal or 0 for marker in members}
        if 1 in numbers and 2 in numbers:
            yield from members


def _keep_questions(lines: LineViews, named: Sequence[Marker], form: str) -> Iterator[Marker]:
    questions = [marker for marker in named if marker.form == form]
    answered = bool(questions) and _ANSWER.search(lines.text, questions[0].end) is not None
    yield from (m for m in questions if answered or lines.text[lines.ends[m.line or 0] - 1] in "？?")


def _keep_letter(_: LineViews, named: Sequence[Marker], form: str) -> Iterator[Marker]:
    parts = [marker for marker in named if marker.form == form]
    if parts and parts[0].marker[:2] == _LETTER[0] and any(m.marker[:2] in _LETTER[1:] for m in parts):
        yield from parts


def _keep_bullets(lines: LineViews, named: Sequence[Marker], form: str) -> Iterator[Marker]:
    """Yield the bullets with a title: the text up to a colon, or the whole of a short line without a stop."""
    by_sign: dict[str, list[Marker]] = {}
    for marker in named:
        if marker.form == form and _has_title(lines, marker):
            by_sign.setdefault(marker.marker, []).append(marker)
    for members in by_sign.values():
        if len(members) > 1:
            yield from members


def _has_title(lines: LineViews, marker: Marker) -> bool:
    end = lines.ends[marker.line or 0]
    title = lines.text[marker.end : min(end, marker.end + _LONGEST_BULLET)].strip()
    named, colon, _ = title.replace(":", "：").partition("：")
    if colon:
        return len(named) > 1 and _END.isdisjoint(named)
    return end - marker.end < _LONGEST_BULLET and len(title) > 1 and _END.isdisjoint(title)


def _is_button(lines: LineViews, marker: Marker) -> bool:
    below = lines.next(marker.line or 0)
    if below is None or lines.text[lines.begins[below]] == "【":
        return True
    return bool(_BUTTONS.search(lines.text, marker.start, lines.ends[marker.line or 0]))


_KEEPERS = {
    "worded": _keep_worded,
    "question": _keep_questions,
    "letter": _keep_letter,
    "bullet": _keep_bullets,
    "dot": _keep_bullets,
}
