"""Text as people see it: on one line, in so many cells, without what a terminal would obey.

A title can be anything that stood in a stranger's file, escape sequences and direction overrides among it.
Formats for programs write it as it is; formats and messages for people go through here.

>>> printable("安全\\x1b[31m总则")
'安全␛[31m总则'
>>> one_line("关于加快\\r\\n　　发展的意见")
'关于加快发展的意见'
>>> one_line("Internet Plus\\n行动")
'Internet Plus 行动'
>>> cells("一、A")
5
"""

import re
from collections.abc import Callable
from unicodedata import combining, east_asian_width

from policytext.text.patterns import compiled

# C0 and DEL as their pictures, one cell each; C1 and the controls of direction as the replacement character.
_SHOWN = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_SHOWN |= dict.fromkeys(
    [*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)], 0xFFFD
)
_HARMFUL = compiled("[" + "".join(map(re.escape, map(chr, _SHOWN))) + "]")
_BREAK = compiled(r"[\r\n\t]\s*")

# What a line may be broken into: closing marks stay with what they close, opening marks with what they open.
_UNIT = compiled(
    r"\s+|[（《〈【〔“‘「『(\[]*(?:[!-'*-~\u00a0-\u024f]+|\S)[，。、；：？！）》〉】〕”’」』…)\]]*"
)


def printable(text: str) -> str:
    """`text` with every control character made visible, as many characters as before."""
    return text.translate(_SHOWN) if _HARMFUL.search(text) else text


def one_line(text: str) -> str:
    """`text` on one line: a break between Han characters is dropped, one beside a Latin letter is a space."""
    if "\n" in text or "\r" in text or "\t" in text:
        text = _BREAK.sub(_joint, text)
    return printable(text)


def _joint(found: re.Match[str]) -> str:
    text = found.string
    before = text[found.start() - 1 : found.start()]
    after = text[found.end() : found.end() + 1]
    return " " if before and after and (before < "\u2e80" or after < "\u2e80") else ""


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes. Ambiguous ones (“” — ·) count one, as most draw them."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text)


def fold(text: str, width: int, measure: Callable[[str], int] = cells) -> list[str]:
    """`text` in lines of at most `width` cells, broken as Chinese is: anywhere but before a closing mark.

    >>> fold("推进“互联网+政务服务”，让群众少跑腿。", 12)
    ['推进“互联网+', '政务服务”，', '让群众少跑', '腿。']
    >>> fold("Internet Plus 行动", 9)
    ['Internet', 'Plus 行动']
    """
    lines, line, used = [], "", 0
    for unit in _UNIT.findall(text):
        for piece in _fitting(unit, width, measure):
            size = measure(piece)
            if used + size > width and line.strip():
                lines.append(line.rstrip())
                line, used = "", 0
                if piece.isspace():
                    continue
            line += piece
            used += size
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _fitting(unit: str, width: int, measure: Callable[[str], int]) -> list[str]:
    """A unit whole, or letter by letter where it is wider than the line."""
    return [unit] if measure(unit) <= width or unit.isspace() else list(unit)
