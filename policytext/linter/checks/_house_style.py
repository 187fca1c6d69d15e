"""Pairs of marks and enumerators in the form that a house style wants; shared by the checks of the family ``style``.

They are disabled; the settings `quotes`, `brackets` and `enumerators` enable one of each.

>>> find_pairs("甲（乙(丙)）丁）", {"（": 0, "(": 0}, {"）": 0, ")": 0})
[(3, 5), (1, 6)]
"""

from collections.abc import Iterator, Mapping

from policytext.linter.checks import Problem
from policytext.linter.checks._problems import make_repeated_problem
from policytext.linter.checks._siblings import opens_line
from policytext.model.document import Span
from policytext.text.lazy_patterns import LazyPattern
from policytext.text.prepared import PreparedDocument

_HAN = LazyPattern("[\u3400-\u9fff]")
_CURLY, _CORNER = "“‘”’", "「『」』"
_NUMBER = LazyPattern("[0-9０-９]{1,3}[、.．]")
_APOSTROPHE = LazyPattern("(?<=[A-Za-z])’(?=[A-Za-z])")


def find_pairs(line: str, opening: Mapping[str, int], closing: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return the positions of marks that pair up, the inner pairs first; a mark without a partner has none.

    Args:
        line: the text.
        opening, closing: the marks, each with the number of its kind.
    """
    pairs: list[tuple[int, int]] = []
    waiting: list[int] = []
    for position, sign in enumerate(line):
        if sign in opening:
            waiting.append(position)
        elif sign in closing and waiting and opening[line[waiting[-1]]] == closing[sign]:
            pairs.append((waiting.pop(), position))
    return pairs


def find_other_quotes(prepared: PreparedDocument, *, corner: bool) -> Iterator[Problem]:
    """Report the paired quotation marks of the other form around Chinese text, in one problem.

    Args:
        prepared: the document.
        corner: whether 「」 are wanted; “” otherwise.
    """
    found, wanted = (_CURLY, _CORNER) if corner else (_CORNER, _CURLY)
    text = prepared.text
    if not any(sign in text for sign in found):
        return
    opening, closing = {found[0]: 0, found[1]: 1}, {found[2]: 0, found[3]: 1}
    forms = dict(zip(found, wanted, strict=True))
    spans = []
    for start, line in _split_lines(text):
        plain = _APOSTROPHE.compiled.sub("\0", line)
        pairs = find_pairs(plain, opening, closing)
        marks = sum(sign in forms for sign in plain)
        # Marks that do not pair up are for a person to sort out first.
        if marks == 2 * len(pairs):
            spans += [
                Span(start + position, start + position + 1)
                for pair in pairs
                if _is_chinese(line, *pair)
                for position in pair
            ]
    if spans:
        spans.sort()
        yield make_repeated_problem(spans, fixes=[forms[text[at]] for at, _ in spans], safety="safe")


def find_other_brackets(prepared: PreparedDocument, *, full: bool) -> Iterator[Problem]:
    """Report the paired brackets of the other width, in one problem; full-width ones belong to Chinese text only.

    Args:
        prepared: the document.
        full: whether （） are wanted; () otherwise.
    """
    forms = {"(": "（", ")": "）"} if full else {"（": "(", "）": ")"}
    text = prepared.text
    if not any(sign in text for sign in forms):
        return
    opening, closing = dict.fromkeys("(（", 0), dict.fromkeys(")）", 0)
    spans = []
    for start, line in _split_lines(text):
        for pair in find_pairs(line, opening, closing):
            if not full or _is_chinese(line, *pair):
                spans += [Span(start + at, start + at + 1) for at in pair if line[at] in forms]
    if spans:
        spans.sort()
        yield make_repeated_problem(spans, fixes=[forms[text[at]] for at, _ in spans], safety="safe")


def find_other_enumerators(prepared: PreparedDocument, mark: str) -> Iterator[Problem]:
    """Report the numbers of headings and items that have another mark behind them than `mark`, in one problem."""
    text = prepared.text
    spans = []
    for section in prepared.sections:
        start, size = section.span[0], len(section.marker)
        if section.kind not in ("heading", "run-in", "item") or not _NUMBER.fullmatch(section.marker):
            continue
        at = start + size - 1
        # 1、5G网络 with a full point would be the number 1.5.
        is_decimal = mark != "、" and text[at + 1 : at + 2].isdecimal()
        if text[at : at + 1] in "、.．" and text[at] != mark and not is_decimal and opens_line(section, text):
            spans.append(Span(at, at + 1))
    if spans:
        yield make_repeated_problem(spans, fixes=[mark] * len(spans), safety="safe")


def _is_chinese(line: str, start: int, end: int) -> bool:
    """Return whether a pair of marks encloses Chinese text or follows it; f(x) does not."""
    return bool(_HAN.search(line, start, end) or _HAN.match(line, start - 1))


def _split_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its start."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
