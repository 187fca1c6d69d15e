"""The title of the document that a notice or an order issues: a line with just the name that it announces.

>>> text = "关于印发《数据办法》的通知\\n现将《数据办法（试行）》印发给你们。\\n2030年3月5日\\n数 据 办 法\\n（试行）\\n"
>>> find_attached_title(LineViews(text), Span(0, 13))
Span(start=43, end=55)
"""

import re

from policytext.model.document import Span
from policytext.outliner.line_views import LineViews
from policytext.text.lazy_patterns import LazyPattern

_ANNOUNCED = LazyPattern(
    r"《((?:[^《》\n]|《[^《》\n]{1,40}》){4,80})》|(?:印发|印發|发布|發布|公布|转发|轉發)([^《》\n]{4,60}?)的(?:通知|决定|公告|通告|函)"
)
#: The documents that issue others, by their titles.
_ISSUING = LazyPattern(
    "(?:通知|命令|令|公告|通告|决定|決定|函|通报|批复)(?:[（(][^（）()]*[）)])?$|印发|印發|转发|轉發|批转|批轉|发布|發布|公布"
)
_NOTE = LazyPattern(r"[（(〔][^（）()〔〕]{1,30}[)）〕]$")
#: Characters behind the title of a notice in which it names what it issues, and lines in which that begins.
_REACH = 2_000
_LINES = 300
_LONGEST = 90
#: A title stands on so many lines at most.
_PARTS = 4


def find_attached_title(lines: LineViews, main: Span) -> Span | None:
    """Find the title of the first document that is named at the beginning and stands below.

    Args:
        lines: the text.
        main: the span of the main title.
    """
    text = lines.text
    if not _ISSUING.search(text, *main):
        return None
    head = text[main.start : min(main.end + _REACH, len(text))]
    own = _bare(text[slice(*main)])
    names = {_bare(match[1] or match[2]) for match in _ANNOUNCED.finditer(head)} - {own}
    if not names:
        return None
    first = lines.index(main.end) + 1
    for index in range(first, min(first + _LINES, lines.count)):
        start, end = lines.begins[index], lines.ends[index]
        if not 0 < end - start <= _LONGEST:
            continue
        words, last = "", index
        for below in range(index, min(index + 2 * _PARTS, lines.count)):
            if lines.is_blank(below):
                continue
            if lines.ends[below] - lines.begins[below] > _LONGEST:
                break
            words += lines.text_of(below)
            last = below
            bare = _bare(words)
            if bare in names:
                return Span(start, lines.ends[_add_note(lines, last)])
            if not any(name.startswith(bare) for name in names):
                break
    return None


def _add_note(lines: LineViews, last: int) -> int:
    """Return the line below a title if it only has its note: （试行）."""
    below = lines.next(last)
    if below is None or lines.ends[below] - lines.begins[below] > 20:
        return last
    words = lines.text_of(below)
    is_note = re.fullmatch(r"[（(][^（）()]{0,14}(?:年|试行|試行|草案|暂行|稿|本|版)[）)]", words)
    return below if is_note else last


def _bare(title: str) -> str:
    """Return a title without spaces, marks around it, and the note at its end."""
    return _NOTE.compiled.sub("", "".join(title.split()).strip("《》“”"))
