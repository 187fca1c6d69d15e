"""The text of one line of a web page: white space as a browser collapses it, and raised figures.

>>> collapse_spaces(" 全市千人托\\n  位数达到\\n5个 at the\\n end ")
'全市千人托位数达到5个 at the end'
>>> raise_digits("4"), raise_digits("[1]"), raise_digits("-1")
('⁴', '[1]', '⁻¹')
"""

import re

from policytext.text.lazy_patterns import LazyPattern
from policytext.text.raised import SUPERSCRIPTS

_BLANKS = LazyPattern("[ \t\r\n\f]+")
_BREAKS = LazyPattern("[\r\n\f]")
#: Beside a character of these blocks a line break of the source is no space (CSS Text, segment break transformation).
_WIDE = LazyPattern(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
    "\U00020000-\U0003fffd“”‘’…—]"
)
_RAISED = LazyPattern(r"[\s\d+\-−–,，、]+")
_SUPERSCRIPTS: dict[int, str | int] = {**SUPERSCRIPTS, ord("–"): "⁻"}


def collapse_spaces(text: str) -> str:
    """Return a text with each run of white space as one space, or as none at a line break beside a wide character."""
    text = text.strip(" \t\r\n\f")
    if not _BREAKS.search(text):
        return _BLANKS.sub(" ", text)
    return _BLANKS.sub(_collapse_run, text)


def _collapse_run(run: re.Match[str]) -> str:
    if not _BREAKS.search(run[0]):
        return " "
    text, (start, end) = run.string, run.span()
    return "" if _WIDE.match(text, start - 1) or _WIDE.match(text, end) else " "


def raise_digits(text: str) -> str:
    """Return a superscript of digits in superscript characters, so that 10⁴ is not 104; any other as it is."""
    return text.translate(_SUPERSCRIPTS) if _RAISED.fullmatch(text) else text
