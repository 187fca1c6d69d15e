"""The title of a heading, which ends at the line's end, at the first full stop, or at the next enumerator.

>>> find_title("（一）指导思想。坚持以人民为中心。", 3, 17)
Title(start=3, end=7, standalone=False)
>>> find_title("一、总体要求", 2, 6)
Title(start=2, end=6, standalone=True)
"""

from policytext.model.records import NamedTuple
from policytext.text.lazy_patterns import LazyPattern

_SPACE = " \t\u3000\xa0\u2002\u2003\u200b\ufeff*\r\n"
# One class comes first, because the engine passes over all other characters in a tenth of the time of a choice.
_STOP = LazyPattern("[。！!？?；;：:.](?:(?<![：:.])|(?<=[：:])(?=.)|(?<=\\.)(?=[ \u3000]|$))")
_GAP = LazyPattern(r"[ \t\u3000\xa0]{1,}")
_COMMA = LazyPattern("[，,]")
_CLOSED = "？?！!。；;：:，,.．、*# \t\u3000\xa0"
_CLOSING = "。；;：:，,.．、*# \t\u3000\xa0"

_OPENING = LazyPattern("[“（(《「【]")
#: The largest length of a name before a colon.
_MAX_NAME = 30
#: No heading is longer; of a paragraph, the first clause is the title.
MAX_LENGTH = 120


class Title(NamedTuple):
    """The span of a title, and whether it is alone on its line."""

    start: int
    end: int
    standalone: bool


def find_title(text: str, start: int, end: int, collapsed: bool = False) -> Title:
    """Find the title in ``text[start:end]``.

    Args:
        text: the text.
        start: the end of the marker.
        end: the end of the line, or the start of the next marker on it.
        collapsed: whether a space ends the title too, as in documents that lost their line breaks.
    """
    while start < end and (text[start] in _SPACE or text[start] in "：:"):
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    if start >= end:
        return Title(start, start, True)
    line_end, end = end, min(end, start + 3 * MAX_LENGTH)  # a line may be a whole document
    stop = _find_first_stop(text, start, end)
    if stop - start > MAX_LENGTH:
        comma = _COMMA.search(text, start + 2, start + MAX_LENGTH)
        stop = comma.start() if comma else start + MAX_LENGTH
    if collapsed:
        gap = _GAP.search(text, start + 2, stop)
        if gap is not None:
            stop = gap.start()
    standalone = stop >= line_end or (line_end - stop < MAX_LENGTH and not text[stop:line_end].strip(_CLOSED))
    while stop > start and text[stop - 1] in _CLOSING:
        stop -= 1
    return Title(start, stop, standalone)


def _find_first_stop(text: str, start: int, end: int) -> int:
    """Return the first mark that ends the title, outside quotes, brackets and 《》."""
    position = start
    while True:
        stop = _STOP.search(text, position, end)
        if stop is None:
            return end
        if _OPENING.search(text, start, stop.start()) and _is_open(text[start : stop.start()]):
            position = stop.end()
            continue
        # A colon introduces the body only after a short name; in a long clause it belongs to the clause.
        if stop.group() in "：:" and (
            not 1 < stop.start() - start <= _MAX_NAME
            or (text[start] in "（(" and text[stop.start() - 1] in "）)")
        ):
            position = stop.end()
            continue
        return stop.start()


def _is_open(inside: str) -> bool:
    for opening, closing in ("“”", "（）", "()", "《》", "「」", "【】"):
        opened = inside.count(opening)
        if opened and opened > inside.count(closing) and len(inside) - inside.rfind(opening) < 60:
            # Exported texts may close a quotation that begins with “ by a straight mark.
            return not (opening == "“" and '"' in inside)
    return False
