"""Text made safe and fitted for a terminal: control characters replaced, lines joined, wrapped and measured.

A title from an untrusted file may contain escape sequences and direction overrides. Formats for programs write it as
it is. Formats and messages for people use `join_lines` for a text that must stay on one line, `format_path` for a path,
and `escape_controls` for everything they write.

>>> replace_controls("安全\\x1b[31m总则")
'安全␛[31m总则'
>>> join_lines("关于加快\\r\\n　　发展的意见")
'关于加快发展的意见'
>>> join_lines("Internet Plus\\n行动")
'Internet Plus 行动'
>>> escape_controls("第一行\\r\\n第二行\\x1b[2J\\n")
'第一行\\r\\n第二行␛[2J\\n'
>>> format_path("规划.txt"), format_path("a\\n::error::b.txt")
('规划.txt', '"a\\\\n::error::b.txt"')
>>> count_cells("一、A")
5
"""

import os
import re
from collections.abc import Callable
from unicodedata import combining, east_asian_width

from policytext.text.lazy_patterns import LazyPattern

# C0 and DEL as their pictures, one cell each; C1 and the controls of direction as the replacement character.
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_PICTURES |= dict.fromkeys(
    [*range(0x80, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x2070)], 0xFFFD
)
_CONTROL = LazyPattern("[" + "".join(map(re.escape, map(chr, _PICTURES))) + "]")
# Running text keeps line ends and tabs, but a lone carriage return would overwrite the line.
_IN_TEXT = (
    "[" + "".join(re.escape(chr(code)) for code in _PICTURES if code not in (9, 10, 13)) + r"]|\r(?!\n)"
)
_RAW = LazyPattern(_IN_TEXT)
_RAW_OR_COLOR = LazyPattern(rf"\x1b\[[0-9;]*m|{_IN_TEXT}")
# Controls that JSON does not escape; it escapes those below U+0020.
_UNESCAPED = {code: f"\\u{code:04x}" for code, sign in _PICTURES.items() if code >= 0x7F}
# Names are quoted as git does with core.quotePath=false: C escapes, octal bytes for the rest.
_QUOTED = {ord(char): f"\\{letter}" for char, letter in zip('\a\b\t\n\v\f\r"\\', 'abtnvfr"\\', strict=True)}
_IN_NAME = LazyPattern(_CONTROL.pattern[:-1] + r'"\\\ud800-\udfff]')
# GitHub's runner executes a line that begins with ::, also after white space.
_COMMAND = LazyPattern(r"\s*::")
_BREAK = LazyPattern(r"[\r\n\t]\s*")

# The units between which a line may break: closing marks stay with the text before, opening marks with the text after.
_UNIT = LazyPattern(
    r"\s+|[（《〈【〔“‘「『(\[]*(?:[!-'*-~\u00a0-\u024f]+|\S)[，。、；：？！）》〉】〕”’」』…)\]]*"
)


def replace_controls(text: str) -> str:
    """Return `text` with every control character replaced by one visible character."""
    return text.translate(_PICTURES) if _CONTROL.search(text) else text


def escape_controls(text: str, *, colors: bool = False) -> str:
    """Return `text` with every control character replaced, except line ends and tabs.

    Args:
        text: text for a person, of any number of lines.
        colors: whether to keep the sequences that set colours.
    """
    return (_RAW_OR_COLOR if colors else _RAW).sub(_replace_control, text)


def _replace_control(match: re.Match[str]) -> str:
    return match[0] if len(match[0]) > 1 else chr(_PICTURES[ord(match[0])])


def escape_json(text: str) -> str:
    """Return JSON with the same values that is safe to show on a terminal."""
    return text.translate(_UNESCAPED) if _CONTROL.search(text) else text


def format_path(path: str) -> str:
    """Return a path for people: quoted and escaped if it contains a control character, a quote or a backslash.

    A backslash that separates folders needs no quotes.
    """
    odd = path.replace(os.sep, "") if os.sep == "\\" else path
    if not _IN_NAME.search(odd) and not _COMMAND.match(path):
        return path
    return f'"{_IN_NAME.sub(_escape_name_part, path)}"'


def _escape_name_part(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in _QUOTED:
        return _QUOTED[code]
    # A lone surrogate stands for a byte that the file system's encoding can't decode.
    raw = match[0].encode("utf-8", "surrogateescape" if 0xDC80 <= code <= 0xDCFF else "surrogatepass")
    return "".join(f"\\{byte:03o}" for byte in raw)


def join_lines(text: str) -> str:
    """Return `text` on one line: a break between Han characters is removed, one beside a Latin letter is a space."""
    if "\n" in text or "\r" in text or "\t" in text:
        text = _BREAK.sub(_choose_joint, text)
    return replace_controls(text)


def _choose_joint(match: re.Match[str]) -> str:
    text = match.string
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return " " if before and after and (before < "\u2e80" or after < "\u2e80") else ""


def count_cells(text: str) -> int:
    """Return the number of terminal cells of `text`; ambiguous characters (“” — ·) count one, as most terminals draw them."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text)


def wrap_text(text: str, width: int, measure: Callable[[str], int] = count_cells) -> list[str]:
    """Wrap `text` as Chinese is wrapped: anywhere but before a closing mark.

    Args:
        text: the text.
        width: the cells of a line.
        measure: returns the cells of a text.

    >>> wrap_text("推进“互联网+政务服务”，让群众少跑腿。", 12)
    ['推进“互联网+', '政务服务”，', '让群众少跑', '腿。']
    >>> wrap_text("Internet Plus 行动", 9)
    ['Internet', 'Plus 行动']
    """
    lines, line, used = [], "", 0
    for unit in _UNIT.findall(text):
        for piece in _split_unit(unit, width, measure):
            size = measure(piece)
            if used + size > width and line.strip():
                lines.append(line.rstrip())
                line, used = "", 0
                if piece.isspace():
                    continue
            line += piece
            used += size
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _split_unit(unit: str, width: int, measure: Callable[[str], int]) -> list[str]:
    """Return the unit itself, or its characters where it is wider than a line."""
    return [unit] if measure(unit) <= width or unit.isspace() else list(unit)
