"""Diagnose mistakes in YAML typed with a Chinese input method.

The messages of the parser ("mapping values are not allowed here") do not help people who do not program; the line
itself nearly always shows the mistake.

>>> explain_yaml_error(["title: 注意: 帐户"], 0, None, "").render("zh")
':1: 内容中有“: ”，整个内容应加引号：title: "注意: 帐户"'
"""

import re
from typing import Any

from policytext.errors import RuleError
from policytext.text.lazy_patterns import LazyPattern

_FULLWIDTH_SPACE = LazyPattern(r"^[ \t]*(?:- *)?\u3000")
_TAB = LazyPattern(r"^ *(?:- +)*\t+[^\s#]")
_KEY = r"^\s*(?:- +)*[^\s：:'\"“#{\[<，。]{1,40}"
# A list item may be a sentence with a colon; only a lower-case key before the colon is a mistake there.
_FULLWIDTH_COLON = LazyPattern(r"^\s*(?:- +)+[a-z_]+\s*：|^(?!\s*-)" + _KEY[1:] + r"\s*：")
_NO_SPACE = LazyPattern(r"^\s*(?:- +)*([A-Za-z_][\w-]*):(?=[^\s/])")
_SECOND_COLON = LazyPattern(r"^\s*(?:- +)*(?:([^\s'\"{\[#][^:：]{0,39}): +)?([^\s'\"{\[|>#].*:(?: .*|))$")
_BAD_START = LazyPattern(r"(?:^\s*(?:- +)*(?:[^\s'\"{\[#:][^:]{0,39}:)? *|- +)([{\[*%&!@`|>])(.*)$")
# Text in quotation marks with more text behind it: title: "帐户"应作"账户".
_AFTER_QUOTE = LazyPattern(
    r"""^\s*(?:- +)*(?:[^\s'"{\[#:][^:]{0,39}: +)?((?:"[^"]*"|'[^']*')[ ]?[^\s#,:\]}"'].*)$"""
)
_KEY_LINE = LazyPattern(r"^( *(?:- +)*)([^\s'\"#{\[][^:#]{0,39}):(?: |$)(.*)$")
_NO_DASH_SPACE = LazyPattern(r"^\s*(-)(?=[^\s-])")
# Input methods type － or — for "-"; —— opens a text.
_FULLWIDTH_DASH = LazyPattern(r"^\s*(?:([－﹣−–‐])\s*(?=\S)|([—])\s+(?=\S))")
_ITEM = LazyPattern(r"^( *)- +\S")
_CURLY = {"“": "”", "‘": "’", "「": "」"}


def find_indentation_error(line: str) -> str | None:
    """Return the code of the fault in the indentation of a line, or None.

    >>> find_indentation_error("　　- id: x"), find_indentation_error("  - id: x")
    ('rule-fullwidth-indent', None)
    """
    if _FULLWIDTH_SPACE.match(line):
        return "rule-fullwidth-indent"
    return "rule-tab" if _TAB.match(line) else None


def is_in_curly_quotes(value: str) -> bool:
    """Return whether a whole value is in curly quotes, which YAML does not treat as quotes.

    >>> is_in_curly_quotes("“帐户”"), is_in_curly_quotes("“帐户”应作“账户”")
    (True, False)
    """
    if len(value) < 2 or _CURLY.get(value[0]) != value[-1]:
        return False
    return value[0] not in value[1:]


def is_cut_by_hash(line: str, column: int) -> bool:
    """Return whether ``#`` cuts off text after a plain value.

    A comment usually has two spaces before ``#``; with a single space ``#`` is mostly part of the sentence.

    >>> is_cut_by_hash("title: 第1条 # 总则", 10), is_cut_by_hash("title: 第1条  # 见总则", 10)
    (True, False)
    """
    return line.startswith(" #", column)


def find_typing_error(line: str) -> RuleError | None:
    """Return the typing error in a line, without a position, or None."""
    if dash := _FULLWIDTH_DASH.match(line):
        return RuleError("rule-fullwidth-dash", mark=dash[1] or dash[2])
    if _FULLWIDTH_COLON.match(line) and not re.match(_KEY + r": ", line):
        return RuleError("rule-fullwidth-colon")
    if key := _NO_SPACE.match(line):
        return RuleError("rule-colon-space", name=key[1])
    if _NO_DASH_SPACE.match(line) and ":" in line:
        return RuleError("rule-dash-space")
    return None


def explain_yaml_error(lines: list[str], error_line: int, first_line: int | None, problem: str) -> RuleError:
    """Return the fault to report for a parser error.

    Args:
        lines: the file.
        error_line: the line of the parser error, from 0.
        first_line: the first line of the construct, from 0; often the line with the mistake.
        problem: the message of the parser.
    """
    # A bracket may be left open many lines above; only the lines next to the error can have a typing error.
    nearby = [error_line, error_line - 1] + ([first_line] if first_line is not None else [])
    candidates = [n for n in dict.fromkeys(nearby) if 0 <= n < len(lines)]
    for number in candidates:
        if fault := find_typing_error(lines[number]):
            return fault.with_place(line=number + 1)
    if "unexpected end of stream" in problem and first_line is not None:
        return RuleError("rule-open-quote", line=first_line + 1)
    broken = "',' or ']'" in problem or "',' or '}'" in problem
    is_far = first_line is not None and first_line != error_line
    if broken and is_far and not re.search(r"\[\[|\{\{", lines[first_line or 0]):
        return RuleError("rule-open-bracket", line=(first_line or 0) + 1)
    for number in candidates:
        if fault := _needs_quotes(lines[number]):
            return fault.with_place(line=number + 1)
    for number in candidates[:2]:
        if fault := find_misplaced_key(lines, number):
            return fault if fault.line else fault.with_place(line=number + 1)
    if fault := find_misplaced_item(lines, error_line):
        return fault.with_place(line=error_line + 1)
    if broken:
        return RuleError("rule-open-bracket", line=(first_line if first_line is not None else error_line) + 1)
    return RuleError("rule-yaml", line=error_line + 1)


def find_misplaced_key(lines: list[str], number: int) -> RuleError | None:
    """Return the fault of a key that is indented like none of the keys that it may belong to, or None.

    >>> find_misplaced_key(["lint:", "  - id: a/b", "    find: x", "   unless: y"], 3).render("zh")
    '“unless”前面的空格数不对（与第 3 行的“find”同级则应为 4 个，现为 3 个）'
    """
    line = _KEY_LINE.match(lines[number])
    if line is None:
        return None
    indent, least = len(line[1]), 1 << 20
    siblings: list[tuple[int, int, str]] = []
    for above in range(number - 1, -1, -1):
        key = _KEY_LINE.match(lines[above])
        if key is None or len(key[1]) >= least:
            continue
        least = len(key[1])
        if least == indent or (indent > least and not key[3].strip() and not siblings):
            return None
        siblings.append((above, least, key[2]))
    if not siblings or "-" in line[1]:
        return None
    above, wanted, name = min(siblings, key=lambda sibling: abs(sibling[1] - indent))
    if "-" in lines[above][:wanted] and _agree(lines, number, indent, wanted):
        dash = wanted - 2
        values: dict[str, Any] = {
            "name": name,
            "wanted": indent - 2,
            "found": dash,
            "first": number + 1,
            "other": line[2],
        }
        return RuleError("rule-indent-dash", line=above + 1, **values)
    return RuleError("rule-indent", name=line[2], other=name, first=above + 1, wanted=wanted, found=indent)


def _agree(lines: list[str], number: int, indent: int, wanted: int) -> bool:
    """Return whether further keys below line `number` have its indent and none has the wanted one.

    Then the dash above them is at the wrong place, not each of the keys.
    """
    alike = 0
    for line in lines[number + 1 :]:
        key = _KEY_LINE.match(line)
        if key is None or len(key[1]) > indent:
            continue
        if "-" in key[1] or len(key[1]) < wanted:
            break
        if len(key[1]) == wanted:
            return False
        alike += len(key[1]) == indent
    return alike > 0


def find_misplaced_item(lines: list[str], number: int) -> RuleError | None:
    """Return the fault of a list item that is not in line with the item above it, or None.

    >>> find_misplaced_item(["tests:", "  - 甲", " - 乙"], 2).render("en")
    '"- " must be indented by 2, not 1 (in line with "- " in line 2)'
    """
    item = _ITEM.match(lines[number])
    for above in range(number - 1, -1, -1) if item else ():
        other = _ITEM.match(lines[above])
        if other and item and len(other[1]) != len(item[1]):
            values: dict[str, Any] = {"wanted": len(other[1]), "found": len(item[1]), "first": above + 1}
            return RuleError("rule-indent-item", **values)
        if other or _KEY_LINE.match(lines[above]):
            return None
    return None


def find_swallowed_item(lines: list[str], first: int, last: int) -> RuleError | None:
    """Return the fault of a list item that YAML reads as a continuation of the text in line `first`, or None.

    >>> find_swallowed_item(["tests:", "  - 甲", "    - 乙"], 1, 2).render("en")
    ':3: "- " must be indented by 2, not 4 (in line with "- " in line 2)'
    """
    for number in range(first + 1, min(last + 1, len(lines))):
        if dash := _FULLWIDTH_DASH.match(lines[number]):
            return RuleError("rule-fullwidth-dash", line=number + 1, mark=dash[1] or dash[2])
        if fault := find_misplaced_item(lines, number):
            return fault.with_place(line=number + 1)
    return None


def _needs_quotes(line: str) -> RuleError | None:
    """Return the fault of text that needs quotes because of its first character or a colon, or None."""
    if (match := _BAD_START.search(line)) and not _is_balanced(match[1] + match[2]):
        value = (match[1] + match[2]).rstrip()
        return RuleError("rule-quote-start", mark=match[1], value=value)
    if match := _AFTER_QUOTE.match(line):
        return RuleError("rule-after-quote", mark=match[1][0], value=_quote(match[1].rstrip()))
    if match := _SECOND_COLON.match(line):
        if match[1] is None and not re.match(r"\s*- (?![A-Za-z-]+: )", line):
            return None
        if match[1] is None:
            return RuleError("rule-second-colon", name="-", value=match[2].rstrip())
        return RuleError("rule-second-colon", name=match[1] + ":", value=match[2].rstrip())
    return None


def _quote(text: str) -> str:
    """Return a text in quotation marks that it does not contain, or with its own doubled."""
    if "'" not in text:
        return f"'{text}'"
    return f'"{text}"' if '"' not in text else "'" + text.replace("'", "''") + "'"


def _is_balanced(value: str) -> bool:
    """Return whether the bracket that opens a value closes at its end, so that it is a list or a map."""
    closing = {"{": "}", "[": "]"}.get(value[0])
    bare = re.sub(r"\s+#.*$", "", value).rstrip()
    depth = 0
    for position, character in enumerate(bare):
        depth += (character == value[0]) - (character == closing)
        if depth == 0:
            return position == len(bare) - 1
    return False
