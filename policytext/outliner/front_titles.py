"""The titles of a document: the main one, the line with a dash below it, and the document that a notice issues.

A title ends in a word for a type of document (those of the regulation on official documents, 中办发〔2012〕14号, article 8,
and those of statutes, plans and speeches). Where it does not, the line above a document number, a note of adoption or a
session line at the top of the text is one.

>>> lines = LineViews("国务院关于加强\\n数据管理\\n几 个 问 题 的 通 知\\n各省：\\n")
>>> [(title.role, title.text) for title in find_titles(lines, [0, 1, 2, 3], StatedFields())]
[('main', '国务院关于加强数据管理几个问题的通知')]
>>> lines = LineViews("团结奋斗\\n开创新局面\\n——在东川市第一次代表大会上的报告\\n（2030年1月5日）\\n")
>>> [(title.role, title.text) for title in find_titles(lines, [0, 1, 2, 3], StatedFields())]
[('main', '团结奋斗开创新局面'), ('subtitle', '在东川市第一次代表大会上的报告')]
"""

import re
from collections.abc import Sequence

from policytext.model.document import Span, StatedFields
from policytext.model.front_matter import DocumentTitle, TitleRole
from policytext.outliner.attached_titles import find_attached_title
from policytext.outliner.front_lines import compact, read_label
from policytext.outliner.line_views import LineViews
from policytext.outliner.styled_headings import find_styled_title
from policytext.outliner.title_lines import (
    COLLAPSED_TITLE,
    COMPLETE,
    CONTINUES,
    DANGLING,
    JOINT,
    MATTER,
    OPENS,
    PART,
    REPEATED,
    REST,
    SHORT_CODES,
    SUBTITLE,
    is_anchor,
    is_organ_line,
    is_plain_line,
    is_title_line,
    is_weak_title_line,
)

_FIRST_LINES = 40
_COLLAPSED = 200
#: Lines above the last one of a title that may belong to it, and of bodies above these that issue it together.
_ABOVE = 4
_JOINT_LINES = 12
#: The lines from the top among which a title without a word for its type is looked for, and the most that it has.
_TOP = 6
_MOST_LINES = 3

_Found = tuple[Span, Span | None]


def find_titles(lines: LineViews, front: Sequence[int], stated: StatedFields) -> tuple[DocumentTitle, ...]:
    """Find the titles, the main one first.

    Args:
        lines: the text.
        front: the lines of the front matter.
        stated: what the file states outside the text.
    """
    found = (
        _find_main(lines, front)
        or _find_stated(lines, front, stated.title)
        or _find_in_matter(lines)
        or _find_styled(lines)
    )
    if found is None:
        return (DocumentTitle("main", stated.title, None),) if stated.title else ()
    main, subtitle = found
    titles = [_make_title(lines, "main", main)]
    if subtitle is not None:
        titles.append(_make_title(lines, "subtitle", subtitle))
    below = lines.next(lines.index(main.end))
    if below is not None and PART.fullmatch(lines.text, lines.begins[below], lines.ends[below]):
        spans = [Span(lines.begins[below], lines.ends[below])]
    elif len(lines.titles) > 1:
        spans = [Span(lines.begins[line], lines.ends[line]) for line in lines.titles[1:]]
    else:
        attached = find_attached_title(lines, main)
        spans = [attached] if attached else []
    return (*titles, *[_make_title(lines, "attached", span) for span in spans])


def _make_title(lines: LineViews, role: TitleRole, span: Span) -> DocumentTitle:
    return DocumentTitle(role, fold_title(lines.text[slice(*span)]), span)


def fold_title(title: str) -> str:
    """Join a title of several lines; no space is left between Han characters."""
    if len(title.split()) == 1:
        return title.strip()
    title = " ".join([compact(part.strip()) for part in re.split(r"[\r\n]+", title)])
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", title).strip()


def _find_main(lines: LineViews, front: Sequence[int]) -> _Found | None:
    if lines.titles:
        return Span(lines.begins[lines.titles[0]], lines.ends[lines.titles[0]]), None
    weak: int | None = None
    anchored: Span | None = None
    for place, index in enumerate(front[:_FIRST_LINES]):
        start, end = lines.begins[index], lines.ends[index]
        if end - start >= _COLLAPSED:
            match = COLLAPSED_TITLE.match(lines.text, start, start + _COLLAPSED)
            if match is not None:
                return Span(match.start(1), match.end(1)), None
            break
        label = read_label(lines, index)
        if label is not None:
            if label.field == "title":
                return label.span, None
            continue
        words = compact(lines.text[start:end])
        if place and SUBTITLE.match(words) and (above := _find_plain_above(lines, front, place)):
            return above, _trim_dash(lines, index)
        if (
            is_title_line(words)
            or (place == 0 and words in SHORT_CODES)
            or _ends_title(lines, front, place, words)
        ):
            return _extend(lines, front, place)
        if 0 < place < _TOP + _MOST_LINES and is_anchor(words):
            anchored = _find_plain_above(lines, front, place)
            if anchored is not None:
                break
        if weak is None and place < _TOP and is_weak_title_line(words):
            weak = place
    if weak is not None:
        return _extend(lines, front, weak)
    if anchored is not None:
        return anchored, None
    return _find_repeated(lines, front)


def _ends_title(lines: LineViews, front: Sequence[int], place: int, words: str) -> bool:
    """Return whether a line ends a title that the line above begins, although it reads like a sentence."""
    above = compact(lines.text_of(front[place - 1])) if place else ""
    return bool(above and OPENS.search(above) and is_plain_line(above)) and is_title_line(above + words)


def _find_plain_above(lines: LineViews, front: Sequence[int], place: int) -> Span | None:
    """Return the lines above one, up to the top of the text, if all of them may be parts of a title."""
    above = front[max(0, place - _MOST_LINES - 1) : place]
    if not 0 < len(above) <= _MOST_LINES:
        return None
    words = [compact(lines.text_of(index)) for index in above]
    if (
        not all(map(is_plain_line, words))
        or (len(words[-1]) < 4 and len(words) < 2)
        or is_organ_line(words[-1])
    ):
        return None
    return Span(lines.begins[above[0]], lines.ends[above[-1]])


def _extend(lines: LineViews, front: Sequence[int], place: int) -> _Found:
    """Return the title whose type stands on the line at `place`, and the line with a dash below it."""
    first, last = _find_first_line(lines, front, place), place
    for below in range(place + 1, min(place + 3, len(front))):
        if not REST.fullmatch(compact(lines.text_of(front[below]))):
            break
        last = below
    subtitle = None
    if last + 1 < len(front) and SUBTITLE.match(compact(lines.text_of(front[last + 1]))):
        subtitle = _trim_dash(lines, front[last + 1])
    return Span(lines.begins[front[first]], lines.ends[front[last]]), subtitle


def _find_first_line(lines: LineViews, front: Sequence[int], place: int) -> int:
    """Return the place of the first line of the title whose type stands on the line at `place`."""
    first = place
    head = compact(lines.text_of(front[place]))
    if not COMPLETE.match(head):
        for above in range(place - 1, max(-1, place - 1 - _ABOVE), -1):
            words = compact(lines.text_of(front[above]))
            if not is_plain_line(words) or is_title_line(words):
                break
            if OPENS.search(words):
                first = above
                break
            if above == place - 1 and (CONTINUES.search(words) or DANGLING.match(head)):
                first = above
    if JOINT.match(compact(lines.text_of(front[first]))):
        stop = max(-1, first - 1 - _JOINT_LINES)
        for above in range(first - 1, stop, -1):
            if not is_organ_line(compact(lines.text_of(front[above]))):
                break
            first = above
    return first


def _trim_dash(lines: LineViews, index: int) -> Span:
    start = lines.begins[index]
    while lines.text[start] in "—–―- \u3000":
        start += 1
    return Span(start, lines.ends[index])


def _find_repeated(lines: LineViews, front: Sequence[int]) -> _Found | None:
    """Find a line, or the beginning of one, that stands twice at the head of a page."""
    for index in front[:2]:
        repeated = REPEATED.match(lines.text, lines.begins[index], lines.ends[index])
        if repeated is not None:
            return Span(*repeated.span(1)), None
    seen: set[str] = set()
    for index in front[:_FIRST_LINES]:
        if not 6 <= lines.ends[index] - lines.begins[index] <= 60:
            continue
        words = lines.text_of(index)
        if words in seen and is_plain_line(words.replace("：", "").replace(":", "")):
            return Span(lines.begins[index], lines.ends[index]), None
        seen.add(words)
    return None


def _find_in_matter(lines: LineViews) -> _Found | None:
    """Find the title in the YAML front matter of a Markdown file, whose lines count as blank."""
    match = MATTER.match(lines.text) if lines.text.startswith("---") else None
    return (Span(*match.span(1)), None) if match is not None else None


def _find_styled(lines: LineViews) -> _Found | None:
    """Find the line that a style of the file marks as the title."""
    title = find_styled_title(lines) if lines.styled else None
    return None if title is None else (Span(lines.begins[title], lines.ends[title]), None)


def _find_stated(lines: LineViews, front: Sequence[int], title: str | None) -> _Found | None:
    """Find the stated title at the head of the text, alone on one line or on two."""
    wanted = "".join((title or "").split())
    if not wanted:
        return None
    bare = [("".join(lines.text_of(index).split()), index) for index in front[:12] if len(title or "") < 300]
    for place, (words, index) in enumerate(bare):
        following = bare[place + 1 : place + 2]
        for text, last in ((words, index), *((words + more, below) for more, below in following)):
            if text == wanted:
                return Span(lines.begins[index], lines.ends[last]), None
    return None
