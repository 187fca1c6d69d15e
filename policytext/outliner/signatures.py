"""The signature of a document: the bodies and the date at the end of a notice, or the date alone below a title.

>>> lines = LineViews("现印发给你们。\\n东川市财政局　东川市民政局\\n2030年3月5日\\n")
>>> signature = find_signature(lines, [0, 1, 2])
>>> signature.organs, signature.date, lines.text[slice(*signature.span)]
(('东川市财政局', '东川市民政局'), '2030-03-05', '2030年3月5日')
>>> find_signature(LineViews("现印发给你们。东川市民政局2030年3月5日养老办法第一条 为了养老。" + "为了养老。" * 20), [0]).organs
('东川市民政局',)
"""

from collections.abc import Iterable, Sequence

from policytext.model.document import Span
from policytext.model.records import NamedTuple
from policytext.outliner.front_dates import parse_front_date
from policytext.outliner.line_views import LineViews
from policytext.outliner.organs import read_organs
from policytext.text.lazy_patterns import LazyPattern

_LAST_LINES = 12
#: A joint paper has so many bodies at most; the longest line of them.
_MOST_BODIES = 20
_LONGEST = 60
_BRACKETS = "（()） \u3000"
_ORGANS_AND_DATE = LazyPattern(
    r"(?P<organs>[^\d。，；：《》]{4,60}?)[ \u3000]*(?P<date>(?:\d{4}|[一二][〇○零一二三四五六七八九]{3}) ?年 ?[\d一二三四五六七八九十]{1,3} ?月 ?[\d一二三四五六七八九十]{1,3} ?日)"
)
#: A signature inside a text of one line, behind the last sentence.
_INSIDE = LazyPattern(
    r"(?<=[。！”》])[ \u3000]*(?P<organs>[\u4e00-\u9fff、 \u3000]{3,40}?(?:院|厅|局|委|部|会|府|办|室|署|处|中心))[ \u3000]*"
    r"(?P<date>(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)(?![ \u3000]*(?:印发|发布|公布|下发|出台|召开|制定|第|前|起|至|以|，|,|、|的|在|—|-|）))"
)
_COLLAPSED = 100
_REACH = 6_000


class Signature(NamedTuple):
    """The bodies of a signature in order, its date in ISO 8601, and the span of the date."""

    organs: tuple[str, ...]
    date: str
    span: Span


def find_signature(lines: LineViews, front: Sequence[int], *, between: bool = True) -> Signature | None:
    """Find the first signature in the front matter or at the end, or else in between; one with a body comes first.

    Args:
        lines: the text.
        front: the lines of the front matter.
        between: whether the document may have one in between, which a statute has not.
    """
    last = [
        index for index in range(max(0, lines.count - _LAST_LINES), lines.count) if not lines.is_blank(index)
    ]
    bare: Signature | None = None
    for index in (*front, *last):
        signature = _read_line(lines, index) or _read_inside(lines, index)
        if signature is not None and signature.organs:
            return signature
        bare = bare or signature
    return bare or (_find_between(lines, front[-1] + 1 if front else 0) if between else None)


def _read_line(lines: LineViews, index: int) -> Signature | None:
    """Return the signature whose date ends a line, with the bodies before it or on the lines above."""
    text, start, end = lines.text, lines.begins[index], lines.ends[index]
    if end == start or end - start > _LONGEST or text[end - 1] not in "日）)":
        return None
    while start < end and text[start] in _BRACKETS:
        start += 1
    while start < end and text[end - 1] in _BRACKETS:
        end -= 1
    date = parse_front_date(text[start:end], whole=True)
    if date is not None:
        return Signature(_read_above(lines, index), date, Span(start, end))
    match = _ORGANS_AND_DATE.fullmatch(text, start, end)
    if match is None:
        return None
    date, organs = parse_front_date(match["date"], whole=True), read_organs(match["organs"])
    return Signature(organs, date, Span(*match.span("date"))) if date and organs else None


def _read_above(lines: LineViews, index: int) -> tuple[str, ...]:
    """Return the bodies on the lines above a date, in order."""
    organs: tuple[str, ...] = ()
    above = lines.previous(index)
    while (
        above is not None
        and lines.ends[above] - lines.begins[above] <= _LONGEST
        and len(organs) < _MOST_BODIES
    ):
        names = read_organs(lines.text_of(above))
        if not names:
            break
        organs = names + organs
        above = lines.previous(above)
    return organs


def _read_inside(lines: LineViews, index: int) -> Signature | None:
    start, end = lines.begins[index], lines.ends[index]
    if end - start < _COLLAPSED:
        return None
    windows: Iterable[tuple[int, int]] = (
        (start, min(end, start + _REACH)),
        (max(start + _REACH, end - 300), end),
    )
    for first, last in windows:
        match = _INSIDE.search(lines.text, first, last) if last > first else None
        if match is not None:
            date, organs = parse_front_date(match["date"], whole=True), read_organs(match["organs"])
            if date and organs:
                return Signature(organs, date, Span(*match.span("date")))
    return None


def _find_between(lines: LineViews, first: int) -> Signature | None:
    """Find a signature with a body between the front matter and the end: above an annex or an attached document."""
    for index in range(first, lines.count):
        if (
            6 <= lines.ends[index] - lines.begins[index] <= _LONGEST
            and lines.text[lines.ends[index] - 1] == "日"
        ):
            signature = _read_line(lines, index)
            if signature is not None and signature.organs:
                return signature
    return None
